import { and, eq, inArray, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { costOfCommand, type Reservation, spentLimit } from '../core/limits/reservation';
import { overLimit, reservationsAt, reserved, reserveStatements } from '../limits/reserve';
import type { NewCommand } from '../ports/commands';
import type { Batch, CommitPort } from '../ports/commit';
import type { RecordChange } from '../ports/records';
import { activityInsert } from './activities';
import type { Database } from './database';
import { guard, isGuardFailure, isUniqueFailure } from './guard';
import { commandInsert } from './records/outbox';
import { salesStatements } from './sales-changes';
import { approvals, attendees, refunds, tickets, transfers } from './schema';
import { sealActivity } from './sealed-activity';

interface CommitScope {
  db: Database;
  organizationId: string;
  eventId: string;
  newCommandId(): string;
  /** How long what a person approved can be taken back before it is carried out. */
  undoMs?: number;
  /** Milliseconds since 1970 by the event's clock. */
  now(): number;
}

/** Writes records, activity and commands in one D1 batch, or nothing at all. */
export function commitPort(scope: CommitScope): CommitPort {
  return {
    async commit(batch) {
      const now = scope.now();
      const commandIds = batch.commands.map(() => scope.newCommandId());
      const activity = await sealActivity(scope.db, scope.organizationId, batch.activity);
      const ids = new Map(batch.commands.map((command, index) => [command.idempotencyKey, commandIds[index] ?? '']));
      const { limits } = batch;
      const asked = batch.commands.map((command) => (limits ? reservationsAt(costOfCommand(command), limits, now) : []));
      const statements: BatchItem<'sqlite'>[] = [
        ...(batch.executes ? executed(scope, batch.executes, now) : []),
        ...(batch.replaces ? replaced(scope, batch.replaces) : []),
        activityInsert(scope.db, scope.organizationId, scope.eventId, activity),
        ...batch.commands.flatMap((command, index) => staged(scope, batch, command, commandIds[index] ?? '', asked[index] ?? [], now)),
        ...batch.changes.flatMap((change) => changeStatements(scope, change, ids, now)),
        ...reserveStatements({ ...scope, now }, asked.flat(), batch.limits?.checked),
        ...(batch.approval ? [approvalInsert(scope, batch.approval)] : []),
      ];
      try {
        await scope.db.batch(asBatch(statements));
        return { status: 'committed', commandIds };
      } catch (error) {
        if (isUniqueFailure(error)) return { status: 'duplicate' };
        const over = overLimit(error, asked.flat());
        if (over) return { status: 'over_limit', limit: spentLimit(over.reservation, batch.activity.agent, over.limit) };
        if (isGuardFailure(error)) return { status: 'moved' };
        throw error;
      }
    },
  };
}

/** drizzle's type wants a tuple that is known not to be empty. */
export function asBatch(statements: BatchItem<'sqlite'>[]): [BatchItem<'sqlite'>, ...BatchItem<'sqlite'>[]] {
  const [first, ...rest] = statements;
  if (!first) throw new RangeError('An empty batch');
  return [first, ...rest];
}

/** Carried out with this batch; from now on its attendee is to be told. */
function executed(scope: CommitScope, approvalId: string, now: number): BatchItem<'sqlite'>[] {
  return approvedEnds(scope, approvalId, { state: 'executed', outcome: 'Carried out.', nextReminderAt: now });
}

/** Asked for anew with this batch: neither is without the other. */
function replaced(scope: CommitScope, { approvalId, outcome }: NonNullable<Batch['replaces']>): BatchItem<'sqlite'>[] {
  return approvedEnds(scope, approvalId, { state: 'stale', outcome, nextReminderAt: null });
}

function approvedEnds(
  { db, organizationId }: CommitScope,
  approvalId: string,
  end: { state: 'executed' | 'stale'; outcome: string; nextReminderAt: number | null },
): BatchItem<'sqlite'>[] {
  return [
    guard(
      db,
      sql`EXISTS (SELECT 1 FROM ${approvals} WHERE ${approvals.id} = ${approvalId} AND ${approvals.organizationId} = ${organizationId} AND ${approvals.state} = 'approved')`,
    ),
    db
      .update(approvals)
      .set({ ...end, version: sql`${approvals.version} + 1` })
      .where(and(eq(approvals.organizationId, organizationId), eq(approvals.id, approvalId))),
  ];
}

/** What a person approved may be taken back for a while; a transfer, which has its own way back, is done at once. */
function staged(
  scope: CommitScope,
  batch: Batch,
  command: NewCommand,
  id: string,
  asked: Reservation[],
  now: number,
): BatchItem<'sqlite'>[] {
  const undoMs = batch.executes && !batch.changes.some(({ change }) => change === 'ticket_transferred') ? (scope.undoMs ?? 0) : 0;
  const { agent, runId, id: activityId } = batch.activity;
  return commandInsert(
    scope.db,
    {
      ...{ id, organizationId: scope.organizationId, eventId: scope.eventId, agent, runId, activityId, command, now },
      approvalId: batch.executes,
      undoUntil: undoMs > 0 ? now + undoMs : null,
      reservation: asked.length > 0 ? reserved(asked) : null,
    },
    batch.executes ? `approval ${batch.executes}` : `activity ${activityId}`,
  );
}

function approvalInsert({ db, organizationId, eventId }: CommitScope, approval: NonNullable<Batch['approval']>): BatchItem<'sqlite'> {
  return db.insert(approvals).values({ ...approval, organizationId, eventId, input: approval.input, state: 'pending', version: 1 });
}

function changeStatements(
  { db, organizationId, eventId }: CommitScope,
  change: RecordChange,
  commandIds: Map<string, string>,
  now: number,
): BatchItem<'sqlite'>[] {
  switch (change.change) {
    case 'refund_queued': {
      const ofOrder = and(
        eq(tickets.organizationId, organizationId),
        eq(tickets.orderId, change.orderId),
        inArray(tickets.state, ['valid', 'unassigned']),
      );
      return [
        guard(
          db,
          sql`(SELECT total_minor - refunded_minor FROM orders WHERE organization_id = ${organizationId} AND id = ${change.orderId})
            - (SELECT coalesce(sum(amount_minor), 0) FROM refunds WHERE organization_id = ${organizationId} AND order_id = ${change.orderId} AND state IN ('queued', 'unknown'))
            >= ${change.amount.minor}`,
        ),
        db.insert(refunds).values({
          id: change.refundId,
          organizationId,
          eventId,
          orderId: change.orderId,
          ticketId: change.ticketId,
          amountMinor: change.amount.minor,
          currency: change.amount.currency,
          reason: change.reason,
          state: 'queued',
          commandId: commandIds.get(change.commandKey) ?? '',
          createdAt: now,
          updatedAt: now,
        }),
        // A ticket whose money goes back opens no door meanwhile; a refund that fails gives it back.
        db
          .update(tickets)
          .set({ state: 'refunded', version: sql`${tickets.version} + 1`, updatedAt: now })
          .where(change.ticketId ? and(ofOrder, eq(tickets.id, change.ticketId)) : ofOrder),
      ];
    }
    case 'ticket_transferred': {
      const ticket = and(eq(tickets.organizationId, organizationId), eq(tickets.id, change.ticketId));
      return [
        guard(
          db,
          sql`EXISTS (SELECT 1 FROM ${tickets} WHERE ${tickets.organizationId} = ${organizationId} AND ${tickets.id} = ${change.ticketId} AND ${tickets.version} = ${change.version} AND ${tickets.state} IN ('valid', 'unassigned'))`,
        ),
        db.insert(attendees).values({
          id: change.toAttendeeId,
          organizationId,
          eventId,
          name: change.toName,
          email: change.toEmail,
          attributes: {},
          editedFields: ['name', 'email'],
          createdAt: now,
          updatedAt: now,
        }),
        // All columns of the table, in its order: the old holder and secret are read as the batch finds them.
        db.insert(transfers).select(
          sql`SELECT ${change.transferId}, ${organizationId}, ${eventId}, id, coalesce(attendee_id, ''), ${change.toAttendeeId}, secret, 'done', ${change.undoTokenHash}, ${change.undoUntil}, ${now}, NULL
              FROM tickets WHERE organization_id = ${organizationId} AND id = ${change.ticketId}`,
        ),
        db
          .update(tickets)
          .set({
            attendeeId: change.toAttendeeId,
            state: 'valid',
            secret: change.secret,
            version: sql`${tickets.version} + 1`,
            editedFields: sql`(SELECT json_group_array(value) FROM (SELECT value FROM json_each(${tickets.editedFields}) UNION SELECT 'attendee'))`,
            updatedAt: now,
          })
          .where(ticket),
      ];
    }
    default:
      return salesStatements({ db, organizationId, eventId }, change, commandIds, now);
  }
}
