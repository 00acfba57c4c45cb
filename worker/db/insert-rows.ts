import { getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Database } from './database';

/**
 * An insert of many rows by one statement with one parameter: D1 binds at most 100. `where` sees each row as `value`
 * (JSON, by column name). Add the conflict clause behind it.
 */
export function insertRows<T extends SQLiteTable>(db: Database, table: T, rows: T['$inferInsert'][], where: SQL = sql`true`) {
  const columns = Object.entries(getTableColumns(table));
  const json = JSON.stringify(
    rows.map((row: Record<string, unknown>) =>
      Object.fromEntries(
        columns.map(([key, column]) => {
          const value = row[key];
          return [column.name, value === undefined || value === null ? null : column.mapToDriverValue(value)];
        }),
      ),
    ),
  );
  const values = columns.map(([, column]) => sql.raw(`value ->> '${column.name}'`));
  return db.insert(table).select(sql`SELECT ${sql.join(values, sql`, `)} FROM json_each(${json}) WHERE ${where}`);
}
