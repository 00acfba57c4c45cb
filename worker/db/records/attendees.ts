import { and, asc, count, desc, eq, lt, or, type SQL, sql } from 'drizzle-orm';
import type { AttendeeRow } from '../../contract/attendees';
import type { TicketState } from '../../core/order-states';
import type { Database } from '../database';
import { attendees, orders, tickets, ticketTypes } from '../schema';

export type TicketRow = AttendeeRow & { createdAt: number };

const columns = {
  ticketId: tickets.id,
  attendeeId: tickets.attendeeId,
  name: attendees.name,
  email: attendees.email,
  ticketType: ticketTypes.name,
  state: tickets.state,
  priceMinor: tickets.priceMinor,
  currency: tickets.currency,
  orderId: orders.id,
  orderCode: orders.code,
  orderState: orders.state,
  source: tickets.source,
  createdAt: tickets.createdAt,
};

export interface AttendeeSearch {
  /** Words that must all occur, each anywhere in name, address, order code or ticket type. */
  q?: string;
  state?: TicketState;
}

/** Tickets with their holders, newest first, one more than `limit` when there is a next page; and how many there are in all. */
export async function searchAttendees(
  database: Database,
  organizationId: string,
  eventId: string,
  search: AttendeeSearch,
  before: [createdAt: number, id: string] | null,
  limit: number,
): Promise<{ rows: TicketRow[]; total: number }> {
  const found = and(
    eq(tickets.organizationId, organizationId),
    eq(tickets.eventId, eventId),
    search.state ? eq(tickets.state, search.state) : undefined,
    ...matches(search.q),
  );
  const older = before ? or(lt(tickets.createdAt, before[0]), and(eq(tickets.createdAt, before[0]), lt(tickets.id, before[1]))) : undefined;
  // Not a batch: drizzle reads a batch's rows by column name, and joined tables share names.
  const [rows, totals] = await Promise.all([
    joined(database)
      .where(and(found, older))
      .orderBy(desc(tickets.createdAt), desc(tickets.id))
      .limit(limit + 1),
    database
      .select({ total: count() })
      .from(tickets)
      .innerJoin(orders, eq(orders.id, tickets.orderId))
      .leftJoin(attendees, eq(attendees.id, tickets.attendeeId))
      .leftJoin(ticketTypes, eq(ticketTypes.id, tickets.ticketTypeId))
      .where(found),
  ]);
  return { rows: rows.map(rowOf), total: totals[0]?.total ?? 0 };
}

function joined(database: Database) {
  return database
    .select(columns)
    .from(tickets)
    .innerJoin(orders, eq(orders.id, tickets.orderId))
    .leftJoin(attendees, eq(attendees.id, tickets.attendeeId))
    .leftJoin(ticketTypes, eq(ticketTypes.id, tickets.ticketTypeId));
}

function matches(q: string | undefined): SQL[] {
  const words = (q ?? '')
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 8);
  return words.map((word) => {
    const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
    return sql`(${attendees.name} LIKE ${like} ESCAPE '\\' OR ${attendees.email} LIKE ${like} ESCAPE '\\' OR ${orders.code} LIKE ${like} ESCAPE '\\' OR ${ticketTypes.name} LIKE ${like} ESCAPE '\\' OR ${orders.buyerName} LIKE ${like} ESCAPE '\\' OR ${orders.buyerEmail} LIKE ${like} ESCAPE '\\')`;
  });
}

type Selected = Awaited<ReturnType<typeof joined>>[number];

function rowOf({ priceMinor, currency, name, email, ticketType, ...row }: Selected): TicketRow {
  return { ...row, name: name ?? '', email: email ?? '', ticketType: ticketType ?? '', price: { minor: priceMinor, currency } };
}

export interface TicketRecord {
  row: TicketRow;
  version: number;
  attributes: Record<string, string>;
  attendeeEdited: string[];
  attendeeUpdatedAt: number | null;
  order: typeof orders.$inferSelect;
  /** All tickets of the order. */
  siblings: TicketRow[];
}

