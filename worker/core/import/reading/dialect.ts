import type { Row } from '../fields';
import { headerScore } from '../headers/header-score';
import { csvRows } from './csv';

const delimiters = [',', ';', '\t', '|'];
const sampleCharacters = 65_536;

/** Delimiter of a text table and the number of lines before it: what a `sep=` line says, else the one that gives the most even and best known columns. */
export function detectDialect(pieces: Iterable<string>): { delimiter: string; skipLines: number } {
  let sample = '';
  for (const piece of pieces) {
    sample += piece;
    if (sample.length > sampleCharacters) break;
  }
  const declared = /^\s*"?sep=(.)"?\s*(?:\r\n|\r|\n|$)/i.exec(sample);
  if (declared) return { delimiter: declared[1] ?? ',', skipLines: 1 };
  const end = sample.length > sampleCharacters ? sample.lastIndexOf('\n', sampleCharacters) : sample.length;
  let best = { delimiter: ',', score: -1 };
  for (const delimiter of delimiters) {
    const score = evenness(sample.slice(0, Math.max(end, 0)), delimiter);
    if (score > best.score) best = { delimiter, score };
  }
  return { delimiter: best.delimiter, skipLines: 0 };
}

function evenness(text: string, delimiter: string): number {
  const rows: Row[] = [];
  try {
    for (const row of csvRows([text], delimiter)) {
      if (row.cells.some((cell) => cell.trim() !== '')) rows.push(row);
      if (rows.length >= 60) break;
    }
  } catch {
    // A quote left open: either the sample ends inside a cell, or this is not the delimiter; what was read so far decides.
  }
  const widths = new Map<number, number>();
  for (const row of rows) widths.set(row.cells.length, (widths.get(row.cells.length) ?? 0) + 1);
  let width = 1;
  let count = 0;
  for (const [each, times] of widths) if (each > 1 && times >= count) [width, count] = [each, times];
  const known = Math.max(0, ...rows.slice(0, 30).map((row) => headerScore(row.cells)));
  return known * 10 + (width > 1 ? (count / Math.max(rows.length, 1)) * (4 + Math.min(width, 20) / 10) : 0);
}
