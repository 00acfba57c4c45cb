import { analyzePassage, pageLanguage } from '../core/knowledge/analyzed';
import { isAsked } from '../core/knowledge/answer-types';
import { chunkPage } from '../core/knowledge/chunk-page';
import { lexiconWords } from '../core/knowledge/concepts';
import { type IndexedPassage, TermNumbers } from '../core/knowledge/indexed-passage';
import type { IndexLanguage } from '../core/knowledge/languages';
import { type ParsedQuery, parseQuery } from '../core/knowledge/query';
import { type CollectionStatistics, rankPassages } from '../core/knowledge/rank';
import { generalQuestionWeights, generalWeights, type RankWeights, supportWeights } from '../core/knowledge/rank-weights';
import { closestWord, trigramsOf } from '../core/knowledge/spelling';
import type { Page, Passage, Retrieved } from '../core/knowledge/types';
import type { SearchPort } from '../ports/search';
import type { Sql } from '../ports/sql';
import { BoundedCache } from './embedded-cache';
import { Postings } from './embedded-postings';
import { prepareIndex } from './embedded-schema';
import {
  allIds,
  deletePages,
  eachPassage,
  frequencyOf,
  insertAnalysis,
  insertPassage,
  insertWords,
  matchingIds,
  readIndexed,
  readPassages,
  readStatistics,
  type StoredStatistics,
  similarWords,
} from './embedded-store';

export interface EmbeddedSearchOptions {
  /** `support`: pages of an event, with the lexicon of the domain and the answer types. `general`: any collection. */
  profile?: 'support' | 'general';
  /** How pages are cut; `chunkPage` unless said otherwise. */
  passagesOf?: (page: Page) => Passage[];
  weights?: Partial<RankWeights>;
  /** Passages that the full-text index hands to the ranking. */
  candidates?: number;
}

/** Up to this many passages, those with only a sign of a concept are candidates too. */
const smallCollection = 1000;
/** How much the full-text index is asked for, as multiples of the candidates wanted: passages matched in sum beyond the two rarest terms, and terms. */
const matchedPerCandidate = 13;
const termsPerCandidate = 0.1;
const leastTerms = 12;
const cachedPassages = 6000;
const cachedFrequencies = 20_000;
const cachedTexts = 1000;
/** Whoever comes to an event asks what others ask; the widget offers everybody the same questions. */
const cachedAnswers = 200;
/** After so many searches a small collection is worth being held whole in memory; an object that answers one question and sleeps again never pays for it. */
const searchesBeforePostings = 16;

/**
 * The embedded search engine over SQLite: FTS5 over stems finds candidates, `rankPassages` orders them. All state is in the database, so an
 * index survives restarts; memory holds bounded caches only. One instance a database: another writer would leave its caches stale.
 */
export function embeddedSearch(sql: Sql, options: EmbeddedSearchOptions = {}): SearchPort {
  if (prepareIndex(sql).outdated) analyzeAgain(sql);
  const weightsFor = (query: string): RankWeights => ({ ...profileWeights(options.profile ?? 'support', query), ...options.weights });
  const passagesOf = options.passagesOf ?? chunkPage;
  const limitOfCandidates = options.candidates ?? 60;
  const indexed = new BoundedCache<number, IndexedPassage>(cachedPassages);
  const numbers = new TermNumbers();
  const frequencies = new BoundedCache<string, number>(cachedFrequencies);
  const texts = new BoundedCache<number, Passage>(cachedTexts);
  const answers = new BoundedCache<string, Retrieved[]>(cachedAnswers);
  let postings: Postings | undefined;
  let searches = 0;
  let statistics: StoredStatistics | undefined;

  const frequency = (stem: string): number => postings?.documents(stem) ?? frequencies.get(stem, () => frequencyOf(sql, stem));
  const changed = () => {
    indexed.clear();
    numbers.clear();
    frequencies.clear();
    texts.clear();
    answers.clear();
    postings = undefined;
    statistics = undefined;
  };
  const matching = (stems: readonly string[], most: number): number[] => {
    if (postings === undefined && ++searches > searchesBeforePostings && (statistics?.passages ?? 0) <= smallCollection)
      postings = new Postings(indexedOf(sql, allIds(sql), indexed, numbers), numbers);
    return postings?.matching(stems, most) ?? matchingIds(sql, stems, most);
  };

  return {
    async index(pages) {
      let count = 0;
      sql.transaction(() => {
        deletePages(
          sql,
          pages.map((page) => page.id),
        );
        for (const page of pages) count += indexPage(sql, page, passagesOf);
      });
      changed();
      return count;
    },

    async remove(pageIds) {
      sql.transaction(() => deletePages(sql, pageIds));
      changed();
    },

    async search(query, { limit }) {
      const known = answers.peek(`${limit} ${query}`);
      if (known) return [...known];
      statistics ??= readStatistics(sql);
      if (statistics.passages === 0) return [];
      const weights = weightsFor(query);
      const collection = { ...statistics, frequency, numbers };
      const parsed = parseQuery(query, {
        languages: statistics.languages,
        frequency,
        correct: (word) => correct(sql, word, statistics?.languages ?? []),
        conceptWeight: weights.concept,
        relatedWeight: weights.related,
        everydayWeight: weights.everyday,
        weakWeight: weights.weak,
      });
      const ids = candidateIds(matching, parsed, collection, Math.max(limitOfCandidates, limit * 2));
      const passages = indexedOf(sql, ids, indexed, numbers);
      const ranked = rankPassages(
        parsed,
        passages.map(([item, passage]) => ({ item, passage })),
        collection,
        weights,
      ).slice(0, Math.min(100, limit));
      const missing = ranked.filter((entry) => !texts.has(entry.item)).map((entry) => entry.item);
      const read = missing.length > 0 ? readPassages(sql, missing) : new Map<number, Passage>();
      const found = ranked.flatMap((entry): Retrieved[] => {
        const passage = read.get(entry.item) ?? texts.peek(entry.item);
        return passage ? [{ passage, score: entry.score, parts: entry.parts }] : [];
      });
      for (const [id, passage] of read) texts.set(id, passage);
      answers.set(`${limit} ${query}`, found);
      return [...found];
    },
  };
}

