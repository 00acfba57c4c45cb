import type { AnalyzedPassage } from './analyzed';
import type { ParsedQuery } from './query';
import type { CollectionStatistics } from './rank-hits';

export interface Pairs {
  /** First stem, second stem, value. */
  values: Map<string, Map<string, number>>;
  total: number;
}

const windowSize = 4;

/** The neighbouring words of the question, valued by the rarer of the two. */
export function preparePairs(query: ParsedQuery, statistics: CollectionStatistics): Pairs {
  const values = new Map<string, Map<string, number>>();
  let total = 0;
  for (const [first, second] of query.pairs) {
    const rarest = Math.min(statistics.frequency(first), statistics.frequency(second));
    if (rarest === 0) continue;
    const value = Math.log(1 + (statistics.passages - rarest + 0.5) / (rarest + 0.5));
    const seconds = values.get(first) ?? new Map<string, number>();
    seconds.set(second, value);
    values.set(first, seconds);
    total += value;
  }
  return { values, total };
}

/** 0 to 1: the share of the pairs that stand within four words of each other in a field or sentence; in order and close counts double. */
export function pairCover(pairs: Pairs, passage: AnalyzedPassage): number {
  if (pairs.total === 0) return 0;
  const found = new Map<string, number>();
  collect(pairs, passage.headings.stems, found);
  collect(pairs, passage.title.stems, found);
  for (const sentence of passage.sentences) collect(pairs, sentence.stems, found);
  let sum = 0;
  for (const value of found.values()) sum += value;
  return sum / pairs.total;
}

function collect(pairs: Pairs, stems: readonly string[], found: Map<string, number>): void {
  for (let at = 0; at < stems.length; at++) {
    const seconds = pairs.values.get(stems[at] as string);
    if (!seconds) continue;
    for (let near = Math.max(0, at - windowSize); near < Math.min(stems.length, at + windowSize + 1); near++) {
      const value = seconds.get(stems[near] as string);
      if (value === undefined) continue;
      const key = `${stems[at]} ${stems[near]}`;
      const share = near > at && near - at <= 2 ? 1 : 0.5;
      found.set(key, Math.max(found.get(key) ?? 0, value * share));
    }
  }
}
