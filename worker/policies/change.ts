import { agentNamed, agents } from '../agents';
import type { AgentName } from '../contract/common';
import type { PolicyScope } from '../contract/policies';
import { AppError, invalidInput } from '../core/errors';
import { AgentPolicyBody } from '../core/policy/agent-policy';
import { EventPolicy } from '../core/policy/event-policy';
import { agentPolicyProblems, eventPolicyProblems, type PolicyProblem } from '../core/policy/problems';
import { type Database, databaseOf } from '../db/database';
import {
  approversOf,
  type PolicyInForce,
  type PolicyWrite,
  policiesInForce,
  policyHistory,
  writeAgentPolicy,
  writeEventPolicy,
} from '../db/records/policies';
import { agentObjects } from '../objects';
import { agentFacts } from './registry';

export interface PolicyKey {
  organizationId: string;
  eventId: string;
}

/** A body of the right kind for its scope. */
export type CheckedPolicy = { scope: AgentName; body: AgentPolicyBody } | { scope: 'event'; body: EventPolicy };

export async function policyInForce(db: Database, key: PolicyKey, scope: PolicyScope): Promise<PolicyInForce> {
  const found = (await policiesInForce(db, key)).find((policy) => policy.scope === scope);
  if (!found) throw new AppError('not_found', 'This event has no such agent.');
  return found;
}

/** The body in its schema; parts of the event's policy that are left out take their defaults. */
export function readPolicy(scope: PolicyScope, body: unknown): CheckedPolicy {
  const read = scope === 'event' ? EventPolicy.safeParse(body) : AgentPolicyBody.safeParse(body);
  if (!read.success) throw invalidInput(read.error, 'The policy');
  return scope === 'event' ? { scope, body: EventPolicy.parse(read.data) } : { scope, body: AgentPolicyBody.parse(read.data) };
}

/** Why a policy cannot be put in force: approvals that nobody could give, limits that hold nothing back. */
export async function problemsOf(db: Database, organizationId: string, policy: CheckedPolicy): Promise<PolicyProblem[]> {
  if (policy.scope !== 'event') return agentPolicyProblems(policy.body, agentFacts(agentNamed(policy.scope)));
  return eventPolicyProblems(policy.body, { agents: Object.values(agents).map(agentFacts), ...(await approversOf(db, organizationId)) });
}

/**
 * Puts a policy in force as a new version, or throws: `invalid_input` names what is impossible, `conflict` says that
 * somebody else changed it meanwhile. The agents feel it at once.
 */
export async function changePolicy(env: Env, key: PolicyKey, policy: CheckedPolicy, write: PolicyWrite): Promise<void> {
  const db = databaseOf(env, key.organizationId);
  const problems = await problemsOf(db, key.organizationId, policy);
  if (problems.length > 0)
    throw new AppError(
      'invalid_input',
      `This policy is not possible. ${problems.map(({ path, message }) => `${path} ${message}`).join(' ')}`,
      {
        fields: Object.fromEntries(problems.map(({ path, message }) => [path, message])),
      },
    );
  const written =
    policy.scope === 'event'
      ? await writeEventPolicy(db, key, policy.body, write)
      : await writeAgentPolicy(db, key, policy.scope, policy.body, write);
  if (!written)
    throw new AppError('conflict', 'This policy was changed meanwhile. Look at what is in force now and make your change again.');
  await tellAgents(env, key.eventId);
}

/** Puts an earlier version in force again, as a new one: history only grows. */
export async function rollBack(
  env: Env,
  key: PolicyKey,
  scope: PolicyScope,
  version: number,
  write: Omit<PolicyWrite, 'seen'>,
): Promise<void> {
  const db = databaseOf(env, key.organizationId);
  const current = await policyInForce(db, key, scope);
  if (version === current.version) throw new AppError('conflict', `Version ${version} is in force already.`);
  const earlier = (await policyHistory(db, key, scope)).find((row) => row.version === version);
  const body = earlier?.body ?? (scope === 'event' && version === 0 ? {} : null);
  if (!body) throw new AppError('not_found', `There is no version ${version} of this policy.`);
  await changePolicy(env, key, readPolicy(scope, body), { ...write, seen: current.version });
}

/** The objects keep event and settings in memory: a change is felt at once. */
export async function tellAgents(env: Env, eventId: string): Promise<void> {
  await Promise.all(agentObjects(env, eventId).map((object) => object.settingsChanged()));
}
