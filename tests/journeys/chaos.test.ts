import { expect, it } from 'vitest';
import { runChaos } from '../chaos/run';

/** A short run of `npm run chaos`; the long one is for nights. */
it('killed nine times at steps of its effects, against services that misbehave, nothing happens twice, gets lost or is recorded wrongly', async () => {
  const { twice, lost, misrecorded, wanted, notes, notices } = await runChaos({ rounds: 9, seed: 20, jobs: 2, notice: () => {} });
  expect({ twice, lost, misrecorded, notes }).toEqual({ twice: 0, lost: 0, misrecorded: 0, notes: [] });
  expect(notices.delivered).toBe(notices.made);
  expect(wanted).toBeGreaterThan(0);
}, 600_000);
