import { decodedPieces } from '../core/import/reading/encoding';
import { cleanText } from '../core/knowledge/clean-text';
import { htmlTitle, htmlToMarkdown } from '../core/knowledge/html-to-markdown';
import { fail, ok, type Result } from '../core/result';
import { pdfText } from './pdf-text';

/** Characters of one document. */
export const documentCharacters = 400_000;

export interface Converted {
  title: string;
  markdown: string;
}

export interface Source {
  bytes: Uint8Array;
  mediaType: string;
  charset: string | null;
  /** What the document is called when it does not say itself. */
  name: string;
}

/** A page or file as cleaned Markdown; the error says why it cannot be read and what to do. */
export async function toMarkdown({ bytes, mediaType, charset, name }: Source): Promise<Result<Converted>> {
  if (isPdf(bytes) || mediaType === 'application/pdf') {
    const text = await pdfText(bytes);
    return text.ok ? kept(name, text.value) : text;
  }
  if (bytes[0] === 0x50 && bytes[1] === 0x4b)
    return fail('This is an office document or archive. Save it as PDF, HTML, Markdown or text first.');
  if (bytes.subarray(0, 4000).includes(0) && !hasMark(bytes)) return fail('This is not text. Markdown, HTML, text and PDF can be read.');
  const html = mediaType === 'text/html' || mediaType === 'application/xhtml+xml';
  const text = decoded(bytes, charset ?? (html ? declaredCharset(bytes) : null));
  if (html || /^\s*(?:<!doctype html|<html[\s>])/i.test(text)) return kept(htmlTitle(text) ?? name, cleanText(htmlToMarkdown(text)));
  const clean = cleanText(text);
  return kept(mediaType.includes('markdown') ? (heading(clean) ?? name) : name, clean);
}

/** Checks what every document must be, however it came. */
export function kept(title: string, markdown: string): Result<Converted> {
  if (!/[\p{L}\p{N}]/u.test(markdown))
    return fail('There is no text in it. Pages that are built by scripts and scanned PDFs hold none: paste the text instead.');
  if (markdown.length > documentCharacters)
    return fail(
      `It holds ${markdown.length.toLocaleString('en')} characters; a document may have ${documentCharacters.toLocaleString('en')}. Split it.`,
    );
  return ok({ title: cleanText(title).replace(/\s+/g, ' ').slice(0, 200) || 'Untitled', markdown });
}

/** Media type of an uploaded file by its name, then by what the browser said. */
export function mediaTypeOfFile(fileName: string, contentType: string | null): string {
  switch (/\.([a-z]{2,8})$/i.exec(fileName)?.[1]?.toLowerCase()) {
    case 'md':
    case 'markdown':
      return 'text/markdown';
    case 'html':
    case 'htm':
    case 'xhtml':
      return 'text/html';
    case 'pdf':
      return 'application/pdf';
    case 'txt':
    case 'text':
      return 'text/plain';
    default:
      return contentType?.split(';')[0]?.trim().toLowerCase() || 'text/plain';
  }
}

const isPdf = (bytes: Uint8Array) => bytes[0] === 0x25 && bytes[1] === 0x50 && bytes[2] === 0x44 && bytes[3] === 0x46;
const hasMark = (bytes: Uint8Array) => (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);

/** By the byte order mark, then the stated charset, then what the bytes look like. */
function decoded(bytes: Uint8Array, charset: string | null): string {
  if (charset && !hasMark(bytes)) {
    try {
      return new TextDecoder(charset).decode(bytes);
    } catch {
      // A charset that nobody knows: the bytes decide.
    }
  }
  return [...decodedPieces(bytes)].join('');
}

/** The charset that an HTML page declares in its first 1024 bytes (HTML standard, 13.2.3.2). */
function declaredCharset(bytes: Uint8Array): string | null {
  const start = new TextDecoder('windows-1252').decode(bytes.subarray(0, 1024));
  return /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w.:-]{1,40})/i.exec(start)?.[1] ?? null;
}

function heading(markdown: string): string | undefined {
  return /^#\s+(.{1,200})$/m.exec(markdown)?.[1]?.trim();
}
