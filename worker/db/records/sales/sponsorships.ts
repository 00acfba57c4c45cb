import { and, desc, eq, sql } from 'drizzle-orm';
import type { Sponsorship } from '../../../contract/sales/companies';
import { seriesOf } from '../../../core/sales/event-series';
import type { SponsorshipFacts } from '../../../core/sales/facts';
import type { Database } from '../../database';
import { events, sponsorships } from '../../schema';

export type SponsorshipRecord = typeof sponsorships.$inferSelect;

export const sponsorshipsListed = 200;

export async function sponsorshipsOf(db: Database, organizationId: string, companyId: string): Promise<SponsorshipRecord[]> {
  return db
    .select()
    .from(sponsorships)
    .where(and(eq(sponsorships.organizationId, organizationId), eq(sponsorships.companyId, companyId)))
    .orderBy(desc(sponsorships.year), desc(sponsorships.id))
    .limit(sponsorshipsListed);
}

export function sponsorshipView(row: SponsorshipRecord): Sponsorship {
  const { organizationId: _organization, companyId: _company, createdAt: _created, ...shown } = row;
  return shown;
}

export function sponsorshipFacts(row: SponsorshipRecord): SponsorshipFacts {
  const { id, eventId, eventName, year, level, topics, quote, quoteBy, outcome } = row;
  const amount = row.amountMinor !== null && row.currency !== null ? { minor: row.amountMinor, currency: row.currency } : null;
  return { id, eventId, eventName, year, level, amount, topics, quote, quoteBy, outcome };
}

/** False when the company has 200 of them, or is not there. */
export async function insertSponsorship(db: Database, row: SponsorshipRecord): Promise<boolean> {
  const { organizationId, companyId } = row;
  const [held] = await db
    .select({
      there: sql<number>`EXISTS (SELECT 1 FROM companies WHERE organization_id = ${organizationId} AND id = ${companyId})`,
      count: sql<number>`count(*)`,
    })
    .from(sponsorships)
    .where(and(eq(sponsorships.organizationId, organizationId), eq(sponsorships.companyId, companyId)));
  if (!held?.there || held.count >= sponsorshipsListed) return false;
  await db.insert(sponsorships).values(row);
  return true;
}

export async function deleteSponsorship(db: Database, organizationId: string, companyId: string, sponsorshipId: string): Promise<boolean> {
  const gone = await db
    .delete(sponsorships)
    .where(and(eq(sponsorships.organizationId, organizationId), eq(sponsorships.companyId, companyId), eq(sponsorships.id, sponsorshipId)))
    .returning({ id: sponsorships.id });
  return gone.length > 0;
}

/** The organization's own events by the name that their editions share: what marks a sponsorship as one of theirs. */
export async function ownSeries(db: Database, organizationId: string): Promise<(eventName: string) => string | null> {
  const rows = await db
    .select({ id: events.id, name: events.name })
    .from(events)
    .where(eq(events.organizationId, organizationId))
    .orderBy(desc(events.startsAt))
    .limit(1_000);
  const bySeries = new Map(rows.map(({ id, name }) => [seriesOf(name), id]));
  return (eventName) => bySeries.get(seriesOf(eventName)) ?? null;
}
