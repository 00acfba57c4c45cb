import { databaseOf } from '../worker/db/database';
import type { EventScope } from '../worker/db/records/event-scope';
import { dueCommands, nextCommandDue } from '../worker/db/records/outbox';
import { carryOut } from '../worker/queues/carry-out';

/** Carries out what is due in the event's outbox: the net below lost pokes. Asks to be woken while commands are open. */
export async function sweep(env: Env, scope: EventScope, now: number, again: () => Promise<void>): Promise<number> {
  const { organizationId, eventId } = scope.event;
  const db = databaseOf(env, organizationId);
  const due = await dueCommands(db, organizationId, eventId, now, Date.now());
  for (const commandId of due) await carryOut(env, { organizationId, eventId, commandId });
  if ((await nextCommandDue(db, organizationId, eventId)) !== null) await again();
  return due.length;
}
