import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { CampaignSettings } from '../../../core/sales/types';
import type { CampaignState } from '../../../core/sales-stages';
import type { MemberStanding } from '../../../ports/sales';
import { asBatch } from '../../commit';
import type { Database } from '../../database';
import { approvals, campaignMembers, companies, meetings, outbox, outreachCampaigns, salesMessages } from '../../schema';

export type CampaignRecord = typeof outreachCampaigns.$inferSelect;
export type MemberRecord = typeof campaignMembers.$inferSelect & { companyName: string };

/** One event of one organization. */
export interface SalesKey {
  organizationId: string;
  eventId: string;
}

const ofEvent = ({ organizationId, eventId }: SalesKey) =>
  and(eq(outreachCampaigns.organizationId, organizationId), eq(outreachCampaigns.eventId, eventId));

/** Newest first, at most 200. */
export async function campaignsOf(db: Database, key: SalesKey, states?: readonly CampaignState[]): Promise<CampaignRecord[]> {
  const rows = await db
    .select()
    .from(outreachCampaigns)
    .where(and(ofEvent(key), states ? inArray(outreachCampaigns.state, [...states]) : undefined))
    .orderBy(desc(outreachCampaigns.createdAt), desc(outreachCampaigns.id))
    .limit(200);
  return rows.map(withDefaults);
}

export async function campaignById(db: Database, key: SalesKey, id: string): Promise<CampaignRecord | null> {
  const [row] = await db
    .select()
    .from(outreachCampaigns)
    .where(and(ofEvent(key), eq(outreachCampaigns.id, id)));
  return row ? withDefaults(row) : null;
}

const withDefaults = (row: CampaignRecord): CampaignRecord => ({ ...row, settings: CampaignSettings.parse(row.settings) });

export async function addCampaign(db: Database, row: typeof outreachCampaigns.$inferInsert): Promise<void> {
  await db.insert(outreachCampaigns).values(row);
}

/** False when the campaign is another version by now. */
export async function changeCampaign(
  db: Database,
  key: SalesKey,
  campaign: { id: string; version: number },
  change: Partial<Pick<CampaignRecord, 'name' | 'settings' | 'state' | 'startedAt' | 'endedAt'>>,
  now: number,
): Promise<boolean> {
  const changed = await db
    .update(outreachCampaigns)
    .set({ ...change, version: campaign.version + 1, updatedAt: now })
    .where(and(ofEvent(key), eq(outreachCampaigns.id, campaign.id), eq(outreachCampaigns.version, campaign.version)))
    .returning({ id: outreachCampaigns.id });
  return changed.length > 0;
}

/** Companies of a campaign, the best first. */
export async function membersOf(db: Database, { organizationId }: SalesKey, campaignId: string): Promise<MemberRecord[]> {
  const rows = await db
    .select({ member: campaignMembers, companyName: companies.name })
    .from(campaignMembers)
    .innerJoin(companies, eq(companies.id, campaignMembers.companyId))
    .where(and(eq(campaignMembers.organizationId, organizationId), eq(campaignMembers.campaignId, campaignId)))
    .orderBy(desc(campaignMembers.score), asc(campaignMembers.id));
  return rows.map(({ member, companyName }) => ({ ...member, companyName }));
}

/** A company is in a campaign once, however often it is added. */
export async function addMembers(db: Database, rows: (typeof campaignMembers.$inferInsert)[]): Promise<void> {
  // Thirteen columns a row and a hundred parameters a statement.
  const statements: BatchItem<'sqlite'>[] = rows.map((row) => db.insert(campaignMembers).values(row).onConflictDoNothing());
  if (statements.length > 0) await db.batch(asBatch(statements));
}

export type MemberChange = Partial<
  Pick<MemberRecord, 'state' | 'score' | 'step' | 'nextAt' | 'approvalId' | 'stopReason' | 'dealId' | 'contactId' | 'proposalId'>
>;

export function memberChange(
  db: Database,
  { organizationId }: Pick<SalesKey, 'organizationId'>,
  memberId: string,
  change: MemberChange,
  now: number,
): BatchItem<'sqlite'> {
  return db
    .update(campaignMembers)
    .set({ ...change, version: sql`${campaignMembers.version} + 1`, updatedAt: now })
    .where(and(eq(campaignMembers.organizationId, organizationId), eq(campaignMembers.id, memberId)));
}

export async function changeMembers(
  db: Database,
  key: Pick<SalesKey, 'organizationId'>,
  changes: readonly { memberId: string; change: MemberChange }[],
  now: number,
): Promise<void> {
  const statements = changes.map(({ memberId, change }) => memberChange(db, key, memberId, change, now));
  if (statements.length > 0) await db.batch(asBatch(statements));
}

/** Members whose sequence has not ended, of a company in every campaign of the event. */
export async function activeMembersOfCompany(db: Database, { organizationId, eventId }: SalesKey, companyId: string) {
  return db
    .select({
      memberId: campaignMembers.id,
      campaignId: campaignMembers.campaignId,
      contactId: campaignMembers.contactId,
      settings: outreachCampaigns.settings,
    })
    .from(campaignMembers)
    .innerJoin(outreachCampaigns, eq(outreachCampaigns.id, campaignMembers.campaignId))
    .where(
      and(
        eq(campaignMembers.organizationId, organizationId),
        eq(campaignMembers.eventId, eventId),
        eq(campaignMembers.companyId, companyId),
        inArray(campaignMembers.state, ['found', 'qualified', 'proposed', 'contacted']),
        inArray(outreachCampaigns.state, ['running', 'paused']),
      ),
    );
}

