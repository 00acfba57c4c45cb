import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { RecordedState } from '../../core/outbox/life-cycle';
import type { CommandPurpose } from '../../core/outbox/purpose';
import type { NewCommand } from '../../ports/commands';
import { newId } from '../../random';
import type { Database } from '../database';
import { commandTransitions, outbox, type Reserved } from '../schema';

export type CommandRow = typeof outbox.$inferSelect;

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
  switch (command.kind) {
    case 'mail.send':
      return command.payload.purpose;
    case 'payments.refund':
      return 'refund';
    case 'calendar.book':
    case 'calendar.cancel':
      return 'service';
  }
}

/** The row and the first step of its life. A used key fails the whole batch. `cause` names no person. */
export function commandInsert(db: Database, fields: CommandFields, cause: string): BatchItem<'sqlite'>[] {
  return [db.insert(outbox).values(commandRow(fields)), firstStep(db, fields, cause)];
}

/** As `commandInsert`, but a used key means that it is on its way already, and changes nothing. */
export function commandInsertOnce(db: Database, fields: CommandFields, cause: string): BatchItem<'sqlite'>[] {
  return [db.insert(outbox).values(commandRow(fields)).onConflictDoNothing(), firstStep(db, fields, cause)];
}

/** Of a row that is there: one that a used key kept out takes no step. */
function firstStep(db: Database, { id, now }: CommandFields, cause: string): BatchItem<'sqlite'> {
  return transitionWhere(db, eq(outbox.id, id), 'authorised', cause, now, sql`'proposed'`);
}

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
