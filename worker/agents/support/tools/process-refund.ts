import { z } from 'zod';
import { localDate } from '../../../core/instant';
import { Amount, digitsOf, formatAmount, toMinor } from '../../../core/money';
import { refundRules } from '../../../core/policy/rules/refund';
import { defineTool } from '../../define-tool';
import { isBuyer, ownIdsAndAddresses, ticketLabel } from '../domain/holder';
import { quoteRefund, refundableTickets, remaining } from '../domain/refund-quote';
import { verifiedOrder } from './lookup-ticket';

export const processRefund = defineTool({
  name: 'process_refund',
  description:
    'Refund the verified buyer, for the whole order or one ticket, as the refund table of the event gives it. The amount comes from lookup_ticket.',
  effect: 'money',
  activity: 'refund_processed',
  provenance: 'record',
  input: z.strictObject({
    orderId: z.string().max(60).describe('From lookup_ticket. Never guessed, never typed by the attendee.'),
    ticketId: z.string().max(60).nullish().describe('One ticket of the order; null for the whole order'),
    amount: Amount.describe('Minor units (cents) and currency, from the refund that lookup_ticket gives'),
    reason: z.string().max(300).describe('Why the attendee wants it, for the record'),
  }),
  output: z.object({ status: z.literal('queued'), amount: Amount, refundId: z.string() }),
  async facts(input, context) {
    const verified = await verifiedOrder(context);
    const order = verified && verified.orderId === input.orderId ? verified : null;
    return {
      order,
      quote: order
        ? quoteRefund(order, input.ticketId ?? null, localDate(context.now, context.event.timeZone), context.event.refundPolicy)
        : null,
    };
  },
  rules: refundRules,
  policy({ input, facts, context }) {
    const { order, quote } = facts;
    const nothing = { minor: 0, currency: input.amount.currency };
    const currency = context.event.currency;
    return {
      verified: context.holder !== null,
      isBuyer: order !== null && context.holder !== null && isBuyer(context.holder, order),
      ticketOfOrder: input.ticketId == null || (order?.tickets.some((ticket) => ticket.ticketId === input.ticketId) ?? false),
      orderState: order?.state ?? 'unknown',
      amount: input.amount,
      quoted: quote?.amount ?? nothing,
      quotedPercent: quote?.percent ?? 0,
      refundable: order ? remaining(order) : nothing,
      limit: { minor: context.policy.limits.refundPerOrderMinor ?? toMinor(500, currency), currency },
      payable: context.payments.provider === 'ledger' || order?.paymentRef != null,
    };
  },
  controls: { orderId: 'object', ticketId: 'object', amount: 'amount' },
  sources: ({ facts, context }) => [
    { provenance: 'record', from: 'the verified order', value: ownIdsAndAddresses(context.holder, facts.order) },
    { provenance: 'policy', from: 'the refund table', value: facts.quote?.amount },
  ],
  // One refund at a time on an order: two proposals that saw the same past share a key.
  idempotencyKey: ({ facts }) => `refund:${facts.order?.orderId}:${facts.order?.refundCount}`,
  preview: ({ input, facts }) => {
    const ticket = facts.order?.tickets.find((candidate) => candidate.ticketId === input.ticketId);
    return {
      title: facts.order ? `Refund for order ${facts.order.code}` : 'Refund',
      lines: [
        ['Order', facts.order?.code ?? input.orderId],
        ['Buyer', facts.order ? `${facts.order.buyerName} <${facts.order.buyerEmail}>`.trim() : ''],
        ['Tickets', ticket ? ticketLabel(ticket) : (input.ticketId ?? 'whole order')],
        ['Amount', formatAmount(input.amount)],
        ['Paid, not yet refunded', facts.order ? formatAmount(remaining(facts.order)) : ''],
        ['Refund table today', facts.quote ? `${facts.quote.percent} % = ${formatAmount(facts.quote.amount)}` : ''],
        ['Reason given', input.reason],
      ],
    };
  },
  risk: ({ input }) => ({ amount: input.amount.minor / 10 ** digitsOf(input.amount.currency), reach: 1, reversible: false, trusted: true }),
  bound: (facts) => ({
    orderState: facts.order?.state,
    refundedMinor: facts.order?.refunded.minor,
    refundCount: facts.order?.refundCount,
    tickets: facts.order?.tickets.map((ticket) => `${ticket.ticketId}:${ticket.version}:${ticket.state}`).join(' '),
  }),
  editable: [
    { field: 'amount', label: 'Amount', kind: 'money' },
    { field: 'reason', label: 'Reason', kind: 'text' },
  ],
  evidence: ({ facts }) =>
    facts.order
      ? [
          {
            label: 'Order',
            text: `${facts.order.code}, ${facts.order.state}, ${formatAmount(facts.order.total)} paid, ${formatAmount(facts.order.refunded)} refunded`,
          },
        ]
      : [],
  execute({ input, facts, context }) {
    const { order } = facts;
    if (!order) throw new Error('process_refund ran without an order');
    const refundId = context.newId('refund');
    const ticketId = input.ticketId ?? null;
    const key = `refund:${order.orderId}:${order.refundCount}`;
    return {
      output: { status: 'queued' as const, amount: input.amount, refundId },
      changes: [
        {
          change: 'refund_queued',
          refundId,
          orderId: order.orderId,
          ticketId,
          amount: input.amount,
          reason: input.reason,
          commandKey: key,
        },
      ],
      commands: [
        {
          kind: 'payments.refund',
          target: order.orderId,
          idempotencyKey: key,
          payload: {
            refundId,
            orderId: order.orderId,
            ticketIds: refundableTickets(order, ticketId).map((ticket) => ticket.ticketId),
            paymentRef: order.paymentRef ?? `order:${order.orderId}`,
            amount: input.amount,
            reason: 'requested_by_customer',
            metadata: { order: order.code, refund: refundId },
            buyer: { name: order.buyerName, email: order.buyerEmail },
          },
        },
      ],
    };
  },
});
