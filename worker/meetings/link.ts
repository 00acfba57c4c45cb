import { and, eq, ne, sql } from 'drizzle-orm';
import { trackedLink } from '../connectors/calendly/webhook';
import { meetings } from '../db/schema';
import { isOpen } from './book';
import type { OfferedMeeting } from './offered';

/**
 * The page elsewhere on which this meeting is booked; null when there is none to offer any more. Made when the guest asks
 * for it and kept, so that asking again leads to the same: two who ask at once may make two links, of which one is used.
 */
export async function linkOf(offered: OfferedMeeting): Promise<string | null> {
  const { meeting, link, db, now } = offered;
  if (!link || meeting.state === 'booked' || !isOpen(offered)) return null;
  if (meeting.providerRef) return meeting.providerRef;
  const address = trackedLink(await link.singleUseLink(), meeting.id);
  const own = and(eq(meetings.organizationId, meeting.organizationId), eq(meetings.id, meeting.id));
  await db
    .update(meetings)
    .set({
      provider: link.provider,
      providerRef: sql`coalesce(${meetings.providerRef}, ${address})`,
      version: sql`${meetings.version} + 1`,
      updatedAt: now,
    })
    .where(and(own, ne(meetings.state, 'booked')));
  const [kept] = await db.select({ providerRef: meetings.providerRef }).from(meetings).where(own);
  return kept?.providerRef ?? null;
}
