import { z } from 'zod';
import { AgentName, Instant } from './common';
import { type Endpoints, EventParams } from './endpoint';

/** An agent's name, or `event` for what holds for all agents of an event. */
export const PolicyScope = z.enum([...AgentName.options, 'event']);
export type PolicyScope = z.infer<typeof PolicyScope>;

/** An `AgentPolicyBody`, or an `EventPolicy` in scope `event`: checked against the scope it is sent to. */
const Body = z.record(z.string(), z.unknown());

export const PolicyVersion = z.object({
  scope: PolicyScope,
  version: z.number().int(),
  body: Body,
  note: z.string(),
  /** User id, `key:<id>`, or `system`; '' for the first, which nobody wrote. */
  changedBy: z.string(),
  changedAt: Instant.nullable(),
});
export type PolicyVersion = z.infer<typeof PolicyVersion>;

export const CurrentPolicy = PolicyVersion.extend({
  /** Ids of the rules that hold in this scope; `GET /policy-rules` says what they are. */
  rules: z.array(z.string()),
});
export type CurrentPolicy = z.infer<typeof CurrentPolicy>;

export const PolicyChange = z.object({ path: z.string(), from: z.unknown(), to: z.unknown() });

const Verdict = z.object({ kind: z.enum(['allow', 'ask', 'escalate', 'refuse']), rule: z.string() });
export const PolicyPreview = z.object({
  changes: z.array(PolicyChange),
  /** Waiting proposals whose verdict would be another. */
  pending: z.array(z.object({ approvalId: z.string(), title: z.string(), before: Verdict, after: Verdict })),
  /** How many waiting proposals were judged again. */
  judged: z.number().int(),
  /** Why this policy cannot be saved; empty when it can. */
  problems: z.array(z.object({ path: z.string(), message: z.string() })),
});
export type PolicyPreview = z.infer<typeof PolicyPreview>;

export const PolicyRule = z.object({
  id: z.string(),
  verdict: z.enum(['ask', 'escalate', 'refuse']),
  says: z.string(),
  /** Names of the facts it reads, which are those it shows. */
  reads: z.array(z.string()),
  /** Path of the setting that moves it, e.g. `agent.limits.mailsPerDay`; null when it always holds. */
  setting: z.string().nullable(),
  tools: z.array(z.object({ agent: AgentName, tool: z.string() })),
});
export type PolicyRule = z.infer<typeof PolicyRule>;

export const Budget = z.object({
  scope: z.enum(['agent', 'event', 'organization']),
  agent: AgentName.nullable(),
  /** `mails`, `refunds`, `tokens`, or `money:<currency>` in its minor units. */
  kind: z.string(),
  /** `YYYY-MM-DD`, in the event's time zone (UTC for the organization). */
  period: z.string(),
  /** null: no limit is set. */
  limit: z.number().nullable(),
  reserved: z.number(),
  spent: z.number(),
  left: z.number().nullable(),
  /** Path of the setting that holds the limit. */
  setting: z.string(),
});
export type Budget = z.infer<typeof Budget>;

/** Limits of the organization and day, over all its events; null sets none. */
export const OrganizationLimits = z.strictObject({
  tokensPerDay: z.number().int().min(0).max(1e12).nullable().default(null),
  mailsPerDay: z.number().int().min(0).max(1e9).nullable().default(null),
  refundsPerDay: z.number().int().min(0).max(1e9).nullable().default(null),
  /** In minor units of each currency. */
  refundMinorPerDay: z.number().int().min(0).max(1e12).nullable().default(null),
});
export type OrganizationLimits = z.infer<typeof OrganizationLimits>;

const ScopeParams = EventParams.extend({ scope: PolicyScope });
const Note = z.string().trim().min(1, 'must say why').max(500);

export const policiesEndpoints = {
  'GET /events/{eventId}/policies': {
    summary: 'The policy in force of each agent and of the event',
    access: 'viewer',
    params: EventParams,
    response: z.object({ items: z.array(CurrentPolicy) }),
  },
  'GET /events/{eventId}/policies/{scope}/versions': {
    summary: 'Every version of a policy, latest first',
    access: 'viewer',
    params: ScopeParams,
    response: z.object({ items: z.array(PolicyVersion) }),
  },
  'POST /events/{eventId}/policies/{scope}/preview': {
    summary: 'What a changed policy would change: settings, and proposals that wait',
    access: 'organizer',
    params: ScopeParams,
    body: z.object({ body: Body }),
    response: PolicyPreview,
  },
  'PUT /events/{eventId}/policies/{scope}': {
    summary: 'Put a changed policy in force; `version` is the one that was looked at',
    access: 'organizer',
    params: ScopeParams,
    body: z.object({ body: Body, note: Note, version: z.number().int() }),
    response: CurrentPolicy,
  },
  'POST /events/{eventId}/policies/{scope}/rollback': {
    summary: 'Put an earlier version in force again, as a new version',
    access: 'organizer',
    params: ScopeParams,
    body: z.object({
      /** The version to go back to. */
      version: z.number().int(),
      note: Note,
    }),
    response: CurrentPolicy,
  },
  'GET /policy-rules': {
    summary: 'Every rule: what it says, what it reads, which setting moves it, which tools it holds for',
    access: 'viewer',
    response: z.object({ items: z.array(PolicyRule) }),
  },
  'GET /events/{eventId}/budgets': {
    summary: "Today's limits: reserved, spent and left",
    access: 'viewer',
    params: EventParams,
    response: z.object({ items: z.array(Budget) }),
  },
  'GET /limits': { summary: 'Limits of the organization and day', access: 'viewer', response: OrganizationLimits },
  'PUT /limits': {
    summary: 'Set limits of the organization and day',
    access: 'owner',
    body: OrganizationLimits,
    response: OrganizationLimits,
  },
} satisfies Endpoints;
export { AgentPolicyBody } from '../core/policy/agent-policy';
export { EventPolicy } from '../core/policy/event-policy';
