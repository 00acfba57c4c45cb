import type { ImportedOrder, ImportedTicket, RejectedRow, Row } from './fields';
import type { Plan } from './plan';
import { type RowFacts, readRow } from './read-row';
import { gravest, orderStateOf, type StateWord, ticketStateOf } from './values/state';

export interface Assembled {
  /** Null when every row was rejected. */
  order: ImportedOrder | null;
  rejected: RejectedRow[];
  /** Rows that repeated a ticket already read in this file. */
  duplicates: number;
  /** Refund rows folded into the order. */
  refundRows: number;
}

/** More rows of one order than this are a mistake of the mapping. */
const orderRows = 1000;

/** Puts the rows of one order together. `key` is what they have in common (`orderKey`). */
export function assembleOrder(plan: Plan, key: string, rows: Row[]): Assembled {
  const rejected: RejectedRow[] = [];
  const reject = (row: { line: number; cells: string[] }, reason: string) => rejected.push({ line: row.line, reason, cells: row.cells });
  if (rows.length > orderRows) {
    for (const row of rows)
      reject(row, `${rows.length} rows share the order "${key.slice(0, 40)}"; is the right column mapped to the order id?`);
    return { order: null, rejected, duplicates: 0, refundRows: 0 };
  }
  const sales: RowFacts[] = [];
  const refunds: RowFacts[] = [];
  for (const row of rows) {
    const read = readRow(plan, row);
    if (!read.ok) reject(row, read.error);
    else if (isRefund(read.value)) refunds.push(read.value);
    else if (read.value.orderWord === 'no_ticket' || read.value.ticketWord === 'no_ticket')
      reject(row, 'only invited or on a waiting list, so without a ticket yet');
    else sales.push(read.value);
  }
  const main = sales[0];
  if (!main) {
    for (const refund of refunds) reject(refund, 'a refund of an order that is not in this file');
    return { order: null, rejected, duplicates: 0, refundRows: 0 };
  }
  const currencies = new Set(sales.map((row) => row.currency));
  if (currencies.size > 1) {
    for (const row of sales) reject(row, `one order in two currencies (${[...currencies].join(', ')})`);
    return { order: null, rejected, duplicates: 0, refundRows: 0 };
  }
  const { tickets, duplicates } = plan.kind === 'orders' ? { tickets: [], duplicates: sales.length - 1 } : ticketsOf(plan, key, sales);
  const totalMinor = totalOf(sales, tickets);
  spread(tickets, sales, totalMinor);
  const word = gravest(sales.map((row) => row.orderWord));
  const order: ImportedOrder = {
    externalId: key.slice(0, 200),
    code: codeOf(key, main),
    ...buyerOf(sales),
    state: orderStateOf(word === 'nothing' ? commonWord(sales) : word),
    totalMinor,
    refundedMinor: Math.max(0, ...sales.map((row) => Math.abs(row.refunded?.minor ?? 0))),
    currency: main.currency,
    placedAt: earliest(sales),
    paymentRef: sales.find((row) => row.paymentRef)?.paymentRef ?? null,
    tickets,
  };
  settleRefunds(order, refunds, key);
  return { order, rejected, duplicates, refundRows: refunds.length };
}

const isRefund = (row: RowFacts) => (row.price?.minor ?? 0) < 0 || (row.total?.minor ?? 0) < 0 || row.quantity < 0;

function ticketsOf(plan: Plan, key: string, sales: RowFacts[]): { tickets: ImportedTicket[]; duplicates: number } {
  const tickets = new Map<string, ImportedTicket>();
  let duplicates = 0;
  let ordinal = 0;
  for (const row of sales) {
    if (row.quantity === 0) continue;
    for (let copy = 1; copy <= row.quantity; copy++) {
      ordinal++;
      const own = row.ticketId === '' ? `${key}-${ordinal}` : scoped(key, row.ticketId);
      const externalId = (row.ticketId !== '' && row.quantity > 1 ? `${own}-${copy}` : own).slice(0, 200);
      if (tickets.has(externalId)) duplicates++;
      // Of a ticket listed twice the later row holds.
      tickets.set(externalId, ticketOf(plan, row, externalId, copy));
    }
  }
  return { tickets: [...tickets.values()], duplicates };
}

/** A small number is a position within its order; anything longer names a ticket by itself. */
const scoped = (key: string, ticketId: string) => (ticketId !== key && /^\d{1,5}$/.test(ticketId) ? `${key}-${ticketId}` : ticketId);

function ticketOf(plan: Plan, row: RowFacts, externalId: string, copy: number): ImportedTicket {
  const known = copy === 1 && (row.attendee.name !== '' || row.attendee.email !== '');
  const word =
    row.ticketWord === 'nothing' ? row.orderWord : gravest([row.ticketWord, row.orderWord === 'paid' ? 'nothing' : row.orderWord]);
  const state = ticketStateOf(word);
  const checkedIn = state === 'valid' && row.checkedIn;
  return {
    externalId,
    type: row.type,
    priceMinor:
      row.price === null ? 0 : isUnitPrice(plan, row, row.price.minor) ? row.price.minor : share(row.price.minor, row.quantity, copy),
    state: checkedIn ? 'checked_in' : state === 'valid' && !known ? 'unassigned' : state === 'unassigned' && known ? 'valid' : state,
    checkedInAt: checkedIn || state === 'checked_in' ? row.checkedInAt : null,
    secret: row.quantity === 1 ? row.secret : null,
    attendee: known
      ? { name: row.attendee.name || row.attendee.email, email: row.attendee.email, locale: row.locale, attributes: row.attributes }
      : null,
  };
}

