import type { CallOutcome } from './call-outcome';

/** Pure. The life of an outbound effect: where it may go from where, when it is due again, and when a person is asked. */

export type CommandState = 'authorised' | 'claimed' | 'confirmed' | 'failed' | 'unknown' | 'parked' | 'cancelled' | 'reconciled';
/** `proposed` is the state before its row: a tool call that a verdict or a person has not let through yet. */
export type RecordedState = 'proposed' | CommandState;

export type CommandMove =
  | 'authorise'
  | 'claim'
  | 'hold'
  | 'put_off'
  | 'confirm'
  | 'reconcile'
  | 'refuse'
  | 'lose_sight'
  | 'park'
  | 'cancel'
  | 'say_happened'
  | 'say_not_happened'
  | 'try_again';

/** What is claimed stays so until its holder settles it or its lease runs out: then the next claim takes it over. */
const moves: Record<RecordedState, Partial<Record<CommandMove, CommandState>>> = {
  proposed: { authorise: 'authorised' },
  authorised: { claim: 'claimed', cancel: 'cancelled', park: 'parked' },
  claimed: {
    claim: 'claimed',
    hold: 'authorised',
    put_off: 'authorised',
    confirm: 'confirmed',
    reconcile: 'reconciled',
    refuse: 'failed',
    lose_sight: 'unknown',
    park: 'parked',
    cancel: 'cancelled',
  },
  // What may have happened is never cancelled: only a look at the service or a person ends it.
  unknown: { claim: 'claimed', say_happened: 'reconciled', say_not_happened: 'failed', try_again: 'authorised' },
  parked: { say_happened: 'reconciled', say_not_happened: 'failed', try_again: 'authorised', cancel: 'cancelled' },
  failed: { say_happened: 'reconciled', try_again: 'authorised' },
  confirmed: {},
  reconciled: {},
  cancelled: {},
};

/** Where a move leads, or null where it is not allowed. */
export function afterMove(state: RecordedState, move: CommandMove): CommandState | null {
  return moves[state][move] ?? null;
}

export const commandMoves: readonly CommandMove[] = [
  'authorise',
  'claim',
  'hold',
  'put_off',
  'confirm',
  'reconcile',
  'refuse',
  'lose_sight',
  'park',
  'cancel',
  'say_happened',
  'say_not_happened',
  'try_again',
];

/** States in which it has happened. */
export const happenedStates = ['confirmed', 'reconciled'] as const;
/** States in which something is still to be done by the product. */
export const openStates = ['authorised', 'claimed', 'unknown'] as const;

/** Longest time that one call to a service may take. */
export const longestCallMs = 10_000;
/** A lease is renewed while its call is under way, so that it may be short: a crash costs no more than this. */
export const leaseMs = 8_000;
export const renewLeaseMs = 2_500;
/** The base exceeds the call's time limit. */
export const backoffBaseMs = 12_000;
export const backoffCeilingMs = 3_600_000;
export const maximumAttempts = 8;
/** `nextAttemptAt` of what only a person moves on: the last instant that a date can hold. */
export const waitsForPerson = 8_640_000_000_000_000;

/** Exponential backoff with full jitter above the base; `random` in [0,1). */
export function backoffMs(attempts: number, random: number): number {
  const ceiling = Math.min(backoffCeilingMs, backoffBaseMs * 2 ** Math.max(0, attempts - 1));
  return Math.round(backoffBaseMs + random * (ceiling - backoffBaseMs));
}

export interface NextState {
  state: CommandState;
  /** Milliseconds since 1970 by the event's clock. */
  nextAttemptAt: number;
  lastError: string | null;
}

export interface Attempt {
  /** Calls so far, this one included. */
  attempts: number;
  /** It may have happened before this call, and nothing has said since that it did not. */
  doubt: boolean;
  /** Milliseconds since 1970 by the event's clock. */
  now: number;
  /** In [0,1). */
  random: number;
}

/**
 * Where a command goes after a call. A refusal for good is `failed`; one that may pass is due again later and `parked`
 * after the last attempt. What may have happened stays `unknown` until a service or a person says what is so: after the
 * last attempt it waits for a person.
 */
export function afterCall(outcome: CallOutcome, { attempts, doubt, now, random }: Attempt): NextState {
  const last = attempts >= maximumAttempts;
  switch (outcome.status) {
    case 'confirmed':
      return { state: doubt ? 'reconciled' : 'confirmed', nextAttemptAt: now, lastError: null };
    case 'unknown':
      return { state: 'unknown', nextAttemptAt: last ? waitsForPerson : now + backoffMs(attempts, random), lastError: outcome.reason };
    case 'failed': {
      const wait = outcome.retryAfterMs === undefined ? null : now + Math.max(outcome.retryAfterMs, backoffMs(attempts, random));
      if (doubt) return { state: 'unknown', nextAttemptAt: last || wait === null ? waitsForPerson : wait, lastError: outcome.reason };
      if (wait === null) return { state: 'failed', nextAttemptAt: now, lastError: outcome.reason };
      return { state: last ? 'parked' : 'authorised', nextAttemptAt: wait, lastError: outcome.reason };
    }
  }
}

/** Whether a person is told now: it will not move by itself any more, and nobody has refused it by a rule. */
export function needsPerson(next: NextState): boolean {
  return next.state === 'parked' || next.state === 'failed' || (next.state === 'unknown' && next.nextAttemptAt === waitsForPerson);
}

/** How an outcome that is not known can be found out at a service. */
export type Reconcilability =
  /** Sending again under the same key is the question, for so long after the first call. */
  | { by: 'replay'; withinMs: number }
  /** The service is asked whether it has it. */
  | { by: 'look_up' }
  | { by: 'nothing' };

/**
 * What to do with a claimed row: a fresh one is called; one whose outcome is not known is sent again only where the
 * service honours the key, looked up where it can be, and left to a person otherwise. `sinceFirstCallMs` since the first claim.
 */
export function howToCarryOut(
  before: CommandState,
  reconcilability: Reconcilability,
  sinceFirstCallMs: number,
): 'call' | 'replay' | 'look_up' | 'ask_person' {
  if (before === 'authorised') return 'call';
  switch (reconcilability.by) {
    case 'replay':
      return sinceFirstCallMs < reconcilability.withinMs ? 'replay' : 'ask_person';
    case 'look_up':
      return 'look_up';
    case 'nothing':
      return 'ask_person';
  }
}
