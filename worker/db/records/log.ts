import { and, asc, desc, eq, gt, sql } from 'drizzle-orm';
import { type ChainEntry, type LogSource, type LogTable, logSources, logTables, rowIdOf, type StoredRow } from '../../core/log/chain';
import type { Link } from '../../core/log/verify';
import type { Database } from '../database';
import { logEntries } from '../schema';

type Row = Record<string, string | number | null>;

/** The row's id as the chain names it, in SQL. */
const idColumn = (table: LogTable, alias: string) =>
  table === 'policy_versions' ? `${alias}.scope || ':' || ${alias}.version` : `${alias}.id`;

const notInChain = (table: LogTable) =>
  `NOT EXISTS (SELECT 1 FROM log_entries e WHERE e.event_id = t.event_id AND e.source = '${table}' AND e.row_id = ${idColumn(table, 't')})`;

export interface UnsealedRow {
  source: LogTable;
  rowId: string;
  at: number;
  row: Row;
}

/**
 * Rows that the chain does not hold yet, written since `since`, oldest first, at most `limit` of each table. `next` is from where to look for
 * more; null when these are all.
 */
export async function unsealedRows(
  db: Database,
  organizationId: string,
  eventId: string,
  since: number,
  limit: number,
): Promise<{ rows: UnsealedRow[]; next: number | null }> {
  const answers = await db.$client.batch<Row>(
    logTables.map((table) =>
      db.$client
        .prepare(
          `SELECT t.* FROM ${table} t WHERE t.organization_id = ?1 AND t.event_id = ?2 AND t.${logSources[table]} >= ?3 AND ${notInChain(table)}
           ORDER BY t.${logSources[table]}, ${idColumn(table, 't')} LIMIT ?4`,
        )
        .bind(organizationId, eventId, since, limit),
    ),
  );
  const full = answers.flatMap(({ results }, index) => {
    const last = results.length === limit ? results.at(-1) : undefined;
    return last ? Number(last[logSources[logTables[index] ?? 'command_transitions']]) : [];
  });
  const rows = answers
    .flatMap(({ results }, index) => {
      const source = logTables[index] ?? 'command_transitions';
      return results.map((row) => ({ source, rowId: rowIdOf(source, row), at: Number(row[logSources[source]]), row }));
    })
    .sort((a, b) => a.at - b.at || (a.rowId < b.rowId ? -1 : 1));
  return { rows, next: full.length > 0 ? Math.min(...full) : null };
}

export async function countUnsealed(db: Database, organizationId: string, eventId: string, since: number): Promise<number> {
  const answers = await db.$client.batch<{ n: number }>(
    logTables.map((table) =>
      db.$client
        .prepare(
          `SELECT count(*) AS n FROM ${table} t WHERE t.organization_id = ?1 AND t.event_id = ?2 AND t.${logSources[table]} >= ?3 AND ${notInChain(table)}`,
        )
        .bind(organizationId, eventId, since),
    ),
  );
  return answers.reduce((sum, { results }) => sum + (results[0]?.n ?? 0), 0);
}

export type EntryRow = typeof logEntries.$inferSelect;

export async function lastEntry(db: Database, organizationId: string, eventId: string): Promise<EntryRow | null> {
  const [row] = await db
    .select()
    .from(logEntries)
    .where(and(eq(logEntries.organizationId, organizationId), eq(logEntries.eventId, eventId)))
    .orderBy(desc(logEntries.seq))
    .limit(1);
  return row ?? null;
}

export async function entriesAfter(db: Database, organizationId: string, eventId: string, seq: number, limit: number): Promise<EntryRow[]> {
  return db
    .select()
    .from(logEntries)
    .where(and(eq(logEntries.organizationId, organizationId), eq(logEntries.eventId, eventId), gt(logEntries.seq, seq)))
    .orderBy(asc(logEntries.seq))
    .limit(limit);
}

