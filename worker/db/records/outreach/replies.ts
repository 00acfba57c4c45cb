import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Database } from '../../database';
import { salesMessages } from '../../schema';
import type { SalesKey } from './campaigns';

const ofEvent = ({ organizationId, eventId }: SalesKey) =>
  and(eq(salesMessages.organizationId, organizationId), eq(salesMessages.eventId, eventId), eq(salesMessages.direction, 'in'));

/** Answers that the agent has something to do about and has not tried, the oldest first. */
export async function repliesToAct(db: Database, key: SalesKey) {
  return db
    .select({
      id: salesMessages.id,
      companyId: salesMessages.companyId,
      contactId: salesMessages.contactId,
      act: sql<string>`json_extract(${salesMessages.found}, '$.act')`,
    })
    .from(salesMessages)
    .where(
      and(
        ofEvent(key),
        isNull(salesMessages.handledAt),
        sql`json_extract(${salesMessages.found}, '$.act') IS NOT NULL`,
        sql`json_extract(${salesMessages.found}, '$.acted') IS NULL`,
      ),
    )
    .orderBy(asc(salesMessages.at))
    .limit(50);
}

/** What came of it; `handled` when nothing is left for a person. */
export async function replyActed(db: Database, key: SalesKey, id: string, acted: string, handled: boolean, now: number): Promise<void> {
  await db
    .update(salesMessages)
    .set({
      found: sql`json_set(${salesMessages.found}, '$.acted', ${acted})`,
      ...(handled ? { handledAt: now, handledBy: 'sales' } : {}),
    })
    .where(and(ofEvent(key), eq(salesMessages.id, id)));
}

/** False when there is no such answer. */
export async function correctReply(
  db: Database,
  key: SalesKey,
  id: string,
  change: Partial<Pick<typeof salesMessages.$inferSelect, 'class' | 'classReason' | 'confidence' | 'handledAt' | 'handledBy'>>,
): Promise<boolean> {
  const changed = await db
    .update(salesMessages)
    .set(change)
    .where(and(ofEvent(key), eq(salesMessages.id, id)))
    .returning({ id: salesMessages.id });
  return changed.length > 0;
}
