import { type IndexedPassage, placeOf } from './indexed-passage';
import type { ParsedQuery } from './query';
import type { CollectionStatistics } from './rank-hits';

export interface Pairs {
  pairs: { first: string; second: string; value: number }[];
  total: number;
}

const windowSize = 4;

/** The neighbouring words of the question, valued by the rarer of the two. */
export function preparePairs(query: ParsedQuery, statistics: CollectionStatistics): Pairs {
  const pairs: Pairs['pairs'] = [];
  let total = 0;
  for (const [first, second] of query.pairs) {
    const rarest = Math.min(statistics.frequency(first), statistics.frequency(second));
    if (rarest === 0) continue;
    const value = Math.log(1 + (statistics.passages - rarest + 0.5) / (rarest + 0.5));
    pairs.push({ first, second, value });
    total += value;
  }
  return { pairs, total };
}

/** 0 to 1: the share of the pairs that stand within four words of each other in a field or sentence; in order and close counts double. */
export function pairCover({ pairs, total }: Pairs, passage: IndexedPassage): number {
  if (total === 0) return 0;
  let sum = 0;
  for (const { first, second, value } of pairs) {
    const firsts = passage.terms.get(first);
    const seconds = firsts && passage.terms.get(second);
    if (seconds) sum += value * closeness(firsts, seconds);
  }
  return sum / total;
}

function closeness(firsts: readonly number[], seconds: readonly number[]): number {
  let best = 0;
  for (const first of firsts) {
    for (const second of seconds) {
      const gap = second - first;
      if (gap === 0 || gap > windowSize || gap < -windowSize || placeOf(first) !== placeOf(second)) continue;
      if (gap > 0 && gap <= 2) return 1;
      best = 0.5;
    }
  }
  return best;
}
