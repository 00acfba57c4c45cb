import { importLimits, type Row } from '../fields';

/** A few different values of a column, to judge it by. */
export function samplesOf(rows: Row[], index: number): string[] {
  const samples = new Set<string>();
  for (const row of rows) {
    const value = (row.cells[index] ?? '').trim();
    if (value !== '') samples.add(value.slice(0, 80));
    if (samples.size >= importLimits.samples) break;
  }
  return [...samples];
}

/** A column without a header counts where a fifth of the rows, and two at least, fill it; a single longer row is a broken one. */
export function tableWidth(headerCells: string[], rows: Row[]): number {
  const longest = Math.max(0, ...rows.map((row) => row.cells.length));
  let width = headerCells.length;
  for (let index = width; index < longest; index++) {
    const filled = rows.filter((row) => (row.cells[index] ?? '').trim() !== '').length;
    if (filled >= Math.max(2, rows.length / 5)) width = index + 1;
  }
  return width;
}
