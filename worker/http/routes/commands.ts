import { reviewAfter } from '../../autonomy/review';
import { AppError } from '../../core/errors';
import { databaseOf } from '../../db/database';
import { listCommands } from '../../db/records/work';
import { settleByPerson } from '../../queues/settle-by-person';
import type { HandlerTable } from '../app';
import { decodeCursor, pageFrom } from '../cursor';

export const commandRoutes = {
  async 'GET /events/{eventId}/commands'({ env, identity, params, query }) {
    const db = databaseOf(env, identity.organizationId);
    const rows = await listCommands(
      db,
      identity.organizationId,
      params.eventId,
      query.state ? { state: query.state } : {},
      decodeCursor(query.cursor),
      query.limit,
    );
    return pageFrom(
      rows,
      query.limit,
      (row) => [row.createdAt, row.id],
      (row) => row,
    );
  },
  async 'POST /events/{eventId}/commands/{commandId}/settle'({ env, identity, params, body, now }) {
    const { organizationId, actor } = identity;
    const { eventId, commandId } = params;
    const outcome = await settleByPerson(env, { organizationId, eventId, commandId }, { as: body.as, reason: body.reason, by: actor }, now);
    if (outcome === 'not_waiting')
      throw new AppError(
        'conflict',
        'This effect does not wait for such a decision: only one that is unknown, parked or failed does, and a failed one has not happened already. Reload to see where it stands.',
      );
    if (body.as === 'did_not_happen') await reviewAfter(env, { organizationId, eventId }, now);
    const [command] =
      outcome === 'gone' ? [] : await listCommands(databaseOf(env, organizationId), organizationId, eventId, { ids: [commandId] }, null, 1);
    if (!command) throw new AppError('not_found', 'There is no such effect in this event.');
    return command;
  },
} satisfies Partial<HandlerTable>;
