import type { BatchItem } from 'drizzle-orm/batch';
import { AppError } from '../core/errors';
import type { SalesChange } from '../ports/sales';
import type { Database } from './database';

export interface SalesScope {
  db: Database;
  organizationId: string;
  eventId: string;
}

/** The statements of a change of sales records, with the guards that keep it from happening to what has moved meanwhile. */
export function salesStatements(
  _scope: SalesScope,
  change: SalesChange,
  _commandIds: Map<string, string>,
  _now: number,
): BatchItem<'sqlite'>[] {
  throw new AppError('unavailable', `${change.change} is not built yet.`);
}
