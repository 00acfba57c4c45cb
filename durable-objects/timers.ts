import type { Sql } from '../worker/ports/sql';

export interface Timer {
  id: string;
  kind: string;
  /** Milliseconds since 1970 by the event's clock. */
  due: number;
  payload: string;
}

/**
 * Schedules of one object, by the event's clock. On a real clock the object's alarm wakes it for the next one; on a
 * virtual clock the orchestrator runs them as it advances. One timer per id: setting it again moves it.
 */
export class Timers {
  constructor(private readonly sql: Sql) {
    sql.run('CREATE TABLE IF NOT EXISTS timers (id TEXT PRIMARY KEY, kind TEXT NOT NULL, due INTEGER NOT NULL, payload TEXT NOT NULL)');
  }

  set(id: string, kind: string, due: number, payload: Record<string, unknown> = {}): void {
    this.sql.run('INSERT OR REPLACE INTO timers (id, kind, due, payload) VALUES (?, ?, ?, ?)', id, kind, due, JSON.stringify(payload));
  }

  clear(id: string): void {
    this.sql.run('DELETE FROM timers WHERE id = ?', id);
  }

  /** It has run: unless it was set again meanwhile, it is over. */
  done({ id, due }: Timer): void {
    this.sql.run('DELETE FROM timers WHERE id = ? AND due = ?', id, due);
  }

  nextDue(): number | null {
    return this.sql.all<{ due: number | null }>('SELECT min(due) AS due FROM timers')[0]?.due ?? null;
  }

  /** Timers due at `now`, in order. They stay until cleared, so that a crash repeats and never forgets one. */
  due(now: number): Timer[] {
    return this.sql.all<{ id: string; kind: string; due: number; payload: string }>(
      'SELECT * FROM timers WHERE due <= ? ORDER BY due, id LIMIT 200',
      now,
    );
  }
}
