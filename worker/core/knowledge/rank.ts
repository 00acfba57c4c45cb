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

export interface Ranked<T> {
  item: T;
  score: number;
  parts: Record<string, number>;
}

interface Hit {
  group: number;
  weight: number;
  rest: string[];
}

interface PreparedQuery {
  hits: Map<string, Hit[]>;
  idf: number[];
  total: number;
  pairs: Map<string, Map<string, number>>;
  pairTotal: number;
}

type Field = 'title' | 'headings' | 'text';

/**
 * Candidates by falling score: BM25F over title, headings and text (Robertson, Zaragoza 2009) with concepts as synonym groups, raised by how much
 * of the question one sentence covers, by neighbouring words (Metzler, Croft 2005) and by offering the kind of answer that is asked for.
 */
export function rankPassages<T>(
  query: ParsedQuery,
  candidates: readonly { item: T; passage: AnalyzedPassage }[],
  statistics: CollectionStatistics,
  weights: RankWeights,
): Ranked<T>[] {
  const prepared = prepare(query, statistics);
  return candidates
    .map(({ item, passage }) => ({ item, ...scorePassage(query, prepared, passage, statistics, weights) }))
    .filter((ranked) => ranked.score > 0)
    .sort((a, b) => b.score - a.score);
}

function prepare(query: ParsedQuery, statistics: CollectionStatistics): PreparedQuery {
  const hits = new Map<string, Hit[]>();
  const idf: number[] = [];
  let total = 0;
  query.groups.forEach((group, index) => {
    let frequency = 0;
    for (const member of group.members) {
      const rarest = Math.min(...member.stems.map((stem) => statistics.frequency(stem)));
      frequency += member.weight * rarest;
      const [first, ...rest] = member.stems;
      if (first === undefined || rarest === 0) continue;
      const list = hits.get(first) ?? [];
      list.push({ group: index, weight: member.weight, rest });
      hits.set(first, list);
    }
    const bounded = Math.min(frequency, statistics.passages);
    const value = group.weight * Math.log(1 + (statistics.passages - bounded + 0.5) / (bounded + 0.5));
    idf.push(value);
    if (frequency > 0) total += value;
  });
  return { hits, idf, total, ...preparePairs(query, statistics) };
}

function preparePairs(query: ParsedQuery, statistics: CollectionStatistics) {
  const pairs = new Map<string, Map<string, number>>();
  let pairTotal = 0;
  for (const [first, second] of query.pairs) {
    const rarest = Math.min(statistics.frequency(first), statistics.frequency(second));
    if (rarest === 0) continue;
    const value = Math.log(1 + (statistics.passages - rarest + 0.5) / (rarest + 0.5));
    const seconds = pairs.get(first) ?? new Map<string, number>();
    seconds.set(second, value);
    pairs.set(first, seconds);
    pairTotal += value;
  }
  return { pairs, pairTotal };
}

function scorePassage(
  query: ParsedQuery,
  prepared: PreparedQuery,
  passage: AnalyzedPassage,
  statistics: CollectionStatistics,
  weights: RankWeights,
): { score: number; parts: Record<string, number> } {
  const frequencies = new Float64Array(query.groups.length);
  const inHeadings = new Float64Array(query.groups.length);
  const textLength = passage.sentences.reduce((sum, sentence) => sum + sentence.length, 0);
  const scale = {
    title: weights.title / lengthFactor(weights.bTitle, passage.title.length, statistics.averageTitle),
    headings: weights.headings / lengthFactor(weights.bHeadings, passage.headings.length, statistics.averageHeadings),
    text: weights.text / lengthFactor(weights.bText, textLength, statistics.averageText),
  } satisfies Record<Field, number>;
  eachHit(passage.title, prepared, (group, weight) => {
    frequencies[group] = (frequencies[group] as number) + weight * scale.title;
    inHeadings[group] = Math.max(inHeadings[group] as number, weight * 0.5);
  });
  eachHit(passage.headings, prepared, (group, weight) => {
    frequencies[group] = (frequencies[group] as number) + weight * scale.headings;
    inHeadings[group] = Math.max(inHeadings[group] as number, weight * 0.8);
  });
  const best = bestSentence(query, prepared, passage, frequencies, inHeadings, scale.text);
  let lexical = 0;
  frequencies.forEach((frequency, group) => {
    lexical += ((prepared.idf[group] as number) * frequency * (weights.k1 + 1)) / (weights.k1 + frequency);
  });
  if (lexical === 0) return { score: 0, parts: {} };
  const parts: Record<string, number> = {
    lexical,
    sentence: weights.sentence * best.cover,
    pairs: weights.pairs * pairCover(prepared, passage),
    type: weights.type * typeMatch(query.wanted, passage, best.index),
    question: passage.faq ? weights.question * headingCover(prepared, inHeadings) : 0,
    staleYear: -weights.staleYear * staleness(query, passage, statistics.currentYear),
    headingOnly: textLength < 4 ? -weights.headingOnly : 0,
  };
  const boost = 1 + (parts.sentence as number) + (parts.pairs as number) + (parts.type as number) + (parts.question as number);
  const penalty = Math.max(0.05, 1 + (parts.staleYear as number)) * Math.max(0.05, 1 + (parts.headingOnly as number));
  return { score: lexical * boost * penalty, parts };
}

