import { and, eq, sql } from 'drizzle-orm';
import { knownFrom } from '../../core/policy/risk';
import type { OrderFacts, RecordsPort, TicketFacts } from '../../ports/records';
import type { Database } from '../database';
import { attendees, orders, refunds, suppressions, tickets, ticketTypes } from '../schema';
import { erasedSuppressionOf } from './privacy';

/** What the support agent reads; every query names organization and event first. */
export function supportRecords(db: Database, organizationId: string, eventId: string): RecordsPort {
  const ofEvent = and(eq(orders.organizationId, organizationId), eq(orders.eventId, eventId));

  async function load(orderId: string): Promise<OrderFacts | null> {
    const [found, ticketRows, refundRows] = await db.batch([
      db
        .select()
        .from(orders)
        .where(and(ofEvent, eq(orders.id, orderId))),
      db
        // Named apart: a D1 batch returns rows by column name.
        .select({
          ticket: tickets,
          type: sql<string | null>`${ticketTypes.name}`.as('type_name'),
          holderName: sql<string | null>`${attendees.name}`.as('holder_name'),
          holderEmail: sql<string | null>`${attendees.email}`.as('holder_email'),
        })
        .from(tickets)
        .leftJoin(ticketTypes, eq(ticketTypes.id, tickets.ticketTypeId))
        .leftJoin(attendees, eq(attendees.id, tickets.attendeeId))
        .where(and(eq(tickets.organizationId, organizationId), eq(tickets.orderId, orderId)))
        .orderBy(tickets.createdAt, tickets.id),
      db
        .select({ state: refunds.state, amount: refunds.amountMinor })
        .from(refunds)
        .where(and(eq(refunds.organizationId, organizationId), eq(refunds.orderId, orderId))),
    ]);
    const order = found[0];
    if (!order) return null;
    const underWay = refundRows
      .filter((refund) => refund.state === 'queued' || refund.state === 'unknown')
      .reduce((sum, refund) => sum + refund.amount, 0);
    return {
      orderId: order.id,
      code: order.code,
      state: order.state,
      buyerName: order.buyerName,
      buyerEmail: order.buyerEmail,
      total: { minor: order.totalMinor, currency: order.currency },
      refunded: { minor: order.refundedMinor + underWay, currency: order.currency },
      refundCount: refundRows.length,
      placedAt: order.placedAt,
      paymentRef: order.paymentRef,
      tickets: ticketRows.map(
        (row): TicketFacts => ({
          ticketId: row.ticket.id,
          type: row.type ?? 'Ticket',
          state: row.ticket.state,
          price: { minor: row.ticket.priceMinor, currency: row.ticket.currency },
          holderName: row.holderName ?? '',
          holderEmail: row.holderEmail ?? '',
          secret: row.ticket.secret,
          version: row.ticket.version,
        }),
      ),
    };
  }

  return {
    orderById: load,
    async orderByCodeAndEmail(code, email) {
      const wantedCode = code.replace(/\s+/g, '').replace(/^#/, '').toLowerCase();
      const wantedEmail = email.trim().toLowerCase();
      const rows = await db
        .select({ id: orders.id, buyerEmail: orders.buyerEmail })
        .from(orders)
        .where(and(ofEvent, sql`lower(${orders.code}) IN (${wantedCode}, ${`#${wantedCode}`})`))
        .limit(5);
      for (const row of rows) {
        const order = await load(row.id);
        if (order && (order.buyerEmail === wantedEmail || order.tickets.some((ticket) => ticket.holderEmail === wantedEmail))) return order;
      }
      return null;
    },
    async suppressionOf(address) {
      const [row] = await db
        .select({ reason: suppressions.reason })
        .from(suppressions)
        .where(
          and(
            eq(suppressions.organizationId, organizationId),
            eq(suppressions.channel, 'mail'),
            eq(suppressions.address, address.toLowerCase()),
          ),
        )
        .limit(1);
      return row?.reason ?? (await erasedSuppressionOf(db, organizationId, address));
    },
    async precedentsOf(tool) {
      const undone = sql`(SELECT count(*) FROM transfers f WHERE ${tool} = 'transfer_ticket' AND f.organization_id = ${organizationId} AND f.event_id = ${eventId} AND f.state = 'undone')`;
      const [row] = await db.all<{ n: number }>(sql`SELECT max(0, count(*) - ${undone}) AS n FROM (
        SELECT 1 FROM agent_support_activities a
        WHERE a.organization_id = ${organizationId} AND a.event_id = ${eventId} AND a.tool = ${tool} AND a.status = 'success'
          AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.event_id = a.event_id AND o.state IN ('cancelled', 'failed') AND o.activity_id = a.id)
        LIMIT ${knownFrom} + ${undone})`);
      return row?.n ?? 0;
    },
  };
}
