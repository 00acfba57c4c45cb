import { and, asc, eq, gt, lt } from 'drizzle-orm';
import type { MeetingFacts } from '../../../ports/sales';
import type { Database } from '../../database';
import { meetings } from '../../schema';

/** Booked meetings of a host, over all events of the organization, that touch the span. */
export async function busyOf(
  db: Database,
  organizationId: string,
  host: string,
  from: number,
  to: number,
): Promise<{ startsAt: number; endsAt: number }[]> {
  const rows = await db
    .select({ startsAt: meetings.startsAt, endsAt: meetings.endsAt })
    .from(meetings)
    .where(
      and(
        eq(meetings.organizationId, organizationId),
        eq(meetings.host, host),
        eq(meetings.state, 'booked'),
        lt(meetings.startsAt, to),
        gt(meetings.endsAt, from),
      ),
    )
    .orderBy(asc(meetings.startsAt))
    .limit(5_000);
  return rows.flatMap(({ startsAt, endsAt }) => (startsAt === null || endsAt === null ? [] : [{ startsAt, endsAt }]));
}

export async function meetingById(db: Database, organizationId: string, eventId: string, meetingId: string): Promise<MeetingFacts | null> {
  const [row] = await db
    .select({
      id: meetings.id,
      companyId: meetings.companyId,
      dealId: meetings.dealId,
      contactId: meetings.contactId,
      title: meetings.title,
      host: meetings.host,
      guestName: meetings.guestName,
      guestEmail: meetings.guestEmail,
      state: meetings.state,
      startsAt: meetings.startsAt,
      endsAt: meetings.endsAt,
      minutes: meetings.minutes,
      location: meetings.location,
      uid: meetings.uid,
      sequence: meetings.sequence,
      token: meetings.token,
      version: meetings.version,
    })
    .from(meetings)
    .where(and(eq(meetings.organizationId, organizationId), eq(meetings.eventId, eventId), eq(meetings.id, meetingId)));
  return row ?? null;
}
