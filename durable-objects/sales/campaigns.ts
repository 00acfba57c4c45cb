import type { ToolContext } from '../../worker/agents/define-tool';
import { runOutreachCampaign } from '../../worker/agents/sales/playbooks/run-outreach-campaign';
import { dayMs, hourMs } from '../../worker/core/instant';
import type { ToolOutcome } from '../../worker/core/loop/journal';
import type { Move } from '../../worker/core/sales/plan';
import type { StopReason } from '../../worker/core/sales-stages';
import { databaseOf } from '../../worker/db/database';
import type { EventScope } from '../../worker/db/records/event-scope';
import {
  addMembers,
  type CampaignRecord,
  campaignById,
  campaignsOf,
  changeCampaign,
  changeMembers,
  type MemberChange,
  type SalesKey,
} from '../../worker/db/records/outreach/campaigns';
import { hasOpenTask } from '../../worker/db/records/outreach/tasks';
import { errorFields, log } from '../../worker/log';
import { newId } from '../../worker/random';
import { announceSales } from '../../worker/sales/announce';
import { type CampaignNow, planCampaign } from '../../worker/sales/plan-campaign';
import type { Timers } from '../timers';
import { callTool, type SalesDesk } from './calls';

/** A look that does not come to rest is a defect; what is left is looked at again in a while. */
const mostRounds = 40;
const againMs = hourMs;
/** What a person has to put right is tried again this often. */
const retryMs = 6 * hourMs;

/**
 * Drives the campaigns of one event. Everything is in the records: a move is a call of a tool whose key comes from facts, and
 * what it did shows in the next look. A crash at any point leads to the same move, which finds what was done.
 */
export class Campaigns {
  constructor(
    private readonly desk: SalesDesk,
    private readonly timers: Timers,
  ) {}

  async lookAtAll(): Promise<void> {
    const scope = await this.desk.eventScope();
    const running = await campaignsOf(this.database(scope), keyOf(scope), ['running']);
    for (const { id } of running) await this.look(id);
  }

  /** Does what is due and sets the timer for what comes next. */
  async look(campaignId: string): Promise<void> {
    const scope = await this.desk.eventScope();
    const key = keyOf(scope);
    const db = this.database(scope);
    for (let round = 0; round < mostRounds; round++) {
      const campaign = await campaignById(db, key, campaignId);
      if (campaign?.state !== 'running') return this.timers.clear(timerOf(campaignId));
      const now = await planCampaign(db, key, campaign, this.desk.context(scope, null));
      await this.project(scope, now);
      const { moves, lookAt } = now.plan;
      if (moves.length === 0) {
        if (lookAt === null) this.timers.clear(timerOf(campaignId));
        else this.timers.set(timerOf(campaignId), 'campaign', lookAt, { campaignId });
        return;
      }
      for (const move of moves) await this.carry(scope, now, move);
      await announceSales(this.desk.bindings, this.desk.eventId, 'campaign', campaignId);
    }
    log('warn', 'campaign does not come to rest', { campaign: campaignId, event: this.desk.eventId });
    this.timers.set(timerOf(campaignId), 'campaign', this.desk.now(scope) + againMs, { campaignId });
  }

  /** What the records say of a company, where its row says otherwise: proposals of approvals, whom it writes to. */
  private async project(scope: EventScope, { members, planned, approvalIds }: CampaignNow): Promise<void> {
    const changes = members.flatMap((member): { memberId: string; change: MemberChange }[] => {
      const facts = planned.find(({ id }) => id === member.id);
      const approvalId = approvalIds.get(member.id) ?? null;
      const change: MemberChange = {
        ...(member.approvalId === approvalId ? {} : { approvalId }),
        ...(facts && member.contactId === null && facts.contactId !== null && member.state === 'proposed'
          ? { contactId: facts.contactId }
          : {}),
      };
      return Object.keys(change).length > 0 ? [{ memberId: member.id, change }] : [];
    });
    await changeMembers(this.database(scope), keyOf(scope), changes, this.desk.now(scope));
  }

  private async carry(scope: EventScope, now: CampaignNow, move: Move): Promise<void> {
    const { campaign } = now;
    switch (move.move) {
      case 'search':
        return this.search(scope, campaign);
      case 'choose':
        await this.change(scope, [
          ...move.chosen.map((memberId) => ({ memberId, change: { state: 'qualified' as const } })),
          ...move.dropped.map((memberId) => ({
            memberId,
            change: { state: 'stopped' as const, stopReason: 'score_below_minimum' as const },
          })),
        ]);
        return;
      case 'stop':
        return this.stop(scope, move.memberId, move.reason);
      case 'finish':
        return this.change(scope, [{ memberId: move.memberId, change: { state: 'done', nextAt: null, approvalId: null } }]);
      case 'end':
        await changeCampaign(
          this.database(scope),
          keyOf(scope),
          campaign,
          { state: 'done', endedAt: this.desk.now(scope) },
          this.desk.now(scope),
        );
        return;
      case 'qualify':
      case 'find_contact':
      case 'propose':
      case 'write':
        return this.call(scope, now, move);
    }
  }

