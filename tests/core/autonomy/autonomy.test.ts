import { describe, expect, it } from 'vitest';
import { agreedOf, type Decided, median, rubberStamping, wilsonLowerBound } from '../../../worker/core/autonomy/agreement';
import { type Move, nextAllowance, nextMove, standingOf, type TrackRecord } from '../../../worker/core/autonomy/review';
import { dayMs } from '../../../worker/core/instant';

const now = Date.parse('2027-03-01T10:00:00Z');

/** Decisions a day apart, latest yesterday, each looked at for half a minute. */
function decisions(counts: Partial<Record<Decided, number>>): TrackRecord['decisions'] {
  const all = (['rejected', 'edited', 'approved'] as const).flatMap((decided) => Array<Decided>(counts[decided] ?? 0).fill(decided));
  return all.map((decided, index) => ({ decided, by: 'usr_1', at: now - dayMs - index * (dayMs / 2), tookMs: 30_000 }));
}
const record = (over: Partial<TrackRecord> = {}): TrackRecord => ({
  decisions: decisions({ approved: 40 }),
  reversedAt: [],
  mode: 'full_auto',
  autonomy: 40,
  allowance: 0,
  raisedAt: null,
  proposed: false,
  declinedAt: null,
  ...over,
});

describe('the Wilson lower bound', () => {
  it.each([
    [0, 0, 0],
    [1, 1, 0.2065],
    [10, 10, 0.7225],
    [20, 20, 0.8389],
    [35, 35, 0.9011],
    [90, 100, 0.8256],
    [50, 100, 0.4038],
    [0, 10, 0],
  ])('of %d in %d is %d', (agreed, n, expected) => {
    expect(wilsonLowerBound(agreed, n)).toBeCloseTo(expected, 4);
  });
  it('rises with agreement, and with volume at the same agreement', () => {
    for (let n = 1; n < 60; n++) {
      expect(wilsonLowerBound(n, n)).toBeGreaterThan(wilsonLowerBound(n - 1, n));
      expect(wilsonLowerBound(n + 1, n + 1)).toBeGreaterThan(wilsonLowerBound(n, n));
    }
  });
});

it('an edited approval agrees half', () => {
  expect(agreedOf(['approved', 'edited', 'rejected', 'approved'])).toBe(2.5);
});

it('the median is the middle, or between the two middles', () => {
  expect([median([]), median([3]), median([9, 1, 5]), median([4, 1, 3, 2])]).toEqual([null, 3, 5, 2.5]);
});

describe('rubber-stamping', () => {
  const approvals = (n: number, gapMs: number, tookMs: number | null, by = 'usr_1') =>
    Array.from({ length: n }, (_, i) => ({ by, at: now + i * gapMs, tookMs }));
  it.each<[string, Parameters<typeof rubberStamping>[0], string | null]>([
    ['nine quick ones', approvals(9, dayMs, 500), null],
    ['ten quick ones', approvals(10, dayMs, 2_999), 'quick_median'],
    ['ten that took three seconds', approvals(10, dayMs, 3_000), null],
    ['ten of unknown time', approvals(10, dayMs, null), null],
    ['a minute of nineteen', approvals(19, 1000, 5_000), null],
    ['a minute of twenty', approvals(20, 3_000, 5_000), 'burst'],
    ['twenty in more than a minute', approvals(20, 3_200, 5_000), null],
    ['twenty of two people', [...approvals(10, 100, 5_000), ...approvals(10, 100, 5_000, 'usr_2')], null],
  ])('%s: %#', (_name, given, expected) => {
    expect(rubberStamping(given)?.rule ?? null).toBe(expected);
  });
});

describe('earned autonomy', () => {
  const missing = (over: Partial<TrackRecord>) => standingOf(record(over), now).missing.length;
  it.each<[string, Partial<TrackRecord>, Move['move'], number?]>([
    ['forty agreed of forty', {}, 'propose', 10],
    ['nineteen of nineteen are too few', { decisions: decisions({ approved: 19 }) }, 'none'],
    ['twenty of twenty are not certain enough', { decisions: decisions({ approved: 20 }) }, 'none'],
    ['thirty-five of thirty-five are', { decisions: decisions({ approved: 35 }) }, 'propose', 10],
    ['one rejection in forty is too much', { decisions: decisions({ approved: 39, rejected: 1 }) }, 'none'],
    ['a reversal 29 days ago', { reversedAt: [now - 29 * dayMs] }, 'none'],
    ['a reversal 31 days ago', { reversedAt: [now - 31 * dayMs] }, 'propose', 10],
    ['a promotion waits already', { proposed: true }, 'none'],
    ['a promotion waits and is no longer earned', { proposed: true, reversedAt: [now - dayMs] }, 'withdraw'],
    ['it was declined yesterday', { declinedAt: now - dayMs }, 'none'],
    ['it was declined a month ago', { declinedAt: now - 31 * dayMs }, 'propose', 10],
    ['a second step', { allowance: 10, raisedAt: now - 40 * dayMs }, 'propose', 20],
    ['the last step stops at the ceiling', { autonomy: 85 }, 'propose', 4],
    ['no room is left', { autonomy: 89 }, 'none'],
    ['a dial above the ceiling', { autonomy: 95 }, 'none'],
    ['assisted counts from 0', { mode: 'assisted', autonomy: 100 }, 'propose', 10],
    ['review-only earns nothing', { mode: 'review_only' }, 'none'],
    ['a reversal after the promotion', { allowance: 10, raisedAt: now - 2 * dayMs, reversedAt: [now - dayMs] }, 'demote'],
    ['a reversal before the promotion', { allowance: 10, raisedAt: now - 2 * dayMs, reversedAt: [now - 3 * dayMs] }, 'none'],
    ['people reject', { allowance: 10, raisedAt: now, decisions: decisions({ approved: 20, rejected: 3 }) }, 'demote'],
    ['few decisions, all agreed', { allowance: 10, raisedAt: now, decisions: decisions({ approved: 4 }) }, 'none'],
    ['no decisions at all', { decisions: [] }, 'none'],
  ])('%s: %#', (_name, over, move, to) => {
    const next = nextMove(record(over), now);
    expect(next.move).toBe(move);
    if (next.move === 'propose') expect(next.to).toBe(to);
    if (move === 'propose') expect(missing(over)).toBe(0);
  });
  it('is not proposed to people who approve without looking', () => {
    const quick = decisions({ approved: 40 }).map((decision) => ({ ...decision, tookMs: 800 }));
    expect(nextMove(record({ decisions: quick }), now)).toEqual({ move: 'none' });
    expect(standingOf(record({ decisions: quick }), now)).toMatchObject({
      rubberStamping: { rule: 'quick_median' },
      medianDecisionMs: 800,
    });
  });
  it('forgets decisions after sixty days', () => {
    const old = decisions({ approved: 40 }).map((decision) => ({ ...decision, at: decision.at - 60 * dayMs }));
    expect(standingOf(record({ decisions: old }), now)).toMatchObject({ decided: 0, lowerBound: 0, agreement: null });
  });
  it('never proposes what does not reach further, at any dial, mode and allowance', () => {
    for (const mode of ['full_auto', 'assisted', 'review_only'] as const)
      for (let autonomy = 0; autonomy <= 100; autonomy += 5)
        for (let allowance = 0; allowance <= 100; allowance += 5) {
          const next = nextAllowance({ mode, autonomy, allowance });
          expect(next).toBeGreaterThanOrEqual(allowance);
          expect(next).toBeLessThanOrEqual(Math.max(allowance, 89));
        }
  });
});
