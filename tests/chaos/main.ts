import { parseArgs } from 'node:util';
import { runChaos, worlds } from './run';

/**
 * `npm run chaos -- --rounds N --seed S [--json]`: kills the built product, the whole process group, at every named step of
 * every kind of effect and at random, against services that misbehave in every way. Ends with 1 when anything happened
 * twice, got lost, or is recorded as what it was not.
 */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    port: { type: 'string', default: '4310' },
    json: { type: 'boolean', default: false },
  },
});
const [rounds, seed, port] = [Number(values.rounds), Number(values.seed), Number(values.port)];
if (!Number.isInteger(rounds) || rounds < worlds.length || !Number.isInteger(seed) || !Number.isInteger(port)) {
  process.stderr.write(`Usage: npm run chaos -- --rounds N (${worlds.length} or more) --seed S [--port P] [--json]\n`);
  process.exit(2);
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));
const { notes: _told, ...figures } = await runChaos({ rounds, seed, port, notice: (line) => process.stderr.write(`${line}\n`) });
process.stdout.write(values.json ? `${JSON.stringify(figures)}\n` : `${JSON.stringify(figures, null, 2)}\n`);
process.exit(figures.twice + figures.lost + figures.misrecorded > 0 ? 1 : 0);
