import { moneyText, salesLocale } from '../core/sales/proposal/language';
import type { ProposalContent, ProposalSection } from '../core/sales/types';
import { frameWords, type ProposalFrame } from './proposal-frame';

export interface ProposalPageFrame extends ProposalFrame {
  /** Addresses within this deployment; null where there is none. */
  pdfLink: string | null;
  meetingLink: string | null;
  /** Where time on sections is reported; null where nobody is counted. */
  visits: { address: string; version: number } | null;
}

/** Of both the page and its preview: no inline script or style, nothing from elsewhere. */
export const proposalPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

/**
 * A proposal as a page of its own. All text is escaped; looks come from `/proposal.css` and the event's colour from
 * `/p/brand/<rrggbb>.css`, so that it needs no style of its own. The preview in the console is the same page. Pure.
 */
export function proposalPage(content: ProposalContent, frame: ProposalPageFrame): string {
  const words = frameWords(content.locale);
  const color = /^#[0-9a-f]{6}$/i.test(frame.event.brandColor) ? frame.event.brandColor.slice(1).toLowerCase() : null;
  const brand = color ? `<link rel="stylesheet" href="/p/brand/${color}.css">` : '';
  const script = frame.visits
    ? `<script src="/proposal.js" defer data-visits="${escaped(frame.visits.address)}" data-version="${frame.visits.version}"></script>`
    : '';
  const notice = frame.notice === '' ? '' : `<p class="notice" role="note">${escaped(frame.notice)}</p>`;
  return `<!doctype html>
<html lang="${escaped(content.locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex,nofollow">
<title>${escaped(content.title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/proposal.css">${brand}${script}
</head>
<body>
<header class="band"><p class="event">${escaped(frame.event.name)}</p><p class="for">${escaped(words.proposalFor(frame.companyName))}</p></header>
<main>
${notice}<h1>${escaped(content.title)}</h1>
${content.greeting === '' ? '' : `<p class="greeting">${escaped(content.greeting)}</p>`}
${content.sections.map((section) => sectionHtml(section, content)).join('\n')}
<aside class="actions" aria-label="${escaped(words.questions)}">
<p>${escaped(words.questions)}</p>
<p class="buttons">${actions(frame, content)}</p>
</aside>
</main>
<footer><p>${escaped(frame.event.name)} · <a href="mailto:${escaped(frame.event.contactEmail)}">${escaped(frame.event.contactEmail)}</a></p></footer>
</body>
</html>
`;
}

function actions({ meetingLink, pdfLink, event }: ProposalPageFrame, content: ProposalContent): string {
  const words = frameWords(content.locale);
  const subject = encodeURIComponent(content.title);
  return [
    meetingLink && `<a class="button" href="${escaped(meetingLink)}">${escaped(words.book)}</a>`,
    `<a class="button${meetingLink ? ' quiet' : ''}" href="mailto:${escaped(event.contactEmail)}?subject=${escaped(subject)}">${escaped(words.write)}</a>`,
    pdfLink && `<a class="button quiet" id="pdf" href="${escaped(pdfLink)}">${escaped(words.pdf)}</a>`,
  ]
    .filter(Boolean)
    .join('\n');
}

function sectionHtml(section: ProposalSection, content: ProposalContent): string {
  const { id, heading, kind } = section;
  const labelled = heading === '' ? '' : ` aria-labelledby="h-${id}"`;
  const title = heading === '' ? '' : `<h2 id="h-${id}">${escaped(heading)}</h2>`;
  return `<section class="${kind}" data-section="${id}"${labelled}>${title}${bodyHtml(section, content)}</section>`;
}

function bodyHtml({ kind, sentences }: ProposalSection, content: ProposalContent): string {
  const lines = sentences.map(({ text }) => escaped(text));
  switch (kind) {
    case 'list':
      return `<ul>${lines.map((line) => `<li>${line}</li>`).join('')}</ul>`;
    case 'quote':
      return lines.map(quoteHtml).join('');
    case 'price':
      return `<p class="amount"><span class="package">${escaped(content.packageName)}</span> <strong>${escaped(moneyText(content.price, salesLocale(content.locale)))}</strong></p>${paragraph(lines)}`;
    case 'text':
      return paragraph(lines);
  }
}

const paragraph = (lines: string[]) => (lines.length === 0 ? '' : `<p>${lines.join(' ')}</p>`);

/** `“What was said” — Who`: the part after the last dash is who said it. */
function quoteHtml(line: string): string {
  const at = line.lastIndexOf(' — ');
  return at < 0
    ? `<blockquote><p>${line}</p></blockquote>`
    : `<figure><blockquote><p>${line.slice(0, at)}</p></blockquote><figcaption>${line.slice(at + 3)}</figcaption></figure>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
