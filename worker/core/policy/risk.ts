/** What an action can do to the world, in the order of what it may touch. */
export const effectClasses = ['read', 'record', 'outbound', 'money', 'access'] as const;
export type EffectClass = (typeof effectClasses)[number];

export interface RiskFacts {
  effect: EffectClass;
  /** Money moved, in major units of the event's currency; 0 for none. */
  amount: number;
  /** People who notice. */
  reach: number;
  reversible: boolean;
  /** How often this kind of action was done in this event without being undone. */
  precedents: number;
  /** Every control argument comes from records, verified identity or an organizer. */
  trusted: boolean;
}

export interface Risk {
  /** 0 (harmless) to 100. */
  score: number;
  parts: Record<string, number>;
}

/** After so many precedents a kind of action is no longer new. */
export const knownFrom = 3;

const base: Record<EffectClass, number> = { read: 0, record: 5, outbound: 15, money: 30, access: 30 };

/**
 * Risk of an action as a sum of shown parts; a part that adds nothing is left out. It is compared with the agent's dial and
 * what its kind of action has earned: above it a person is asked. The weights put a resend at 25, a transfer, which can be
 * undone, at 33, and a refund of 500 at 62, none of them new.
 */
export function riskOf(facts: RiskFacts): Risk {
  if (facts.effect === 'read') return { score: 0, parts: {} };
  const parts: Record<string, number> = { effect: base[facts.effect] };
  if (facts.amount > 0) parts.amount = Math.round(Math.min(30, 8 * Math.log10(1 + facts.amount)));
  if (facts.reach > 1) parts.reach = Math.round(Math.min(30, 10 * Math.log10(facts.reach)));
  if (!facts.reversible) parts.irreversible = 10;
  if (facts.precedents < knownFrom && facts.effect !== 'record') parts.novelty = knownFrom - facts.precedents;
  if (!facts.trusted) parts.provenance = 60;
  const sum = Object.values(parts).reduce((total, part) => total + part, 0);
  return { score: Math.min(100, sum), parts };
}
