import { z } from 'zod';
import { AgentName, Instant } from './common';
import { type Endpoints, EventParams } from './endpoint';

export const AutonomyProposal = z.object({
  id: z.string(),
  agent: AgentName,
  tool: z.string(),
  direction: z.enum(['promotion', 'demotion']),
  /** `in_force`: a demotion, which waits for nobody. */
  state: z.enum(['pending', 'accepted', 'declined', 'in_force']),
  fromAllowance: z.number().int(),
  toAllowance: z.number().int(),
  /** Why, and the figures it rests on. */
  evidence: z.record(z.string(), z.unknown()),
  createdAt: Instant,
  decidedBy: z.string().nullable(),
  decidedAt: Instant.nullable(),
});
export type AutonomyProposal = z.infer<typeof AutonomyProposal>;

export const AutonomyRecord = z.object({
  agent: AgentName,
  tool: z.string(),
  effect: z.string(),
  /** Proposals that people decided within the window, and how. */
  decided: z.number().int(),
  approved: z.number().int(),
  edited: z.number().int(),
  rejected: z.number().int(),
  /** Done and then taken back: undone, or found not to have happened. Within 30 days. */
  reversed: z.number().int(),
  /** Done, with or without asking, within the window. */
  volume: z.number().int(),
  /** 0 to 1; an edited approval counts half. null without decisions. */
  agreement: z.number().nullable(),
  /** Lower end of the 95 % Wilson interval of the agreement. */
  lowerBound: z.number(),
  medianDecisionMs: z.number().nullable(),
  /** People seem to approve without looking. */
  rubberStamping: z.object({ rule: z.enum(['quick_median', 'burst']), text: z.string() }).nullable(),
  /** Points of risk above the dial that this kind of action has. */
  allowance: z.number().int(),
  /** What a promotion still needs, in words; empty when it has all. */
  missing: z.array(z.string()),
  proposal: AutonomyProposal.nullable(),
});
export type AutonomyRecord = z.infer<typeof AutonomyRecord>;

export const autonomyEndpoints = {
  'GET /events/{eventId}/autonomy': {
    summary: 'How far people agree with each agent, by kind of action, and what follows',
    access: 'viewer',
    params: EventParams,
    response: z.object({
      windowDays: z.number().int(),
      items: z.array(AutonomyRecord),
      /** Promotions and demotions, latest first. */
      history: z.array(AutonomyProposal),
    }),
  },
  'POST /events/{eventId}/autonomy/{id}/decision': {
    summary: 'Accept or decline a promotion that an agent has earned',
    access: 'owner',
    params: EventParams.extend({ id: z.string().min(1).max(60) }),
    body: z.object({ decision: z.enum(['accept', 'decline']) }),
    response: AutonomyProposal,
  },
} satisfies Endpoints;
