import { and, count, desc, eq, gte, sql } from 'drizzle-orm';
import type { ProposalContent } from '../../../core/sales/types';
import type { EngagementKind } from '../../../core/sales-stages';
import type { Database } from '../../database';
import {
  companies,
  crmContacts,
  engagements,
  events,
  meetings,
  proposalVersions,
  proposalVisits,
  salesMessages,
  sponsorProposals,
} from '../../schema';

/** A mail as far as counting what happened to it takes. */
export interface TrackedMessage {
  id: string;
  eventId: string;
  companyId: string;
  contactId: string | null;
  proposalId: string | null;
  /** When it was delivered, or queued where that is not known; by the event's clock. */
  since: number;
  /** Where a virtual clock stands; null for an event in real time. */
  clockNow: number | null;
}

export async function trackedMessage(db: Database, organizationId: string, id: string): Promise<TrackedMessage | null> {
  const delivered = db
    .select({ at: sql<number>`min(${engagements.at})` })
    .from(engagements)
    .where(and(eq(engagements.organizationId, organizationId), eq(engagements.salesMessageId, id), eq(engagements.kind, 'delivered')));
  const [row] = await db
    .select({
      id: salesMessages.id,
      eventId: salesMessages.eventId,
      companyId: salesMessages.companyId,
      contactId: salesMessages.contactId,
      proposalId: salesMessages.proposalId,
      since: sql<number>`coalesce((${delivered}), ${salesMessages.at})`,
      clockNow: events.clockNow,
    })
    .from(salesMessages)
    .innerJoin(events, eq(events.id, salesMessages.eventId))
    .where(and(eq(salesMessages.organizationId, organizationId), eq(salesMessages.id, id), eq(salesMessages.direction, 'out')));
  return row ?? null;
}

export interface NewEngagement {
  id: string;
  eventId: string;
  companyId: string;
  contactId: string | null;
  salesMessageId: string | null;
  proposalId: string | null;
  kind: EngagementKind;
  machine: boolean;
  detail: string;
  /** The same occurrence has the same one, and counts once. */
  ref: string;
  at: number;
}

/** False when it had been counted. */
export async function countEngagement(db: Database, organizationId: string, engagement: NewEngagement): Promise<boolean> {
  const { meta } = await db
    .insert(engagements)
    .values({ organizationId, ...engagement })
    .onConflictDoNothing();
  return meta.changes > 0;
}

/** Links of a mail that were asked for since `from`. */
export async function clickedSince(db: Database, organizationId: string, salesMessageId: string, from: number): Promise<string[]> {
  const rows = await db
    .select({ detail: engagements.detail })
    .from(engagements)
    .where(
      and(
        eq(engagements.organizationId, organizationId),
        eq(engagements.salesMessageId, salesMessageId),
        eq(engagements.kind, 'clicked'),
        gte(engagements.at, from),
      ),
    )
    .limit(20);
  return rows.map(({ detail }) => detail);
}

/** What looked like a person's clicks turns out to be one machine's: told from how many links it followed at once. */
export async function clicksWereMachine(db: Database, organizationId: string, salesMessageId: string, from: number): Promise<void> {
  await db
    .update(engagements)
    .set({ machine: true })
    .where(
      and(
        eq(engagements.organizationId, organizationId),
        eq(engagements.salesMessageId, salesMessageId),
        eq(engagements.kind, 'clicked'),
        gte(engagements.at, from),
      ),
    );
}

export interface PublicProposal {
  id: string;
  organizationId: string;
  eventId: string;
  companyId: string;
  contactId: string | null;
  state: 'draft' | 'sent' | 'accepted' | 'withdrawn';
  version: number;
  content: ProposalContent;
  companyName: string;
  contactName: string | null;
  event: { name: string; brandColor: string; timeZone: string; contactEmail: string; clockNow: number | null };
  /** Unguessable part of the address of the latest meeting that was offered or booked. */
  meetingToken: string | null;
}

