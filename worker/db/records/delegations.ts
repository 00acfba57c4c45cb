import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Database } from '../database';
import { delegations } from '../schema';

export type DelegationRow = typeof delegations.$inferSelect;

export async function listDelegations(db: Database, organizationId: string): Promise<DelegationRow[]> {
  return db
    .select()
    .from(delegations)
    .where(eq(delegations.organizationId, organizationId))
    .orderBy(desc(delegations.startsAt), desc(delegations.id))
    .limit(200);
}

export async function delegationById(db: Database, organizationId: string, id: string): Promise<DelegationRow | null> {
  const [row] = await db
    .select()
    .from(delegations)
    .where(and(eq(delegations.organizationId, organizationId), eq(delegations.id, id)));
  return row ?? null;
}

export async function keepDelegation(db: Database, row: DelegationRow): Promise<void> {
  await db.insert(delegations).values(row);
}

/** Ends it now; the row stays, as votes were cast under it. */
export async function revokeDelegation(db: Database, organizationId: string, id: string, now: number): Promise<void> {
  await db
    .update(delegations)
    .set({ revokedAt: now })
    .where(and(eq(delegations.organizationId, organizationId), eq(delegations.id, id), isNull(delegations.revokedAt)));
}
