import type { Amount } from '../../worker/core/money';
import type { OrderFacts, TicketFacts } from '../../worker/ports/records';

export const eur = (major: number): Amount => ({ minor: Math.round(major * 100), currency: 'EUR' });
export const jpy = (major: number): Amount => ({ minor: major, currency: 'JPY' });

export const aTicket = (over: Partial<TicketFacts> = {}): TicketFacts => ({
  ticketId: 'tkt_ada1',
  type: 'Conference',
  state: 'valid',
  price: eur(120),
  holderName: 'Ada Lovelace',
  holderEmail: 'ada@example.org',
  secret: 'secret-of-ada',
  version: 1,
  ...over,
});

/** A paid order of one ticket, bought by Ada for herself; its total follows its tickets. */
export function anOrder(over: Partial<OrderFacts> = {}): OrderFacts {
  const tickets = over.tickets ?? [aTicket()];
  const currency = tickets[0]?.price.currency ?? 'EUR';
  return {
    orderId: 'ord_ada',
    code: 'ADA01',
    state: 'paid',
    buyerName: 'Ada Lovelace',
    buyerEmail: 'ada@example.org',
    total: { minor: tickets.reduce((sum, ticket) => sum + ticket.price.minor, 0), currency },
    refunded: { minor: 0, currency },
    refundCount: 0,
    placedAt: Date.parse('2027-01-10T10:00:00Z'),
    paymentRef: 'pi_ada',
    ...over,
    tickets,
  };
}
