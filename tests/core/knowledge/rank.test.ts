import { describe, expect, test } from 'vitest';
import { analyzePassage } from '../../../worker/core/knowledge/analyzed';
import { chunkPage } from '../../../worker/core/knowledge/chunk-page';
import { indexedPassage, TermNumbers } from '../../../worker/core/knowledge/indexed-passage';
import { parseQuery, type QueryOptions } from '../../../worker/core/knowledge/query';
import { rankPassages } from '../../../worker/core/knowledge/rank';
import { spreadOverPages } from '../../../worker/core/knowledge/rank-pages';
import { supportWeights } from '../../../worker/core/knowledge/rank-weights';
import type { Page } from '../../../worker/core/knowledge/types';

const options = (changes: Partial<QueryOptions> = {}): QueryOptions => ({
  languages: ['en'],
  frequency: () => 1,
  correct: () => undefined,
  conceptWeight: 1,
  relatedWeight: 0.25,
  everydayWeight: 0.3,
  weakWeight: 0.5,
  ...changes,
});

/** The texts of the pages' passages by falling score, as the engine would rank them. */
function ranked(question: string, pages: Page[], currentYear?: number): string[] {
  const numbers = new TermNumbers();
  const passages = pages.flatMap((page) => chunkPage(page));
  const candidates = passages.map((passage) => ({ item: passage.text, passage: indexedPassage(analyzePassage(passage, 'en'), numbers) }));
  const frequency = (stem: string) => candidates.filter(({ passage }) => passage.terms.includes(numbers.find(stem))).length;
  const statistics = { passages: candidates.length, averageTitle: 1, averageHeadings: 2, averageText: 20, frequency, numbers, currentYear };
  return rankPassages(parseQuery(question, options({ frequency })), candidates, statistics, supportWeights).map((entry) => entry.item);
}

const aPage = (id: string, markdown: string): Page => ({ id, title: id, markdown });
const filler = ['The choir sings.', 'Boats are painted blue.', 'A clock stands in the square.', 'Bread is baked daily.'].map((text, n) =>
  aPage(`f${n}`, text),
);

describe('parseQuery', () => {
  const wordsOf = (text: string, changes: Partial<QueryOptions> = {}) =>
    parseQuery(text, options(changes))
      .groups.filter((group) => group.kind === 'word')
      .map((group) => group.key);

  test('function words are left out, unless there is nothing else', () => {
    expect(wordsOf('where can i park my car')).toEqual(['park', 'car']);
    expect(wordsOf('who are you')).toEqual(['who', 'are', 'you']);
  });

  test('only a word that no page contains is corrected, and it then counts less', () => {
    const correct = (word: string) => (word === 'lanturn' ? 'lantern' : undefined);
    const frequency = (stem: string) => (stem === 'lantern' ? 3 : 0);
    const query = parseQuery('lanturn', options({ correct, frequency }));
    expect(query.groups[0]).toMatchObject({ key: 'lantern', weight: 0.8 });
    expect(wordsOf('lanturn', { correct })).toEqual(['lanturn']);
  });

  test('an age in shorthand is read as one', () => {
    const keys = parseQuery('does my 9yo need a ticket', options()).groups.map((group) => group.key);
    expect(keys).toEqual(expect.arrayContaining(['children', 'age-limit', 'ticket']));
  });

  test('a question of any length stays bounded', () => {
    expect(parseQuery('park '.repeat(10_000), options()).groups.length).toBeLessThanOrEqual(40);
    expect(parseQuery(Array.from({ length: 5000 }, (_, n) => `w${n}`).join(' '), options()).groups.length).toBeLessThanOrEqual(40);
  });
});

describe('rankPassages', () => {
  test('of two passages with the same words, the one that says them in one sentence comes first', () => {
    const apart = aPage('apart', 'The mill is old. Nobody lives there. Lanterns hang in the trees.');
    const together = aPage('together', 'Lanterns hang in the old mill. Nobody lives there. It stands among trees.');
    expect(ranked('lanterns mill', [apart, together, ...filler])[0]).toContain('Lanterns hang in the old mill');
  });

  test('a question for a price prefers the passage with an amount', () => {
    const named = aPage('named', 'Entry to the mill is a topic of many talks.');
    const priced = aPage('priced', 'Entry to the mill is €12 for everyone who comes.');
    expect(ranked('how much is entry to the mill', [named, priced, ...filler])[0]).toContain('€12');
  });

  test('a passage of an earlier year loses to this year, unless its year is asked for', () => {
    const pages = [aPage('old', 'The mill dinner was on 2 May 2019.'), aPage('new', 'The mill dinner is on 3 May 2026.'), ...filler];
    expect(ranked('when is the mill dinner', pages, 2026)[0]).toContain('2026');
    expect(ranked('when was the mill dinner in 2019', pages, 2026)[0]).toContain('2019');
  });

  test('another page comes before the third passage of the same, and the scores still fall', () => {
    const entry = (item: string, page: string, score: number) => ({ item, page, score, parts: {} });
    const sorted = [entry('a1', 'a', 10), entry('a2', 'a', 9.9), entry('a3', 'a', 9.8), entry('b1', 'b', 9)];
    const spread = spreadOverPages(sorted, 0.08);
    expect(spread.map(({ item }) => item)).toEqual(['a1', 'a2', 'b1', 'a3']);
    expect(spread.map(({ score }) => score)).toEqual([...spread.map(({ score }) => score)].sort((a, b) => b - a));
  });

  test('nothing in common gives nothing', () => {
    expect(ranked('xylophone', filler)).toEqual([]);
  });
});
