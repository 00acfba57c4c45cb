import { describe, expect, it } from 'vitest';
import type { Amount } from '../../../worker/core/money';
import { effectClasses, type RiskFacts, riskOf } from '../../../worker/core/policy/risk';
import { evaluate } from '../../../worker/core/policy/rule';
import { actsAloneUpTo, type DialFacts, dialRules, earnedCeiling } from '../../../worker/core/policy/rules/dial';
import { holderRules, type TicketHolderFacts } from '../../../worker/core/policy/rules/holder';
import { type RecipientFacts, recipientRules } from '../../../worker/core/policy/rules/recipient';
import { type RefundFacts, refundRules } from '../../../worker/core/policy/rules/refund';
import { askWhen, escalateWhen, refuseWhen, strictest, type Verdict, type VerdictKind } from '../../../worker/core/policy/verdict';
import { eur, jpy } from '../../support/a-order';

const spoke = (verdicts: Verdict[]) => {
  const { kind, rule } = strictest(verdicts);
  return kind === 'allow' ? 'allow' : `${kind}: ${rule}`;
};

describe('the strictest verdict', () => {
  const kinds: VerdictKind[] = ['allow', 'ask', 'escalate', 'refuse'];
  const of = (kind: VerdictKind, rule: string): Verdict => ({ kind, rule, reason: '', facts: {} });

  it('wins over every weaker one, in whatever order they come', () => {
    for (const a of kinds)
      for (const b of kinds)
        for (const c of kinds) {
          const expected = kinds[Math.max(kinds.indexOf(a), kinds.indexOf(b), kinds.indexOf(c))];
          expect(strictest([of(a, 'a'), of(b, 'b'), of(c, 'c')]).kind).toBe(expected);
        }
  });
  it('of equals is the first, and without rules nothing objects', () => {
    expect(strictest([of('ask', 'first'), of('ask', 'second')]).rule).toBe('first');
    expect(strictest([]).rule).toBe('no_objection');
  });
  it('of a rule that does not hold is allow, under the name of the rule', () => {
    for (const when of [askWhen, escalateWhen, refuseWhen])
      expect(when(false, 'rule', 'reason', { a: 1 })).toMatchObject({ kind: 'allow', rule: 'rule', facts: { a: 1 } });
  });
});

describe('refunds', () => {
  const facts = (over: Partial<RefundFacts> = {}): RefundFacts => ({
    verified: true,
    isBuyer: true,
    ticketOfOrder: true,
    orderState: 'paid',
    amount: eur(120),
    quoted: eur(120),
    quotedPercent: 100,
    refundable: eur(120),
    limit: eur(500),
    payable: true,
    ...over,
  });
  const large = { amount: eur(600), quoted: eur(600), refundable: eur(600) };

  it.each<[string, Partial<RefundFacts>, string]>([
    ['what the table gives', {}, 'allow'],
    ['less than the table gives', { amount: eur(1) }, 'allow'],
    ['one cent', { amount: eur(0.01) }, 'allow'],
    ['nothing', { amount: eur(0) }, 'refuse: nothing_to_refund'],
    ['a negative amount', { amount: eur(-5) }, 'refuse: nothing_to_refund'],
    ['nobody verified', { verified: false, isBuyer: false }, 'refuse: holder_not_verified'],
    ['the verified holder of a ticket that somebody else bought', { isBuyer: false }, 'refuse: not_the_buyer'],
    ['the buyer, for a ticket of another order', { ticketOfOrder: false }, 'refuse: ticket_not_of_order'],
    ['a pending order', { orderState: 'pending' }, 'refuse: order_not_paid'],
    ['a refunded order', { orderState: 'refunded' }, 'refuse: order_not_paid'],
    ['a cancelled order', { orderState: 'cancelled' }, 'refuse: order_not_paid'],
    ['an expired order', { orderState: 'expired' }, 'refuse: order_not_paid'],
    ['an unknown order', { orderState: 'unknown' }, 'refuse: order_not_paid'],
    ['a partially refunded order', { orderState: 'partially_refunded' }, 'allow'],
    ['another currency', { amount: { minor: 100, currency: 'USD' } }, 'refuse: other_currency'],
    ['a cent more than what is left', { amount: eur(120.01) }, 'refuse: more_than_paid'],
    ['a payment nobody knows', { payable: false }, 'refuse: payment_unknown'],
    ['a cent more than the table', { quoted: eur(60), amount: eur(60.01) }, 'ask: outside_refund_table'],
    ['a closed window', { quoted: eur(0), quotedPercent: 0 }, 'ask: outside_refund_table'],
    ['exactly the limit', { ...large, amount: eur(500) }, 'allow'],
    ['a cent above the limit', { ...large, amount: eur(500.01) }, 'escalate: refund_above_limit'],
    ['above limit and table', { ...large, quoted: eur(300) }, 'escalate: refund_above_limit'],
    ['yen, above a limit of 500 by face value', { ...yen(501) }, 'escalate: refund_above_limit'],
    ['yen, at the limit', { ...yen(500) }, 'allow'],
  ])('%s: %#', (_name, over, expected) => {
    expect(spoke(evaluate(refundRules, facts(over)))).toBe(expected);
  });

  function yen(major: number): Partial<RefundFacts> {
    const same: Amount = jpy(major);
    return { amount: same, quoted: same, refundable: same, limit: jpy(500) };
  }
});

