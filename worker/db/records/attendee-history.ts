import { and, desc, eq, inArray, or } from 'drizzle-orm';
import type { AttendeeDetail } from '../../contract/attendees';
import { formatAmount } from '../../core/money';
import type { Database } from '../database';
import { agentSupportActivities, attendees, conversations, outbox, refunds, transfers } from '../schema';

type History = AttendeeDetail['history'];
const most = 100;

const refundWords: Record<string, string> = {
  queued: 'is on its way',
  pending: 'is being paid out',
  succeeded: 'was paid out',
  failed: 'failed',
  unknown: 'may have been made; it is being checked',
};

/** What happened to a ticket and its order, newest first, at most 100 entries. */
export async function attendeeHistory(
  database: Database,
  organizationId: string,
  eventId: string,
  ticketId: string,
  orderId: string,
): Promise<History> {
  const [activityRows, transferRows, refundRows, conversationRows, commandRows] = await database.batch([
    database
      .select()
      .from(agentSupportActivities)
      .where(
        and(
          eq(agentSupportActivities.organizationId, organizationId),
          eq(agentSupportActivities.eventId, eventId),
          or(eq(agentSupportActivities.ticketId, ticketId), eq(agentSupportActivities.orderId, orderId)),
        ),
      )
      .orderBy(desc(agentSupportActivities.createdAt))
      .limit(most),
    database
      .select({ transfer: transfers, to: attendees.name })
      .from(transfers)
      .leftJoin(attendees, eq(attendees.id, transfers.toAttendeeId))
      .where(and(eq(transfers.organizationId, organizationId), eq(transfers.ticketId, ticketId)))
      .orderBy(desc(transfers.createdAt))
      .limit(most),
    database
      .select()
      .from(refunds)
      .where(and(eq(refunds.organizationId, organizationId), eq(refunds.orderId, orderId)))
      .orderBy(desc(refunds.createdAt))
      .limit(most),
    database
      .select()
      .from(conversations)
      .where(and(eq(conversations.organizationId, organizationId), eq(conversations.eventId, eventId), eq(conversations.orderId, orderId)))
      .orderBy(desc(conversations.updatedAt))
      .limit(most),
    database
      .select({ id: outbox.id, payload: outbox.payload, state: outbox.state, at: outbox.updatedAt })
      .from(outbox)
      .where(
        and(
          eq(outbox.organizationId, organizationId),
          eq(outbox.eventId, eventId),
          eq(outbox.kind, 'mail.send'),
          inArray(
            outbox.activityId,
            database
              .select({ id: agentSupportActivities.id })
              .from(agentSupportActivities)
              .where(
                and(
                  eq(agentSupportActivities.organizationId, organizationId),
                  or(eq(agentSupportActivities.ticketId, ticketId), eq(agentSupportActivities.orderId, orderId)),
                ),
              ),
          ),
        ),
      )
      .orderBy(desc(outbox.updatedAt))
      .limit(most),
  ]);
  const history: History = [
    ...activityRows.map((row) => ({
      at: row.createdAt,
      kind: 'activity' as const,
      text: `Support: ${row.activityType.replaceAll('_', ' ')}${row.status === 'success' ? '' : ` (${row.status})`}`,
      ref: row.id,
    })),
    ...transferRows.flatMap(({ transfer, to }) => [
      { at: transfer.createdAt, kind: 'transfer' as const, text: `Transferred to ${to ?? 'another person'}`, ref: transfer.id },
      ...(transfer.undoneAt === null
        ? []
        : [{ at: transfer.undoneAt, kind: 'transfer' as const, text: 'The transfer was undone', ref: transfer.id }]),
    ]),
    ...refundRows.map((row) => ({
      at: row.updatedAt,
      kind: 'refund' as const,
      text: `A refund of ${formatAmount({ minor: row.amountMinor, currency: row.currency })} ${refundWords[row.state] ?? row.state}`,
      ref: row.id,
    })),
    ...conversationRows.map((row) => ({ at: row.updatedAt, kind: 'conversation' as const, text: row.subject, ref: row.id })),
    ...commandRows.map((row) => ({
      at: row.at,
      kind: 'mail' as const,
      text: `Mail (${String(row.payload.purpose ?? 'service')}): ${row.state}`,
      ref: row.id,
    })),
  ];
  return history.sort((a, b) => b.at - a.at).slice(0, most);
}
