import { and, eq, type SQLWrapper, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { dealStages } from '../../../core/sales-stages';
import { asBatch } from '../../commit';
import type { Database } from '../../database';
import { guard, isGuardFailure } from '../../guard';
import {
  campaignMembers,
  companies,
  crmContacts,
  crmNotes,
  deals,
  engagements,
  meetings,
  salesMessages,
  sponsorProposals,
  sponsorships,
} from '../../schema';
import { type CompanyRecord, companyById } from './companies';

type DealRecord = typeof deals.$inferSelect;
type MemberRecord = typeof campaignMembers.$inferSelect;

/**
 * Moves everything of `otherId` to `companyId` and deletes it, in one batch. Of two deals of one event the further one
 * stays, of two members of one campaign the one that was written to more often, and a stop of either stops it.
 * `both_signed`: a deal of each is signed for one event, which only a person can settle.
 */
export async function mergeCompanies(
  db: Database,
  organizationId: string,
  { companyId, otherId }: { companyId: string; otherId: string },
  by: { noteId: string; author: string; now: number },
): Promise<'merged' | 'gone' | 'both_signed' | 'moved'> {
  const [company, other] = await Promise.all([companyById(db, organizationId, companyId), companyById(db, organizationId, otherId)]);
  if (!company || !other) return 'gone';
  const [ofDeals, ofMembers] = await Promise.all([
    db
      .select()
      .from(deals)
      .where(and(eq(deals.organizationId, organizationId), sql`${deals.companyId} IN (${companyId}, ${otherId})`)),
    db
      .select()
      .from(campaignMembers)
      .where(and(eq(campaignMembers.organizationId, organizationId), sql`${campaignMembers.companyId} IN (${companyId}, ${otherId})`)),
  ]);
  const twoDeals = pairs(ofDeals, (deal) => deal.eventId);
  if (twoDeals.some((both) => both.every((deal) => deal.stage === 'signed'))) return 'both_signed';
  const scope = { db, organizationId, companyId, otherId };
  const statements: BatchItem<'sqlite'>[] = [
    unchanged(db, organizationId, 'companies', [company, other]),
    unchanged(db, organizationId, 'deals', ofDeals),
    unchanged(db, organizationId, 'campaign_members', ofMembers),
    ...twoDeals.flatMap((both) => oneDeal(scope, both, by.now)),
    ...pairs(ofMembers, (member) => member.campaignId).flatMap((both) => oneMember(scope, both, by.now)),
    ...moved(scope),
    db.delete(companies).where(and(eq(companies.organizationId, organizationId), eq(companies.id, otherId))),
    db
      .update(companies)
      .set({ ...joined(company, other), version: sql`${companies.version} + 1`, updatedAt: by.now })
      .where(and(eq(companies.organizationId, organizationId), eq(companies.id, companyId))),
    db.insert(crmNotes).values({
      id: by.noteId,
      organizationId,
      companyId,
      dealId: null,
      kind: 'system',
      text: `Merged with ${other.name}${other.domain ? ` (${other.domain})` : ''}.`,
      author: by.author,
      dueAt: null,
      doneAt: null,
      createdAt: by.now,
    }),
  ];
  try {
    await db.batch(asBatch(statements));
    return 'merged';
  } catch (error) {
    if (isGuardFailure(error)) return 'moved';
    throw error;
  }
}

interface MergeScope {
  db: Database;
  organizationId: string;
  companyId: string;
  otherId: string;
}

/** No row has gone, come or changed since these were read. */
function unchanged(db: Database, organizationId: string, table: string, rows: { id: string; version: number }[]): BatchItem<'sqlite'> {
  const read = JSON.stringify(rows.map(({ id, version }) => ({ id, version })));
  return guard(
    db,
    sql`NOT EXISTS (SELECT 1 FROM json_each(${read}) r WHERE NOT EXISTS (SELECT 1 FROM ${sql.raw(table)} t
      WHERE t.organization_id = ${organizationId} AND t.id = r.value ->> 'id' AND t.version = r.value ->> 'version'))`,
  );
}

function pairs<T extends { companyId: string }>(rows: T[], groupOf: (row: T) => string): [T, T][] {
  return rows.flatMap((row, index) => {
    const twin = rows.slice(index + 1).find((each) => groupOf(each) === groupOf(row) && each.companyId !== row.companyId);
    return twin ? [[row, twin] as [T, T]] : [];
  });
}

/** Lost is behind everything else. */
const rank = (deal: DealRecord) => (deal.stage === 'lost' ? -1 : dealStages.indexOf(deal.stage));

function oneDeal({ db, organizationId, companyId }: MergeScope, both: [DealRecord, DealRecord], now: number): BatchItem<'sqlite'>[] {
  const [stays, goes] = [...both].sort(
    (a, b) => rank(b) - rank(a) || Number(b.companyId === companyId) - Number(a.companyId === companyId),
  );
  if (!stays || !goes) return [];
  return [
    ...renamedDeal({ db, organizationId }, goes.id, stays.id),
    db.delete(deals).where(and(eq(deals.organizationId, organizationId), eq(deals.id, goes.id))),
    db
      .update(deals)
      .set({ version: sql`${deals.version} + 1`, updatedAt: now })
      .where(and(eq(deals.organizationId, organizationId), eq(deals.id, stays.id))),
  ];
}

const ended = new Set(['stopped', 'replied', 'meeting']);

function oneMember({ db, organizationId, companyId }: MergeScope, both: [MemberRecord, MemberRecord], now: number): BatchItem<'sqlite'>[] {
  const [stays, goes] = [...both].sort((a, b) => b.step - a.step || Number(b.companyId === companyId) - Number(a.companyId === companyId));
  if (!stays || !goes) return [];
  const stop = ended.has(goes.state) && !ended.has(stays.state);
  return [
    db.delete(campaignMembers).where(and(eq(campaignMembers.organizationId, organizationId), eq(campaignMembers.id, goes.id))),
    db
      .update(campaignMembers)
      .set({
        ...(stop ? { state: goes.state, stopReason: goes.stopReason, nextAt: null } : {}),
        version: sql`${campaignMembers.version} + 1`,
        updatedAt: now,
      })
      .where(and(eq(campaignMembers.organizationId, organizationId), eq(campaignMembers.id, stays.id))),
  ];
}

/** What named one deal names the other. */
function renamedDeal({ db, organizationId }: Pick<MergeScope, 'db' | 'organizationId'>, from: string, to: string): BatchItem<'sqlite'>[] {
  const dealId = { dealId: to };
  return [
    db
      .update(crmNotes)
      .set(dealId)
      .where(and(eq(crmNotes.organizationId, organizationId), eq(crmNotes.dealId, from))),
    db
      .update(sponsorProposals)
      .set(dealId)
      .where(and(eq(sponsorProposals.organizationId, organizationId), eq(sponsorProposals.dealId, from))),
    db
      .update(salesMessages)
      .set(dealId)
      .where(and(eq(salesMessages.organizationId, organizationId), eq(salesMessages.dealId, from))),
    db
      .update(meetings)
      .set(dealId)
      .where(and(eq(meetings.organizationId, organizationId), eq(meetings.dealId, from))),
    db
      .update(campaignMembers)
      .set(dealId)
      .where(and(eq(campaignMembers.organizationId, organizationId), eq(campaignMembers.dealId, from))),
  ];
}

/** Everything that is the other company's, and what stands for it elsewhere unless the company has its own there. */
function moved({ db, organizationId, companyId, otherId }: MergeScope): BatchItem<'sqlite'>[] {
  const to = { companyId };
  const others = (table: { organizationId: SQLWrapper; companyId: SQLWrapper }) =>
    sql`${table.organizationId} = ${organizationId} AND ${table.companyId} = ${otherId}`;
  return [
    db.update(crmContacts).set(to).where(others(crmContacts)),
    db.update(sponsorships).set(to).where(others(sponsorships)),
    db.update(crmNotes).set(to).where(others(crmNotes)),
    db.update(sponsorProposals).set(to).where(others(sponsorProposals)),
    db.update(salesMessages).set(to).where(others(salesMessages)),
    db.update(engagements).set(to).where(others(engagements)),
    db.update(meetings).set(to).where(others(meetings)),
    db.update(deals).set(to).where(others(deals)),
    db.update(campaignMembers).set(to).where(others(campaignMembers)),
  ];
}

/** The company's own fields, filled from the other where it has none. */
function joined(company: CompanyRecord, other: CompanyRecord) {
  const first = (own: string, theirs: string) => (own === '' ? theirs : own);
  const union = (own: string[], theirs: string[]) => [...new Set([...own, ...theirs])].slice(0, 40);
  const budget = company.budgetMinor === null ? other : company;
  return {
    domain: first(company.domain, other.domain),
    website: first(company.website, other.website),
    industry: first(company.industry, other.industry),
    description: first(company.description, other.description),
    topics: union(company.topics, other.topics),
    audience: union(company.audience, other.audience),
    employees: company.employees ?? other.employees,
    country: first(company.country, other.country),
    city: first(company.city, other.city),
    linkedinUrl: first(company.linkedinUrl, other.linkedinUrl),
    budgetMinor: budget.budgetMinor,
    budgetCurrency: budget.budgetCurrency,
    goals: [...company.goals, ...other.goals.filter((goal) => !company.goals.some((own) => own.text === goal.text))].slice(0, 20),
    externalIds: { ...other.externalIds, ...company.externalIds },
    owner: company.owner ?? other.owner,
    doNotContact: company.doNotContact || other.doNotContact,
    editedFields: union(company.editedFields, other.editedFields),
  };
}
