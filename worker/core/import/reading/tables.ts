import { AppError } from '../../errors';
import type { Row } from '../fields';
import { csvRows } from './csv';
import { detectDialect } from './dialect';
import { decodedPieces, detectEncoding } from './encoding';
import { openWorkbook } from './xlsx';

/** A table of a file; `rows` starts from the top each time and reads as it goes. */
export interface Table {
  /** Name of the sheet; '' for a text file. */
  name: string;
  rows(): Generator<Row>;
}

/** The tables of an uploaded file: one of a CSV, TSV or text file, one per visible sheet of an XLSX workbook. Throws what to do for anything else. */
export function openTables(bytes: Uint8Array): Table[] {
  if (bytes.length === 0) throw new AppError('invalid_input', 'The file is empty. Export it again and upload that.');
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return openWorkbook(bytes);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    throw new AppError(
      'unsupported_media',
      'This is an old or password-protected Excel file. Save it as .xlsx without a password, or as CSV.',
    );
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46]))
    throw new AppError('unsupported_media', 'This is a PDF. Export the attendee list as CSV or XLSX and upload that.');
  const { encoding } = detectEncoding(bytes);
  if (!encoding.startsWith('utf-16') && bytes.subarray(0, 4000).includes(0))
    throw new AppError('unsupported_media', 'This is not a table of text. Export the attendee list as CSV or XLSX and upload that.');
  const { delimiter, skipLines } = detectDialect(decodedPieces(bytes));
  return [
    {
      name: '',
      *rows() {
        for (const row of csvRows(decodedPieces(bytes), delimiter)) if (row.line > skipLines) yield row;
      },
    },
  ];
}

function startsWith(bytes: Uint8Array, prefix: number[]): boolean {
  return prefix.every((byte, index) => bytes[index] === byte);
}
