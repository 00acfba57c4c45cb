import { z } from 'zod';

export const AgentMode = z.enum(['full_auto', 'assisted', 'review_only']);
export type AgentMode = z.infer<typeof AgentMode>;

/** The versioned policy of one agent. A pause is a state and no part of it: no rollback wakes a paused agent. */
export const AgentPolicyBody = z.strictObject({
  mode: AgentMode,
  /** The dial, 0 to 100: up to this risk the agent acts alone. */
  autonomy: z.number().int().min(0).max(100),
  /** Named limits with their unit in the name, e.g. `refundPerOrderMinor`, `mailsPerDay`. */
  limits: z.record(z.string().max(60), z.number().int().min(0).max(1e12)),
  /** Points of risk above the dial, by tool: earned, or given by an owner. */
  allowances: z.record(z.string().max(60), z.number().int().min(0).max(100)).default({}),
});
export type AgentPolicyBody = z.infer<typeof AgentPolicyBody>;

const strictness: Record<AgentMode, number> = { full_auto: 0, assisted: 1, review_only: 2 };

/**
 * A policy with some parts changed, the limits one by one. A stricter mode or a lower dial takes allowances back unless
 * the change names them: they were earned under another.
 */
export function withChange(before: AgentPolicyBody, change: Partial<AgentPolicyBody>): AgentPolicyBody {
  const after = { ...before, ...change, limits: { ...before.limits, ...change.limits } };
  const stricter = strictness[after.mode] > strictness[before.mode] || after.autonomy < before.autonomy;
  return stricter && !change.allowances ? { ...after, allowances: {} } : after;
}
