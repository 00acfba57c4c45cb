import { AppError } from '../../errors';

/** One piece of markup: a start tag (`attributes` unparsed), an end tag, or text between tags (entities resolved). */
export type XmlToken =
  | { kind: 'start'; name: string; attributes: string; closed: boolean }
  | { kind: 'end'; name: string }
  | { kind: 'text'; text: string };

const tokenLimit = 4_000_000;

/**
 * Tokens of the XML subset that office files use, from UTF-8 pieces. Names lose their namespace prefix. Only the five predefined and the numeric
 * entities mean anything; a document type declaration is refused, so nothing can be expanded. Linear time.
 */
export function* xmlTokens(pieces: Iterable<Uint8Array>): Generator<XmlToken> {
  const decoder = new TextDecoder();
  let rest = '';
  for (const piece of pieces) {
    const buffer: string = rest + decoder.decode(piece, { stream: true });
    let at = 0;
    for (;;) {
      const open = buffer.indexOf('<', at);
      if (open < 0) break;
      const after = buffer.charCodeAt(open + 1);
      const special = after === 33 || after === 63;
      const close = special ? endOfSpecial(buffer, open) : buffer.indexOf('>', open);
      if (close < 0) break;
      if (open > at) yield { kind: 'text', text: resolved(buffer.slice(at, open)) };
      at = close + 1;
      if (special) {
        if (buffer.startsWith('<![CDATA[', open)) yield { kind: 'text', text: buffer.slice(open + 9, close - 2) };
        continue;
      }
      const inner = buffer.slice(open + 1, close);
      if (inner.startsWith('/')) yield { kind: 'end', name: localName(inner.slice(1).trim()) };
      else {
        const closed = inner.endsWith('/');
        const space = nameEnd(inner);
        const name = space < 0 ? inner : inner.slice(0, space);
        yield { kind: 'start', name: localName(name), attributes: space < 0 ? '' : inner.slice(space), closed };
      }
    }
    rest = buffer.slice(at);
    if (rest.length > tokenLimit) throw new AppError('invalid_input', 'A cell of this workbook is too long to read. Save the file as CSV.');
  }
}

const patterns = new Map<string, RegExp>();

export function attribute(attributes: string, name: string): string | undefined {
  const plain = attributes.indexOf(` ${name}="`);
  if (plain >= 0) {
    const start = plain + name.length + 3;
    const end = attributes.indexOf('"', start);
    if (end >= 0) return resolved(attributes.slice(start, end));
  }
  if (!attributes.includes(name)) return undefined;
  let pattern = patterns.get(name);
  if (!pattern) {
    pattern = new RegExp(`(?:^|\\s)(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
    patterns.set(name, pattern);
  }
  const found = pattern.exec(attributes);
  const value = found?.[1] ?? found?.[2];
  return value === undefined ? undefined : resolved(value);
}

function endOfSpecial(buffer: string, open: number): number {
  if (/^<!DOCTYPE|^<!ENTITY/i.test(buffer.slice(open, open + 10)))
    throw new AppError(
      'refused',
      'This workbook contains a document type declaration, which no spreadsheet program writes. Save it again as .xlsx or CSV.',
    );
  const mark = buffer.startsWith('<![CDATA[', open) ? ']]>' : buffer.startsWith('<!--', open) ? '-->' : '>';
  const end = buffer.indexOf(mark, open);
  return end < 0 ? -1 : end + mark.length - 1;
}

function nameEnd(inner: string): number {
  for (let at = 0; at < inner.length; at++) {
    const code = inner.charCodeAt(at);
    if (code === 47 || code <= 32) return at;
  }
  return -1;
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function resolved(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|([a-z]{2,4}));/g, (whole, decimal, hex, name) => {
    if (name !== undefined) return named[name] ?? whole;
    const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
