import type { BatchItem } from 'drizzle-orm/batch';
import { companyDomainOf } from '../core/contact/company';
import { asBatch } from '../db/commit';
import type { Database } from '../db/database';
import { cancelQueuedFor, contactSeen, suppress, underWayTo, wasReachedOut } from '../db/records/contacts';
import { contactStop } from '../db/records/stops';
import { settleStatements } from '../limits/reserve';

export type ContactWord = 'reply' | 'opt_out' | 'complaint' | 'hard_bounce';

/**
 * Makes a contact's word hold: what is queued to the address is cancelled, outreach to their company with it, and what was
 * under way is listed. After all but a reply no later mail goes there either; an opt-out or complaint after outreach
 * speaks for the company. `also` is written in the same batch. Returns how many effects it stopped.
 */
export async function stopContact(
  db: Database,
  word: { organizationId: string; address: string; why: ContactWord; by: string; eventId: string | null },
  now: number,
  also: BatchItem<'sqlite'>[] = [],
): Promise<number> {
  const { organizationId, why, by } = word;
  const address = word.address.toLowerCase();
  const company = companyDomainOf(address);
  const forGood = why !== 'reply';
  const [couldNotStop, reachedOut] = await Promise.all([
    underWayTo(db, organizationId, address),
    wasReachedOut(db, organizationId, address),
  ]);
  const cause = `${why} (${by})`;
  const forCompany = company !== '' && reachedOut && (why === 'opt_out' || why === 'complaint');
  const reason = why === 'reply' ? 'manual' : why;
  const statements: BatchItem<'sqlite'>[] = [
    ...also,
    contactSeen(
      db,
      organizationId,
      address,
      { ...(why === 'reply' || why === 'opt_out' ? { lastReplyAt: now } : {}), ...(forGood ? { stoppedAt: now, stopReason: why } : {}) },
      now,
    ),
    ...(forGood ? [suppress(db, { organizationId, channel: 'mail', address, reason, source: cause, now })] : []),
    ...(forCompany ? [suppress(db, { organizationId, channel: 'company', address: company, reason, source: cause, now })] : []),
    ...(word.eventId ? [contactStop(db, { organizationId, eventId: word.eventId, by, cause: why, couldNotStop }, now)] : []),
    ...cancelQueuedFor(db, { organizationId, address, all: forGood, company }, cause, now),
  ];
  const results = await db.batch(asBatch(statements));
  const cancelled: unknown = results.at(-1);
  const ids = Array.isArray(cancelled) ? cancelled.map((row: { id: string }) => row.id) : [];
  // A crash before this leaves a day's places reserved, never spent twice.
  for (const commandId of ids) await db.batch(asBatch(settleStatements(db, organizationId, { commandId })));
  return ids.length;
}
