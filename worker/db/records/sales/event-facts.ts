import { and, eq, sql } from 'drizzle-orm';
import type { SponsoredEvent } from '../../../core/sales/facts';
import { placeOf } from '../../../core/sales/place';
import type { Database } from '../../database';
import { events, tickets } from '../../schema';
import { salesSettings } from './settings';

/** The event as sponsors see it; null when the organization has no such event. */
export async function sponsoredEvent(db: Database, organizationId: string, eventId: string): Promise<SponsoredEvent | null> {
  const [rows, held, settings] = await Promise.all([
    db
      .select()
      .from(events)
      .where(and(eq(events.organizationId, organizationId), eq(events.id, eventId))),
    db
      .select({ count: sql<number>`count(*)` })
      .from(tickets)
      .where(
        and(
          eq(tickets.organizationId, organizationId),
          eq(tickets.eventId, eventId),
          sql`${tickets.state} IN ('valid', 'unassigned', 'checked_in')`,
        ),
      ),
    salesSettings(db, organizationId, eventId),
  ]);
  const [event] = rows;
  if (!event || !settings) return null;
  const { id, name, startsAt, endsAt, timeZone, venue, currency, websiteUrl, capacity } = event;
  const { topics, audience, facts } = settings.outreach;
  const attendees = held[0]?.count ?? 0;
  return {
    id,
    name,
    startsAt,
    endsAt,
    timeZone,
    venue,
    ...placeOf(venue, timeZone),
    currency,
    websiteUrl,
    capacity,
    attendees,
    topics,
    audience,
    facts,
  };
}
