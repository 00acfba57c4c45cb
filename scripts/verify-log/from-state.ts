import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { type ChainHead, type LogSource, type LogTable, logSources, logTables, rowIdOf, type StoredRow } from '../../worker/core/log/chain';
import type { Link } from '../../worker/core/log/verify';
import type { LogToVerify } from './log';

const pageRows = 1000;
type Row = Record<string, string | number | null>;

/** Logs of the events of a local run, read from its files; the product may be running. */
export function* fromState(folder: string, event: string | undefined): Generator<LogToVerify> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.sqlite') && !name.includes('metadata'))
    .map((name) => new DatabaseSync(join(folder, name), { readOnly: true }));
  try {
    const records = files.find((file) => hasTable(file, 'log_entries'));
    if (!records) throw new Error(`There are no records below ${folder}: start the product once on it.`);
    const heads = new Map(files.filter((file) => hasTable(file, 'log_head')).flatMap(remembered));
    const events = all(records, 'SELECT id, name, clock FROM events WHERE ?1 IS NULL OR id = ?1 ORDER BY created_at, id', event ?? null);
    for (const { id, name, clock } of events) {
      const eventId = String(id);
      yield {
        eventId,
        eventName: String(name),
        clock: clock === 'virtual' ? 'virtual' : 'real',
        remembered: heads.get(eventId) ?? null,
        unsealed: unsealed(records, eventId),
        pages: pagesOf(records, eventId),
      };
    }
  } finally {
    for (const file of files) file.close();
  }
}

function hasTable(file: DatabaseSync, name: string): boolean {
  return all(file, 'SELECT 1 FROM sqlite_master WHERE type = ? AND name = ?', 'table', name).length > 0;
}

function remembered(file: DatabaseSync): [string, ChainHead][] {
  return all(file, 'SELECT event_id, seq, hash FROM log_head').map((row) => [
    String(row.event_id),
    { seq: Number(row.seq), hash: String(row.hash) },
  ]);
}

function* pagesOf(records: DatabaseSync, eventId: string): Generator<Link[]> {
  for (let seq = 0; ; ) {
    const entries = all(records, 'SELECT * FROM log_entries WHERE event_id = ? AND seq > ? ORDER BY seq LIMIT ?', eventId, seq, pageRows);
    const last = entries.at(-1);
    if (!last) return;
    seq = Number(last.seq);
    yield entries.map((entry) => ({
      entry: {
        seq: Number(entry.seq),
        // Whatever it says: a source of nobody's does not hash to what the entry says.
        source: String(entry.source) as LogSource,
        rowId: String(entry.row_id),
        rowHash: String(entry.row_hash),
        hash: String(entry.hash),
        sealedAt: Number(entry.sealed_at),
        prunedAt: entry.pruned_at === null ? null : Number(entry.pruned_at),
      },
      row: rowOf(records, eventId, String(entry.source), String(entry.row_id)),
    }));
  }
}

function rowOf(records: DatabaseSync, eventId: string, source: string, rowId: string): StoredRow | null {
  if (!isTable(source)) return null;
  const [scope = '', version = ''] = rowId.split(/:(?=\d+$)/);
  const [row] =
    source === 'policy_versions'
      ? all(records, 'SELECT * FROM policy_versions WHERE event_id = ? AND scope = ? AND version = ?', eventId, scope, Number(version))
      : all(records, `SELECT * FROM ${source} WHERE event_id = ? AND id = ?`, eventId, rowId);
  return row && rowIdOf(source, row) === rowId ? row : null;
}

function isTable(source: string): source is LogTable {
  return source in logSources;
}

function unsealed(records: DatabaseSync, eventId: string): number {
  return logTables.reduce((sum, table) => {
    const id = table === 'policy_versions' ? "t.scope || ':' || t.version" : 't.id';
    const [row] = all(
      records,
      `SELECT count(*) AS n FROM ${table} t WHERE t.event_id = ?1
         AND NOT EXISTS (SELECT 1 FROM log_entries e WHERE e.event_id = ?1 AND e.source = '${table}' AND e.row_id = ${id})`,
      eventId,
    );
    return sum + Number(row?.n ?? 0);
  }, 0);
}

const prepared = new WeakMap<DatabaseSync, Map<string, StatementSync>>();

/** The records hold texts, numbers and nulls only. */
function all(file: DatabaseSync, query: string, ...bindings: (string | number | null)[]): Row[] {
  const known = prepared.get(file) ?? new Map<string, StatementSync>();
  prepared.set(file, known);
  const statement = known.get(query) ?? file.prepare(query);
  known.set(query, statement);
  return statement.all(...bindings) as Row[];
}
