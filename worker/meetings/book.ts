import { isBookable, type Span } from '../core/sales/slots/free-slots';
import type { NewCommand } from '../ports/commands';
import { busyAround, mailsOf, type OfferedMeeting } from './offered';
import { setMeeting } from './set-meeting';

export type BookingOutcome = 'booked' | 'taken' | 'not_offered' | 'closed';
export type CancelOutcome = 'cancelled' | 'closed';

/**
 * Books a time that is offered, or moves a booked meeting there. Of two guests who want the same time one gets it: the
 * other is told `taken`. The built-in calendar invites both sides by mail, one outside does so itself.
 */
export async function bookMeeting(
  env: Env,
  offered: OfferedMeeting,
  wish: { startsAt: number; timeZone: string | null; by: string },
): Promise<BookingOutcome> {
  const { meeting, availability, calendar } = offered;
  if (!isOpen(offered) || offered.link || isUnconfirmed(offered)) return 'closed';
  const slot: Span = { startsAt: wish.startsAt, endsAt: wish.startsAt + meeting.minutes * 60_000 };
  const moves = meeting.state === 'booked';
  if (moves && meeting.startsAt === slot.startsAt) return 'booked';
  const refused = await whyNot(offered, slot);
  if (refused) return refused;
  const turn = {
    ...{ ...slot, timeZone: wish.timeZone, location: meeting.location || availability.location },
    sequence: moves || meeting.sequence > 0 ? meeting.sequence + 1 : 0,
  };
  const status = await setMeeting(env, offered, {
    activity: {
      input: { startsAt: slot.startsAt, minutes: meeting.minutes },
      output: { state: 'booked', sequence: turn.sequence },
      reasoning: moves ? `${wish.by} moved the meeting on its page.` : `${wish.by} chose this time on its page.`,
      rule: moves ? 'moved_by_guest' : 'booked_by_guest',
    },
    // A calendar outside keeps its own hours: it and the built-in one do not hold each other up.
    to: { ...turn, state: 'booked', provider: calendar?.provider ?? 'built_in', host: calendar?.provider ?? '', providerRef: null },
    commands: calendar ? [bookingCommand(offered, turn)] : mailsOf(env, offered, { ...turn, kind: moves ? 'moved' : 'booked' }),
  });
  return status === 'committed' ? 'booked' : 'taken';
}

/** Cancels a booked meeting, or takes an offer back; a second time changes nothing. Both sides are told of what was booked. */
export async function cancelMeeting(env: Env, offered: OfferedMeeting, by: string): Promise<CancelOutcome> {
  const { meeting } = offered;
  if (meeting.state === 'cancelled') return 'cancelled';
  // What stands at Calendly is cancelled by the links of its own mails.
  if (!isOpen(offered) || isUnconfirmed(offered) || (meeting.state === 'booked' && meeting.provider === 'calendly')) return 'closed';
  const { startsAt, endsAt, location, guestTimeZone: timeZone, provider, host } = meeting;
  const sequence = meeting.sequence + 1;
  const status = await setMeeting(env, offered, {
    activity: { input: {}, output: { state: 'cancelled', sequence }, reasoning: `Cancelled by ${by}.`, rule: 'cancelled' },
    to: { state: 'cancelled', startsAt, endsAt, sequence, location, timeZone, provider, host, providerRef: null },
    commands: startsAt === null ? [] : cancelCommands(env, offered, { startsAt, sequence, timeZone, location, by }),
  });
  return status === 'committed' ? 'cancelled' : 'closed';
}

/** Whether its page can still change anything: the event is not over or cancelled, and a booked time has not passed. */
export function isOpen({ meeting, scope, now }: OfferedMeeting): boolean {
  if (scope.event.state !== 'active') return false;
  return meeting.state !== 'booked' || (meeting.startsAt ?? now) > now;
}

/** Why a time cannot be booked; null when it can. */
async function whyNot(offered: OfferedMeeting, slot: Span): Promise<'taken' | 'not_offered' | null> {
  const { availability, calendar, meeting, now } = offered;
  if (calendar) {
    const free = await calendar.slots({ from: slot.startsAt, to: slot.startsAt, minutes: meeting.minutes });
    return free.some(({ startsAt }) => startsAt === slot.startsAt) ? null : 'taken';
  }
  if (isBookable(availability, await busyAround(offered, slot.startsAt, slot.endsAt), slot, now)) return null;
  return isBookable(availability, [], slot, now) ? 'taken' : 'not_offered';
}

/** Booked at an outside calendar that has not said yes yet: nothing else is asked of it meanwhile. */
function isUnconfirmed({ meeting }: OfferedMeeting): boolean {
  return meeting.state === 'booked' && meeting.provider === 'calcom' && meeting.providerRef === null;
}

function bookingCommand(
  { meeting, locale, scope }: OfferedMeeting,
  { startsAt, sequence, timeZone }: { startsAt: number; sequence: number; timeZone: string | null },
): NewCommand {
  const { id: meetingId, minutes, guestName: name, guestEmail: email } = meeting;
  const guest = { name, email, timeZone: timeZone ?? meeting.guestTimeZone ?? scope.event.timeZone, locale };
  return {
    kind: 'calendar.book',
    target: `meeting:${meetingId}`,
    idempotencyKey: `meeting:${meetingId}:book:${sequence}`,
    payload: { meetingId, sequence, startsAt, minutes, guest, moves: meeting.state === 'booked' ? meeting.providerRef : null },
  };
}

function cancelCommands(
  env: Env,
  offered: OfferedMeeting,
  turn: { startsAt: number; sequence: number; timeZone: string | null; location: string; by: string },
): NewCommand[] {
  const { id: meetingId, provider, providerRef } = offered.meeting;
  if (provider !== 'calcom' || providerRef === null) return mailsOf(env, offered, { ...turn, kind: 'cancelled' });
  return [
    {
      kind: 'calendar.cancel',
      target: `meeting:${meetingId}`,
      idempotencyKey: `meeting:${meetingId}:cancel:${turn.sequence}`,
      payload: { meetingId, providerRef, reason: `Cancelled by ${turn.by}` },
    },
  ];
}
