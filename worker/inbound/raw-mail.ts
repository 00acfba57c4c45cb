import PostalMime, { addressParser, decodeWords } from 'postal-mime';
import type { MailPart } from '../core/replies/mail';

/** Reads a mail as it travels (RFC 5322, RFC 2045) as far as answers and reports need. */

export interface RawMail {
  /** The sender's address in lower case; '' when there is none. */
  from: string;
  subject: string;
  /** All plain text that is no attachment, decoded; '' when there is none. */
  text: string;
  /** All HTML that is no attachment. */
  html: string;
  /** By lower-case name, unfolded; the first one of each. */
  headers: Record<string, string>;
  /** Parts of reports and returned messages. */
  parts: MailPart[];
}

const limits = {
  bytes: 2_000_000,
  headers: 200,
  headerBytes: 64_000,
  boundaries: 1000,
  depth: 8,
  text: 200_000,
  parts: 20,
  partBytes: 64_000,
};

/** Throws RangeError when it is larger in some way than any answer is. */
export async function readRawMail(bytes: Uint8Array): Promise<RawMail> {
  if (bytes.length > limits.bytes) throw new RangeError('This mail is too large.');
  if (boundaryLines(bytes) > limits.boundaries) throw new RangeError('This mail has too many parts.');
  const reader = new TextCollector({
    maxNestingDepth: limits.depth,
    maxHeadersSize: limits.headerBytes,
    forceRfc822Attachments: true,
    attachmentEncoding: 'arraybuffer',
  });
  const email = await reader.parse(bytes).catch((error: unknown) => {
    throw new RangeError('This mail could not be read.', { cause: error });
  });
  if (email.headers.length > limits.headers) throw new RangeError('This mail has too many headers.');
  const headers: Record<string, string> = {};
  for (const { key, value } of email.headers) headers[key] ??= value.trim();
  const subject = decodeWords(headers.subject ?? '');
  const parts = email.attachments
    .filter(({ mimeType }) => /^message\/|^text\/rfc822-headers$/.test(mimeType))
    .slice(0, limits.parts)
    .map(({ mimeType, content }) => ({ type: mimeType, content: beginningOf(content) }));
  return {
    headers: { ...headers, ...(subject === '' ? {} : { subject }) },
    ...{ parts, subject },
    from: addressOf(headers.from ?? '') || addressOf(addressParser(headers.from ?? '', { flatten: true })[0]?.address ?? ''),
    text: reader.texts('text/plain'),
    html: reader.texts('text/html'),
  };
}

interface TextNode {
  contentType: { parsed?: { value?: string } };
  contentDisposition?: { parsed?: { value?: string } };
  getTextContent(): string;
}

/**
 * Takes the texts as they are. The library would turn HTML into text with patterns whose time grows with the square of its length,
 * and would mix both kinds; both are done in `core/replies`. The method is one that the library asks for every part
 * that is no multipart; a test fails when a new version asks no longer.
 */
class TextCollector extends PostalMime {
  private readonly found: { type: string; text: string }[] = [];

  isInlineTextNode(node: TextNode): boolean {
    const type = node.contentType.parsed?.value ?? 'text/plain';
    const attached = node.contentDisposition?.parsed?.value === 'attachment';
    if (!attached && (type === 'text/plain' || type === 'text/html') && this.found.length < limits.parts)
      this.found.push({ type, text: node.getTextContent().slice(0, limits.text) });
    return false;
  }

  texts(type: string): string {
    return this.found
      .filter((one) => one.type === type)
      .map(({ text }) => text)
      .join('\n')
      .slice(0, limits.text);
  }
}

/** Lines that could part a message: the library's time grows with the square of their number. */
function boundaryLines(bytes: Uint8Array): number {
  let count = 0;
  for (let at = 0; at + 1 < bytes.length; at++)
    if (bytes[at] === 0x2d && bytes[at + 1] === 0x2d && (at === 0 || bytes[at - 1] === 0x0a)) count++;
  return count;
}

function beginningOf(content: ArrayBuffer | Uint8Array | string): string {
  return typeof content === 'string' ? content.slice(0, limits.partBytes) : new TextDecoder().decode(content.slice(0, limits.partBytes));
}

/** The address of `Name <address>`; '' when there is none. */
export function addressOf(value: string): string {
  const address = (/<([^<>\s]+)>\s*$/.exec(value)?.[1] ?? value).trim().toLowerCase();
  return /^[^\s@<>]{1,64}@[^\s@<>]{1,190}$/.test(address) ? address : '';
}
