import type { AttendeeDetail, AttendeeRow, attendeeEndpoints } from '../../contract/attendees';
import { AppError } from '../../core/errors';
import { databaseOf } from '../../db/database';
import { attendeeHistory } from '../../db/records/attendee-history';
import { editHolder, searchAttendees, type TicketRow, ticketRecord } from '../../db/records/attendees';
import { newId } from '../../random';
import { decodeCursor, pageFrom } from '../cursor';
import type { Handlers } from '../handler';

type AttendeeEndpoints = Pick<
  typeof attendeeEndpoints,
  'GET /events/{eventId}/attendees' | 'GET /events/{eventId}/attendees/{ticketId}' | 'PATCH /events/{eventId}/attendees/{ticketId}'
>;

export const attendeeRoutes = {
  async 'GET /events/{eventId}/attendees'({ env, identity, params, query }) {
    const { organizationId } = identity;
    const { rows, total } = await searchAttendees(
      databaseOf(env, organizationId),
      organizationId,
      params.eventId,
      { q: query.q, state: query.state },
      decodeCursor(query.cursor),
      query.limit,
    );
    return { ...pageFrom(rows, query.limit, (row) => [row.createdAt, row.ticketId], shown), total };
  },

  async 'GET /events/{eventId}/attendees/{ticketId}'({ env, identity, params }) {
    return detail(env, identity.organizationId, params.eventId, params.ticketId);
  },

  async 'PATCH /events/{eventId}/attendees/{ticketId}'({ env, identity, params, body, now }) {
    const { organizationId } = identity;
    const { eventId, ticketId } = params;
    const database = databaseOf(env, organizationId);
    const ticket = await ticketRecord(database, organizationId, eventId, ticketId);
    if (!ticket) throw noTicket();
    const { name, email } = body;
    if (name === undefined && email === undefined) return detail(env, organizationId, eventId, ticketId);
    const scope = { organizationId, eventId, ticketId, version: ticket.version, newAttendeeId: newId('attendee', now), now };
    if (!(await editHolder(database, scope, ticket.row.attendeeId, { name, email }))) {
      throw new AppError('conflict', 'The ticket changed while you edited it. Look at it again, then repeat your correction.', {
        retry: 'after-person',
      });
    }
    return detail(env, organizationId, eventId, ticketId);
  },
} satisfies Handlers<AttendeeEndpoints>;

const noTicket = () => new AppError('not_found', 'There is no such ticket in this event.');

async function detail(env: Env, organizationId: string, eventId: string, ticketId: string): Promise<AttendeeDetail> {
  const database = databaseOf(env, organizationId);
  const ticket = await ticketRecord(database, organizationId, eventId, ticketId);
  if (!ticket) throw noTicket();
  const { order, row, siblings } = ticket;
  const history = await attendeeHistory(database, organizationId, eventId, ticketId, order.id);
  if (ticket.attendeeEdited.length > 0 && ticket.attendeeUpdatedAt !== null)
    history.unshift({
      at: ticket.attendeeUpdatedAt,
      kind: 'edit',
      text: `Corrected by hand: ${ticket.attendeeEdited.join(', ')}`,
      ref: null,
    });
  const money = (minor: number) => ({ minor, currency: order.currency });
  return {
    ...shown(row),
    attributes: ticket.attributes,
    order: {
      id: order.id,
      code: order.code,
      buyerName: order.buyerName,
      buyerEmail: order.buyerEmail,
      state: order.state,
      total: money(order.totalMinor),
      refunded: money(order.refundedMinor),
      placedAt: order.placedAt,
      paymentRef: order.paymentRef,
      tickets: siblings.map((each) => ({
        ticketId: each.ticketId,
        name: each.name,
        ticketType: each.ticketType,
        state: each.state,
        price: each.price,
      })),
    },
    history: history.sort((a, b) => b.at - a.at),
  };
}

function shown({ createdAt: _createdAt, ...row }: TicketRow): AttendeeRow {
  return row;
}
