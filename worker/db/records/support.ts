import { and, count, eq, gte, inArray, notInArray, sql } from 'drizzle-orm';
import type { OrderFacts, RecordsPort, TicketFacts } from '../../ports/records';
import type { Database } from '../database';
import { agentSupportActivities, attendees, orders, outbox, refunds, suppressions, tickets, ticketTypes } from '../schema';
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
    async commandsSince(kind, since) {
      const [row] = await db
        .select({ n: count() })
        .from(outbox)
        .where(
          and(
            eq(outbox.organizationId, organizationId),
            eq(outbox.eventId, eventId),
            eq(outbox.kind, kind),
            gte(outbox.createdAt, since),
            notInArray(outbox.state, ['failed', 'cancelled']),
          ),
        );
      return row?.n ?? 0;
    },
    async precedentsOf(tool) {
      const [row] = await db
        .select({ n: count() })
        .from(agentSupportActivities)
        .where(
          and(
            eq(agentSupportActivities.organizationId, organizationId),
            eq(agentSupportActivities.eventId, eventId),
            eq(agentSupportActivities.tool, tool),
            inArray(agentSupportActivities.status, ['success']),
          ),
        );
      return row?.n ?? 0;
    },
  };
}
