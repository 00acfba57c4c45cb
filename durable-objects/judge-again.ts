import { z } from 'zod';
import type { AgentDefinition } from '../worker/agents/define-agent';
import type { ToolContext } from '../worker/agents/define-tool';
import { judge } from '../worker/agents/judge';
import { AgentPolicyBody } from '../worker/core/policy/agent-policy';
import { EventPolicy } from '../worker/core/policy/event-policy';
import { databaseOf } from '../worker/db/database';
import { type ApprovalRow, approvalById } from '../worker/db/records/approvals';
import type { EventScope } from '../worker/db/records/event-scope';
import type { Rejudged } from '../worker/policies/preview';
import type { AgentPolicy } from '../worker/ports/records';

/** Which proposals, and what of the policy would be another. */
export const JudgeAgain = z.object({
  approvalIds: z.array(z.string()).max(500),
  change: z.union([z.strictObject({ event: EventPolicy }), AgentPolicyBody]),
});

/** Judges waiting proposals under the policy in force and under a changed one, as things are now. Nothing is written. */
export async function judgeAgain(
  env: Env,
  scope: EventScope,
  agent: AgentDefinition,
  contextOf: (approval: ApprovalRow) => Promise<ToolContext>,
  request: z.infer<typeof JudgeAgain>,
): Promise<Rejudged[]> {
  const { organizationId, eventId } = scope.event;
  const db = databaseOf(env, organizationId);
  const changed: AgentPolicy = { ...scope.policy, ...request.change };
  const judged: Rejudged[] = [];
  for (const approvalId of request.approvalIds) {
    const approval = await approvalById(db, organizationId, eventId, approvalId);
    if (approval?.state !== 'pending') continue;
    const context = await contextOf(approval);
    judged.push({
      approvalId,
      before: await verdictOf(agent, approval, { ...context, policy: scope.policy }),
      after: await verdictOf(agent, approval, { ...context, policy: changed }),
    });
  }
  return judged;
}

async function verdictOf(agent: AgentDefinition, approval: ApprovalRow, context: ToolContext): Promise<Rejudged['before']> {
  const tool = agent.tools.find((candidate) => candidate.name === approval.tool);
  if (!tool) return { kind: 'refuse', rule: 'unknown_tool' };
  const prepared = await tool.prepare(approval.input, context);
  if ('problem' in prepared) return { kind: 'refuse', rule: 'invalid_arguments' };
  if ('done' in prepared) return { kind: 'allow', rule: 'nothing_to_do' };
  const { verdict } = await judge({ agent, tool, prepared, context });
  return { kind: verdict.kind, rule: verdict.rule };
}
