import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { instant, json, organizationId } from './columns';
import { events } from './events';

const eventId = () =>
  text('event_id')
    .notNull()
    .references(() => events.id, { onDelete: 'cascade' });

/** The hash chain over an event's log. One writer, the event's orchestrator, appends to it. */
export const logEntries = sqliteTable(
  'log_entries',
  {
    organizationId: organizationId(),
    eventId: eventId(),
    /** From 1, without gaps. */
    seq: integer('seq').notNull(),
    /** Table of the row: an activity table, `command_transitions`, `policy_versions`, `log_notes`. */
    source: text('source').notNull(),
    rowId: text('row_id').notNull(),
    /** SHA-256 (hex) of the row's canonical form, and of the entry before with it. */
    rowHash: text('row_hash').notNull(),
    hash: text('hash').notNull(),
    sealedAt: instant('sealed_at').notNull(),
    /** Set when retention deleted the row: its hash stays in the chain. */
    prunedAt: instant('pruned_at'),
  },
  (t) => [
    primaryKey({ columns: [t.eventId, t.seq] }),
    uniqueIndex('log_entries_row').on(t.eventId, t.source, t.rowId),
    index('log_entries_organization').on(t.organizationId, t.eventId),
  ],
);

/** Keys behind the personal data in the log. Destroying one makes what it sealed unreadable; the rows stay, byte for byte. */
export const subjectKeys = sqliteTable(
  'subject_keys',
  {
    organizationId: organizationId(),
    /** A conversation's id, or `address:<keyed digest>`. */
    subject: text('subject').notNull(),
    /** 256 bits, hex; null once destroyed. */
    key: text('key'),
    createdAt: instant('created_at').notNull(),
    destroyedAt: instant('destroyed_at'),
  },
  (t) => [primaryKey({ columns: [t.organizationId, t.subject] })],
);

/** Receipts of erasures: which stores, how many rows. Whom it concerned is a keyed digest. */
export const erasures = sqliteTable(
  'erasures',
  {
    id: text('id').primaryKey(),
    organizationId: organizationId(),
    subjectDigest: text('subject_digest').notNull(),
    requestedBy: text('requested_by').notNull(),
    state: text('state', { enum: ['under_way', 'done'] }).notNull(),
    receipt: json<{ store: string; what: string; count: number; action: string }[]>('receipt').notNull(),
    requestedAt: instant('requested_at').notNull(),
    finishedAt: instant('finished_at'),
  },
  (t) => [index('erasures_organization').on(t.organizationId, t.requestedAt)],
);

/** What is known of a contact over all events and agents of the organization. */
export const contactStates = sqliteTable(
  'contact_states',
  {
    organizationId: organizationId(),
    /** Lower case. */
    address: text('address').notNull(),
    /** '' for addresses at free mail services. */
    companyDomain: text('company_domain').notNull(),
    timeZone: text('time_zone'),
    lastReplyAt: instant('last_reply_at'),
    stoppedAt: instant('stopped_at'),
    stopReason: text('stop_reason'),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.organizationId, t.address] }), index('contact_states_company').on(t.organizationId, t.companyDomain)],
);

/** Mail that came in: replies, opt-outs, automatic answers. */
export const inboundMails = sqliteTable(
  'inbound_mails',
  {
    id: text('id').primaryKey(),
    organizationId: organizationId(),
    eventId: text('event_id').references(() => events.id, { onDelete: 'cascade' }),
    /** The mail it answers, if known. */
    commandId: text('command_id'),
    /** The service's or message's own id: the same mail counts once. */
    providerRef: text('provider_ref').notNull(),
    fromAddress: text('from_address').notNull(),
    toAddress: text('to_address').notNull(),
    subject: text('subject').notNull(),
    text: text('text').notNull(),
    kind: text('kind', { enum: ['reply', 'opt_out', 'auto_reply'] }).notNull(),
    at: instant('at').notNull(),
  },
  (t) => [
    uniqueIndex('inbound_mails_ref').on(t.organizationId, t.providerRef),
    index('inbound_mails_from').on(t.organizationId, t.fromAddress, t.at),
  ],
);
