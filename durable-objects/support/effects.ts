import { z } from 'zod';
import type { Holder, ToolContext } from '../../worker/agents/define-tool';
import { runTool } from '../../worker/agents/run-tool';
import { supportAgent } from '../../worker/agents/support/agent';
import { composerFor, paymentsFor } from '../../worker/compose';
import { Amount, formatAmount } from '../../worker/core/money';
import { afterApproval } from '../../worker/core/policy/approval';
import { strictest } from '../../worker/core/policy/verdict';
import { commitPort } from '../../worker/db/commit';
import { databaseOf } from '../../worker/db/database';
import { type ApprovalRow, approvalById, endApproval, mayStillDecide } from '../../worker/db/records/approvals';
import type { EventScope } from '../../worker/db/records/event-scope';
import { supportRecords } from '../../worker/db/records/support';
import { sha256 } from '../../worker/digest';
import { configOf } from '../../worker/env';
import type { Activity, CommitPort } from '../../worker/ports/commit';
import type { Letterhead } from '../../worker/ports/mail-composer';
import type { SearchPort } from '../../worker/ports/search';
import { newId, newToken } from '../../worker/random';
import type { StoredConversation, StoredMessage } from './store';
import type { TextKey } from './texts';

export function commitFor(env: Env, scope: EventScope, now: () => number): CommitPort {
  const { organizationId, eventId } = scope.event;
  return commitPort({ db: databaseOf(env, organizationId), organizationId, eventId, newCommandId: () => newId('command'), now });
}

function letterhead(env: Env, scope: EventScope, locale: string | null): Letterhead {
  return { ...scope.event, publicUrl: configOf(env).PUBLIC_URL, locale };
}

interface Asked {
  id: string;
  holder: Holder | null;
  locale: string | null;
  transferForm: StoredConversation['transferForm'];
}

/** Everything a tool of the support agent may read, for one call. */
export async function toolContext(env: Env, scope: EventScope, search: SearchPort, asked: Asked | null, now: number): Promise<ToolContext> {
  const { event, policy } = scope;
  const undo = newToken();
  return {
    event,
    policy,
    records: supportRecords(databaseOf(env, event.organizationId), event.organizationId, event.eventId),
    search,
    composer: composerFor(env),
    letterhead: letterhead(env, scope, asked?.locale ?? null),
    payments: { provider: paymentsFor(env, event.clock).provider },
    now,
    conversationId: asked?.id ?? null,
    holder: asked?.holder ?? null,
    transferForm: asked?.transferForm ?? null,
    newId: (kind) => newId(kind),
    secrets: { ticket: newToken(), undo, undoHash: await sha256(undo) },
  };
}

/** The handover mail, once for each handover of a conversation. */
export async function notifyOrganizer(
  env: Env,
  scope: EventScope,
  conversation: StoredConversation,
  transcript: StoredMessage[],
  now: number,
): Promise<string[]> {
  const { event } = scope;
  const { handover } = conversation;
  if (!handover) return [];
  const key = `handover:${conversation.id}:${conversation.handovers}`;
  const mail = composerFor(env).compose(
    {
      template: 'handover',
      conversationLink: `${configOf(env).PUBLIC_URL}/events/${event.eventId}/conversations/${conversation.id}`,
      attendeeName: conversation.holderName ?? '',
      reason: handover.reason.replaceAll('_', ' '),
      summary: handover.summary,
      tried: handover.tried,
      proposed: handover.proposal ? [handover.proposal] : [],
      transcript: transcript.map((message) => ({ from: message.author, text: message.text })),
    },
    letterhead(env, scope, null),
    event.contactEmail,
  );
  const activity: Activity = {
    id: `act_${conversation.id.slice(4)}h${conversation.handovers}`,
    agent: 'support',
    agentVersion: supportAgent.version,
    activityType: 'human_escalation',
    input: { reason: handover.reason },
    output: { tried: handover.tried, proposal: handover.proposal },
    reasoning: handover.summary,
    status: 'escalated',
    errorMessage: null,
    autonomous: true,
    requiredHumanReview: true,
    escalationReason: handover.reason,
    durationMs: null,
    tokens: null,
    createdAt: now,
    runId: null,
    callId: null,
    tool: 'escalate_to_human',
    conversationId: conversation.id,
    approvalId: null,
    verdict: 'escalate',
    rule: handover.reason,
    model: null,
  };
  const result = await commitFor(env, scope, () => now).commit({
    activity,
    changes: [],
    commands: [{ kind: 'mail.send', target: event.contactEmail, idempotencyKey: key, payload: { mail, purpose: 'service' } }],
    approval: null,
    executes: null,
  });
  return result.status === 'committed' ? result.commandIds : [];
}

export interface ApprovedResult {
  conversationId: string | null;
  commandIds: string[];
  /** What the attendee is told, and with which details. */
  tell: TextKey | null;
  details: string[];
  actions: string[];
  /** The proposal that asks again because something moved. */
  again: string | null;
  activities: Activity[];
}

/**
 * Carries out what a person decided: everything is checked again, against what is true now. What moved since the person
 * looked makes the proposal stale and asks again, showing what moved.
 */
