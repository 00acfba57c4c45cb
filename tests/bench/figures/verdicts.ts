import { type RiskFacts, riskOf } from '../../../worker/core/policy/risk';
import { evaluate } from '../../../worker/core/policy/rule';
import { type DialFacts, dialRules } from '../../../worker/core/policy/rules/dial';
import { type RefundFacts, refundRules } from '../../../worker/core/policy/rules/refund';
import { strictest, type VerdictKind } from '../../../worker/core/policy/verdict';
import { median, report } from '../report';

const rounds = 7;
const perRound = 50_000;

interface Case {
  refund: RefundFacts;
  risk: RiskFacts;
  dial: Omit<DialFacts, 'risk' | 'riskParts'>;
}

/** Refunds of every kind: within and above table, limit and dial, of strangers, of unpaid orders, in other currencies. */
const cases: Case[] = Array.from({ length: 997 }, (_, n) => {
  const minor = ((n * 7919) % 90_000) + 1;
  const eur = (value: number) => ({ minor: value, currency: 'EUR' });
  return {
    refund: {
      verified: n % 11 !== 0,
      isBuyer: n % 13 !== 0,
      ticketOfOrder: n % 31 !== 0,
      orderState: n % 17 === 0 ? 'cancelled' : 'paid',
      amount: n % 19 === 0 ? { minor, currency: 'USD' } : eur(minor),
      quoted: eur(n % 3 === 0 ? minor : 40_000),
      quotedPercent: 100,
      refundable: eur(n % 5 === 0 ? 30_000 : 90_000),
      limit: eur(50_000),
      payable: n % 23 !== 0,
    },
    risk: { effect: 'money', amount: minor / 100, reach: 1, reversible: false, precedents: n % 5, trusted: n % 7 !== 0 },
    dial: {
      agent: 'support',
      mode: n % 4 === 0 ? 'assisted' : 'full_auto',
      autonomy: n % 101,
      allowance: 0,
      paused: n % 29 === 0,
      effect: 'money',
    },
  };
});

/** The whole judgement of a proposed refund: risk from its parts, the rules of the tool, those of mode and dial, the strictest. */
function judged({ refund, risk, dial }: Case): VerdictKind {
  const { score, parts } = riskOf(risk);
  return strictest([...evaluate(refundRules, refund), ...evaluate(dialRules, { ...dial, risk: score, riskParts: parts })]).kind;
}

/** The same answers from conditions written by hand, which name no rule and show no fact. */
function byHand({ refund, risk, dial }: Case): VerdictKind {
  const { amount, quoted, refundable, limit } = refund;
  if (!refund.verified || !refund.isBuyer || !refund.ticketOfOrder || dial.paused || !refund.payable) return 'refuse';
  if (refund.orderState !== 'paid' && refund.orderState !== 'partially_refunded') return 'refuse';
  if (amount.minor <= 0 || amount.currency !== refundable.currency || amount.minor > refundable.minor) return 'refuse';
  if (amount.minor > limit.minor) return 'escalate';
  return amount.minor > quoted.minor || dial.mode === 'assisted' || riskOf(risk).score > dial.autonomy ? 'ask' : 'allow';
}

/** Verdicts per second, pure, on one core, beside conditions written by hand in the same run. */
export async function verdicts(): Promise<void> {
  const wrong = cases.filter((one) => judged(one) !== byHand(one)).length;
  if (wrong > 0) throw new Error(`${wrong} verdicts differ from those by hand`);
  const [ours, baseline] = [judged, byHand].map((judge) => median(Array.from({ length: rounds }, () => perSecond(judge))));
  report({
    figure: 'verdicts of a refund, with their rules and facts',
    unit: 'per second',
    ours: ours ?? 0,
    baseline: baseline ?? 0,
    baselineIs: 'the same answers from conditions written by hand',
  });
}

function perSecond(judge: (one: Case) => VerdictKind): number {
  const startedAt = performance.now();
  let refused = 0;
  for (let n = 0; n < perRound; n++) {
    const one = cases[n % cases.length];
    if (one && judge(one) === 'refuse') refused++;
  }
  if (refused === 0) throw new Error('nothing was refused');
  return (perRound / (performance.now() - startedAt)) * 1000;
}
