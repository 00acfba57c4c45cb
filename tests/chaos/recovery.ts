import { waitsForPerson } from '../../worker/core/outbox/life-cycle';
import type { World } from './world';

interface Open {
  id: string;
  state: 'authorised' | 'claimed' | 'unknown';
  attempts: number;
  target: string;
  dueAt: number;
}

/** What is open on the disk, in the order in which it was made. */
export const openOn = (world: World): Open[] =>
  world.read<Open>(
    `SELECT id, state, attempts, target, next_attempt_at AS dueAt FROM outbox
     WHERE event_id = ? AND state IN ('authorised', 'claimed', 'unknown') AND next_attempt_at < ${waitsForPerson} ORDER BY created_at, id`,
    world.eventId,
  );

/**
 * What the product still owes `now`, by what had been open when it was killed: everything under way, due or in doubt.
 * Not what a service has put off since or before, nor what it was asked about again and could not tell, nor what stands
 * behind those in line.
 */
export function owed(before: Open[], open: Open[], now: number): Open[] {
  const earlier = new Map(before.map((row) => [row.id, row]));
  const waits = new Set<string>();
  return open.filter((row) => {
    const was = earlier.get(row.id);
    const askedSince = row.state === 'unknown' && !(was?.state === 'unknown' && was.attempts === row.attempts);
    const putOff = row.state === 'authorised' && row.dueAt > now;
    const behind = waits.has(row.target) && row.state !== 'claimed';
    if (askedSince || putOff || behind) waits.add(row.target);
    return !(askedSince || putOff || behind);
  });
}

/** Decisions that have not been carried out. */
export function decided(world: World): number {
  return (
    world.read<{ n: number }>("SELECT count(*) AS n FROM approvals WHERE event_id = ? AND state = 'approved'", world.eventId)[0]?.n ?? 0
  );
}
