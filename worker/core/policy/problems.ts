import type { AgentPolicyBody } from './agent-policy';
import type { EventPolicy } from './event-policy';
import { earnedCeiling } from './rules/dial';

/** Why a policy is impossible, and where. */
export interface PolicyProblem {
  path: string;
  message: string;
}

export interface AgentFacts {
  name: string;
  /** Names of the limits that this agent knows. */
  limits: readonly string[];
  /** Names of its tools that act. */
  actingTools: readonly string[];
}

/** What makes an agent's policy impossible; empty when it can be put in force. */
export function agentPolicyProblems(body: AgentPolicyBody, agent: AgentFacts): PolicyProblem[] {
  const problems: PolicyProblem[] = [];
  const known = agent.limits.length > 0 ? `It has ${agent.limits.join(', ')}.` : 'It has no limits.';
  for (const name of Object.keys(body.limits))
    if (!agent.limits.includes(name))
      problems.push({ path: `limits.${name}`, message: `is not a limit of this agent and would hold nothing back. ${known}` });
  for (const name of agent.limits)
    if (!(name in body.limits))
      problems.push({ path: `limits.${name}`, message: 'must be set: a limit left out would hold nothing back.' });
  for (const [tool, points] of Object.entries(body.allowances)) {
    if (!agent.actingTools.includes(tool)) problems.push({ path: `allowances.${tool}`, message: 'is not an action of this agent.' });
    if (points > earnedCeiling)
      problems.push({ path: `allowances.${tool}`, message: `must be at most ${earnedCeiling}: what untrusted text steers always asks.` });
  }
  return problems;
}

export interface Approvers {
  agents: readonly AgentFacts[];
  /** User ids of the members who may approve, by role; owners count as organizers, too. */
  owners: readonly string[];
  organizers: readonly string[];
}

/** What makes an event's policy impossible: approvals that nobody could give, limits that contradict each other. */
export function eventPolicyProblems(policy: EventPolicy, approvers: Approvers): PolicyProblem[] {
  const problems: PolicyProblem[] = [];
  const tools = approvers.agents.flatMap((agent) => agent.actingTools);
  for (const [index, tier] of policy.approvals.entries()) {
    const path = `approvals.${index}`;
    const able = tier.role === 'owner' ? approvers.owners : [...approvers.owners, ...approvers.organizers];
    if (tier.agent && !approvers.agents.some(({ name }) => name === tier.agent))
      problems.push({ path: `${path}.agent`, message: `is none of ${approvers.agents.map(({ name }) => name).join(', ')}.` });
    if (tier.tool && !tools.includes(tier.tool)) problems.push({ path: `${path}.tool`, message: `is none of ${tools.join(', ')}.` });
    const strangers = (tier.people ?? []).filter((person) => !able.includes(person));
    if (strangers.length > 0)
      problems.push({ path: `${path}.people`, message: `${strangers.join(', ')}: not a member with the role ${tier.role}.` });
    if (tier.quorum === 'all' && !tier.people)
      problems.push({ path: `${path}.people`, message: 'must name the people, all of whom have to approve.' });
    const voters = tier.people ?? able;
    if (typeof tier.quorum === 'number' && tier.quorum > voters.length)
      problems.push({ path: `${path}.quorum`, message: `asks for ${tier.quorum} people; ${voters.length} could approve.` });
  }
  if (policy.reminderMinutes.some((minutes, index, all) => index > 0 && minutes <= (all[index - 1] ?? 0)))
    problems.push({ path: 'reminderMinutes', message: 'must rise from one reminder to the next.' });
  if (policy.contact.perWeek < policy.contact.perDay)
    problems.push({ path: 'contact.perWeek', message: 'must not be less than contact.perDay.' });
  if (policy.contact.quietFrom === policy.contact.quietTo)
    problems.push({ path: 'contact.quietTo', message: 'must differ from contact.quietFrom, or no hour is left (or all are).' });
  for (const [index, host] of policy.allowedHosts.entries())
    if (!/^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/.test(host))
      problems.push({
        path: `allowedHosts.${index}`,
        message: 'must be a host name such as tickets.example.org, without address or path.',
      });
  if (policy.limits.tokensPerRun > policy.limits.tokensPerDay)
    problems.push({ path: 'limits.tokensPerRun', message: 'must not be above limits.tokensPerDay.' });
  return problems;
}
