import { and, asc, desc, eq, inArray, lt, or, sql } from 'drizzle-orm';
import type { Import } from '../../contract/attendees';
import type { Column, ImportKind, ImportSource } from '../../core/import/fields';
import type { Database } from '../database';
import { importRejects, imports } from '../schema';

export type ImportRow = typeof imports.$inferSelect;
export type RejectRow = Pick<typeof importRejects.$inferSelect, 'line' | 'reason' | 'cells'>;

/** What `imports.mapping` holds. */
export interface ImportMapping {
  source: ImportSource;
  kind: ImportKind;
  table: string;
  headerLine: number;
  columns: Column[];
}

const shownRejects = 20;

export async function insertImport(
  database: Database,
  row: {
    id: string;
    organizationId: string;
    eventId: string;
    fileName: string;
    mapping: ImportMapping;
    totalRows: number;
    problem: string | null;
    createdBy: string;
    now: number;
  },
): Promise<void> {
  const { mapping, now, ...rest } = row;
  await database.insert(imports).values({
    ...rest,
    source: mapping.source,
    mapping: { ...mapping },
    state: 'uploaded',
    doneRows: 0,
    counts: {},
    createdAt: now,
    updatedAt: now,
  });
}

export async function importById(database: Database, organizationId: string, eventId: string, importId: string): Promise<ImportRow | null> {
  const [row] = await database
    .select()
    .from(imports)
    .where(and(eq(imports.organizationId, organizationId), eq(imports.eventId, eventId), eq(imports.id, importId)));
  return row ?? null;
}

/** Newest first, one more than `limit` when there is a next page. */
export async function importsOf(
  database: Database,
  organizationId: string,
  eventId: string,
  before: [createdAt: number, id: string] | null,
  limit: number,
): Promise<ImportRow[]> {
  const older = before ? or(lt(imports.createdAt, before[0]), and(eq(imports.createdAt, before[0]), lt(imports.id, before[1]))) : undefined;
  return database
    .select()
    .from(imports)
    .where(and(eq(imports.organizationId, organizationId), eq(imports.eventId, eventId), older))
    .orderBy(desc(imports.createdAt), desc(imports.id))
    .limit(limit + 1);
}

/** Changes an import that is in one of the states `from`; false when it was not. */
export async function changeImport(
  database: Database,
  organizationId: string,
  importId: string,
  from: ImportRow['state'][],
  change: Partial<Pick<ImportRow, 'state' | 'problem' | 'mapping' | 'doneRows' | 'counts'>> & { updatedAt: number },
): Promise<boolean> {
  const changed = await database
    .update(imports)
    .set(change)
    .where(and(eq(imports.organizationId, organizationId), eq(imports.id, importId), inArray(imports.state, from)))
    .returning({ id: imports.id });
  return changed.length > 0;
}

export async function firstRejects(database: Database, organizationId: string, importIds: string[]): Promise<Map<string, RejectRow[]>> {
  const found = new Map<string, RejectRow[]>();
  for (const importId of importIds) found.set(importId, await rejectsAfter(database, organizationId, importId, 0, shownRejects));
  return found;
}

/** Rejected rows in order of their line, from the one after `line`. */
export async function rejectsAfter(
  database: Database,
  organizationId: string,
  importId: string,
  line: number,
  limit: number,
): Promise<RejectRow[]> {
  return database
    .select({ line: importRejects.line, reason: importRejects.reason, cells: importRejects.cells })
    .from(importRejects)
    .where(
      and(eq(importRejects.organizationId, organizationId), eq(importRejects.importId, importId), sql`${importRejects.line} > ${line}`),
    )
    .orderBy(asc(importRejects.line))
    .limit(limit);
}

export function importView(row: ImportRow, rejects: RejectRow[]): Import {
  return {
    id: row.id,
    fileName: row.fileName,
    source: row.source,
    kind: mappingOf(row).kind,
    columns: mappingOf(row).columns,
    state: row.state,
    totalRows: row.totalRows,
    doneRows: row.doneRows,
    counts: row.counts,
    problem: row.problem,
    rejects,
    createdAt: row.createdAt,
  };
}

/** `imports.mapping` is only ever written from an `ImportMapping`. */
export function mappingOf(row: ImportRow): ImportMapping {
  return row.mapping as unknown as ImportMapping;
}