describe('holders', () => {
  it.each<[boolean, boolean, string, string]>([
    [true, true, 'valid', 'allow'],
    [false, true, 'valid', 'refuse: holder_not_verified'],
    [false, false, 'valid', 'refuse: holder_not_verified'],
    [true, false, 'valid', 'refuse: not_their_ticket'],
    [true, true, 'unassigned', 'refuse: ticket_not_valid'],
    [true, true, 'refunded', 'refuse: ticket_not_valid'],
    [true, true, 'checked_in', 'refuse: ticket_not_valid'],
    [true, true, 'cancelled', 'refuse: ticket_not_valid'],
  ])('verified %s, their ticket %s, %s: %s', (verified, ownsTicket, ticketState, expected) => {
    expect(spoke(evaluate(holderRules, { verified, ownsTicket, ticketState, possibleIn: ['valid'] }))).toBe(expected);
  });
  it('a ticket that nobody holds yet moves where a rule says so', () => {
    const facts: TicketHolderFacts = { verified: true, ownsTicket: true, ticketState: 'unassigned', possibleIn: ['valid', 'unassigned'] };
    expect(spoke(evaluate(holderRules, facts))).toBe('allow');
  });
});

describe('recipients', () => {
  const facts: RecipientFacts = { provenance: 'record', suppressed: null };
  it.each<[string, Partial<RecipientFacts>, string]>([
    ['an address on file', {}, 'allow'],
    ['the form of the verified holder', { provenance: 'verified_form' }, 'allow'],
    ['an organizer', { provenance: 'organizer' }, 'allow'],
    ['typed text', { provenance: 'untrusted_text' }, 'ask: untrusted_recipient'],
    ['anything unheard of', { provenance: 'oracle' }, 'ask: untrusted_recipient'],
    ['a bounced address', { suppressed: 'hard_bounce' }, 'refuse: recipient_suppressed'],
    ['a suppressed address from typed text', { suppressed: 'complaint', provenance: 'untrusted_text' }, 'refuse: recipient_suppressed'],
  ])('%s: %#', (_name, over, expected) => {
    expect(spoke(evaluate(recipientRules, { ...facts, ...over }))).toBe(expected);
  });
});

describe('mode and dial', () => {
  const facts = (over: Partial<DialFacts>): DialFacts => ({
    agent: 'support',
    mode: 'full_auto',
    autonomy: 85,
    paused: false,
    effect: 'outbound',
    allowance: 0,
    risk: 30,
    riskParts: { effect: 30 },
    ...over,
  });
  const acts = (effect: string) => effect !== 'read' && effect !== 'record';

  it('assisted asks for every effect, review-only for every record too, and neither for reading', () => {
    for (const effect of effectClasses) {
      expect(spoke(evaluate(dialRules, facts({ mode: 'full_auto', effect })))).toBe('allow');
      expect(spoke(evaluate(dialRules, facts({ mode: 'assisted', effect })))).toBe(acts(effect) ? 'ask: mode_assisted' : 'allow');
      const reviewed = spoke(evaluate(dialRules, facts({ mode: 'review_only', effect })));
      expect(reviewed).toBe(effect === 'read' ? 'allow' : 'ask: mode_review_only');
    }
  });
  it('a paused agent may read and nothing else, whatever mode and dial', () => {
    for (const effect of effectClasses)
      for (const mode of ['full_auto', 'assisted', 'review_only'] as const)
        expect(spoke(evaluate(dialRules, facts({ paused: true, autonomy: 100, effect, mode })))).toBe(
          effect === 'read' ? 'allow' : 'refuse: agent_paused',
        );
  });
  it('up to the dial the agent acts alone, one above it a person is asked', () => {
    for (const score of [0, 1, 50, 99, 100])
      for (const autonomy of [0, 1, 50, 99, 100])
        expect(spoke(evaluate(dialRules, facts({ autonomy, risk: score })))).toBe(score > autonomy ? 'ask: risk_above_dial' : 'allow');
  });
});

