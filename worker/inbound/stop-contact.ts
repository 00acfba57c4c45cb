import type { BatchItem } from 'drizzle-orm/batch';
import { companyDomainOf } from '../core/contact/company';
import { asBatch } from '../db/commit';
import type { Database } from '../db/database';
import { cancelQueuedFor, contactSeen, suppress, underWayTo, wasReachedOut } from '../db/records/contacts';
import { contactStop } from '../db/records/stops';
import { settleStatements } from '../limits/reserve';

export interface ContactWord {
  organizationId: string;
  address: string;
  why: 'reply' | 'opt_out' | 'complaint' | 'hard_bounce';
  /** Id of what said so; no personal data. */
  by: string;
  /** The event whose mail it answers, if known. */
  eventId: string | null;
}

/**
 * What makes a contact's word hold: what is queued to the address is cancelled, outreach to their company with it, and what
 * was under way is listed. After all but a reply no later mail goes there either; an opt-out or complaint after outreach
 * speaks for the company. The last statement returns what was cancelled.
 */
export async function stopStatements(db: Database, word: ContactWord, now: number): Promise<BatchItem<'sqlite'>[]> {
  const { organizationId, why, by, eventId } = word;
  const address = word.address.toLowerCase();
  const company = companyDomainOf(address);
  const [couldNotStop, reachedOut] = await Promise.all([
    underWayTo(db, organizationId, address),
    wasReachedOut(db, organizationId, address),
  ]);
  const source = `${why} (${by})`;
  const answered = why === 'reply' || why === 'opt_out';
  const speaksForCompany = company !== '' && reachedOut && (why === 'opt_out' || why === 'complaint');
  return [
    contactSeen(
      db,
      organizationId,
      address,
      { ...(answered ? { lastReplyAt: now } : {}), ...(why === 'reply' ? {} : { stoppedAt: now, stopReason: why }) },
      now,
    ),
    ...(why === 'reply' ? [] : [suppress(db, { organizationId, channel: 'mail', address, reason: why, source, now })]),
    ...(speaksForCompany ? [suppress(db, { organizationId, channel: 'company', address: company, reason: why, source, now })] : []),
    ...(eventId ? [contactStop(db, { organizationId, eventId, by, cause: why, couldNotStop }, now)] : []),
    ...cancelQueuedFor(db, { organizationId, address, all: why !== 'reply', company }, source, now),
  ];
}

/** Makes a contact's word hold, with `also` in the same batch. Returns how many effects it stopped. */
export async function stopContact(db: Database, word: ContactWord, now: number, also: BatchItem<'sqlite'>[] = []): Promise<number> {
  const results = await db.batch(asBatch([...also, ...(await stopStatements(db, word, now))]));
  const cancelled: unknown = results.at(-1);
  const ids = Array.isArray(cancelled) ? cancelled.map((row: { id: string }) => row.id) : [];
  // A crash before this leaves a day's places reserved, never spent twice.
  for (const commandId of ids) await db.batch(asBatch(settleStatements(db, word.organizationId, { commandId })));
  return ids.length;
}
