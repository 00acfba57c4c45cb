import { append, type ChainEntry, type ChainHead, genesis, type LogTable, linkText, noteRow } from '../core/log/chain';
import { type LogNote, noteText, stretches } from '../core/log/notes';
import { reasoningColumn } from '../db/activities';
import type { Database } from '../db/database';
import { isUniqueFailure } from '../db/guard';
import {
  entriesAfter,
  entriesInsert,
  lastEntry,
  prunable,
  pruneStatements,
  rowUpdate,
  type UnsealedRow,
  unsealedRows,
} from '../db/records/log';
import { sealStored } from '../db/sealed-activity';
import { sha256 } from '../digest';
import type { Sql } from '../ports/sql';

/** Rows of each table taken in at once; how far back a look goes for rows that came late; how many are pruned at once. */
const batchRows = 300;
const lateMs = 3_600_000;
const prunedAtOnce = 400;

interface Scope {
  db: Database;
  organizationId: string;
  eventId: string;
}

/**
 * Appends to the chain of one event. The event's orchestrator is the only writer and remembers, in its own memory, where the
 * chain ends: whoever can write to the database alone cannot shorten or rewrite it unnoticed.
 */
export class LogKeeper {
  private under: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly sql: Sql,
    private readonly scope: () => Promise<Scope>,
  ) {
    sql.run(
      'CREATE TABLE IF NOT EXISTS log_head (id INTEGER PRIMARY KEY CHECK (id = 1), event_id TEXT NOT NULL, seq INTEGER NOT NULL, hash TEXT NOT NULL, newest INTEGER NOT NULL)',
    );
  }

  /** Where the chain ended when this object last wrote to it. */
  remembered(): ChainHead | null {
    const row = this.sql.all<{ seq: number; hash: string }>('SELECT seq, hash FROM log_head WHERE id = 1')[0];
    return row ?? null;
  }

  /** When the newest sealed row was written; 0 before the first. */
  private newest(): number {
    return this.sql.all<{ newest: number }>('SELECT newest FROM log_head WHERE id = 1')[0]?.newest ?? 0;
  }

  /** Since when rows may still be unsealed. */
  openSince(): number {
    return Math.max(0, this.newest() - lateMs);
  }

  /** Takes in what is not in the chain yet; `all` looks at every row, else at the late ones. Returns how many. `now` is real time. */
  seal(now: number, all = false): Promise<number> {
    return this.alone(async () => {
      const scope = await this.scope();
      await this.catchUp(scope);
      let sealed = 0;
      for (let since: number | null = all ? 0 : this.openSince(); since !== null; ) {
        const found: Awaited<ReturnType<typeof unsealedRows>> = await unsealedRows(
          scope.db,
          scope.organizationId,
          scope.eventId,
          since,
          batchRows,
        );
        if (found.rows.length > 0) await this.take(scope, found.rows, now);
        sealed += found.rows.length;
        since = found.next;
      }
      return sealed;
    });
  }

  /** Adds a note about the chain itself. */
  note(note: LogNote, now: number): Promise<void> {
    return this.alone(async () => {
      const scope = await this.scope();
      await this.catchUp(scope);
      await this.write(scope, await this.noted(scope, note), [], now, 0);
    });
  }

  /** Deletes the rows of activities and transitions that were written before `before`; their hashes stay. Returns how many. */
  prune(before: number, now: number): Promise<number> {
    return this.alone(async () => {
      const scope = await this.scope();
      await this.catchUp(scope);
      let pruned = 0;
      for (;;) {
        const entries = await prunable(scope.db, scope.organizationId, scope.eventId, before, prunedAtOnce);
        if (entries.length === 0) return pruned;
        const note: LogNote = { kind: 'pruned', at: now, ranges: stretches(entries.map((entry) => entry.seq)) };
        const statements = pruneStatements(scope.db, scope.organizationId, scope.eventId, entries, now);
        await this.write(scope, await this.noted(scope, note), statements, now, 0);
        pruned += entries.length;
      }
    });
  }

  private head(eventId: string): ChainHead {
    return this.remembered() ?? genesis(eventId);
  }

  private async noted({ eventId }: Scope, note: LogNote) {
    const rowId = noteText(note);
    return append(sha256, this.head(eventId), [{ source: 'log_notes', rowId, row: noteRow(rowId) }]);
  }

  /** What a row from before sealing says about people is sealed first: nothing enters the chain in the clear. */
  private async take(scope: Scope, rows: UnsealedRow[], now: number): Promise<void> {
    const activities = rows.flatMap(({ source, row }) => {
      const agent = agentOf(source);
      return agent ? [{ source, row, reasoningColumn: reasoningColumn(agent) }] : [];
    });
    const changes = await sealStored(scope.db, scope.organizationId, activities);
    const changed = new Map(activities.map(({ row }, index) => [row, changes[index] ?? null]));
    const updates = activities.flatMap(({ source, row }) => {
      const change = changed.get(row);
      return change ? [rowUpdate(scope.db, scope.organizationId, source, String(row.id), change)] : [];
    });
    const stored = rows.map(({ source, rowId, row }) => ({ source, rowId, row: { ...row, ...changed.get(row) } }));
    const newest = rows.reduce((latest, row) => Math.max(latest, row.at), 0);
    await this.write(scope, await append(sha256, this.head(scope.eventId), stored), updates, now, newest);
  }

  private async write(
    { db, organizationId, eventId }: Scope,
    { entries, head }: { entries: ChainEntry[]; head: ChainHead },
    statements: D1PreparedStatement[],
    now: number,
    newest: number,
  ): Promise<void> {
    try {
      await db.$client.batch([...statements, entriesInsert(db, organizationId, eventId, entries, now)]);
    } catch (error) {
      // A crash after an earlier write, or a write whose answer was lost: the next look catches up first.
      if (isUniqueFailure(error)) throw new Error('The chain moved while it was written', { cause: error });
      throw error;
    }
    this.remember(eventId, head, newest);
  }

  private remember(eventId: string, { seq, hash }: ChainHead, newest: number): void {
    this.sql.run(
      `INSERT INTO log_head (id, event_id, seq, hash, newest) VALUES (1, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET seq = excluded.seq, hash = excluded.hash, newest = max(newest, excluded.newest)`,
      eventId,
      seq,
      hash,
      newest,
    );
  }

  /** A crash between the database and the memory leaves entries behind that follow the remembered head: they are taken over. */
  private async catchUp({ db, organizationId, eventId }: Scope): Promise<void> {
    const last = await lastEntry(db, organizationId, eventId);
    let head = this.head(eventId);
    if (!last || last.seq <= head.seq) return;
    for (;;) {
      const entries = await entriesAfter(db, organizationId, eventId, head.seq, 500);
      if (entries.length === 0) break;
      for (const entry of entries) {
        // What does not follow is somebody else's: it stays where it is, and every verification says so.
        const hash = await sha256(linkText(head.hash, { ...entry, source: sourceOf(entry.source) }));
        if (hash !== entry.hash) return this.remember(eventId, { seq: last.seq, hash: last.hash }, 0);
        head = { seq: entry.seq, hash };
      }
    }
    this.remember(eventId, head, 0);
  }

  /** One write after the other: the object may be asked again while it waits for the database. */
  private alone<T>(work: () => Promise<T>): Promise<T> {
    const next = this.under.then(work, work);
    this.under = next.catch(() => {});
    return next;
  }
}

function agentOf(source: LogTable) {
  switch (source) {
    case 'agent_sales_activities':
      return 'sales' as const;
    case 'agent_marketing_activities':
      return 'marketing' as const;
    case 'agent_operations_activities':
      return 'operations' as const;
    case 'agent_support_activities':
      return 'support' as const;
    case 'agent_analytics_activities':
      return 'analytics' as const;
    case 'command_transitions':
    case 'policy_versions':
      return null;
  }
}

/** Any text: an entry with a source of nobody's does not hash to what it says. */
function sourceOf(source: string) {
  return source as LogTable;
}
