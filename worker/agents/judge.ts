import { type Risk, riskOf } from '../core/policy/risk';
import { evaluate } from '../core/policy/rule';
import { dialRules } from '../core/policy/rules/dial';
import { strictest, type Verdict } from '../core/policy/verdict';
import type { AgentDefinition } from './define-agent';
import type { PreparedCall, Tool, ToolContext } from './define-tool';

interface Case {
  agent: AgentDefinition;
  tool: Tool;
  prepared: PreparedCall;
  context: ToolContext;
}

/** What policy says of a prepared call: the rules of its tool, then those of mode and dial; the strictest wins. */
export async function judge({ agent, tool, prepared, context }: Case): Promise<{ verdict: Verdict; risk: Risk }> {
  const acts = tool.effect !== 'read' && tool.effect !== 'record';
  const risk = riskOf({
    effect: tool.effect,
    precedents: acts ? await context.records.precedentsOf(tool.name) : 0,
    ...(prepared.effect?.risk ?? { amount: 0, reach: 0, reversible: true, trusted: true }),
  });
  const handsOver = tool.name === 'escalate_to_human';
  const dial = handsOver
    ? []
    : evaluate(dialRules, {
        agent: agent.name,
        mode: context.policy.mode,
        autonomy: context.policy.autonomy,
        paused: context.policy.paused,
        allowance: context.policy.allowances[tool.name] ?? 0,
        effect: tool.effect,
        risk: risk.score,
        riskParts: risk.parts,
      });
  return { verdict: strictest([...prepared.verdicts, ...dial]), risk };
}
