import { describe, expect, it } from 'vitest';
import type { Page } from '../../worker/core/knowledge/types';
import type { SearchPort } from '../../worker/ports/search';

export const aPage = (id: string, markdown: string): Page => ({ id, title: `Page ${id}`, markdown });

const site = [
  aPage('travel', '# Getting there\n\nTake the ferry from the central pier.\n\n## Cycling\n\nLock your bicycle behind the warehouse.'),
  aPage('food', '# Meals\n\nBreakfast opens at eight.\n\n## Supper\n\nThe kitchen closes at nine.'),
];

/** What every search adapter holds. `reopen` opens the same store again, as after a restart. */
export function searchConformance(name: string, open: () => { search: SearchPort; reopen(): SearchPort }): void {
  describe(`search by ${name}`, () => {
    const texts = async (search: SearchPort, query: string, limit = 10) =>
      (await search.search(query, { limit })).map((hit) => hit.passage.text);

    it('finds the passage that holds the words, best first, each once', async () => {
      const { search } = open();
      await search.index(site);
      const hits = await search.search('Where does the ferry leave?', { limit: 10 });
      expect(hits[0]?.passage).toMatchObject({ pageId: 'travel', pageTitle: 'Page travel' });
      expect(hits[0]?.passage.text).toContain('ferry');
      expect(hits.map((hit) => hit.score)).toEqual(hits.map((hit) => hit.score).sort((a, b) => b - a));
      expect(new Set(hits.map((hit) => hit.passage.id)).size).toBe(hits.length);
    });

    it('gives passages as they stand in their page', async () => {
      const { search } = open();
      await search.index(site);
      const hits = await search.search('ferry bicycle breakfast kitchen', { limit: 10 });
      expect(hits.length).toBeGreaterThan(1);
      for (const { passage } of hits) {
        const page = site.find((candidate) => candidate.id === passage.pageId);
        expect(page?.markdown.slice(passage.start, passage.end)).toBe(passage.text);
      }
    });

    it('says how many passages it holds of the pages', async () => {
      const { search } = open();
      const count = await search.index(site);
      expect(count).toBeGreaterThanOrEqual(2);
      expect(await search.index(site)).toBe(count);
      expect(await search.index([])).toBe(0);
    });

    it.each(['', '   ', '?!', '…'])('finds nothing for %j', async (query) => {
      const { search } = open();
      await search.index(site);
      expect(await search.search(query, { limit: 10 })).toEqual([]);
    });

    it.each(['"ferry', 'ferry AND (', 'NEAR(ferry', 'ferry*; DROP TABLE x', 'title:ferry', `${'ferry '.repeat(500)}`])(
      'takes %.40j as words, not as a query language',
      async (query) => {
        const { search } = open();
        await search.index(site);
        expect((await texts(search, query))[0]).toContain('ferry');
      },
    );

    it('finds nothing where nothing is', async () => {
      const { search } = open();
      expect(await search.search('ferry', { limit: 10 })).toEqual([]);
      await search.remove(['nothing']);
    });

    it('gives no more than asked for', async () => {
      const { search } = open();
      await search.index(site);
      expect(await search.search('ferry bicycle breakfast kitchen', { limit: 1 })).toHaveLength(1);
    });

    it('replaces a page and leaves the others', async () => {
      const { search } = open();
      await search.index(site);
      await search.index([aPage('travel', '# Getting there\n\nTake the tram to the lighthouse.')]);
      expect((await texts(search, 'ferry')).join()).not.toContain('ferry');
      expect((await texts(search, 'lighthouse'))[0]).toContain('lighthouse');
      expect((await texts(search, 'breakfast'))[0]).toContain('Breakfast');
    });

    it('forgets removed pages', async () => {
      const { search } = open();
      await search.index(site);
      await search.remove(['travel']);
      expect((await texts(search, 'ferry')).join()).not.toContain('ferry');
      expect((await texts(search, 'breakfast'))[0]).toContain('Breakfast');
    });

    it('knows after a restart what it knew before', async () => {
      const { search, reopen } = open();
      await search.index(site);
      const before = await search.search('Where does the ferry leave?', { limit: 10 });
      expect(await reopen().search('Where does the ferry leave?', { limit: 10 })).toEqual(before);
    });
  });
}
