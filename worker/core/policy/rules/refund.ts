import { type Amount, exceeds, formatAmount } from '../../money';
import { rulesOn } from '../rule';
import { type HolderFacts, holderVerified } from './holder';

export interface RefundFacts extends HolderFacts {
  /** Whoever proved to be the holder is the buyer of this order: only the buyer gets money back. */
  isBuyer: boolean;
  orderState: string;
  amount: Amount;
  /** The ticket named is one of the order; true for the whole order. */
  ticketOfOrder: boolean;
  /** What the refund table gives today. */
  quoted: Amount;
  quotedPercent: number;
  /** Paid less what was already refunded or is on its way. */
  refundable: Amount;
  /** From settings: above this a person decides. */
  limit: Amount;
  /** A payment service is connected and knows the payment. */
  payable: boolean;
}

const rule = rulesOn<RefundFacts>();
const refundableStates = ['paid', 'partially_refunded'];

/** Refunds follow the refund table; above the limit (500 in the specification) a person decides. */
export const refundRules = [
  holderVerified,
  rule({
    id: 'not_the_buyer',
    verdict: 'refuse',
    says: 'Only the verified buyer of an order gets its money back.',
    reads: ['verified', 'isBuyer'],
    applies: ({ verified, isBuyer }) => verified && !isBuyer,
    reason: () => 'Only the buyer of the order can have its money back.',
  }),
  rule({
    id: 'ticket_not_of_order',
    verdict: 'refuse',
    says: 'Money goes back for a ticket of the very order it was paid with.',
    reads: ['isBuyer', 'ticketOfOrder'],
    applies: ({ isBuyer, ticketOfOrder }) => isBuyer && !ticketOfOrder,
    reason: () => 'This ticket does not belong to the order.',
  }),
  rule({
    id: 'order_not_paid',
    verdict: 'refuse',
    says: 'An order that is not paid, or was refunded or cancelled, is not refunded.',
    reads: ['orderState'],
    applies: ({ orderState }) => !refundableStates.includes(orderState),
    reason: ({ orderState }) => `The order is ${orderState.replace('_', ' ')}.`,
  }),
  rule({
    id: 'nothing_to_refund',
    verdict: 'refuse',
    says: 'A refund is more than nothing.',
    reads: ['amount'],
    applies: ({ amount }) => amount.minor <= 0,
    reason: () => 'The amount is nothing.',
  }),
  rule({
    id: 'other_currency',
    verdict: 'refuse',
    says: 'A refund is in the currency of its order.',
    reads: ['amount', 'refundable'],
    applies: ({ amount, refundable }) => amount.currency !== refundable.currency,
    reason: () => 'The amount is in another currency than the order.',
  }),
  rule({
    id: 'more_than_paid',
    verdict: 'refuse',
    says: 'No more is refunded than was paid and not yet refunded.',
    reads: ['amount', 'refundable'],
    applies: ({ amount, refundable }) => exceeds(amount, refundable),
    reason: () => 'More than what was paid and not yet refunded.',
  }),
  rule({
    id: 'payment_unknown',
    verdict: 'refuse',
    says: 'Money goes back only through the payment service that took it.',
    reads: ['payable'],
    applies: ({ payable }) => !payable,
    reason: () => 'The payment is not known at the payment service; refund it where the ticket was sold.',
  }),
  rule({
    id: 'outside_refund_table',
    verdict: 'ask',
    says: 'More than the refund table gives today waits for a person.',
    reads: ['amount', 'quoted', 'quotedPercent'],
    setting: 'event.refundPolicy',
    applies: ({ amount, quoted }) => exceeds(amount, quoted),
    reason: ({ quoted, quotedPercent }) => `The refund table gives ${formatAmount(quoted)} (${quotedPercent} %) today.`,
  }),
  rule({
    id: 'refund_above_limit',
    verdict: 'escalate',
    says: 'A refund above the limit of one order is decided by a person.',
    reads: ['amount', 'limit'],
    setting: 'agent.limits.refundPerOrderMinor',
    applies: ({ amount, limit }) => exceeds(amount, limit),
    reason: ({ limit }) => `Refunds above ${formatAmount(limit)} are decided by a person.`,
  }),
];
