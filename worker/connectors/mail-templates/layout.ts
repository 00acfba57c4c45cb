import type { Attachment } from '../../ports/mail';
import { brandOr, readableOn } from './contrast';
import { escapeHtml, oneLine } from './safe-text';

export interface RenderedMail {
  subject: string;
  text: string;
  html: string;
  attachments?: Attachment[];
}

/** What a mail is made of. Texts are plain: both parts of the mail are made from them, and all of them are escaped. */
export type MailPart =
  | { kind: 'paragraph'; text: string }
  | { kind: 'note'; text: string }
  | { kind: 'heading'; text: string }
  | { kind: 'facts'; rows: [label: string, value: string][] }
  | { kind: 'code'; label: string; code: string }
  | { kind: 'button'; label: string; link: string }
  | { kind: 'image'; contentId: string; alt: string; size: number }
  | { kind: 'list'; items: string[] }
  | { kind: 'quote'; from: string; text: string };

export interface MailDraft {
  /** BCP 47 primary tag. */
  lang: string;
  dir: 'ltr' | 'rtl';
  /** The name in the band at the top: an event, an organization. */
  brandName: string;
  brandColor: string;
  subject: string;
  title: string;
  /** Shown by mail programs beside the subject. */
  preheader: string;
  parts: MailPart[];
  footer: string[];
  attachments?: Attachment[];
}

/** Header fields that keep automatic replies away (RFC 3834 section 5). */
export const transactionalHeaders: Record<string, string> = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' };

/** Both parts of a mail from one draft. Pure. */
export function renderMail(draft: MailDraft): RenderedMail {
  return {
    subject: oneLine(draft.subject),
    text: textOf(draft),
    html: htmlOf(draft),
    ...(draft.attachments && draft.attachments.length > 0 ? { attachments: draft.attachments } : {}),
  };
}

