import { firstOccurrence, type IndexedPassage, placeOf } from './indexed-passage';
import type { ParsedQuery } from './query';
import type { CollectionStatistics } from './rank-hits';

export interface Pairs {
  pairs: { first: number; second: number; value: number }[];
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
    pairs.push({ first: statistics.numbers.find(first), second: statistics.numbers.find(second), value });
    total += value;
  }
  return { pairs, total };
}

/** 0 to 1: the share of the pairs that stand within four words of each other in a field or sentence; in order and close counts double. */
export function pairCover({ pairs, total }: Pairs, passage: IndexedPassage): number {
  if (total === 0) return 0;
  let sum = 0;
  for (const { first, second, value } of pairs) {
    const firstAt = firstOccurrence(passage, first);
    const secondAt = firstAt === -1 ? -1 : firstOccurrence(passage, second);
    if (secondAt !== -1) sum += value * closeness(passage, firstAt, secondAt);
  }
  return sum / total;
}

function closeness({ terms, positions }: IndexedPassage, firstAt: number, secondAt: number): number {
  let best = 0;
  for (let i = firstAt; terms[i] === terms[firstAt]; i++) {
    const first = positions[i] as number;
    for (let j = secondAt; terms[j] === terms[secondAt]; j++) {
      const second = positions[j] as number;
      const gap = second - first;
      if (gap === 0 || gap > windowSize || gap < -windowSize || placeOf(first) !== placeOf(second)) continue;
      if (gap > 0 && gap <= 2) return 1;
      best = 0.5;
    }
  }
  return best;
}
