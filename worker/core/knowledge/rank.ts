import type { IndexedPassage } from './indexed-passage';
import type { ParsedQuery } from './query';
import { type CollectionStatistics, countHits, groupIdf, numberedGroups, type PassageHits } from './rank-hits';
import { type Ranked, spreadOverPages, withPages } from './rank-pages';
import { pairCover, preparePairs } from './rank-pairs';
import type { RankWeights } from './rank-weights';

export type { CollectionStatistics } from './rank-hits';
export type { Ranked } from './rank-pages';

/**
 * Candidates by falling score: BM25F over title, headings and text (Robertson, Zaragoza 2009) with concepts as synonym groups, raised by how much
 * of the question one sentence covers, by neighbouring words (Metzler, Croft 2005), by offering the kind of answer that is asked for and by
 * what the rest of the page scores.
 */
export function rankPassages<T>(
  query: ParsedQuery,
  candidates: readonly { item: T; passage: IndexedPassage }[],
  statistics: CollectionStatistics,
  weights: RankWeights,
): Ranked<T>[] {
  const groups = numberedGroups(query, statistics.numbers);
  const pairs = preparePairs(query, statistics);
  const idf = groupIdf(query, statistics);
  const total = idf.reduce((sum, value) => sum + value, 0);
  const ranked = candidates.map(({ item, passage }) => {
    const found = countHits(passage, groups, statistics, weights);
    const lexical = lexicalScore(found, idf, weights.k1);
    const best = bestSentence(found, idf, total);
    const parts = {
      lexical,
      sentence: weights.sentence * best.cover,
      cover: weights.cover * passageCover(found, idf, total),
      pairs: weights.pairs * pairCover(pairs, passage),
      type: weights.type * typeMatch(query.wanted, passage, best.index),
      sought: weights.sought * typeMatch(query.sought, passage, best.index),
      question: passage.faq ? weights.question * cover(found.inHeadings, idf, total) : 0,
      staleYear: -weights.staleYear * staleness(query, passage, statistics.currentYear),
      headingOnly: passage.textLength === 0 ? -weights.headingOnly : 0,
    };
    return { item, page: passage.page, score: combined(parts), parts };
  });
  const sorted = withPages(ranked, weights.page)
    .filter((entry) => entry.score > 0)
    .sort((a, b) => b.score - a.score);
  return spreadOverPages(sorted, weights.samePage).map(({ item, score, parts }) => ({ item, score, parts }));
}

function combined(
  parts: Record<'lexical' | 'sentence' | 'cover' | 'pairs' | 'type' | 'sought' | 'question' | 'staleYear' | 'headingOnly', number>,
): number {
  const boost = 1 + parts.sentence + parts.cover + parts.pairs + parts.type + parts.sought + parts.question;
  return parts.lexical * boost * Math.max(0.05, 1 + parts.staleYear) * Math.max(0.05, 1 + parts.headingOnly);
}

function lexicalScore(hits: PassageHits, idf: readonly number[], k1: number): number {
  let sum = 0;
  hits.frequencies.forEach((frequency, group) => {
    sum += ((idf[group] as number) * frequency * (k1 + 1)) / (k1 + frequency);
  });
  return sum;
}

/** The sentence that, with the headings above it, covers most of the question. */
function bestSentence(hits: PassageHits, idf: readonly number[], total: number): { cover: number; index: number } {
  const seen = new Float64Array(hits.inHeadings);
  let best = { cover: 0, index: -1 };
  for (const [sentence, found] of hits.sentences) {
    seen.set(hits.inHeadings);
    for (const [group, weight] of found) seen[group] = Math.max(seen[group] as number, weight);
    const value = cover(seen, idf, total);
    if (value > best.cover) best = { cover: value, index: sentence };
  }
  return best;
}

function passageCover(hits: PassageHits, idf: readonly number[], total: number): number {
  const seen = new Float64Array(hits.inHeadings);
  for (const found of hits.sentences.values()) for (const [group, weight] of found) seen[group] = Math.max(seen[group] as number, weight);
  return cover(seen, idf, total);
}

function cover(shares: Float64Array, idf: readonly number[], total: number): number {
  if (total === 0) return 0;
  let sum = 0;
  shares.forEach((share, group) => {
    sum += share * (idf[group] as number);
  });
  return sum / total;
}

/** 1 when the best sentence offers what is wanted, half when another of the passage does. */
function typeMatch(wanted: number, passage: IndexedPassage, best: number): number {
  if (wanted === 0) return 0;
  if (best >= 0 && ((passage.offers[best] ?? 0) & wanted) !== 0) return 1;
  return passage.offers.some((offered) => (offered & wanted) !== 0) ? 0.5 : 0;
}

function staleness(query: ParsedQuery, passage: IndexedPassage, currentYear: number | undefined): number {
  if (currentYear === undefined || passage.years.length === 0) return 0;
  if (query.years.some((year) => passage.years.includes(year))) return 0;
  return passage.years.every((year) => year < currentYear) ? 1 : 0;
}
