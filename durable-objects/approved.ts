import { activityOf } from '../worker/agents/activity';
import { type Binding, bindingOf, movedInWords, movedSince } from '../worker/agents/binding';
import type { AgentDefinition } from '../worker/agents/define-agent';
import type { ToolContext } from '../worker/agents/define-tool';
import { judge } from '../worker/agents/judge';
import { approversFor } from '../worker/agents/propose';
import { type RunToolPorts, type RunToolRequest, runTool } from '../worker/agents/run-tool';
import { ballotOf, circleOf } from '../worker/approvals/circle';
import type { Revised } from '../worker/approvals/revised';
import { afterApproval } from '../worker/core/policy/approval';
import { type Ballot, whyNoLongerApproved } from '../worker/core/policy/quorum';
import type { Verdict } from '../worker/core/policy/verdict';
import { type Database, databaseOf } from '../worker/db/database';
import { type ApprovalRow, approvalById, endApproval } from '../worker/db/records/approvals';
import type { EventScope } from '../worker/db/records/event-scope';
import { sha256 } from '../worker/digest';
import type { Activity } from '../worker/ports/commit';
import { newId } from '../worker/random';
import { commitFor } from './commit-for';

/** Where a proposal of an agent is looked at again. `now` by the event's clock. */
export interface Review {
  env: Env;
  scope: EventScope;
  agent: AgentDefinition;
  approvalId: string;
  now: number;
  /** What its tool may read now, and what of the proposal itself belongs to that. */
  contextOf(approval: ApprovalRow): Promise<ToolContext>;
}

export interface CarriedOut {
  commandIds: string[];
  /** The proposal that asks again because something moved. */
  again: string | null;
  activities: Activity[];
}

const nothing: CarriedOut = { commandIds: [], again: null, activities: [] };

/**
 * Carries out what people approved: the right of every voter, the rules and the facts are checked again, against what is
 * true now. What moved since they looked makes the proposal stale and asks again, showing what moved; both are written in
 * one batch. Null when there is nothing to carry out.
 */
export async function carryOutApproved(review: Review): Promise<CarriedOut | null> {
  const { env, scope, approvalId, now } = review;
  const { organizationId, eventId } = scope.event;
  const db = databaseOf(env, organizationId);
  const approval = await approvalById(db, organizationId, eventId, approvalId);
  if (approval?.state !== 'approved') return null;
  // A pause holds what was approved, too; its end looks at it again.
  if (scope.policy.paused) return null;
  const activities: Activity[] = [];
  const ballot = ballotOf(approval, await circleOf(db, organizationId, [approvalId], Date.now()));
  const request = { ...(await requestFor(review, approval)), reasoning: `Approved by ${votersOf(ballot)}. ${approval.reasoning}` };
  const ports = portsFor(review, activities);
  const unapproved = whyNoLongerApproved(ballot);
  if (unapproved) return { ...(await askAgain(review, db, approval, request, ports, [unapproved])), activities };
  const result = await runTool({ ...request, approved: { ...boundOf(approval), approvalId, proposedAt: approval.createdAt } }, ports);
  const end = (state: 'stale' | 'executed', outcome: string) =>
    endApproval(db, organizationId, approvalId, { state, outcome, tell: true, now });
  switch (result.outcome.kind) {
    case 'done':
      // Nothing new was written: the same effect was on its way already. Otherwise the batch itself has ended the proposal.
      if (result.commandIds.length === 0) await end('executed', 'The same effect was already on its way.');
      return { ...nothing, commandIds: result.commandIds, activities };
    case 'moved':
      return { ...(await askAgain(review, db, approval, request, ports, movedInWords(result.outcome.moved))), activities };
    case 'refused':
    case 'failed':
      await end('stale', result.outcome.kind === 'refused' ? result.outcome.reason : result.outcome.message);
      return { ...nothing, activities };
    default:
      throw new Error(`An approved call ended ${result.outcome.kind}`);
  }
}

/** For the log: ids, and for whom where a right was delegated. */
function votersOf({ votes }: Ballot): string {
  return votes.map(({ actor, onBehalfOf }) => (onBehalfOf === actor ? actor : `${actor} for ${onBehalfOf}`)).join(', ');
}

