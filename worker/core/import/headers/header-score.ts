import { meaningOf } from './meaning';

/** How much a row looks like the header of an attendee list: one point for each different meaning found. */
export function headerScore(cells: string[]): number {
  const found = new Set<string>();
  for (const cell of cells) {
    if (cell.length > 120) continue;
    const meaning = meaningOf(cell);
    if (meaning) found.add(meaning);
  }
  return found.size;
}
