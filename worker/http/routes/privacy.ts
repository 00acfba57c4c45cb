import type { Erasure, ErasureAction, privacyEndpoints, Retention } from '../../contract/privacy';
import { type RetentionDays, retentionKinds } from '../../contract/privacy';
import { AppError } from '../../core/errors';
import { type Database, databaseOf } from '../../db/database';
import { type ErasureRow, erasureById, lastRetentionRun, listErasures, retentionDays, setRetentionDays } from '../../db/records/privacy';
import { erase } from '../../privacy/erase';
import { exportPerson, exportStream } from '../../privacy/export';
import { addressesOf, describe } from '../../privacy/find';
import { decodeCursor, pageFrom } from '../cursor';
import type { Handlers } from '../handler';

export const privacyRoutes = {
  async 'POST /people/find'({ env, identity, body }) {
    const db = databaseOf(env, identity.organizationId);
    const { addresses, more } = await addressesOf(db, identity.organizationId, body.query);
    const people = [];
    for (const address of addresses) {
      const person = await describe(env, db, identity.organizationId, address, addresses.length === 1);
      if (person.held.length > 0 || person.orders.length > 0) people.push(person);
    }
    return { people, more };
  },

  async 'POST /people/export'({ env, identity, body, query, now }) {
    const found = await exportPerson(env, databaseOf(env, identity.organizationId), identity.organizationId, body.address, now);
    if (found.held.length === 0) throw new AppError('not_found', 'Nothing is held of this address.');
    const fileName = `person-${new Date(now).toISOString().slice(0, 10)}.${query.format}`;
    const mediaType = query.format === 'csv' ? 'text/csv' : 'application/json';
    return { fileName, mediaType, body: exportStream(found, query.format) };
  },

  async 'POST /people/erase'({ env, identity, body, now }) {
    if (body.confirm !== body.address)
      throw new AppError('invalid_input', 'Type the same address again to confirm: what is erased cannot be brought back.', {
        fields: { confirm: 'must be the same address' },
      });
    return shown(await erase(env, { organizationId: identity.organizationId, address: body.address, by: identity.actor }, now));
  },

  async 'GET /erasures'({ env, identity, query }) {
    const db = databaseOf(env, identity.organizationId);
    const rows = await listErasures(db, identity.organizationId, decodeCursor(query.cursor), query.limit);
    return pageFrom(rows, query.limit, (row) => [row.requestedAt, row.id], shown);
  },

  async 'GET /erasures/{erasureId}'({ env, identity, params }) {
    const row = await erasureById(databaseOf(env, identity.organizationId), identity.organizationId, params.erasureId);
    if (!row) throw new AppError('not_found', 'There is no such erasure.');
    return shown(row);
  },

  async 'GET /retention'({ env, identity }) {
    return retentionOf(databaseOf(env, identity.organizationId), identity.organizationId);
  },

  async 'PUT /retention'({ env, identity, body, now }) {
    const db = databaseOf(env, identity.organizationId);
    await setRetentionDays(db, identity.organizationId, body.days as Partial<RetentionDays>, identity.actor, now);
    return retentionOf(db, identity.organizationId);
  },
} satisfies Handlers<typeof privacyEndpoints>;

async function retentionOf(db: Database, organizationId: string): Promise<Retention> {
  const [days, lastRun] = await Promise.all([retentionDays(db, organizationId), lastRetentionRun(db, organizationId)]);
  return { days, defaults: { ...retentionKinds }, lastRun };
}

function shown({ id, state, requestedBy, requestedAt, finishedAt, receipt }: ErasureRow): Erasure {
  return { id, state, requestedBy, requestedAt, finishedAt, receipt: receipt.map(line) };
}

/** A kept row's reason stands behind its action. */
function line({ store, what, count, action }: ErasureRow['receipt'][number]): Erasure['receipt'][number] {
  const [kind = 'kept', ...note] = action.split(': ');
  return { store, what, count, action: kind as ErasureAction, note: note.join(': ') };
}
