import { type MailLanguage, mailLocale } from './languages';
import type { RenderedMail } from './layout';
import { escapeHtml, linkWithin, oneLine } from './safe-text';

export interface OutreachMailData {
  /** Address of this deployment: all links lead there. */
  publicUrl: string;
  locale?: string | null;
  subject: string;
  greeting: string;
  paragraphs: string[];
  closing: string;
  /** Stands below the paragraph that announces it with a colon, else below the last one. */
  link: { label: string; href: string } | null;
  sender: { name: string; title: string; postalAddress: string };
  /** In whose name the sender writes. */
  organizer: string;
  optOutLink: string;
  /** Address of a picture of one dot by which an opening is counted; null for none. */
  pixel: string | null;
  /** Says that an assistant wrote with (EU AI Act article 50, and the like). */
  aiAssisted: boolean;
}

interface OutreachTexts {
  assistant(organizer: string): string;
  optOut: string;
  optOutLabel: string;
}

const texts: Record<MailLanguage, OutreachTexts> = {
  en: {
    assistant: (organizer) => `Written with the help of an AI assistant of ${organizer}.`,
    optOut: 'If you would rather not hear from us:',
    optOutLabel: 'no more mails',
  },
  de: {
    assistant: (organizer) => `Geschrieben mit Hilfe eines KI-Assistenten von ${organizer}.`,
    optOut: 'Wenn Sie nichts mehr von uns hören möchten:',
    optOutLabel: 'keine weiteren Mails',
  },
  fr: {
    assistant: (organizer) => `Rédigé avec l’aide d’un assistant IA de ${organizer}.`,
    optOut: 'Si vous préférez ne plus recevoir de messages :',
    optOutLabel: 'plus de messages',
  },
  es: {
    assistant: (organizer) => `Escrito con ayuda de un asistente de IA de ${organizer}.`,
    optOut: 'Si prefiere no recibir más mensajes:',
    optOutLabel: 'no más mensajes',
  },
  pt: {
    assistant: (organizer) => `Escrito com a ajuda de um assistente de IA de ${organizer}.`,
    optOut: 'Se preferir não receber mais mensagens:',
    optOutLabel: 'mais nenhuma mensagem',
  },
};

/**
 * A mail as one person writes another: plain, left-aligned, without a band or buttons, with who sends it, where they can
 * be reached and how to hear no more. Throws `internal` when a link leads elsewhere.
 */
export function renderOutreach(data: OutreachMailData): RenderedMail {
  const { language } = mailLocale(data.locale);
  const t = texts[language];
  const link = data.link && { label: oneLine(data.link.label), href: linkWithin(data.publicUrl, data.link.href) };
  const organizer = oneLine(data.organizer);
  const parts = {
    subject: oneLine(data.subject),
    language,
    blocks: [data.greeting, ...data.paragraphs].map(written).filter((block) => block !== ''),
    closing: written(data.closing),
    link,
    signature: [oneLine(data.sender.name), oneLine(data.sender.title), organizer].filter((line) => line !== ''),
    address: data.sender.postalAddress
      .split('\n')
      .map((line) => oneLine(line))
      .filter((line) => line !== ''),
    assistant: data.aiAssisted ? t.assistant(organizer) : '',
    optOut: t.optOut,
    optOutLabel: t.optOutLabel,
    optOutLink: linkWithin(data.publicUrl, data.optOutLink),
    pixel: data.pixel === null ? null : linkWithin(data.publicUrl, data.pixel),
  };
  return { subject: parts.subject, text: textOf(parts), html: htmlOf(parts) };
}

interface Parts {
  subject: string;
  language: MailLanguage;
  blocks: string[];
  closing: string;
  link: { label: string; href: string } | null;
  signature: string[];
  address: string[];
  assistant: string;
  optOut: string;
  optOutLabel: string;
  optOutLink: string;
  pixel: string | null;
}

/** Which block the link stands below. */
function linkAfter({ blocks, link }: Parts): number {
  if (!link) return -1;
  const announced = blocks.findLastIndex((block) => /[:：]$/.test(block));
  return announced > 0 ? announced : blocks.length - 1;
}

function textOf(parts: Parts): string {
  const { blocks, link, closing, signature, address, assistant, optOut, optOutLabel, optOutLink } = parts;
  const at = linkAfter(parts);
  const body = blocks.map((block, index) => (index === at && link ? `${block}\n\n${link.label}\n${link.href}` : block));
  const signed = [closing, signature.join('\n')].filter((block) => block !== '').join('\n\n');
  const footer = [address.join(', '), assistant, `${optOut} ${optOutLabel}\n${optOutLink}`].filter((line) => line !== '').join('\n');
  return `${[...body, signed, `-- \n${footer}`].join('\n\n')}\n`;
}

const dark = `@media (prefers-color-scheme:dark){.page{background:#16181a!important;color:#eceff1!important}.soft{color:#aeb8be!important}.soft a{color:#aeb8be!important}.link{color:#8ab8ff!important}.rule{border-color:#3b4348!important}}`;
const font = "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif";

function htmlOf(parts: Parts): string {
  const { blocks, link, closing, signature, address, assistant, optOut, optOutLabel, optOutLink, pixel } = parts;
  const at = linkAfter(parts);
  const paragraph = (text: string) => `<p style="margin:0 0 16px">${lines(text)}</p>`;
  const linked = link
    ? `<p style="margin:0 0 16px"><a class="link" href="${escapeHtml(link.href)}" style="color:#0b57d0;text-decoration:underline">${escapeHtml(link.label)}</a></p>`
    : '';
  const body = blocks.map((block, index) => paragraph(block) + (index === at ? linked : '')).join('\n');
  const soft = (html: string) => `<p style="margin:0 0 6px">${html}</p>`;
  return `<!doctype html>
<html lang="${parts.language}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(parts.subject)}</title>
<style>:root{color-scheme:light dark}${dark}</style>
</head>
<body class="page" style="margin:0;padding:16px;background:#ffffff;color:#1d2125;font-family:${font};font-size:16px;line-height:25px">
<div style="max-width:600px">
${body}
${closing === '' ? '' : paragraph(closing)}
<p style="margin:0 0 24px">${signature.map(escapeHtml).join('<br>')}</p>
<div class="soft rule" style="border-top:1px solid #dfe3e6;padding-top:12px;color:#56616a;font-size:13px;line-height:20px">
${address.length === 0 ? '' : soft(escapeHtml(address.join(', ')))}${assistant === '' ? '' : soft(escapeHtml(assistant))}${soft(`${escapeHtml(optOut)} <a href="${escapeHtml(optOutLink)}" style="color:#56616a;text-decoration:underline">${escapeHtml(optOutLabel)}</a>`)}
</div>
${pixel === null ? '' : `<img src="${escapeHtml(pixel)}" alt="" width="1" height="1" style="display:block;width:1px;height:1px;border:0">`}
</div>
</body>
</html>
`;
}

const lines = (text: string) => escapeHtml(text).replace(/\n/g, '<br>');

/** Several lines, without marks that reorder or hide what is read. Where links in them may lead is the linter's to say. */
function written(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, (sign) => (sign === '\n' ? '\n' : ' '))
    .trim();
}
