import { describe, expect, it } from 'vitest';
import { exchangeLimits } from '../../../worker/connectors/exchange';
import type { CallOutcome } from '../../../worker/core/outbox/call-outcome';
import {
  afterCall,
  afterMove,
  backoffBaseMs,
  backoffCeilingMs,
  backoffMs,
  type CommandMove,
  type CommandState,
  commandMoves,
  howToCarryOut,
  leaseMs,
  longestCallMs,
  maximumAttempts,
  needsPerson,
  type Reconcilability,
  type RecordedState,
  renewLeaseMs,
} from '../../../worker/core/outbox/life-cycle';

const now = 1_800_000_000_000;
const confirmed: CallOutcome = { status: 'confirmed', providerRef: 're_1' };
const refused: CallOutcome = { status: 'failed', reason: 'no such payment' };
const later = (retryAfterMs: number): CallOutcome => ({ status: 'failed', reason: 'busy', retryAfterMs });
const unknown: CallOutcome = { status: 'unknown', reason: 'no answer' };
const settled = (outcome: CallOutcome, attempts = 1, doubt = false) => afterCall(outcome, { attempts, doubt, now, random: 0 });

describe('backoff', () => {
  it('starts above the longest call, and a lease outlasts two renewals that were missed, so that no two calls of a command overlap', () => {
    expect(backoffBaseMs).toBeGreaterThan(longestCallMs);
    expect(exchangeLimits.timeoutMs).toBeLessThanOrEqual(longestCallMs);
    expect(leaseMs).toBeGreaterThan(3 * renewLeaseMs);
  });
  it('lies between base and a ceiling that doubles, whatever the dice say', () => {
    for (let attempts = 0; attempts <= 60; attempts++) {
      const ceiling = Math.min(backoffCeilingMs, backoffBaseMs * 2 ** Math.max(0, attempts - 1));
      for (const random of [0, 0.25, 0.5, 0.999999]) {
        const wait = backoffMs(attempts, random);
        expect(wait).toBeGreaterThanOrEqual(backoffBaseMs);
        expect(wait).toBeLessThanOrEqual(ceiling);
      }
      expect(backoffMs(attempts, 0.5)).toBeGreaterThanOrEqual(backoffMs(attempts - 1, 0.5));
    }
  });
});

describe('a command after a call', () => {
  it.each<[string, CallOutcome, number, boolean, CommandState]>([
    ['confirmed', confirmed, 1, false, 'confirmed'],
    ['confirmed at the last attempt', confirmed, maximumAttempts, false, 'confirmed'],
    ['confirmed after it had been unknown', confirmed, 2, true, 'reconciled'],
    ['refused for good', refused, 1, false, 'failed'],
    ['refused for good while the first call is in doubt', refused, 2, true, 'unknown'],
    ['refused for now', later(1000), 1, false, 'authorised'],
    ['refused for now while the first call is in doubt', later(1000), 2, true, 'unknown'],
    ['refused for now, for the last time', later(1000), maximumAttempts, false, 'parked'],
    ['unknown', unknown, 1, false, 'unknown'],
    ['unknown for the last time: it stays known to be unknown', unknown, maximumAttempts, false, 'unknown'],
  ])('%s', (_name, outcome, attempts, doubt, state) => {
    expect(settled(outcome, attempts, doubt).state).toBe(state);
  });
  it('that is open again waits at least the base, and as long as the service asks for', () => {
    expect(settled(unknown).nextAttemptAt).toBe(now + backoffBaseMs);
    expect(settled(later(0)).nextAttemptAt).toBe(now + backoffBaseMs);
    expect(settled(later(120_000)).nextAttemptAt).toBe(now + 120_000);
  });
  it('is left to a person after eight calls, whatever the service answers', () => {
    for (const outcome of [later(0), unknown])
      for (const doubt of [false, true]) {
        const asked = Array.from({ length: 12 }, (_, i) => needsPerson(settled(outcome, i + 1, doubt)));
        expect(asked.indexOf(true)).toBe(maximumAttempts - 1);
      }
  });
  it('asks for a person when nothing moves it any more, and only then', () => {
    expect([refused, confirmed, later(1), unknown].map((outcome) => needsPerson(settled(outcome)))).toEqual([true, false, false, false]);
    expect(needsPerson(settled(refused, 1, true)), 'refused in doubt').toBe(true);
  });
  it('says why it is not done', () => {
    expect([refused, later(1), unknown].map((outcome) => settled(outcome).lastError)).toEqual(['no such payment', 'busy', 'no answer']);
    expect(settled(confirmed).lastError).toBeNull();
  });
});

