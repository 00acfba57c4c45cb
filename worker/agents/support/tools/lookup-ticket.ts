import { z } from 'zod';
import { localDate } from '../../../core/instant';
import { Amount } from '../../../core/money';
import { presentableLabel, presentableName } from '../../../core/provenance/presentable';
import type { OrderFacts } from '../../../ports/records';
import { defineTool, type ToolContext } from '../../define-tool';
import { isBuyer, maskEmail, ticketsOf } from '../domain/holder';
import { quoteRefund } from '../domain/refund-quote';

const Output = z.object({
  status: z.enum(['verification_required', 'not_found', 'found']),
  order: z.object({ orderId: z.string(), code: z.string(), state: z.string(), total: Amount, placedAt: z.string() }).optional(),
  tickets: z
    .array(
      z.object({
        ticketId: z.string(),
        type: z.string(),
        holderName: z.string(),
        holderEmailMasked: z.string(),
        state: z.enum(['valid', 'cancelled', 'refunded', 'transferred', 'checked_in', 'unassigned']),
        price: Amount,
      }),
    )
    .optional(),
  /** Buyer only: what the refund table gives today for the whole order. */
  refund: z.object({ percent: z.number(), amount: Amount, until: z.string().optional() }).optional(),
});

export const lookupTicket = defineTool({
  name: 'lookup_ticket',
  description:
    'Look up the order and tickets of the person in this conversation. Shows nothing before they entered the one-time code sent to the address on file; then the widget asks for order code and address.',
  effect: 'read',
  activity: 'ticket_lookup',
  provenance: 'record',
  input: z.strictObject({
    orderCode: z.string().max(60).nullish().describe('Ignored for identity: only the verified order is ever shown'),
  }),
  output: Output,
  facts: (_input, context) => verifiedOrder(context),
  rules: [],
  policy: () => ({}),
  // Names, types and code are somebody's own words and nothing that a model needs: it writes the placeholders, readers get the values.
  forModel: ({ order, tickets, ...rest }) => ({
    ...rest,
    ...(order ? { order: { ...order, code: '[order code]' } } : {}),
    ...(tickets
      ? {
          tickets: tickets.map(({ holderEmailMasked: _address, ...ticket }, index) => ({
            ...ticket,
            holderName: `[holder of ticket ${index + 1}]`,
            type: `[type of ticket ${index + 1}]`,
          })),
        }
      : {}),
  }),
  execute: ({ facts: order, context }) => {
    if (!context.holder) return { output: { status: 'verification_required' as const } };
    if (!order) return { output: { status: 'not_found' as const } };
    const { holder, event, now } = context;
    return {
      output: {
        status: 'found' as const,
        order: {
          orderId: order.orderId,
          code: presentableLabel(order.code, 60),
          state: order.state,
          total: order.total,
          placedAt: new Date(order.placedAt).toISOString(),
        },
        tickets: ticketsOf(holder, order).map((ticket, index) => ({
          ticketId: ticket.ticketId,
          type: presentableLabel(ticket.type) || `#${index + 1}`,
          // Tickets that nobody holds yet are told apart by their place in the order.
          holderName: presentableName(ticket.holderName) || `#${index + 1}`,
          holderEmailMasked: maskEmail(ticket.holderEmail),
          state: ticket.state,
          price: ticket.price,
        })),
        ...(isBuyer(holder, order) ? { refund: quoteRefund(order, null, localDate(now, event.timeZone), event.refundPolicy) } : {}),
      },
    };
  },
});

/** The order that the holder proved to be theirs; null when unverified or gone. */
export async function verifiedOrder(context: ToolContext): Promise<OrderFacts | null> {
  return context.holder ? context.records.orderById(context.holder.orderId) : null;
}
