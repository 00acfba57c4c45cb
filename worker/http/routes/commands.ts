import { AppError } from '../../core/errors';
import { databaseOf } from '../../db/database';
import { listCommands, settleByPerson } from '../../db/records/work';
import { poke } from '../../queues/carry-out';
import { newId } from '../../random';
import type { HandlerTable } from '../app';
import { decodeCursor, pageFrom } from '../cursor';

const settledAs = { happened: 'confirmed', did_not_happen: 'failed', try_again: 'authorised' } as const;

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
    const db = databaseOf(env, organizationId);
    const to = { state: settledAs[body.as], note: body.reason, by: actor, receiptId: newId('receipt', now) };
    const one = () => listCommands(db, organizationId, params.eventId, { id: params.commandId }, null, 1);
    if ((await one()).length === 0) throw new AppError('not_found', 'There is no such effect in this event.');
    if (!(await settleByPerson(db, organizationId, params.eventId, params.commandId, to, now)))
      throw new AppError('conflict', 'Only an effect that is unknown, parked or failed waits for a person.');
    if (body.as === 'try_again') await poke(env, organizationId, params.eventId, [params.commandId]);
    const [command] = await one();
    if (!command) throw new AppError('not_found', 'There is no such effect in this event.');
    return command;
  },
} satisfies Partial<HandlerTable>;
