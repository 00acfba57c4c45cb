import { and, eq, gt, isNull, or, sql } from 'drizzle-orm';
import { dayMs } from '../../../core/instant';
import type { Database } from '../../database';
import { events, outreachCampaigns, salesMessages } from '../../schema';

/** Events on the real clock with a campaign under way, or with an answer of the last day that nobody has dealt with; at most 1,000. */
export async function eventsWithOutreach(db: Database, now: number): Promise<string[]> {
  const running = db
    .select({ one: sql`1` })
    .from(outreachCampaigns)
    .where(
      and(
        eq(outreachCampaigns.organizationId, events.organizationId),
        eq(outreachCampaigns.eventId, events.id),
        eq(outreachCampaigns.state, 'running'),
      ),
    );
  const waiting = db
    .select({ one: sql`1` })
    .from(salesMessages)
    .where(
      and(
        ...[eq(salesMessages.organizationId, events.organizationId), eq(salesMessages.eventId, events.id)],
        ...[eq(salesMessages.direction, 'in'), isNull(salesMessages.handledAt), gt(salesMessages.at, now - dayMs)],
      ),
    );
  const rows = await db
    .select({ id: events.id })
    .from(events)
    .where(and(eq(events.clock, 'real'), eq(events.state, 'active'), or(sql`EXISTS ${running}`, sql`EXISTS ${waiting}`)))
    .limit(1000);
  return rows.map(({ id }) => id);
}
