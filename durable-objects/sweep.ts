import { databaseOf } from '../worker/db/database';
import { groupedBatches } from '../worker/db/grouped-batches';
import type { EventScope } from '../worker/db/records/event-scope';
import { dueCommands, nextLookAt } from '../worker/db/records/outbox';
import { carryOut } from '../worker/queues/carry-out';

/** Commands that one sweep has under way at once. */
const atOnce = 8;
const soonestMs = 250;
const latestMs = 86_400_000;

/**
 * Carries out what is due in the event's outbox: the net below lost pokes. On a real clock it asks to be woken when the
 * next attempt is due or a lease ends. Returns how many commands it moved.
 */
export async function sweep(env: Env, scope: EventScope, now: number, againIn: (ms: number) => Promise<void>): Promise<number> {
  const { organizationId, eventId } = scope.event;
  const db = databaseOf(env, organizationId);
  const due = await dueCommands(db, organizationId, eventId, now, Date.now());
  const batches = groupedBatches(db);
  let moved = 0;
  for (let from = 0; from < due.length; from += atOnce) {
    const states = await Promise.all(
      due.slice(from, from + atOnce).map((commandId) => carryOut(env, { organizationId, eventId, commandId }, batches)),
    );
    moved += states.filter((state) => state !== null).length;
  }
  if (scope.event.clock === 'real') {
    const next = await nextLookAt(db, organizationId, eventId);
    if (next !== null) await againIn(Math.min(latestMs, Math.max(soonestMs, next - Date.now())));
  }
  return moved;
}
