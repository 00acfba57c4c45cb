import { integer, text } from 'drizzle-orm/sqlite-core';
import { organization } from './auth';

/** Milliseconds since 1970, UTC. */
export const instant = (name: string) => integer(name);
/** Money: minor units of the currency beside it. */
export const minor = (name: string) => integer(name);
export const json = <T>(name: string) => text(name, { mode: 'json' }).$type<T>();

/** Every row of the product belongs to one organization, which is the first condition of every query. */
export const organizationId = () =>
  text('organization_id')
    .notNull()
    .references(() => organization.id, { onDelete: 'cascade' });
