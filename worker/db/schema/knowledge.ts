import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { instant, json, organizationId } from './columns';
import { events } from './events';

export const documents = sqliteTable(
  'documents',
  {
    id: text('id').primaryKey(),
    organizationId: organizationId(),
    eventId: text('event_id')
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    title: text('title').notNull(),
    kind: text('kind', { enum: ['text', 'file', 'url'] }).notNull(),
    url: text('url'),
    /** Cleaned Markdown: what passages are cut from. */
    markdown: text('markdown').notNull(),
    contentHash: text('content_hash').notNull(),
    state: text('state', { enum: ['ready', 'failed', 'vanished'] }).notNull(),
    /** For the organizer: what went wrong at the last fetch and what to do. */
    problem: text('problem'),
    refreshHours: integer('refresh_hours'),
    fetchedAt: instant('fetched_at'),
    nextFetchAt: instant('next_fetch_at'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [index('documents_event').on(t.organizationId, t.eventId, t.updatedAt), index('documents_due').on(t.nextFetchAt)],
);

export const passages = sqliteTable(
  'passages',
  {
    id: text('id').primaryKey(),
    organizationId: organizationId(),
    eventId: text('event_id').notNull(),
    documentId: text('document_id')
      .notNull()
      .references(() => documents.id, { onDelete: 'cascade' }),
    ordinal: integer('ordinal').notNull(),
    headingPath: json<string[]>('heading_path').notNull(),
    kind: text('kind').notNull(),
    text: text('text').notNull(),
    start: integer('start').notNull(),
    end: integer('end').notNull(),
  },
  (t) => [index('passages_document').on(t.documentId, t.ordinal), index('passages_event').on(t.organizationId, t.eventId)],
);
