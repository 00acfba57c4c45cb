import type { ToolContext } from '../agents/define-tool';
import { salesOf } from '../agents/sales/access';
import { anglesOf, draftRecords } from '../agents/sales/domain/draft';
import { bestContact } from '../agents/sales/domain/situation';
import { instantOf } from '../core/instant';
import type { CrmContactFacts } from '../core/sales/facts';
import { isActive, nextMoves, type Plan, type PlannedCampaign, type PlannedMail, type PlannedMember } from '../core/sales/plan';
import type { ReplyClass, StopReason } from '../core/sales-stages';
import type { Database } from '../db/database';
import {
  answersOf,
  approvalsOfMembers,
  type CampaignRecord,
  type MailRecord,
  type MemberRecord,
  mailsOfMembers,
  membersOf,
  type SalesKey,
} from '../db/records/outreach/campaigns';

/** Answers that no person wrote. */
const automatic: readonly ReplyClass[] = ['auto_reply', 'bounce'];

export interface CampaignNow {
  campaign: CampaignRecord;
  members: MemberRecord[];
  planned: PlannedMember[];
  plan: Plan;
  /** Proposals of approvals that wait for somebody, by company of the campaign. */
  approvalIds: Map<string, string>;
}

/** A campaign as its records have it at `context.now`, and what follows. */
export async function planCampaign(db: Database, key: SalesKey, campaign: CampaignRecord, context: ToolContext): Promise<CampaignNow> {
  const members = await membersOf(db, key, campaign.id);
  const [mails, answers, approvals, deals] = await Promise.all([
    mailsOfMembers(db, key, campaign.id),
    answersOf(
      db,
      key,
      members.map(({ companyId }) => companyId),
    ),
    approvalsOfMembers(
      db,
      key,
      members.map(({ id }) => id),
    ),
    salesOf(context).records.deals(),
  ]);
  const stages = new Map(deals.map(({ companyId, stage }) => [companyId, stage]));
  const latest = new Map(approvals.map((row) => [row.memberId, row]));
  const since = campaign.startedAt ?? campaign.createdAt;
  const planned: PlannedMember[] = [];
  for (const member of members) {
    const own = mails.filter(({ memberId }) => memberId === member.id);
    const people = isActive(member.state) ? await salesOf(context).records.contactsOf(member.companyId) : [];
    const contact = contactOf(member, people);
    const approval = latest.get(member.id);
    const human = answers.messages.filter(
      (one) => one.companyId === member.companyId && one.at >= since && !automatic.includes(one.class ?? 'other'),
    );
    planned.push({
      id: member.id,
      companyId: member.companyId,
      companyName: member.companyName,
      state: member.state,
      score: member.score,
      stopReason: member.stopReason,
      notBefore: member.nextAt,
      proposalId: member.proposalId,
      contactId: contact?.id ?? null,
      contactStopped: stoppedFor(contact, people),
      dealStage: stages.get(member.companyId) ?? null,
      mails: own.map(plannedMail),
      answered: human.some((one) => campaign.settings.stopWholeCompany || one.contactId === null || one.contactId === contact?.id),
      booked: answers.booked.has(member.companyId),
      approval: approval ? { tool: approval.tool, state: approvalState(approval.state) } : null,
      angles: own.length > 0 && isActive(member.state) && contact && member.proposalId ? await anglesFor(context, member, contact) : [],
    });
  }
  const waiting = approvals.filter(({ state }) => state === 'pending' || state === 'approved');
  return {
    campaign,
    members,
    planned,
    plan: nextMoves(plannedCampaign(campaign, context), planned, context.now),
    approvalIds: new Map(waiting.map(({ memberId, id }) => [memberId, id])),
  };
}

export function plannedCampaign({ state, settings }: CampaignRecord, { event }: ToolContext): PlannedCampaign {
  return { state, settings, eventStartsAt: instantOf(event.startsAt, event.timeZone), eventCancelled: event.state === 'cancelled' };
}

/** Whom the campaign writes to; once it has, nobody else. */
function contactOf(member: MemberRecord, people: readonly CrmContactFacts[]): CrmContactFacts | null {
  if (member.contactId) return people.find(({ id }) => id === member.contactId) ?? null;
  return bestContact(people);
}

function stoppedFor(contact: CrmContactFacts | null, people: readonly CrmContactFacts[]): StopReason | null {
  const why = contact ? contact.stopped : people.length > 0 ? (people.find(({ email }) => email !== '')?.stopped ?? null) : null;
  if (why === null) return null;
  if (/bounce/.test(why)) return 'bounce';
  if (/complain/.test(why)) return 'complaint';
  return /opt/.test(why) ? 'opt_out' : 'held_by_person';
}

function plannedMail({ step, angle, at, commandState, changedAt }: MailRecord): PlannedMail {
  const state =
    commandState === 'confirmed' || commandState === 'reconciled'
      ? 'out'
      : commandState === 'cancelled' || commandState === 'failed'
        ? 'dead'
        : 'waiting';
  return { step, angle, state, at: state === 'out' ? (changedAt ?? at) : at };
}

function approvalState(state: string): 'pending' | 'approved' | 'rejected' | 'expired' | 'other' {
  return state === 'pending' || state === 'approved' || state === 'rejected' || state === 'expired' ? state : 'other';
}

async function anglesFor(context: ToolContext, member: MemberRecord, contact: CrmContactFacts) {
  const sales = salesOf(context);
  const [company, proposal, thread] = await Promise.all([
    sales.records.company(member.companyId),
    member.proposalId ? sales.records.proposal(member.proposalId) : null,
    sales.records.messagesOf(member.companyId),
  ]);
  if (!company || !proposal) return [];
  const sent = thread.filter(({ direction, memberId }) => direction === 'out' && memberId === member.id);
  const records = await draftRecords(sales, company);
  const link = `${context.letterhead.publicUrl}/p/${proposal.token}`;
  return anglesOf({ records, contact, proposal, link, sent, now: context.now }).filter(
    (angle) => angle !== 'first' && angle !== 'last_word',
  );
}
