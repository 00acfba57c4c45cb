import { activityOf } from '../agents/activity';
import { salesAgent } from '../agents/sales/agent';
import { limitSources } from '../core/limits/reservation';
import { isBookable, type Span } from '../core/sales/slots/free-slots';
import { commitPort } from '../db/commit';
import type { Committed } from '../ports/commit';
import type { SalesChange } from '../ports/sales';
import { poke, watchOutbox } from '../queues/poke';
import { newId } from '../random';
import { busyAround, mailsOf, type OfferedMeeting } from './offered';

export type BookingOutcome = 'booked' | 'taken' | 'not_offered' | 'closed';
export type CancelOutcome = 'cancelled' | 'closed';

/** Stages that a booked meeting moves on; later ones stay as they are. */
const movedOn: readonly string[] = ['prospect', 'qualified', 'contacted', 'engaged'];

/**
 * Books a time that is offered, or moves a booked meeting there. Of two guests who want the same time one gets it: the
 * other is told `taken`. The meeting, its deal, the log and the invitations to both sides are one batch.
 */
export async function bookMeeting(
  env: Env,
  offered: OfferedMeeting,
  wish: { startsAt: number; timeZone: string | null; by: string },
): Promise<BookingOutcome> {
  const { meeting, availability, now } = offered;
  if (!isOpen(offered)) return 'closed';
  const slot: Span = { startsAt: wish.startsAt, endsAt: wish.startsAt + meeting.minutes * 60_000 };
  if (meeting.state === 'booked' && meeting.startsAt === slot.startsAt) return 'booked';
  const busy = await busyAround(offered, slot.startsAt, slot.endsAt);
  if (!isBookable(availability, busy, slot, now)) return isBookable(availability, [], slot, now) ? 'taken' : 'not_offered';
  const moves = meeting.state === 'booked';
  const sequence = moves || meeting.sequence > 0 ? meeting.sequence + 1 : 0;
  const location = meeting.location || availability.location;
  const deal = offered.deal;
  const status = await committed(env, offered, {
    activity: {
      activityType: 'meeting_scheduled',
      input: { meetingId: meeting.id, companyId: meeting.companyId, startsAt: slot.startsAt, minutes: meeting.minutes },
      output: { state: 'booked', sequence },
      reasoning: moves ? `${wish.by} moved the meeting on its page.` : `${wish.by} chose this time on its page.`,
      rule: moves ? 'moved_by_guest' : 'booked_by_guest',
    },
    changes: [
      changed(offered, { state: 'booked', ...slot, sequence, location, timeZone: wish.timeZone }),
      ...(deal && movedOn.includes(deal.stage)
        ? [{ change: 'deal_changed' as const, dealId: deal.id, version: deal.version, stage: 'meeting' as const }]
        : []),
    ],
    commands: mailsOf(env, offered, {
      kind: moves ? 'moved' : 'booked',
      startsAt: slot.startsAt,
      sequence,
      timeZone: wish.timeZone,
      location,
    }),
  });
  return status === 'committed' ? 'booked' : 'taken';
}

/** Cancels a booked meeting, or takes an offer back; a second time changes nothing. Both sides are told of what was booked. */
export async function cancelMeeting(env: Env, offered: OfferedMeeting, by: string): Promise<CancelOutcome> {
  const { meeting } = offered;
  if (meeting.state === 'cancelled') return 'cancelled';
  if (!isOpen(offered)) return 'closed';
  const sequence = meeting.sequence + 1;
  const { startsAt, endsAt, location, guestTimeZone: timeZone } = meeting;
  const status = await committed(env, offered, {
    activity: {
      activityType: 'meeting_scheduled',
      input: { meetingId: meeting.id, companyId: meeting.companyId },
      output: { state: 'cancelled', sequence },
      reasoning: `Cancelled by ${by}.`,
      rule: 'cancelled',
    },
    changes: [changed(offered, { state: 'cancelled', startsAt, endsAt, sequence, location, timeZone })],
    commands: startsAt === null ? [] : mailsOf(env, offered, { kind: 'cancelled', startsAt, sequence, timeZone, location }),
  });
  return status === 'committed' ? 'cancelled' : 'closed';
}

/** Whether its page can still change anything: the event is not over or cancelled, and a booked time has not passed. */
export function isOpen({ meeting, scope, now }: OfferedMeeting): boolean {
  if (scope.event.state !== 'active') return false;
  return meeting.state !== 'booked' || (meeting.startsAt ?? now) > now;
}

function changed(
  { meeting, availability }: OfferedMeeting,
  to: {
    state: 'booked' | 'cancelled';
    startsAt: number | null;
    endsAt: number | null;
    sequence: number;
    location: string;
    timeZone: string | null;
  },
): SalesChange {
  const { id, version, companyId, dealId, contactId, title, host, guestName, guestEmail, minutes, uid, token, provider, providerRef } =
    meeting;
  const { state, startsAt, endsAt, sequence, location } = to;
  const gapMs = Math.max(availability.bufferBeforeMinutes, availability.bufferAfterMinutes) * 60_000;
  return {
    ...{ change: 'meeting_set', meetingId: id, version, companyId, dealId, contactId, title, host, guestName, guestEmail, minutes },
    ...{ uid, token, provider, providerRef, state, startsAt, endsAt, sequence, location },
    guestTimeZone: to.timeZone ?? meeting.guestTimeZone,
    buffers: { beforeMs: gapMs, afterMs: gapMs },
  };
}

type Told = Pick<Parameters<typeof activityOf>[1], 'activityType' | 'input' | 'output' | 'reasoning' | 'rule'>;

/** One batch of the sales agent's, done by somebody who proved to be meant by the address of the page. */
async function committed(
  env: Env,
  { scope, db, now }: OfferedMeeting,
  batch: { activity: Told; changes: SalesChange[]; commands: ReturnType<typeof mailsOf> },
): Promise<Committed['status']> {
  const { organizationId, eventId, clock } = scope.event;
  const port = commitPort({ db, organizationId, eventId, newCommandId: () => newId('command'), now: () => now });
  if (batch.commands.length > 0 && clock === 'real') await watchOutbox(env, eventId);
  const result = await port.commit({
    activity: activityOf(salesAgent, {
      ...batch.activity,
      id: newId('activity', now),
      createdAt: now,
      tool: 'schedule_meeting',
      verdict: 'allow',
    }),
    changes: batch.changes,
    commands: batch.commands,
    approval: null,
    executes: null,
    // Counted, and never held back: a guest who was let choose gets their invitation.
    limits: { ...limitSources('sales', scope.event, scope.policy), checked: false },
  });
  if (result.status === 'committed') await poke(env, organizationId, eventId, result.commandIds);
  return result.status;
}
