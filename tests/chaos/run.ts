import { buildBundles, stopBuilding } from '../../scripts/lib/bundles.mjs';
import { add, type Count } from './count';
import { Dice } from './dice';
import { addNotices, type NoticeCount } from './notices';
import { Rounds } from './rounds';
import type { Character } from './services';
import { World } from './world';

/** Three deployments, each with services of another character; in the second a person approves everything. */
export const worlds: { name: string; character: Character; assisted: boolean; share: number }[] = [
  { name: 'keys honoured', character: { honoursKeys: true, looksUp: true, notifies: 0.9 }, assisted: false, share: 0.5 },
  {
    name: 'keys ignored, refunds can be looked up',
    character: { honoursKeys: false, looksUp: true, notifies: 0.6 },
    assisted: true,
    share: 0.25,
  },
  {
    name: 'keys ignored, nothing can be looked up',
    character: { honoursKeys: false, looksUp: false, notifies: 0.6 },
    assisted: false,
    share: 0.25,
  },
];

/** Rounds of one deployment, before a new one is made. */
const mostRounds = 50;

export interface ChaosFigures extends Omit<Count, 'notes'> {
  rounds: number;
  seed: number;
  secondsPerRound: number;
  killedAt: Record<string, number>;
  notices: NoticeCount;
  /** From the new start to the last thing that was owed, with services that behave. */
  recoverMs: Spread;
  /** From the new start until it could be asked anything: how busy the machine was. */
  startMs: Spread;
}

/** In milliseconds. */
interface Spread {
  median: number | null;
  p95: number | null;
  max: number | null;
  samples: number;
}

interface Options {
  rounds: number;
  seed: number;
  /** Worlds that live side by side. */
  jobs: number;
  notice(line: string): void;
}

interface WorldFigures {
  count: Count;
  killedAt: Record<string, number>;
  notices: NoticeCount;
  recoveredMs: number[];
  startedMs: number[];
}

/** Kills the product `rounds` times and counts what happened how often.  */
export async function runChaos(options: Options): Promise<ChaosFigures & { notes: string[] }> {
  const { rounds, seed, jobs } = options;
  await buildBundles({ tolerate: true });
  await stopBuilding();
  const startedAt = Date.now();
  const figures: WorldFigures[] = [];
  const waiting = livesOf(rounds);
  await Promise.all(
    Array.from({ length: jobs }, async (_, job) => {
      for (let life = waiting.shift(); life; life = waiting.shift())
        figures.push(await live(life, new Dice(seed + job * 7919 + waiting.length * 104_729), options.notice));
    }),
  );
  return {
    ...add(figures.map(({ count }) => count)),
    ...{ rounds, seed, secondsPerRound: Math.round((Date.now() - startedAt) / 100 / rounds) / 10 },
    killedAt: summed(figures.map(({ killedAt }) => killedAt)),
    notices: figures.map(({ notices }) => notices).reduce(addNotices),
    recoverMs: spreadOf(figures.flatMap(({ recoveredMs }) => recoveredMs)),
    startMs: spreadOf(figures.flatMap(({ startedMs }) => startedMs)),
  };
}

interface Life {
  name: string;
  world: (typeof worlds)[number];
  rounds: number;
}

/** A world's rounds, the last one's what the others leave, in lives of a length that lets worlds live side by side to the end. */
function livesOf(rounds: number): Life[] {
  const first = worlds.slice(0, -1).map(({ share }) => Math.max(1, Math.round(rounds * share)));
  const shares = [...first, rounds - first.reduce((sum, n) => sum + n, 0)];
  return worlds.flatMap((world, index) => {
    const mine = shares[index] ?? 0;
    const lives = Math.ceil(mine / mostRounds);
    return Array.from({ length: lives }, (_, n) => ({
      ...{ world, name: lives > 1 ? `${world.name} (${n + 1} of ${lives})` : world.name },
      rounds: Math.floor((mine * (n + 1)) / lives) - Math.floor((mine * n) / lives),
    }));
  });
}

async function live(
  { name, world: { character, assisted }, rounds }: Life,
  dice: Dice,
  notice: (line: string) => void,
): Promise<WorldFigures> {
  const startedAt = Date.now();
  const world = await World.make(name, character, { assisted, orders: rounds * 4 + 20, dice });
  const seconds = () => (Date.now() - startedAt) / 1000;
  try {
    const all = new Rounds(world, dice, notice);
    for (let n = 0; n < rounds; n++) {
      await all.run(n);
      if (n % 25 === 24 || n === rounds - 1) notice(`${name}: ${n + 1} of ${rounds} rounds, ${(seconds() / (n + 1)).toFixed(1)} s each`);
    }
    const count = await all.settle();
    const { notes, ...figures } = count;
    notice(`${name}: ${rounds} rounds in ${Math.round(seconds())} s: ${JSON.stringify(figures)}`);
    for (const note of notes) notice(`  ${note}`);
    return { count, killedAt: all.killedAt, notices: world.services.notices.count, recoveredMs: all.recoveredMs, startedMs: all.startedMs };
  } finally {
    await world.end();
  }
}

function spreadOf(samples: number[]): Spread {
  const sorted = samples.toSorted((a, b) => a - b);
  const share = (of: number) => sorted[Math.max(0, Math.ceil(sorted.length * of) - 1)] ?? null;
  return { median: share(0.5), p95: share(0.95), max: sorted.at(-1) ?? null, samples: sorted.length };
}

function summed(all: Record<string, number>[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const one of all) for (const [name, n] of Object.entries(one)) sum[name] = (sum[name] ?? 0) + n;
  return sum;
}