/** The next entries with their rows as the tables hold them now. */
export async function linksAfter(db: Database, organizationId: string, eventId: string, seq: number, limit: number): Promise<Link[]> {
  const entries = await entriesAfter(db, organizationId, eventId, seq, limit);
  const wanted = logTables
    .map((table) => ({ table, ids: entries.filter((entry) => entry.source === table).map((entry) => entry.rowId) }))
    .filter(({ ids }) => ids.length > 0);
  const answers =
    wanted.length === 0
      ? []
      : await db.$client.batch<Row>(
          wanted.map(({ table, ids }) =>
            db.$client
              .prepare(
                `SELECT t.* FROM json_each(?3) wanted CROSS JOIN ${table} t ON ${
                  table === 'policy_versions'
                    ? "t.scope = substr(wanted.value, 1, instr(wanted.value, ':') - 1) AND t.version = CAST(substr(wanted.value, instr(wanted.value, ':') + 1) AS INTEGER)"
                    : 't.id = wanted.value'
                } WHERE t.organization_id = ?1 AND t.event_id = ?2`,
              )
              .bind(organizationId, eventId, JSON.stringify(ids)),
          ),
        );
  const rows = new Map<string, StoredRow>();
  for (const [index, { results }] of answers.entries()) {
    const table = wanted[index]?.table;
    if (table) for (const row of results) rows.set(`${table}\n${rowIdOf(table, row)}`, row);
  }
  return entries.map(({ seq: place, source, rowId, rowHash, hash, sealedAt, prunedAt }) => ({
    // Only the log's keeper writes entries, with a source of its list; a foreign one fails the check of its hash.
    entry: { seq: place, source: source as LogSource, rowId, rowHash, hash, sealedAt, prunedAt },
    row: rows.get(`${source}\n${rowId}`) ?? null,
  }));
}

/** Statement that appends entries; it fails as a whole when one of their places is taken. */
export function entriesInsert(db: Database, organizationId: string, eventId: string, entries: ChainEntry[], sealedAt: number) {
  const rows = JSON.stringify(entries.map(({ seq, source, rowId, rowHash, hash }) => [seq, source, rowId, rowHash, hash]));
  return db.$client
    .prepare(
      `INSERT INTO log_entries (organization_id, event_id, seq, source, row_id, row_hash, hash, sealed_at, pruned_at)
       SELECT ?1, ?2, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, ?3, NULL FROM json_each(?4)`,
    )
    .bind(organizationId, eventId, sealedAt, rows);
}

/** Rewrites the columns of one row that was not sealed yet. */
export function rowUpdate(db: Database, organizationId: string, table: LogTable, id: string, change: Row) {
  const columns = Object.keys(change);
  return db.$client
    .prepare(`UPDATE ${table} SET ${columns.map((column, i) => `${column} = ?${i + 3}`).join(', ')} WHERE organization_id = ?1 AND id = ?2`)
    .bind(organizationId, id, ...columns.map((column) => change[column] ?? null));
}

/** Sealed activities and transitions written before `before`: what retention may delete. */
export async function prunable(db: Database, organizationId: string, eventId: string, before: number, limit: number): Promise<EntryRow[]> {
  const tables = logTables.filter((table) => table !== 'policy_versions');
  const rows = await Promise.all(
    tables.map((table) =>
      db
        .select()
        .from(logEntries)
        .where(
          and(
            eq(logEntries.organizationId, organizationId),
            eq(logEntries.eventId, eventId),
            eq(logEntries.source, table),
            sql`${logEntries.prunedAt} IS NULL`,
            sql`EXISTS (SELECT 1 FROM ${sql.raw(table)} t WHERE t.id = ${logEntries.rowId} AND t.organization_id = ${organizationId} AND t.${sql.raw(logSources[table])} < ${before})`,
          ),
        )
        .orderBy(asc(logEntries.seq))
        .limit(limit),
    ),
  );
  return rows.flat().sort((a, b) => a.seq - b.seq);
}

/** Statements that delete the rows of these entries and mark the entries. */
export function pruneStatements(db: Database, organizationId: string, eventId: string, entries: EntryRow[], now: number) {
  const tables = [...new Set(entries.map((entry) => entry.source))].filter((source): source is LogTable => source in logSources);
  return [
    ...tables.map((table) =>
      db.$client
        .prepare(`DELETE FROM ${table} WHERE organization_id = ?1 AND event_id = ?2 AND id IN (SELECT value FROM json_each(?3))`)
        .bind(organizationId, eventId, JSON.stringify(entries.filter((entry) => entry.source === table).map((entry) => entry.rowId))),
    ),
    db.$client
      .prepare(
        'UPDATE log_entries SET pruned_at = ?3 WHERE organization_id = ?1 AND event_id = ?2 AND seq IN (SELECT value FROM json_each(?4))',
      )
      .bind(organizationId, eventId, now, JSON.stringify(entries.map((entry) => entry.seq))),
  ];
}
