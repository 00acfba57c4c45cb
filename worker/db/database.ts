import { type DrizzleD1Database, drizzle } from 'drizzle-orm/d1';
import * as schema from './schema';

export type Database = DrizzleD1Database<typeof schema> & { $client: D1Database };

const opened = new WeakMap<D1Database, Database>();

/**
 * The database that holds an organization's records. One today; spreading organizations over several is a change of
 * this function and of `wrangler.toml`.
 */
export function databaseOf(env: Pick<Env, 'DB'>, _organizationId: string): Database {
  return open(env.DB);
}

/** For what belongs to no organization: sign-in, idempotency windows, sweeps over all events. */
export function sharedDatabase(env: Pick<Env, 'DB'>): Database {
  return open(env.DB);
}

function open(binding: D1Database): Database {
  const known = opened.get(binding);
  if (known) return known;
  const database = drizzle(binding, { schema });
  opened.set(binding, database);
  return database;
}
