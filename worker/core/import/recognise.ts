import { AppError } from '../errors';
import { assignCompanyColumns } from './companies/assign-columns';
import { companyHeaderScore } from './companies/headers';
import { type Column, type ImportKind, type ImportSource, importLimits, type Row } from './fields';
import { assignColumns } from './headers/assign-columns';
import { headerScore } from './headers/header-score';
import { openTables, type Table } from './reading/tables';

export interface Recognition {
  source: ImportSource;
  kind: ImportKind;
  /** Sheet name; '' for text. */
  table: string;
  headerLine: number;
  columns: Column[];
}

const previewRows = 200;

/**
 * Recognises an uploaded file: its table, the header row (there may be titles above it), where it came from and what its
 * columns mean. Whether it lists attendees or companies is told by its headers unless `wanted` says it.
 */
export function recognise(bytes: Uint8Array, wanted?: 'attendees' | 'companies'): { recognition: Recognition; table: Table } {
  let best: { recognition: Recognition; table: Table; score: number } | undefined;
  for (const table of openTables(bytes)) {
    const rows = firstRows(table);
    const found = headerRow(rows, wanted);
    if (!found) continue;
    const below = rows.filter((row) => row.line > found.row.line);
    const companies = wanted === 'attendees' ? null : assignCompanyColumns(found.row.cells, below);
    const { source, kind, columns } =
      companies && (wanted === 'companies' || companies.isSure)
        ? { ...companies, kind: 'companies' as const }
        : assignColumns(found.row.cells, below);
    const score = found.score * 10 + Math.min(below.length, 9) + (source === 'sheet' ? 0 : 50);
    if (!best || score > best.score)
      best = { recognition: { source, kind, table: table.name, headerLine: found.row.line, columns }, table, score };
  }
  if (!best)
    throw new AppError(
      'invalid_input',
      `The file holds no table. It needs one row of column names and ${wanted ?? 'attendees or companies'} below it.`,
    );
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
function headerRow(rows: Row[], wanted: 'attendees' | 'companies' | undefined): { row: Row; score: number } | undefined {
  const candidates = rows.slice(0, importLimits.headerSearchRows);
  let best: { row: Row; score: number } | undefined;
  for (const row of candidates) {
    const ofCompanies = wanted === 'attendees' ? 0 : companyHeaderScore(row.cells);
    const score = wanted === 'companies' ? ofCompanies : Math.max(headerScore(row.cells), ofCompanies);
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
