import { type Risk, riskOf } from '../core/policy/risk';
import { evaluate } from '../core/policy/rule';
import { dialRules } from '../core/policy/rules/dial';
import { strictest, type Verdict } from '../core/policy/verdict';
import type { AgentDefinition } from './define-agent';
import type { PreparedCall, Tool, ToolContext } from './define-tool';
import { judgeProvenance } from './provenance';

interface Case {
  agent: AgentDefinition;
  tool: Tool;
  prepared: PreparedCall;
  context: ToolContext;
}

/** What policy says of a prepared call: the rules of its tool, of provenance, then of mode and dial; the strictest wins. */
export async function judge({ agent, tool, prepared, context }: Case): Promise<{ verdict: Verdict; risk: Risk }> {
  const acts = tool.effect !== 'read' && tool.effect !== 'record';
  const provenance = await judgeProvenance({ tool, prepared, context });
  const described = prepared.effect?.risk ?? { amount: 0, reach: 0, reversible: true, trusted: true };
  const risk = riskOf({
    effect: tool.effect,
    precedents: acts ? await context.records.precedentsOf(tool.name) : 0,
    ...described,
    trusted: described.trusted && provenance.trusted,
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
  return { verdict: strictest([...prepared.verdicts, ...provenance.verdicts, ...dial]), risk };
}
