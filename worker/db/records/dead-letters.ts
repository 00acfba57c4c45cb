import { and, eq, sql } from 'drizzle-orm';
import { backoffBaseMs } from '../../core/outbox/life-cycle';
import type { Database } from '../database';
import { outbox } from '../schema';
import { transitionWhere } from './outbox';

/**
 * Notes that the poke of an open command died, and puts the command off by one backoff; what is claimed keeps its lease.
 * Returns the state that it stands in, or null when it is open no more.
 */
export async function foldBack(
  db: Database,
  organizationId: string,
  commandId: string,
  realNow: number,
): Promise<'authorised' | 'claimed' | 'unknown' | null> {
  const open = and(
    eq(outbox.organizationId, organizationId),
    eq(outbox.id, commandId),
    sql`${outbox.state} IN ('authorised', 'claimed', 'unknown')`,
  );
  const now = sql<number>`coalesce((SELECT e.clock_now FROM events e WHERE e.id = ${outbox.eventId}), ${realNow})`;
  const [, rows] = await db.batch([
    // The state does not change: the step says what happened to its poke.
    transitionWhere(db, open, 'same', 'dead letter', realNow),
    db
      .update(outbox)
      .set({ nextAttemptAt: sql`max(${outbox.nextAttemptAt}, ${now} + ${backoffBaseMs})` })
      .where(open)
      .returning({ state: outbox.state }),
  ]);
  const state = rows[0]?.state;
  return state === 'authorised' || state === 'claimed' || state === 'unknown' ? state : null;
}
