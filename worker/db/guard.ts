import { type SQL, sql } from 'drizzle-orm';
import type { Database } from './database';

/**
 * A statement that aborts its batch unless `condition` holds: D1 has no interactive transactions, so a check that must
 * be atomic with the writes travels with them. `json_extract` of malformed JSON is SQLite's error to raise at will.
 */
export function guard(db: Database, condition: SQL) {
  // A select, as drizzle binds no parameters of raw statements in a D1 batch.
  return db.select({ held: sql`CASE WHEN ${condition} THEN 1 ELSE json_extract('guard', '$') END` }).from(sql`(SELECT 1)`);
}

export function isGuardFailure(error: unknown): boolean {
  return textOf(error).includes('malformed JSON');
}

export function isUniqueFailure(error: unknown): boolean {
  return textOf(error).includes('UNIQUE constraint failed');
}

function textOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : `${error.message} ${textOf(error.cause)}`;
}
