import { and, desc, eq, inArray, or, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { companyDomainOf } from '../../core/contact/company';
import { type ContactFacts, longestMemoryMs } from '../../core/contact/conscience';
import { unaskedPurposes } from '../../core/outbox/purpose';
import { newId } from '../../random';
import type { Database } from '../database';
import { contactStates, events, inboundMails, outbox, suppressions } from '../schema';
import { transitionWhere } from './outbox';

export type ContactRow = typeof contactStates.$inferSelect;
export type InboundRow = typeof inboundMails.$inferSelect;
type SuppressionReason = (typeof suppressions.$inferSelect)['reason'];

/** States of a mail that may have reached its reader. */
const reached = ['claimed', 'confirmed', 'reconciled', 'unknown'] as const;

const ofContact = (organizationId: string, address: string) =>
  and(eq(outbox.organizationId, organizationId), eq(outbox.kind, 'mail.send'), eq(outbox.target, address));

/**
 * What the conscience asks about one contact, over all events and agents of the organization. Events of the real clock
 * and rehearsals do not see each other: their times have nothing to do with one another.
 */
export async function contactFacts(
  db: Database,
  mail: { organizationId: string; address: string; commandId: string; queuedAt: number; clock: 'real' | 'virtual'; timeZone: string },
  now: number,
): Promise<ContactFacts> {
  const { organizationId } = mail;
  const address = mail.address.toLowerCase();
  const company = companyDomainOf(address);
  const [sent, states, stops] = await db.batch([
    db
      .select({ at: outbox.updatedAt })
      .from(outbox)
      .where(
        and(
          ofContact(organizationId, address),
          inArray(outbox.state, [...reached]),
          inArray(outbox.purpose, [...unaskedPurposes]),
          sql`${outbox.id} <> ${mail.commandId}`,
          sql`${outbox.updatedAt} > ${now - longestMemoryMs}`,
          sql`(SELECT clock FROM events e WHERE e.id = ${outbox.eventId}) = ${mail.clock}`,
        ),
      )
      .orderBy(desc(outbox.updatedAt))
      .limit(200),
    db
      .select()
      .from(contactStates)
      .where(
        and(
          eq(contactStates.organizationId, organizationId),
          company === ''
            ? eq(contactStates.address, address)
            : or(eq(contactStates.address, address), eq(contactStates.companyDomain, company)),
        ),
      )
      .orderBy(desc(contactStates.lastReplyAt))
      .limit(200),
    suppressionsOf(db, organizationId, address, company),
  ]);
  const own = states.find((state) => state.address === address);
  const replies = states.flatMap((state) => state.lastReplyAt ?? []);
  return {
    sentAt: sent.map((row) => row.at),
    queuedAt: mail.queuedAt,
    suppressed: stops.find((stop) => stop.channel === 'mail')?.reason ?? null,
    companyStopped: stops.find((stop) => stop.channel === 'company')?.reason ?? null,
    stopped: own?.stoppedAt ? (own.stopReason ?? 'stopped') : null,
    lastReplyAt: replies.length > 0 ? Math.max(...replies) : null,
    timeZone: own?.timeZone ?? mail.timeZone,
  };
}

function suppressionsOf(db: Database, organizationId: string, address: string, company: string) {
  return db
    .select()
    .from(suppressions)
    .where(
      and(
        eq(suppressions.organizationId, organizationId),
        or(
          and(eq(suppressions.channel, 'mail'), eq(suppressions.address, address)),
          and(eq(suppressions.channel, 'company'), eq(suppressions.address, company)),
        ),
      ),
    )
    .limit(10);
}

/** Keeps what is known of a contact; fields that are left out stay as they are. */
export function contactSeen(
  db: Database,
  organizationId: string,
  address: string,
  change: Partial<Pick<ContactRow, 'timeZone' | 'lastReplyAt' | 'stoppedAt' | 'stopReason'>>,
  now: number,
): BatchItem<'sqlite'> {
  const row = { ...change, updatedAt: now };
  return db
    .insert(contactStates)
    .values({ organizationId, address: address.toLowerCase(), companyDomain: companyDomainOf(address), ...row })
    .onConflictDoUpdate({ target: [contactStates.organizationId, contactStates.address], set: row });
}

/** Stops all mail to an address, or what nobody asked for to a whole company. What somebody decided before stays. */
export function suppress(
  db: Database,
  entry: { organizationId: string; channel: 'mail' | 'company'; address: string; reason: SuppressionReason; source: string; now: number },
): BatchItem<'sqlite'> {
  const { now, ...row } = entry;
  return db
    .insert(suppressions)
    .values({ ...row, address: row.address.toLowerCase(), id: newId('suppression', now), createdAt: now })
    .onConflictDoNothing();
}

/**
 * Cancels what waits for a contact: what nobody asked for, or `all` where nothing reaches the address any more; with
 * `company`, also outreach to everybody there. What is under way finds the stop when it is put off. The last statement
 * returns what was cancelled.
 */
export function cancelQueuedFor(
  db: Database,
  contact: { organizationId: string; address: string | null; all: boolean; company: string },
  cause: string,
  now: number,
): BatchItem<'sqlite'>[] {
  const { organizationId, all, company } = contact;
  // A LIKE pattern of D1 is limited to 50 bytes.
  const endsWith = (tail: string) => sql`substr(${outbox.target}, ${-tail.length}) = ${tail}`;
  const toAddress =
    contact.address === null
      ? undefined
      : and(eq(outbox.target, contact.address.toLowerCase()), all ? undefined : inArray(outbox.purpose, [...unaskedPurposes]));
  const toCompany = company === '' ? undefined : and(eq(outbox.purpose, 'outreach'), or(endsWith(`@${company}`), endsWith(`.${company}`)));
  const where = and(
    eq(outbox.organizationId, organizationId),
    eq(outbox.kind, 'mail.send'),
    eq(outbox.state, 'authorised'),
    or(toAddress, toCompany) ?? sql`0`,
  );
  return [
    transitionWhere(db, where, 'cancelled', cause, now),
    db.update(outbox).set({ state: 'cancelled', lastError: cause, updatedAt: now }).where(where).returning({ id: outbox.id }),
  ];
}

/** Mails to an address that a stop came too late for: under way, or nobody knows. */
export async function underWayTo(db: Database, organizationId: string, address: string): Promise<string[]> {
  const rows = await db
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(ofContact(organizationId, address.toLowerCase()), inArray(outbox.state, ['claimed', 'unknown'])))
    .limit(50);
  return rows.map((row) => row.id);
}

