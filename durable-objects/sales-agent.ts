import { z } from 'zod';
import type { ToolContext } from '../worker/agents/define-tool';
import { salesAgent } from '../worker/agents/sales/agent';
import { approvalById, markTold } from '../worker/db/records/approvals';
import type { EventScope } from '../worker/db/records/event-scope';
import { keepActivities } from '../worker/db/records/outreach/keep-activities';
import { orchestratorOf, type SalesStub } from '../worker/objects';
import { poke } from '../worker/queues/carry-out';
import { newId } from '../worker/random';
import { salesContext } from '../worker/sales/context';
import { AgentObject } from './agent-object';
import { carryOutApproved, endActivity, type Review, revisedProposal } from './approved';
import { JudgeAgain, judgeAgain } from './judge-again';
import { callTool, type SalesDesk } from './sales/calls';
import { Campaigns, keyOf } from './sales/campaigns';
import { Replies } from './sales/replies';
import { sweep } from './sweep';
import type { Timer } from './timers';

const CampaignTimer = z.object({ campaignId: z.string() });
const Requested = z.object({
  name: z.string(),
  args: z.record(z.string(), z.unknown()),
  reasoning: z.string(),
  /** The member or key who asked for it, and does it in their own name. */
  requestedBy: z.string(),
});

const sweepMs = 10_000;

/** Wins the sponsors of one event: campaigns over weeks, answers to what sponsors write, and what people ask for. */
export class SalesAgent extends AgentObject implements SalesStub, SalesDesk {
  protected readonly agentName = 'sales' as const;
  private readonly campaigns: Campaigns;
  private readonly replies: Replies;
  /** One piece of work at a time: what one look does, the next one finds in the records. */
  private work: Promise<unknown> = Promise.resolve();

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.campaigns = new Campaigns(this, this.timers);
    this.replies = new Replies(this);
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.work.then(work);
    this.work = turn.catch(() => {});
    return turn;
  }

  // --- called by routes and other objects; results are JSON ----------------------------------------------------------

  async approvalDecided(approvalId: string): Promise<void> {
    await this.inTurn(async () => {
      const review = await this.review(approvalId);
      const { scope } = review;
      const result = await carryOutApproved(review);
      await this.keep(scope, result?.activities ?? []);
      await this.poked(scope, result?.commandIds ?? []);
      await this.tellEnd(review);
      await this.approvalChanged(approvalId);
      if (result?.again) await this.approvalChanged(result.again);
      await this.campaigns.lookAtAll();
      await this.logGrew();
    });
    await this.wakeForTimers();
  }

  /** A proposal that nobody carried out stands in the log; the mark that it does goes last. */
  private async tellEnd({ env: _env, scope, approvalId, now }: Review): Promise<void> {
    const { organizationId, eventId } = scope.event;
    const db = this.database(scope);
    const row = await approvalById(db, organizationId, eventId, approvalId);
    if (!row || row.state === 'pending' || row.state === 'approved' || row.nextReminderAt === null) return;
    const activity = endActivity(salesAgent, row, now);
    if (activity) await this.keep(scope, [activity]);
    await markTold(db, organizationId, approvalId);
  }

  private async keep(scope: EventScope, activities: Parameters<typeof keepActivities>[2]): Promise<void> {
    await keepActivities(this.database(scope), keyOf(scope), activities);
  }

  private async review(approvalId: string): Promise<Review> {
    const scope = await this.eventScope();
    const contextOf = async (): Promise<ToolContext> => this.context(scope, null);
    return { env: this.env, scope, agent: salesAgent, approvalId, now: this.now(scope), contextOf };
  }

  async revise(approvalId: string, input: string): Promise<string> {
    return JSON.stringify(await revisedProposal(await this.review(approvalId), JSON.parse(input)));
  }

  async judgeAgain(request: string): Promise<string> {
    const scope = await this.eventScope();
    const asked = JudgeAgain.parse(JSON.parse(request));
    return JSON.stringify(await judgeAgain(this.env, scope, salesAgent, async () => this.context(scope, null), asked));
  }

  /** Looks at every answer and campaign of the event. Safe to repeat. */
  async campaignsChanged(): Promise<void> {
    await this.inTurn(async () => {
      await this.replies.lookAtAll();
      await this.campaigns.lookAtAll();
    });
    await this.wakeForTimers();
  }

  async callTool(request: string): Promise<string> {
    const { requestedBy, ...call } = Requested.parse(JSON.parse(request));
    const scope = await this.eventScope();
    // What a person asks for by name is their decision, not one that the agent's mode or dial holds back.
    const context = this.context(scope, requestedBy);
    const own: ToolContext = { ...context, policy: { ...context.policy, mode: 'full_auto', autonomy: 100 } };
    const outcome = await this.inTurn(() => callTool(this, scope, { ...call, runId: newId('run'), requestedBy }, own));
    return JSON.stringify(outcome);
  }

  // --- upkeep --------------------------------------------------------------------------------------------------------

  protected override async lookAfterWork(): Promise<void> {
    const scope = await this.eventScope();
    if (scope.event.clock === 'real') await sweep(this.env, scope, this.now(scope), (ms) => this.wakeWithin(ms));
  }

  protected override async onTimer(timer: Timer): Promise<void> {
    if (timer.kind !== 'campaign') return;
    const { campaignId } = CampaignTimer.parse(JSON.parse(timer.payload));
    await this.inTurn(() => this.campaigns.look(campaignId));
  }

  private async wakeForTimers(): Promise<void> {
    const scope = await this.eventScope();
    const next = this.timers.nextDue();
    if (scope.event.clock === 'real' && next !== null) await this.wakeWithin(Math.max(1000, Math.min(next - Date.now(), 86_400_000)));
  }

  // --- the desk ------------------------------------------------------------------------------------------------------

  get bindings(): Env {
    return this.env;
  }

  context(scope: EventScope, requestedBy: string | null): ToolContext {
    return salesContext(this.env, scope, this.now(scope), requestedBy);
  }

  async approvalChanged(approvalId: string): Promise<void> {
    await orchestratorOf(this.env, this.eventId).approvalChanged(approvalId);
  }

  async poked(scope: EventScope, commandIds: string[]): Promise<void> {
    if (commandIds.length === 0) return;
    await poke(this.env, scope.event.organizationId, this.eventId, commandIds);
    if (scope.event.clock === 'real') await this.wakeWithin(sweepMs);
  }

  async logGrew(): Promise<void> {
    await orchestratorOf(this.env, this.eventId).logGrew();
  }
}
