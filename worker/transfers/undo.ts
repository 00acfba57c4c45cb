import { and, eq, sql } from 'drizzle-orm';
import { activityOf } from '../agents/activity';
import { supportAgent } from '../agents/support/agent';
import { composerFor } from '../compose';
import { activityInsert } from '../db/activities';
import { asBatch } from '../db/commit';
import { databaseOf, sharedDatabase } from '../db/database';
import { guard, isGuardFailure, isUniqueFailure } from '../db/guard';
import { commandInsert } from '../db/records/outbox';
import { attendees, events, orders, tickets, ticketTypes, transfers } from '../db/schema';
import { sealActivity } from '../db/sealed-activity';
import { configOf } from '../env';
import { countedFor, countStatements, reserved } from '../limits/reserve';
import type { PayloadOf } from '../ports/commands';
import { watchOutbox } from '../queues/poke';
import { newId } from '../random';

export type UndoOutcome =
  | { status: 'undone'; organizationId: string; eventId: string; commandIds: string[] }
  | { status: 'too_late' | 'unknown' };

/**
 * Gives a transferred ticket back to its old holder, who proves to be it by the token of the mail. Only while the ticket
 * is still the new holder's and unused, and only within the time. Undoing twice is undoing once.
 */
export async function undoTransfer(env: Env, tokenHash: string, realNow: number): Promise<UndoOutcome> {
  const [found] = await sharedDatabase(env)
    .select({
      transfer: transfers,
      event: events,
      ticket: tickets,
      type: ticketTypes.name,
      orderCode: orders.code,
      buyerName: orders.buyerName,
      buyerEmail: orders.buyerEmail,
      name: attendees.name,
      email: attendees.email,
    })
    .from(transfers)
    .innerJoin(events, eq(events.id, transfers.eventId))
    .innerJoin(tickets, eq(tickets.id, transfers.ticketId))
    .innerJoin(orders, eq(orders.id, tickets.orderId))
    .leftJoin(ticketTypes, eq(ticketTypes.id, tickets.ticketTypeId))
    .leftJoin(attendees, eq(attendees.id, transfers.fromAttendeeId))
    .where(eq(transfers.undoTokenHash, tokenHash));
  if (!found) return { status: 'unknown' };
  const { transfer, event, ticket } = found;
  const { organizationId, id: eventId } = event;
  if (transfer.state === 'undone') return { status: 'undone', organizationId, eventId, commandIds: [] };
  const now = event.clockNow ?? realNow;
  if (now > transfer.undoUntil) return { status: 'too_late' };

  const db = databaseOf(env, organizationId);
  const address = found.email || found.buyerEmail;
  const holderName = found.name || found.buyerName;
  const mail = composerFor(env).compose(
    { template: 'ticket', holderName, ticketType: found.type ?? 'Ticket', orderCode: found.orderCode, secret: transfer.fromSecret },
    { ...event, publicUrl: configOf(env).PUBLIC_URL, locale: null },
    address,
  );
  const payload: PayloadOf<'mail.send'> = { mail, purpose: 'service' };
  const commandId = newId('command', now);
  const asked = countedFor({ agent: 'support', event, cost: [{ kind: 'mails', amount: 1 }], now });
  const activity = activityOf(supportAgent, {
    id: newId('activity', now),
    activityType: 'transfer_undone',
    input: { transferId: transfer.id, ticketId: ticket.id },
    reasoning: 'The old holder undid the transfer by the link in the mail.',
    createdAt: now,
    tool: 'transfer_ticket',
    verdict: 'allow',
    rule: 'undo_by_old_holder',
  });
  const sealed = await sealActivity(db, organizationId, activity);
  await watchOutbox(env, eventId);
  try {
    await db.batch(
      asBatch([
        guard(
          db,
          sql`EXISTS (SELECT 1 FROM transfers t JOIN tickets k ON k.id = t.ticket_id WHERE t.organization_id = ${organizationId} AND t.id = ${transfer.id} AND t.state = 'done'
            AND k.attendee_id = t.to_attendee_id AND k.state = 'valid')`,
        ),
        db
          .update(transfers)
          .set({ state: 'undone', undoneAt: now })
          .where(and(eq(transfers.organizationId, organizationId), eq(transfers.id, transfer.id))),
        db
          .update(tickets)
          .set({
            attendeeId: transfer.fromAttendeeId || null,
            secret: transfer.fromSecret,
            version: sql`${tickets.version} + 1`,
            updatedAt: now,
          })
          .where(and(eq(tickets.organizationId, organizationId), eq(tickets.id, ticket.id))),
        activityInsert(db, organizationId, eventId, sealed),
        ...commandInsert(
          db,
          {
            ...{ id: commandId, organizationId, eventId, agent: 'support', activityId: activity.id, now },
            reservation: reserved(asked),
            command: { kind: 'mail.send', target: address, idempotencyKey: `undo:${transfer.id}`, payload },
          },
          'undone by the old holder',
        ),
        ...countStatements({ db, organizationId, now }, asked, commandId),
      ]),
    );
  } catch (error) {
    if (isGuardFailure(error)) return { status: 'too_late' };
    if (isUniqueFailure(error)) return { status: 'undone', organizationId, eventId, commandIds: [] };
    throw error;
  }
  return { status: 'undone', organizationId, eventId, commandIds: [commandId] };
}
