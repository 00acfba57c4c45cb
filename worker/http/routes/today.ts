import { servicesOf } from '../../compose';
import { AppError } from '../../core/errors';
import { advance } from '../../core/instant';
import { databaseOf } from '../../db/database';
import { eventById } from '../../db/records/events';
import { todayFigures } from '../../db/records/today';
import { orchestratorOf, supportObjects } from '../../objects';
import type { HandlerTable } from '../app';

/** Longest step of a virtual clock in one call. */
const longestAdvanceMs = 400 * 86_400_000;

export const todayRoutes = {
  async 'GET /events/{eventId}/today'({ env, identity, params, now }) {
    const { organizationId } = identity;
    const db = databaseOf(env, organizationId);
    await Promise.all(supportObjects(env, params.eventId).map((object) => object.flush()));
    const event = await eventById(db, organizationId, params.eventId);
    if (!event) throw new AppError('not_found', 'There is no such event.');
    const { documentsReady, conversations, orders, validTickets, ...figures } = await todayFigures(
      db,
      organizationId,
      params.eventId,
      event.clockNow ?? now,
    );
    const services = servicesOf(env);
    return {
      ...figures,
      tickets: { orders, valid: validTickets, capacity: event.capacity },
      setup: [
        { key: 'knowledge' as const, done: documentsReady > 0 },
        { key: 'attendees' as const, done: orders > 0 },
        { key: 'widget' as const, done: conversations > 0 },
        { key: 'refund_policy' as const, done: event.refundPolicy.length > 0 },
        { key: 'model' as const, done: services.model === 'real' },
        { key: 'mail' as const, done: services.mail === 'real' },
      ],
    };
  },
  async 'POST /events/{eventId}/clock'({ env, identity, params, body }) {
    const event = await eventById(databaseOf(env, identity.organizationId), identity.organizationId, params.eventId);
    if (!event) throw new AppError('not_found', 'There is no such event.');
    if (event.clock !== 'virtual' || event.clockNow === null)
      throw new AppError('conflict', 'This event runs on the real clock. Only an event made with "clock":"virtual" can be advanced.');
    const target = advance(event.clockNow, body.advance, event.timeZone);
    if (target - event.clockNow > longestAdvanceMs)
      throw new AppError('invalid_input', 'Advance at most 400 days at once.', { fields: { advance: 'at most P400D' } });
    const ran = await orchestratorOf(env, params.eventId).advanceTo(target);
    return { now: target, ran };
  },
} satisfies Partial<HandlerTable>;