describe('an allowance', () => {
  it.each<[DialFacts['mode'], number, number, number]>([
    ['full_auto', 85, 0, 85],
    ['full_auto', 40, 10, 50],
    ['full_auto', 85, 10, earnedCeiling],
    ['full_auto', 95, 10, 95],
    ['full_auto', 100, 0, 100],
    ['assisted', 100, 0, -1],
    ['assisted', 100, 25, 25],
    ['assisted', 0, 100, earnedCeiling],
    ['review_only', 100, 100, -1],
  ])('in %s with a dial of %i and an allowance of %i reaches %i', (mode, autonomy, allowance, expected) => {
    expect(actsAloneUpTo({ mode, autonomy, allowance })).toBe(expected);
  });
  it('never covers a money or access action with an argument from untrusted text', () => {
    for (const effect of ['money', 'access'] as const)
      expect(riskOf({ effect, amount: 0, reach: 1, reversible: true, precedents: 100, trusted: false }).score).toBeGreaterThan(
        earnedCeiling,
      );
  });
});

describe('risk', () => {
  const facts = (over: Partial<RiskFacts> = {}): RiskFacts => ({
    effect: 'outbound',
    amount: 0,
    reach: 1,
    reversible: true,
    precedents: 3,
    trusted: true,
    ...over,
  });
  it('is the sum of its shown parts, between 0 and 100', () => {
    for (const effect of effectClasses)
      for (const amount of [0, 1, 500, 1e9])
        for (const reach of [0, 1, 50, 1e6])
          for (const reversible of [true, false])
            for (const trusted of [true, false])
              for (const precedents of [0, 3]) {
                const { score, parts } = riskOf({ effect, amount, reach, reversible, trusted, precedents });
                const sum = Object.values(parts).reduce((total, part) => total + part, 0);
                expect(score).toBe(Math.min(100, sum));
                expect(score).toBeGreaterThanOrEqual(0);
              }
  });
  it('never falls when an action gets larger, wider, final, newer or less trusted', () => {
    const base = facts({ effect: 'money', amount: 10, reach: 2 });
    for (const worse of [{ amount: 1000 }, { reach: 500 }, { reversible: false }, { precedents: 0 }, { trusted: false }])
      expect(riskOf({ ...base, ...worse }).score).toBeGreaterThan(riskOf(base).score);
  });
  it.each<[string, Partial<RiskFacts>, number, string[]]>([
    ['a resend', { reversible: false }, 25, ['effect', 'irreversible']],
    ['a transfer', { effect: 'access', reach: 2 }, 33, ['effect', 'reach']],
    ['a refund of 500', { effect: 'money', amount: 500, reversible: false }, 62, ['effect', 'amount', 'irreversible']],
    [
      'the first refund of 500',
      { effect: 'money', amount: 500, reversible: false, precedents: 0 },
      65,
      ['effect', 'amount', 'irreversible', 'novelty'],
    ],
    ['a resend to a typed address', { reversible: false, trusted: false }, 85, ['effect', 'irreversible', 'provenance']],
    ['a mail to a thousand', { reach: 1000, reversible: false }, 55, ['effect', 'reach', 'irreversible']],
    ['a note', { effect: 'record', precedents: 0 }, 5, ['effect']],
  ])('of %s: %#', (_name, over, score, parts) => {
    const risk = riskOf(facts(over));
    expect([risk.score, Object.keys(risk.parts)]).toEqual([score, parts]);
  });
  it('of reading is nothing, and of an untrusted argument is above every usual dial', () => {
    expect(riskOf(facts({ effect: 'read', trusted: false, amount: 1e6 })).score).toBe(0);
    for (const effect of ['outbound', 'money', 'access'] as const)
      expect(riskOf(facts({ effect, trusted: false })).score).toBeGreaterThan(70);
  });
});
