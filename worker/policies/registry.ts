import { agents } from '../agents';
import type { AgentDefinition } from '../agents/define-agent';
import type { RuleInfo, Tool } from '../agents/define-tool';
import type { PolicyRule, PolicyScope } from '../contract/policies';
import { EventPolicy } from '../core/policy/event-policy';
import type { AgentFacts } from '../core/policy/problems';
import { dialRules } from '../core/policy/rules/dial';

const acts = (tool: Tool) => tool.effect !== 'read' && tool.effect !== 'record';

/** Rules that hold for a tool: its own, and those of mode and dial, from which only a handover is free. */
function rulesOf(tool: Tool): readonly RuleInfo[] {
  return tool.name === 'escalate_to_human' ? tool.rules : [...tool.rules, ...dialRules];
}

/** Every rule of the product once, with the tools it holds for: what Settings, the API and the laws read. */
export function policyRules(): PolicyRule[] {
  const found = new Map<string, PolicyRule>();
  for (const agent of Object.values(agents))
    for (const tool of agent.tools)
      for (const { id, verdict, says, reads, setting } of rulesOf(tool)) {
        const rule = found.get(id) ?? { id, verdict, says, reads: [...reads], setting, tools: [] };
        rule.tools.push({ agent: agent.name, tool: tool.name });
        found.set(id, rule);
      }
  return [...found.values()];
}

/** Ids of the rules that hold in a scope; for the event, those that one of its settings moves. */
export function rulesInScope(scope: PolicyScope): string[] {
  const ofEvent = Object.keys(EventPolicy.shape);
  return policyRules()
    .filter(({ tools, setting }) =>
      scope === 'event'
        ? ofEvent.includes(setting?.split('.')[1] ?? '') && setting?.startsWith('event.')
        : tools.some(({ agent }) => agent === scope),
    )
    .map(({ id }) => id);
}

/** What the checks of a policy need to know of an agent. */
export function agentFacts(agent: AgentDefinition): AgentFacts {
  return { name: agent.name, limits: Object.keys(agent.limits), actingTools: agent.tools.filter(acts).map(({ name }) => name) };
}
