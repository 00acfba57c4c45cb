import { AppError } from '../core/errors';
import { databaseOf } from '../db/database';
import { eventOrganization } from '../db/records/events';

/** An event never changes hands, so what was seen once holds for the life of the isolate. */
const owners = new Map<string, string>();
const remembered = 5_000;

/** Throws `not_found` unless the event belongs to the organization: the same answer as for an id that never was. */
export async function requireEvent(env: Env, organizationId: string, eventId: string): Promise<void> {
  let owner = owners.get(eventId);
  if (owner === undefined) {
    owner = (await eventOrganization(databaseOf(env, organizationId), organizationId, eventId)) ?? undefined;
    if (owner !== undefined) {
      if (owners.size >= remembered) owners.clear();
      owners.set(eventId, owner);
    }
  }
  if (owner !== organizationId) throw new AppError('not_found', 'There is no such event in your organization.');
}
