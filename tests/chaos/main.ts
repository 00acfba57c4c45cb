import { parseArgs } from 'node:util';
import { add, type Count } from './count';
import { Dice } from './dice';
import { Rounds } from './rounds';
import type { Character } from './services';
import { World } from './world';

/**
 * Kills the built product, the whole process group, at every named step of every kind of effect and at random, against
 * services that misbehave in every way; then counts what happened how often. Ends with 1 when anything happened twice, got
 * lost, or is recorded as what it was not.
 */
const worlds: { name: string; character: Character; assisted: boolean; share: number }[] = [
  { name: 'keys honoured', character: { honoursKeys: true, looksUp: true }, assisted: false, share: 0.5 },
  { name: 'keys ignored, refunds can be looked up', character: { honoursKeys: false, looksUp: true }, assisted: true, share: 0.25 },
  { name: 'keys ignored, nothing can be looked up', character: { honoursKeys: false, looksUp: false }, assisted: false, share: 0.25 },
];

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    port: { type: 'string', default: '4310' },
    json: { type: 'boolean', default: false },
  },
});
const rounds = Number(values.rounds);
const seed = Number(values.seed);
if (!Number.isInteger(rounds) || rounds < worlds.length || !Number.isInteger(seed)) {
  process.stderr.write(`Usage: npm run chaos -- --rounds N (${worlds.length} or more) --seed S [--port P] [--json]\n`);
  process.exit(2);
}

const notice = (line: string) => process.stderr.write(`${line}\n`);
const dice = new Dice(seed);
const killedAt: Record<string, number> = {};
const recoveredMs: number[] = [];
const counts: Count[] = [];
let running: World | null = null;
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => void (running?.end() ?? Promise.resolve()).finally(() => process.exit(1)));

let left = rounds;
for (const [index, { name, character, assisted, share }] of worlds.entries()) {
  const mine = index === worlds.length - 1 ? left : Math.max(1, Math.round(rounds * share));
  left -= mine;
  const startedAt = Date.now();
  const world = await World.make(name, character, { assisted, orders: mine * 4 + 20, port: Number(values.port) + index });
  running = world;
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
    running = null;
  }
}

const { notes: _told, ...effects } = add(counts);
const sorted = recoveredMs.toSorted((a, b) => a - b);
const share = (of: number) => sorted[Math.max(0, Math.ceil(sorted.length * of) - 1)] ?? null;
const recoverMs = { median: share(0.5), p95: share(0.95), max: sorted.at(-1) ?? null, samples: sorted.length };
const figures = { ...effects, rounds, seed, killedAt, recoverMs };
process.stdout.write(values.json ? `${JSON.stringify(figures)}\n` : `${JSON.stringify(figures, null, 2)}\n`);
process.exit(effects.twice + effects.lost + effects.misrecorded > 0 ? 1 : 0);
