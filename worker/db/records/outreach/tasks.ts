import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Database } from '../../database';
import { crmNotes } from '../../schema';
import type { SalesKey } from './campaigns';

/** Whether a person has been told the same and has not done it yet. */
export async function hasOpenTask(db: Database, { organizationId }: SalesKey, companyId: string, text: string): Promise<boolean> {
  const [row] = await db
    .select({ id: crmNotes.id })
    .from(crmNotes)
    .where(
      and(
        eq(crmNotes.organizationId, organizationId),
        eq(crmNotes.companyId, companyId),
        eq(crmNotes.kind, 'task'),
        isNull(crmNotes.doneAt),
        eq(crmNotes.text, text),
      ),
    )
    .limit(1);
  return row !== undefined;
}

/** Open tasks of some companies, the oldest first. */
export async function openTasks(db: Database, { organizationId }: SalesKey, companyIds: readonly string[]) {
  return db
    .select({ companyId: crmNotes.companyId, text: crmNotes.text, dueAt: crmNotes.dueAt })
    .from(crmNotes)
    .where(
      and(
        eq(crmNotes.organizationId, organizationId),
        eq(crmNotes.kind, 'task'),
        isNull(crmNotes.doneAt),
        sql`${crmNotes.companyId} IN (SELECT value FROM json_each(${JSON.stringify(companyIds)}))`,
      ),
    )
    .orderBy(crmNotes.createdAt)
    .limit(200);
}
