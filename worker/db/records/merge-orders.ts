import type { ImportedOrder, ImportSource } from '../../core/import/fields';
import type { Database } from '../database';
import { type BatchProgress, progressStatements } from './import-progress';

export interface MergeScope {
  organizationId: string;
  eventId: string;
  importId: string;
  source: ImportSource;
  /** Whether the file states totals of orders; else they are sums of prices and never lower a total that is known. */
  statesTotals: boolean;
  now: number;
}

export interface MergeBatch extends BatchProgress {
  orders: ImportedOrder[];
}

export interface NewIds {
  id(kind: 'order' | 'ticket' | 'attendee' | 'ticketType'): string;
  /** Starts with `importedSecret`. */
  secret(): string;
}

/** Secrets made here because the file had none; a later import replaces one by the platform's own, never the other way round. */
export const importedSecret = 'evs_';

const edited = (table: string, field: string) => `${table}.edited_fields LIKE '%"${field}"%'`;
/** A ticket that was transferred here keeps its holder and its secret, whatever the platform still says. */
const held = `(${edited('tickets', 'attendee')} OR EXISTS (SELECT 1 FROM transfers x WHERE x.organization_id = ?2 AND x.ticket_id = tickets.id AND x.state = 'done'))`;
const refundedHere = (column: string, id: string) =>
  `EXISTS (SELECT 1 FROM refunds r WHERE r.organization_id = ?2 AND r.${column} = ${id} AND r.state <> 'failed')`;
/** The same person as before: an equal address or name, or one that was corrected here by hand. */
const samePerson = `((a.email <> '' AND a.email = j.email) OR lower(a.name) = lower(j.name) OR a.edited_fields <> '[]')`;

/** The statement's JSON array, parsed once: reading fields of `value` itself would parse an object anew for each. */
const parsedRows = 'r AS MATERIALIZED (SELECT jsonb(value) AS v FROM json_each(?1))';
/** Fields of the statement's JSON as a table. CROSS JOIN and MATERIALIZED keep SQLite from reading it once for every order. */
const given = (columns: string[]) =>
  `${parsedRows}, j AS MATERIALIZED (SELECT ${columns.map((column) => `v->>'${column}' AS ${column}`).join(', ')} FROM r)`;
const holderRows = given(['external_id', 'attendee_id', 'name', 'email', 'locale', 'attributes']);
const ticketRows = given([
  'id',
  'attendee_id',
  'order_external',
  'external_id',
  'type',
  'price',
  'state',
  'checked_in_at',
  'secret',
  'currency',
  'name',
  'email',
]);
const existing = `LEFT JOIN tickets ON tickets.event_id = ?3 AND tickets.source = ?4 AND tickets.external_id = j.external_id
  LEFT JOIN attendees a ON a.id = tickets.attendee_id`;

const mergeTypes = `INSERT INTO ticket_types (id, organization_id, event_id, name, price_minor, currency, created_at)
  SELECT value->>'id', ?2, ?3, value->>'name', value->>'price', value->>'currency', ?4 FROM json_each(?1) WHERE true
  ON CONFLICT (event_id, name) DO NOTHING`;

const keepBuyer = (column: string, field: string) =>
  `${column} = CASE WHEN ${edited('orders', field)} OR excluded.${column} = '' THEN orders.${column} ELSE excluded.${column} END`;
