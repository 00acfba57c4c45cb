import { fail, ok, type Result } from '../result';
import type { ImportField, Row } from './fields';
import type { Plan } from './plan';
import { readInstant } from './values/date';
import { type Money, readMoney } from './values/money';
import { clean, readEmail, readName } from './values/person';
import { gravest, readState, type StateWord } from './values/state';

/** What one row says, before rows of an order are put together. */
export interface RowFacts {
  line: number;
  cells: string[];
  orderId: string;
  orderCode: string;
  ticketId: string;
  type: string;
  price: Money | null;
  total: Money | null;
  /** Refunded so far, where a column says so. */
  refunded: Money | null;
  currency: string;
  orderWord: StateWord;
  ticketWord: StateWord;
  placedAt: number | null;
  checkedIn: boolean;
  checkedInAt: number | null;
  quantity: number;
  buyer: { name: string; email: string };
  attendee: { name: string; email: string };
  paymentRef: string | null;
  secret: string | null;
  locale: string | null;
  attributes: Record<string, string>;
}

const yes = /^(?:yes|y|true|1|x|✓|ja|oui|si|sí|sim|vero|wahr|checked[ _-]?in|attended|present|anwesend|eingecheckt)$/i;
const no = /^(?:no|n|false|0|nein|non|não|nao|falso|falsch|not checked in|absent|abwesend|-)$/i;
const totals = /^(?:grand )?(?:totals?|sum|summe|gesamt|gesamtsumme|total general|totale|somme|suma|soma)\s*:?$/i;
const attributeLimit = 60;
const quantityLimit = 200;

/** Reads a row by the plan; the error is the reason for the organizer why it is rejected. */
export function readRow(plan: Plan, row: Row): Result<RowFacts> {
  const extra = row.cells.slice(plan.headers.length).filter((cell) => cell.trim() !== '');
  if (extra.length > 0)
    return fail(`the row has ${row.cells.length} cells where the header has ${plan.headers.length}; a separator in a value is not quoted`);
  const text = (field: ImportField) => first(plan, row, field);
  const filled = row.cells.filter((cell) => cell.trim() !== '');
  if (filled.length <= 4 && totals.test(filled[0]?.trim() ?? '')) return fail('this is a line of totals, not an attendee');

  const buyerEmail = readEmail(text('buyer_email'));
  if (!buyerEmail.ok) return fail(`e-mail of the buyer: ${buyerEmail.error}`);
  const attendeeEmail = readEmail(text('attendee_email'));
  if (!attendeeEmail.ok) return fail(`e-mail of the attendee: ${attendeeEmail.error}`);
  const stated = text('currency').toUpperCase();
  const currency = /^[A-Z]{3}$/.test(stated) ? stated : (currencyOfHeader(plan) ?? plan.currency);
  const price = readMoney(text('ticket_price'), currency);
  if (!price.ok) return fail(`price: ${price.error}`);
  const total = readMoney(text('order_total'), currency);
  if (!total.ok) return fail(`total: ${total.error}`);
  const refunded = readMoney(plan.refunded === null ? '' : (row.cells[plan.refunded] ?? ''), currency);
  if (!refunded.ok) return fail(`refunded: ${refunded.error}`);
  const placedAt = readDates(plan, row, 'order_date');
  if (!placedAt.ok) return fail(`order date: ${placedAt.error}`);
  const checkIn = readCheckIn(plan, row);
  if (!checkIn.ok) return fail(`check-in: ${checkIn.error}`);
  const orderWord = readStates(plan, row, 'order_state');
  if (!orderWord.ok) return orderWord;
  const ticketWord = readStates(plan, row, 'ticket_state');
  if (!ticketWord.ok) return ticketWord;
  const quantity = readQuantity(text('quantity'));
  if (!quantity.ok) return quantity;

  const facts: RowFacts = {
    line: row.line,
    cells: row.cells,
    orderId: clean(text('order_id')).replace(/^#/, ''),
    orderCode: clean(text('order_code')),
    ticketId: clean(text('ticket_id')),
    type: [...new Set((plan.fields.ticket_type ?? []).map((index) => clean(row.cells[index] ?? '')).filter((part) => part !== ''))].join(
      ' – ',
    ),
    price: price.value,
    total: total.value,
    refunded: refunded.value,
    currency: price.value?.currency ?? total.value?.currency ?? currency,
    orderWord: orderWord.value,
    ticketWord: ticketWord.value,
    placedAt: placedAt.value,
    checkedIn: checkIn.value.checkedIn,
    checkedInAt: checkIn.value.at,
    quantity: quantity.value,
    buyer: { name: readName(text('buyer_name'), text('buyer_first_name'), text('buyer_last_name')), email: buyerEmail.value },
    attendee: {
      name: readName(text('attendee_name'), text('attendee_first_name'), text('attendee_last_name')),
      email: attendeeEmail.value,
    },
    paymentRef: clean(text('payment_ref')) || null,
    secret: clean(text('ticket_secret')) || null,
    locale: clean(text('locale')).slice(0, 35) || null,
    attributes: {},
  };
  if (
    facts.orderId === '' &&
    facts.orderCode === '' &&
    facts.ticketId === '' &&
    facts.attendee.name === '' &&
    facts.attendee.email === '' &&
    facts.buyer.email === '' &&
    facts.buyer.name === ''
  )
    return fail('the row names no order, no ticket and no person');
  for (const [index, name] of plan.attributes) {
    const value = clean(row.cells[index] ?? '').slice(0, 500);
    if (value !== '' && Object.keys(facts.attributes).length < attributeLimit) facts.attributes[name] = value;
  }
  return ok(facts);
}

function first(plan: Plan, row: Row, field: ImportField): string {
  for (const index of plan.fields[field] ?? []) {
    const value = (row.cells[index] ?? '').trim();
    if (value !== '') return value;
  }
  return '';
}

/** Date and time may stand in two columns. */
function readDates(plan: Plan, row: Row, field: 'order_date' | 'checked_in_at'): Result<number | null> {
  const indices = plan.fields[field] ?? [];
  let date = '';
  let time = '';
  let order = plan.dateOrders[indices[0] ?? -1] ?? 'day-first';
  for (const index of indices) {
    const value = (row.cells[index] ?? '').trim();
    if (/^\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:\s*[ap]\.?m\.?)?$/i.test(value)) time ||= value;
    else if (date === '' && value !== '') {
      date = value;
      order = plan.dateOrders[index] ?? order;
    }
  }
  const dateOnly = time !== '' && !/\d[:h]\d{2}/.test(date);
  return readInstant(dateOnly ? `${date.replace(/T00:00:00$/, '')} ${time}` : date, order, plan.timeZone);
}

