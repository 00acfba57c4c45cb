import { desc, eq } from 'drizzle-orm';
import { sharedDatabase } from '../db/database';
import { events, outbox } from '../db/schema';

/** Whom a mail from outside answers: the latest mail that went to its sender. Null for strangers. */
export async function answeredBy(
  env: Env,
  from: string,
  realNow: number,
): Promise<{ organizationId: string; eventId: string; commandId: string; at: number } | null> {
  const [row] = await sharedDatabase(env)
    .select({ organizationId: outbox.organizationId, eventId: outbox.eventId, commandId: outbox.id, clockNow: events.clockNow })
    .from(outbox)
    .innerJoin(events, eq(events.id, outbox.eventId))
    .where(eq(outbox.target, from.trim().toLowerCase()))
    .orderBy(desc(outbox.createdAt))
    .limit(1);
  if (!row) return null;
  const { clockNow, ...named } = row;
  return { ...named, at: clockNow ?? realNow };
}
