import type { CallOutcome } from './call-outcome';

export type CommandState = 'authorised' | 'claimed' | 'confirmed' | 'failed' | 'unknown' | 'parked' | 'cancelled' | 'reconciled';

/** Longer than the longest call (10 s), so that a lease never ends while its call is under way. */
export const leaseMs = 30_000;
/** The base exceeds the call's time limit. */
export const backoffBaseMs = 15_000;
export const backoffCeilingMs = 3_600_000;
export const maximumAttempts = 8;

/** Exponential backoff with full jitter above the base; `random` in [0,1). */
export function backoffMs(attempts: number, random: number): number {
  const ceiling = Math.min(backoffCeilingMs, backoffBaseMs * 2 ** Math.max(0, attempts - 1));
  return Math.round(backoffBaseMs + random * (ceiling - backoffBaseMs));
}

export interface NextState {
  state: CommandState;
  nextAttemptAt: number;
  lastError: string | null;
}

/**
 * Where a command goes after a call. A refusal for good is `failed`; one that may pass is due again later and `parked`
 * after the last attempt; an unknown outcome waits for its reconciliation.
 */
export function afterCall(outcome: CallOutcome, attempts: number, now: number, random: number): NextState {
  switch (outcome.status) {
    case 'confirmed':
      return { state: 'confirmed', nextAttemptAt: now, lastError: null };
    case 'unknown':
      return {
        state: attempts >= maximumAttempts ? 'parked' : 'unknown',
        nextAttemptAt: now + backoffMs(attempts, random),
        lastError: outcome.reason,
      };
    case 'failed':
      if (outcome.retryAfterMs === undefined) return { state: 'failed', nextAttemptAt: now, lastError: outcome.reason };
      return {
        state: attempts >= maximumAttempts ? 'parked' : 'authorised',
        nextAttemptAt: now + Math.max(outcome.retryAfterMs, backoffMs(attempts, random)),
        lastError: outcome.reason,
      };
  }
}

/**
 * What to do with a claimed row: a fresh one is called; one whose outcome is not known is sent again only where the
 * service honours the key, and looked up otherwise.
 */
export function howToCarryOut(before: CommandState, honoursKey: boolean): 'call' | 'replay' | 'look_up' {
  if (before === 'authorised') return 'call';
  return honoursKey ? 'replay' : 'look_up';
}
