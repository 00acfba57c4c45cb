import { type Amount, exceeds, formatAmount } from '../../money';
import { askWhen, escalateWhen, refuseWhen, type Verdict } from '../verdict';

export interface RefundFacts {
  /** The holder proved with a one-time code that this order is theirs; only the buyer gets money back. */
  verifiedBuyer: boolean;
  orderState: string;
  amount: Amount;
  /** What the refund table gives today. */
  quoted: Amount;
  quotedPercent: number;
  /** Paid less what was already refunded or is on its way. */
  refundable: Amount;
  /** From settings: above this a person decides. */
  limit: Amount;
  refundsToday: number;
  refundsPerDay: number;
  /** A payment service is connected and knows the payment. */
  payable: boolean;
}

/** Refunds follow the refund table; above the limit (500 in the specification) a person decides. */
export function refundRules(facts: RefundFacts): Verdict[] {
  const { amount, quoted, refundable, limit } = facts;
  const shown = { amount: formatAmount(amount), table: formatAmount(quoted), refundable: formatAmount(refundable) };
  return [
    refuseWhen(!facts.verifiedBuyer, 'holder_not_verified', 'The buyer has to enter the one-time code first.', {}),
    refuseWhen(!['paid', 'partially_refunded'].includes(facts.orderState), 'order_not_paid', `The order is ${facts.orderState}.`, {
      state: facts.orderState,
    }),
    refuseWhen(amount.minor <= 0, 'nothing_to_refund', 'The amount is nothing.', shown),
    refuseWhen(amount.currency !== refundable.currency, 'other_currency', 'The amount is in another currency than the order.', shown),
    refuseWhen(exceeds(amount, refundable), 'more_than_paid', 'More than what was paid and not yet refunded.', shown),
    refuseWhen(
      !facts.payable,
      'payment_unknown',
      'The payment is not known at the payment service; refund it where the ticket was sold.',
      {},
    ),
    askWhen(
      exceeds(amount, quoted),
      'outside_refund_table',
      `The refund table gives ${formatAmount(quoted)} (${facts.quotedPercent} %) today.`,
      shown,
    ),
    escalateWhen(exceeds(amount, limit), 'refund_above_limit', `Refunds above ${formatAmount(limit)} are decided by a person.`, {
      ...shown,
      limit: formatAmount(limit),
    }),
    askWhen(
      facts.refundsToday >= facts.refundsPerDay,
      'refunds_per_day',
      `${facts.refundsToday} refunds were made today; the limit is ${facts.refundsPerDay}.`,
      { refundsToday: facts.refundsToday },
    ),
  ];
}