  private async search(scope: EventScope, campaign: CampaignRecord): Promise<void> {
    const { settings, id } = campaign;
    const outcome = await callTool(this.desk, scope, {
      runId: `run_${id.slice(4)}s`,
      ...runOutreachCampaign.search(campaign),
      requestedBy: null,
    });
    const found = outcome.kind === 'done' ? runOutreachCampaign.foundBy(outcome.output, settings) : [];
    const now = this.desk.now(scope);
    if (found.length === 0)
      return void (await changeCampaign(this.database(scope), keyOf(scope), campaign, { state: 'done', endedAt: now }, now));
    await addMembers(
      this.database(scope),
      found.map((companyId) => ({
        ...{ id: newId('member', now), ...keyOf(scope), campaignId: id, companyId },
        ...{ state: 'found' as const, updatedAt: now },
      })),
    );
  }

  private async call(scope: EventScope, now: CampaignNow, move: Extract<Move, { memberId: string; companyId: string }>): Promise<void> {
    const member = now.planned.find(({ id }) => id === move.memberId);
    if (!member) return;
    const context = this.desk.context(scope, null);
    const made = await runOutreachCampaign.call(now.campaign, member, move, context);
    const outcome = await this.attempt(scope, { runId: `run_${move.memberId.slice(4)}${made.place}`, ...made, requestedBy: null }, context);
    if (outcome.kind === 'done' && move.move === 'find_contact' && !runOutreachCampaign.foundSomebody(outcome.output))
      return this.stop(scope, move.memberId, 'no_contact');
    if (outcome.kind === 'done')
      return this.change(scope, [{ memberId: move.memberId, change: { nextAt: null, ...made.change(outcome.output) } }]);
    if (outcome.kind === 'waiting' || outcome.kind === 'escalated')
      return this.change(scope, [{ memberId: move.memberId, change: { approvalId: outcome.approvalId } }]);
    return this.refused(scope, member, made.name, outcome);
  }

  private async attempt(scope: EventScope, call: Parameters<typeof callTool>[2], context: ToolContext): Promise<ToolOutcome> {
    try {
      return await callTool(this.desk, scope, call, context);
    } catch (error) {
      log('error', 'campaign', { event: this.desk.eventId, tool: call.name, ...errorFields(error) });
      return { kind: 'failed', message: 'This does not work at the moment.' };
    }
  }

  /** What a rule refuses for good ends the sequence; what a person can put right is tried again, and told. */
  private async refused(scope: EventScope, member: { id: string; companyId: string }, tool: string, outcome: ToolOutcome): Promise<void> {
    const now = this.desk.now(scope);
    if (outcome.kind === 'failed') return this.change(scope, [{ memberId: member.id, change: { nextAt: now + 5 * 60_000 } }]);
    if (outcome.kind !== 'refused') return;
    const reason = endsFor[outcome.rule];
    if (reason) return this.stop(scope, member.id, reason);
    await this.change(scope, [{ memberId: member.id, change: { nextAt: now + (outcome.rule === 'budget_exhausted' ? dayMs : retryMs) } }]);
    if (outcome.rule === 'agent_paused' || outcome.rule === 'budget_exhausted') return;
    await this.task(scope, member.companyId, `${tool} waits for a person: ${outcome.reason}`);
  }

  private async task(scope: EventScope, companyId: string, text: string): Promise<void> {
    if (await hasOpenTask(this.database(scope), keyOf(scope), companyId, text)) return;
    await this.attempt(
      scope,
      {
        ...{ runId: newId('run'), name: 'update_crm', args: { companyId, task: text.slice(0, 1000), dueAt: this.desk.now(scope) } },
        ...{ reasoning: 'What the campaign cannot do by itself.', requestedBy: null },
      },
      this.desk.context(scope, null),
    );
  }

  private async stop(scope: EventScope, memberId: string, reason: StopReason): Promise<void> {
    const state = reason === 'booking' ? ('meeting' as const) : reason === 'reply' ? ('replied' as const) : ('stopped' as const);
    await this.change(scope, [{ memberId, change: { state, stopReason: reason, nextAt: null, approvalId: null } }]);
  }

  private async change(scope: EventScope, changes: { memberId: string; change: MemberChange }[]): Promise<void> {
    await changeMembers(this.database(scope), keyOf(scope), changes, this.desk.now(scope));
  }

  private database(scope: EventScope) {
    return databaseOf(this.desk.bindings, scope.event.organizationId);
  }
}

/** Rules whose refusal will not change by itself, and what it means for the company. */
const endsFor: Record<string, StopReason> = {
  score_too_low: 'score_below_minimum',
  contact_not_of_company: 'no_contact',
  no_address: 'no_contact',
  contact_wants_none: 'opt_out',
  owned_by_another: 'held_by_person',
  other_campaign: 'held_by_person',
  sequence_ended: 'held_by_person',
  too_many_follow_ups: 'held_by_person',
  angle_used: 'held_by_person',
  company_unknown: 'no_contact',
};

export const keyOf = ({ event }: EventScope): SalesKey => ({ organizationId: event.organizationId, eventId: event.eventId });
const timerOf = (campaignId: string) => `campaign:${campaignId}`;
