import type { OrderFacts, TicketFacts } from '../../../ports/records';
import type { Holder } from '../../define-tool';

/** The buyer sees and moves every ticket of the order; another holder only their own. */
export function isBuyer(holder: Holder, order: OrderFacts): boolean {
  return holder.orderId === order.orderId && holder.email === order.buyerEmail;
}

export function ticketsOf(holder: Holder, order: OrderFacts): TicketFacts[] {
  if (holder.orderId !== order.orderId) return [];
  return isBuyer(holder, order) ? order.tickets : order.tickets.filter((ticket) => ticket.holderEmail === holder.email);
}

/** What of an order its verified holder may act on and where its mail may go: a source of trusted control values. */
export function ownIdsAndAddresses(holder: Holder | null, order: OrderFacts | null): unknown {
  if (!holder || !order) return null;
  const tickets = ticketsOf(holder, order).map(({ ticketId, holderEmail }) => [ticketId, holderEmail]);
  return [order.orderId, order.buyerEmail, ...tickets];
}

/** One ticket as a person tells it from every other: type, holder and id. */
export function ticketLabel(ticket: TicketFacts): string {
  return `${ticket.type}${ticket.holderName ? `, ${ticket.holderName}` : ''} (${ticket.ticketId})`;
}

/** `j***@example.org`: enough to recognise one's own address, too little to learn another's. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return at < 1 ? '***' : `${email[0]}***${email.slice(at)}`;
}
