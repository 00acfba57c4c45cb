import type { AnalyzedPassage } from './analyzed';
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

/** Where a stem of the question leads: the group it counts for, and the stems that must follow. */
interface Hit {
  group: number;
  weight: number;
  rest: string[];
}

export type HitIndex = Map<string, Hit[]>;

/** What of the question a passage contains, by group of the question. */
export interface PassageHits {
  /** Weighted by field and normalised by its length. */
  frequencies: Float64Array;
  /** 0 to 1: how far the headings and the title cover the group. */
  inHeadings: Float64Array;
  /** The greatest weight of a member that the passage contains anywhere. */
  strongest: Float64Array;
  sentences: { sentence: number; found: [number, number][] }[];
}

export function hitIndex(query: ParsedQuery, statistics: CollectionStatistics): HitIndex {
  const index: HitIndex = new Map();
  query.groups.forEach((group, at) => {
    for (const { stems, weight } of group.members) {
      const [first, ...rest] = stems;
      if (first === undefined || stems.some((stem) => statistics.frequency(stem) === 0)) continue;
      const list = index.get(first) ?? [];
      list.push({ group: at, weight, rest });
      index.set(first, list);
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
  const strongest = new Float64Array(groups);
  const textLength = passage.sentences.reduce((sum, sentence) => sum + sentence.length, 0);
  const count = (stems: readonly string[], scale: number, visit: (group: number, weight: number) => void) =>
    eachHit(stems, index, (group, weight) => {
      frequencies[group] = (frequencies[group] as number) + weight * scale;
      strongest[group] = Math.max(strongest[group] as number, weight);
      visit(group, weight);
    });
  const raiseHeading = (share: number) => (group: number, weight: number) => {
    inHeadings[group] = Math.max(inHeadings[group] as number, weight * share);
  };
  count(passage.title, weights.title / lengthFactor(weights.bTitle, passage.title.length, statistics.averageTitle), raiseHeading(0.5));
  const headingScale = weights.headings / lengthFactor(weights.bHeadings, passage.headings.length, statistics.averageHeadings);
  count(passage.headings, headingScale, raiseHeading(0.8));
  const textScale = weights.text / lengthFactor(weights.bText, textLength, statistics.averageText);
  const sentences: PassageHits['sentences'] = [];
  passage.sentences.forEach((stems, sentence) => {
    const found: [number, number][] = [];
    count(stems, textScale, (group, weight) => found.push([group, weight]));
    if (found.length > 0) sentences.push({ sentence, found });
  });
  return { frequencies, inHeadings, strongest, sentences };
}

/**
 * The inverse document frequency of every group, times its weight. A word's comes from the collection; a concept's from the candidates, where
 * a passage with only a weak sign of it counts in part. 0 for a group that no passage contains.
 */
export function groupIdf(query: ParsedQuery, hits: readonly PassageHits[], statistics: CollectionStatistics): number[] {
  return query.groups.map((group, at) => {
    let frequency = 0;
    for (const member of group.members) {
      if (member.weight < 1) continue;
      frequency = Math.max(frequency, Math.min(...member.stems.map((stem) => statistics.frequency(stem))));
    }
    if (group.kind === 'concept') {
      let seen = 0;
      for (const { strongest } of hits) seen += strongest[at] as number;
      frequency = Math.max(frequency, seen);
    }
    if (frequency === 0) return 0;
    const bounded = Math.min(frequency, statistics.passages);
    return group.weight * Math.log(1 + (statistics.passages - bounded + 0.5) / (bounded + 0.5));
  });
}

function eachHit(stems: readonly string[], index: HitIndex, visit: (group: number, weight: number) => void): void {
  for (let at = 0; at < stems.length; at++) {
    const hits = index.get(stems[at] as string);
    if (!hits) continue;
    for (const hit of hits) if (hit.rest.every((stem, offset) => stems[at + 1 + offset] === stem)) visit(hit.group, hit.weight);
  }
}

function lengthFactor(b: number, length: number, average: number): number {
  return average === 0 ? 1 : 1 - b + (b * length) / average;
}
