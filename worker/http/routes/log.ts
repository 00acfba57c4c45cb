import type { LogHead, logEndpoints } from '../../contract/log';
import { AppError } from '../../core/errors';
import { databaseOf } from '../../db/database';
import { eventById } from '../../db/records/events';
import { countUnsealed, lastEntry } from '../../db/records/log';
import { csvExport, jsonExport } from '../../log-chain/export';
import { SealedLog } from '../../log-chain/sealed-log';
import { verifyEvent } from '../../log-chain/verify-event';
import { orchestratorOf } from '../../objects';
import type { Handlers } from '../handler';

export const logRoutes = {
  async 'GET /events/{eventId}/log'({ env, identity, params }): Promise<LogHead> {
    const db = databaseOf(env, identity.organizationId);
    const last = await lastEntry(db, identity.organizationId, params.eventId);
    const { openSince } = await standing(env, params.eventId);
    return {
      entries: last?.seq ?? 0,
      head: last?.hash ?? null,
      unsealed: await countUnsealed(db, identity.organizationId, params.eventId, openSince),
      lastSealedAt: last?.sealedAt ?? null,
    };
  },

  async 'POST /events/{eventId}/log/verify'({ env, identity, params }) {
    const startedAt = Date.now();
    const { organizationId } = identity;
    const { event, remembered } = await sealed(env, organizationId, params.eventId);
    const db = databaseOf(env, organizationId);
    const realClock = event.clock === 'real';
    const result = await verifyEvent(db, { organizationId, eventId: params.eventId, remembered, realClock });
    return { ...result, unsealed: await countUnsealed(db, organizationId, params.eventId, 0), ms: Date.now() - startedAt };
  },

  async 'GET /events/{eventId}/log/export'({ env, identity, params, query, now }) {
    const { organizationId } = identity;
    const { event, remembered } = await sealed(env, organizationId, params.eventId);
    const db = databaseOf(env, organizationId);
    const what = { organizationId, eventId: params.eventId, eventName: event.name, remembered, clock: event.clock, exportedAt: now };
    const fileName = `log-${params.eventId}-${new Date(now).toISOString().slice(0, 10)}.${query.format}`;
    return query.format === 'csv'
      ? { fileName, mediaType: 'text/csv', body: csvExport(db, what) }
      : { fileName, mediaType: 'application/json', body: jsonExport(db, what) };
  },
} satisfies Handlers<typeof logEndpoints>;

async function standing(env: Env, eventId: string) {
  return SealedLog.parse(JSON.parse(await orchestratorOf(env, eventId).logStanding()));
}

/** Everything that was written so far is in the chain first. */
async function sealed(env: Env, organizationId: string, eventId: string) {
  const event = await eventById(databaseOf(env, organizationId), organizationId, eventId);
  if (!event) throw new AppError('not_found', 'There is no such event.');
  return { event, ...SealedLog.parse(JSON.parse(await orchestratorOf(env, eventId).sealLog())) };
}
