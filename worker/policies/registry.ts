import { agents } from '../agents';
import type { AgentDefinition } from '../agents/define-agent';
import type { RuleInfo, Tool } from '../agents/define-tool';
import type { PolicyRule, PolicyScope } from '../contract/policies';
import { budgetExhausted } from '../core/loop/journal';
import { EventPolicy } from '../core/policy/event-policy';
import type { AgentFacts } from '../core/policy/problems';
import { dialRules } from '../core/policy/rules/dial';
import { agreementRules, controlRules, outgoingRules } from '../core/policy/rules/provenance';

const acts = (tool: Tool) => tool.effect !== 'read' && tool.effect !== 'record';

/** Kept by the batch that would write the effect, where no two writers spend the same unit. */
const limitRule: RuleInfo = {
  id: budgetExhausted,
  verdict: 'refuse',
  says: 'What a limit of agent, event or organization and day cannot give is refused; a person is told, and an approval does not lift it.',
  reads: ['kind', 'limit', 'reserved', 'spent'],
  setting: 'event.limits',
};

/** Rules that hold for a tool: its own, those of what steers it and where it leads, limits, mode and dial. A handover is free of all but its own. */
function rulesOf(tool: Tool): readonly RuleInfo[] {
  if (tool.name === 'escalate_to_human') return tool.rules;
  if (!acts(tool)) return [...tool.rules, ...dialRules];
  return [
    ...tool.rules,
    ...(Object.keys(tool.controls).length > 0 ? controlRules : []),
    ...(tool.effect === 'money' ? agreementRules : []),
    ...outgoingRules,
    limitRule,
    ...dialRules,
  ];
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
