import { type Amount, formatAmount } from '../money';
import type { Verdict, VerdictKind } from './verdict';

/**
 * A rule as data: what it says, the facts it reads, the setting that moves it. It cannot read another fact than those
 * it names, and its verdict shows exactly those.
 */
export interface Rule<in F> {
  readonly id: string;
  readonly verdict: Exclude<VerdictKind, 'allow'>;
  /** One line for people: when it speaks and what follows. */
  readonly says: string;
  readonly reads: readonly string[];
  /** Path of the setting that moves it, e.g. `agent.limits.mailsPerDay`; null when it always holds. */
  readonly setting: string | null;
  /** Its verdict on these facts, or null when it has nothing to say. */
  readonly judge: (facts: F) => Verdict | null;
}

interface Definition<F, K extends keyof F & string> {
  id: string;
  verdict: Exclude<VerdictKind, 'allow'>;
  says: string;
  reads: readonly K[];
  setting?: string;
  applies(facts: Pick<F, K>): boolean;
  reason(facts: Pick<F, K>): string;
}

/** Declares rules over facts of one kind: `const rule = rulesOn<RefundFacts>()`, then `rule({ reads: ['amount'], … })`. */
export function rulesOn<F extends object>() {
  return <const K extends keyof F & string>(definition: Definition<F, K>): Rule<F> => {
    const { id, verdict, says, reads, setting = null } = definition;
    return {
      id,
      verdict,
      says,
      reads,
      setting,
      judge(facts) {
        const own = only(facts, reads);
        return definition.applies(own) ? { kind: verdict, rule: id, reason: definition.reason(own), facts: shown(own) } : null;
      },
    };
  };
}

/** The rules of two lists, over the facts of both. */
export function both<A, B>(first: readonly Rule<A>[], second: readonly Rule<B>[]): readonly Rule<A & B>[] {
  return [...first, ...second];
}

/** Every rule that spoke, in the order of the list. */
export function evaluate<F>(rules: readonly Rule<F>[], facts: F): Verdict[] {
  const spoke: Verdict[] = [];
  for (const rule of rules) {
    const verdict = rule.judge(facts);
    if (verdict) spoke.push(verdict);
  }
  return spoke;
}

function only<F extends object, K extends keyof F & string>(facts: F, reads: readonly K[]): Pick<F, K> {
  const own: Partial<Pick<F, K>> = {};
  for (const name of reads) own[name] = facts[name];
  // Every name of K was copied.
  return own as Pick<F, K>;
}

/** Facts as a person reads them: money with its currency, the rest as it is. */
function shown(facts: object): Record<string, unknown> {
  const texts: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(facts)) texts[name] = isMoney(value) ? formatAmount(value) : value;
  return texts;
}

function isMoney(value: unknown): value is Amount {
  return (
    typeof value === 'object' &&
    value !== null &&
    'minor' in value &&
    'currency' in value &&
    typeof value.minor === 'number' &&
    typeof value.currency === 'string'
  );
}
