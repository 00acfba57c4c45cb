import { sql } from 'drizzle-orm';
import type { Database } from '../database';
import { attemptCounters } from '../schema';

export interface Attempts {
  /** Of the running window, this one included. */
  count: number;
  /** Milliseconds since 1970. */
  windowEndsAt: number;
}

/** Counts one attempt in a fixed window of `windowMs` that starts with the first attempt. Atomic: one statement. */
export async function countAttempt(database: Database, key: string, windowMs: number, now: number): Promise<Attempts> {
  const [row] = await database
    .insert(attemptCounters)
    .values({ key, count: 1, expiresAt: now + windowMs })
    .onConflictDoUpdate({
      target: attemptCounters.key,
      set: {
        count: sql`CASE WHEN ${attemptCounters.expiresAt} <= ${now} THEN 1 ELSE ${attemptCounters.count} + 1 END`,
        expiresAt: sql`CASE WHEN ${attemptCounters.expiresAt} <= ${now} THEN ${now + windowMs} ELSE ${attemptCounters.expiresAt} END`,
      },
    })
    .returning({ count: attemptCounters.count, windowEndsAt: attemptCounters.expiresAt });
  return row ?? { count: Number.POSITIVE_INFINITY, windowEndsAt: now + windowMs };
}