function readCheckIn(plan: Plan, row: Row): Result<{ checkedIn: boolean; at: number | null }> {
  let checkedIn = false;
  for (const index of plan.fields.checked_in_at ?? []) {
    const value = (row.cells[index] ?? '').trim();
    if (value === '' || no.test(value)) continue;
    if (yes.test(value)) {
      checkedIn = true;
      continue;
    }
    const at = readInstant(value, plan.dateOrders[index] ?? 'day-first', plan.timeZone);
    if (!at.ok) return at;
    if (at.value !== null) return ok({ checkedIn: true, at: at.value });
  }
  return ok({ checkedIn, at: null });
}

function readStates(plan: Plan, row: Row, field: 'order_state' | 'ticket_state'): Result<StateWord> {
  const states: StateWord[] = [];
  for (const index of plan.fields[field] ?? []) {
    const value = (row.cells[index] ?? '').trim();
    if (value === '') continue;
    const flag = isFlag(plan.headers[index] ?? '') && (yes.test(value) ? 'cancelled' : no.test(value) ? 'nothing' : undefined);
    const state = flag || readState(value);
    if (!state)
      return fail(
        `the status "${value.slice(0, 40)}" is not known; write paid, pending, cancelled, expired, refunded, checked in or valid, or map the column to something else`,
      );
    states.push(state);
  }
  return ok(gravest(states));
}

/** A column named after one state holds yes or no. */
const isFlag = (header: string) => /void|cancel|storn|annul/i.test(header);

function readQuantity(value: string): Result<number> {
  if (value === '') return ok(1);
  const number = Number(value.replace(/[.,]0+$/, ''));
  if (!Number.isInteger(number) || number < -quantityLimit || number > quantityLimit)
    return fail(`the quantity "${value.slice(0, 20)}" is not a whole number up to ${quantityLimit}`);
  return ok(number);
}

function currencyOfHeader(plan: Plan): string | undefined {
  for (const index of [...(plan.fields.ticket_price ?? []), ...(plan.fields.order_total ?? [])]) {
    const found = /[([]\s*([A-Z]{3}|€|£)\s*[)\]]/.exec(plan.headers[index] ?? '')?.[1];
    if (found) return found === '€' ? 'EUR' : found === '£' ? 'GBP' : found;
  }
  return undefined;
}
