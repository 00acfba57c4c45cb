import { and, desc, eq, sql } from 'drizzle-orm';
import type { CrmNote } from '../../../contract/sales/companies';
import type { Database } from '../../database';
import { crmNotes } from '../../schema';

export type NoteRecord = typeof crmNotes.$inferSelect;

export const notesListed = 500;

export async function notesOf(db: Database, organizationId: string, companyId: string): Promise<CrmNote[]> {
  const rows = await db
    .select()
    .from(crmNotes)
    .where(and(eq(crmNotes.organizationId, organizationId), eq(crmNotes.companyId, companyId)))
    .orderBy(desc(crmNotes.createdAt), desc(crmNotes.id))
    .limit(notesListed);
  return rows.map(noteView);
}

export function noteView({ organizationId: _organization, ...row }: NoteRecord): CrmNote {
  return row;
}

/** False when the company has 500 notes, or is not there. */
export async function insertNote(db: Database, row: NoteRecord): Promise<boolean> {
  const { organizationId, companyId } = row;
  const added = await db
    .insert(crmNotes)
    .select(
      sql`SELECT ${row.id}, ${organizationId}, ${companyId}, ${row.dealId}, ${row.kind}, ${row.text}, ${row.author}, ${row.dueAt}, ${row.doneAt}, ${row.createdAt}
        WHERE EXISTS (SELECT 1 FROM companies WHERE organization_id = ${organizationId} AND id = ${companyId})
          AND (SELECT count(*) FROM crm_notes WHERE organization_id = ${organizationId} AND company_id = ${companyId}) < ${notesListed}`,
    )
    .returning({ id: crmNotes.id });
  return added.length > 0;
}

export async function markDone(db: Database, organizationId: string, noteId: string, doneAt: number | null): Promise<CrmNote | null> {
  const [row] = await db
    .update(crmNotes)
    .set({ doneAt })
    .where(and(eq(crmNotes.organizationId, organizationId), eq(crmNotes.id, noteId), eq(crmNotes.kind, 'task')))
    .returning();
  return row ? noteView(row) : null;
}
