import { activityOf } from '../agents/activity';
import { salesAgent } from '../agents/sales/agent';
import { limitSources } from '../core/limits/reservation';
import { commitPort } from '../db/commit';
import { errorFields, log } from '../log';
import { salesObject } from '../objects';
import type { NewCommand } from '../ports/commands';
import type { Committed } from '../ports/commit';
import type { SalesChange } from '../ports/sales';
import { poke, watchOutbox } from '../queues/poke';
import { newId } from '../random';
import type { OfferedMeeting } from './offered';

type Set = Extract<SalesChange, { change: 'meeting_set' }>;

/** One turn of a meeting: what it becomes, how the log tells it, and what goes out. */
export interface MeetingTurn {
  activity: { input: Record<string, unknown>; output: Record<string, unknown>; reasoning: string; rule: string };
  to: Pick<Set, 'state' | 'startsAt' | 'endsAt' | 'sequence' | 'location' | 'provider' | 'providerRef' | 'host'> & {
    timeZone: string | null;
  };
  commands: NewCommand[];
}

/** Stages that a booked meeting moves on; later ones stay as they are. */
const movedOn: readonly string[] = ['prospect', 'qualified', 'contacted', 'engaged'];

/**
 * Writes a turn of a meeting, its deal, its row of the log and what goes out in one batch, by somebody who proved to be
 * meant by the address of the page or by a service's signature. `moved` when somebody else was faster.
 */
export async function setMeeting(env: Env, offered: OfferedMeeting, { activity, to, commands }: MeetingTurn): Promise<Committed['status']> {
  const { scope, db, now, meeting, availability, deal } = offered;
  const { organizationId, eventId, clock } = scope.event;
  const { id, version, companyId, dealId, contactId, title, guestName, guestEmail, minutes, uid, token } = meeting;
  const { timeZone, ...become } = to;
  const gapMs = Math.max(availability.bufferBeforeMinutes, availability.bufferAfterMinutes) * 60_000;
  const port = commitPort({ db, organizationId, eventId, newCommandId: () => newId('command'), now: () => now });
  if (commands.length > 0 && clock === 'real') await watchOutbox(env, eventId);
  const result = await port.commit({
    activity: activityOf(salesAgent, {
      ...activity,
      input: { meetingId: id, companyId, ...activity.input },
      id: newId('activity', now),
      activityType: 'meeting_scheduled',
      createdAt: now,
      tool: 'schedule_meeting',
      verdict: 'allow',
    }),
    changes: [
      {
        ...{
          change: 'meeting_set',
          meetingId: id,
          version,
          companyId,
          dealId,
          contactId,
          title,
          guestName,
          guestEmail,
          minutes,
          uid,
          token,
        },
        ...become,
        guestTimeZone: timeZone ?? meeting.guestTimeZone,
        buffers: { beforeMs: gapMs, afterMs: gapMs },
      },
      ...(to.state === 'booked' && deal && movedOn.includes(deal.stage)
        ? [{ change: 'deal_changed' as const, dealId: deal.id, version: deal.version, stage: 'meeting' as const }]
        : []),
    ],
    commands,
    approval: null,
    executes: null,
    // Counted, and never held back: a guest who was let choose gets their invitation.
    limits: { ...limitSources('sales', scope.event, scope.policy), checked: false },
  });
  if (result.status === 'committed') {
    await poke(env, organizationId, eventId, result.commandIds);
    // A campaign that goes on for this company ends now. If this call is lost, the cron looks.
    await salesObject(env, eventId)
      .campaignsChanged()
      .catch((error) => log('warn', 'campaigns', { event: eventId, ...errorFields(error) }));
  }
  return result.status;
}
