/** Pure. Reads a mail as it travels (RFC 5322, RFC 2045) as far as answers need: headers and the first plain text. */

export interface RawMail {
  /** By lower-case name, unfolded; the first one of each. */
  headers: Record<string, string>;
  text: string;
}

const limits = { headers: 200, headerBytes: 64_000, parts: 50, depth: 4 };

/** Throws RangeError when it is no mail, or larger in some way than any answer is. */
export function readRawMail(bytes: Uint8Array): RawMail {
  // Latin-1 keeps every byte apart; parts are decoded by what they say of themselves.
  const { headers, body } = split(new TextDecoder('latin1').decode(bytes));
  return { headers, text: plainText(headers, body, { parts: 0, depth: 0 }) ?? '' };
}

function split(source: string): { headers: Record<string, string>; body: string } {
  const end = /\r?\n\r?\n/.exec(source);
  const head = end ? source.slice(0, end.index) : source;
  if (head.length > limits.headerBytes) throw new RangeError('The headers of this mail are too long.');
  const lines = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  if (lines.length > limits.headers) throw new RangeError('This mail has too many headers.');
  const headers: Record<string, string> = {};
  for (const line of lines) {
    const [, name, value] = /^([!-9;-~]+)[ \t]*:[ \t]*(.*)$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) headers[name.toLowerCase()] ??= decodeWords(value.trim());
  }
  return { headers, body: end ? source.slice(end.index + end[0].length) : '' };
}

function plainText(headers: Record<string, string>, body: string, seen: { parts: number; depth: number }): string | null {
  const type = headers['content-type'] ?? 'text/plain';
  if (/^multipart\//i.test(type)) {
    const boundary = /boundary="?([^";]{1,70})"?/i.exec(type)?.[1];
    if (!boundary || seen.depth >= limits.depth) return null;
    for (const part of body.split(`--${boundary}`).slice(1)) {
      if (part.startsWith('--') || ++seen.parts > limits.parts) break;
      const inner = split(part.replace(/^\r?\n/, ''));
      const text = plainText(inner.headers, inner.body, { ...seen, depth: seen.depth + 1 });
      if (text !== null) return text;
    }
    return null;
  }
  if (!/^text\/plain/i.test(type) || /^attachment/i.test(headers['content-disposition'] ?? '')) return null;
  const charset = /charset="?([\w.:-]{1,40})"?/i.exec(type)?.[1] ?? 'utf-8';
  return decoded(bytesOf(body, (headers['content-transfer-encoding'] ?? '').trim().toLowerCase()), charset);
}

function bytesOf(body: string, encoding: string): Uint8Array {
  switch (encoding) {
    case 'base64':
      return binary(atobOr(body.replace(/[^A-Za-z0-9+/]/g, '')));
    case 'quoted-printable':
      return binary(unquoted(body.replace(/=[ \t]*\r?\n/g, '')));
    default:
      return binary(body);
  }
}

const unquoted = (text: string) => text.replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
const binary = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

function atobOr(text: string): string {
  try {
    return atob(text.slice(0, text.length - (text.length % 4 === 1 ? 1 : 0)));
  } catch {
    return '';
  }
}

function decoded(bytes: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder('utf-8').decode(bytes);
  }
}

/** Encoded words of RFC 2047. */
function decodeWords(value: string): string {
  return value
    .replace(/(\?=)\s+(=\?)/g, '$1$2')
    .replace(/=\?([\w.:-]{1,40})\?([bq])\?([^?]*)\?=/gi, (_, charset: string, encoding: string, text: string) =>
      decoded(
        encoding.toLowerCase() === 'b' ? binary(atobOr(text.replace(/[^A-Za-z0-9+/]/g, ''))) : binary(unquoted(text.replace(/_/g, ' '))),
        charset,
      ),
    );
}

/** The address of `Name <address>`; '' when there is none. */
export function addressOf(value: string): string {
  const address = (/<([^<>\s]+)>\s*$/.exec(value)?.[1] ?? value).trim().toLowerCase();
  return /^[^\s@<>]{1,64}@[^\s@<>]{1,190}$/.test(address) ? address : '';
}
