import { and, asc, desc, eq, inArray, lte, ne, or, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { leaseMs, type NextState } from '../../core/outbox/life-cycle';
import { asBatch } from '../commit';
import type { Database } from '../database';
import { guard, isGuardFailure } from '../guard';
import { agentSettings, events, outbox, receipts } from '../schema';

export type CommandRow = typeof outbox.$inferSelect;

export interface Claim {
  command: CommandRow;
  /** The state it was found in: what is not `authorised` may have happened already. */
  before: CommandRow['state'];
  event: typeof events.$inferSelect;
  paused: boolean;
}

const firstOfItsTarget = sql`NOT EXISTS (SELECT 1 FROM outbox AS earlier WHERE earlier.organization_id = ${outbox}.organization_id AND earlier.target = ${outbox}.target
  AND earlier.state IN ('authorised', 'claimed', 'unknown') AND (earlier.created_at, earlier.id) < (${outbox}.created_at, ${outbox}.id))`;

/**
 * Takes a lease on a command that is due, so that no two consumers hold it. Null when it is not due, leased, settled, or
 * an earlier command of the same target is still open. `now` is the event's clock, `realNow` the lease's.
 */
export async function claimCommand(
  db: Database,
  organizationId: string,
  commandId: string,
  now: number,
  realNow: number,
): Promise<Claim | null> {
  const own = and(eq(outbox.organizationId, organizationId), eq(outbox.id, commandId));
  // Three selects instead of a join: a D1 batch returns rows by column name, and the tables share names.
  const [found, ofEvent, settings, taken] = await db.batch([
    db.select().from(outbox).where(own),
    db
      .select()
      .from(events)
      .where(eq(events.id, sql`(SELECT event_id FROM outbox WHERE organization_id = ${organizationId} AND id = ${commandId})`)),
    db
      .select({ paused: agentSettings.paused })
      .from(agentSettings)
      .where(
        sql`(${agentSettings.eventId}, ${agentSettings.agent}) = (SELECT event_id, agent FROM outbox WHERE organization_id = ${organizationId} AND id = ${commandId})`,
      ),
    db
      .update(outbox)
      .set({ state: 'claimed', attempts: sql`${outbox.attempts} + 1`, leaseUntil: realNow + leaseMs, updatedAt: now })
      .where(
        and(
          own,
          or(
            and(inArray(outbox.state, ['authorised', 'unknown']), lte(outbox.nextAttemptAt, now)),
            and(eq(outbox.state, 'claimed'), lte(outbox.leaseUntil, realNow)),
          ),
          firstOfItsTarget,
        ),
      )
      .returning({ attempts: outbox.attempts }),
  ]);
  const command = found[0];
  const event = ofEvent[0];
  const attempts = taken[0]?.attempts;
  if (!command || !event || attempts === undefined) return null;
  return { command: { ...command, attempts }, before: command.state, event, paused: settings[0]?.paused ?? false };
}

export interface Settlement {
  next: NextState;
  /** It was held back and no call was made: the claim does not count as an attempt. */
  uncounted?: boolean;
  receipt: { id: string; outcome: string; provider: string; providerRef: string | null; detail: Record<string, unknown> } | null;
  /** What the outcome means for the records, in the same batch. */
  consequences: BatchItem<'sqlite'>[];
}

/** Ends a claim: state, receipt and consequences in one batch, or nothing at all when the claim is no longer this one: then false. */
export async function settleCommand(db: Database, command: CommandRow, settlement: Settlement, now: number): Promise<boolean> {
  const { next, uncounted, receipt, consequences } = settlement;
  const claim = and(
    eq(outbox.organizationId, command.organizationId),
    eq(outbox.id, command.id),
    eq(outbox.state, 'claimed'),
    eq(outbox.attempts, command.attempts),
  );
  const statements: BatchItem<'sqlite'>[] = [
    guard(db, sql`EXISTS (SELECT 1 FROM ${outbox} WHERE ${claim})`),
    db
      .update(outbox)
      .set({
        state: next.state,
        nextAttemptAt: next.nextAttemptAt,
        lastError: next.lastError,
        leaseUntil: null,
        updatedAt: now,
        ...(uncounted ? { attempts: command.attempts - 1 } : {}),
      })
      .where(claim),
    ...(receipt
      ? [db.insert(receipts).values({ ...receipt, organizationId: command.organizationId, commandId: command.id, at: now })]
      : []),
    ...consequences,
  ];
  try {
    await db.batch(asBatch(statements));
    return true;
  } catch (error) {
    if (isGuardFailure(error)) return false;
    throw error;
  }
}

/** Commands of one event that are due, oldest first, at most 100. */
export async function dueCommands(db: Database, organizationId: string, eventId: string, now: number, realNow: number): Promise<string[]> {
  const rows = await db
    .select({ id: outbox.id })
    .from(outbox)
    .where(
      and(
        eq(outbox.organizationId, organizationId),
        eq(outbox.eventId, eventId),
        or(
          and(inArray(outbox.state, ['authorised', 'unknown']), lte(outbox.nextAttemptAt, now)),
          and(eq(outbox.state, 'claimed'), lte(outbox.leaseUntil, realNow)),
        ),
      ),
    )
    .orderBy(asc(outbox.createdAt), asc(outbox.id))
    .limit(100);
  return rows.map((row) => row.id);
}

/**
 * When the next open command of an event is due by its clock; null when none is open. A command behind another one of its
 * target is not due before that one: the first in line answers for both.
 */
export async function nextCommandDue(db: Database, organizationId: string, eventId: string): Promise<number | null> {
  const [row] = await db
    .select({ at: sql<number | null>`min(${outbox.nextAttemptAt})` })
    .from(outbox)
    .where(
      and(
        eq(outbox.organizationId, organizationId),
        eq(outbox.eventId, eventId),
        inArray(outbox.state, ['authorised', 'unknown', 'claimed']),
        firstOfItsTarget,
      ),
    );
  return row?.at ?? null;
}

/** Events with commands that wait, for the sweep over all of them. */
export async function eventsWithOpenCommands(db: Database): Promise<{ organizationId: string; eventId: string }[]> {
  return db
    .selectDistinct({ organizationId: outbox.organizationId, eventId: outbox.eventId })
    .from(outbox)
    .innerJoin(events, eq(events.id, outbox.eventId))
    .where(and(inArray(outbox.state, ['authorised', 'unknown', 'claimed']), ne(events.clock, 'virtual')))
    .limit(500);
}

export async function commandsOfActivity(db: Database, organizationId: string, activityId: string): Promise<CommandRow[]> {
  return db
    .select()
    .from(outbox)
    .where(and(eq(outbox.organizationId, organizationId), eq(outbox.activityId, activityId)))
    .orderBy(desc(outbox.createdAt))
    .limit(20);
}

/** What a pause of this agent held back is due again. */
export async function releaseHeld(db: Database, organizationId: string, eventId: string, agent: string): Promise<void> {
  await db
    .update(outbox)
    .set({ nextAttemptAt: sql`${outbox.createdAt}` })
    .where(
      and(
        eq(outbox.organizationId, organizationId),
        eq(outbox.eventId, eventId),
        eq(outbox.agent, agent),
        eq(outbox.state, 'authorised'),
        eq(outbox.attempts, 0),
      ),
    );
}
