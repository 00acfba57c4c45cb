import type { Activity } from '../../../ports/commit';
import { activityInsert } from '../../activities';
import { asBatch } from '../../commit';
import type { Database } from '../../database';
import { sealActivities } from '../../sealed-activity';
import type { SalesKey } from './campaigns';

/** Writes activities that had no effect to the log; a repeat changes nothing. */
export async function keepActivities(db: Database, { organizationId, eventId }: SalesKey, activities: Activity[]): Promise<void> {
  const sealed = await sealActivities(db, organizationId, activities);
  if (sealed.length > 0) await db.batch(asBatch(sealed.map((activity) => activityInsert(db, organizationId, eventId, activity))));
}
