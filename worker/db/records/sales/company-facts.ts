import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { CompanyFacts, SponsorshipFacts } from '../../../core/sales/facts';
import type { Database } from '../../database';
import { companies, sponsorships } from '../../schema';
import { type SponsorshipRecord, sponsorshipFacts } from './sponsorships';

/** How many companies are ranked at most, and how many one query reads. */
const rankedAtMost = 50_000;
const pageRows = 5_000;

const factColumns = {
  id: companies.id,
  name: companies.name,
  domain: companies.domain,
  website: companies.website,
  industry: companies.industry,
  description: companies.description,
  topics: companies.topics,
  audience: companies.audience,
  employees: companies.employees,
  country: companies.country,
  city: companies.city,
  budgetMinor: companies.budgetMinor,
  budgetCurrency: companies.budgetCurrency,
  goals: companies.goals,
  owner: companies.owner,
  doNotContact: companies.doNotContact,
};
type FactRow = { [K in keyof typeof factColumns]: (typeof companies.$inferSelect)[K] };

/** All companies that may be ranked, lean: a query for 5,000 of them and two for what belongs to all. */
export async function allCompanyFacts(db: Database, organizationId: string): Promise<CompanyFacts[]> {
  const [reachable, sponsored, rows] = await Promise.all([
    reachableBy(db, organizationId, sql`1`),
    db.select().from(sponsorships).where(eq(sponsorships.organizationId, organizationId)).limit(100_000),
    allRows(db, organizationId),
  ]);
  const byCompany = grouped(sponsored);
  return rows.map((row) => factsOf(row, reachable.get(row.id) ?? 0, byCompany.get(row.id) ?? []));
}

export async function companyFacts(db: Database, organizationId: string, companyId: string): Promise<CompanyFacts | null> {
  const [reachable, sponsored, rows] = await Promise.all([
    reachableBy(db, organizationId, sql`p.company_id = ${companyId}`),
    db
      .select()
      .from(sponsorships)
      .where(and(eq(sponsorships.organizationId, organizationId), eq(sponsorships.companyId, companyId)))
      .limit(200),
    db
      .select(factColumns)
      .from(companies)
      .where(and(eq(companies.organizationId, organizationId), eq(companies.id, companyId))),
  ]);
  const [row] = rows;
  return row ? factsOf(row, reachable.get(row.id) ?? 0, sponsored.map(sponsorshipFacts)) : null;
}

async function allRows(db: Database, organizationId: string): Promise<FactRow[]> {
  const rows: FactRow[] = [];
  let after = '';
  while (rows.length < rankedAtMost) {
    const page = await db
      .select(factColumns)
      .from(companies)
      .where(and(eq(companies.organizationId, organizationId), gt(companies.id, after)))
      .orderBy(asc(companies.id))
      .limit(pageRows);
    rows.push(...page);
    const last = page.at(-1);
    if (page.length < pageRows || !last) break;
    after = last.id;
  }
  return rows;
}

/** Of each company: people with an address that neither they nor anybody for their company has stopped. */
async function reachableBy(db: Database, organizationId: string, which: ReturnType<typeof sql>): Promise<Map<string, number>> {
  const rows = await db.all<{ company_id: string; people: number }>(
    sql`SELECT p.company_id, count(*) AS people FROM crm_contacts p
        WHERE p.organization_id = ${organizationId} AND ${which} AND p.email <> ''
          AND NOT EXISTS (SELECT 1 FROM suppressions s WHERE s.organization_id = p.organization_id AND s.channel = 'mail' AND s.address = p.email)
          AND NOT EXISTS (SELECT 1 FROM contact_states c WHERE c.organization_id = p.organization_id AND c.address = p.email AND c.stopped_at IS NOT NULL)
          AND NOT EXISTS (SELECT 1 FROM suppressions s WHERE s.organization_id = p.organization_id AND s.channel = 'company'
            AND substr('.' || substr(p.email, instr(p.email, '@') + 1), -length(s.address) - 1) = '.' || s.address)
        GROUP BY p.company_id`,
  );
  return new Map(rows.map((row) => [row.company_id, row.people]));
}

function grouped(rows: SponsorshipRecord[]): Map<string, SponsorshipFacts[]> {
  const groups = new Map<string, SponsorshipFacts[]>();
  for (const row of rows) {
    const group = groups.get(row.companyId);
    if (group) group.push(sponsorshipFacts(row));
    else groups.set(row.companyId, [sponsorshipFacts(row)]);
  }
  return groups;
}

function factsOf({ budgetMinor, budgetCurrency, ...row }: FactRow, reachable: number, past: SponsorshipFacts[]): CompanyFacts {
  const budget = budgetMinor !== null && budgetCurrency !== null ? { minor: budgetMinor, currency: budgetCurrency } : null;
  return { ...row, budget, reachable, sponsorships: past };
}
