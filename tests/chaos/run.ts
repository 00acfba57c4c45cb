import { buildBundles, stopBuilding } from '../../scripts/lib/bundles.mjs';
import { add, type Count } from './count';
import { Dice } from './dice';
import { Rounds } from './rounds';
import type { Character } from './services';
import { World } from './world';

/** Three deployments, each with services of another character; in the second a person approves everything. */
export const worlds: { name: string; character: Character; assisted: boolean; share: number }[] = [
  { name: 'keys honoured', character: { honoursKeys: true, looksUp: true }, assisted: false, share: 0.5 },
  { name: 'keys ignored, refunds can be looked up', character: { honoursKeys: false, looksUp: true }, assisted: true, share: 0.25 },
  { name: 'keys ignored, nothing can be looked up', character: { honoursKeys: false, looksUp: false }, assisted: false, share: 0.25 },
];

export interface ChaosFigures extends Omit<Count, 'notes'> {
  rounds: number;
  seed: number;
  killedAt: Record<string, number>;
  /** From the new start to the last command that was under way when it was killed, in ms. */
  recoverMs: { median: number | null; p95: number | null; max: number | null; samples: number };
}

/** Kills the product `rounds` times and counts what happened how often. Takes three ports from `port` on. */
export async function runChaos(options: {
  rounds: number;
  seed: number;
  port: number;
  notice(line: string): void;
}): Promise<ChaosFigures & { notes: string[] }> {
  const { rounds, seed, port, notice } = options;
  await buildBundles({ tolerate: true });
  await stopBuilding();
  const dice = new Dice(seed);
  const killedAt: Record<string, number> = {};
  const recoveredMs: number[] = [];
  const counts: Count[] = [];
  let left = rounds;
  for (const [index, { name, character, assisted, share }] of worlds.entries()) {
    const mine = index === worlds.length - 1 ? left : Math.max(1, Math.round(rounds * share));
    left -= mine;
    const startedAt = Date.now();
    const world = await World.make(name, character, { assisted, orders: mine * 4 + 20, port: port + index });
    try {
      const all = new Rounds(world, dice, notice);
      for (let n = 0; n < mine; n++) {
        await all.run(n);
        if (n % 25 === 24) notice(`${name}: ${n + 1} of ${mine} rounds, ${((Date.now() - startedAt) / 1000 / (n + 1)).toFixed(1)} s each`);
      }
      const count = await all.settle();
      counts.push(count);
      for (const [at, times] of Object.entries(all.killedAt)) killedAt[at] = (killedAt[at] ?? 0) + times;
      recoveredMs.push(...all.recoveredMs);
      const { notes, ...figures } = count;
      notice(`${name}: ${mine} rounds in ${Math.round((Date.now() - startedAt) / 1000)} s: ${JSON.stringify(figures)}`);
      for (const note of notes) notice(`  ${note}`);
    } finally {
      await world.end();
    }
  }
  const sorted = recoveredMs.toSorted((a, b) => a - b);
  const share = (of: number) => sorted[Math.max(0, Math.ceil(sorted.length * of) - 1)] ?? null;
  return {
    ...add(counts),
    ...{ rounds, seed, killedAt },
    recoverMs: { median: share(0.5), p95: share(0.95), max: sorted.at(-1) ?? null, samples: sorted.length },
  };
}
