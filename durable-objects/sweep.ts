import { databaseOf } from '../worker/db/database';
import { groupedBatches } from '../worker/db/grouped-batches';
import { dueCommands, isUnderWay, nextLookAt } from '../worker/db/records/due-commands';
import type { EventScope } from '../worker/db/records/event-scope';
import { carryOut } from '../worker/queues/carry-out';

/** Commands that one sweep has under way at once, and how often it looks for those that stood behind them. */
const atOnce = 8;
const mostRounds = 50;
const soonestMs = 250;
const latestMs = 86_400_000;
/** A virtual clock waits so long for what another consumer has under way: time does not pass over it. */
const patienceMs = 3_000;
const glanceMs = 50;

/**
 * Carries out what is due in the event's outbox, and then what stood behind it: the net below lost pokes. On a real clock it
 * asks to be woken when the next attempt is due or a lease ends. Returns how many commands it moved.
 */
export async function sweep(env: Env, scope: EventScope, now: number, againIn: (ms: number) => Promise<void>): Promise<number> {
  const { organizationId, eventId, clock } = scope.event;
  const db = databaseOf(env, organizationId);
  const patientUntil = Date.now() + patienceMs;
  let moved = 0;
  for (let round = 0; round < mostRounds; round++) {
    const batches = groupedBatches(db);
    const due = await dueCommands(db, organizationId, eventId, now, Date.now());
    let movedNow = 0;
    for (let from = 0; from < due.length; from += atOnce) {
      const some = due.slice(from, from + atOnce);
      const states = await Promise.all(some.map((commandId) => carryOut(env, { organizationId, eventId, commandId }, batches)));
      movedNow += states.filter((state) => state !== null).length;
    }
    moved += movedNow;
    if (movedNow > 0) continue;
    if (clock !== 'virtual' || Date.now() > patientUntil || !(await isUnderWay(db, organizationId, eventId))) break;
    await new Promise((resolve) => setTimeout(resolve, glanceMs));
  }
  if (clock === 'real') {
    const next = await nextLookAt(db, organizationId, eventId, Date.now());
    if (next !== null) await againIn(Math.min(latestMs, Math.max(soonestMs, next - Date.now())));
  }
  return moved;
}
