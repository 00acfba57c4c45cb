import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { instant, json, organizationId } from './columns';
import { events } from './events';

/**
 * Read model of the conversations, for lists, search and counting. The truth of a live conversation is in its support
 * object, which writes here in batches.
 */
export const conversations = sqliteTable(
  'conversations',
  {
    id: text('id').primaryKey(),
    organizationId: organizationId(),
    eventId: text('event_id')
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    /** Who answers: the agent, nobody yet (a person was asked for), a person, or it is over. */
    state: text('state', { enum: ['agent', 'waiting', 'person', 'closed'] }).notNull(),
    orderId: text('order_id'),
    /** First words of the attendee, for the list. */
    subject: text('subject').notNull(),
    locale: text('locale'),
    takenBy: text('taken_by'),
    escalationReason: text('escalation_reason'),
    /** Confirmed by the attendee, assumed after silence, abandoned, handed over, reopened: kept apart. */
    resolution: text('resolution', { enum: ['open', 'confirmed', 'assumed', 'abandoned', 'handed_over', 'reopened'] }).notNull(),
    rating: integer('rating'),
    messageCount: integer('message_count').notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    index('conversations_event').on(t.organizationId, t.eventId, t.updatedAt),
    index('conversations_state').on(t.organizationId, t.eventId, t.state),
  ],
);

export const messages = sqliteTable(
  'messages',
  {
    id: text('id').primaryKey(),
    organizationId: organizationId(),
    eventId: text('event_id').notNull(),
    conversationId: text('conversation_id')
      .notNull()
      .references(() => conversations.id, { onDelete: 'cascade' }),
    seq: integer('seq').notNull(),
    author: text('author', { enum: ['attendee', 'agent', 'person', 'system'] }).notNull(),
    text: text('text').notNull(),
    detail: json<Record<string, unknown>>('detail').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [uniqueIndex('messages_conversation').on(t.conversationId, t.seq), index('messages_event').on(t.organizationId, t.eventId)],
);

/** One-time codes that prove who an attendee is. Attempts are counted per order, address and connection. */
export const verificationCodes = sqliteTable(
  'verification_codes',
  {
    id: text('id').primaryKey(),
    organizationId: organizationId(),
    eventId: text('event_id').notNull(),
    conversationId: text('conversation_id').notNull(),
    orderId: text('order_id').notNull(),
    /** The address on file that the code was sent to. */
    holderEmail: text('holder_email').notNull(),
    /** HMAC of the code; the code itself is only in the mail. */
    codeHash: text('code_hash').notNull(),
    attempts: integer('attempts').notNull(),
    usedAt: instant('used_at'),
    expiresAt: instant('expires_at').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [index('verification_codes_conversation').on(t.organizationId, t.conversationId)],
);

/** Counters of fixed windows: rate limits that must hold across isolates and restarts. */
export const attemptCounters = sqliteTable(
  'attempt_counters',
  {
    key: text('key').primaryKey(),
    count: integer('count').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (t) => [index('attempt_counters_expiry').on(t.expiresAt)],
);
