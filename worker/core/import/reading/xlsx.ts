import { AppError } from '../../errors';
import { importLimits, type Row } from '../fields';
import { serialToIso, showsDate } from './number-format';
import { attribute, xmlTokens } from './xml';
import { unpacked, type ZipEntry, zipEntries } from './zip';

const partLimit = 60_000_000;
const textLimit = 30_000_000;

interface Book {
  shared: string[];
  /** By style index: whether the cell shows a date. */
  dates: boolean[];
  date1904: boolean;
}

export interface Sheet {
  name: string;
  rows(): Generator<Row>;
}

/** The visible sheets of an XLSX workbook. Sheets are read row by row, each time `rows` is called; formulas give their cached values. */
export function openWorkbook(bytes: Uint8Array): Sheet[] {
  const entries = zipEntries(bytes);
  const workbook = entries.get('xl/workbook.xml');
  if (!workbook)
    throw new AppError('unsupported_media', 'This is a zip archive, not an XLSX workbook. Export the list as CSV or XLSX and upload that.');
  const targets = relations(bytes, entries);
  const listed: { name: string; path: string }[] = [];
  let date1904 = false;
  for (const token of xmlTokens(unpacked(bytes, workbook, partLimit))) {
    if (token.kind !== 'start') continue;
    if (token.name === 'workbookPr') date1904 = ['1', 'true'].includes(attribute(token.attributes, 'date1904') ?? '');
    if (token.name !== 'sheet' || (attribute(token.attributes, 'state') ?? 'visible') !== 'visible') continue;
    const path = targets.get(
      /\sr?:?id\s*=\s*["']([^"']+)["']/i.exec(token.attributes.replace(/sheetId\s*=\s*["'][^"']*["']/, ''))?.[1] ?? '',
    );
    if (path) listed.push({ name: attribute(token.attributes, 'name') ?? '', path });
  }
  let book: Book | undefined;
  return listed.slice(0, 30).flatMap(({ name, path }) => {
    const entry = entries.get(path);
    if (!entry) return [];
    return [
      {
        name,
        rows: () => {
          book ??= { shared: sharedStrings(bytes, entries), dates: dateStyles(bytes, entries), date1904 };
          return sheetRows(bytes, entry, book);
        },
      },
    ];
  });
}

function* sheetRows(bytes: Uint8Array, entry: ZipEntry, book: Book): Generator<Row> {
  let line = 0;
  let cells: string[] = [];
  let column = 0;
  let type = '';
  let date = false;
  let value: string | undefined;
  let collecting = false;
  let phonetic = false;
  for (const token of xmlTokens(unpacked(bytes, entry))) {
    if (token.kind === 'text') {
      if (collecting && !phonetic) value = (value ?? '') + token.text;
      continue;
    }
    const starts = token.kind === 'start';
    switch (token.name) {
      case 'row':
        if (starts) {
          line = Number(attribute(token.attributes, 'r') ?? line + 1);
          cells = [];
          column = 0;
        }
        if (!starts || token.closed) yield { line, cells };
        break;
      case 'c':
        if (starts) {
          const reference = attribute(token.attributes, 'r');
          column = reference ? columnOf(reference) : column + 1;
          type = attribute(token.attributes, 't') ?? 'n';
          date = book.dates[Number(attribute(token.attributes, 's') ?? -1)] ?? false;
          value = undefined;
        }
        if ((!starts || token.closed) && value !== undefined && column <= importLimits.columns) {
          while (cells.length < column - 1) cells.push('');
          cells[column - 1] = shown(value, type, date, book).slice(0, importLimits.cellCharacters);
        }
        break;
      case 'v':
      case 't':
        collecting = starts && !token.closed;
        break;
      case 'rPh':
        phonetic = starts && !token.closed;
        break;
      case 'f':
        collecting = false;
        break;
    }
  }
}

function shown(value: string, type: string, date: boolean, book: Book): string {
  switch (type) {
    case 's':
      return book.shared[Number(value)] ?? '';
    case 'str':
    case 'inlineStr':
      return value;
    case 'b':
      return value === '1' ? 'TRUE' : 'FALSE';
    case 'e':
      return value;
    case 'd':
      return value.slice(0, 19);
    default: {
      const number = Number(value);
      if (value.trim() === '' || !Number.isFinite(number)) return value;
      if (date) return serialToIso(number, book.date1904);
      const text = String(Number(number.toPrecision(15)));
      // A stored number has a decimal point and no thousands: a fourth decimal keeps 1.204 from being read as one thousand.
      return /^-?\d+\.\d{3}$/.test(text) ? `${text}0` : text;
    }
  }
}

function sharedStrings(bytes: Uint8Array, entries: Map<string, ZipEntry>): string[] {
  const entry = entries.get('xl/sharedStrings.xml');
  const strings: string[] = [];
  if (!entry) return strings;
  let text = '';
  let total = 0;
  let collecting = false;
  let phonetic = false;
  for (const token of xmlTokens(unpacked(bytes, entry, partLimit))) {
    if (token.kind === 'text') {
      if (collecting && !phonetic) text += token.text;
    } else if (token.name === 't') collecting = token.kind === 'start' && !token.closed;
    else if (token.name === 'rPh') phonetic = token.kind === 'start' && !token.closed;
    else if (token.name === 'si') {
      if (token.kind === 'end' || token.closed) {
        strings.push(text.slice(0, importLimits.cellCharacters));
        total += text.length;
        if (total > textLimit)
          throw new AppError('too_large', 'This workbook holds too much text for one import. Split it, or save the list as CSV.');
      }
      text = '';
    }
  }
  return strings;
}

function dateStyles(bytes: Uint8Array, entries: Map<string, ZipEntry>): boolean[] {
  const entry = entries.get('xl/styles.xml');
  const codes = new Map<number, string>();
  const dates: boolean[] = [];
  if (!entry) return dates;
  let inCellFormats = false;
  for (const token of xmlTokens(unpacked(bytes, entry, partLimit))) {
    if (token.kind === 'text') continue;
    if (token.name === 'cellXfs') inCellFormats = token.kind === 'start';
    else if (token.kind === 'start' && token.name === 'numFmt')
      codes.set(Number(attribute(token.attributes, 'numFmtId')), attribute(token.attributes, 'formatCode') ?? '');
    else if (token.kind === 'start' && token.name === 'xf' && inCellFormats) {
      const id = Number(attribute(token.attributes, 'numFmtId') ?? 0);
      dates.push(showsDate(id, codes.get(id)));
    }
  }
  return dates;
}

function relations(bytes: Uint8Array, entries: Map<string, ZipEntry>): Map<string, string> {
  const entry = entries.get('xl/_rels/workbook.xml.rels');
  const targets = new Map<string, string>();
  if (!entry) return targets;
  for (const token of xmlTokens(unpacked(bytes, entry, partLimit))) {
    if (token.kind !== 'start' || token.name !== 'Relationship') continue;
    const target = attribute(token.attributes, 'Target') ?? '';
    targets.set(attribute(token.attributes, 'Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  }
  return targets;
}

/** `B7` is column 2. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference) {
    const code = letter.charCodeAt(0);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column;
}
