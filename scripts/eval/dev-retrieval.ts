import { readFileSync } from 'node:fs';
import type { Page } from '../../worker/core/knowledge/types';
import { type EmbeddedSearchOptions, embeddedSearch } from '../../worker/search/embedded';
import { nodeSqlite } from './node-sqlite';

export interface SupportSet {
  event: { id?: string; name: string; timezone: string; as_of: string };
  pages: Page[];
  questions: { id: string; q: string; answerable: boolean; gold?: { page: string; quote: string }[]; gold_mode?: 'any' | 'all' }[];
}

export interface RankOfGold {
  id: string;
  q: string;
  /** 1 is first; Infinity when not among the first ten. With gold_mode `all`, the rank of the last quote. */
  rank: number;
  top: { page: string; text: string; score: number; parts: Record<string, number> }[];
}

/** Where the gold quote of every answerable question stands among the passages found. White space is compared as one blank. */
export async function goldRanks(set: SupportSet, options: EmbeddedSearchOptions = {}): Promise<RankOfGold[]> {
  const search = embeddedSearch(nodeSqlite(), options);
  await search.index(set.pages);
  const results: RankOfGold[] = [];
  for (const question of set.questions) {
    if (!question.answerable || !question.gold) continue;
    const found = await search.search(question.q, { limit: 10 });
    const ranks = question.gold.map((gold) => {
      const at = found.findIndex(({ passage }) => passage.pageId === gold.page && flat(passage.text).includes(flat(gold.quote)));
      return at === -1 ? Number.POSITIVE_INFINITY : at + 1;
    });
    results.push({
      id: question.id,
      q: question.q,
      rank: question.gold_mode === 'all' ? Math.max(...ranks) : Math.min(...ranks),
      top: found.map(({ passage, score, parts }) => ({
        page: `${passage.id} ${passage.headingPath.join(' > ')}`,
        text: passage.text,
        score,
        parts,
      })),
    });
  }
  return results;
}

export function recallAt(ranks: readonly RankOfGold[], k: number): number {
  return ranks.length === 0 ? 0 : ranks.filter((result) => result.rank <= k).length / ranks.length;
}

export function readSet(path: string): SupportSet {
  return JSON.parse(readFileSync(path, 'utf8')) as SupportSet;
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** `dev-retrieval SET.json...`: recall of the gold quote by set; with SHOW=1 every question that misses the first three. */
async function main(paths: string[]): Promise<void> {
  const all: RankOfGold[] = [];
  for (const path of paths) {
    const ranks = await goldRanks(readSet(path));
    all.push(...ranks);
    report(path.split('/').at(-1) ?? path, ranks);
    if (process.env.SHOW) for (const result of ranks) if (result.rank > 3) show(result);
  }
  report('ALL', all);
}

function report(name: string, ranks: RankOfGold[]): void {
  const percent = (k: number) => `${(recallAt(ranks, k) * 100).toFixed(1)}`.padStart(5);
  console.log(`${name.padEnd(40)} n=${String(ranks.length).padStart(3)}  @1 ${percent(1)}  @3 ${percent(3)}  @5 ${percent(5)}`);
}

function show(result: RankOfGold): void {
  console.log(`  [${result.rank}] ${result.id}: ${result.q}`);
  result.top.slice(0, 3).forEach((top, index) => {
    const parts = Object.entries(top.parts)
      .map(([name, value]) => `${name} ${value.toFixed(2)}`)
      .join(' ');
    console.log(`     ${index + 1}. ${top.page} | ${flat(top.text).slice(0, 110)} | ${top.score.toFixed(2)} ${parts}`);
  });
}

if (process.argv[1]?.includes('dev-retrieval')) await main(process.argv.slice(2));
