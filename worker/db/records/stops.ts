import { and, desc, eq, gt, inArray, isNull, lt, or, type SQL, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { AgentName } from '../../contract/common';
import { settleStatements } from '../../limits/reserve';
import { newId } from '../../random';
import { asBatch } from '../commit';
import type { Database } from '../database';
import { guard, isGuardFailure } from '../guard';
import { agentSettings, approvals, outbox, stops } from '../schema';
import { takenBackStatement } from './approvals';
import { transitionWhere } from './outbox';

export type StopRow = typeof stops.$inferSelect;

/** What went out just before a stop is listed with it: whoever stops wants to know. */
const justBeforeMs = 120_000;

/** Ids and counts only. */
export interface Reached {
  held: number;
  cancelled: number;
  /** Commands that were under way or had just gone out. */
  couldNotStop: string[];
}

const ofEvent = (organizationId: string, eventId: string, agents: readonly string[] | null) =>
  and(eq(outbox.organizationId, organizationId), eq(outbox.eventId, eventId), agents ? inArray(outbox.agent, [...agents]) : undefined);

/** What a stop finds: queued, approved and not yet carried out, and what it comes too late for. */
async function found(db: Database, organizationId: string, eventId: string, agents: readonly string[] | null, now: number) {
  const own = ofEvent(organizationId, eventId, agents);
  const late = or(
    inArray(outbox.state, ['claimed', 'unknown']),
    and(inArray(outbox.state, ['confirmed', 'reconciled']), gt(outbox.updatedAt, now - justBeforeMs)),
  );
  const [queued, approved, underWay] = await db.batch([
    db
      .select({ n: sql<number>`count(*)` })
      .from(outbox)
      .where(and(own, eq(outbox.state, 'authorised'))),
    db
      .select({ n: sql<number>`count(*)` })
      .from(approvals)
      .where(
        and(
          eq(approvals.organizationId, organizationId),
          eq(approvals.eventId, eventId),
          eq(approvals.state, 'approved'),
          agents ? inArray(approvals.agent, [...agents]) : undefined,
        ),
      ),
    db.select({ id: outbox.id }).from(outbox).where(and(own, late)).orderBy(desc(outbox.updatedAt), desc(outbox.id)).limit(100),
  ]);
  return { queued: queued[0]?.n ?? 0, approved: approved[0]?.n ?? 0, underWay: underWay.map((row) => row.id) };
}

/**
 * Pauses agents: from here on nothing of theirs is claimed. What they have queued and approved is held, not lost. A pause is
 * no new policy: proposals stay as they were approved.
 */
export async function stopAgents(
  db: Database,
  stop: { organizationId: string; eventId: string; agents: AgentName[]; kind: 'agent' | 'all_agents'; by: string },
  /** Real time, and the event's own. */
  at: { now: number; eventNow: number },
): Promise<StopRow> {
  const { organizationId, eventId, agents } = stop;
  const settings = and(
    eq(agentSettings.organizationId, organizationId),
    eq(agentSettings.eventId, eventId),
    inArray(agentSettings.agent, agents),
  );
  await db
    .update(agentSettings)
    .set({ paused: true, updatedAt: at.now, updatedBy: stop.by })
    .where(and(settings, eq(agentSettings.paused, false)));
  // Counted after the pause stands: what is claimed now was claimed before it.
  const { queued, approved, underWay } = await found(db, organizationId, eventId, agents, at.eventNow);
  return keep(db, stop, { held: queued + approved, cancelled: 0, couldNotStop: underWay }, at.now);
}

/** Ends a pause; the stops that made it are lifted. Returns how many effects are due again. */
export async function resumeAgents(
  db: Database,
  organizationId: string,
  eventId: string,
  agents: AgentName[],
  by: string,
  now: number,
): Promise<number> {
  const held = await db
    .select({ n: sql<number>`count(*)` })
    .from(outbox)
    .where(and(ofEvent(organizationId, eventId, agents), eq(outbox.state, 'authorised')));
  const settings = and(eq(agentSettings.organizationId, organizationId), eq(agentSettings.eventId, eventId));
  await db.batch([
    db
      .update(agentSettings)
      .set({ paused: false, updatedAt: now, updatedBy: by })
      .where(and(settings, inArray(agentSettings.agent, agents), eq(agentSettings.paused, true))),
    // A stop of all agents is lifted when none of them is paused any more.
    db
      .update(stops)
      .set({ liftedAt: now })
      .where(
        and(
          eq(stops.organizationId, organizationId),
          eq(stops.eventId, eventId),
          inArray(stops.kind, ['agent', 'all_agents']),
          isNull(stops.liftedAt),
          sql`NOT EXISTS (SELECT 1 FROM json_each(${stops.agents}) a JOIN agent_settings s ON s.event_id = ${eventId} AND s.agent = a.value AND s.paused = 1)`,
        ),
      ),
  ]);
  return held[0]?.n ?? 0;
}

/** What makes no sense for an event that does not take place: all but refunds and what keeps people safe in their accounts. */
const senseless: SQL = sql`${outbox.purpose} NOT IN ('refund', 'service')`;

/** The queued and approved effects of a cancelled event end; refunds go on.  */
export async function stopCancelledEvent(
  db: Database,
  stop: { organizationId: string; eventId: string; by: string },
  at: { now: number; eventNow: number },
): Promise<StopRow> {
  const { organizationId, eventId } = stop;
  const id = newId('stop', at.now);
  const where = and(ofEvent(organizationId, eventId, null), eq(outbox.state, 'authorised'), senseless);
  const proposals = and(
    eq(approvals.organizationId, organizationId),
    eq(approvals.eventId, eventId),
    inArray(approvals.state, ['pending', 'approved']),
    sql`${approvals.tool} <> 'process_refund'`,
  );
  const [, commands, withdrawn] = await db.batch([
    transitionWhere(db, where, 'cancelled', `stop ${id}`, at.eventNow),
    db
      .update(outbox)
      .set({ state: 'cancelled', lastError: 'The event was cancelled.', updatedAt: at.eventNow })
      .where(where)
      .returning({ id: outbox.id }),
    db
      .update(approvals)
      .set({ state: 'cancelled', outcome: 'The event was cancelled.', version: sql`${approvals.version} + 1` })
      .where(proposals)
      .returning({ id: approvals.id }),
    ...settleStatements(db, organizationId, { eventId }),
  ]);
  const { underWay } = await found(db, organizationId, eventId, null, at.eventNow);
  const result = { held: 0, cancelled: commands.length + withdrawn.length, couldNotStop: underWay };
  return keep(db, { ...stop, kind: 'event_cancelled', agents: [], id }, result, at.now);
}

async function keep(
  db: Database,
  stop: { organizationId: string; eventId: string; kind: StopRow['kind']; agents: AgentName[]; by: string; id?: string },
  result: Reached,
  now: number,
): Promise<StopRow> {
  const row: StopRow = { ...stop, id: stop.id ?? newId('stop', now), at: now, liftedAt: null, result: { ...result } };
  await db.insert(stops).values(row);
  return row;
}

/** A stop that came from a contact, as a row of the batch that carries it out. */
export function contactStop(
  db: Database,
  stop: { organizationId: string; eventId: string; by: string; cause: string; couldNotStop: string[] },
  now: number,
): BatchItem<'sqlite'> {
  const { organizationId, eventId, by, cause, couldNotStop } = stop;
  return db.insert(stops).values({
    ...{ id: newId('stop', now), organizationId, eventId, kind: 'contact', agents: [], by, at: now },
    result: { held: 0, cancelled: 0, couldNotStop, cause },
  });
}

export async function listStops(
  db: Database,
  organizationId: string,
  eventId: string,
  position: [at: number, id: string] | null,
  limit: number,
): Promise<StopRow[]> {
  return db
    .select()
    .from(stops)
    .where(
      and(
        eq(stops.organizationId, organizationId),
        eq(stops.eventId, eventId),
        position ? or(lt(stops.at, position[0]), and(eq(stops.at, position[0]), lt(stops.id, position[1]))) : undefined,
      ),
    )
    .orderBy(desc(stops.at), desc(stops.id))
    .limit(limit + 1);
}

/**
 * Takes an approved effect back, with everything else that the same approval put on its way. Only while all of it waits
 * for the end of its undo window. Returns the commands, or null when it is too late.
 */
export async function undoCommands(
  db: Database,
  commands: { organizationId: string; eventId: string; approvalId: string },
  consequences: (command: typeof outbox.$inferSelect) => BatchItem<'sqlite'>[],
  by: string,
  now: number,
): Promise<string[] | null> {
  const own = and(
    eq(outbox.organizationId, commands.organizationId),
    eq(outbox.eventId, commands.eventId),
    eq(outbox.approvalId, commands.approvalId),
  );
  const rows = await db.select().from(outbox).where(own);
  const open = (row: (typeof rows)[number]) =>
    row.state === 'authorised' && row.attempts === 0 && row.undoUntil !== null && row.undoUntil > now;
  if (rows.length === 0 || !rows.every(open)) return null;
  return takeBack(db, own, rows, consequences, by, now);
}

async function takeBack(
  db: Database,
  own: SQL | undefined,
  rows: (typeof outbox.$inferSelect)[],
  consequences: (command: typeof outbox.$inferSelect) => BatchItem<'sqlite'>[],
  by: string,
  now: number,
): Promise<string[] | null> {
  const untouched = and(own, eq(outbox.state, 'authorised'), eq(outbox.attempts, 0));
  try {
    await db.batch(
      asBatch([
        guard(db, sql`(SELECT count(*) FROM ${outbox} WHERE ${untouched}) = ${rows.length}`),
        transitionWhere(db, untouched, 'cancelled', `undone by ${by}`, now),
        db.update(outbox).set({ state: 'cancelled', lastError: 'It was taken back.', updatedAt: now }).where(untouched),
        ...rows.slice(0, 1).flatMap((row) => (row.approvalId ? [takenBackStatement(db, row.organizationId, row.approvalId, now)] : [])),
        ...rows.flatMap(consequences),
        ...rows.flatMap((row) => (row.reservation ? settleStatements(db, row.organizationId, { commandId: row.id }) : [])),
      ]),
    );
  } catch (error) {
    if (isGuardFailure(error)) return null;
    throw error;
  }
  return rows.map((row) => row.id);
}
