import { describe, expect, it } from 'vitest';
import { both, evaluate, rulesOn } from '../../../worker/core/policy/rule';
import { strictest } from '../../../worker/core/policy/verdict';
import { eur } from '../../support/a-order';

interface Facts {
  amount: { minor: number; currency: string };
  limit: number;
  secret: string;
}
const rule = rulesOn<Facts>();
const facts: Facts = { amount: eur(12), limit: 3, secret: 'nobody reads this' };

describe('a rule', () => {
  const above = rule({
    id: 'above',
    verdict: 'ask',
    says: 'Above the limit a person is asked.',
    reads: ['amount', 'limit'],
    setting: 'agent.limits.x',
    applies: ({ amount, limit }) => amount.minor > limit,
    reason: ({ limit }) => `above ${limit}`,
  });

  it('shows the facts that it names, money as money, and no other', () => {
    expect(above.judge(facts)).toEqual({ kind: 'ask', rule: 'above', reason: 'above 3', facts: { amount: 'EUR 12.00', limit: 3 } });
  });
  it('has nothing to say where it does not apply', () => {
    expect(above.judge({ ...facts, limit: 5000 })).toBeNull();
  });
  it('cannot read a fact that it does not name, by type and when it runs', () => {
    let seen: unknown = 'untouched';
    rule({
      id: 'peeks',
      verdict: 'refuse',
      says: 'Never.',
      reads: ['limit'],
      applies: (given) => {
        // @ts-expect-error secret is not among `reads`
        seen = given.secret;
        return false;
      },
      reason: () => '',
    }).judge(facts);
    expect(seen).toBeUndefined();
  });
});

describe('rules together', () => {
  const of = (id: string, verdict: 'ask' | 'escalate' | 'refuse', applies: boolean) =>
    rule({ id, verdict, says: id, reads: [], applies: () => applies, reason: () => id });

  it('all that spoke are named beside the strictest', () => {
    const verdict = strictest(
      evaluate([of('a', 'ask', true), of('b', 'refuse', true), of('c', 'escalate', false), of('d', 'ask', true)], facts),
    );
    expect(verdict).toMatchObject({ kind: 'refuse', rule: 'b' });
    expect(verdict.also?.map(({ rule: id }) => id)).toEqual(['a', 'd']);
  });
  it('of two lists read the facts of both', () => {
    const other = rulesOn<{ name: string }>()({
      id: 'named',
      verdict: 'ask',
      says: 'By name.',
      reads: ['name'],
      applies: ({ name }) => name === 'Eve',
      reason: ({ name }) => name,
    });
    const spoke = evaluate(both([of('a', 'ask', true)], [other]), { ...facts, name: 'Eve' });
    expect(spoke.map(({ rule: id }) => id)).toEqual(['a', 'named']);
  });
});