const mergeOrderRows = `WITH ${parsedRows}
  INSERT INTO orders (id, organization_id, event_id, source, external_id, code, buyer_name, buyer_email, state, total_minor, refunded_minor, currency, placed_at, payment_ref, edited_fields, created_at, updated_at)
  SELECT v->>'id', ?2, ?3, ?4, v->>'externalId', v->>'code', v->>'buyerName', v->>'buyerEmail', v->>'state', v->>'total', v->>'refunded', v->>'currency', coalesce(v->>'placedAt', ?5), v->>'paymentRef', '[]', ?5, ?5
  FROM r WHERE true
  ON CONFLICT (event_id, source, external_id) DO UPDATE SET
    code = excluded.code, ${keepBuyer('buyer_name', 'buyerName')}, ${keepBuyer('buyer_email', 'buyerEmail')},
    state = CASE WHEN ${edited('orders', 'state')} OR (${refundedHere('order_id', 'orders.id')} AND excluded.state IN ('paid', 'pending', 'partially_refunded')) THEN orders.state ELSE excluded.state END,
    total_minor = CASE WHEN ?6 = 1 THEN excluded.total_minor ELSE max(orders.total_minor, excluded.total_minor) END,
    refunded_minor = max(orders.refunded_minor, excluded.refunded_minor),
    currency = excluded.currency,
    placed_at = CASE WHEN excluded.placed_at = ?5 THEN orders.placed_at ELSE excluded.placed_at END,
    payment_ref = coalesce(excluded.payment_ref, orders.payment_ref),
    updated_at = excluded.updated_at`;

/** An address or name that changes in place is a change of holder too: effects bound to the ticket must look again. */
const touchTickets = `WITH ${given(['external_id', 'name', 'email'])}
  UPDATE tickets SET version = version + 1 WHERE id IN (
    SELECT tickets.id FROM j ${existing.replaceAll('LEFT JOIN', 'CROSS JOIN')}
    WHERE a.edited_fields = '[]' AND a.email <> j.email AND lower(a.name) = lower(j.name) AND NOT ${held})`;

const keepPerson = (column: string) =>
  `${column} = CASE WHEN ${edited('attendees', column)} THEN attendees.${column} ELSE excluded.${column} END`;
const mergeAttendees = `WITH ${holderRows}
  INSERT INTO attendees (id, organization_id, event_id, name, email, locale, attributes, edited_fields, created_at, updated_at)
  SELECT CASE WHEN ${samePerson} THEN a.id ELSE j.attendee_id END, ?2, ?3, j.name, j.email, j.locale, j.attributes, '[]', ?5, ?5
  FROM j ${existing} WHERE (tickets.id IS NULL OR NOT ${held})
  ON CONFLICT (id) DO UPDATE SET ${keepPerson('name')}, ${keepPerson('email')},
    locale = coalesce(excluded.locale, attendees.locale), attributes = json_patch(attendees.attributes, excluded.attributes), updated_at = excluded.updated_at`;

const ticketState = `CASE WHEN ${edited('tickets', 'state')} OR (${held} AND excluded.state = 'unassigned')
    OR (tickets.state IN ('refunded', 'cancelled') AND (${refundedHere('ticket_id', 'tickets.id')} OR ${refundedHere('order_id', 'tickets.order_id')})) THEN tickets.state ELSE excluded.state END`;
const ticketHolder = `CASE WHEN ${held} THEN tickets.attendee_id ELSE excluded.attendee_id END`;
const mergeTickets = `WITH ${ticketRows}
  INSERT INTO tickets (id, organization_id, event_id, order_id, ticket_type_id, attendee_id, source, external_id, secret, state, price_minor, currency, checked_in_at, edited_fields, version, created_at, updated_at)
  SELECT j.id, ?2, ?3, o.id, y.id, CASE WHEN j.name IS NULL THEN NULL WHEN ${samePerson} THEN a.id ELSE j.attendee_id END,
    ?4, j.external_id, j.secret, j.state, j.price, j.currency, j.checked_in_at, '[]', 1, ?5, ?5
  FROM j CROSS JOIN orders o ON o.event_id = ?3 AND o.source = ?4 AND o.external_id = j.order_external
  LEFT JOIN ticket_types y ON y.event_id = ?3 AND y.name = j.type ${existing} WHERE true
  ON CONFLICT (event_id, source, external_id) DO UPDATE SET
    version = tickets.version + (${ticketState} <> tickets.state OR coalesce(${ticketHolder}, '') <> coalesce(tickets.attendee_id, '')),
    order_id = excluded.order_id, ticket_type_id = coalesce(excluded.ticket_type_id, tickets.ticket_type_id),
    attendee_id = ${ticketHolder}, state = ${ticketState},
    secret = CASE WHEN ${held} OR excluded.secret LIKE '${importedSecret}%' THEN tickets.secret ELSE excluded.secret END,
    price_minor = excluded.price_minor, currency = excluded.currency,
    checked_in_at = coalesce(excluded.checked_in_at, tickets.checked_in_at), updated_at = excluded.updated_at`;

