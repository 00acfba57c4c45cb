import ical, { ICalAttendeeRole, ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';

/** A meeting as a calendar is told of it. Instants are milliseconds since 1970; times go out in UTC, which every calendar shows in its own zone. */
export interface Invitation {
  /** `REQUEST` also for a new time: the same uid with a higher sequence moves it. */
  method: 'REQUEST' | 'CANCEL';
  uid: string;
  sequence: number;
  title: string;
  description: string;
  location: string;
  /** Where it can be moved or cancelled. */
  url: string;
  startsAt: number;
  endsAt: number;
  organizer: { name: string; email: string };
  guest: { name: string; email: string };
  /** When this message was made. */
  now: number;
}

/** The iCalendar text (RFC 5545) of an invitation or its cancellation, by the rules of RFC 5546. Pure. */
export function invitation(meeting: Invitation): string {
  const isCancelled = meeting.method === 'CANCEL';
  const calendar = ical({
    prodId: { company: 'EventOS', product: 'CoAgents', language: 'EN' },
    method: isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
  });
  calendar.createEvent({
    id: meeting.uid,
    sequence: meeting.sequence,
    stamp: new Date(meeting.now),
    start: new Date(meeting.startsAt),
    end: new Date(meeting.endsAt),
    summary: oneLine(meeting.title),
    description: meeting.description,
    location: oneLine(meeting.location) || null,
    url: meeting.url || null,
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { name: oneLine(meeting.organizer.name), email: meeting.organizer.email },
    attendees: [
      {
        name: oneLine(meeting.guest.name),
        email: meeting.guest.email,
        role: ICalAttendeeRole.REQ,
        status: ICalAttendeeStatus.NEEDSACTION,
        rsvp: true,
      },
    ],
  });
  return calendar.toString();
}

/** Names and titles end up in parameters, where a line break would begin another property. */
const oneLine = (text: string) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
