import { type EffectClass, effectClasses, type Risk } from '../risk';
import { rulesOn } from '../rule';

export interface DialFacts {
  agent: string;
  mode: 'full_auto' | 'assisted' | 'review_only';
  /** 0 to 100: up to this risk the agent acts alone. */
  autonomy: number;
  /** Points above the dial that this kind of action has, earned or given. */
  allowance: number;
  paused: boolean;
  effect: EffectClass;
  risk: number;
  riskParts: Risk['parts'];
}

/**
 * What an allowance can reach at most. One argument that comes from untrusted text weighs 60, on money or access 90: no
 * earned allowance covers that. The dial itself, set by a person, may be higher.
 */
export const earnedCeiling = 89;

/** Up to this risk the agent acts alone; below 0 it never does. In `assisted` the dial counts as 0 and allowances count from there. */
export function actsAloneUpTo({ mode, autonomy, allowance }: Pick<DialFacts, 'mode' | 'autonomy' | 'allowance'>): number {
  if (mode === 'review_only') return -1;
  if (mode === 'assisted') return allowance > 0 ? Math.min(earnedCeiling, allowance) : -1;
  return Math.max(autonomy, Math.min(earnedCeiling, autonomy + allowance));
}

const acts = (effect: EffectClass) => effectClasses.indexOf(effect) >= effectClasses.indexOf('outbound');
const rule = rulesOn<DialFacts>();

/**
 * Mode and dial decide which actions wait for a person: in `assisted` every effect without an allowance, in `review_only`
 * every effect and record, in `full_auto` what is riskier than the dial.
 */
export const dialRules = [
  rule({
    id: 'agent_paused',
    verdict: 'refuse',
    says: 'A paused agent reads and does nothing else.',
    reads: ['agent', 'paused', 'effect'],
    setting: 'agent.paused',
    applies: ({ paused, effect }) => paused && effect !== 'read',
    reason: ({ agent }) => `The ${agent} agent is paused.`,
  }),
  rule({
    id: 'mode_assisted',
    verdict: 'ask',
    says: 'In assisted mode a person approves each action that the agent has not earned an allowance for.',
    reads: ['mode', 'effect', 'allowance', 'risk'],
    setting: 'agent.mode',
    applies: ({ mode, effect, allowance, risk }) =>
      mode === 'assisted' && acts(effect) && risk > actsAloneUpTo({ mode, allowance, autonomy: 0 }),
    reason: () => 'In assisted mode a person approves each action.',
  }),
  rule({
    id: 'mode_review_only',
    verdict: 'ask',
    says: 'In review-only mode the agent proposes and a person decides.',
    reads: ['mode', 'effect'],
    setting: 'agent.mode',
    applies: ({ mode, effect }) => mode === 'review_only' && effect !== 'read',
    reason: () => 'In review-only mode the agent proposes and a person decides.',
  }),
  rule({
    id: 'risk_above_dial',
    verdict: 'ask',
    says: "What is riskier than the agent's dial, with what its kind of action has earned, waits for a person.",
    reads: ['risk', 'riskParts', 'autonomy', 'allowance'],
    setting: 'agent.autonomy',
    applies: ({ risk, autonomy, allowance }) => risk > actsAloneUpTo({ mode: 'full_auto', autonomy, allowance }),
    reason: ({ risk, autonomy, allowance }) =>
      allowance > 0
        ? `Risk ${risk} is above the dial of ${autonomy} and the allowance of ${allowance}.`
        : `Risk ${risk} is above the dial of ${autonomy}.`,
  }),
];
