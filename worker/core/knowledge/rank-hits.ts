import type { AnalyzedPassage, AnalyzedText } from './analyzed';
import type { ParsedQuery } from './query';
import type { RankWeights } from './rank-weights';

export interface CollectionStatistics {
  passages: number;
  averageTitle: number;
  averageHeadings: number;
  averageText: number;
  /** Passages that contain a stem. */
  frequency(stem: string): number;
  /** The year that the pages are about; passages that only name earlier ones are about a past edition. */
  currentYear?: number;
}

/** Where a stem or mark leads: the group of the question it counts for. */
interface Hit {
  group: number;
  weight: number;
}

export type HitIndex = Map<string, Hit[]>;

/** What of the question a passage contains, by group of the question. */
export interface PassageHits {
  /** Weighted by field and normalised by its length. */
  frequencies: Float64Array;
  /** 0 to 1: how far the headings and the title cover the group. */
  inHeadings: Float64Array;
  sentences: { sentence: number; found: [number, number][] }[];
}

export function hitIndex(query: ParsedQuery, statistics: CollectionStatistics): HitIndex {
  const index: HitIndex = new Map();
  query.groups.forEach((group, at) => {
    for (const { stem, weight } of group.members) {
      if (statistics.frequency(stem) === 0) continue;
      const list = index.get(stem) ?? [];
      list.push({ group: at, weight });
      index.set(stem, list);
    }
  });
  return index;
}

export function countHits(
  passage: AnalyzedPassage,
  groups: number,
  index: HitIndex,
  statistics: CollectionStatistics,
  weights: RankWeights,
): PassageHits {
  const frequencies = new Float64Array(groups);
  const inHeadings = new Float64Array(groups);
  const textLength = passage.sentences.reduce((sum, sentence) => sum + sentence.stems.length, 0);
  const count = (text: AnalyzedText, scale: number, visit: (group: number, weight: number) => void) =>
    eachHit(text, index, (group, weight) => {
      frequencies[group] = (frequencies[group] as number) + weight * scale;
      visit(group, weight);
    });
  const raiseHeading = (share: number) => (group: number, weight: number) => {
    inHeadings[group] = Math.max(inHeadings[group] as number, weight * share);
  };
  count(
    passage.title,
    weights.title / lengthFactor(weights.bTitle, passage.title.stems.length, statistics.averageTitle),
    raiseHeading(0.5),
  );
  const headingScale = weights.headings / lengthFactor(weights.bHeadings, passage.headings.stems.length, statistics.averageHeadings);
  count(passage.headings, headingScale, raiseHeading(0.8));
  const textScale = weights.text / lengthFactor(weights.bText, textLength, statistics.averageText);
  const sentences: PassageHits['sentences'] = [];
  passage.sentences.forEach((text, sentence) => {
    const found: [number, number][] = [];
    count(text, textScale, (group, weight) => found.push([group, weight]));
    if (found.length > 0) sentences.push({ sentence, found });
  });
  return { frequencies, inHeadings, sentences };
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

function eachHit({ stems, marks }: AnalyzedText, index: HitIndex, visit: (group: number, weight: number) => void): void {
  for (const stem of stems) for (const { group, weight } of index.get(stem) ?? none) visit(group, weight);
  for (const mark of marks) for (const { group, weight } of index.get(mark) ?? none) visit(group, weight);
}

const none: readonly Hit[] = [];

function lengthFactor(b: number, length: number, average: number): number {
  return average === 0 ? 1 : 1 - b + (b * length) / average;
}
