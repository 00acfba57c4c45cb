import { and, asc, count, desc, eq, isNotNull, lt, lte, or, sql } from 'drizzle-orm';
import type { Document, PassageView } from '../../contract/knowledge';
import { chunkPage } from '../../core/knowledge/chunk-page';
import { quarantined } from '../../core/provenance/quarantine';
import type { Database } from '../database';
import { documents, events, passages } from '../schema';

export type DocumentRow = typeof documents.$inferSelect;
export type ListedDocument = Omit<DocumentRow, 'markdown'> & { passages: number; characters: number };

const passagesAtOnce = 150;

const listed = {
  id: documents.id,
  organizationId: documents.organizationId,
  eventId: documents.eventId,
  title: documents.title,
  kind: documents.kind,
  url: documents.url,
  contentHash: documents.contentHash,
  state: documents.state,
  problem: documents.problem,
  refreshHours: documents.refreshHours,
  fetchedAt: documents.fetchedAt,
  nextFetchAt: documents.nextFetchAt,
  createdAt: documents.createdAt,
  updatedAt: documents.updatedAt,
  passages: sql<number>`(SELECT count(*) FROM ${passages} WHERE ${passages.documentId} = "documents"."id")`.as('passages'),
  characters: sql<number>`length("documents"."markdown")`.as('characters'),
};

/** Last changed first, one more than `limit` when there is a next page. */
export async function documentsOf(
  database: Database,
  organizationId: string,
  eventId: string,
  before: [updatedAt: number, id: string] | null,
  limit: number,
): Promise<ListedDocument[]> {
  const older = before
    ? or(lt(documents.updatedAt, before[0]), and(eq(documents.updatedAt, before[0]), lt(documents.id, before[1])))
    : undefined;
  return database
    .select(listed)
    .from(documents)
    .where(and(eq(documents.organizationId, organizationId), eq(documents.eventId, eventId), older))
    .orderBy(desc(documents.updatedAt), desc(documents.id))
    .limit(limit + 1);
}

export async function documentById(
  database: Database,
  organizationId: string,
  eventId: string,
  documentId: string,
): Promise<DocumentRow | null> {
  const [row] = await database
    .select()
    .from(documents)
    .where(and(eq(documents.organizationId, organizationId), eq(documents.eventId, eventId), eq(documents.id, documentId)));
  return row ?? null;
}

export async function listedDocument(
  database: Database,
  organizationId: string,
  eventId: string,
  documentId: string,
): Promise<ListedDocument | null> {
  const [row] = await database
    .select(listed)
    .from(documents)
    .where(and(eq(documents.organizationId, organizationId), eq(documents.eventId, eventId), eq(documents.id, documentId)));
  return row ?? null;
}

export async function countDocuments(database: Database, organizationId: string, eventId: string): Promise<number> {
  const [row] = await database
    .select({ n: count() })
    .from(documents)
    .where(and(eq(documents.organizationId, organizationId), eq(documents.eventId, eventId)));
  return row?.n ?? 0;
}

export async function documentOfUrl(database: Database, organizationId: string, eventId: string, url: string): Promise<string | null> {
  const [row] = await database
    .select({ id: documents.id })
    .from(documents)
    .where(and(eq(documents.organizationId, organizationId), eq(documents.eventId, eventId), eq(documents.url, url)));
  return row?.id ?? null;
}

