import { expect, it } from 'vitest';
import { runChaos } from '../chaos/run';
import { freePort } from './running';

/** A short run of `npm run chaos`; the long one is for nights. */
it('killed nine times at steps of its effects, against services that misbehave, nothing happens twice, gets lost or is recorded wrongly', async () => {
  const { twice, lost, misrecorded, wanted, notes } = await runChaos({ rounds: 9, seed: 20, port: await freePort(), notice: () => {} });
  expect({ twice, lost, misrecorded, notes }).toEqual({ twice: 0, lost: 0, misrecorded: 0, notes: [] });
  expect(wanted).toBeGreaterThan(0);
}, 600_000);
