/** One list of results, best first, with what it counts beside the others. */
export interface RankedList<T> {
  items: readonly T[];
  weight?: number;
}

export interface Fused<T> {
  item: T;
  score: number;
}

/**
 * Reciprocal rank fusion (Cormack, Clarke, Buettcher 2009): an item scores the sum over the lists of weight / (k + rank), rank from 1. Items are the
 * same when `keyOf` says so; the first seen is kept. Ties keep the order of the lists.
 */
export function fuse<T>(lists: readonly RankedList<T>[], keyOf: (item: T) => string, k = 60): Fused<T>[] {
  const fused = new Map<string, Fused<T>>();
  for (const { items, weight = 1 } of lists) {
    const seen = new Set<string>();
    items.forEach((item, at) => {
      const key = keyOf(item);
      if (seen.has(key)) return;
      seen.add(key);
      const gain = weight / (k + at + 1);
      const known = fused.get(key);
      if (known) known.score += gain;
      else fused.set(key, { item, score: gain });
    });
  }
  return [...fused.values()].sort((a, b) => b.score - a.score);
}
