import { meetingAddress } from '../../../agents/sales/domain/meeting-mails';
import { AppError } from '../../../core/errors';
import { databaseOf } from '../../../db/database';
import { eventById } from '../../../db/records/events';
import { meetingRow, meetingsOf, meetingView } from '../../../db/records/sales/meeting-list';
import { cancelMeeting } from '../../../meetings/book';
import { offeredMeeting } from '../../../meetings/offered';
import type { HandlerTable } from '../../app';
import { decodeCursor, encodeCursor } from '../../cursor';

export const meetingRoutes = {
  async 'GET /events/{eventId}/meetings'({ env, config, identity, params, query, now }) {
    const { organizationId } = identity;
    const db = databaseOf(env, organizationId);
    const event = await eventById(db, organizationId, params.eventId);
    const offset = decodeCursor(query.cursor)?.[0] ?? 0;
    const rows = await meetingsOf(db, organizationId, params.eventId, { now: event?.clockNow ?? now, offset, limit: query.limit });
    return {
      items: rows.slice(0, query.limit).map((row) => meetingView(row, meetingAddress(config.PUBLIC_URL, row.token))),
      nextCursor: rows.length > query.limit ? encodeCursor([offset + query.limit, '']) : null,
    };
  },

  async 'POST /events/{eventId}/meetings/{meetingId}/cancel'({ env, config, identity, params, now }) {
    const { organizationId } = identity;
    const db = databaseOf(env, organizationId);
    const before = await meetingRow(db, organizationId, params.eventId, params.meetingId);
    const offered = before && (await offeredMeeting(env, before.token, now));
    if (!offered) throw new AppError('not_found', 'There is no such meeting.');
    const outcome = await cancelMeeting(env, offered, identity.actor);
    if (outcome === 'closed') throw new AppError('conflict', 'This meeting has taken place or was changed meanwhile. Load it again.');
    const after = await meetingRow(db, organizationId, params.eventId, params.meetingId);
    if (!after) throw new AppError('not_found', 'There is no such meeting.');
    return meetingView(after, meetingAddress(config.PUBLIC_URL, after.token));
  },
} satisfies Partial<HandlerTable>;