/** Writes a document with the passages cut from it, all or nothing. */
export async function saveDocument(database: Database, saved: DocumentRow): Promise<void> {
  const row = { ...saved, problem: saved.problem ?? leftOutOf(saved) };
  const { id, organizationId, eventId } = row;
  const cut = chunkPage({ id, title: row.title, markdown: row.markdown });
  const d1 = database.$client;
  const inserts: D1PreparedStatement[] = [];
  for (let from = 0; from < cut.length; from += passagesAtOnce)
    inserts.push(
      d1
        .prepare(
          `INSERT INTO passages (id, organization_id, event_id, document_id, ordinal, heading_path, kind, text, start, "end")
           SELECT value->>'id', ?2, ?3, ?4, value->>'ordinal', value->>'headingPath', value->>'kind', value->>'text', value->>'start', value->>'end' FROM json_each(?1)`,
        )
        .bind(JSON.stringify(cut.slice(from, from + passagesAtOnce)), organizationId, eventId, id),
    );
  await d1.batch([
    d1
      .prepare(
        `INSERT INTO documents (id, organization_id, event_id, title, kind, url, markdown, content_hash, state, problem, refresh_hours, fetched_at, next_fetch_at, created_at, updated_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
         ON CONFLICT (id) DO UPDATE SET title = excluded.title, markdown = excluded.markdown, content_hash = excluded.content_hash, state = excluded.state, problem = excluded.problem,
           refresh_hours = excluded.refresh_hours, fetched_at = excluded.fetched_at, next_fetch_at = excluded.next_fetch_at, updated_at = excluded.updated_at`,
      )
      .bind(
        id,
        organizationId,
        eventId,
        row.title,
        row.kind,
        row.url,
        row.markdown,
        row.contentHash,
        row.state,
        row.problem,
        row.refreshHours,
        row.fetchedAt,
        row.nextFetchAt,
        row.createdAt,
        row.updatedAt,
      ),
    d1.prepare('DELETE FROM passages WHERE organization_id = ?1 AND document_id = ?2').bind(organizationId, id),
    ...inserts,
  ]);
}

export const leftOutPrefix = 'Left out of answers, because it reads like instructions to an AI model: ';

/** For the organizer: which parts agents do not read, and what to do. */
function leftOutOf({ id, title, markdown }: DocumentRow): string | null {
  const { left } = quarantined({ id, title, markdown });
  if (left.length === 0) return null;
  const named = left.slice(0, 3).map((part) => `“${part}”`);
  return `${leftOutPrefix}${named.join(', ')}${left.length > 3 ? ` and ${left.length - 3} more` : ''}. Reword it, or take it out.`;
}

/** What a fetch found out about a document whose text stays as it is. */
export async function noteFetch(
  database: Database,
  organizationId: string,
  documentId: string,
  note: Pick<DocumentRow, 'state' | 'problem' | 'nextFetchAt'> & { fetchedAt?: number; updatedAt?: number },
): Promise<void> {
  await database
    .update(documents)
    .set(note)
    .where(and(eq(documents.organizationId, organizationId), eq(documents.id, documentId)));
}

export async function deleteDocument(database: Database, organizationId: string, eventId: string, documentId: string): Promise<boolean> {
  const [, deleted] = await database.batch([
    database.delete(passages).where(and(eq(passages.organizationId, organizationId), eq(passages.documentId, documentId))),
    database
      .delete(documents)
      .where(and(eq(documents.organizationId, organizationId), eq(documents.eventId, eventId), eq(documents.id, documentId)))
      .returning({ id: documents.id }),
  ]);
  return deleted.length > 0;
}

export async function passagesOf(
  database: Database,
  organizationId: string,
  document: { id: string; title: string },
): Promise<PassageView[]> {
  const rows = await database
    .select()
    .from(passages)
    .where(and(eq(passages.organizationId, organizationId), eq(passages.documentId, document.id)))
    .orderBy(asc(passages.ordinal));
  return rows.map((row) => ({
    id: row.id,
    documentId: document.id,
    documentTitle: document.title,
    headingPath: row.headingPath,
    kind: row.kind,
    text: row.text,
  }));
}

/**
 * Takes up to `limit` documents that are due for another fetch, over all organizations or of one event, and puts them off by `leaseMs`, so that nobody else takes them
 * meanwhile. Events on a virtual clock only when asked for by name.
 */
export async function takeDueDocuments(
  database: Database,
  now: number,
  leaseMs: number,
  limit: number,
  eventId?: string,
): Promise<DocumentRow[]> {
  const due = database
    .select({ id: documents.id })
    .from(documents)
    .innerJoin(events, eq(events.id, documents.eventId))
    .where(
      and(
        isNotNull(documents.nextFetchAt),
        lte(documents.nextFetchAt, now),
        eq(events.state, 'active'),
        eventId === undefined ? eq(events.clock, 'real') : eq(documents.eventId, eventId),
      ),
    )
    .orderBy(asc(documents.nextFetchAt))
    .limit(limit);
  return database
    .update(documents)
    .set({ nextFetchAt: now + leaseMs })
    .where(and(sql`${documents.id} IN ${due}`, lte(documents.nextFetchAt, now)))
    .returning();
}

export function documentView(row: ListedDocument): Document {
  const { organizationId: _organization, eventId: _event, contentHash: _hash, nextFetchAt: _next, createdAt: _created, ...shown } = row;
  return shown;
}
