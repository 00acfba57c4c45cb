import { parseArgs } from 'node:util';
import { seeded } from '../../tests/support/a-hostile-call';
import { messageOf } from '../../worker/core/errors';
import { mutants } from './mutants';
import { emptyTally, playRound } from './round';

const usage = `npm run hostile -- [--rounds N] [--seed S] [--json] [--mutant NAME]
A round is one world and 100 calls; 1,000 rounds by default. Mutants: ${Object.keys(mutants).join(', ')}`;

function stop(text: string): never {
  console.error(text);
  process.exit(2);
}

function options() {
  try {
    return parseArgs({
      options: { rounds: { type: 'string' }, seed: { type: 'string' }, json: { type: 'boolean' }, mutant: { type: 'string' } },
    }).values;
  } catch (error) {
    return stop(`${messageOf(error)}\n\n${usage}`);
  }
}

function number(value: string | undefined, fallback: number, name: string): number {
  const parsed = value === undefined ? fallback : Number(value);
  return Number.isSafeInteger(parsed) && parsed >= 0 ? parsed : stop(`--${name} must be a whole number.\n\n${usage}`);
}

const values = options();
const rounds = number(values.rounds, 1_000, 'rounds');
const seed = number(values.seed, 1, 'seed');
const mutant = values.mutant === undefined ? null : (mutants[values.mutant] ?? stop(`There is no mutant ${values.mutant}.\n\n${usage}`));

const tally = emptyTally();
const started = performance.now();
for (let round = 0; round < rounds; round++) {
  await playRound(seeded(seed * 1_000_003 + round), tally, mutant);
  if (!values.json && round % 100 === 99) console.error(`${tally.calls} calls, ${tally.violations} violations`);
}
const { examples, ...figures } = tally;
for (const { law, call } of examples) console.error(`VIOLATED ${law}\n  ${call}`);
if (!values.json)
  for (const [law, { checked, violated }] of Object.entries(figures.laws))
    console.log(`${violated === 0 ? 'holds' : 'BROKEN'} ${checked.toLocaleString('en')} × ${law}`);
console.log(JSON.stringify({ ...figures, seconds: Math.round((performance.now() - started) / 1000), seed, rounds }));
process.exit(tally.violations > 0 ? 1 : 0);
