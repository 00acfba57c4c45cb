export type SqlValue = string | number | null | ArrayBuffer | Uint8Array;

/** Synchronous SQLite with FTS5, as a Durable Object's storage offers it (and node:sqlite for tests and tuning). */
export interface Sql {
  all<T extends Record<string, SqlValue>>(query: string, ...bindings: SqlValue[]): T[];
  run(query: string, ...bindings: SqlValue[]): void;
  transaction<T>(work: () => T): T;
}