/** Proposes the same call with what is true now. What the rules refuse by now ends instead, and its attendee is told why. */
async function askAgain(
  { scope, now }: Review,
  db: Database,
  approval: ApprovalRow,
  request: RunToolRequest,
  ports: RunToolPorts,
  moved: string[],
): Promise<CarriedOut> {
  const reason = `Something has moved since it was approved: ${moved.join('; ')}`;
  const verdict: Verdict = { kind: 'ask', rule: 'moved_since_approved', reason, facts: { moved } };
  const again = await runTool(
    {
      ...request,
      reasoning: approval.reasoning,
      call: { ...request.call, id: `${approval.callId}-again-${approval.version}` },
      again: { verdict, evidence: moved.map((text) => ({ label: 'Moved since it was approved', text })) },
      requestedBy: approval.requestedBy,
    },
    {
      ...ports,
      // Somebody else who has carried it out meanwhile is what moved: then the batch does not hold, and nothing is asked.
      commit: { commit: (batch) => ports.commit.commit({ ...batch, replaces: { approvalId: approval.id, outcome: reason } }) },
    },
  );
  if (again.approval) return { ...nothing, again: again.approval.id };
  const why = again.outcome.kind === 'refused' ? again.outcome.reason : reason;
  await endApproval(db, scope.event.organizationId, approval.id, { state: 'stale', outcome: why, tell: true, now });
  return nothing;
}

/** What a proposal would be with this input now, or why the policy refuses it. */
export async function revisedProposal(review: Review, input: unknown): Promise<Revised> {
  const { agent } = review;
  const { organizationId, eventId } = review.scope.event;
  const approval = await approvalById(databaseOf(review.env, organizationId), organizationId, eventId, review.approvalId);
  const tool = agent.tools.find((candidate) => candidate.name === approval?.tool);
  if (!approval || !tool) return { objection: 'There is no such proposal.' };
  const { context } = await requestFor(review, approval);
  const prepared = await tool.prepare(input, context);
  if ('problem' in prepared) return { objection: prepared.problem };
  if ('done' in prepared) return { objection: 'Nothing is left to do.' };
  const { verdict, risk } = await judge({ agent, tool, prepared, context });
  if (afterApproval(verdict) === 'refuse') return { objection: verdict.reason };
  const now = await bindingOf(tool, prepared, context, approval.createdAt, sha256);
  // With its own input a proposal is compared in full; an edited one in the facts that it was bound to.
  const before = boundOf(approval);
  const isEdit = JSON.stringify(prepared.input) !== JSON.stringify(approval.input);
  const moved = movedSince(isEdit ? { ...now, boundFacts: before.boundFacts } : before, now);
  return {
    revision: {
      ...now,
      input: prepared.input,
      policyVersion: context.policy.version,
      required: approversFor(agent.name, tool, prepared, context),
      risk,
    },
    moved: movedInWords(moved),
  };
}

async function requestFor({ agent, contextOf }: Review, approval: ApprovalRow): Promise<RunToolRequest> {
  return {
    agent,
    call: { id: approval.callId, name: approval.tool, args: approval.input },
    context: await contextOf(approval),
    runId: approval.runId,
    reasoning: approval.reasoning,
    model: 'person',
    tokens: null,
  };
}

function portsFor({ env, scope, now }: Review, activities: Activity[]): RunToolPorts {
  return {
    commit: commitFor(env, scope, () => now),
    record: (activity) => activities.push(activity),
    newId: (kind) => newId(kind),
    sha256,
    stopwatch: () => Date.now(),
  };
}

const boundOf = ({ preview, content, boundFacts, hash }: ApprovalRow): Binding => ({ preview, content: content ?? [], boundFacts, hash });

/** How a proposal that nobody carried out stands in the log: who rejected it and why, or that nobody decided. */
export function endActivity(agent: AgentDefinition, approval: ApprovalRow, now: number): Activity | null {
  if (approval.state !== 'rejected' && approval.state !== 'expired') return null;
  const tool = agent.tools.find((candidate) => candidate.name === approval.tool);
  if (!tool) return null;
  const isRejected = approval.state === 'rejected';
  return activityOf(agent, {
    id: `act_${approval.id.slice(4)}e`,
    activityType: tool.activityFor(approval.input),
    input: approval.input,
    reasoning: isRejected ? (approval.decisionReason ?? 'A person rejected it.') : 'Nobody decided in time.',
    status: 'failed',
    errorMessage: isRejected ? `Rejected by ${approval.decidedBy ?? 'a person'}.` : 'Expired: nobody decided in time.',
    autonomous: false,
    requiredHumanReview: true,
    createdAt: now,
    runId: approval.runId,
    callId: approval.callId,
    tool: approval.tool,
    conversationId: approval.conversationId,
    approvalId: approval.id,
    verdict: 'refuse',
    rule: isRejected ? 'rejected_by_person' : 'approval_expired',
  });
}
