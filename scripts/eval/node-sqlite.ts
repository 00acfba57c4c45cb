import { DatabaseSync } from 'node:sqlite';
import type { Sql, SqlValue } from '../../worker/ports/sql';

/** The `Sql` port over node:sqlite, for tuning and tests in plain Node. `path` is a file, or in memory when left out. */
export function nodeSqlite(path = ':memory:'): Sql {
  const database = new DatabaseSync(path);
  const prepared = new Map<string, ReturnType<DatabaseSync['prepare']>>();
  const statement = (query: string) => {
    const known = prepared.get(query);
    if (known) return known;
    const made = database.prepare(query);
    prepared.set(query, made);
    return made;
  };
  let depth = 0;
  return {
    all: <T extends Record<string, SqlValue>>(query: string, ...bindings: SqlValue[]) =>
      rowsOf<T>(statement(query).all(...bindings.map(bound))),
    run: (query, ...bindings) => {
      statement(query).run(...bindings.map(bound));
    },
    transaction: (work) => {
      if (depth > 0) return work();
      depth++;
      database.exec('BEGIN');
      try {
        const result = work();
        database.exec('COMMIT');
        return result;
      } catch (error) {
        database.exec('ROLLBACK');
        throw error;
      } finally {
        depth--;
      }
    },
  };
}

function bound(value: SqlValue) {
  return value instanceof ArrayBuffer ? new Uint8Array(value) : value;
}

/** The caller names the columns of its own query; node:sqlite types rows as unknown records. */
function rowsOf<T>(rows: unknown[]): T[] {
  return rows as T[];
}
