import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { Meeting } from '../../../contract/sales/outreach';
import type { Database } from '../../database';
import { companies, meetings } from '../../schema';

export type MeetingRow = typeof meetings.$inferSelect & { companyName: string };

const selected = { meeting: meetings, companyName: companies.name };

/** Meetings of an event: what is still to come first, the next one on top; then offers; then what is over. One more than `limit` when there is a next page. */
export async function meetingsOf(
  db: Database,
  organizationId: string,
  eventId: string,
  page: { now: number; offset: number; limit: number },
): Promise<MeetingRow[]> {
  const turn = sql`CASE WHEN ${meetings.state} = 'booked' AND ${meetings.endsAt} > ${page.now} THEN 0 WHEN ${meetings.state} = 'offered' THEN 1 ELSE 2 END`;
  const rows = await db
    .select(selected)
    .from(meetings)
    .innerJoin(companies, eq(companies.id, meetings.companyId))
    .where(and(eq(meetings.organizationId, organizationId), eq(meetings.eventId, eventId)))
    .orderBy(turn, sql`CASE WHEN ${turn} = 0 THEN ${meetings.startsAt} END`, desc(meetings.updatedAt), asc(meetings.id))
    .limit(page.limit + 1)
    .offset(page.offset);
  return rows.map(({ meeting, companyName }) => ({ ...meeting, companyName }));
}

export async function meetingRow(db: Database, organizationId: string, eventId: string, id: string): Promise<MeetingRow | null> {
  const [row] = await db
    .select(selected)
    .from(meetings)
    .innerJoin(companies, eq(companies.id, meetings.companyId))
    .where(and(eq(meetings.organizationId, organizationId), eq(meetings.eventId, eventId), eq(meetings.id, id)));
  return row ? { ...row.meeting, companyName: row.companyName } : null;
}

/** As people are shown it; `address` is that of its page. */
export function meetingView(row: MeetingRow, address: string): Meeting {
  const { id, companyId, companyName, dealId, title, guestName, guestEmail, guestTimeZone, state, startsAt, endsAt, minutes, location } =
    row;
  const { provider, createdAt } = row;
  return {
    ...{ id, companyId, companyName, dealId, title, guestName, guestEmail, guestTimeZone, state, startsAt, endsAt, minutes, location },
    ...{ provider, createdAt, url: address },
  };
}

/** Meetings with a company, the latest first. */
export async function meetingsOfCompany(db: Database, organizationId: string, eventId: string, companyId: string): Promise<MeetingRow[]> {
  const rows = await db
    .select(selected)
    .from(meetings)
    .innerJoin(companies, eq(companies.id, meetings.companyId))
    .where(and(eq(meetings.organizationId, organizationId), eq(meetings.eventId, eventId), eq(meetings.companyId, companyId)))
    .orderBy(desc(meetings.createdAt))
    .limit(50);
  return rows.map(({ meeting, companyName }) => ({ ...meeting, companyName }));
}
