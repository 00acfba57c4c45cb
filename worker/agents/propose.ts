import type { ToolOutcome } from '../core/loop/journal';
import { toMinor } from '../core/money';
import { type ApproversRequired, requiredApprovers } from '../core/policy/quorum';
import { nextReminder } from '../core/policy/reminders';
import type { Risk } from '../core/policy/risk';
import { spoken, type Verdict } from '../core/policy/verdict';
import type { Activity, NewApproval } from '../ports/commit';
import { bindingOf } from './binding';
import type { PreparedCall, Tool, ToolContext } from './define-tool';
import type { RunToolPorts, RunToolRequest, RunToolResult } from './run-tool';

/** How long a proposal waits for a person before it expires, and expiry rejects. */
export const approvalTtlMs = 3 * 86_400_000;

/** Who must approve a call, by the rules of its event. */
export function approversFor(agent: string, tool: Tool, prepared: PreparedCall, { policy, event }: ToolContext): ApproversRequired {
  const amountMinor = toMinor(prepared.effect?.risk.amount ?? 0, event.currency);
  return requiredApprovers(policy.event.approvals, { agent, tool: tool.name, amountMinor, currency: event.currency });
}

/** Stores the call as a proposal that waits for a person, bound to exactly what that person is shown. */
export async function propose(
  request: RunToolRequest,
  tool: Tool,
  prepared: PreparedCall,
  verdict: Verdict,
  risk: Risk,
  log: (part: Partial<Activity>) => Activity,
  ports: RunToolPorts,
): Promise<RunToolResult> {
  const { effect } = prepared;
  const { context } = request;
  const id = ports.newId('approval');
  const expiresAt = context.now + approvalTtlMs;
  const approval: NewApproval = {
    id,
    agent: request.agent.name,
    runId: request.runId,
    callId: request.call.id,
    conversationId: request.context.conversationId,
    tool: tool.name,
    input: prepared.input,
    verdict: {
      kind: verdict.kind,
      rule: verdict.rule,
      reason: verdict.reason,
      facts: verdict.facts,
      ...(verdict.also ? { also: verdict.also } : {}),
    },
    reasoning: request.reasoning,
    evidence: [...(request.again?.evidence ?? []), ...(effect?.evidence ?? [])],
    risk,
    ...(await bindingOf(tool, prepared, context, context.now, ports.sha256)),
    policyVersion: context.policy.version,
    editableFields: tool.editable.map((field) => field.field),
    required: approversFor(request.agent.name, tool, prepared, context),
    requestedBy: request.requestedBy ?? context.requestedBy ?? null,
    nextReminderAt: nextReminder({ createdAt: context.now, expiresAt }, context.policy.event.reminderMinutes, context.now),
    createdAt: context.now,
    expiresAt,
  };
  const escalates = verdict.kind === 'escalate';
  const activity = log({
    input: prepared.input,
    output: { rules: spoken(verdict), risk },
    status: escalates ? 'escalated' : 'pending',
    autonomous: false,
    requiredHumanReview: true,
    escalationReason: escalates ? verdict.reason : null,
    approvalId: id,
    verdict: verdict.kind,
    rule: verdict.rule,
  });
  const written = await ports.commit.commit({ activity, changes: [], commands: [], approval, executes: null, limits: null });
  // Only what replaces another proposal can miss it: somebody else has ended that one meanwhile.
  if (written.status === 'moved') return { outcome: { kind: 'moved', moved: [] }, handover: null, commandIds: [], approval: null };
  const outcome: ToolOutcome = escalates
    ? { kind: 'escalated', approvalId: id, rule: verdict.rule, reason: verdict.reason }
    : { kind: 'waiting', approvalId: id, reason: verdict.reason };
  return { outcome, handover: null, commandIds: [], approval };
}
