import { type Amount, percentOf } from '../../../core/money';
import type { OrderFacts, TicketFacts } from '../../../ports/records';

export interface RefundQuote {
  percent: number;
  amount: Amount;
  /** Last day of this percentage, `YYYY-MM-DD`; absent when nothing is refunded any more. */
  until?: string;
}

/** The row of the refund table that holds on a local date: the first whose last day has not passed. */
export function refundStepOn(
  today: string,
  table: readonly { until: string; percent: number }[],
): { until: string; percent: number } | null {
  return [...table].sort((a, b) => a.until.localeCompare(b.until)).find((step) => today <= step.until) ?? null;
}

/**
 * What the refund table gives today for an order, or one ticket of it: the percentage of the price of valid tickets,
 * never more than what was paid and not yet refunded.
 */
export function quoteRefund(
  order: OrderFacts,
  ticketId: string | null,
  today: string,
  table: readonly { until: string; percent: number }[],
): RefundQuote {
  const step = refundStepOn(today, table);
  const percent = step?.percent ?? 0;
  const price = refundableTickets(order, ticketId).reduce((sum, ticket) => sum + ticket.price.minor, 0);
  const left = remaining(order).minor;
  const amount = percentOf({ minor: Math.min(price, left), currency: order.total.currency }, percent);
  return { percent, amount, ...(step ? { until: step.until } : {}) };
}

export function refundableTickets(order: OrderFacts, ticketId: string | null): TicketFacts[] {
  return order.tickets.filter(
    (ticket) => (ticketId === null || ticket.ticketId === ticketId) && (ticket.state === 'valid' || ticket.state === 'unassigned'),
  );
}

/** Paid and not yet refunded. */
export function remaining(order: OrderFacts): Amount {
  return { minor: Math.max(0, order.total.minor - order.refunded.minor), currency: order.total.currency };
}
