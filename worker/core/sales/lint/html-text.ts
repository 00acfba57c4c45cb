/** Pure. What a mail's HTML part says and links to, as far as a linter has to know. */

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

function decoded(text: string): string {
  return text
    .replace(/&#x([0-9a-f]{1,6});/gi, (_, code) => character(Number.parseInt(code, 16)))
    .replace(/&#(\d{1,7});/g, (_, code) => character(Number(code)))
    .replace(/&(amp|lt|gt|quot|apos|nbsp);/g, (_, name: string) => entities[name] ?? ' ');
}

function character(code: number): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

/** The visible text: without head, styles and what is hidden from readers. */
export function textOfHtml(html: string): string {
  const body = html
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/<(head|style|script|title)\b[^>]*>[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<(?:br|\/p|\/div|\/tr|\/li|\/h[1-6]|\/td)\b[^>]*>/gi, '\n')
    .replace(/<[^>]*>/g, '');
  return decoded(body)
    .replace(/[ \t\r]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
}

/** The address of every `<a>`, decoded; null where it has none. */
export function anchorsOf(html: string): (string | null)[] {
  return [...html.matchAll(/<a\b([^>]*)>/gi)].map(([, attributes = '']) => {
    const [, double, single, bare] = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(attributes) ?? [];
    const value = double ?? single ?? bare;
    return value === undefined ? null : decoded(value).trim();
  });
}
