import type { BatchItem } from 'drizzle-orm/batch';
import { composerFor } from '../compose';
import { nextReminder, remindsOwners } from '../core/policy/reminders';
import { databaseOf } from '../db/database';
import { type ApprovalRow, dueReminders, reminded } from '../db/records/approvals';
import type { KnownApprover } from '../db/records/approvers';
import type { EventScope } from '../db/records/event-scope';
import { commandInsertOnce } from '../db/records/outbox';
import { configOf } from '../env';
import { poke } from '../queues/carry-out';
import { newId } from '../random';
import { ballotOf, type Circle, circleOf } from './circle';
import { decidersOf } from './view';

/**
 * Reminds those who may decide of what waits for them, by mail through the outbox; from the third time on the owners, too.
 * The link opens a page: deciding takes a session and a click there. Returns how many proposals it reminded of.
 */
export async function remindDeciders(env: Env, scope: EventScope, now: number): Promise<number> {
  const { organizationId, eventId } = scope.event;
  const db = databaseOf(env, organizationId);
  const due = await dueReminders(db, organizationId, eventId, now);
  if (due.length === 0) return 0;
  const circle = await circleOf(
    db,
    organizationId,
    due.map((row) => row.id),
    Date.now(),
  );
  for (const row of due) {
    const mails = recipients(row, circle).map((to) => ({ id: newId('command', now), command: reminderTo(env, scope, row, to) }));
    const statements = mails.flatMap(({ id, command }): BatchItem<'sqlite'>[] =>
      commandInsertOnce(
        db,
        { id, organizationId, eventId, agent: row.agent, runId: row.runId, command, now },
        `reminder ${row.remindersSent + 1} of ${row.id}`,
      ),
    );
    const isSent = await reminded(db, row, nextReminder(row, scope.policy.event.reminderMinutes, now), statements);
    if (isSent)
      await poke(
        env,
        organizationId,
        eventId,
        mails.map(({ id }) => id),
      );
  }
  return due.length;
}

/** Members who could vote now, each once; a key reads no mail. */
function recipients(row: ApprovalRow, circle: Circle): KnownApprover[] {
  const deciders = new Set(decidersOf(ballotOf(row, circle), circle.now).map(({ by }) => by));
  const owners = remindsOwners(row.remindersSent);
  return circle.approvers.filter((one) => one.email !== '' && (deciders.has(one.actor) || (owners && one.role === 'owner')));
}

function reminderTo(env: Env, { event }: EventScope, row: ApprovalRow, to: KnownApprover) {
  const { PUBLIC_URL: publicUrl } = configOf(env);
  const mail = composerFor(env).compose(
    {
      template: 'approval_reminder',
      name: to.name,
      agent: row.agent,
      title: row.preview.title,
      lines: row.preview.lines,
      reason: row.verdict.reason,
      link: `${publicUrl}/events/${event.eventId}/approvals/${row.id}`,
      expiresAt: row.expiresAt,
    },
    { ...event, publicUrl, locale: null },
    to.email,
  );
  return {
    kind: 'mail.send' as const,
    target: to.email,
    idempotencyKey: `approval-reminder:${row.id}:${row.version}:${row.remindersSent + 1}:${to.actor}`,
    payload: { mail, purpose: 'reminder' as const },
  };
}
