import type { EffectClass, Risk } from '../risk';
import { askWhen, refuseWhen, type Verdict } from '../verdict';

export interface DialFacts {
  agent: string;
  mode: 'full_auto' | 'assisted' | 'review_only';
  /** 0 to 100: up to this risk the agent acts alone. */
  autonomy: number;
  paused: boolean;
  effect: EffectClass;
  risk: Risk;
}

/**
 * Mode and dial decide which actions wait for a person: in `assisted` every effect, in `review_only` every effect and
 * record, in `full_auto` what is riskier than the dial.
 */
export function dialRules(facts: DialFacts): Verdict[] {
  const { agent, mode, autonomy, paused, effect, risk } = facts;
  const acts = effect !== 'read' && effect !== 'record';
  return [
    refuseWhen(paused && effect !== 'read', 'agent_paused', `The ${agent} agent is paused.`, { paused }),
    askWhen(mode === 'assisted' && acts, 'mode_assisted', 'In assisted mode a person approves each action.', { mode }),
    askWhen(
      mode === 'review_only' && effect !== 'read',
      'mode_review_only',
      'In review-only mode the agent proposes and a person decides.',
      { mode },
    ),
    askWhen(risk.score > autonomy, 'risk_above_dial', `Risk ${risk.score} is above the dial of ${autonomy}.`, {
      autonomy,
      risk: risk.score,
      ...risk.parts,
    }),
  ];
}
