import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { instant, json, minor } from './columns';

/** The embedded mailbox: every mail that would have gone out. `organizationId` is '' for sign-in mail to a new person. */
export const mailbox = sqliteTable(
  'mailbox',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id').notNull(),
    eventId: text('event_id'),
    idempotencyKey: text('idempotency_key').notNull(),
    sender: text('sender').notNull(),
    recipients: json<string[]>('recipients').notNull(),
    subject: text('subject').notNull(),
    headers: json<Record<string, string>>('headers').notNull(),
    text: text('text').notNull(),
    html: text('html').notNull(),
    attachments: json<{ filename: string; contentType: string; base64: string; contentId?: string }[]>('attachments').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [uniqueIndex('mailbox_key').on(t.organizationId, t.idempotencyKey), index('mailbox_organization').on(t.organizationId, t.at)],
);

/** The embedded payment ledger: refunds that would have been made. */
export const ledgerRefunds = sqliteTable(
  'ledger_refunds',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id').notNull(),
    idempotencyKey: text('idempotency_key').notNull(),
    paymentRef: text('payment_ref').notNull(),
    amountMinor: minor('amount_minor').notNull(),
    currency: text('currency').notNull(),
    requestHash: text('request_hash').notNull(),
    version: integer('version').notNull().default(1),
    at: instant('at').notNull(),
  },
  (t) => [
    uniqueIndex('ledger_refunds_key').on(t.organizationId, t.idempotencyKey),
    index('ledger_refunds_payment').on(t.organizationId, t.paymentRef),
  ],
);
