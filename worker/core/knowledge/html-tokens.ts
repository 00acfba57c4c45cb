import { decodeEntities } from './html-entities';

export type HtmlToken =
  | { kind: 'text'; text: string }
  | { kind: 'open'; name: string; attributes: ReadonlyMap<string, string> }
  | { kind: 'close'; name: string };

const rawText = new Set(['script', 'style', 'textarea', 'title', 'noscript', 'iframe', 'xmp', 'noembed', 'noframes']);
const maxTagLength = 2000;
const nameAt = /[a-zA-Z][a-zA-Z0-9:-]{0,60}/y;
const attribute = /([^\s"'<>/=]{1,100})(?:\s{0,20}=\s{0,20}(?:"([^"]*)"|'([^']*)'|([^\s"'>]*)))?/g;

/**
 * The tags and texts of an HTML document in order, tolerant of anything: what is no tag is text. The contents of scripts, styles and other raw text
 * elements are dropped. Linear time: a position is looked at a bounded number of times whatever the input.
 */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  let at = 0;
  let nextEnd = -1;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open === -1) {
      yield { kind: 'text', text: decodeEntities(html.slice(at)) };
      return;
    }
    if (open > at) yield { kind: 'text', text: decodeEntities(html.slice(at, open)) };
    if (html.startsWith('<!--', open)) {
      at = after(html, '-->', open + 4);
      continue;
    }
    if (nextEnd <= open) nextEnd = html.indexOf('>', open);
    if (nextEnd === -1) {
      yield { kind: 'text', text: decodeEntities(html.slice(open)) };
      return;
    }
    if (html[open + 1] === '!' || html[open + 1] === '?') {
      at = nextEnd + 1;
      continue;
    }
    const closing = html[open + 1] === '/';
    nameAt.lastIndex = closing ? open + 2 : open + 1;
    const name = nameAt.exec(html)?.[0].toLowerCase();
    if (name === undefined) {
      yield { kind: 'text', text: '<' };
      at = open + 1;
      continue;
    }
    if (closing) {
      yield { kind: 'close', name };
      at = nextEnd + 1;
      continue;
    }
    const end = tagEnd(html, nameAt.lastIndex) ?? nextEnd;
    yield { kind: 'open', name, attributes: attributesOf(html.slice(nameAt.lastIndex, end)) };
    at = end + 1;
    if (rawText.has(name)) {
      const close = closeOf(html, name, at);
      if (name === 'title') yield { kind: 'text', text: decodeEntities(html.slice(at, close)) };
      at = close;
    }
  }
}

/** The `>` that ends a tag, quoted values passed over; undefined when a quote stays open for too long. */
function tagEnd(html: string, from: number): number | undefined {
  let quote = '';
  const limit = Math.min(html.length, from + maxTagLength);
  for (let at = from; at < limit; at++) {
    const char = html[at] as string;
    if (quote !== '') {
      if (char === quote) quote = '';
    } else if (char === '>') return at;
    else if ((char === '"' || char === "'") && /[=\s]/.test(html[at - 1] as string)) quote = char;
  }
  return undefined;
}

function attributesOf(text: string): Map<string, string> {
  const attributes = new Map<string, string>();
  if (text.trim() === '') return attributes;
  for (const match of text.slice(0, maxTagLength).matchAll(attribute)) {
    const name = (match[1] as string).toLowerCase();
    if (!attributes.has(name)) attributes.set(name, decodeEntities(match[2] ?? match[3] ?? match[4] ?? ''));
  }
  return attributes;
}

function closeOf(html: string, name: string, from: number): number {
  const pattern = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
  pattern.lastIndex = from;
  return pattern.exec(html)?.index ?? html.length;
}

function after(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from);
  return found === -1 ? html.length : found + mark.length;
}
