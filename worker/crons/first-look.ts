import { sharedDatabase } from '../db/database';
import { askAfterLease } from '../db/records/due-commands';
import { lookAfterEvents } from './sweep';

/** The cron that whoever starts the whole product as a process of its own rings, once. */
export const startCron = '@start';

/** What an earlier process left is looked at now, and not when its alarms happen to ring. */
export async function lookAfterStart(env: Env): Promise<void> {
  await askAfterLease(sharedDatabase(env));
  await lookAfterEvents(env);
}