/** Finds the sentence that, with the headings above it, covers most of the question, and counts the text's hits on the way. */
function bestSentence(
  query: ParsedQuery,
  prepared: PreparedQuery,
  passage: AnalyzedPassage,
  frequencies: Float64Array,
  inHeadings: Float64Array,
  scale: number,
): { cover: number; index: number } {
  let cover = 0;
  let index = -1;
  const seen = new Float64Array(query.groups.length);
  passage.sentences.forEach((sentence, at) => {
    seen.set(inHeadings);
    let own = false;
    eachHit(sentence, prepared, (group, weight) => {
      frequencies[group] = (frequencies[group] as number) + weight * scale;
      seen[group] = Math.max(seen[group] as number, weight);
      own = true;
    });
    if (!own) return;
    let value = 0;
    seen.forEach((share, group) => {
      value += share * (prepared.idf[group] as number);
    });
    if (value > cover) {
      cover = value;
      index = at;
    }
  });
  return { cover: prepared.total === 0 ? 0 : cover / prepared.total, index };
}

function eachHit(stems: readonly string[], prepared: PreparedQuery, visit: (group: number, weight: number) => void): void {
  for (let at = 0; at < stems.length; at++) {
    const hits = prepared.hits.get(stems[at] as string);
    if (!hits) continue;
    for (const hit of hits) if (hit.rest.every((stem, offset) => stems[at + 1 + offset] === stem)) visit(hit.group, hit.weight);
  }
}

/** The share of the question's neighbouring pairs that stand within four words of each other, in order counting double. */
function pairCover(prepared: PreparedQuery, passage: AnalyzedPassage): number {
  if (prepared.pairTotal === 0) return 0;
  const found = new Map<string, number>();
  const window = 4;
  for (const stems of [passage.headings, passage.title, ...passage.sentences]) {
    for (let at = 0; at < stems.length; at++) {
      const seconds = prepared.pairs.get(stems[at] as string);
      if (!seconds) continue;
      for (let near = Math.max(0, at - window); near < Math.min(stems.length, at + window + 1); near++) {
        const value = seconds.get(stems[near] as string);
        if (value === undefined) continue;
        const key = `${stems[at]} ${stems[near]}`;
        const share = near > at && near - at <= 2 ? 1 : 0.5;
        found.set(key, Math.max(found.get(key) ?? 0, value * share));
      }
    }
  }
  let sum = 0;
  for (const value of found.values()) sum += value;
  return sum / prepared.pairTotal;
}

/** 1 when the best sentence offers what is wanted, half when another of the passage does. */
function typeMatch(wanted: number, passage: AnalyzedPassage, best: number): number {
  if (wanted === 0) return 0;
  if (best >= 0 && ((passage.offers[best] ?? 0) & wanted) !== 0) return 1;
  return passage.offers.some((offered) => (offered & wanted) !== 0) ? 0.5 : 0;
}

function headingCover(prepared: PreparedQuery, inHeadings: Float64Array): number {
  let sum = 0;
  inHeadings.forEach((share, group) => {
    sum += share * (prepared.idf[group] as number);
  });
  return prepared.total === 0 ? 0 : sum / prepared.total;
}

function staleness(query: ParsedQuery, passage: AnalyzedPassage, currentYear: number | undefined): number {
  if (currentYear === undefined || passage.years.length === 0) return 0;
  if (query.years.some((year) => passage.years.includes(year))) return 0;
  return passage.years.every((year) => year < currentYear) ? 1 : 0;
}

function lengthFactor(b: number, length: number, average: number): number {
  return average === 0 ? 1 : 1 - b + (b * length) / average;
}
