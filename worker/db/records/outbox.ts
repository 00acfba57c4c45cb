import { and, asc, eq, inArray, lt, ne, type SQL, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { leaseMs, type NextState, type RecordedState, waitsForPerson } from '../../core/outbox/life-cycle';
import type { CommandPurpose } from '../../core/outbox/purpose';
import { settleStatements } from '../../limits/reserve';
import type { NewCommand } from '../../ports/commands';
import { newId } from '../../random';
import { asBatch } from '../commit';
import type { Database } from '../database';
import type { Batches } from '../grouped-batches';
import { guard, isGuardFailure } from '../guard';
import { commandTransitions, events, outbox, type Reserved, receipts, type suppressions } from '../schema';

export type CommandRow = typeof outbox.$inferSelect;

// --- writing -----------------------------------------------------------------------------------------------------------

export interface CommandFields {
  id: string;
  organizationId: string;
  eventId: string;
  agent: string;
  command: NewCommand;
  runId?: string | null;
  approvalId?: string | null;
  activityId?: string | null;
  /** Until then it can be taken back, and is not carried out. */
  undoUntil?: number | null;
  reservation?: Reserved[] | null;
  /** Milliseconds since 1970 by the event's clock. */
  now: number;
}

/** A row of the outbox as it is born: let through, and due at the end of its undo window. */
export function commandRow(fields: CommandFields): typeof outbox.$inferInsert {
  const { command, now } = fields;
  const undoUntil = fields.undoUntil ?? null;
  return {
    id: fields.id,
    organizationId: fields.organizationId,
    eventId: fields.eventId,
    agent: fields.agent,
    runId: fields.runId ?? null,
    approvalId: fields.approvalId ?? null,
    activityId: fields.activityId ?? null,
    kind: command.kind,
    target: command.kind === 'mail.send' ? command.target.toLowerCase() : command.target,
    idempotencyKey: command.idempotencyKey,
    payload: { ...command.payload },
    purpose: purposeOf(command),
    reservation: fields.reservation ?? null,
    undoUntil,
    state: 'authorised',
    attempts: 0,
    nextAttemptAt: undoUntil ?? now,
    createdAt: now,
    updatedAt: now,
  };
}

function purposeOf(command: NewCommand): CommandPurpose {
  return command.kind === 'mail.send' ? command.payload.purpose : 'refund';
}

/** The row and the first step of its life. A used key fails the whole batch. `cause` names no person. */
export function commandInsert(db: Database, fields: CommandFields, cause: string): BatchItem<'sqlite'>[] {
  return [
    db.insert(outbox).values(commandRow(fields)),
    transitionWhere(db, eq(outbox.id, fields.id), 'authorised', cause, fields.now, born),
  ];
}

/** As `commandInsert`, but a used key means that it is on its way already, and changes nothing. */
export function commandInsertOnce(db: Database, fields: CommandFields, cause: string): BatchItem<'sqlite'>[] {
  const [, transition] = commandInsert(db, fields, cause);
  const insert = db.insert(outbox).values(commandRow(fields)).onConflictDoNothing();
  return transition ? [insert, transition] : [insert];
}

const born = sql`'proposed'`;

/** One step of a command whose state is known. */
export function transition(
  db: Database,
  command: Pick<CommandRow, 'id' | 'organizationId' | 'eventId'>,
  step: { from: RecordedState; to: RecordedState; cause: string; attempt: number; at: number },
): BatchItem<'sqlite'> {
  return db.insert(commandTransitions).values({
    id: newId('transition', step.at),
    organizationId: command.organizationId,
    eventId: command.eventId,
    commandId: command.id,
    fromState: step.from,
    toState: step.to,
    cause: step.cause,
    attempt: step.attempt,
    at: step.at,
  });
}

/**
 * One step of every command that fits, from the state in which the batch finds it: stands before the update that makes
 * the step. All columns of the table, in its order.
 */
export function transitionWhere(
  db: Database,
  where: SQL | undefined,
  to: RecordedState | 'same',
  cause: string,
  at: number,
  from: SQL = sql`${outbox.state}`,
  attempt: SQL = sql`${outbox.attempts}`,
): BatchItem<'sqlite'> {
  const prefix = newId('transition', at);
  return db.insert(commandTransitions).select(
    sql`SELECT ${prefix} || lower(hex(randomblob(4))), ${outbox.organizationId}, ${outbox.eventId}, ${outbox.id}, ${from}, ${to === 'same' ? outbox.state : to}, ${cause}, ${attempt}, ${at}
      FROM ${outbox} WHERE ${where ?? sql`1`}`,
  );
}

// --- claiming ----------------------------------------------------------------------------------------------------------

export interface Claim {
  command: CommandRow;
  /** The state it was found in: what is not `authorised` may have happened already. */
  before: CommandRow['state'];
  event: typeof events.$inferSelect;
  /** By the event's clock. */
  now: number;
  /** When the first call was made after it was last let through. */
  firstCalledAt: number;
  /** Why no mail at all goes to its address, if so. */
  suppressed: (typeof suppressions.$inferSelect)['reason'] | null;
  paused: boolean;
}

const eventClock = (realNow: number) => sql`coalesce((SELECT e.clock_now FROM events e WHERE e.id = ${outbox.eventId}), ${realNow})`;
const pausedAgent = sql`EXISTS (SELECT 1 FROM agent_settings s WHERE s.event_id = ${outbox.eventId} AND s.agent = ${outbox.agent} AND s.paused = 1)`;
const waiting = sql.raw(String(waitsForPerson));

/**
 * Effects on one target happen one at a time, over all events and agents of the organization, and in order within an
 * event. What waits for a person holds nobody up, nor does a paused agent; what nobody asked for never holds up the rest.
 * A rehearsal's clock says nothing about another event's, so that it is a world of its own.
 */
const inLine = sql`NOT EXISTS (SELECT 1 FROM outbox AS other WHERE other.organization_id = ${outbox.organizationId} AND other.target = ${outbox.target}
  AND other.id <> ${outbox.id} AND other.state IN ('authorised', 'claimed', 'unknown') AND other.next_attempt_at < ${waiting}
  AND CASE WHEN other.event_id = ${outbox.eventId}
    THEN other.state = 'claimed' OR ((other.created_at, other.id) < (${outbox.createdAt}, ${outbox.id})
      AND (other.purpose NOT IN ('outreach', 'campaign') OR ${outbox.purpose} IN ('outreach', 'campaign'))
      AND (other.agent = ${outbox.agent} OR NOT EXISTS (SELECT 1 FROM agent_settings s WHERE s.event_id = other.event_id AND s.agent = other.agent AND s.paused = 1)))
    ELSE other.state = 'claimed' AND (SELECT clock FROM events WHERE id = other.event_id) = (SELECT clock FROM events WHERE id = ${outbox.eventId}) END)`;

/** What may be claimed now. A pause holds what was not called yet; what may have happened is looked into all the same. */
function due(now: SQL | number, realNow: number): SQL {
  return sql`((${outbox.state} = 'unknown' AND ${outbox.nextAttemptAt} <= ${now})
    OR (${outbox.state} = 'authorised' AND ${outbox.nextAttemptAt} <= ${now} AND NOT ${pausedAgent})
    OR (${outbox.state} = 'claimed' AND ${outbox.leaseUntil} <= ${realNow}))`;
}

/**
 * Takes a lease on a command that is due, so that no two consumers hold it. Null when it is not due, leased, settled,
 * paused, or not the next of its target.
 */
export async function claimCommand(
  db: Database,
  organizationId: string,
  commandId: string,
  realNow: number,
  batches: Batches = db,
): Promise<Claim | null> {
  const own = and(eq(outbox.organizationId, organizationId), eq(outbox.id, commandId));
  const ofCommand = (column: string) =>
    sql`(SELECT ${sql.raw(column)} FROM outbox WHERE organization_id = ${organizationId} AND id = ${commandId})`;
  const now = eventClock(realNow);
  const claimable = and(own, due(now, realNow), inLine);
  const cause = sql`CASE ${outbox.state} WHEN 'claimed' THEN 'its lease ran out' WHEN 'unknown' THEN 'to be reconciled' ELSE 'due' END`;
  const prefix = newId('transition', realNow);
  // Selects instead of joins: a D1 batch returns rows by column name, and the tables share names.
  const [found, ofEvent, facts, , taken] = await batches.batch([
    db.select().from(outbox).where(own),
    db
      .select()
      .from(events)
      .where(eq(events.id, ofCommand('event_id'))),
    db
      .select({
        suppressed: sql<Claim['suppressed']>`(SELECT reason FROM suppressions WHERE organization_id = ${organizationId} AND channel = 'mail'
          AND address = ${ofCommand('lower(target)')})`.as('suppressed'),
        firstCalledAt: sql<
          number | null
        >`(SELECT max(at) FROM command_transitions WHERE organization_id = ${organizationId} AND command_id = ${commandId}
          AND from_state = 'authorised' AND to_state = 'claimed')`.as('first_called_at'),
        paused:
          sql<number>`EXISTS (SELECT 1 FROM agent_settings s WHERE s.event_id = ${ofCommand('event_id')} AND s.agent = ${ofCommand('agent')} AND s.paused = 1)`.as(
            'paused',
          ),
      })
      .from(sql`(SELECT 1)`),
    db.insert(commandTransitions).select(
      sql`SELECT ${prefix}, ${outbox.organizationId}, ${outbox.eventId}, ${outbox.id}, ${outbox.state}, 'claimed', ${cause}, ${outbox.attempts} + 1, ${now}
        FROM ${outbox} WHERE ${claimable}`,
    ),
    db
      .update(outbox)
      .set({ state: 'claimed', attempts: sql`${outbox.attempts} + 1`, leaseUntil: realNow + leaseMs, updatedAt: now })
      .where(claimable)
      .returning({ attempts: outbox.attempts }),
  ]);
  const command = found[0];
  const event = ofEvent[0];
  const attempts = taken[0]?.attempts;
  if (!command || !event || attempts === undefined) return null;
  const at = event.clockNow ?? realNow;
  return {
    command: { ...command, attempts },
    before: command.state,
    event,
    now: at,
    firstCalledAt: command.state === 'authorised' ? at : (facts[0]?.firstCalledAt ?? command.createdAt),
    suppressed: facts[0]?.suppressed ?? null,
    paused: facts[0]?.paused === 1,
  };
}

/** Whether the claim is still this one. */
const heldBy = (command: CommandRow) =>
  and(
    eq(outbox.organizationId, command.organizationId),
    eq(outbox.id, command.id),
    eq(outbox.state, 'claimed'),
    eq(outbox.attempts, command.attempts),
  );

/** Keeps a claim while its call is under way; false when another consumer has taken it over. */
export async function renewLease(db: Database, command: CommandRow, realNow: number): Promise<boolean> {
  const rows = await db
    .update(outbox)
    .set({ leaseUntil: realNow + leaseMs })
    .where(heldBy(command))
    .returning({ id: outbox.id });
  return rows.length > 0;
}

export interface Settlement {
  next: NextState;
  /** What made it so, in words without personal data. */
  cause: string;
  /** It was held back and no call was made: the claim does not count as an attempt. */
  uncounted?: boolean;
  receipt: { id: string; outcome: string; provider: string; providerRef: string | null; detail: Record<string, unknown> } | null;
  /** What the outcome means for the records, in the same batch. */
  consequences: BatchItem<'sqlite'>[];
}

/** Ends a claim: state, step, receipt and consequences in one batch, or nothing at all when the claim is no longer this one: then false. */
export async function settleCommand(
  db: Database,
  command: CommandRow,
  settlement: Settlement,
  now: number,
  batches: Batches = db,
): Promise<boolean> {
  const { next, cause, uncounted, receipt, consequences } = settlement;
  const claim = heldBy(command);
  const statements: BatchItem<'sqlite'>[] = [
    guard(db, sql`EXISTS (SELECT 1 FROM ${outbox} WHERE ${claim})`),
    transition(db, command, { from: 'claimed', to: next.state, cause, attempt: command.attempts, at: now }),
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
    ...(command.reservation ? settleStatements(db, command.organizationId, { commandId: command.id }) : []),
  ];
  try {
    await batches.batch(asBatch(statements));
    return true;
  } catch (error) {
    if (isGuardFailure(error)) return false;
    throw error;
  }
}

/**
 * A person's word on a command that waits for one, with its consequences, in one batch; false when it has moved since it
 * was read, or a consequence is not possible any more.
 */
export async function decideCommand(
  db: Database,
  command: CommandRow,
  word: {
    state: CommandRow['state'];
    cause: string;
    note: string;
    receipt: { id: string; outcome: string; by: string };
    consequences: BatchItem<'sqlite'>[];
  },
  now: number,
): Promise<boolean> {
  const own = and(
    eq(outbox.organizationId, command.organizationId),
    eq(outbox.id, command.id),
    eq(outbox.state, command.state),
    eq(outbox.attempts, command.attempts),
  );
  const opened = word.state === 'authorised';
  try {
    await db.batch(
      asBatch([
        guard(db, sql`EXISTS (SELECT 1 FROM ${outbox} WHERE ${own})`),
        transition(db, command, { from: command.state, to: word.state, cause: word.cause, attempt: command.attempts, at: now }),
        db
          .update(outbox)
          .set({ state: word.state, nextAttemptAt: now, lastError: word.note, updatedAt: now, ...(opened ? { attempts: 0 } : {}) })
          .where(own),
        db.insert(receipts).values({
          ...{ id: word.receipt.id, organizationId: command.organizationId, commandId: command.id, outcome: word.receipt.outcome },
          ...{ provider: 'person', providerRef: null, detail: { by: word.receipt.by, reason: word.note }, at: now },
        }),
        ...word.consequences,
        ...(command.reservation ? settleStatements(db, command.organizationId, { commandId: command.id }) : []),
      ]),
    );
    return true;
  } catch (error) {
    if (isGuardFailure(error)) return false;
    throw error;
  }
}

// --- looking after -----------------------------------------------------------------------------------------------------

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

/** When to look at an event's outbox again in real time: at the next attempt or the end of a lease; null when nothing is open. */
export async function nextLookAt(db: Database, organizationId: string, eventId: string): Promise<number | null> {
  const [row] = await db
    .select({
      at: sql<number | null>`min(CASE WHEN ${outbox.state} = 'claimed' THEN ${outbox.leaseUntil} ELSE ${outbox.nextAttemptAt} END)`,
    })
    .from(outbox)
    .where(and(openOf(organizationId, eventId), sql`(${outbox.state} <> 'authorised' OR NOT ${pausedAgent})`));
  return row?.at ?? null;
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

/** By the key that its service knows it by. */
export async function commandByKey(db: Database, organizationId: string, idempotencyKey: string): Promise<CommandRow | null> {
  const [row] = await db
    .select()
    .from(outbox)
    .where(and(eq(outbox.organizationId, organizationId), eq(outbox.idempotencyKey, idempotencyKey)));
  return row ?? null;
}

export async function commandById(db: Database, organizationId: string, id: string): Promise<CommandRow | null> {
  const [row] = await db
    .select()
    .from(outbox)
    .where(and(eq(outbox.organizationId, organizationId), eq(outbox.id, id)));
  return row ?? null;
}
