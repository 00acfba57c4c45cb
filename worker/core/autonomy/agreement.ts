/** Pure. How far people agree with what an agent proposes, and whether they look at it. */

export type Decided = 'approved' | 'edited' | 'rejected';

/** What one decision says of the proposal: an edited one was half right. */
const weight: Record<Decided, number> = { approved: 1, edited: 0.5, rejected: 0 };

/** Sum of agreement over decisions, in decisions. */
export function agreedOf(decisions: readonly Decided[]): number {
  return decisions.reduce((sum, decision) => sum + weight[decision], 0);
}

/**
 * Lower end of the Wilson score interval of a proportion (E. B. Wilson, JASA 22, 1927), 95 % two-sided by default: with few
 * decisions it stays low, however they went. 0 without any. `agreed` may be fractional, 0 ≤ agreed ≤ n.
 */
export function wilsonLowerBound(agreed: number, n: number, z = 1.959964): number {
  if (n <= 0) return 0;
  const p = agreed / n;
  const z2 = z * z;
  const centre = p + z2 / (2 * n);
  const spread = z * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n));
  return Math.max(0, (centre - spread) / (1 + z2 / n));
}

/** Middle of some numbers; null without any. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

export interface TimedApproval {
  by: string;
  /** Milliseconds since 1970. */
  at: number;
  /** From shown to decided, in milliseconds, where it is known. */
  tookMs: number | null;
}

export interface RubberStamping {
  rule: 'quick_median' | 'burst';
  text: string;
}

const quickMs = 3_000;
const quickFrom = 10;
const burstSize = 20;
const burstMs = 60_000;

/** Whether approvals look unread: ten or more of which half took under three seconds, or one person's twenty within a minute. */
export function rubberStamping(approvals: readonly TimedApproval[]): RubberStamping | null {
  const took = approvals.flatMap(({ tookMs }) => (tookMs === null ? [] : [tookMs]));
  const middle = median(took);
  if (took.length >= quickFrom && middle !== null && middle < quickMs)
    return { rule: 'quick_median', text: `Half of ${took.length} approvals took less than ${(quickMs / 1000).toFixed(0)} seconds.` };
  for (const by of new Set(approvals.map((approval) => approval.by))) {
    const times = approvals
      .filter((approval) => approval.by === by)
      .map(({ at }) => at)
      .sort((a, b) => a - b);
    for (let first = 0; first + burstSize <= times.length; first++)
      if ((times[first + burstSize - 1] ?? 0) - (times[first] ?? 0) <= burstMs)
        return { rule: 'burst', text: `One person approved ${burstSize} proposals within a minute.` };
  }
  return null;
}
