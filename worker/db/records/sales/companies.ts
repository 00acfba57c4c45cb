import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm';
import type { CompanyRow } from '../../../contract/sales/companies';
import type { Database } from '../../database';
import { isUniqueFailure } from '../../guard';
import { companies } from '../../schema';

export type CompanyRecord = typeof companies.$inferSelect;
export type NewCompanyRecord = typeof companies.$inferInsert;

/** Written by people, and so kept by imports once they were. */
export type CompanyEdit = Partial<
  Pick<
    CompanyRecord,
    | 'name'
    | 'domain'
    | 'website'
    | 'industry'
    | 'description'
    | 'topics'
    | 'audience'
    | 'employees'
    | 'country'
    | 'city'
    | 'linkedinUrl'
    | 'budgetMinor'
    | 'budgetCurrency'
    | 'goals'
    | 'owner'
    | 'doNotContact'
  >
>;

/** Columns by their full names: drizzle writes those of a table that stands alone without it. */
const ofCompany = (table: string) =>
  sql<number>`(SELECT count(*) FROM ${sql.raw(table)} x WHERE x.organization_id = companies.organization_id AND x.company_id = companies.id)`;

const listed = {
  id: companies.id,
  name: companies.name,
  domain: companies.domain,
  industry: companies.industry,
  topics: companies.topics,
  employees: companies.employees,
  country: companies.country,
  city: companies.city,
  source: companies.source,
  contacts: ofCompany('crm_contacts').as('contacts'),
  sponsorships: ofCompany('sponsorships').as('sponsorships'),
  doNotContact: companies.doNotContact,
  updatedAt: companies.updatedAt,
};

export interface CompanySearch {
  /** Words that must all occur, each anywhere in name, domain, industry, topics or city. */
  q?: string;
  country?: string;
  industry?: string;
  sort: 'name' | 'updated';
}

/** Up to `limit + 1` companies behind the first `offset`, and how many there are in all. */
export async function searchCompanies(
  db: Database,
  organizationId: string,
  search: CompanySearch,
  offset: number,
  limit: number,
): Promise<{ rows: CompanyRow[]; total: number }> {
  const found = and(
    eq(companies.organizationId, organizationId),
    search.country ? eq(companies.country, search.country.toUpperCase()) : undefined,
    search.industry ? sql`lower(${companies.industry}) = ${search.industry.toLowerCase()}` : undefined,
    ...matches(search.q),
  );
  const order = search.sort === 'name' ? [asc(companies.name), asc(companies.id)] : [desc(companies.updatedAt), desc(companies.id)];
  const [rows, totals] = await Promise.all([
    db
      .select(listed)
      .from(companies)
      .where(found)
      .orderBy(...order)
      .limit(limit + 1)
      .offset(offset),
    db.select({ total: sql<number>`count(*)` }).from(companies).where(found),
  ]);
  return { rows, total: totals[0]?.total ?? 0 };
}

function matches(q: string | undefined): SQL[] {
  const words = (q ?? '')
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 8);
  const text = sql`lower(${companies.name} || ' ' || ${companies.domain} || ' ' || ${companies.industry} || ' ' || ${companies.topics} || ' ' || ${companies.city})`;
  // Not LIKE: D1 takes patterns of at most 50 bytes.
  return words.map((word) => sql`instr(${text}, ${word}) > 0`);
}

export async function companiesById(db: Database, organizationId: string, ids: string[]): Promise<CompanyRow[]> {
  return db
    .select(listed)
    .from(companies)
    .where(
      and(eq(companies.organizationId, organizationId), sql`${companies.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`),
    );
}

export async function companyById(db: Database, organizationId: string, companyId: string): Promise<CompanyRecord | null> {
  const [row] = await db
    .select()
    .from(companies)
    .where(and(eq(companies.organizationId, organizationId), eq(companies.id, companyId)));
  return row ?? null;
}

export async function companyOfDomain(db: Database, organizationId: string, domain: string): Promise<CompanyRecord | null> {
  if (domain === '') return null;
  const [row] = await db
    .select()
    .from(companies)
    .where(and(eq(companies.organizationId, organizationId), eq(companies.domain, domain)));
  return row ?? null;
}

export async function countCompanies(db: Database, organizationId: string): Promise<number> {
  const [row] = await db.select({ total: sql<number>`count(*)` }).from(companies).where(eq(companies.organizationId, organizationId));
  return row?.total ?? 0;
}

/** `taken` when another company has its domain. */
export async function insertCompany(db: Database, row: NewCompanyRecord): Promise<'added' | 'taken'> {
  try {
    await db.insert(companies).values(row);
    return 'added';
  } catch (error) {
    if (isUniqueFailure(error)) return 'taken';
    throw error;
  }
}

/** Corrects a company by hand. `moved` when its version is another one by now. */
export async function changeCompany(
  db: Database,
  organizationId: string,
  companyId: string,
  edit: CompanyEdit,
  at: { version: number; now: number },
): Promise<'changed' | 'moved' | 'taken'> {
  const fields = JSON.stringify(Object.keys(edit));
  try {
    const rows = await db
      .update(companies)
      .set({
        ...edit,
        editedFields: sql`(SELECT json_group_array(value) FROM (SELECT value FROM json_each(${companies.editedFields}) UNION SELECT value FROM json_each(${fields})))`,
        version: sql`${companies.version} + 1`,
        updatedAt: at.now,
      })
      .where(and(eq(companies.organizationId, organizationId), eq(companies.id, companyId), eq(companies.version, at.version)))
      .returning({ id: companies.id });
    return rows.length > 0 ? 'changed' : 'moved';
  } catch (error) {
    if (isUniqueFailure(error)) return 'taken';
    throw error;
  }
}
