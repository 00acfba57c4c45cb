import { and, desc, eq, inArray, ne, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { asBatch } from '../commit';
import type { Database } from '../database';
import { guard, isUniqueFailure } from '../guard';
import { orders, outbox, receipts, refunds, tickets, webhookEvents } from '../schema';

/** A notification of an outside service and what it means; all of it is written in one batch, once. */
export interface Notification {
  /** Provider and the provider's own id: a second delivery of the same one changes nothing. */
  id: string;
  kind: string;
  receivedAt: number;
}

/** Writes a notification with its consequences. `duplicate` when it was there already. */
export async function recordOnce(
  db: Database,
  notification: Notification,
  consequences: BatchItem<'sqlite'>[],
): Promise<'recorded' | 'duplicate'> {
  try {
    await db.batch(asBatch([db.insert(webhookEvents).values(notification), ...consequences]));
    return 'recorded';
  } catch (error) {
    if (isUniqueFailure(error)) return 'duplicate';
    throw error;
  }
}

export interface ReportedCommand {
  id: string;
  organizationId: string;
  eventId: string;
  state: typeof outbox.$inferSelect.state;
}

/** Reports of a mail that is out; what became of it there is another matter. */
export const mailIsOut: readonly string[] = ['sent', 'delivered', 'delayed', 'bounced', 'complained', 'opened', 'clicked'];

/** Aborts its batch when the command has moved since it was read. */
export function stillIn(db: Database, { id, organizationId, state }: ReportedCommand): BatchItem<'sqlite'> {
  return guard(db, sql`EXISTS (SELECT 1 FROM outbox WHERE id = ${id} AND organization_id = ${organizationId} AND state = ${state})`);
}

/** The command that a report is about: by organization and key, which it carries, else by the service's own reference. */
export async function commandOfReport(
  db: Database,
  report: { organizationId: string | null; idempotencyKey: string | null; providerRef: string },
  provider: 'resend' | 'stripe',
): Promise<ReportedCommand | null> {
  if (report.organizationId !== null && report.idempotencyKey !== null) {
    const [row] = await db
      .select({ id: outbox.id, organizationId: outbox.organizationId, eventId: outbox.eventId, state: outbox.state })
      .from(outbox)
      .where(and(eq(outbox.organizationId, report.organizationId), eq(outbox.idempotencyKey, report.idempotencyKey)));
    if (row) return row;
  }
  const [row] = await db
    .select({ id: receipts.commandId, organizationId: receipts.organizationId, eventId: outbox.eventId, state: outbox.state })
    .from(receipts)
    .innerJoin(outbox, eq(outbox.id, receipts.commandId))
    .where(and(eq(receipts.provider, provider), eq(receipts.providerRef, report.providerRef)))
    .orderBy(desc(receipts.at))
    .limit(1);
  return row ?? null;
}

export function receiptOf(
  db: Database,
  command: ReportedCommand,
  receipt: { id: string; outcome: string; provider: string; providerRef: string; detail: Record<string, string>; at: number },
): BatchItem<'sqlite'> {
  return db.insert(receipts).values({ ...receipt, commandId: command.id, organizationId: command.organizationId });
}

/**
 * Moves a refund to what the service says of it. States only go forward (queued or unknown, pending, succeeded, failed),
 * so that reports may come late, twice and in any order. The order's refunded amount counts a refund exactly while it
 * is pending or succeeded; a failed one gives its tickets back. The order of the statements matters: each looks at the
 * state that the last one is about to change.
 */
export function refundMoved(
  db: Database,
  command: ReportedCommand,
  report: { state: 'pending' | 'succeeded' | 'failed'; providerRef: string },
  now: number,
): BatchItem<'sqlite'>[] {
  const own = and(eq(refunds.organizationId, command.organizationId), eq(refunds.commandId, command.id));
  const refundIn = (...states: string[]) =>
    sql`SELECT 1 FROM refunds r WHERE r.organization_id = ${command.organizationId} AND r.command_id = ${command.id} AND r.order_id = ${orders.id}
      AND r.state IN (SELECT value FROM json_each(${JSON.stringify(states)}))`;
  const amount = sql`(SELECT r.amount_minor FROM refunds r WHERE r.organization_id = ${command.organizationId} AND r.command_id = ${command.id})`;
  const ofOrganization = eq(orders.organizationId, command.organizationId);
  const refundable = sql`EXISTS (SELECT 1 FROM tickets t WHERE t.order_id = ${orders.id} AND t.state IN ('valid', 'checked_in', 'unassigned'))`;

  if (report.state !== 'failed') {
    const before = report.state === 'pending' ? (['queued', 'unknown'] as const) : (['queued', 'unknown', 'pending'] as const);
    return [
      db
        .update(orders)
        .set({
          refundedMinor: sql`${orders.refundedMinor} + ${amount}`,
          state: sql`CASE WHEN ${refundable} THEN 'partially_refunded' ELSE 'refunded' END`,
          updatedAt: now,
        })
        .where(and(ofOrganization, sql`EXISTS (${refundIn('queued', 'unknown')})`)),
      db
        .update(refunds)
        .set({ state: report.state, providerRef: report.providerRef, updatedAt: now })
        .where(and(own, inArray(refunds.state, [...before]))),
    ];
  }
  return [
    db
      .update(orders)
      .set({
        refundedMinor: sql`max(0, ${orders.refundedMinor} - ${amount})`,
        state: sql`CASE WHEN ${orders.state} NOT IN ('refunded', 'partially_refunded') THEN ${orders.state}
          WHEN ${orders.refundedMinor} > ${amount} THEN 'partially_refunded' ELSE 'paid' END`,
        updatedAt: now,
      })
      .where(and(ofOrganization, sql`EXISTS (${refundIn('pending', 'succeeded')})`)),
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
          eq(tickets.state, 'refunded'),
          sql`EXISTS (SELECT 1 FROM refunds r JOIN outbox o ON o.id = r.command_id
            WHERE r.organization_id = ${command.organizationId} AND r.command_id = ${command.id} AND r.state <> 'failed' AND r.order_id = ${tickets.orderId}
            AND ${tickets.id} IN (SELECT value FROM json_each(o.payload, '$.ticketIds')))`,
        ),
      ),
    db
      .update(refunds)
      .set({ state: 'failed', providerRef: report.providerRef, updatedAt: now })
      .where(and(own, ne(refunds.state, 'failed'))),
  ];
}
