import { describe, expect, it } from 'vitest';
import { laws } from '../../../scripts/hostile/laws';
import { mutants } from '../../../scripts/hostile/mutants';
import { emptyTally, playRound } from '../../../scripts/hostile/round';
import { seeded } from '../../support/a-hostile-call';

async function play(rounds: number, seed: number, mutant: keyof typeof mutants | null) {
  const tally = emptyTally();
  for (let round = 0; round < rounds; round++) {
    await playRound(seeded(seed * 1_000_003 + round), tally, mutant === null ? null : (mutants[mutant] ?? null));
    if (mutant !== null && broken(tally).some((law) => mutants[mutant]?.caughtBy.includes(law))) break;
  }
  return tally;
}
const broken = (tally: Awaited<ReturnType<typeof play>>) =>
  Object.entries(tally.laws).flatMap(([law, { violated }]) => (violated > 0 ? [law] : []));

describe('hostile agents, attendees and imports', () => {
  it('break no law, and reach every one of them', async () => {
    const tally = await play(30, 1, null);
    expect(tally.examples).toEqual([]);
    expect(tally.violations).toBe(0);
    expect(tally.effects).toBeGreaterThan(30);
    expect(Object.entries(tally.laws).filter(([, { checked }]) => checked === 0)).toEqual([]);
  }, 60_000);
});

describe('a product without one of its guards', () => {
  it.each(Object.keys(mutants))(
    'is caught: %s',
    async (name) => {
      const tally = await play(60, 1, name);
      expect(broken(tally).filter((law) => mutants[name]?.caughtBy.includes(law))).not.toEqual([]);
    },
    60_000,
  );
  it('names laws that there are', () => {
    for (const { caughtBy } of Object.values(mutants)) for (const law of caughtBy) expect(Object.keys(laws)).toContain(law);
  });
});
