import { sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { SalesChange } from '../../ports/sales';
import { guard } from '../guard';
import { insertRows } from '../insert-rows';
import type { SalesScope } from '../sales-changes';
import { crmContacts, crmNotes } from '../schema';
import { companyIsThere, dealIsOf } from './ownership';

type Of<C extends SalesChange['change']> = Extract<SalesChange, { change: C }>;

const peopleAtMost = 200;

export function noteAdded(scope: SalesScope, change: Of<'note_added'>, now: number): BatchItem<'sqlite'>[] {
  const { db, organizationId, by = 'sales' } = scope;
  const { noteId, companyId, dealId, kind, text, dueAt } = change;
  return [
    companyIsThere(scope, companyId),
    ...dealIsOf(scope, companyId, dealId),
    db
      .insert(crmNotes)
      .values({ id: noteId, organizationId, companyId, dealId, kind, text, author: by, dueAt, doneAt: null, createdAt: now }),
  ];
}

/** Whose address is known already stays as they are. */
export function contactsFound(scope: SalesScope, change: Of<'contacts_found'>, now: number): BatchItem<'sqlite'>[] {
  const { db, organizationId } = scope;
  const { companyId, contacts } = change;
  if (contacts.length === 0) return [companyIsThere(scope, companyId)];
  const rows = contacts.map(({ contactId, email, ...known }) => ({
    ...{
      seniority: '',
      department: '',
      phone: '',
      timeZone: null,
      locale: null,
      externalIds: {},
      owner: null,
      editedFields: [],
      version: 1,
    },
    ...known,
    ...{ id: contactId, organizationId, companyId, email: email.toLowerCase(), createdAt: now, updatedAt: now },
  }));
  return [
    companyIsThere(scope, companyId),
    guard(
      db,
      sql`(SELECT count(*) FROM crm_contacts WHERE organization_id = ${organizationId} AND company_id = ${companyId}) + ${rows.length} <= ${peopleAtMost}`,
    ),
    insertRows(db, crmContacts, rows).onConflictDoNothing(),
  ];
}
