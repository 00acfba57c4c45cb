import { and, asc, desc, eq, inArray, isNotNull, isNull, lt, or, type SQL, sql } from 'drizzle-orm';
import type { ProposalRow, SalesMessage } from '../../../contract/sales/outreach';
import type { ReplyClass } from '../../../core/sales-stages';
import type { Database } from '../../database';
import {
  campaignMembers,
  companies,
  crmContacts,
  engagements,
  outbox,
  proposalVersions,
  proposalVisits,
  salesMessages,
  sponsorPackages,
  sponsorProposals,
} from '../../schema';
import type { SalesKey } from './campaigns';

type Position = [at: number, id: string] | null;

/** A mail both ways as people see it, newest first; at most `limit` and one more. */
async function messageViews(
  db: Database,
  { organizationId, eventId }: SalesKey,
  where: SQL | undefined,
  limit: number,
): Promise<SalesMessage[]> {
  const rows = await db
    .select({
      message: salesMessages,
      companyName: sql<string>`${companies.name}`.as('company_name'),
      contactName: sql<string>`coalesce(${crmContacts.name}, '')`.as('contact_name'),
      campaignId: campaignMembers.campaignId,
      state: sql<string | null>`${outbox.state}`.as('command_state'),
    })
    .from(salesMessages)
    .innerJoin(companies, eq(companies.id, salesMessages.companyId))
    .leftJoin(crmContacts, and(eq(crmContacts.id, salesMessages.contactId), eq(crmContacts.organizationId, salesMessages.organizationId)))
    .leftJoin(campaignMembers, eq(campaignMembers.id, salesMessages.memberId))
    .leftJoin(outbox, and(eq(outbox.id, salesMessages.commandId), eq(outbox.organizationId, salesMessages.organizationId)))
    .where(and(eq(salesMessages.organizationId, organizationId), eq(salesMessages.eventId, eventId), where))
    .orderBy(desc(salesMessages.at), desc(salesMessages.id))
    .limit(limit);
  const happened = await engagementsOf(
    db,
    organizationId,
    rows.map(({ message }) => message.id),
  );
  return rows.map(({ message, ...names }) => ({
    ...{ id: message.id, companyId: message.companyId, contactId: message.contactId, dealId: message.dealId },
    ...{ proposalId: message.proposalId, direction: message.direction, step: message.step, angle: message.angle },
    ...{ subject: message.subject, text: message.text, class: message.class, confidence: message.confidence },
    ...{
      classReason: message.classReason,
      found: message.found,
      handledAt: message.handledAt,
      handledBy: message.handledBy,
      at: message.at,
    },
    ...names,
    engagements: happened.get(message.id) ?? [],
  }));
}

async function engagementsOf(db: Database, organizationId: string, messageIds: string[]) {
  const rows = await db
    .select()
    .from(engagements)
    .where(
      and(
        eq(engagements.organizationId, organizationId),
        sql`${engagements.salesMessageId} IN (SELECT value FROM json_each(${JSON.stringify(messageIds)}))`,
      ),
    )
    .orderBy(asc(engagements.at))
    .limit(1_000);
  const found = new Map<string, SalesMessage['engagements']>();
  for (const { salesMessageId, id, kind, machine, detail, at } of rows)
    if (salesMessageId) found.set(salesMessageId, [...(found.get(salesMessageId) ?? []), { id, kind, machine, detail, at }]);
  return found;
}

export async function messagesOfCompany(db: Database, key: SalesKey, companyId: string): Promise<SalesMessage[]> {
  return messageViews(db, key, eq(salesMessages.companyId, companyId), 100);
}

export async function messageView(db: Database, key: SalesKey, id: string): Promise<SalesMessage | null> {
  return (await messageViews(db, key, eq(salesMessages.id, id), 1))[0] ?? null;
}

/** Answers, newest first, one more than `limit` when there is a next page. */
export async function replyPage(
  db: Database,
  key: SalesKey,
  { wanted, open, position, limit }: { wanted: ReplyClass | undefined; open: boolean | undefined; position: Position; limit: number },
): Promise<SalesMessage[]> {
  const where = and(
    eq(salesMessages.direction, 'in'),
    wanted ? eq(salesMessages.class, wanted) : undefined,
    open === undefined ? undefined : open ? isNull(salesMessages.handledAt) : isNotNull(salesMessages.handledAt),
    position ? or(lt(salesMessages.at, position[0]), and(eq(salesMessages.at, position[0]), lt(salesMessages.id, position[1]))) : undefined,
  );
  return messageViews(db, key, where, limit + 1);
}

