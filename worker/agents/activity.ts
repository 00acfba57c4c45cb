import type { Activity } from '../ports/commit';
import type { AgentDefinition } from './define-agent';

type Told = Pick<Activity, 'id' | 'activityType' | 'createdAt' | 'reasoning'> & Partial<Omit<Activity, 'agent' | 'agentVersion'>>;

/** A row of an agent's log: what is not told did not take part, and the agent did it alone and well. */
export function activityOf({ name, version }: Pick<AgentDefinition, 'name' | 'version'>, told: Told): Activity {
  return {
    agent: name,
    agentVersion: version,
    input: null,
    output: null,
    status: 'success',
    errorMessage: null,
    autonomous: true,
    requiredHumanReview: false,
    escalationReason: null,
    durationMs: null,
    tokens: null,
    runId: null,
    callId: null,
    tool: null,
    conversationId: null,
    approvalId: null,
    verdict: null,
    rule: null,
    model: null,
    ...told,
  };
}
