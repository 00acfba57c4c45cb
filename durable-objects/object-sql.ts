import type { Sql, SqlValue } from '../worker/ports/sql';

/** The object's own SQLite behind the port. */
export function objectSql(storage: DurableObjectStorage): Sql {
  return {
    all: <T extends Record<string, SqlValue>>(query: string, ...bindings: SqlValue[]) =>
      storage.sql.exec(query, ...bindings).toArray() as T[],
    run(query, ...bindings) {
      storage.sql.exec(query, ...bindings);
    },
    transaction: (work) => storage.transactionSync(work),
  };
}