/** The row's own total decides; without one, what the column is called. */
function isUnitPrice(plan: Plan, { total, quantity }: RowFacts, priceMinor: number): boolean {
  return total ? priceMinor * quantity === total.minor || (plan.unitPrice && priceMinor !== total.minor) : plan.unitPrice;
}

/** The `copy`-th of `count` shares of an amount; the first ones carry the cents that do not divide. */
function share(minor: number, count: number, copy: number): number {
  const each = Math.trunc(minor / count);
  return each + (copy <= minor - each * count ? 1 : 0);
}

/** An order's total stands in every row of it, or in one; totals that differ from row to row are prices. */
function totalOf(sales: RowFacts[], tickets: ImportedTicket[]): number {
  const stated = sales.flatMap((row) => (row.total ? [row.total.minor] : []));
  const different = new Set(stated);
  if (different.size === 1) return stated[0] ?? 0;
  if (different.size > 1) return stated.reduce((sum, minor) => sum + minor, 0);
  return tickets.reduce((sum, ticket) => sum + ticket.priceMinor, 0);
}

/** Where rows give no price of their own, the order's total is shared out among its tickets. */
function spread(tickets: ImportedTicket[], sales: RowFacts[], totalMinor: number): void {
  if (tickets.length === 0 || sales.some((row) => row.price !== null)) return;
  tickets.forEach((ticket, index) => {
    ticket.priceMinor = share(totalMinor, tickets.length, index + 1);
  });
}

/** Who paid: the named buyer; without one, the person of the first row. */
function buyerOf(sales: RowFacts[]): { buyerName: string; buyerEmail: string } {
  const named = sales.find((row) => row.buyer.email !== '' || row.buyer.name !== '')?.buyer;
  const person = sales.find((row) => row.attendee.email !== '')?.attendee ?? sales[0]?.attendee ?? { name: '', email: '' };
  if (!named) return { buyerName: person.name, buyerEmail: person.email };
  return { buyerName: named.name, buyerEmail: named.email };
}

/** An order is cancelled or refunded by its tickets only when all of them are. */
function commonWord(sales: RowFacts[]): StateWord {
  const words = sales.map((row) => row.ticketWord);
  const [word] = words;
  return word !== undefined && words.every((each) => each === word) ? word : words.some((each) => each === 'pending') ? 'pending' : 'paid';
}

function earliest(sales: RowFacts[]): number | null {
  const times = sales.flatMap((row) => (row.placedAt === null ? [] : [row.placedAt]));
  return times.length === 0 ? null : Math.min(...times);
}

function codeOf(key: string, row: RowFacts): string {
  const code = row.orderCode || row.orderId || row.ticketId || key.replace(/^row-/, '').toUpperCase();
  return code.slice(0, 100);
}

function settleRefunds(order: ImportedOrder, refunds: RowFacts[], key: string): void {
  for (const refund of refunds) {
    const minor = Math.abs(refund.price?.minor ?? refund.total?.minor ?? 0);
    order.refundedMinor += minor;
    const id = refund.ticketId === '' ? '' : scoped(key, refund.ticketId);
    const ticket = order.tickets.find((each) => each.externalId === id) ?? onlyOne(order.tickets, refund, minor);
    if (ticket && minor >= ticket.priceMinor) Object.assign(ticket, { state: 'refunded', checkedInAt: null });
  }
  const cancelled = order.state === 'cancelled' || order.state === 'expired';
  if (order.state === 'refunded' && order.refundedMinor === 0) order.refundedMinor = order.totalMinor;
  if (order.refundedMinor === 0) return;
  order.refundedMinor = Math.min(order.refundedMinor, Math.max(order.totalMinor, 0));
  if (order.refundedMinor >= order.totalMinor) {
    order.state = 'refunded';
    for (const ticket of order.tickets) if (ticket.state !== 'cancelled') Object.assign(ticket, { state: 'refunded', checkedInAt: null });
  } else if (!cancelled) order.state = 'partially_refunded';
}

/** The one ticket of that person or price that a refund without a ticket id can mean. */
function onlyOne(tickets: ImportedTicket[], refund: RowFacts, minor: number): ImportedTicket | undefined {
  const open = tickets.filter((ticket) => ticket.state !== 'refunded');
  const byPerson =
    refund.attendee.email === ''
      ? []
      : open.filter((ticket) => ticket.attendee?.email === refund.attendee.email && ticket.attendee.name === refund.attendee.name);
  const candidates = byPerson.length > 0 ? byPerson : open.filter((ticket) => ticket.priceMinor === minor);
  return candidates.length === 1 ? candidates[0] : undefined;
}
