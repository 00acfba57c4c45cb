import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeSqlite } from '../../../scripts/eval/node-sqlite';
import { analyzePassage } from '../../../worker/core/knowledge/analyzed';
import { chunkPage } from '../../../worker/core/knowledge/chunk-page';
import { conceptMarks } from '../../../worker/core/knowledge/concepts';
import { TermNumbers } from '../../../worker/core/knowledge/indexed-passage';
import { tokensOf } from '../../../worker/core/knowledge/tokens';
import { embeddedSearch } from '../../../worker/search/embedded';
import { Postings } from '../../../worker/search/embedded-postings';
import { prepareIndex } from '../../../worker/search/embedded-schema';
import { allIds, frequencyOf, insertAnalysis, insertPassage, matchingIds, readIndexed } from '../../../worker/search/embedded-store';
import { questions } from '../../bench/questions';

const folder = join(import.meta.dirname, '../../../seed/knowledge');
const pages = readdirSync(folder).map((name) => ({ id: name, title: name, markdown: readFileSync(join(folder, name), 'utf8') }));

describe('a small collection held in memory', () => {
  const sql = nodeSqlite();
  prepareIndex(sql);
  for (const page of pages)
    for (const passage of chunkPage(page)) insertAnalysis(sql, insertPassage(sql, passage, 'en'), analyzePassage(passage, 'en'));
  const numbers = new TermNumbers();
  const postings = new Postings([...readIndexed(sql, allIds(sql), numbers)], numbers);

  it.each(questions)('gives the candidates of the full-text index, in its order: %s', (question) => {
    const tokens = tokensOf(question, 'en');
    for (const stems of [tokens.map((token) => token.stem), conceptMarks(tokens, 'en')]) {
      const distinct = [...new Set(stems)];
      for (const stem of distinct) expect(postings.documents(stem), stem).toBe(frequencyOf(sql, stem));
      if (distinct.length > 0) expect(postings.matching(distinct, 60)).toEqual(matchingIds(sql, distinct, 60));
    }
  });

  it('finds nothing for what no passage says', () => {
    expect(postings.matching(['zyzzyva'], 10)).toEqual([]);
    expect(postings.matching([], 10)).toEqual([]);
  });
});

it('a search finds the same before and after it holds the collection in memory, and what changed meanwhile', async () => {
  const search = embeddedSearch(nodeSqlite());
  await search.index(pages);
  const ask = (question: string) => search.search(question, { limit: 12 });
  const before = [];
  for (const question of questions.slice(0, 6)) before.push(await ask(question));
  for (let round = 0; round < 3; round++) for (const question of questions) await ask(question);
  for (const [at, found] of before.entries()) expect(await ask(questions[at] ?? '')).toEqual(found);
  await search.index([{ id: 'new', title: 'Zeppelin', markdown: '# Zeppelin\n\nThe zeppelin lands at noon.' }]);
  expect((await ask('When does the zeppelin land?'))[0]?.passage.pageId).toBe('new');
  await search.remove(['new']);
  expect((await ask('When does the zeppelin land?')).every((hit) => hit.passage.pageId !== 'new')).toBe(true);
});
