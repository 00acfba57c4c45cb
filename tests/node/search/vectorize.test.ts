import { describe, expect, it } from 'vitest';
import { nodeSqlite } from '../../../scripts/eval/node-sqlite';
import type { Page } from '../../../worker/core/knowledge/types';
import { embeddedSearch } from '../../../worker/search/embedded';
import { vectorizeSearch } from '../../../worker/search/vectorize';
import { fakeVectorize, meaningEmbeddings } from '../../support/fake-vectorize';

const page = (id: string, markdown: string): Page => ({ id, title: `Page ${id}`, markdown });
const pages = [
  page('travel', '# Getting there\n\nTake the ferry from the central pier.\n\n## Cycling\n\nLock your velocipede behind the warehouse.'),
  page('food', '# Meals\n\nBreakfast opens at eight.\n\n## Supper\n\nThe kitchen closes at nine.'),
];

function open(namespace = 'evt_1', vectors = fakeVectorize()) {
  const degraded: unknown[] = [];
  const sql = nodeSqlite();
  const embeddings = meaningEmbeddings([
    ['velocipede', 'highwheeler'],
    ['ferry', 'boat'],
  ]);
  const lexical = embeddedSearch(sql);
  const search = vectorizeSearch({ vectors, embeddings, lexical, sql, namespace, onDegraded: (error) => degraded.push(error) });
  return { search, lexical, vectors, embeddings, degraded };
}

const found = async (search: ReturnType<typeof open>['search'], query: string) =>
  (await search.search(query, { limit: 5 })).map((hit) => hit.passage.id);

describe('search by words and by meaning', () => {
  it('finds by meaning what no word of the question names', async () => {
    const { search, lexical } = open();
    await search.index(pages);
    expect(await lexical.search('highwheeler', { limit: 5 })).toEqual([]);
    const [first] = await search.search('highwheeler', { limit: 5 });
    expect(first?.passage.text).toContain('velocipede');
    expect(first?.parts.cosine).toBeGreaterThan(0.3);
  });

  it('puts first what both find, once, with the parts of both', async () => {
    const { search } = open();
    await search.index(pages);
    const hits = await search.search('Where does the ferry leave?', { limit: 5 });
    expect(hits[0]?.passage.text).toContain('ferry');
    expect(hits[0]?.parts).toMatchObject({ cosine: expect.any(Number), fused: expect.any(Number) });
    expect(new Set(hits.map((hit) => hit.passage.id)).size).toBe(hits.length);
    expect(hits.map((hit) => hit.score)).toEqual(hits.map((hit) => hit.score).sort((a, b) => b - a));
  });

  it.each(['', '   ', '?!', '…'])('finds nothing for %j', async (query) => {
    const { search, vectors } = open();
    await search.index(pages);
    vectors.calls.length = 0;
    expect(await search.search(query, { limit: 5 })).toEqual([]);
    expect(vectors.calls).toEqual([]);
  });

  it('gives no more than asked for', async () => {
    const { search } = open();
    await search.index(pages);
    expect(await search.search('opens closes ferry kitchen', { limit: 1 })).toHaveLength(1);
  });

  it('forgets removed pages and passages that a page no longer has', async () => {
    const { search, vectors } = open();
    expect(await search.index(pages)).toBeGreaterThanOrEqual(2);
    await search.index([page('travel', '# Getting there\n\nTake the ferry from the central pier.')]);
    expect(await found(search, 'highwheeler')).toEqual([]);
    await search.remove(['travel', 'food']);
    expect(await found(search, 'ferry')).toEqual([]);
    expect(vectors.stored.size).toBe(0);
  });

  it('embeds a passage again only when it changed', async () => {
    const { search, embeddings } = open();
    await search.index(pages);
    embeddings.texts.length = 0;
    await search.index(pages);
    expect(embeddings.texts).toEqual([]);
    await search.index([page('food', '# Meals\n\nBreakfast opens at seven.\n\n## Supper\n\nThe kitchen closes at nine.')]);
    expect(embeddings.texts.length).toBeGreaterThan(0);
    expect(embeddings.texts.join()).toContain('seven');
  });

  it('keeps events apart in one index, with the same page ids too', async () => {
    const vectors = fakeVectorize();
    const one = open('evt_1', vectors);
    const two = open('evt_2', vectors);
    await one.search.index(pages);
    await two.search.index([page('travel', '# Somewhere else\n\nThe highwheeler races start at noon.')]);
    expect(await found(two.search, 'velocipede')).toEqual(['travel#0']);
    expect(await found(one.search, 'races at noon')).toEqual([]);
    await two.search.remove(['travel']);
    expect(await found(one.search, 'highwheeler')).toHaveLength(1);
  });

  it('answers by words while the vectors are away, and makes up for it later', async () => {
    const { search, vectors, degraded } = open();
    vectors.down = true;
    await search.index(pages);
    expect((await found(search, 'ferry'))[0]).toMatch(/^travel#/);
    expect(degraded.length).toBeGreaterThan(0);
    vectors.down = false;
    await search.settle();
    expect(await found(search, 'highwheeler')).toHaveLength(1);
  });

  it('deletes later what it could not delete while the vectors were away', async () => {
    const { search, vectors } = open();
    await search.index(pages);
    vectors.down = true;
    await search.remove(['travel', 'food']);
    expect(await found(search, 'highwheeler')).toEqual([]);
    vectors.down = false;
    await search.settle();
    expect(vectors.stored.size).toBe(0);
  });

  it('writes many passages in batches within the limits of the service', async () => {
    const { search, vectors } = open();
    const many = Array.from({ length: 450 }, (_, i) => page(`p${i}`, `# Heading ${i}\n\nStand number ${i} sells lanterns.`));
    await search.index(many);
    expect(vectors.stored.size).toBe(450);
    expect(vectors.calls.filter((call) => call === 'upsert')).toHaveLength(3);
  });
});