export async function carryOutApproved(
  env: Env,
  scope: EventScope,
  search: SearchPort,
  conversationOf: (id: string) => StoredConversation | null,
  approvalId: string,
  now: number,
): Promise<ApprovedResult | null> {
  const { organizationId, eventId } = scope.event;
  const db = databaseOf(env, organizationId);
  const approval = await approvalById(db, organizationId, eventId, approvalId);
  if (!approval) return null;
  const nothing = { conversationId: approval.conversationId, commandIds: [], details: [], actions: [], again: null, activities: [] };
  if (approval.state === 'rejected')
    return { ...nothing, tell: 'rejected', details: approval.decisionReason ? [approval.decisionReason] : [] };
  if (approval.state !== 'approved') return null;
  if (!approval.decidedBy || !(await mayStillDecide(db, organizationId, approval.decidedBy))) {
    await endApproval(db, organizationId, approvalId, 'cancelled', 'Whoever approved it may no longer do so.');
    return { ...nothing, tell: null };
  }
  const activities: Activity[] = [];
  const conversation = approval.conversationId ? conversationOf(approval.conversationId) : null;
  const request = {
    agent: supportAgent,
    call: { id: approval.callId, name: approval.tool, args: approval.input },
    context: { ...(await toolContext(env, scope, search, conversation, now)), transferForm: approvedForm(approval) },
    runId: approval.runId,
    reasoning: `Approved by a person: ${approval.reasoning}`,
    model: 'person',
    tokens: null,
  };
  const ports = {
    commit: commitFor(env, scope, () => now),
    record: (activity: Activity) => activities.push(activity),
    newId: (kind: 'activity' | 'approval') => newId(kind),
    sha256,
    stopwatch: () => Date.now(),
  };
  const result = await runTool({ ...request, approved: { approvalId, bound: approval.boundFacts } }, ports);
  switch (result.outcome.kind) {
    case 'done':
      // Nothing new was written: the same effect was on its way already. Otherwise the batch itself has ended the proposal.
      if (result.commandIds.length === 0)
        await endApproval(db, organizationId, approvalId, 'executed', 'The same effect was already on its way.');
      return {
        ...nothing,
        commandIds: result.commandIds,
        tell: 'approved',
        details: detailsOf(approval),
        actions: detailsOf(approval),
        activities,
      };
    case 'moved': {
      const what = result.outcome.moved
        .map(({ fact, was, is }) => `${fact}: was ${JSON.stringify(was)}, is ${JSON.stringify(is)}`)
        .join('; ');
      // Somebody else has carried it out meanwhile: that is what moved.
      if (!(await endApproval(db, organizationId, approvalId, 'stale', `Something moved since it was approved: ${what}`))) return null;
      const again = await runTool(
        {
          ...request,
          call: { ...request.call, id: `${approval.callId}-again-${approval.version}` },
          context: { ...request.context, policy: { ...scope.policy, mode: 'assisted' } },
        },
        ports,
      );
      if (again.outcome.kind === 'refused') return { ...nothing, tell: 'rejected', details: [again.outcome.reason], activities };
      return { ...nothing, tell: null, again: again.approval?.id ?? null, activities };
    }
    case 'refused':
    case 'failed': {
      const reason = result.outcome.kind === 'refused' ? result.outcome.reason : result.outcome.message;
      if (!(await endApproval(db, organizationId, approvalId, 'stale', reason))) return null;
      return { ...nothing, tell: 'rejected', details: [reason], activities };
    }
    default:
      throw new Error(`An approved call ended ${result.outcome.kind}`);
  }
}

/** The transfer form as the person saw it: it is part of what was approved, whatever the conversation holds by now. */
function approvedForm({ input, boundFacts }: ApprovalRow): ToolContext['transferForm'] {
  const form = z.object({ ticketId: z.string(), name: z.string(), email: z.string() }).safeParse({ ...boundFacts, ...input });
  return form.success ? form.data : null;
}

/** Why the policy would refuse this proposal with an edited input, as things are now; null when it would not. */
export async function objectionTo(
  env: Env,
  scope: EventScope,
  search: SearchPort,
  conversationOf: (id: string) => StoredConversation | null,
  approvalId: string,
  input: unknown,
  now: number,
): Promise<string | null> {
  const { organizationId, eventId } = scope.event;
  const approval = await approvalById(databaseOf(env, organizationId), organizationId, eventId, approvalId);
  const tool = supportAgent.tools.find((candidate) => candidate.name === approval?.tool);
  if (!approval || !tool) return 'There is no such proposal.';
  const conversation = approval.conversationId ? conversationOf(approval.conversationId) : null;
  const context = { ...(await toolContext(env, scope, search, conversation, now)), transferForm: approvedForm(approval) };
  const prepared = await tool.prepare(input, context);
  if ('problem' in prepared) return prepared.problem;
  if ('done' in prepared) return null;
  const verdict = strictest(prepared.verdicts);
  return afterApproval(verdict) === 'refuse' ? verdict.reason : null;
}

function detailsOf(approval: ApprovalRow): string[] {
  const amount = Amount.safeParse(approval.input.amount);
  return amount.success ? [`${approval.preview.title}: ${formatAmount(amount.data)}.`] : [`${approval.preview.title}.`];
}
