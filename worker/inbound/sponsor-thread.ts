import { and, desc, eq, sql } from 'drizzle-orm';
import type { Database } from '../db/database';
import { sharedDatabase } from '../db/database';
import { crmContacts, events, salesMessages } from '../db/schema';

/** The mail of ours that somebody answers. */
export interface SponsorThread {
  organizationId: string;
  eventId: string;
  commandId: string | null;
  companyId: string;
  contactId: string | null;
  contactEmail: string;
  dealId: string | null;
  memberId: string | null;
  messageId: string;
  /** By the event's clock, ms. */
  at: number;
}

interface Incoming {
  from: string;
  to: string;
  headers: Record<string, string>;
  parts?: readonly { content: string }[];
}

const ownId = /\bsms_[0-9a-z]{6,40}\b/g;
const threadTag = /\+((?:dea|con)_[0-9a-z]{6,40})@/i;

/**
 * Finds the thread of a mail: by ids of our own mails in its references or in what a server returned, by the address that it
 * was sent to, by who wrote it. The ids cannot be guessed, so that whoever names one has had the mail.
 */
export async function sponsorThread(env: Env, mail: Incoming, realNow: number): Promise<SponsorThread | null> {
  const db = sharedDatabase(env);
  const named = [mail.headers['in-reply-to'], mail.headers.references, ...(mail.parts ?? []).map(({ content }) => content.slice(0, 64_000))]
    .flatMap((text) => text?.match(ownId) ?? [])
    .slice(-20);
  const byId =
    named.length > 0 ? await latest(db, sql`${salesMessages.id} IN (SELECT value FROM json_each(${JSON.stringify(named)}))`) : null;
  const tag = threadTag.exec(mail.to)?.[1]?.toLowerCase();
  const byTag =
    byId ?? (tag ? await latest(db, tag.startsWith('dea') ? eq(salesMessages.dealId, tag) : eq(salesMessages.contactId, tag)) : null);
  const found =
    byTag ??
    (mail.from === ''
      ? null
      : await latest(
          db,
          sql`EXISTS (SELECT 1 FROM crm_contacts c WHERE c.id = ${salesMessages.contactId} AND c.organization_id = ${salesMessages.organizationId} AND c.email = ${mail.from.toLowerCase()})`,
        ));
  if (!found) return null;
  const { clockNow, ...thread } = found;
  return { ...thread, contactEmail: thread.contactEmail ?? '', at: clockNow ?? realNow };
}

async function latest(db: Database, where: ReturnType<typeof sql>) {
  const [row] = await db
    .select({
      organizationId: salesMessages.organizationId,
      eventId: salesMessages.eventId,
      commandId: salesMessages.commandId,
      companyId: salesMessages.companyId,
      contactId: salesMessages.contactId,
      contactEmail: crmContacts.email,
      dealId: salesMessages.dealId,
      memberId: salesMessages.memberId,
      messageId: salesMessages.messageId,
      clockNow: events.clockNow,
    })
    .from(salesMessages)
    .innerJoin(events, eq(events.id, salesMessages.eventId))
    .leftJoin(crmContacts, eq(crmContacts.id, salesMessages.contactId))
    .where(and(eq(salesMessages.direction, 'out'), where))
    .orderBy(desc(salesMessages.at), desc(salesMessages.id))
    .limit(1);
  return row ?? null;
}
