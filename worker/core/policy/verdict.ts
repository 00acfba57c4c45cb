export type VerdictKind = 'allow' | 'ask' | 'escalate' | 'refuse';

/** What the policy says of one call: the rule that spoke, in words, and the facts it read. */
export interface Verdict {
  kind: VerdictKind;
  rule: string;
  reason: string;
  facts: Record<string, unknown>;
  /** The other rules that spoke, less strict or later in the list. */
  also?: Verdict[];
}

const strictness: Record<VerdictKind, number> = { allow: 0, ask: 1, escalate: 2, refuse: 3 };

const allowed: Verdict = { kind: 'allow', rule: 'no_objection', reason: 'No rule objects.', facts: {} };

/** A verdict and the others that spoke with it, each by itself: what the log and a proposal keep. */
export function spoken({ also = [], ...verdict }: Verdict): Verdict[] {
  return [verdict, ...also.flatMap(spoken)];
}

/** The strictest verdict wins; of equals the first. It names the others that spoke. */
export function strictest(given: readonly Verdict[]): Verdict {
  const verdicts = given.some(({ also }) => also) ? given.flatMap(spoken) : given;
  let result = allowed;
  for (const verdict of verdicts) if (strictness[verdict.kind] > strictness[result.kind]) result = verdict;
  const also = verdicts.filter((verdict) => verdict !== result && verdict.kind !== 'allow');
  return also.length > 0 ? { ...result, also } : result;
}

type Facts = Record<string, unknown>;
const when =
  (kind: VerdictKind) =>
  (condition: boolean, rule: string, reason: string, facts: Facts = {}): Verdict =>
    condition ? { kind, rule, reason, facts } : { ...allowed, rule, facts };

export const askWhen = when('ask');
export const escalateWhen = when('escalate');
export const refuseWhen = when('refuse');
