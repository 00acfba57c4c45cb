import { and, eq, inArray, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { composerFor } from '../compose';
import type { CommandState } from '../core/outbox/life-cycle';
import { databaseOf } from '../db/database';
import { guard } from '../db/guard';
import { type CommandRow, commandInsertOnce } from '../db/records/outbox';
import { crmNotes, type events, meetings, orders, refunds, tickets } from '../db/schema';
import { configOf } from '../env';
import { countedFor, countStatements, reserved } from '../limits/reserve';
import type { PayloadOf } from '../ports/commands';
import { newId } from '../random';
import { bookingOf, refundOf } from './payloads';

/** What a command's new state means for the records, in the batch that makes it so. */
export interface Settled {
  state: CommandState;
  providerRef: string | null;
  /** The service has taken the refund, and moves the money later. */
  pending: boolean;
}

export function consequences(
  env: Env,
  command: CommandRow,
  event: typeof events.$inferSelect,
  settled: Settled,
  now: number,
): BatchItem<'sqlite'>[] {
  if (command.kind === 'calendar.book') return bookingSettled(env, command, settled, now);
  if (command.kind !== 'payments.refund') return [];
  switch (settled.state) {
    case 'failed':
    case 'cancelled':
      return undone(env, command, now);
    case 'unknown':
      return [databaseOf(env, command.organizationId).update(refunds).set({ state: 'unknown', updatedAt: now }).where(openRefund(command))];
    case 'confirmed':
    case 'reconciled':
      return refunded(env, command, event, settled, now);
    case 'authorised':
    case 'claimed':
    case 'parked':
      return [];
  }
}

/**
 * A booking that an outside calendar took has its reference from now on; one that it refused is an offer again, unless the
 * guest has moved on meanwhile, and somebody is asked to look after the guest.
 */
function bookingSettled(env: Env, command: CommandRow, { state, providerRef }: Settled, now: number): BatchItem<'sqlite'>[] {
  const db = databaseOf(env, command.organizationId);
  const { meetingId, sequence } = bookingOf(command);
  const thisTurn = and(
    eq(meetings.organizationId, command.organizationId),
    eq(meetings.id, meetingId),
    eq(meetings.state, 'booked'),
    eq(meetings.sequence, sequence),
  );
  const change = { version: sql`${meetings.version} + 1`, updatedAt: now };
  switch (state) {
    case 'confirmed':
    case 'reconciled':
      return providerRef === null
        ? []
        : [
            db
              .update(meetings)
              .set({ ...change, providerRef })
              .where(thisTurn),
          ];
    case 'failed':
    case 'cancelled':
      return [
        db.insert(crmNotes).select(
          sql`SELECT ${newId('note', now)}, ${meetings.organizationId}, ${meetings.companyId}, ${meetings.dealId}, 'task',
            'The calendar refused the booking of ' || ${meetings.guestName} || '. Offer them another time.', 'sales', ${now}, NULL, ${now}
            FROM ${meetings} WHERE ${thisTurn}`,
        ),
        db
          .update(meetings)
          .set({ ...change, state: 'offered', startsAt: null, endsAt: null })
          .where(thisTurn),
      ];
    default:
      return [];
  }
}

/** The key of the mail that follows a refund. */
export const confirmationKey = (command: CommandRow) => `${command.idempotencyKey}:confirmation`;

/** A notification of the service may have been faster: what it said stands. */
function openRefund(command: CommandRow) {
  return and(
    eq(refunds.organizationId, command.organizationId),
    eq(refunds.id, refundOf(command).refundId),
    inArray(refunds.state, ['queued', 'unknown']),
  );
}

function refunded(
  env: Env,
  command: CommandRow,
  event: typeof events.$inferSelect,
  { providerRef, pending }: Settled,
  now: number,
): BatchItem<'sqlite'>[] {
  const db = databaseOf(env, command.organizationId);
  const refund = refundOf(command);
  const order = and(eq(orders.organizationId, command.organizationId), eq(orders.id, refund.orderId));
  return [
    // A report that it came to nothing was faster than the answer: then this claim ends, and the next one hears of it.
    guard(db, sql`NOT EXISTS (SELECT 1 FROM refunds r WHERE r.id = ${refund.refundId} AND r.state = 'failed')`),
    // Guarded by the refund's own state, so that a replayed confirmation adds its amount once.
    db
      .update(orders)
      .set({
        refundedMinor: sql`${orders.refundedMinor} + ${refund.amount.minor}`,
        state: sql`CASE WHEN EXISTS (SELECT 1 FROM tickets t WHERE t.order_id = ${refund.orderId} AND t.state IN ('valid', 'checked_in', 'unassigned')) THEN 'partially_refunded' ELSE 'refunded' END`,
        updatedAt: now,
      })
      .where(and(order, sql`EXISTS (SELECT 1 FROM refunds r WHERE r.id = ${refund.refundId} AND r.state IN ('queued', 'unknown'))`)),
    db
      .update(refunds)
      .set({ state: pending ? 'pending' : 'succeeded', providerRef, updatedAt: now })
      .where(openRefund(command)),
    ...confirmationMail(env, command, event, refund, now),
  ];
}

/** Gives a refund's ticket back when its money did not move; not a second time, when it may be another refund's by now. */
function undone(env: Env, command: CommandRow, now: number): BatchItem<'sqlite'>[] {
  const db = databaseOf(env, command.organizationId);
  const refund = refundOf(command);
  return [
    db
      .update(tickets)
      .set({
        state: sql`CASE WHEN ${tickets.attendeeId} IS NULL THEN 'unassigned' ELSE 'valid' END`,
        version: sql`${tickets.version} + 1`,
        updatedAt: now,
      })
      .where(
        and(
          eq(tickets.organizationId, command.organizationId),
          eq(tickets.orderId, refund.orderId),
          eq(tickets.state, 'refunded'),
          sql`${tickets.id} IN (SELECT value FROM json_each(${JSON.stringify(refund.ticketIds)}))`,
          sql`EXISTS (SELECT 1 FROM refunds r WHERE r.id = ${refund.refundId} AND r.state <> 'failed')`,
        ),
      ),
    db
      .update(refunds)
      .set({ state: 'failed', updatedAt: now })
      .where(and(eq(refunds.organizationId, command.organizationId), eq(refunds.id, refund.refundId))),
  ];
}

/**
 * Takes up again a refund that had failed and given its tickets back: they are refunded once more, if its amount is still
 * there to be refunded.
 */
export function reopened(env: Env, command: CommandRow, now: number): BatchItem<'sqlite'>[] {
  if (command.kind !== 'payments.refund') return [];
  const db = databaseOf(env, command.organizationId);
  const refund = refundOf(command);
  return [
    guard(
      db,
      sql`(SELECT total_minor - refunded_minor FROM orders WHERE organization_id = ${command.organizationId} AND id = ${refund.orderId})
        - (SELECT coalesce(sum(amount_minor), 0) FROM refunds WHERE organization_id = ${command.organizationId} AND order_id = ${refund.orderId} AND state IN ('queued', 'unknown'))
        >= ${refund.amount.minor}`,
    ),
    db
      .update(refunds)
      .set({ state: 'queued', updatedAt: now })
      .where(and(eq(refunds.organizationId, command.organizationId), eq(refunds.id, refund.refundId), eq(refunds.state, 'failed'))),
    db
      .update(tickets)
      .set({ state: 'refunded', version: sql`${tickets.version} + 1`, updatedAt: now })
      .where(
        and(
          eq(tickets.organizationId, command.organizationId),
          eq(tickets.orderId, refund.orderId),
          inArray(tickets.state, ['valid', 'unassigned']),
          sql`${tickets.id} IN (SELECT value FROM json_each(${JSON.stringify(refund.ticketIds)}))`,
        ),
      ),
  ];
}

function confirmationMail(
  env: Env,
  command: CommandRow,
  event: typeof events.$inferSelect,
  refund: PayloadOf<'payments.refund'>,
  now: number,
): BatchItem<'sqlite'>[] {
  const mail = composerFor(env).compose(
    {
      template: 'refund_confirmation',
      name: refund.buyer.name,
      amount: refund.amount,
      orderCode: refund.metadata.order ?? '',
      ticketCancelled: true,
    },
    { ...event, publicUrl: configOf(env).PUBLIC_URL, locale: null },
    refund.buyer.email,
  );
  const { organizationId, eventId, agent, runId, approvalId, activityId } = command;
  const db = databaseOf(env, organizationId);
  const id = newId('command');
  const asked = countedFor({ agent, event, cost: [{ kind: 'mails', amount: 1 }], now });
  const insert = commandInsertOnce(
    db,
    {
      ...{ id, organizationId, eventId, agent, runId, approvalId, activityId, now },
      reservation: reserved(asked),
      command: {
        kind: 'mail.send',
        target: refund.buyer.email,
        idempotencyKey: confirmationKey(command),
        payload: { mail, purpose: 'refund' },
      },
    },
    `follows ${command.id}`,
  );
  return [...insert, ...countStatements({ db, organizationId, now }, asked, id)];
}
