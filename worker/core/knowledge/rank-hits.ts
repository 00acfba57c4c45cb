import { firstOccurrence, firstSentence, type IndexedPassage, placeOf, type TermNumbers, titlePlace } from './indexed-passage';
import type { ParsedQuery } from './query';
import type { RankWeights } from './rank-weights';

export interface CollectionStatistics {
  passages: number;
  averageTitle: number;
  averageHeadings: number;
  averageText: number;
  /** Passages that contain a stem. */
  frequency(stem: string): number;
  numbers: TermNumbers;
  /** The year that the pages are about; passages that only name earlier ones are about a past edition. */
  currentYear?: number;
}

/** What of the question a passage contains, by group of the question. */
export interface PassageHits {
  /** Weighted by field and normalised by its length. */
  frequencies: Float64Array;
  /** 0 to 1: how far the headings and the title cover the group. */
  inHeadings: Float64Array;
  /** By sentence, the groups it hits with the weight of the hit. */
  sentences: Map<number, [number, number][]>;
}

const titleShare = 0.5;
const headingShare = 0.8;

/** By group of the question, the terms that count for it. Terms that no candidate contains are left out. */
export type NumberedGroups = { term: number; weight: number }[][];

export function numberedGroups(query: ParsedQuery, numbers: TermNumbers): NumberedGroups {
  return query.groups.map(({ members }) =>
    members.map(({ stem, weight }) => ({ term: numbers.find(stem), weight })).filter(({ term }) => term !== -1),
  );
}

export function countHits(
  passage: IndexedPassage,
  groups: NumberedGroups,
  statistics: CollectionStatistics,
  weights: RankWeights,
): PassageHits {
  const hits: PassageHits = {
    frequencies: new Float64Array(groups.length),
    inHeadings: new Float64Array(groups.length),
    sentences: new Map(),
  };
  const scales = [
    weights.title / lengthFactor(weights.bTitle, passage.titleLength, statistics.averageTitle),
    weights.headings / lengthFactor(weights.bHeadings, passage.headingsLength, statistics.averageHeadings),
    weights.text / lengthFactor(weights.bText, passage.textLength, statistics.averageText),
  ];
  const { terms, positions } = passage;
  groups.forEach((members, group) => {
    for (const { term, weight } of members) {
      const first = firstOccurrence(passage, term);
      if (first === -1) continue;
      for (let at = first; terms[at] === term; at++) addHit(hits, group, weight, placeOf(positions[at] as number), scales);
    }
  });
  return hits;
}

function addHit(hits: PassageHits, group: number, weight: number, place: number, scales: number[]): void {
  const scale = scales[Math.min(place, firstSentence)] as number;
  hits.frequencies[group] = (hits.frequencies[group] as number) + weight * scale;
  if (place < firstSentence) {
    const share = weight * (place === titlePlace ? titleShare : headingShare);
    hits.inHeadings[group] = Math.max(hits.inHeadings[group] as number, share);
    return;
  }
  const sentence = place - firstSentence;
  const found = hits.sentences.get(sentence);
  if (found) found.push([group, weight]);
  else hits.sentences.set(sentence, [[group, weight]]);
}

/**
 * The inverse document frequency of every group, times its weight; 0 for a group that no passage contains. A passage with only a sign of a
 * concept counts in part.
 */
export function groupIdf(query: ParsedQuery, statistics: CollectionStatistics): number[] {
  return query.groups.map((group) => {
    let frequency = 0;
    let weak = 0;
    for (const { stem, weight } of group.members) {
      if (weight === 1) frequency = Math.max(frequency, statistics.frequency(stem));
      else weak += weight * statistics.frequency(stem);
    }
    frequency = Math.min(statistics.passages, frequency + weak);
    if (frequency === 0) return 0;
    return group.weight * Math.log(1 + (statistics.passages - frequency + 0.5) / (frequency + 0.5));
  });
}

function lengthFactor(b: number, length: number, average: number): number {
  return average === 0 ? 1 : 1 - b + (b * length) / average;
}