describe('a claimed command', () => {
  const replay: Reconcilability = { by: 'replay', withinMs: 1_000 };
  const lookUp: Reconcilability = { by: 'look_up' };
  const nothing: Reconcilability = { by: 'nothing' };
  it.each<[CommandState, string, Reconcilability, number, string]>([
    ['authorised', 'key is honoured', replay, 0, 'call'],
    ['authorised', 'effects can be looked up', lookUp, 0, 'call'],
    ['authorised', 'nothing can be asked', nothing, 0, 'call'],
    ['claimed', 'key is honoured', replay, 999, 'replay'],
    ['unknown', 'key is honoured', replay, 999, 'replay'],
    ['unknown', 'key has been forgotten', replay, 1_000, 'ask_person'],
    ['claimed', 'effects can be looked up', lookUp, 1e9, 'look_up'],
    ['unknown', 'effects can be looked up', lookUp, 1e9, 'look_up'],
    ['claimed', 'nothing can be asked', nothing, 0, 'ask_person'],
    ['unknown', 'nothing can be asked', nothing, 0, 'ask_person'],
  ])('that was %s, at a service whose %s: %#', (before, _what, reconcilability, since, how) => {
    expect(howToCarryOut(before, reconcilability, since)).toBe(how);
  });
});

describe('the life of a command, in every order of up to six steps', () => {
  const doubtful: RecordedState[] = ['claimed', 'unknown'];
  /** Every path from a fresh command, as its moves and the states they led through. */
  function paths(depth: number): { moves: CommandMove[]; states: RecordedState[] }[] {
    if (depth === 0) return [{ moves: [], states: ['proposed'] }];
    return paths(depth - 1).flatMap((path) => [
      path,
      ...(path.moves.length === depth - 1 ? commandMoves : []).flatMap((move) => {
        const to = afterMove(path.states.at(-1) ?? 'proposed', move);
        return to ? [{ moves: [...path.moves, move], states: [...path.states, to] }] : [];
      }),
    ]);
  }
  const all = paths(6);

  it('begins by being let through, and nothing leads back to being proposed', () => {
    expect(all.length).toBeGreaterThan(300);
    for (const { moves, states } of all) {
      if (moves.length > 0) expect(moves[0]).toBe('authorise');
      expect(states.slice(1)).not.toContain('proposed');
    }
  });
  it('happens, is refused or becomes unknown only out of a claim or by a person', () => {
    for (const { moves, states } of all)
      moves.forEach((move, i) => {
        if (['confirmed', 'reconciled', 'failed', 'unknown'].includes(states[i + 1] ?? ''))
          expect(states[i] === 'claimed' || move.startsWith('say_'), `${moves.join(' ')}: ${states.join(' ')}`).toBe(true);
      });
  });
  it('never ends an effect in doubt as cancelled, except by whoever holds its claim', () => {
    for (const { moves, states } of all)
      states.forEach((state, i) => {
        if (state === 'cancelled' && doubtful.includes(states[i - 1] ?? 'proposed'))
          expect([moves[i - 1], states[i - 1]]).toEqual(['cancel', 'claimed']);
      });
  });
  it('ends for good when it has happened or was cancelled', () => {
    for (const { states } of all)
      expect(states.slice(0, -1).some((state) => ['confirmed', 'reconciled', 'cancelled'].includes(state))).toBe(false);
  });
});
