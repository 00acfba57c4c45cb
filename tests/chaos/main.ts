import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { runChaos, worlds } from './run';

/**
 * `npm run chaos -- --rounds N --seed S [--jobs N] [--json]`: kills the built product, the whole process group, at every
 * named step of every kind of effect and at random, against services that misbehave in every way and tell of it late,
 * twice and out of order. Ends with 1 when anything happened twice, got lost, or is recorded as what it was not.
 */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    jobs: { type: 'string', default: String(Math.min(worlds.length, availableParallelism())) },
    json: { type: 'boolean', default: false },
  },
});
const [rounds, seed, jobs] = [Number(values.rounds), Number(values.seed), Number(values.jobs)];
if (!(jobs >= 1) || !Number.isInteger(rounds) || rounds < worlds.length || !Number.isInteger(seed)) {
  process.stderr.write(`Usage: npm run chaos -- --rounds N (${worlds.length} or more) --seed S [--jobs N] [--json]\n`);
  process.exit(2);
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));
const { notes: _told, ...figures } = await runChaos({ rounds, seed, jobs, notice: (line) => process.stderr.write(`${line}\n`) });
process.stdout.write(values.json ? `${JSON.stringify(figures)}\n` : `${JSON.stringify(figures, null, 2)}\n`);
process.exit(figures.twice + figures.lost + figures.misrecorded + figures.noticesLost + figures.noticesDoubled > 0 ? 1 : 0);