export async function ticketRecord(
  database: Database,
  organizationId: string,
  eventId: string,
  ticketId: string,
): Promise<TicketRecord | null> {
  const [found] = await database
    .select({ ticket: tickets, attendee: attendees, order: orders })
    .from(tickets)
    .innerJoin(orders, eq(orders.id, tickets.orderId))
    .leftJoin(attendees, eq(attendees.id, tickets.attendeeId))
    .where(and(eq(tickets.organizationId, organizationId), eq(tickets.eventId, eventId), eq(tickets.id, ticketId)));
  if (!found) return null;
  const siblings = await joined(database)
    .where(and(eq(tickets.organizationId, organizationId), eq(tickets.orderId, found.order.id)))
    .orderBy(asc(tickets.createdAt), asc(tickets.id));
  const rows = siblings.map(rowOf);
  const row = rows.find((each) => each.ticketId === ticketId);
  if (!row) return null;
  return {
    row,
    version: found.ticket.version,
    attributes: found.attendee?.attributes ?? {},
    attendeeEdited: found.attendee?.editedFields ?? [],
    attendeeUpdatedAt: found.attendee?.updatedAt ?? null,
    order: found.order,
    siblings: rows,
  };
}

export interface HolderEdit {
  name?: string;
  email?: string;
}

/**
 * Corrects the holder of a ticket by hand; later imports leave what was corrected alone. An unassigned ticket gets a holder, who is the new
 * record `newAttendeeId`. False when the ticket changed since `version` was read.
 */
export async function editHolder(
  database: Database,
  scope: { organizationId: string; eventId: string; ticketId: string; version: number; newAttendeeId: string; now: number },
  attendeeId: string | null,
  edit: HolderEdit,
): Promise<boolean> {
  const { organizationId, eventId, ticketId, version, now } = scope;
  const fields = JSON.stringify(Object.keys(edit).filter((field) => edit[field === 'name' ? 'name' : 'email'] !== undefined));
  const unchanged = 'organization_id = ?1 AND event_id = ?2 AND id = ?3 AND version = ?4';
  const d1 = database.$client;
  const holder =
    attendeeId === null
      ? d1
          .prepare(
            `INSERT INTO attendees (id, organization_id, event_id, name, email, attributes, edited_fields, created_at, updated_at)
             SELECT ?5, ?1, ?2, ?6, ?7, '{}', ?8, ?9, ?9 FROM tickets WHERE ${unchanged}`,
          )
          .bind(
            organizationId,
            eventId,
            ticketId,
            version,
            scope.newAttendeeId,
            edit.name ?? edit.email ?? '',
            edit.email ?? '',
            fields,
            now,
          )
      : d1
          .prepare(
            `UPDATE attendees SET name = coalesce(?6, name), email = coalesce(?7, email), updated_at = ?9,
               edited_fields = (SELECT json_group_array(value) FROM (SELECT value FROM json_each(edited_fields) UNION SELECT value FROM json_each(?8)))
             WHERE organization_id = ?1 AND id = ?5 AND EXISTS (SELECT 1 FROM tickets WHERE ${unchanged})`,
          )
          .bind(organizationId, eventId, ticketId, version, attendeeId, edit.name ?? null, edit.email ?? null, fields, now);
  const assigned =
    attendeeId === null
      ? `, attendee_id = ?6, state = CASE WHEN state = 'unassigned' THEN 'valid' ELSE state END,
           edited_fields = (SELECT json_group_array(value) FROM (SELECT value FROM json_each(edited_fields) UNION SELECT 'attendee'))`
      : '';
  const ticket = d1
    .prepare(`UPDATE tickets SET version = version + 1, updated_at = ?5${assigned} WHERE ${unchanged}`)
    .bind(organizationId, eventId, ticketId, version, now, ...(attendeeId === null ? [scope.newAttendeeId] : []));
  const [, changed] = await d1.batch([holder, ticket]);
  return (changed?.meta.changes ?? 0) > 0;
}
