import { cleanText } from '../core/knowledge/clean-text';
import { fail, ok, type Result } from '../core/result';
import { errorFields, log } from '../log';

const mostPages = 300;

/** The text of a PDF, page after page. The reader is large and only loaded when there is one to read. */
export async function pdfText(bytes: Uint8Array): Promise<Result<string>> {
  try {
    const { extractText, getDocumentProxy } = await import('unpdf');
    const pdf = await getDocumentProxy(bytes.slice(), { verbosity: 0 });
    if (pdf.numPages > mostPages) return fail(`The PDF has ${pdf.numPages} pages; at most ${mostPages} can be read. Split it.`);
    const { text } = await extractText(pdf, { mergePages: false });
    return ok(cleanText(text.map(asProse).join('\n\n')));
  } catch (error) {
    log('info', 'pdf not read', errorFields(error));
    const locked = error instanceof Error && error.name === 'PasswordException';
    return fail(
      locked
        ? 'The PDF is protected by a password. Save it without one.'
        : 'The PDF cannot be read. Save it as text or HTML, or paste its text.',
    );
  }
}

/** Words that a line end divided are joined; lines that end with a sentence, and short ones, stand alone. */
function asProse(page: string): string {
  return page
    .replace(/(\p{Ll})-\n(\p{Ll})/gu, '$1$2')
    .replace(/([^\n.!?:;])\n(?=\p{Ll})/gu, '$1 ')
    .replace(/\n/g, '\n\n');
}