/** Whether an agent has ever written to an address on its own account. */
export async function wasReachedOut(db: Database, organizationId: string, address: string): Promise<boolean> {
  const rows = await db
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(ofContact(organizationId, address.toLowerCase()), eq(outbox.purpose, 'outreach')))
    .limit(1);
  return rows.length > 0;
}

/** One contact in full, for a page. */
export async function contactView(db: Database, organizationId: string, given: string) {
  const address = given.toLowerCase();
  const company = companyDomainOf(address);
  const [states, stops, history, inbound] = await db.batch([
    db
      .select()
      .from(contactStates)
      .where(and(eq(contactStates.organizationId, organizationId), eq(contactStates.address, address))),
    suppressionsOf(db, organizationId, address, company),
    db
      .select({
        commandId: sql<string>`${outbox.id}`.as('command_id'),
        eventId: outbox.eventId,
        eventName: sql<string>`(SELECT name FROM events e WHERE e.id = ${outbox.eventId})`.as('event_name'),
        agent: outbox.agent,
        purpose: outbox.purpose,
        subject: sql<string>`coalesce(${outbox.payload} ->> '$.mail.subject', '')`.as('subject'),
        state: outbox.state,
        at: outbox.updatedAt,
      })
      .from(outbox)
      .where(ofContact(organizationId, address))
      .orderBy(desc(outbox.createdAt), desc(outbox.id))
      .limit(100),
    db
      .select()
      .from(inboundMails)
      .where(and(eq(inboundMails.organizationId, organizationId), eq(inboundMails.fromAddress, address)))
      .orderBy(desc(inboundMails.at))
      .limit(100),
  ]);
  return { state: states[0] ?? null, company, stops, history, inbound };
}

/** The event that a contact heard from last, whose rules speak for what comes next; any event of the organization otherwise. */
export async function lastEventOf(db: Database, organizationId: string, address: string) {
  const [row] = await db
    .select()
    .from(events)
    .where(
      and(
        eq(events.organizationId, organizationId),
        sql`${events.id} = coalesce((SELECT o.event_id FROM outbox o WHERE o.organization_id = ${organizationId} AND o.target = ${address.toLowerCase()}
          ORDER BY o.created_at DESC LIMIT 1), (SELECT id FROM events WHERE organization_id = ${organizationId} ORDER BY created_at DESC LIMIT 1))`,
      ),
    );
  return row ?? null;
}
