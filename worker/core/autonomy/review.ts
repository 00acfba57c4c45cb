import { dayMs } from '../instant';
import { actsAloneUpTo, earnedCeiling } from '../policy/rules/dial';
import { agreedOf, type Decided, median, type RubberStamping, rubberStamping, wilsonLowerBound } from './agreement';

/** Pure. Whether an agent has earned to do one kind of action with less asking, or has lost it. */

export const windowMs = 60 * dayMs;
export const reversalWindowMs = 30 * dayMs;
const promoteFrom = 0.9;
const demoteBelow = 0.75;
const decidedAtLeast = 20;
/** Points of allowance that one promotion adds. */
export const step = 10;
/** A declined promotion is not proposed again within this time. */
const quietAfterDeclineMs = 30 * dayMs;

export interface TrackRecord {
  decisions: readonly { decided: Decided; by: string; at: number; tookMs: number | null }[];
  /** When actions of this kind were taken back or found not to have happened. */
  reversedAt: readonly number[];
  mode: 'full_auto' | 'assisted' | 'review_only';
  autonomy: number;
  allowance: number;
  /** When the allowance was last raised; null if it never was. */
  raisedAt: number | null;
  /** A promotion waits for an owner. */
  proposed: boolean;
  declinedAt: number | null;
}

export interface Standing {
  decided: number;
  approved: number;
  edited: number;
  rejected: number;
  reversed: number;
  agreement: number | null;
  lowerBound: number;
  medianDecisionMs: number | null;
  rubberStamping: RubberStamping | null;
  /** What a promotion still needs, in words. */
  missing: string[];
}

/** What the record of one kind of action comes to at `now`. */
export function standingOf(record: TrackRecord, now: number): Standing {
  const decisions = record.decisions.filter(({ at }) => at > now - windowMs);
  const count = (decided: Decided) => decisions.filter((decision) => decision.decided === decided).length;
  const agreed = agreedOf(decisions.map(({ decided }) => decided));
  const lowerBound = wilsonLowerBound(agreed, decisions.length);
  const reversed = record.reversedAt.filter((at) => at > now - reversalWindowMs).length;
  const stamping = rubberStamping(decisions.filter(({ decided }) => decided !== 'rejected'));
  const missing: string[] = [];
  if (decisions.length < decidedAtLeast) missing.push(`${decidedAtLeast - decisions.length} more decisions within 60 days`);
  if (lowerBound < promoteFrom) missing.push(`agreement that is certain to be above ${promoteFrom} (now ${lowerBound.toFixed(2)})`);
  if (reversed > 0) missing.push(`30 days without anything taken back (${reversed} were)`);
  if (stamping) missing.push('approvals that were looked at');
  if (record.mode === 'review_only') missing.push('another mode than review only, in which a person decides everything');
  else if (nextAllowance(record) <= record.allowance) missing.push('room below what always asks');
  return {
    decided: decisions.length,
    approved: count('approved'),
    edited: count('edited'),
    rejected: count('rejected'),
    reversed,
    agreement: decisions.length > 0 ? agreed / decisions.length : null,
    lowerBound,
    medianDecisionMs: median(decisions.flatMap(({ tookMs }) => (tookMs === null ? [] : [tookMs]))),
    rubberStamping: stamping,
    missing,
  };
}

export type Move = { move: 'none' } | { move: 'propose'; to: number } | { move: 'demote'; why: string } | { move: 'withdraw'; why: string };

/**
 * What follows: a promotion is proposed to an owner; what was earned is lost at once, without asking anybody, after a
 * reversal or when people disagree; and a promotion that waits is withdrawn when it is no longer earned.
 */
export function nextMove(record: TrackRecord, now: number): Move {
  const standing = standingOf(record, now);
  const since = Math.max(record.raisedAt ?? 0, now - reversalWindowMs);
  const reversals = record.reversedAt.filter((at) => at >= since).length;
  if (record.allowance > 0) {
    if (reversals > 0) return { move: 'demote', why: `${reversals} of its actions were taken back since.` };
    // Few decisions alone are no disagreement: an agent that may act is asked about less.
    if (standing.lowerBound < demoteBelow && standing.edited + standing.rejected > 0)
      return { move: 'demote', why: `People agree too rarely: the lower bound fell to ${standing.lowerBound.toFixed(2)}.` };
  }
  const earned = standing.missing.length === 0;
  if (record.proposed) return earned ? { move: 'none' } : { move: 'withdraw', why: `It needs ${standing.missing.join(', ')}.` };
  const quiet = record.declinedAt !== null && record.declinedAt > now - quietAfterDeclineMs;
  return earned && !quiet ? { move: 'propose', to: nextAllowance(record) } : { move: 'none' };
}

/** The allowance after one more step, at most to what reaches the ceiling; the present one where there is no room. */
export function nextAllowance({ mode, autonomy, allowance }: Pick<TrackRecord, 'mode' | 'autonomy' | 'allowance'>): number {
  const base = mode === 'assisted' ? 0 : autonomy;
  const next = Math.min(allowance + step, Math.max(0, earnedCeiling - base));
  const reach = (points: number) => actsAloneUpTo({ mode, autonomy, allowance: points });
  return reach(next) > reach(allowance) ? next : allowance;
}
