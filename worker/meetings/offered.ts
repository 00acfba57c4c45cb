import { and, eq } from 'drizzle-orm';
import { meetingMails } from '../agents/sales/domain/meeting-mails';
import { calendarFor, composerFor, schedulingLinkFor } from '../compose';
import { freeSlots, type Span } from '../core/sales/slots/free-slots';
import type { Availability } from '../core/sales/types';
import { type Database, databaseOf, sharedDatabase } from '../db/database';
import { type EventScope, eventScope } from '../db/records/event-scope';
import { busyOf } from '../db/records/sales/meetings';
import { salesSettings } from '../db/records/sales/settings';
import { companies, crmContacts, deals, meetings } from '../db/schema';
import { configOf } from '../env';
import type { CalendarPort, SchedulingLinkPort } from '../ports/calendar';
import type { MailCommand } from '../ports/commands';

/** A meeting as its guest finds it, with everything that booking it reads. */
export interface OfferedMeeting {
  meeting: typeof meetings.$inferSelect;
  companyName: string;
  locale: string | null;
  deal: { id: string; version: number; stage: string } | null;
  scope: EventScope;
  availability: Availability;
  db: Database;
  /** The outside calendar that it is or would be booked in; null for the built-in one. */
  calendar: CalendarPort | null;
  /** The service on whose page it is or would be booked; null where ours is enough. */
  link: SchedulingLinkPort | null;
  /** Milliseconds since 1970 by the event's clock. */
  now: number;
}

/** By the unguessable part of its address; null when there is none. */
export async function offeredMeeting(env: Env, token: string, realNow: number): Promise<OfferedMeeting | null> {
  if (!/^[a-z0-9]{20,64}$/.test(token)) return null;
  const [row] = await sharedDatabase(env)
    .select({ meeting: meetings, companyName: companies.name, locale: crmContacts.locale, deal: deals })
    .from(meetings)
    .innerJoin(companies, eq(companies.id, meetings.companyId))
    .leftJoin(crmContacts, eq(crmContacts.id, meetings.contactId))
    .leftJoin(deals, and(eq(deals.id, meetings.dealId), eq(deals.organizationId, meetings.organizationId)))
    .where(eq(meetings.token, token));
  if (!row) return null;
  const { organizationId, eventId } = row.meeting;
  const db = databaseOf(env, organizationId);
  const [scope, settings] = await Promise.all([eventScope(db, eventId, 'sales'), salesSettings(db, organizationId, eventId)]);
  if (!scope || !settings) return null;
  const { clock, clockNow } = scope.event;
  // What is booked stays where it was booked, whatever is configured by now.
  const isBooked = row.meeting.state === 'booked';
  const { provider } = row.meeting;
  return {
    ...{ ...row, scope, availability: settings.availability, db, now: clockNow ?? realNow },
    calendar: !isBooked || provider === 'calcom' ? calendarFor(env, clock) : null,
    link: !isBooked || provider === 'calendly' ? schedulingLinkFor(env, clock) : null,
  };
}

/** Times that the guest can choose from. Throws `upstream` when an outside calendar cannot say. */
export async function slotsOf(offered: OfferedMeeting, from: number, to: number): Promise<Span[]> {
  const { meeting, availability, calendar, now } = offered;
  const { minutes } = meeting;
  if (calendar) return calendar.slots({ from: Math.max(from, now), to, minutes });
  return freeSlots(availability, await busyAround(offered, from, to), { from, to, minutes, now });
}

/** What is booked with its host around a span, without the meeting itself: it may move to a time that touches its own. */
export async function busyAround({ meeting, db }: OfferedMeeting, from: number, to: number): Promise<Span[]> {
  const day = 86_400_000;
  const busy = await busyOf(db, meeting.organizationId, meeting.host, from - day, to + day);
  return busy.filter(({ startsAt, endsAt }) => meeting.state !== 'booked' || startsAt !== meeting.startsAt || endsAt !== meeting.endsAt);
}

/** The mails of a turn of the meeting, in the guest's language and zone. */
export function mailsOf(
  env: Env,
  { meeting, scope, locale, now }: OfferedMeeting,
  turn: { kind: 'booked' | 'moved' | 'cancelled'; startsAt: number; sequence: number; timeZone: string | null; location: string },
): MailCommand[] {
  return meetingMails({
    kind: turn.kind,
    composer: composerFor(env),
    letterhead: { ...scope.event, publicUrl: configOf(env).PUBLIC_URL, locale: null },
    now,
    meeting: {
      ...{
        id: meeting.id,
        uid: meeting.uid,
        sequence: turn.sequence,
        title: meeting.title,
        startsAt: turn.startsAt,
        minutes: meeting.minutes,
      },
      ...{ location: turn.location, token: meeting.token },
      guest: { name: meeting.guestName, email: meeting.guestEmail, timeZone: turn.timeZone, locale },
    },
  });
}
