import { AppError } from '../../errors';
import { importLimits, type Row } from '../fields';

const quoteLimit = 1_000_000;
enum At {
  Start,
  Plain,
  Quoted,
  Closing,
}

/**
 * Records of delimited text (RFC 4180, tolerant: CR, LF or CRLF, quoted newlines, text after a closing quote, missing last newline).
 * Linear time; holds one record at a time. Throws `invalid_input` where a quote is never closed.
 */
export function* csvRows(pieces: Iterable<string>, delimiter: string): Generator<Row> {
  const separator = delimiter.charCodeAt(0);
  let at = At.Start;
  let cells: string[] = [];
  let cell = '';
  let line = 1;
  let rowLine = 1;
  /** Where the quote that is open now began; 0 when none is. */
  let quoteLine = 0;
  let lastQuoteLine = 0;
  let afterCarriageReturn = false;
  for (const piece of pieces) {
    let from = 0;
    for (let i = 0; i < piece.length; i++) {
      const code = piece.charCodeAt(i);
      const newline = code === 10 || code === 13;
      if (code === 10 && afterCarriageReturn) {
        afterCarriageReturn = false;
        if (at !== At.Quoted) {
          from = i + 1;
          continue;
        }
      } else {
        afterCarriageReturn = code === 13;
        if (newline) line++;
      }
      if (at === At.Quoted) {
        if (code === 34) {
          cell += piece.slice(from, i);
          from = i + 1;
          at = At.Closing;
          quoteLine = 0;
        }
        continue;
      }
      if (at === At.Closing && code === 34) {
        from = i;
        at = At.Quoted;
        quoteLine = lastQuoteLine;
        continue;
      }
      if (code === 34 && at === At.Start && (cell + piece.slice(from, i)).trim() === '') {
        cell = '';
        from = i + 1;
        at = At.Quoted;
        quoteLine = line;
        lastQuoteLine = line;
        continue;
      }
      if (code === separator || newline) {
        cells.push((cell + piece.slice(from, i)).slice(0, importLimits.cellCharacters));
        cell = '';
        from = i + 1;
        at = At.Start;
        if (newline) {
          yield { line: rowLine, cells };
          cells = [];
          rowLine = line;
        }
      } else if (at === At.Closing || (at === At.Start && code !== 32 && code !== 9)) at = At.Plain;
    }
    cell += piece.slice(from);
    if (quoteLine > 0 && cell.length > quoteLimit) throw unclosed(quoteLine);
  }
  if (quoteLine > 0) throw unclosed(quoteLine);
  if (cell !== '' || cells.length > 0) {
    cells.push(cell.slice(0, importLimits.cellCharacters));
    yield { line: rowLine, cells };
  }
}

function unclosed(line: number): AppError {
  return new AppError(
    'invalid_input',
    `The quotation mark opened in line ${line} is never closed. Correct that line, or export the file again.`,
  );
}