/** An orders report says nothing of tickets, but those of an order that is over are over too. */
const endTickets = `WITH ${parsedRows}
  UPDATE tickets SET version = version + 1, updated_at = ?5,
    state = CASE (SELECT o.state FROM orders o WHERE o.id = tickets.order_id) WHEN 'refunded' THEN 'refunded' ELSE 'cancelled' END
  WHERE organization_id = ?2 AND state IN ('valid', 'unassigned') AND NOT ${edited('tickets', 'state')} AND order_id IN (
    SELECT o.id FROM r CROSS JOIN orders o ON o.event_id = ?3 AND o.source = ?4 AND o.external_id = v->>0
    WHERE o.state IN ('cancelled', 'expired', 'refunded'))`;

/**
 * Merges orders with their tickets and holders on (event, source, external id), notes rejected rows and the progress, all in one atomic batch. Merging the
 * same batch twice changes nothing more: ids of rows that exist are kept, and manual edits, transfers and refunds made here stand.
 */
export async function mergeOrders(database: Database, scope: MergeScope, batch: MergeBatch, ids: NewIds): Promise<void> {
  const { organizationId, eventId, source, now } = scope;
  const d1 = database.$client;
  const types = new Map<string, { id: string; name: string; price: number; currency: string }>();
  for (const order of batch.orders)
    for (const ticket of order.tickets)
      if (ticket.type !== '' && !types.has(ticket.type))
        types.set(ticket.type, { id: ids.id('ticketType'), name: ticket.type, price: ticket.priceMinor, currency: order.currency });
  const orders = JSON.stringify(
    batch.orders.map((order) => ({
      id: ids.id('order'),
      externalId: order.externalId,
      code: order.code,
      buyerName: order.buyerName,
      buyerEmail: order.buyerEmail,
      state: order.state,
      total: order.totalMinor,
      refunded: order.refundedMinor,
      currency: order.currency,
      placedAt: order.placedAt,
      paymentRef: order.paymentRef,
    })),
  );
  const tickets = [];
  const holders = [];
  for (const order of batch.orders) {
    for (const ticket of order.tickets) {
      const holder = ticket.attendee;
      const attendeeId = holder ? ids.id('attendee') : null;
      const person = { external_id: ticket.externalId, attendee_id: attendeeId, name: holder?.name ?? null, email: holder?.email ?? null };
      if (holder) holders.push({ ...person, locale: holder.locale, attributes: holder.attributes });
      tickets.push({
        ...person,
        id: ids.id('ticket'),
        order_external: order.externalId,
        type: ticket.type,
        price: ticket.priceMinor,
        state: ticket.state,
        checked_in_at: ticket.checkedInAt,
        secret: ticket.secret ?? ids.secret(),
        currency: order.currency,
      });
    }
  }
  const holderJson = JSON.stringify(holders);
  const statements = [
    d1.prepare(mergeTypes).bind(JSON.stringify([...types.values()]), organizationId, eventId, now),
    d1.prepare(mergeOrderRows).bind(orders, organizationId, eventId, source, now, scope.statesTotals ? 1 : 0),
    d1.prepare(touchTickets).bind(holderJson, organizationId, eventId, source),
    d1.prepare(mergeAttendees).bind(holderJson, organizationId, eventId, source, now),
    d1.prepare(mergeTickets).bind(JSON.stringify(tickets), organizationId, eventId, source, now),
  ];
  const bare = batch.orders.filter((order) => order.tickets.length === 0).map((order) => [order.externalId]);
  if (bare.length > 0) statements.push(d1.prepare(endTickets).bind(JSON.stringify(bare), organizationId, eventId, source, now));
  await d1.batch([...(batch.orders.length > 0 ? statements : []), ...progressStatements(d1, scope, batch)]);
}
