import { expect, it } from 'vitest';
import { nextReminder, remindsOwners } from '../../../worker/core/policy/reminders';

const minute = 60_000;
const proposal = { createdAt: 1_000, expiresAt: 1_000 + 3 * 1440 * minute };
const ladder = [15, 240, 1440, 2880];

it.each<[string, number[], number, number | null]>([
  ['the first after it was made', ladder, 0, 15],
  ['the second after the first', ladder, 15, 240],
  ['what was missed is not made up for', ladder, 1000, 1440],
  ['none after the last', ladder, 2880, null],
  ['none at all for an empty ladder', [], 0, null],
  ['the order of the ladder does not matter', [240, 15], 0, 15],
  ['none once it has expired', [15, 10_000], 15, null],
])('%s', (_title, minutes, after, expected) => {
  expect(nextReminder(proposal, minutes, proposal.createdAt + after * minute)).toBe(
    expected === null ? null : proposal.createdAt + expected * minute,
  );
});

it('owners are reminded from the third on', () => {
  expect([0, 1, 2, 3].map(remindsOwners)).toEqual([false, false, true, true]);
});
