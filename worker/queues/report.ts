import type { BatchItem } from 'drizzle-orm/batch';
import { agents } from '../agents';
import { activityOf } from '../agents/activity';
import { composerFor } from '../compose';
import type { ToConsole } from '../contract/live';
import type { NextState } from '../core/outbox/life-cycle';
import { activityInsert } from '../db/activities';
import { databaseOf } from '../db/database';
import { type CommandRow, commandInsertOnce } from '../db/records/outbox';
import type { events } from '../db/schema';
import { sealActivity } from '../db/sealed-activity';
import { configOf } from '../env';
import { errorFields, log } from '../log';
import { orchestratorOf } from '../objects';
import type { Activity } from '../ports/commit';
import { newId } from '../random';

type EventRow = typeof events.$inferSelect;

const kinds: Record<string, string> = {
  'mail.send': 'mail',
  'payments.refund': 'refund',
  'calendar.book': 'booking',
  'calendar.cancel': 'cancellation',
};

/** What a person has to know about an effect that will not move by itself any more. Without personal data. */
export function situationOf(
  command: CommandRow,
  next: Pick<NextState, 'state' | 'lastError'>,
): { title: string; text: string; advice: string } {
  const what = kinds[command.kind] ?? 'effect';
  const why = next.lastError ? ` Last answer: ${next.lastError}` : '';
  switch (next.state) {
    case 'unknown':
      return {
        title: `Nobody knows whether a ${what} happened`,
        text: `It was called ${times(command.attempts)}, and the service cannot say whether it was done. It is not sent again.${why}`,
        advice: 'Look at the service, then say in the console whether it happened, did not, or is to be tried again.',
      };
    case 'parked':
      return {
        title: `A ${what} was given up for now`,
        text: `The service put it off ${times(command.attempts)}. It has not happened.${why}`,
        advice: 'Try it again in the console when the service is back, or say that it is not to happen.',
      };
    default:
      return {
        title: `A ${what} was refused`,
        text: `The service refused it for good. It has not happened.${why}`,
        advice:
          command.kind === 'payments.refund'
            ? 'Its tickets are valid again. Find another way to pay the money back.'
            : 'Correct the address and send it again.',
      };
  }
}

const times = (n: number) => (n === 1 ? 'once' : `${n} times`);

export interface Report {
  statements: BatchItem<'sqlite'>[];
  activity: Activity;
  mailId: string | null;
}

/**
 * The one report of an effect that waits for a person: a row in the operations log and a mail to the event's contact
 * address, in the batch that makes it so. A mail is not reported by mail: the way is broken.
 */
export async function reportOf(
  env: Env,
  command: CommandRow,
  event: EventRow,
  next: Pick<NextState, 'state' | 'lastError'>,
  now: number,
  /** A given one makes the report once, however often it is written. */
  id: string = newId('activity', now),
): Promise<Report> {
  const { organizationId, eventId } = command;
  const db = databaseOf(env, organizationId);
  const situation = situationOf(command, next);
  const activity = activityOf(agents.operations, {
    id,
    activityType: 'issue_escalated',
    input: { commandId: command.id, kind: command.kind, state: next.state, attempts: command.attempts },
    output: { advice: situation.advice },
    reasoning: `${situation.title}. ${situation.text}`,
    status: 'escalated',
    errorMessage: next.lastError,
    requiredHumanReview: true,
    escalationReason: situation.title,
    createdAt: now,
    verdict: 'escalate',
    rule: `effect_${next.state}`,
  });
  const statements = [activityInsert(db, organizationId, eventId, await sealActivity(db, organizationId, activity))];
  if (command.kind === 'mail.send') return { statements, activity, mailId: null };
  const mailId = newId('command', now);
  const mail = composerFor(env).compose(
    { template: 'effect_stuck', ...situation, link: `${configOf(env).PUBLIC_URL}/events/${eventId}/activity/effects` },
    { ...event, publicUrl: configOf(env).PUBLIC_URL, locale: null },
    event.contactEmail,
  );
  statements.push(
    ...commandInsertOnce(
      db,
      {
        ...{ id: mailId, organizationId, eventId, agent: 'operations', activityId: activity.id, now },
        command: {
          kind: 'mail.send',
          target: event.contactEmail,
          idempotencyKey: `report:${activity.id}`,
          payload: { mail, purpose: 'service' },
        },
      },
      `reports ${command.id}`,
    ),
  );
  return { statements, activity, mailId };
}

/** Shows a report in every open console. */
export async function showReport(env: Env, eventId: string, activity: Activity): Promise<void> {
  const { id, agent, activityType, tool, status, reasoning, autonomous, requiredHumanReview, escalationReason } = activity;
  const { verdict, rule, durationMs, tokens, conversationId, runId, createdAt } = activity;
  const frame: ToConsole = {
    type: 'activity',
    activity: {
      ...{ id, agent, activityType, tool, status, reasoning, autonomous, requiredHumanReview, escalationReason },
      ...{ verdict, rule, durationMs, tokens, conversationId, runId, createdAt },
    },
  };
  await orchestratorOf(env, eventId)
    .publish(JSON.stringify(frame))
    .catch((error) => log('warn', 'console', { event: eventId, ...errorFields(error) }));
}
