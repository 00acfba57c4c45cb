/** One rule that spoke, as the log keeps it. */
export interface SpokenRule {
  kind: string;
  rule: string;
  reason: string;
  facts: Record<string, unknown>;
}

/** The rules that spoke on an action, as its output lists them; empty for one that lists none. Pure. */
export function spokenRules(output: Record<string, unknown> | null): SpokenRule[] {
  return Array.isArray(output?.rules) ? output.rules.filter(isSpoken) : [];
}

function isSpoken(value: unknown): value is SpokenRule {
  return (
    typeof value === 'object' &&
    value !== null &&
    'rule' in value &&
    typeof value.rule === 'string' &&
    'reason' in value &&
    typeof value.reason === 'string' &&
    'facts' in value &&
    typeof value.facts === 'object' &&
    value.facts !== null
  );
}
