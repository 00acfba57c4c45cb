import { describe, expect, it } from 'vitest';
import { capOn, paceVerdict } from '../../../worker/core/contact/mailbox-pace';
import { dayMs } from '../../../worker/core/instant';

const pace = { rampStart: 10, rampGrowthPercent: 50, dailyMost: 30, gapSeconds: 90 };
const now = Date.parse('2027-03-10T10:00:00Z');

describe('the pace of a mailbox', () => {
  it('grows each day up to its most', () => {
    expect([0, 1, 2, 3, 400].map((day) => capOn(day, pace))).toEqual([10, 15, 22, 30, 30]);
  });
  it.each([
    ['sends the first mail ever', { today: 0, lastAt: null, firstEverAt: null }, { decision: 'send' }],
    [
      'keeps the gap',
      { today: 1, lastAt: now - 30_000, firstEverAt: now - 30_000 },
      { decision: 'hold', until: now + 60_000, rule: 'mailbox_gap' },
    ],
    ['sends after the gap', { today: 1, lastAt: now - 90_000, firstEverAt: now - 90_000 }, { decision: 'send' }],
    [
      'holds to the next local day at its cap',
      { today: 10, lastAt: now - dayMs, firstEverAt: now - 100_000 },
      { decision: 'hold', until: Date.parse('2027-03-10T23:00:00Z'), rule: 'mailbox_cap' },
    ],
    ['counts the days from the first mail on', { today: 10, lastAt: now - 100_000, firstEverAt: now - dayMs }, { decision: 'send' }],
  ])('%s', (_title, sent, verdict) => {
    expect(paceVerdict(sent, pace, now, 'Europe/Berlin')).toEqual(verdict);
  });
  it('finds the next day also where a day has 25 hours', () => {
    const autumn = Date.parse('2027-10-31T10:00:00Z');
    const held = paceVerdict({ today: 99, lastAt: null, firstEverAt: autumn }, pace, autumn, 'Europe/Berlin');
    expect(held).toMatchObject({ until: Date.parse('2027-10-31T23:00:00Z') });
  });
});
