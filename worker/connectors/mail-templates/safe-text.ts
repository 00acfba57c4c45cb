import { AppError } from '../../core/errors';

export function escapeHtml(value: string): string {
  return value.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Controls, line and paragraph separators and marks that reorder text: none has a place in one line of a mail. */
function withoutControls(value: string): string {
  return value.replace(/[\p{Cc}\p{Zl}\p{Zp}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, ' ');
}

/** One line of text, without what could break a header or reorder what is read. */
export function oneLine(value: string, longest = 200): string {
  const line = withoutControls(value).replace(/\s+/g, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest - 1).trimEnd()}…` : line;
}

const looksLikeAddress = /:\/\/|\bwww\.|(?<![\p{L}\p{N}-])[\p{L}\p{N}-]+\.\p{L}{2,}/iu;

/**
 * A name that somebody typed about themselves or another: one line of at most 80 characters. Mail programs turn
 * `example.com` into a link; a word joiner keeps a name from becoming one.
 */
export function typedName(value: string): string {
  const name = oneLine(value, 80);
  return looksLikeAddress.test(name) ? name.replace(/([.:/@])(?=\S)/g, '$1\u2060') : name;
}

/** Several lines of text that somebody typed, shortened, without links. */
export function typedText(value: string, longest = 1000): string {
  const lines = value.split(/\r\n|[\n\r\u2028\u2029]/).map((line) => {
    const clean = withoutControls(line).trimEnd();
    return looksLikeAddress.test(clean) ? clean.replace(/([.:/@])(?=\S)/g, '$1\u2060') : clean;
  });
  const text = lines.join('\n').trim();
  return text.length > longest ? `${text.slice(0, longest - 1).trimEnd()}…` : text;
}

/** The link itself when it leads into this deployment. Throws `internal` otherwise: no mail of ours leads elsewhere. */
export function linkWithin(publicUrl: string, link: string): string {
  const base = new URL(publicUrl);
  const target = URL.canParse(link) ? new URL(link) : null;
  const prefix = base.pathname.endsWith('/') ? base.pathname : `${base.pathname}/`;
  if (!target || target.origin !== base.origin || !`${target.pathname}/`.startsWith(prefix) || target.username !== '')
    throw new AppError('internal', 'A mail may only lead to this deployment.', { facts: { origin: target?.origin ?? 'none' } });
  return target.href;
}
