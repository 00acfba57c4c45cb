import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { instant, json, minor, organizationId } from './columns';
import { events } from './events';

const eventId = () =>
  text('event_id')
    .notNull()
    .references(() => events.id, { onDelete: 'cascade' });

export const ticketTypes = sqliteTable(
  'ticket_types',
  {
    id: text('id').primaryKey(),
    organizationId: organizationId(),
    eventId: eventId(),
    name: text('name').notNull(),
    priceMinor: minor('price_minor'),
    currency: text('currency').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [uniqueIndex('ticket_types_name').on(t.eventId, t.name), index('ticket_types_organization').on(t.organizationId, t.eventId)],
);

import { orderStates, ticketStates } from '../../core/order-states';

export const orders = sqliteTable(
  'orders',
  {
    id: text('id').primaryKey(),
    organizationId: organizationId(),
    eventId: eventId(),
    /** Where it came from: pretix, eventbrite, hievents, luma, tito, sheet, manual. */
    source: text('source').notNull(),
    externalId: text('external_id').notNull(),
    code: text('code').notNull(),
    buyerName: text('buyer_name').notNull(),
    /** Lower case. */
    buyerEmail: text('buyer_email').notNull(),
    state: text('state', { enum: orderStates }).notNull(),
    totalMinor: minor('total_minor').notNull(),
    refundedMinor: minor('refunded_minor').notNull().default(0),
    currency: text('currency').notNull(),
    placedAt: instant('placed_at').notNull(),
    /** The payment at the payment service (`pi_…`, `ch_…`), if known. */
    paymentRef: text('payment_ref'),
    /** Fields a person changed here; an import leaves them alone. */
    editedFields: json<string[]>('edited_fields').notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    uniqueIndex('orders_source').on(t.eventId, t.source, t.externalId),
    // As attendees type it, in any case.
    index('orders_code').on(t.organizationId, t.eventId, sql`lower(${t.code})`),
    index('orders_email').on(t.organizationId, t.eventId, t.buyerEmail),
    index('orders_placed').on(t.organizationId, t.eventId, t.placedAt),
  ],
);

export const attendees = sqliteTable(
  'attendees',
  {
    id: text('id').primaryKey(),
    organizationId: organizationId(),
    eventId: eventId(),
    name: text('name').notNull(),
    /** Lower case; '' when the organizer does not know it. */
    email: text('email').notNull(),
    locale: text('locale'),
    /** Answers to the organizer's questions and other columns of the import. */
    attributes: json<Record<string, string>>('attributes').notNull(),
    editedFields: json<string[]>('edited_fields').notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    index('attendees_email').on(t.organizationId, t.eventId, t.email),
    index('attendees_name').on(t.organizationId, t.eventId, t.name),
  ],
);

export const tickets = sqliteTable(
  'tickets',
  {
    id: text('id').primaryKey(),
    organizationId: organizationId(),
    eventId: eventId(),
    orderId: text('order_id')
      .notNull()
      .references(() => orders.id, { onDelete: 'cascade' }),
    ticketTypeId: text('ticket_type_id').references(() => ticketTypes.id),
    attendeeId: text('attendee_id').references(() => attendees.id),
    source: text('source').notNull(),
    externalId: text('external_id').notNull(),
    /** What the QR code holds; a transfer replaces it. */
    secret: text('secret').notNull(),
    state: text('state', { enum: ticketStates }).notNull(),
    priceMinor: minor('price_minor').notNull(),
    currency: text('currency').notNull(),
    checkedInAt: instant('checked_in_at'),
    editedFields: json<string[]>('edited_fields').notNull(),
    /** Goes up with every change of holder or state; effects are bound to it. */
    version: integer('version').notNull().default(1),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    uniqueIndex('tickets_source').on(t.eventId, t.source, t.externalId),
    index('tickets_order').on(t.organizationId, t.orderId),
    index('tickets_attendee').on(t.organizationId, t.attendeeId),
    index('tickets_event').on(t.organizationId, t.eventId, t.state),
  ],
);

export const refundStates = ['queued', 'pending', 'succeeded', 'failed', 'unknown'] as const;

export const refunds = sqliteTable(
  'refunds',
  {
    id: text('id').primaryKey(),
    organizationId: organizationId(),
    eventId: eventId(),
    orderId: text('order_id')
      .notNull()
      .references(() => orders.id, { onDelete: 'cascade' }),
    ticketId: text('ticket_id').references(() => tickets.id),
    amountMinor: minor('amount_minor').notNull(),
    currency: text('currency').notNull(),
    reason: text('reason').notNull(),
    state: text('state', { enum: refundStates }).notNull(),
    commandId: text('command_id').notNull(),
    providerRef: text('provider_ref'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [index('refunds_order').on(t.organizationId, t.orderId), uniqueIndex('refunds_command').on(t.commandId)],
);

export const transfers = sqliteTable(
  'transfers',
  {
    id: text('id').primaryKey(),
    organizationId: organizationId(),
    eventId: eventId(),
    ticketId: text('ticket_id')
      .notNull()
      .references(() => tickets.id, { onDelete: 'cascade' }),
    fromAttendeeId: text('from_attendee_id').notNull(),
    toAttendeeId: text('to_attendee_id').notNull(),
    /** The old holder's QR secret, given back by an undo. */
    fromSecret: text('from_secret').notNull(),
    state: text('state', { enum: ['done', 'undone'] }).notNull(),
    /** SHA-256 of the secret in the old holder's mail. */
    undoTokenHash: text('undo_token_hash').notNull(),
    undoUntil: instant('undo_until').notNull(),
    createdAt: instant('created_at').notNull(),
    undoneAt: instant('undone_at'),
  },
  (t) => [index('transfers_ticket').on(t.organizationId, t.ticketId), uniqueIndex('transfers_undo').on(t.undoTokenHash)],
);
