import { and, asc, eq, gt, inArray, lt, ne, or, type SQL, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { leaseMs, waitsForPerson } from '../../core/outbox/life-cycle';
import type { Database } from '../database';
import { events, outbox } from '../schema';

/** The event's own now, in a query over its commands. */
export const eventClock = (realNow: number) => sql`coalesce((SELECT e.clock_now FROM events e WHERE e.id = ${outbox.eventId}), ${realNow})`;
const pausedAgent = sql`EXISTS (SELECT 1 FROM agent_settings s WHERE s.event_id = ${outbox.eventId} AND s.agent = ${outbox.agent} AND s.paused = 1)`;
const waiting = sql.raw(String(waitsForPerson));

/**
 * Effects on one target happen one at a time, over all events and agents of the organization, and in order within an
 * event. What waits for a person holds nobody up, nor does a paused agent; what nobody asked for never holds up the rest.
 * A rehearsal's clock says nothing about another event's, so that it is a world of its own.
 */
export const inLine = sql`NOT EXISTS (SELECT 1 FROM outbox AS other WHERE other.organization_id = ${outbox.organizationId} AND other.target = ${outbox.target}
  AND other.id <> ${outbox.id} AND other.state IN ('authorised', 'claimed', 'unknown') AND other.next_attempt_at < ${waiting}
  AND CASE WHEN other.event_id = ${outbox.eventId}
    THEN other.state = 'claimed' OR ((other.created_at, other.id) < (${outbox.createdAt}, ${outbox.id})
      AND (other.purpose NOT IN ('outreach', 'campaign') OR ${outbox.purpose} IN ('outreach', 'campaign'))
      AND (other.agent = ${outbox.agent} OR NOT EXISTS (SELECT 1 FROM agent_settings s WHERE s.event_id = other.event_id AND s.agent = other.agent AND s.paused = 1)))
    ELSE other.state = 'claimed' AND (SELECT clock FROM events WHERE id = other.event_id) = (SELECT clock FROM events WHERE id = ${outbox.eventId}) END)`;

/** What may be claimed now. A pause holds what was not called yet; what may have happened is looked into all the same. */
export function due(now: SQL | number, realNow: number): SQL {
  return sql`((${outbox.state} = 'unknown' AND ${outbox.nextAttemptAt} <= ${now})
    OR (${outbox.state} = 'authorised' AND ${outbox.nextAttemptAt} <= ${now} AND NOT ${pausedAgent})
    OR (${outbox.state} = 'claimed' AND ${outbox.leaseUntil} <= ${realNow}))`;
}

/** Commands of one event that are due, oldest first, at most 100. */
export async function dueCommands(db: Database, organizationId: string, eventId: string, now: number, realNow: number): Promise<string[]> {
  const rows = await db
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(openOf(organizationId, eventId), due(now, realNow), inLine))
    .orderBy(asc(outbox.createdAt), asc(outbox.id))
    .limit(100);
  return rows.map((row) => row.id);
}

/**
 * When the next open command of an event is due by its clock; null when none is. A command behind another one of its
 * target is not due before that one, and a paused agent's is not due at all.
 */
export async function nextCommandDue(db: Database, organizationId: string, eventId: string): Promise<number | null> {
  const [row] = await db
    .select({ at: sql<number | null>`min(${outbox.nextAttemptAt})` })
    .from(outbox)
    .where(and(openOf(organizationId, eventId), sql`(${outbox.state} <> 'authorised' OR NOT ${pausedAgent})`, inLine));
  return row?.at ?? null;
}

/** How soon to look again at what stands behind a call that is under way, and at what stands behind one that waits. */
const behindCallMs = 1_000;
const behindWaitMs = 60_000;

/**
 * When to look at an event's outbox again in real time; null when nothing is open. What is next of its target counts with
 * its own time, or the end of its lease. What stands behind another one mostly waits for that one's: it is looked at
 * soon while a call is under way, and else seldom.
 */
