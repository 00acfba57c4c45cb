import type { pipelineEndpoints, SponsorPackage } from '../../../contract/sales/pipeline';
import { AppError } from '../../../core/errors';
import { priceNow } from '../../../core/sales/proposal/price-now';
import { type Database, databaseOf } from '../../../db/database';
import { type EventRow, eventById } from '../../../db/records/events';
import {
  changePackage,
  insertPackage,
  type PackageEdit,
  type PackageRecord,
  packageFacts,
  packagesAtMost,
  packagesOf,
} from '../../../db/records/sales/packages';
import { newId } from '../../../random';
import type { Handlers, Identity } from '../../handler';
import { editedMeanwhile } from './conflicts';

type PackageEndpoints = Pick<
  typeof pipelineEndpoints,
  'GET /events/{eventId}/packages' | 'POST /events/{eventId}/packages' | 'PATCH /events/{eventId}/packages/{packageId}'
>;

export const packageRoutes = {
  async 'GET /events/{eventId}/packages'({ env, identity, params, now }) {
    const { db, event } = await opened(env, identity, params.eventId);
    const rows = await packagesOf(db, identity.organizationId, params.eventId);
    return { items: rows.map((row) => packageView(row, event, now)) };
  },

  async 'POST /events/{eventId}/packages'({ env, identity, params, body, now }) {
    const { organizationId } = identity;
    const { eventId } = params;
    const { db, event } = await opened(env, identity, eventId);
    const known = await packagesOf(db, organizationId, eventId);
    if (known.length >= packagesAtMost) throw new AppError('conflict', 'This event has 100 packages, the most there can be.');
    const id = newId('package', now);
    const fields = {
      ...{ earlyBirdMinor: null, earlyBirdUntil: null, stock: null, benefits: [], exclusiveIndustry: '', active: true },
      position: Math.max(-1, ...known.map(({ position }) => position)) + 1,
      ...body,
    };
    requirePossible(fields);
    const row = { ...fields, benefits: named(fields.benefits), id, organizationId, eventId };
    await insertPackage(db, { ...row, currency: event.currency, createdAt: now, updatedAt: now });
    return onePackage(db, event, id, now);
  },

  async 'PATCH /events/{eventId}/packages/{packageId}'({ env, identity, params, body, now }) {
    const { organizationId } = identity;
    const { eventId, packageId } = params;
    const { db, event } = await opened(env, identity, eventId);
    const [before] = await packagesOf(db, organizationId, eventId, packageId);
    if (!before) throw noPackage();
    const { version, ...edit } = body;
    requirePossible({ ...before, ...edit });
    const change: PackageEdit = { ...edit, ...(edit.benefits ? { benefits: named(edit.benefits) } : {}) };
    const outcome = await changePackage(db, { organizationId, eventId, packageId }, change, { version, now });
    if (outcome === 'moved') throw editedMeanwhile('This package');
    if (outcome === 'oversold')
      throw new AppError(
        'conflict',
        `${before.name} is signed ${before.signed} times: its stock cannot be less. Choose ${before.signed} or more.`,
        {
          fields: { stock: `must be at least ${before.signed}` },
        },
      );
    return onePackage(db, event, packageId, now);
  },
} satisfies Handlers<PackageEndpoints>;

const noPackage = () => new AppError('not_found', 'There is no such package in this event.');

async function opened(env: Env, { organizationId }: Identity, eventId: string): Promise<{ db: Database; event: EventRow }> {
  const db = databaseOf(env, organizationId);
  const event = await eventById(db, organizationId, eventId);
  if (!event) throw new AppError('not_found', 'There is no such event.');
  return { db, event };
}

async function onePackage(db: Database, event: EventRow, packageId: string, now: number): Promise<SponsorPackage> {
  const [row] = await packagesOf(db, event.organizationId, event.id, packageId);
  if (!row) throw noPackage();
  return packageView(row, event, now);
}

function packageView(row: PackageRecord, { timeZone, clockNow }: EventRow, now: number): SponsorPackage {
  const { organizationId: _organization, eventId: _event, createdAt: _created, updatedAt: _updated, ...shown } = row;
  return { ...shown, priceNow: priceNow(packageFacts(row), clockNow ?? now, timeZone).price };
}

/** Benefits that came without an id get one that the others do not have. */
function named(benefits: PackageRecord['benefits']): PackageRecord['benefits'] {
  const taken = new Set(benefits.map(({ id }) => id));
  let next = 1;
  return benefits.map((benefit) => {
    if (benefit.id !== '') return benefit;
    while (taken.has(`b${next}`)) next++;
    taken.add(`b${next}`);
    return { ...benefit, id: `b${next}` };
  });
}

function requirePossible(row: Pick<PackageRecord, 'priceMinor' | 'earlyBirdMinor' | 'earlyBirdUntil' | 'benefits'>): void {
  const wrong = (field: string, text: string) => new AppError('invalid_input', text, { fields: { [field]: text } });
  if ((row.earlyBirdMinor === null) !== (row.earlyBirdUntil === null))
    throw wrong('earlyBirdUntil', 'An early price needs its last day, and a last day its price. Give both, or neither.');
  if (row.earlyBirdMinor !== null && row.earlyBirdMinor >= row.priceMinor)
    throw wrong('earlyBirdMinor', 'The early price must be below the price.');
  const ids = row.benefits.map(({ id }) => id).filter((id) => id !== '');
  if (new Set(ids).size < ids.length) throw wrong('benefits', 'Each benefit needs an id of its own. Leave it empty to get one.');
}
