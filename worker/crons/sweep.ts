import { lt } from 'drizzle-orm';
import { dayMs } from '../core/instant';
import { sharedDatabase } from '../db/database';
import { eventsWithApprovals } from '../db/records/approvals';
import { eventsWithOpenCommands } from '../db/records/due-commands';
import { eventsWithOutreach } from '../db/records/outreach/due';
import { attemptCounters, idempotencyKeys, session, verification, webhookEvents } from '../db/schema';
import { refetchDue } from '../knowledge-intake/refetch';
import { errorFields, log } from '../log';
import { orchestratorOf, salesObject } from '../objects';
import { lookAfterPrivacy } from '../privacy/retention';

/** Events that are woken at once. */
const atOnce = 8;

/** Wakes every event that has work left: carries out what is due, and sets the alarm for the rest. */
export async function lookAfterEvents(env: Env): Promise<void> {
  const db = sharedDatabase(env);
  const waiting = [...new Set([...(await eventsWithOpenCommands(db)), ...(await eventsWithApprovals(db))].map((row) => row.eventId))];
  await atOnceFor(waiting, (eventId) => orchestratorOf(env, eventId).look());
}

/** Wakes the sales agent of every event that has a campaign under way or an answer that came in lately: a lost call costs minutes. */
async function lookAfterCampaigns(env: Env, now: number): Promise<void> {
  await atOnceFor(await eventsWithOutreach(sharedDatabase(env), now), (eventId) => salesObject(env, eventId).campaignsChanged());
}

async function atOnceFor(eventIds: string[], look: (eventId: string) => Promise<void>): Promise<void> {
  for (let from = 0; from < eventIds.length; from += atOnce)
    await Promise.all(
      eventIds
        .slice(from, from + atOnce)
        .map((eventId) => look(eventId).catch((error) => log('error', 'sweep', { event: eventId, ...errorFields(error) }))),
    );
}

/** The net below every alarm: wakes the events that still have work, and deletes what has served its time. */
export async function sweepAll(env: Env, now: number): Promise<void> {
  const db = sharedDatabase(env);
  await lookAfterEvents(env);
  await lookAfterCampaigns(env, now);
  await lookAfterPrivacy(env, now).catch((error) => log('error', 'privacy', errorFields(error)));
  await refetchDue(env, now).catch((error) => log('error', 'refetch', errorFields(error)));
  await db.batch([
    db.delete(idempotencyKeys).where(lt(idempotencyKeys.createdAt, now - dayMs)),
    db.delete(attemptCounters).where(lt(attemptCounters.expiresAt, now)),
    db.delete(verification).where(lt(verification.expiresAt, new Date(now))),
    db.delete(session).where(lt(session.expiresAt, new Date(now))),
    db.delete(webhookEvents).where(lt(webhookEvents.receivedAt, now - 30 * dayMs)),
  ]);
}
