import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { instant, json, organizationId } from './columns';
import { events } from './events';

/** One import of a file; the file itself is in the importer's object until it is done. */
export const imports = sqliteTable(
  'imports',
  {
    id: text('id').primaryKey(),
    organizationId: organizationId(),
    eventId: text('event_id')
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    fileName: text('file_name').notNull(),
    source: text('source').notNull(),
    mapping: json<Record<string, unknown>>('mapping').notNull(),
    state: text('state', { enum: ['uploaded', 'running', 'done', 'failed', 'cancelled'] }).notNull(),
    totalRows: integer('total_rows').notNull(),
    doneRows: integer('done_rows').notNull(),
    counts: json<Record<string, number>>('counts').notNull(),
    problem: text('problem'),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [index('imports_event').on(t.organizationId, t.eventId, t.createdAt)],
);

export const importRejects = sqliteTable(
  'import_rejects',
  {
    importId: text('import_id')
      .notNull()
      .references(() => imports.id, { onDelete: 'cascade' }),
    organizationId: organizationId(),
    line: integer('line').notNull(),
    reason: text('reason').notNull(),
    cells: json<string[]>('cells').notNull(),
  },
  (t) => [index('import_rejects_import').on(t.importId, t.line)],
);