/** How many answers wait for somebody, and how many there are of each class. */
export async function replyCounts(db: Database, { organizationId, eventId }: SalesKey) {
  const rows = await db
    .select({
      class: salesMessages.class,
      all: sql<number>`count(*)`.as('all_count'),
      open: sql<number>`sum(${salesMessages.handledAt} IS NULL)`.as('open_count'),
    })
    .from(salesMessages)
    .where(and(eq(salesMessages.organizationId, organizationId), eq(salesMessages.eventId, eventId), eq(salesMessages.direction, 'in')))
    .groupBy(salesMessages.class);
  return {
    open: rows.reduce((sum, row) => sum + row.open, 0),
    classes: Object.fromEntries(rows.map((row) => [row.class ?? 'other', row.all])),
  };
}

const seconds = sql<number>`(SELECT coalesce(sum(s.value), 0) FROM proposal_visits v, json_each(v.sections) s WHERE v.proposal_id = ${sponsorProposals.id} AND v.machine = 0)`;

/** Proposals, newest first, one more than `limit` when there is a next page. */
export async function proposalRows(
  db: Database,
  { organizationId, eventId }: SalesKey,
  publicUrl: string,
  { where, position, limit }: { where?: SQL | undefined; position?: Position; limit: number },
): Promise<ProposalRow[]> {
  const p = sponsorProposals;
  const rows = await db
    .select({
      proposal: p,
      companyName: sql<string>`${companies.name}`.as('company_name'),
      contactName: sql<string>`coalesce(${crmContacts.name}, '')`.as('contact_name'),
      packageName: sql<string>`coalesce(${sponsorPackages.name}, '')`.as('package_name'),
      visits: sql<number>`(SELECT count(*) FROM proposal_visits v WHERE v.proposal_id = ${p.id} AND v.machine = 0)`.as('visits'),
      seconds: seconds.as('seconds'),
    })
    .from(p)
    .innerJoin(companies, eq(companies.id, p.companyId))
    .leftJoin(crmContacts, and(eq(crmContacts.id, p.contactId), eq(crmContacts.organizationId, p.organizationId)))
    .leftJoin(sponsorPackages, and(eq(sponsorPackages.id, p.packageId), eq(sponsorPackages.organizationId, p.organizationId)))
    .where(
      and(
        eq(p.organizationId, organizationId),
        eq(p.eventId, eventId),
        where,
        position ? or(lt(p.createdAt, position[0]), and(eq(p.createdAt, position[0]), lt(p.id, position[1]))) : undefined,
      ),
    )
    .orderBy(desc(p.createdAt), desc(p.id))
    .limit(limit);
  return rows.map(({ proposal, ...names }) => ({
    ...{
      id: proposal.id,
      companyId: proposal.companyId,
      dealId: proposal.dealId,
      contactId: proposal.contactId,
      packageId: proposal.packageId,
    },
    ...{ state: proposal.state, version: proposal.version, sentAt: proposal.sentAt, createdAt: proposal.createdAt },
    ...names,
    url: `${publicUrl}/p/${proposal.token}`,
  }));
}

export async function versionsOf(db: Database, organizationId: string, proposalId: string) {
  return db
    .select()
    .from(proposalVersions)
    .where(and(eq(proposalVersions.organizationId, organizationId), eq(proposalVersions.proposalId, proposalId)))
    .orderBy(desc(proposalVersions.version))
    .limit(200);
}

/** Seconds by section over the visits of people. */
export async function secondsBySection(db: Database, organizationId: string, proposalId: string): Promise<Record<string, number>> {
  const visits = await db
    .select({ sections: proposalVisits.sections })
    .from(proposalVisits)
    .where(
      and(eq(proposalVisits.organizationId, organizationId), eq(proposalVisits.proposalId, proposalId), eq(proposalVisits.machine, false)),
    )
    .limit(2_000);
  const sum: Record<string, number> = {};
  for (const { sections } of visits) for (const [id, value] of Object.entries(sections)) sum[id] = (sum[id] ?? 0) + value;
  return sum;
}

/** False when it was withdrawn or accepted before. */
export async function withdrawProposal(db: Database, { organizationId, eventId }: SalesKey, id: string, now: number): Promise<boolean> {
  const p = sponsorProposals;
  const changed = await db
    .update(p)
    .set({ state: 'withdrawn', updatedAt: now })
    .where(and(eq(p.organizationId, organizationId), eq(p.eventId, eventId), eq(p.id, id), inArray(p.state, ['draft', 'sent'])))
    .returning({ id: p.id });
  return changed.length > 0;
}
