import { agents } from '../agents';
import type { AgentName } from '../contract/common';
import { reversalWindowMs, type TrackRecord, windowMs } from '../core/autonomy/review';
import { AppError } from '../core/errors';
import { AgentPolicyBody } from '../core/policy/agent-policy';
import type { Database } from '../db/database';
import { type AutonomyProposalRow, autonomyHistory, decisionsOf, reversalsOf, volumesOf } from '../db/records/autonomy';
import { eventById } from '../db/records/events';
import { type PolicyInForce, policiesInForce, policyHistory } from '../db/records/policies';
import { agentFacts } from '../policies/registry';

export interface ToolRecord {
  agent: AgentName;
  tool: string;
  effect: string;
  record: TrackRecord;
  /** Done, with or without asking, within the window. */
  volume: number;
  proposal: AutonomyProposalRow | null;
  policy: PolicyInForce;
}

/** The track record of every kind of action of an event's agents. Times are real ones. */
export async function trackRecords(
  db: Database,
  key: { organizationId: string; eventId: string },
  realNow: number,
): Promise<{ tools: ToolRecord[]; history: AutonomyProposalRow[] }> {
  const [policies, history, event] = await Promise.all([
    policiesInForce(db, key),
    autonomyHistory(db, key),
    eventById(db, key.organizationId, key.eventId),
  ]);
  const eventNow = event?.clockNow ?? realNow;
  const tools = await Promise.all(
    Object.values(agents).map(async (agent): Promise<ToolRecord[]> => {
      const acting = agentFacts(agent).actingTools;
      const policy = policies.find(({ scope }) => scope === agent.name);
      if (acting.length === 0 || !policy) return [];
      const body = AgentPolicyBody.parse(policy.body);
      const [decisions, reversals, volumes, versions] = await Promise.all([
        decisionsOf(db, key, agent.name, realNow - windowMs),
        reversalsOf(db, key, agent.name, eventNow - reversalWindowMs),
        volumesOf(db, key, agent.name, eventNow - windowMs),
        Object.keys(body.allowances).length > 0 ? policyHistory(db, key, agent.name) : [],
      ]);
      return acting.map((tool): ToolRecord => {
        const ofTool = history.filter((row) => row.agent === agent.name && row.tool === tool);
        const allowance = body.allowances[tool] ?? 0;
        const proposal = ofTool.find(({ state }) => state === 'pending') ?? null;
        return {
          agent: agent.name,
          tool,
          effect: agent.tools.find(({ name }) => name === tool)?.effect ?? '',
          volume: volumes.get(tool) ?? 0,
          proposal,
          policy,
          record: {
            decisions: decisions.filter((decision) => decision.tool === tool),
            reversedAt: reversals.filter((reversal) => reversal.tool === tool).map(({ at }) => at + realNow - eventNow),
            mode: body.mode,
            autonomy: body.autonomy,
            allowance,
            raisedAt: raisedAt(versions, tool, allowance),
            proposed: proposal !== null,
            declinedAt: ofTool.find(({ state, decidedBy }) => state === 'declined' && decidedBy !== 'system')?.decidedAt ?? null,
          },
        };
      });
    }),
  );
  return { tools: tools.flat(), history };
}

/** Since when a tool has had its allowance; versions latest first. */
function raisedAt(versions: { body: Record<string, unknown>; changedAt: number }[], tool: string, allowance: number): number | null {
  if (allowance === 0) return null;
  let since: number | null = null;
  for (const { body, changedAt } of versions) {
    if ((AgentPolicyBody.parse(body).allowances[tool] ?? 0) < allowance) break;
    since = changedAt;
  }
  return since;
}

export function proposalOf(history: AutonomyProposalRow[], id: string): AutonomyProposalRow {
  const found = history.find((row) => row.id === id);
  if (!found) throw new AppError('not_found', 'There is no such promotion.');
  return found;
}
