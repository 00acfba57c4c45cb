import { AppError } from '../errors';
import { type Column, type ImportSource, importLimits, type Row } from './fields';
import { assignColumns } from './headers/assign-columns';
import { headerScore } from './headers/header-score';
import { openTables, type Table } from './reading/tables';

export interface Recognition {
  source: ImportSource;
  /** `orders`: rows are orders without tickets. */
  kind: 'tickets' | 'orders';
  /** Sheet name; '' for text. */
  table: string;
  headerLine: number;
  columns: Column[];
}

const previewRows = 200;

/** Recognises an uploaded file: its table, the header row (there may be titles above it), where it came from and what its columns mean. */
export function recognise(bytes: Uint8Array): { recognition: Recognition; table: Table } {
  let best: { recognition: Recognition; table: Table; score: number } | undefined;
  for (const table of openTables(bytes)) {
    const rows = firstRows(table);
    const found = headerRow(rows);
    if (!found) continue;
    const below = rows.filter((row) => row.line > found.row.line);
    const { source, kind, columns } = assignColumns(found.row.cells, below);
    const score = found.score * 10 + Math.min(below.length, 9) + (source === 'sheet' ? 0 : 50);
    if (!best || score > best.score)
      best = { recognition: { source, kind, table: table.name, headerLine: found.row.line, columns }, table, score };
  }
  if (!best) throw new AppError('invalid_input', 'The file holds no table. It needs one row of column names and the attendees below it.');
  return { recognition: best.recognition, table: best.table };
}

function firstRows(table: Table): Row[] {
  const rows: Row[] = [];
  for (const row of table.rows()) {
    if (row.cells.some((cell) => cell.trim() !== '')) rows.push(row);
    if (rows.length >= previewRows) break;
  }
  return rows;
}

/** The row with most known headers; where none is known, the first that is nearly as wide as the table and holds words only. */
function headerRow(rows: Row[]): { row: Row; score: number } | undefined {
  const candidates = rows.slice(0, importLimits.headerSearchRows);
  let best: { row: Row; score: number } | undefined;
  for (const row of candidates) {
    const score = headerScore(row.cells);
    if (score > (best?.score ?? 0)) best = { row, score };
  }
  if (best && best.score >= 2) return best;
  const width = Math.max(0, ...candidates.map((row) => filled(row)));
  const wide = candidates.find(
    (row) => filled(row) >= Math.max(1, width * 0.6) && row.cells.every((cell) => !/^[\d.,\s-]+$/.test(cell) && !cell.includes('@')),
  );
  if (best && (best.score >= 1 || !wide)) return best;
  return wide ? { row: wide, score: 0 } : undefined;
}

const filled = (row: Row) => row.cells.filter((cell) => cell.trim() !== '').length;