/** By the unguessable part of its address, in the version that its page shows. */
export async function proposalByToken(db: Database, token: string): Promise<PublicProposal | null> {
  const meeting = db
    .select({ token: meetings.token })
    .from(meetings)
    .where(
      and(
        eq(meetings.organizationId, sponsorProposals.organizationId),
        eq(meetings.eventId, sponsorProposals.eventId),
        eq(meetings.companyId, sponsorProposals.companyId),
        sql`${meetings.state} <> 'cancelled'`,
      ),
    )
    .orderBy(desc(meetings.createdAt))
    .limit(1);
  const [row] = await db
    .select({
      id: sponsorProposals.id,
      organizationId: sponsorProposals.organizationId,
      eventId: sponsorProposals.eventId,
      companyId: sponsorProposals.companyId,
      contactId: sponsorProposals.contactId,
      state: sponsorProposals.state,
      version: sponsorProposals.version,
      content: proposalVersions.content,
      companyName: companies.name,
      contactName: crmContacts.name,
      eventName: events.name,
      brandColor: events.brandColor,
      timeZone: events.timeZone,
      contactEmail: events.contactEmail,
      clockNow: events.clockNow,
      meetingToken: sql<string | null>`(${meeting})`,
    })
    .from(sponsorProposals)
    .innerJoin(
      proposalVersions,
      and(eq(proposalVersions.proposalId, sponsorProposals.id), eq(proposalVersions.version, sponsorProposals.version)),
    )
    .innerJoin(companies, eq(companies.id, sponsorProposals.companyId))
    .innerJoin(events, eq(events.id, sponsorProposals.eventId))
    .leftJoin(crmContacts, eq(crmContacts.id, sponsorProposals.contactId))
    .where(eq(sponsorProposals.token, token));
  if (!row) return null;
  const { eventName, brandColor, timeZone, contactEmail, clockNow, ...rest } = row;
  return { ...rest, event: { name: eventName, brandColor, timeZone, contactEmail, clockNow } };
}

export interface ProposalVisit {
  id: string;
  eventId: string;
  proposalId: string;
  version: number;
  machine: boolean;
  /** Seconds by section so far. */
  sections: Record<string, number>;
  at: number;
}

/** Visits of one proposal that are kept: more come from nobody who reads it. */
const mostVisits = 1000;

/** Keeps what is known of a visit: its first report makes it, later ones carry it on. `full` when there are too many. */
export async function keepVisit(db: Database, organizationId: string, visit: ProposalVisit): Promise<'new' | 'known' | 'full'> {
  const mine = and(
    eq(proposalVisits.organizationId, organizationId),
    eq(proposalVisits.proposalId, visit.proposalId),
    eq(proposalVisits.id, visit.id),
  );
  const { meta } = await db.update(proposalVisits).set({ sections: visit.sections, updatedAt: visit.at }).where(mine);
  if (meta.changes > 0) return 'known';
  const [kept] = await db
    .select({ visits: count() })
    .from(proposalVisits)
    .where(and(eq(proposalVisits.organizationId, organizationId), eq(proposalVisits.proposalId, visit.proposalId)));
  if ((kept?.visits ?? 0) >= mostVisits) return 'full';
  const { at, ...row } = visit;
  const inserted = await db
    .insert(proposalVisits)
    .values({ organizationId, ...row, startedAt: at, updatedAt: at })
    .onConflictDoNothing();
  return inserted.meta.changes > 0 ? 'new' : 'full';
}

/** Counts that the visitor took the PDF with them. */
export async function countDownload(db: Database, organizationId: string, proposalId: string, visitId: string): Promise<void> {
  await db
    .update(proposalVisits)
    .set({ downloads: sql`${proposalVisits.downloads} + 1` })
    .where(
      and(eq(proposalVisits.organizationId, organizationId), eq(proposalVisits.proposalId, proposalId), eq(proposalVisits.id, visitId)),
    );
}
