import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Database } from '../database';
import { idempotencyKeys } from '../schema';

export const idempotencyWindowMs = 24 * 60 * 60 * 1000;
/** A first request that has not answered after this long died with its isolate; its key may be taken over. */
export const abandonedAfterMs = 2 * 60 * 1000;

export type Claim =
  | { status: 'first' }
  | { status: 'in_flight' }
  | { status: 'other_request' }
  | { status: 'answered'; httpStatus: number; body: string };

/** Claims a key for one request. Of any number of concurrent claims exactly one is `first`. */
export async function claimIdempotencyKey(
  database: Database,
  request: { organizationId: string; key: string; requestHash: string; now: number },
): Promise<Claim> {
  const { now, ...row } = request;
  const claimed = await database
    .insert(idempotencyKeys)
    .values({ ...row, status: null, body: null, createdAt: now })
    .onConflictDoUpdate({
      target: idempotencyKeys.key,
      set: { requestHash: row.requestHash, status: null, body: null, createdAt: now },
      setWhere: sql`${idempotencyKeys.createdAt} <= ${now - idempotencyWindowMs}
        OR (${idempotencyKeys.status} IS NULL AND ${idempotencyKeys.createdAt} <= ${now - abandonedAfterMs} AND ${idempotencyKeys.requestHash} = ${row.requestHash})`,
    })
    .returning({ key: idempotencyKeys.key });
  if (claimed.length > 0) return { status: 'first' };
  const [held] = await database
    .select()
    .from(idempotencyKeys)
    .where(and(eq(idempotencyKeys.organizationId, row.organizationId), eq(idempotencyKeys.key, row.key)));
  if (!held) return { status: 'in_flight' };
  if (held.requestHash !== row.requestHash) return { status: 'other_request' };
  if (held.status === null || held.body === null) return { status: 'in_flight' };
  return { status: 'answered', httpStatus: held.status, body: held.body };
}

export async function keepAnswer(database: Database, organizationId: string, key: string, httpStatus: number, body: string): Promise<void> {
  await database
    .update(idempotencyKeys)
    .set({ status: httpStatus, body })
    .where(and(eq(idempotencyKeys.organizationId, organizationId), eq(idempotencyKeys.key, key)));
}

/** After a failure: the same key may be tried again. */
export async function releaseKey(database: Database, organizationId: string, key: string): Promise<void> {
  await database
    .delete(idempotencyKeys)
    .where(and(eq(idempotencyKeys.organizationId, organizationId), eq(idempotencyKeys.key, key), isNull(idempotencyKeys.status)));
}