function profileWeights(profile: 'support' | 'general', query: string): RankWeights {
  if (profile === 'support') return supportWeights;
  return isAsked(query) ? generalQuestionWeights : generalWeights;
}

function indexPage(sql: Sql, page: Page, passagesOf: (page: Page) => Passage[]): number {
  const language = pageLanguage(page);
  const words = new Set<string>();
  const passages = passagesOf(page);
  for (const passage of passages) {
    const analysis = analyzePassage(passage, language);
    insertAnalysis(sql, insertPassage(sql, passage, language), analysis);
    for (const word of analysis.words) words.add(word);
  }
  insertWords(sql, words);
  return passages.length;
}

/** After an upgrade: the passages stay as they were cut, their stems and marks are made anew. */
function analyzeAgain(sql: Sql): void {
  sql.transaction(() => {
    const words = new Set<string>();
    eachPassage(sql, (id, passage, language) => {
      const analysis = analyzePassage(passage, language);
      insertAnalysis(sql, id, analysis);
      for (const word of analysis.words) words.add(word);
    });
    insertWords(sql, words);
  });
}

/** Passages with the question's own words first; those that only share a concept fill a second list of their own, so that neither crowds out the other. */
function candidateIds(
  matching: (stems: readonly string[], most: number) => number[],
  query: ParsedQuery,
  statistics: CollectionStatistics,
  limit: number,
): number[] {
  const ids = new Set<number>();
  const signsToo = statistics.passages <= smallCollection;
  for (const kind of ['word', 'concept'] as const) {
    const stems = new Map<string, number>();
    for (const group of query.groups) {
      if (group.kind !== kind) continue;
      for (const { stem, weight } of group.members) {
        const frequency = statistics.frequency(stem);
        if (frequency > 0 && (weight === 1 || signsToo)) stems.set(stem, frequency);
      }
    }
    const rarest = rarestOf(stems, limit).map(([stem]) => stem);
    if (rarest.length > 0) for (const id of matching(rarest, limit)) ids.add(id);
  }
  return [...ids];
}

/** The rarest stems, as long as few passages contain them: common ones would cost time and change nothing in who comes first. */
function rarestOf(stems: ReadonlyMap<string, number>, candidates: number): [string, number][] {
  let matched = 0;
  return [...stems]
    .sort((a, b) => a[1] - b[1])
    .slice(0, Math.max(leastTerms, candidates * termsPerCandidate))
    .filter(([, frequency], at) => {
      matched += frequency;
      return at < 2 || matched <= candidates * matchedPerCandidate;
    });
}

function indexedOf(
  sql: Sql,
  ids: readonly number[],
  cache: BoundedCache<number, IndexedPassage>,
  numbers: TermNumbers,
): [number, IndexedPassage][] {
  const missing = ids.filter((id) => !cache.has(id));
  const read = missing.length > 0 ? readIndexed(sql, missing, numbers) : new Map<number, IndexedPassage>();
  const found: [number, IndexedPassage][] = [];
  for (const id of ids) {
    const analysis = read.get(id) ?? cache.peek(id);
    if (analysis) found.push([id, analysis]);
  }
  for (const [id, analysis] of read) cache.set(id, analysis);
  return found;
}

function correct(sql: Sql, word: string, languages: readonly IndexLanguage[]): string | undefined {
  const known = languages.map((language) => lexiconWords(language));
  if (known.some((words) => words.has(word))) return undefined;
  const trigrams = trigramsOf(word);
  const similar = trigrams.length > 0 ? similarWords(sql, trigrams, 40) : [];
  return closestWord(word, similar) ?? known.map((words) => closestWord(word, words)).find((found) => found !== undefined);
}
