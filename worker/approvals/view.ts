import { agentNamed } from '../agents';
import { AgentName } from '../contract/common';
import type { Approval } from '../contract/work';
import type { ApprovalRow } from '../db/records/approvals';

/** A proposal as people see it. */
export function approvalView(row: ApprovalRow): Approval {
  const agent = AgentName.parse(row.agent);
  const tool = agentNamed(agent).tools.find((candidate) => candidate.name === row.tool);
  return {
    id: row.id,
    agent,
    runId: row.runId,
    conversationId: row.conversationId,
    tool: row.tool,
    effect: tool?.effect ?? 'record',
    input: row.input,
    preview: row.preview,
    verdict: row.verdict,
    reasoning: row.reasoning,
    evidence: row.evidence,
    risk: row.risk,
    editable: (tool?.editable ?? []).filter((field) => row.editableFields.includes(field.field)),
    state: row.state,
    version: row.version,
    decidedBy: row.decidedBy,
    decidedAt: row.decidedAt,
    decisionReason: row.decisionReason,
    outcome: row.outcome,
    createdAt: row.createdAt,
    expiresAt: row.expiresAt,
  };
}