export async function nextLookAt(db: Database, organizationId: string, eventId: string, realNow: number): Promise<number | null> {
  const open = and(openOf(organizationId, eventId), sql`(${outbox.state} <> 'authorised' OR NOT ${pausedAgent})`);
  const behind = and(open, ne(outbox.state, 'claimed'), sql`NOT (${inLine})`);
  const [[next], [waits], [waitsForCall]] = await db.batch([
    db
      .select({
        at: sql<number | null>`min(CASE WHEN ${outbox.state} = 'claimed' THEN ${outbox.leaseUntil} ELSE ${outbox.nextAttemptAt} END)`.as(
          'at',
        ),
      })
      .from(outbox)
      .where(and(open, or(eq(outbox.state, 'claimed'), inLine))),
    db
      .select({ at: sql<number | null>`min(${outbox.nextAttemptAt})`.as('at') })
      .from(outbox)
      .where(behind),
    db
      .select({ at: sql<number | null>`min(${outbox.nextAttemptAt})`.as('at') })
      .from(outbox)
      .where(
        and(
          behind,
          sql`EXISTS (SELECT 1 FROM outbox AS held WHERE held.organization_id = ${outbox.organizationId}
        AND held.target = ${outbox.target} AND held.state = 'claimed')`,
        ),
      ),
  ]);
  const times = [next?.at ?? null, later(waits?.at, realNow + behindWaitMs), later(waitsForCall?.at, realNow + behindCallMs)].filter(
    (at) => at !== null,
  );
  return times.length > 0 ? Math.min(...times) : null;
}

function later(at: number | null | undefined, than: number): number | null {
  return at === null || at === undefined ? null : Math.max(at, than);
}

/** A command of which nobody knows is looked at now, also where it waits for a person: its service has told something. */
export function dueNow(db: Database, { id, organizationId }: { id: string; organizationId: string }): BatchItem<'sqlite'> {
  return db
    .update(outbox)
    .set({ nextAttemptAt: 0 })
    .where(and(eq(outbox.organizationId, organizationId), eq(outbox.id, id), eq(outbox.state, 'unknown')));
}

/**
 * For a process that has just begun, with no call of an earlier one under way: what is unknown is as good as claimed by
 * a process that is gone, and is asked about when such a lease would have ended. The backoff grows from there. What a
 * service has put off stays put off.
 */
export async function askAfterLease(db: Database): Promise<void> {
  // The time of its last claim: a call keeps that until it is settled.
  const leaseEnds = sql`${outbox.updatedAt} + ${leaseMs}`;
  await db
    .update(outbox)
    .set({ nextAttemptAt: leaseEnds })
    .where(
      and(
        eq(outbox.state, 'unknown'),
        lt(outbox.nextAttemptAt, waitsForPerson),
        gt(outbox.nextAttemptAt, leaseEnds),
        sql`(SELECT clock FROM events e WHERE e.id = ${outbox.eventId}) = 'real'`,
      ),
    );
}

/** Whether a consumer has a command of the event under way. */
export async function isUnderWay(db: Database, organizationId: string, eventId: string): Promise<boolean> {
  const rows = await db
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(eq(outbox.organizationId, organizationId), eq(outbox.eventId, eventId), eq(outbox.state, 'claimed')))
    .limit(1);
  return rows.length > 0;
}

const openOf = (organizationId: string, eventId: string) =>
  and(
    eq(outbox.organizationId, organizationId),
    eq(outbox.eventId, eventId),
    inArray(outbox.state, ['authorised', 'unknown', 'claimed']),
    lt(outbox.nextAttemptAt, waitsForPerson),
  );

/** Events with commands that wait, for the sweep over all of them. */
export async function eventsWithOpenCommands(db: Database): Promise<{ organizationId: string; eventId: string }[]> {
  return db
    .selectDistinct({ organizationId: outbox.organizationId, eventId: outbox.eventId })
    .from(outbox)
    .innerJoin(events, eq(events.id, outbox.eventId))
    .where(
      and(
        inArray(outbox.state, ['authorised', 'unknown', 'claimed']),
        lt(outbox.nextAttemptAt, waitsForPerson),
        ne(events.clock, 'virtual'),
      ),
    )
    .limit(500);
}
