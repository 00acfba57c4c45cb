import { and, asc, eq, sql } from 'drizzle-orm';
import type { Deal } from '../../../contract/sales/pipeline';
import type { DealFacts, OutcomeFacts } from '../../../core/sales/facts';
import { type DealStage, dealStages } from '../../../core/sales-stages';
import type { Database } from '../../database';
import { companies, crmContacts, deals, sponsorPackages } from '../../schema';

export type DealRecord = typeof deals.$inferSelect;

/** Deals of a board at most. */
export const dealsListed = 500;

const inEvent = (organizationId: string, eventId: string) => and(eq(deals.organizationId, organizationId), eq(deals.eventId, eventId));
const stageOrder = sql`CASE ${deals.stage} ${sql.join(
  dealStages.map((stage, index) => sql.raw(`WHEN '${stage}' THEN ${index}`)),
  sql` `,
)} END`;

export async function dealFactsOf(db: Database, organizationId: string, eventId: string, companyId?: string): Promise<DealFacts[]> {
  const rows = await db
    .select({
      id: deals.id,
      companyId: deals.companyId,
      contactId: deals.contactId,
      packageId: deals.packageId,
      stage: deals.stage,
      amountMinor: deals.amountMinor,
      currency: deals.currency,
      score: deals.score,
      probability: deals.probability,
      owner: deals.owner,
      version: deals.version,
      stageAt: deals.stageAt,
    })
    .from(deals)
    .where(and(inEvent(organizationId, eventId), companyId === undefined ? undefined : eq(deals.companyId, companyId)))
    .orderBy(asc(deals.id))
    .limit(50_000);
  return rows.map(({ amountMinor, currency, ...row }) => ({ ...row, amount: { minor: amountMinor, currency } }));
}

export async function dealById(db: Database, organizationId: string, eventId: string, dealId: string): Promise<DealRecord | null> {
  const [row] = await db
    .select()
    .from(deals)
    .where(and(inEvent(organizationId, eventId), eq(deals.id, dealId)));
  return row ?? null;
}

/** In the order of the board, at most 500; one alone by its id. */
export async function dealViews(db: Database, organizationId: string, eventId: string, dealId?: string): Promise<Deal[]> {
  const rows = await db
    .select({
      deal: deals,
      companyName: sql<string>`${companies.name}`.as('company_name'),
      contactName: sql<string>`coalesce(${crmContacts.name}, '')`.as('contact_name'),
      packageName: sql<string>`coalesce(${sponsorPackages.name}, '')`.as('package_name'),
    })
    .from(deals)
    .innerJoin(companies, eq(companies.id, deals.companyId))
    .leftJoin(crmContacts, and(eq(crmContacts.id, deals.contactId), eq(crmContacts.organizationId, deals.organizationId)))
    .leftJoin(sponsorPackages, and(eq(sponsorPackages.id, deals.packageId), eq(sponsorPackages.organizationId, deals.organizationId)))
    .where(and(inEvent(organizationId, eventId), dealId === undefined ? undefined : eq(deals.id, dealId)))
    .orderBy(stageOrder, asc(deals.position), asc(deals.createdAt), asc(deals.id))
    .limit(dealsListed);
  return rows.map(({ deal, ...names }) => dealView(deal, names));
}

function dealView(deal: DealRecord, names: Pick<Deal, 'companyName' | 'contactName' | 'packageName'>): Deal {
  const { organizationId: _organization, eventId: _event, amountMinor, currency, features: _features, createdAt: _created, ...row } = deal;
  return { ...row, ...names, amount: { minor: amountMinor, currency }, scoreParts: row.scoreParts ?? [] };
}

export async function dealTotals(
  db: Database,
  organizationId: string,
  eventId: string,
): Promise<{ stage: DealStage; deals: number; minor: number }[]> {
  return db
    .select({
      stage: deals.stage,
      deals: sql<number>`count(*)`.as('deals_count'),
      minor: sql<number>`sum(${deals.amountMinor})`.as('minor'),
    })
    .from(deals)
    .where(inEvent(organizationId, eventId))
    .groupBy(deals.stage);
}

/** Deals of the organization that have ended and were scored before, the latest 2,000: what chances are calibrated on. */
export async function outcomesOf(db: Database, organizationId: string): Promise<OutcomeFacts[]> {
  const rows = await db
    .select({ features: deals.features, stage: deals.stage })
    .from(deals)
    .where(and(eq(deals.organizationId, organizationId), sql`${deals.stage} IN ('signed', 'lost') AND ${deals.features} IS NOT NULL`))
    .orderBy(sql`${deals.stageAt} DESC`)
    .limit(2_000);
  return rows.flatMap(({ features, stage }) => (features ? [{ features, signed: stage === 'signed' }] : []));
}

/** Industries that signed packages keep for one company alone. */
export async function exclusivitiesOf(db: Database, organizationId: string, eventId: string) {
  return db
    .select({
      industry: sponsorPackages.exclusiveIndustry,
      companyId: deals.companyId,
      companyName: sql<string>`${companies.name}`.as('company_name'),
      packageName: sql<string>`${sponsorPackages.name}`.as('package_name'),
    })
    .from(deals)
    .innerJoin(sponsorPackages, eq(sponsorPackages.id, deals.packageId))
    .innerJoin(companies, eq(companies.id, deals.companyId))
    .where(and(inEvent(organizationId, eventId), eq(deals.stage, 'signed'), sql`${sponsorPackages.exclusiveIndustry} <> ''`));
}
