import type { ToolContext } from '../agents/define-tool';
import { salesOf } from '../agents/sales/access';
import type { Campaign, CampaignMember, CampaignReport, CampaignRow } from '../contract/sales/outreach';
import { isActive } from '../core/sales/plan';
import type { Database } from '../db/database';
import { answersOf, type CampaignRecord, mailsOfMembers, type SalesKey } from '../db/records/outreach/campaigns';
import { openTasks } from '../db/records/outreach/tasks';
import { timelineOf } from '../db/records/outreach/timeline';
import { type CampaignNow, planCampaign } from './plan-campaign';

const automatic: readonly (string | null)[] = ['auto_reply', 'bounce'];

/** A campaign with its figures and what comes next. */
export async function campaignRow(db: Database, key: SalesKey, campaign: CampaignRecord, context: ToolContext): Promise<CampaignRow> {
  return (await looked(db, key, campaign, context)).row;
}

export async function campaignView(db: Database, key: SalesKey, campaign: CampaignRecord, context: ToolContext): Promise<Campaign> {
  const { row, now } = await looked(db, key, campaign, context);
  const timeline = await timelineOf(
    db,
    key,
    campaign.id,
    now.members.map(({ companyId }) => companyId),
    campaign.startedAt ?? campaign.createdAt,
  );
  return { ...row, members: await memberViews(now, context), timeline };
}

async function looked(
  db: Database,
  key: SalesKey,
  campaign: CampaignRecord,
  context: ToolContext,
): Promise<{ row: CampaignRow; now: CampaignNow }> {
  const now = await planCampaign(db, key, campaign, context);
  const next = now.plan.outlook.filter(({ at }) => at !== null).toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0))[0];
  const nameOf = (memberId: string) => now.planned.find(({ id }) => id === memberId)?.companyName ?? '';
  const { id, name, state, settings, version, startedAt, endedAt, createdAt } = campaign;
  return {
    now,
    row: {
      ...{ id, name, state, settings, version, startedAt, endedAt, createdAt },
      report: await reportOf(db, key, now),
      next: next?.at ? { at: next.at, text: `${nameOf(next.memberId)}: ${next.text}` } : null,
    },
  };
}

async function reportOf(db: Database, key: SalesKey, { campaign, members, planned, approvalIds }: CampaignNow): Promise<CampaignReport> {
  const companyIds = members.map(({ companyId }) => companyId);
  const [mails, answers, tasks] = await Promise.all([
    mailsOfMembers(db, key, campaign.id),
    answersOf(db, key, companyIds),
    openTasks(db, key, companyIds),
  ]);
  const since = campaign.startedAt ?? campaign.createdAt;
  const written = new Set(mails.map(({ memberId }) => memberId));
  const human = answers.messages.filter(({ at, class: found }) => at >= since && !automatic.includes(found));
  const replied = members.filter(({ id, companyId }) => written.has(id) && human.some((one) => one.companyId === companyId));
  const link = (companyId: string) => `/events/${key.eventId}/sales/companies/${companyId}`;
  const nameOf = (companyId: string) => members.find((member) => member.companyId === companyId)?.companyName ?? '';
  return {
    prospects: members.length,
    qualified: members.filter(({ score }) => score !== null && score >= campaign.settings.minimumScore).length,
    proposals: members.filter(({ proposalId }) => proposalId !== null).length,
    contacted: written.size,
    mails: mails.length,
    replies: human.length,
    responseRate: written.size === 0 ? null : replied.length / written.size,
    meetings: companyIds.filter((id) => answers.booked.has(id)).length,
    signed: planned.filter(({ dealStage }) => dealStage === 'signed').length,
    needsPerson: [
      ...members.flatMap(({ id, companyName }) => {
        const approvalId = approvalIds.get(id);
        return approvalId
          ? [{ text: `${companyName}: a proposal waits for a decision.`, link: `/events/${key.eventId}/approvals/${approvalId}` }]
          : [];
      }),
      ...tasks.map(({ companyId, text }) => ({ text: `${nameOf(companyId)}: ${text}`, link: link(companyId) })),
    ].slice(0, 100),
  };
}

export async function memberViews({ members, planned, plan, approvalIds }: CampaignNow, context: ToolContext): Promise<CampaignMember[]> {
  const { records } = salesOf(context);
  return Promise.all(
    members.map(async (member): Promise<CampaignMember> => {
      const facts = planned.find(({ id }) => id === member.id);
      const contactId = member.contactId ?? facts?.contactId ?? null;
      const contact = contactId ? await records.contact(contactId) : null;
      const outlook = isActive(member.state) ? plan.outlook.find(({ memberId }) => memberId === member.id) : undefined;
      const { id, companyId, companyName, state, score, step, stopReason, dealId, proposalId } = member;
      return {
        ...{ id, companyId, companyName, state, score, step, stopReason, dealId, proposalId },
        contactName: contact?.name ?? '',
        nextAt: outlook?.at ?? null,
        next: outlook?.text ?? '',
        approvalId: approvalIds.get(id) ?? null,
      };
    }),
  );
}
