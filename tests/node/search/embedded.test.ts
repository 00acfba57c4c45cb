import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { nodeSqlite } from '../../../scripts/eval/node-sqlite';
import { runRetrieval } from '../../../scripts/eval/retrieval';
import type { Page } from '../../../worker/core/knowledge/types';
import { embeddedSearch } from '../../../worker/search/embedded';
import { fuse } from '../../../worker/search/fuse';

const page = (id: string, title: string, markdown: string): Page => ({ id, title, markdown });

const site: Page[] = [
  page(
    'arrive',
    'Arriving',
    '# Arriving\n\n## By bus\n\nLine 7 stops at the old mill.\n\n## By car\n\nA garage lies behind the mill and costs €4 a day.',
  ),
  page(
    'rules',
    'House rules',
    '# House rules\n\nLeave animals at home; guide dogs are welcome.\n\nAlcoholic beverages are sold inside and may not be brought in.',
  ),
  page(
    'faq',
    'Questions',
    '# Questions\n\n## May somebody else come in my place?\n\nYes: tickets are transferable until April 20.\n\n## What are the dates?\n\nThe fest runs from 3 to 5 May 2026.',
  ),
  page('past', 'Lantern Fest 2019', '# Lantern Fest 2019\n\nThe fest ran from 2 to 4 May 2019. Accommodation was at the Moor Inn.'),
  page('stay', 'Staying', '# Staying\n\nThe Moor Inn gives guests of the fest a room for €60 a night.'),
];

async function engine(pages = site) {
  const search = embeddedSearch(nodeSqlite());
  await search.index(pages);
  return async (question: string) => (await search.search(question, { limit: 3 })).map((hit) => hit.passage);
}

describe('the embedded engine', () => {
  test.each([
    ['where can i park', 'garage', 'a word of the same concept'],
    ['can i bring my puppy', 'guide dogs', 'an everyday synonym'],
    ['ok to take in a few beers?', 'Alcoholic beverages', 'a colloquial way to ask'],
    ['can my friend go instead of me', 'transferable', 'a concept with no word in common'],
    ['acomodation', 'Moor Inn', 'a misspelt word'],
    ['wo kann ich parken?', 'garage', 'a question in another language'],
    ['what days is it', '3 to 5 May 2026', 'the kind of answer that is asked for'],
  ])('finds by %j the passage on %j: %s', async (question, words) => {
    expect((await (await engine())(question))[0]?.text).toContain(words);
  });

  test('prefers this edition to a past one, unless the past one is asked for', async () => {
    const find = await engine();
    expect((await find('when is the fest'))[0]?.pageId).toBe('faq');
    expect((await find('when was the fest in 2019'))[0]?.pageId).toBe('past');
  });

  test('an index that an older version made is analysed again, its passages unchanged', async () => {
    const sql = nodeSqlite();
    await embeddedSearch(sql).index(site);
    const before = await embeddedSearch(sql).search('where can i park', { limit: 3 });
    sql.run("UPDATE knowledge_meta SET value = '1' WHERE key = 'version'");
    expect(await embeddedSearch(sql).search('where can i park', { limit: 3 })).toEqual(before);
  });

  test('every score is explained by named parts', async () => {
    const search = embeddedSearch(nodeSqlite());
    await search.index(site);
    const [first] = await search.search('where can i park', { limit: 1 });
    expect(Object.keys(first?.parts ?? {})).toEqual(expect.arrayContaining(['lexical', 'sentence', 'pairs', 'type']));
  });
});

test('a collection in BEIR layout gives a TREC run, best first, a hundred a query at most', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'retrieval-'));
  const path = (name: string) => join(folder, name);
  try {
    const documents = Array.from({ length: 150 }, (_, n) => ({
      _id: `d${n}`,
      title: `Report ${n}`,
      text: `Protein folding in cell line ${n}.`,
    }));
    writeFileSync(path('corpus.jsonl'), documents.map((document) => JSON.stringify(document)).join('\n'));
    writeFileSync(path('queries.jsonl'), `${JSON.stringify({ _id: 'q1', text: 'Protein folding depends on cell line 42' })}\n`);
    const summary = await runRetrieval({ corpus: path('corpus.jsonl'), queries: path('queries.jsonl'), out: path('run.trec') });
    const lines = readFileSync(path('run.trec'), 'utf8').trim().split('\n');
    expect(summary).toMatchObject({ documents: 150, queries: 1, lines: 100 });
    expect(lines[0]).toMatch(/^q1 Q0 d42 1 \d+\.\d+ eventos$/);
    expect(lines).toHaveLength(100);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

describe('fuse', () => {
  test('adds the reciprocal ranks of an item over the lists and keeps it once', () => {
    const fused = fuse([{ items: ['a', 'b', 'c'] }, { items: ['c', 'a'] }], (item) => item);
    expect(fused.map(({ item }) => item)).toEqual(['a', 'c', 'b']);
    expect(fused[0]?.score).toBeCloseTo(1 / 61 + 1 / 62, 10);
  });

  test('a list may count more than another, and what it repeats counts once', () => {
    const fused = fuse([{ items: ['a', 'a', 'b'] }, { items: ['b'], weight: 3 }], (item) => item);
    expect(fused.map(({ item }) => item)).toEqual(['b', 'a']);
    expect(fused[1]?.score).toBeCloseTo(1 / 61, 10);
    expect(fuse([], String)).toEqual([]);
  });
});
