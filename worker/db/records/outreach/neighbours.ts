import { and, desc, eq, isNotNull, sql } from 'drizzle-orm';
import type { OwnSponsorship } from '../../../core/sales/proposal/source-text';
import type { Database } from '../../database';
import { companies, sponsorships } from '../../schema';
import { sponsorshipFacts } from '../sales/sponsorships';

/** Sponsorships of the organization's own events, by all companies, the latest 500. */
export async function ownSponsorships(db: Database, organizationId: string): Promise<OwnSponsorship[]> {
  const rows = await db
    .select({ row: sponsorships, companyName: companies.name })
    .from(sponsorships)
    .innerJoin(companies, eq(companies.id, sponsorships.companyId))
    .where(and(eq(sponsorships.organizationId, organizationId), isNotNull(sponsorships.eventId)))
    .orderBy(desc(sponsorships.year), desc(sponsorships.id))
    .limit(500);
  return rows.map(({ row, companyName }) => ({ ...sponsorshipFacts(row), companyName }));
}

export async function otherCompanyNames(db: Database, organizationId: string, companyId: string): Promise<string[]> {
  const rows = await db
    .select({ name: companies.name })
    .from(companies)
    .where(and(eq(companies.organizationId, organizationId), sql`${companies.id} <> ${companyId}`))
    .limit(5_000);
  return rows.map(({ name }) => name);
}
