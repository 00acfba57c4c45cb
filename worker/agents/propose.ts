import type { ToolOutcome } from '../core/loop/journal';
import type { Risk } from '../core/policy/risk';
import type { Verdict } from '../core/policy/verdict';
import type { Activity, NewApproval } from '../ports/commit';
import type { PreparedCall, Tool } from './define-tool';
import type { RunToolPorts, RunToolRequest, RunToolResult } from './run-tool';

/** How long a proposal waits for a person before it expires, and expiry rejects. */
export const approvalTtlMs = 3 * 86_400_000;

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
  const preview = effect?.preview ?? {
    title: tool.name,
    lines: Object.entries(prepared.input).map(([key, value]): [string, string] => [key, String(value)]),
  };
  const bound = effect?.bound ?? {};
  const id = ports.newId('approval');
  const hash = await ports.sha256(JSON.stringify([tool.name, prepared.input, preview, bound, request.context.policy.version]));
  const approval: NewApproval = {
    id,
    agent: request.agent.name,
    runId: request.runId,
    callId: request.call.id,
    conversationId: request.context.conversationId,
    tool: tool.name,
    input: prepared.input,
    preview,
    verdict: {
      kind: verdict.kind,
      rule: verdict.rule,
      reason: verdict.reason,
      facts: verdict.facts,
      ...(verdict.also ? { also: verdict.also } : {}),
    },
    reasoning: request.reasoning,
    evidence: effect?.evidence ?? [],
    risk,
    hash,
    boundFacts: bound,
    policyVersion: request.context.policy.version,
    editableFields: tool.editable.map((field) => field.field),
    createdAt: request.context.now,
    expiresAt: request.context.now + approvalTtlMs,
  };
  const escalates = verdict.kind === 'escalate';
  const activity = log({
    input: prepared.input,
    status: escalates ? 'escalated' : 'pending',
    autonomous: false,
    requiredHumanReview: true,
    escalationReason: escalates ? verdict.reason : null,
    approvalId: id,
    verdict: verdict.kind,
    rule: verdict.rule,
  });
  await ports.commit.commit({ activity, changes: [], commands: [], approval, executes: null });
  const outcome: ToolOutcome = escalates
    ? { kind: 'escalated', approvalId: id, rule: verdict.rule, reason: verdict.reason }
    : { kind: 'waiting', approvalId: id, reason: verdict.reason };
  return { outcome, handover: null, commandIds: [], approval };
}