/** What the rules read of a company of a campaign. */
export async function memberStanding(
  db: Database,
  { organizationId, eventId }: SalesKey,
  memberId: string,
): Promise<MemberStanding | null> {
  const [[row], mails] = await Promise.all([
    db
      .select({ member: campaignMembers, campaign: outreachCampaigns })
      .from(campaignMembers)
      .innerJoin(outreachCampaigns, eq(outreachCampaigns.id, campaignMembers.campaignId))
      .where(
        and(eq(campaignMembers.organizationId, organizationId), eq(campaignMembers.eventId, eventId), eq(campaignMembers.id, memberId)),
      ),
    db
      .select({ step: salesMessages.step, angle: salesMessages.angle })
      .from(salesMessages)
      .where(
        and(eq(salesMessages.organizationId, organizationId), eq(salesMessages.memberId, memberId), eq(salesMessages.direction, 'out')),
      )
      .orderBy(salesMessages.step),
  ]);
  if (!row) return null;
  const { member, campaign } = row;
  return {
    memberId,
    campaignId: campaign.id,
    campaignState: campaign.state,
    createdBy: campaign.createdBy,
    minimumScore: CampaignSettings.parse(campaign.settings).minimumScore,
    companyId: member.companyId,
    contactId: member.contactId,
    proposalId: member.proposalId,
    state: member.state,
    stopReason: member.stopReason,
    mails: mails.flatMap(({ step, angle }) => (step === null ? [] : [{ step, angle }])),
  };
}

/** Whether another campaign of the organization, of whatever event, is writing to this contact. */
export async function isBusyElsewhere(
  db: Database,
  organizationId: string,
  contactId: string,
  campaignId: string | null,
): Promise<boolean> {
  const [row] = await db
    .select({ id: campaignMembers.id })
    .from(campaignMembers)
    .innerJoin(outreachCampaigns, eq(outreachCampaigns.id, campaignMembers.campaignId))
    .where(
      and(
        eq(campaignMembers.organizationId, organizationId),
        eq(campaignMembers.contactId, contactId),
        inArray(campaignMembers.state, ['contacted']),
        inArray(outreachCampaigns.state, ['running', 'paused']),
        campaignId === null ? undefined : sql`${campaignMembers.campaignId} <> ${campaignId}`,
      ),
    )
    .limit(1);
  return row !== undefined;
}

export interface MailRecord {
  memberId: string;
  step: number;
  angle: typeof salesMessages.$inferSelect.angle;
  commandState: string | null;
  at: number;
  changedAt: number | null;
}

/** Mails of a campaign's companies with what became of them. */
export async function mailsOfMembers(db: Database, { organizationId }: SalesKey, campaignId: string): Promise<MailRecord[]> {
  const rows = await db
    .select({
      memberId: salesMessages.memberId,
      step: salesMessages.step,
      angle: salesMessages.angle,
      at: salesMessages.at,
      commandState: outbox.state,
      changedAt: outbox.updatedAt,
    })
    .from(salesMessages)
    .innerJoin(campaignMembers, eq(campaignMembers.id, salesMessages.memberId))
    .leftJoin(outbox, eq(outbox.id, salesMessages.commandId))
    .where(
      and(eq(salesMessages.organizationId, organizationId), eq(campaignMembers.campaignId, campaignId), eq(salesMessages.direction, 'out')),
    )
    .orderBy(salesMessages.step);
  return rows.flatMap(({ memberId, step, ...row }) => (memberId === null || step === null ? [] : [{ ...row, memberId, step }]));
}

/** When somebody of each company last wrote or booked, of those given. */
export async function answersOf(db: Database, { organizationId, eventId }: SalesKey, companyIds: readonly string[]) {
  const ids = JSON.stringify(companyIds);
  const [messages, booked] = await Promise.all([
    db
      .select({ companyId: salesMessages.companyId, contactId: salesMessages.contactId, class: salesMessages.class, at: salesMessages.at })
      .from(salesMessages)
      .where(
        and(
          eq(salesMessages.organizationId, organizationId),
          eq(salesMessages.eventId, eventId),
          eq(salesMessages.direction, 'in'),
          sql`${salesMessages.companyId} IN (SELECT value FROM json_each(${ids}))`,
        ),
      ),
    db
      .selectDistinct({ companyId: meetings.companyId })
      .from(meetings)
      .where(
        and(
          eq(meetings.organizationId, organizationId),
          eq(meetings.eventId, eventId),
          eq(meetings.state, 'booked'),
          sql`${meetings.companyId} IN (SELECT value FROM json_each(${ids}))`,
        ),
      ),
  ]);
  return { messages, booked: new Set(booked.map(({ companyId }) => companyId)) };
}

/** The latest proposal of an approval about each company of a campaign. */
export async function approvalsOfMembers(db: Database, { organizationId, eventId }: SalesKey, memberIds: readonly string[]) {
  const memberId = sql<string>`json_extract(${approvals.input}, '$.memberId')`;
  return db
    .select({ id: approvals.id, tool: approvals.tool, state: approvals.state, memberId, createdAt: approvals.createdAt })
    .from(approvals)
    .where(
      and(
        eq(approvals.organizationId, organizationId),
        eq(approvals.eventId, eventId),
        eq(approvals.agent, 'sales'),
        sql`json_extract(${approvals.input}, '$.memberId') IN (SELECT value FROM json_each(${JSON.stringify(memberIds)}))`,
      ),
    )
    .orderBy(approvals.createdAt, approvals.id);
}
