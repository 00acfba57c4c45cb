import { median, percentile } from './report';

export interface Load {
  perSecond: number;
  p50Ms: number;
  p95Ms: number;
}

/** Sends calls, `concurrency` at a time, for `forMs` or until there were `atMost`; a call that fails ends the measurement. */
export async function load(
  send: (n: number) => Promise<unknown>,
  concurrency: number,
  forMs: number,
  atMost = Number.POSITIVE_INFINITY,
): Promise<Load> {
  const took: number[] = [];
  const startedAt = performance.now();
  let n = 0;
  const worker = async () => {
    while (n < atMost && performance.now() - startedAt < forMs) {
      const sentAt = performance.now();
      await send(n++);
      took.push(performance.now() - sentAt);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  return { perSecond: took.length / ((performance.now() - startedAt) / 1000), p50Ms: median(took), p95Ms: percentile(took, 0.95) };
}

/** Measures several loads in turns, so that a busy moment of the machine meets them all; each value is the median of its rounds. */
export async function inTurns<K extends string>(loads: Record<K, () => Promise<Load>>, rounds = 3): Promise<Record<K, Load>> {
  const names = Object.keys(loads) as K[];
  const found = new Map<K, Load[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) for (const name of names) found.get(name)?.push(await loads[name]());
  const middle = (all: Load[]): Load => ({
    perSecond: median(all.map((one) => one.perSecond)),
    p50Ms: median(all.map((one) => one.p50Ms)),
    p95Ms: median(all.map((one) => one.p95Ms)),
  });
  return Object.fromEntries(names.map((name) => [name, middle(found.get(name) ?? [])])) as Record<K, Load>;
}
