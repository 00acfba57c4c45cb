import { cleanText } from './clean-text';
import { isFurniture, voidElements } from './html-content';
import { htmlTokens } from './html-tokens';
import { MarkdownWriter } from './markdown-writer';

const maxDepth = 400;

/**
 * What an HTML page says, as Markdown: headings, paragraphs, lists, tables, links, bold and the questions of folding sections. Scripts, navigation,
 * footers, consent bars and hidden parts are left out; when the page has a `main`, only that is read. Tolerant of broken markup, linear time.
 */
export function htmlToMarkdown(html: string): string {
  const onlyMain = /<main[\s>]|<[a-z]{1,10}\s[^<>]{0,300}role=["']?main/i.test(html);
  const writer = new MarkdownWriter();
  const open: string[] = [];
  let skipping = 0;
  let inMain = false;
  let mainDepth = 0;
  const closeUpTo = (at: number) => {
    if (at === -1) return;
    for (let depth = open.length; depth > at; depth--) {
      const name = open.pop() as string;
      if (skipping === 0 && (!onlyMain || inMain)) writer.close(name);
      if (skipping === depth) skipping = 0;
      if (depth === mainDepth) {
        inMain = false;
        mainDepth = 0;
      }
    }
  };
  for (const token of htmlTokens(html)) {
    if (token.kind === 'text') {
      if (skipping === 0 && (!onlyMain || inMain)) writer.text(token.text);
    } else if (token.kind === 'open') {
      if (token.name === 'body') closeUpTo(open.lastIndexOf('head'));
      const reading = skipping === 0 && (!onlyMain || inMain);
      if (voidElements.has(token.name)) {
        if (reading) writer.single(token.name);
        continue;
      }
      closeUpTo(impliedEnd(open, token.name));
      if (open.length >= maxDepth) continue;
      open.push(token.name);
      if (!inMain && isMain(token.name, token.attributes)) {
        inMain = true;
        mainDepth = open.length;
      }
      if (skipping === 0 && isFurniture(token.name, token.attributes, inMain || open.includes('article'))) skipping = open.length;
      else if (skipping === 0 && (!onlyMain || inMain)) writer.open(token.name, token.attributes);
    } else {
      closeUpTo(open.lastIndexOf(token.name));
    }
  }
  return cleanText(writer.finish());
}

/** The title that an HTML page gives itself, or undefined. */
export function htmlTitle(html: string): string | undefined {
  let inside = false;
  for (const token of htmlTokens(html.slice(0, 200_000))) {
    if (inside) return token.kind === 'text' ? token.text.replace(/\s+/g, ' ').trim() || undefined : undefined;
    inside = token.kind === 'open' && token.name === 'title';
  }
  return undefined;
}

/** Elements that HTML lets end without a closing tag: by which openings, and not beyond which parents. */
const impliedEnds: Record<string, { ends: string[]; within: string[] }> = {
  li: { ends: ['li'], within: ['ul', 'ol'] },
  dt: { ends: ['dt', 'dd'], within: ['dl'] },
  dd: { ends: ['dt', 'dd'], within: ['dl'] },
  td: { ends: ['td', 'th'], within: ['tr', 'table'] },
  th: { ends: ['td', 'th'], within: ['tr', 'table'] },
  tr: { ends: ['tr'], within: ['table'] },
};

/** The index of the open element that the opening of `name` ends, or -1. */
function impliedEnd(open: readonly string[], name: string): number {
  const rule = impliedEnds[name];
  if (!rule) return -1;
  for (let at = open.length - 1; at >= 0; at--) {
    const parent = open[at] as string;
    if (rule.within.includes(parent)) return -1;
    if (rule.ends.includes(parent)) return at;
  }
  return -1;
}

function isMain(name: string, attributes: ReadonlyMap<string, string>): boolean {
  return name === 'main' || attributes.get('role') === 'main';
}
