import { z } from 'zod';
import { AppError } from '../../core/errors';
import { jsonOf } from '../exchange';

export { verifyTimedSignature as verifyCalendly } from '../timed-signature';

const Notification = z.object({
  event: z.string().max(100),
  payload: z.object({
    uri: z.string().max(500),
    timezone: z.string().max(60).nullish(),
    rescheduled: z.boolean().nullish(),
    tracking: z.object({ utm_content: z.string().max(200).nullish() }).nullish(),
    scheduled_event: z.object({ uri: z.string().max(500), start_time: z.string(), end_time: z.string() }),
  }),
});

/** What became of a booking on Calendly's page. Instants are milliseconds since 1970. */
export interface CalendlyReport {
  /** The invitee's own address at Calendly with what happened: one occurrence has one. */
  id: string;
  kind: string;
  happened: 'booked' | 'cancelled' | null;
  /** The meeting whose link it was booked through; null for bookings that are not ours. */
  meetingId: string | null;
  providerRef: string;
  startsAt: number;
  endsAt: number;
  timeZone: string | null;
}

const happened: Record<string, CalendlyReport['happened']> = { 'invitee.created': 'booked', 'invitee.canceled': 'cancelled' };

/** The meeting's id travels in `utm_content`, which Calendly hands back. */
export function trackedLink(link: string, meetingId: string): string {
  const url = new URL(link);
  url.searchParams.set('utm_content', meetingId);
  return url.toString();
}

/** What a genuine notification says. Throws `invalid_input`. */
export function calendlyReport(body: string): CalendlyReport {
  const said = Notification.safeParse(jsonOf(body)).data;
  const startsAt = Date.parse(said?.payload.scheduled_event.start_time ?? '');
  const endsAt = Date.parse(said?.payload.scheduled_event.end_time ?? '');
  if (!said || !Number.isFinite(startsAt) || !Number.isFinite(endsAt))
    throw new AppError('invalid_input', 'This is not a notification of Calendly.');
  const { event, payload } = said;
  const meetingId = payload.tracking?.utm_content ?? '';
  return {
    id: `calendly:${event}:${payload.uri}`,
    kind: event,
    // Somebody who moves a booking makes a new one: its own notification says so.
    happened: payload.rescheduled ? null : (happened[event] ?? null),
    meetingId: /^mtg_[0-9a-z]{6,40}$/.test(meetingId) ? meetingId : null,
    providerRef: payload.scheduled_event.uri,
    startsAt,
    endsAt,
    timeZone: payload.timezone ?? null,
  };
}
