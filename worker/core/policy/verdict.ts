export type VerdictKind = 'allow' | 'ask' | 'escalate' | 'refuse';

/** What the policy says of one call: the rule that spoke, in words, and the facts it read. */
export interface Verdict {
  kind: VerdictKind;
  rule: string;
  reason: string;
  facts: Record<string, unknown>;
}

const strictness: Record<VerdictKind, number> = { allow: 0, ask: 1, escalate: 2, refuse: 3 };

const allowed: Verdict = { kind: 'allow', rule: 'no_objection', reason: 'No rule objects.', facts: {} };

/** The strictest verdict wins; of equals the first. */
export function strictest(verdicts: readonly Verdict[]): Verdict {
  let result = allowed;
  for (const verdict of verdicts) if (strictness[verdict.kind] > strictness[result.kind]) result = verdict;
  return result;
}

type Facts = Record<string, unknown>;
const when =
  (kind: VerdictKind) =>
  (condition: boolean, rule: string, reason: string, facts: Facts = {}): Verdict =>
    condition ? { kind, rule, reason, facts } : { ...allowed, rule, facts };

export const askWhen = when('ask');
export const escalateWhen = when('escalate');
export const refuseWhen = when('refuse');
