export interface Ranked<T> {
  item: T;
  score: number;
  parts: Record<string, number>;
}

type OfPage<T> = Ranked<T> & { page: string };

/** A passage gains when others of its page answer too: a page about hotels knows more of hotels than a passing mention. */
export function withPages<T>(ranked: OfPage<T>[], weight: number): OfPage<T>[] {
  if (weight === 0) return ranked;
  const scores = new Map<string, number[]>();
  for (const { page, score } of ranked) {
    const list = scores.get(page);
    if (list) list.push(score);
    else scores.set(page, [score]);
  }
  const sums = new Map<string, number>();
  let most = 0;
  for (const [page, list] of scores) {
    const sum = list
      .sort((a, b) => b - a)
      .slice(0, 3)
      .reduce((total, score, at) => total + score / (at + 1), 0);
    sums.set(page, sum);
    if (sum > most) most = sum;
  }
  return ranked.map(({ item, page, score, parts }) => {
    const share = most === 0 ? 0 : (sums.get(page) ?? 0) / most;
    return { item, page, score: score * (1 + weight * share), parts: { ...parts, page: weight * share } };
  });
}

const spreadDepth = 10;
const spreadPool = 40;

/** Fills the first places one by one with the passage that is best after what it loses for those of its page before it. */
export function spreadOverPages<T>(sorted: OfPage<T>[], weight: number): OfPage<T>[] {
  if (weight === 0) return sorted;
  const pool = sorted.slice(0, spreadPool);
  const first: OfPage<T>[] = [];
  const before = new Map<string, number>();
  while (first.length < spreadDepth && pool.length > 0) {
    const factorOf = ({ page }: OfPage<T>) => Math.max(0.2, 1 - weight * (before.get(page) ?? 0));
    let best = 0;
    pool.forEach((entry, at) => {
      const leader = pool[best] as OfPage<T>;
      if (entry.score * factorOf(entry) > leader.score * factorOf(leader)) best = at;
    });
    const [entry] = pool.splice(best, 1) as [OfPage<T>];
    const factor = factorOf(entry);
    first.push({ ...entry, score: entry.score * factor, parts: { ...entry.parts, samePage: factor - 1 } });
    before.set(entry.page, (before.get(entry.page) ?? 0) + 1);
  }
  const lowest = first.at(-1)?.score ?? 0;
  const rest = [...pool, ...sorted.slice(spreadPool)];
  return [...first, ...rest.map((entry) => ({ ...entry, score: Math.min(entry.score, lowest) }))];
}
