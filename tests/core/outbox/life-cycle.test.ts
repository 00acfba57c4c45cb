import { describe, expect, it } from 'vitest';
import type { CallOutcome } from '../../../worker/core/outbox/call-outcome';
import {
  afterCall,
  backoffBaseMs,
  backoffCeilingMs,
  backoffMs,
  type CommandState,
  howToCarryOut,
  leaseMs,
  maximumAttempts,
} from '../../../worker/core/outbox/life-cycle';

const longestCallMs = 10_000;
const now = 1_800_000_000_000;
const confirmed: CallOutcome = { status: 'confirmed', providerRef: 're_1' };
const refused: CallOutcome = { status: 'failed', reason: 'no such payment' };
const later = (retryAfterMs: number): CallOutcome => ({ status: 'failed', reason: 'busy', retryAfterMs });
const unknown: CallOutcome = { status: 'unknown', reason: 'no answer' };

describe('backoff', () => {
  it('starts above the longest call and the lease outlasts it, so that no two calls of a command overlap', () => {
    expect(backoffBaseMs).toBeGreaterThan(longestCallMs);
    expect(leaseMs).toBeGreaterThan(longestCallMs);
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
  it.each<[string, CallOutcome, number, CommandState]>([
    ['confirmed', confirmed, 1, 'confirmed'],
    ['confirmed at the last attempt', confirmed, maximumAttempts, 'confirmed'],
    ['refused for good', refused, 1, 'failed'],
    ['refused for now', later(1000), 1, 'authorised'],
    ['refused for now, for the last time', later(1000), maximumAttempts, 'parked'],
    ['unknown', unknown, 1, 'unknown'],
    ['unknown for the last time: a person decides', unknown, maximumAttempts, 'parked'],
  ])('%s', (_name, outcome, attempts, state) => {
    expect(afterCall(outcome, attempts, now, 0.5).state).toBe(state);
  });
  it('that is open again waits at least the base, and as long as the service asks for', () => {
    expect(afterCall(unknown, 1, now, 0).nextAttemptAt).toBe(now + backoffBaseMs);
    expect(afterCall(later(0), 1, now, 0).nextAttemptAt).toBe(now + backoffBaseMs);
    expect(afterCall(later(120_000), 1, now, 0).nextAttemptAt).toBe(now + 120_000);
  });
  it('ends after at most eight calls, whatever the service answers', () => {
    for (const outcome of [later(0), unknown]) {
      const states = Array.from({ length: 12 }, (_, i) => afterCall(outcome, i + 1, now, 0).state);
      expect(states.indexOf('parked')).toBe(maximumAttempts - 1);
    }
  });
  it('says why it is not done', () => {
    expect([refused, later(1), unknown].map((outcome) => afterCall(outcome, 1, now, 0).lastError)).toEqual([
      'no such payment',
      'busy',
      'no answer',
    ]);
    expect(afterCall(confirmed, 1, now, 0).lastError).toBeNull();
  });
});

describe('a claimed command', () => {
  it.each<[CommandState, boolean, string]>([
    ['authorised', true, 'call'],
    ['authorised', false, 'call'],
    ['claimed', true, 'replay'],
    ['claimed', false, 'look_up'],
    ['unknown', true, 'replay'],
    ['unknown', false, 'look_up'],
  ])('that was %s, at a service that honours keys: %s, is a %s', (before, honoursKey, how) => {
    expect(howToCarryOut(before, honoursKey)).toBe(how);
  });
});
