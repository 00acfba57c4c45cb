import { and, asc, eq, sql } from 'drizzle-orm';
import type { CrmContact } from '../../../contract/sales/companies';
import { companyDomainOf } from '../../../core/contact/company';
import type { CrmContactFacts } from '../../../core/sales/facts';
import type { Database } from '../../database';
import { guard, isGuardFailure, isUniqueFailure } from '../../guard';
import { contactStates, crmContacts, suppressions } from '../../schema';

export type PersonRecord = typeof crmContacts.$inferSelect;
export type NewPersonRecord = typeof crmContacts.$inferInsert;
export type PersonEdit = Partial<
  Pick<
    PersonRecord,
    'name' | 'email' | 'title' | 'seniority' | 'department' | 'phone' | 'linkedinUrl' | 'timeZone' | 'locale' | 'basis' | 'owner'
  >
>;

/** People of a company are listed up to this many. */
export const peopleListed = 200;

/** Why no mail goes to an address, and when it last wrote. */
interface Standing {
  stopped: string | null;
  lastReplyAt: number | null;
}

/** Of each address (lower case): its own suppression or stop, or that of its company. */
export async function standingOf(db: Database, organizationId: string, addresses: string[]): Promise<Map<string, Standing>> {
  const known = [...new Set(addresses.filter((address) => address !== ''))];
  if (known.length === 0) return new Map();
  const domains = [...new Set(known.map(companyDomainOf).filter((domain) => domain !== ''))];
  const [stops, states] = await Promise.all([
    db
      .select({ channel: suppressions.channel, address: suppressions.address, reason: suppressions.reason })
      .from(suppressions)
      .where(
        and(
          eq(suppressions.organizationId, organizationId),
          sql`((${suppressions.channel} = 'mail' AND ${suppressions.address} IN (SELECT value FROM json_each(${JSON.stringify(known)})))
            OR (${suppressions.channel} = 'company' AND ${suppressions.address} IN (SELECT value FROM json_each(${JSON.stringify(domains)}))))`,
        ),
      ),
    db
      .select()
      .from(contactStates)
      .where(
        and(
          eq(contactStates.organizationId, organizationId),
          sql`${contactStates.address} IN (SELECT value FROM json_each(${JSON.stringify(known)}))`,
        ),
      ),
  ]);
  return new Map(
    known.map((address) => {
      const state = states.find((each) => each.address === address);
      const domain = companyDomainOf(address);
      const stop =
        stops.find((each) => each.channel === 'mail' && each.address === address) ??
        stops.find((each) => each.channel === 'company' && domain !== '' && each.address === domain);
      const stopped = stop ? (stop.channel === 'company' ? `company_${stop.reason}` : stop.reason) : null;
      return [
        address,
        { stopped: stopped ?? (state?.stoppedAt ? (state.stopReason ?? 'stopped') : null), lastReplyAt: state?.lastReplyAt ?? null },
      ];
    }),
  );
}

export async function peopleOf(db: Database, organizationId: string, companyId: string): Promise<PersonRecord[]> {
  return (
    db
      .select()
      .from(crmContacts)
      .where(and(eq(crmContacts.organizationId, organizationId), eq(crmContacts.companyId, companyId)))
      // Those of one import stand in the order of its file.
      .orderBy(asc(crmContacts.createdAt), sql`crm_contacts.rowid`)
      .limit(peopleListed)
  );
}

export async function personById(db: Database, organizationId: string, contactId: string): Promise<PersonRecord | null> {
  const [row] = await db
    .select()
    .from(crmContacts)
    .where(and(eq(crmContacts.organizationId, organizationId), eq(crmContacts.id, contactId)));
  return row ?? null;
}

export async function personOfAddress(db: Database, organizationId: string, email: string): Promise<PersonRecord | null> {
  const [row] = await db
    .select()
    .from(crmContacts)
    .where(and(eq(crmContacts.organizationId, organizationId), eq(crmContacts.email, email.toLowerCase())));
  return row ?? null;
}

/** As the contract shows people. */
export async function peopleViews(db: Database, organizationId: string, rows: PersonRecord[]): Promise<CrmContact[]> {
  const standing = await standingOf(
    db,
    organizationId,
    rows.map((row) => row.email),
  );
  return rows.map((row) => {
    const { organizationId: _organization, externalIds: _ids, editedFields: _edited, createdAt: _created, basis, ...shown } = row;
    return { ...shown, basis: basisOf(basis), stopped: standing.get(row.email)?.stopped ?? null };
  });
}

const bases = ['', 'legitimate_interest', 'consent', 'existing_relation', 'public_role'] as const;
const basisOf = (basis: string) => bases.find((known) => known === basis) ?? '';

/** As the core of sales is told of people. */
export async function peopleFacts(db: Database, organizationId: string, rows: PersonRecord[]): Promise<CrmContactFacts[]> {
  const standing = await standingOf(
    db,
    organizationId,
    rows.map((row) => row.email),
  );
  return rows.map((row) => ({
    id: row.id,
    companyId: row.companyId,
    name: row.name,
    email: row.email,
    title: row.title,
    seniority: row.seniority,
    department: row.department,
    timeZone: row.timeZone,
    locale: row.locale,
    source: row.source,
    basis: row.basis,
    owner: row.owner,
    stopped: standing.get(row.email)?.stopped ?? null,
    lastReplyAt: standing.get(row.email)?.lastReplyAt ?? null,
  }));
}

/** `taken` when somebody of the organization's contacts has the address; `full` when the company has 200 people; `gone` without the company. */
export async function insertPerson(db: Database, row: NewPersonRecord): Promise<'added' | 'taken' | 'full' | 'gone'> {
  const { organizationId, companyId } = row;
  try {
    await db.batch([
      guard(
        db,
        sql`(SELECT count(*) FROM crm_contacts WHERE organization_id = ${organizationId} AND company_id = ${companyId}) < ${peopleListed}`,
      ),
      guard(db, sql`EXISTS (SELECT 1 FROM companies WHERE organization_id = ${organizationId} AND id = ${companyId})`),
      db.insert(crmContacts).values(row),
    ]);
    return 'added';
  } catch (error) {
    if (isUniqueFailure(error)) return 'taken';
    if (!isGuardFailure(error)) throw error;
    return (await peopleOf(db, organizationId, companyId)).length >= peopleListed ? 'full' : 'gone';
  }
}

/** Corrects a person by hand. `moved` when their version is another one by now. */
export async function changePerson(
  db: Database,
  organizationId: string,
  contactId: string,
  edit: PersonEdit,
  at: { companyId: string; version: number; now: number },
): Promise<'changed' | 'moved' | 'taken'> {
  try {
    const rows = await db
      .update(crmContacts)
      .set({
        ...edit,
        editedFields: sql`(SELECT json_group_array(value) FROM (SELECT value FROM json_each(${crmContacts.editedFields}) UNION SELECT value FROM json_each(${JSON.stringify(Object.keys(edit))})))`,
        version: sql`${crmContacts.version} + 1`,
        updatedAt: at.now,
      })
      .where(
        and(
          eq(crmContacts.organizationId, organizationId),
          eq(crmContacts.id, contactId),
          eq(crmContacts.companyId, at.companyId),
          eq(crmContacts.version, at.version),
        ),
      )
      .returning({ id: crmContacts.id });
    return rows.length > 0 ? 'changed' : 'moved';
  } catch (error) {
    if (isUniqueFailure(error)) return 'taken';
    throw error;
  }
}