function textOf(draft: MailDraft): string {
  const blocks = [draft.title, ...draft.parts.map(partAsText), `-- \n${draft.footer.join('\n')}`];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function partAsText(part: MailPart): string {
  switch (part.kind) {
    case 'paragraph':
    case 'note':
      return part.text;
    case 'heading':
      return `${part.text}\n${'-'.repeat(Math.min(part.text.length, 60))}`;
    case 'facts':
      return part.rows.map(([label, value]) => `${label}: ${value}`).join('\n');
    case 'code':
      return `${part.label}: ${part.code}`;
    case 'button':
      return `${part.label}:\n${part.link}`;
    case 'image':
      return '';
    case 'list':
      return part.items.map((item) => `* ${item}`).join('\n');
    case 'quote':
      return `${part.from}:\n${part.text.replace(/^/gm, '> ')}`;
  }
}

const font = "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif";
const dark = `@media (prefers-color-scheme:dark){.page{background:#15181a!important}.card{background:#1f2427!important;border-color:#343b40!important}
.ink{color:#f1f4f5!important}.soft{color:#b4bec4!important}.box{background:#2a3135!important;border-color:#3d464c!important}.rule{border-color:#3d464c!important}}
@media (max-width:480px){.pad{padding-left:20px!important;padding-right:20px!important}}`;

function htmlOf(draft: MailDraft): string {
  const color = brandOr(draft.brandColor);
  const onColor = readableOn(color);
  const parts = draft.parts.map((part) => partAsHtml(part, color, onColor)).join('\n');
  const footer = draft.footer.map((line) => `<p class="soft" style="margin:0 0 4px;color:#56616a">${escapeHtml(line)}</p>`).join('');
  return `<!doctype html>
<html lang="${escapeHtml(draft.lang)}" dir="${draft.dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(oneLine(draft.subject))}</title>
<style>:root{color-scheme:light dark}${dark}</style>
</head>
<body class="page" style="margin:0;padding:0;background:#f2f4f5">
<div style="display:none;max-height:0;overflow:hidden" aria-hidden="true">${escapeHtml(draft.preheader)}</div>
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" style="background:#f2f4f5"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" class="card" width="100%" cellpadding="0" cellspacing="0" style="max-width:600px;background:#ffffff;border:1px solid #dde2e5;border-radius:12px;overflow:hidden;font-family:${font};text-align:start">
<tr><td class="pad" style="background:${color};color:${onColor};padding:20px 32px;font-size:16px;line-height:24px;font-weight:600"><bdi>${escapeHtml(draft.brandName)}</bdi></td></tr>
<tr><td class="pad ink" style="padding:28px 32px 16px;color:#1b2125;font-size:16px;line-height:26px">
<h1 class="ink" style="margin:0 0 16px;font-size:24px;line-height:32px;font-weight:700;color:#1b2125">${escapeHtml(draft.title)}</h1>
${parts}
</td></tr>
<tr><td class="pad soft" style="padding:16px 32px 28px;color:#56616a;font-size:13px;line-height:20px">${footer}</td></tr>
</table>
</td></tr></table>
</body>
</html>
`;
}

const lines = (text: string) => escapeHtml(text).replace(/\n/g, '<br>');

function partAsHtml(part: MailPart, color: string, onColor: string): string {
  switch (part.kind) {
    case 'paragraph':
      return `<p style="margin:0 0 16px">${lines(part.text)}</p>`;
    case 'note':
      return `<p class="soft" style="margin:0 0 16px;font-size:14px;line-height:22px;color:#56616a">${lines(part.text)}</p>`;
    case 'heading':
      return `<h2 class="ink" style="margin:24px 0 8px;font-size:17px;line-height:24px;color:#1b2125">${escapeHtml(part.text)}</h2>`;
    case 'facts':
      return `<table class="box" cellpadding="0" cellspacing="0" width="100%" style="margin:0 0 20px;background:#f6f8f9;border:1px solid #e3e8ea;border-radius:8px;font-size:15px;line-height:22px">${part.rows.map(factAsHtml).join('')}</table>`;
    case 'code':
      return `<p class="soft" style="margin:0 0 4px;font-size:14px;color:#56616a">${escapeHtml(part.label)}</p>
<p class="box ink" dir="ltr" style="margin:0 0 20px;padding:14px 16px;background:#f6f8f9;border:1px solid #e3e8ea;border-radius:8px;text-align:center;font:700 28px/36px ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;letter-spacing:4px;color:#1b2125;word-break:break-all">${escapeHtml(part.code)}</p>`;
    case 'button':
      return `<p style="margin:0 0 20px"><a href="${escapeHtml(part.link)}" style="display:inline-block;padding:13px 24px;background:${color};color:${onColor};border-radius:8px;font-weight:600;text-decoration:underline">${escapeHtml(part.label)}</a></p>`;
    case 'image':
      return `<p style="margin:0 0 12px;text-align:center"><img src="cid:${escapeHtml(part.contentId)}" alt="${escapeHtml(part.alt)}" width="${part.size}" height="${part.size}" style="display:inline-block;width:${part.size}px;height:${part.size}px;background:#ffffff;border-radius:8px;border:0"></p>`;
    case 'list':
      return `<ul style="margin:0 0 16px;padding-inline-start:22px">${part.items.map((item) => `<li style="margin:0 0 4px">${lines(item)}</li>`).join('')}</ul>`;
    case 'quote':
      return `<p class="soft" style="margin:0 0 2px;font-size:13px;line-height:20px;color:#56616a">${escapeHtml(part.from)}</p>
<blockquote class="box ink" style="margin:0 0 12px;padding:10px 14px;background:#f6f8f9;border:1px solid #e3e8ea;border-radius:8px;font-size:15px;line-height:22px;color:#1b2125">${lines(part.text)}</blockquote>`;
  }
}

function factAsHtml([label, value]: [string, string], index: number): string {
  const rule = index === 0 ? '' : ';border-top:1px solid #e3e8ea';
  return `<tr><th scope="row" class="soft rule" style="padding:10px 8px 10px 16px;text-align:start;vertical-align:top;font-weight:400;color:#56616a;width:34%${rule}">${escapeHtml(label)}</th><td class="ink rule" style="padding:10px 16px 10px 8px;vertical-align:top;word-break:break-word;font-weight:600;color:#1b2125${rule}"><bdi>${lines(value)}</bdi></td></tr>`;
}
