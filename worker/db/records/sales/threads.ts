import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { EngagementFacts, MessageFacts } from '../../../core/sales/facts';
import type { Database } from '../../database';
import { engagements, proposalVisits, salesMessages, sponsorProposals } from '../../schema';

const messagesRead = 200;

const messageColumns = {
  id: salesMessages.id,
  companyId: salesMessages.companyId,
  contactId: salesMessages.contactId,
  memberId: salesMessages.memberId,
  proposalId: salesMessages.proposalId,
  direction: salesMessages.direction,
  step: salesMessages.step,
  angle: salesMessages.angle,
  messageId: salesMessages.messageId,
  inReplyTo: salesMessages.inReplyTo,
  subject: salesMessages.subject,
  text: salesMessages.text,
  class: salesMessages.class,
  found: salesMessages.found,
  handledAt: salesMessages.handledAt,
  at: salesMessages.at,
};

/** Both ways, oldest first, the latest 200. */
export async function messagesOf(db: Database, organizationId: string, eventId: string, companyId: string): Promise<MessageFacts[]> {
  const rows = await db
    .select(messageColumns)
    .from(salesMessages)
    .where(
      and(eq(salesMessages.organizationId, organizationId), eq(salesMessages.companyId, companyId), eq(salesMessages.eventId, eventId)),
    )
    .orderBy(desc(salesMessages.at), desc(salesMessages.id))
    .limit(messagesRead);
  return rows.reverse().map(({ companyId: _company, ...message }) => message);
}

export async function messageById(
  db: Database,
  organizationId: string,
  eventId: string,
  id: string,
): Promise<(MessageFacts & { companyId: string }) | null> {
  const [row] = await db
    .select(messageColumns)
    .from(salesMessages)
    .where(and(eq(salesMessages.organizationId, organizationId), eq(salesMessages.eventId, eventId), eq(salesMessages.id, id)));
  return row ?? null;
}

/** Visits and downloads are read from the visits of proposals' pages, which know how long they took; all else is as it came in. */
export async function engagementOf(db: Database, organizationId: string, eventId: string, companyId: string): Promise<EngagementFacts[]> {
  const [happened, visits] = await Promise.all([
    db
      .select({ kind: engagements.kind, machine: engagements.machine, at: engagements.at })
      .from(engagements)
      .where(
        and(
          eq(engagements.organizationId, organizationId),
          eq(engagements.companyId, companyId),
          eq(engagements.eventId, eventId),
          sql`${engagements.kind} NOT IN ('visited', 'downloaded')`,
        ),
      )
      .orderBy(asc(engagements.at))
      .limit(2_000),
    db
      .select({
        machine: proposalVisits.machine,
        sections: proposalVisits.sections,
        downloads: proposalVisits.downloads,
        at: proposalVisits.startedAt,
        updatedAt: proposalVisits.updatedAt,
      })
      .from(proposalVisits)
      .innerJoin(sponsorProposals, eq(sponsorProposals.id, proposalVisits.proposalId))
      .where(
        and(
          eq(proposalVisits.organizationId, organizationId),
          eq(sponsorProposals.companyId, companyId),
          eq(proposalVisits.eventId, eventId),
        ),
      )
      .orderBy(asc(proposalVisits.startedAt))
      .limit(2_000),
  ]);
  const seen = visits.flatMap(({ machine, sections, downloads, at, updatedAt }): EngagementFacts[] => [
    { kind: 'visited', machine, at, seconds: Object.values(sections).reduce((sum, seconds) => sum + seconds, 0) },
    ...Array.from({ length: Math.min(downloads, 20) }, () => ({ kind: 'downloaded' as const, machine, at: updatedAt })),
  ]);
  return [...happened, ...seen].sort((a, b) => a.at - b.at);
}

/**
 * Mails of outreach of the event since `from`: those that left and those that are on their way, so that a day's ramp is not
 * passed by what still waits; when the last one left, and when the first ever did.
 */
export async function sentSince(db: Database, organizationId: string, eventId: string, from: number) {
  const [row] = await db.all<{ count: number; last_at: number | null; first_at: number | null }>(
    sql`SELECT coalesce(sum(CASE WHEN state = 'authorised' OR updated_at >= ${from} THEN 1 ELSE 0 END), 0) AS count,
          max(CASE WHEN state <> 'authorised' THEN updated_at END) AS last_at,
          min(CASE WHEN state <> 'authorised' THEN updated_at END) AS first_at
        FROM outbox WHERE organization_id = ${organizationId} AND event_id = ${eventId} AND kind = 'mail.send' AND purpose = 'outreach'
          AND state IN ('authorised', 'claimed', 'confirmed', 'reconciled', 'unknown')`,
  );
  return { count: row?.count ?? 0, lastAt: row?.last_at ?? null, firstEverAt: row?.first_at ?? null };
}
