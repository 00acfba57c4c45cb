import { z } from 'zod';
import { AgentName, Instant, Preview } from './common';
import { Done, type Endpoints, EventParams, PageQuery, pageOf } from './endpoint';

export const ApprovalState = z.enum(['pending', 'approved', 'rejected', 'expired', 'executed', 'stale', 'cancelled']);
/** Somebody as shown: a member, or an API key. */
export const PersonRef = z.object({ id: z.string(), name: z.string() });
export type PersonRef = z.infer<typeof PersonRef>;
export const ApprovalVote = z.object({
  by: PersonRef,
  /** Whose right was used, when it was delegated: "for X". */
  onBehalfOf: PersonRef.nullable(),
  decision: z.enum(['approve', 'reject']),
  reason: z.string().nullable(),
  at: Instant,
});
export type ApprovalVote = z.infer<typeof ApprovalVote>;
const SpokenVerdict = z.object({ kind: z.string(), rule: z.string(), reason: z.string(), facts: z.record(z.string(), z.unknown()) });
export const Approval = z.object({
  id: z.string(),
  agent: AgentName,
  runId: z.string(),
  conversationId: z.string().nullable(),
  tool: z.string(),
  effect: z.string(),
  input: z.record(z.string(), z.unknown()),
  preview: Preview,
  /** `also`: the other rules that spoke. */
  verdict: SpokenVerdict.extend({ also: z.array(SpokenVerdict).optional() }),
  reasoning: z.string(),
  evidence: z.array(z.object({ label: z.string(), text: z.string() })),
  risk: z.object({ score: z.number(), parts: z.record(z.string(), z.number()) }),
  /** Editable input fields with the kind of control to show. */
  editable: z.array(z.object({ field: z.string(), label: z.string(), kind: z.enum(['text', 'multiline', 'money', 'number']) })),
  state: ApprovalState,
  version: z.number().int(),
  /** SHA-256 of everything shown and bound. Send it back with the decision. */
  hash: z.string(),
  /** What would go out, rendered: mails in full, money in words. Tokens and codes are replaced by dots. */
  content: z.array(z.object({ kind: z.string(), target: z.string(), title: z.string(), text: z.string() })),
  /** What an edit changed, against what the agent proposed. Empty when nothing was edited. */
  changes: z.array(z.object({ label: z.string(), was: z.string(), is: z.string() })),
  /** Who must approve, and the rule that says so. `needed` is how many approvals it takes; `problem` says when the members there are cannot give them. */
  required: z.object({
    quorum: z.union([z.number().int(), z.literal('all')]),
    needed: z.number().int(),
    role: z.enum(['organizer', 'owner']),
    people: z.array(PersonRef).nullable(),
    rule: z.string(),
    problem: z.string().nullable(),
  }),
  /** Votes on this version so far. */
  votes: z.array(ApprovalVote),
  /** Who may still vote, with own or delegated right (`onBehalfOf`). Empty once decided. */
  deciders: z.array(z.object({ by: PersonRef, onBehalfOf: PersonRef.nullable() })),
  /** Whether the caller may vote now, and why not. Null in frames of the socket, which go to everybody: look in `deciders`. */
  mayDecide: z.boolean().nullable(),
  whyNot: z.string().nullable(),
  /** The person who asked an agent for it; nobody approves their own wish. */
  requestedBy: PersonRef.nullable(),
  reminders: z.object({ sent: z.number().int(), nextAt: Instant.nullable() }),
  decidedBy: z.string().nullable(),
  decidedAt: Instant.nullable(),
  decisionReason: z.string().nullable(),
  /** What happened when it was carried out, or what moved so that it asks again. */
  outcome: z.string().nullable(),
  createdAt: Instant,
  expiresAt: Instant,
});
export type Approval = z.infer<typeof Approval>;

export const Decision = z.object({
  decision: z.enum(['approve', 'reject']),
  /** The version that was looked at; another version means that something moved. */
  version: z.number().int(),
  /** The `hash` that was looked at; another one is a conflict. */
  hash: z.string().max(100).optional(),
  reason: z.string().trim().max(500).optional(),
  /** Edited input, declared fields only. An edit is a new version, on which the vote of whoever edited is the first. */
  input: z.record(z.string(), z.unknown()).optional(),
  /** Decide for somebody who delegated their right to the caller: their user id. The caller's own right by default. */
  onBehalfOf: z.string().max(60).optional(),
  /** From the proposal shown on the screen to this decision. */
  tookMs: z.number().int().min(0).max(604_800_000).optional(),
});
export type Decision = z.infer<typeof Decision>;

export const ActivityRow = z.object({
  id: z.string(),
  agent: AgentName,
  activityType: z.string(),
  tool: z.string().nullable(),
  status: z.enum(['success', 'failed', 'pending', 'escalated']),
  reasoning: z.string().nullable(),
  autonomous: z.boolean(),
  requiredHumanReview: z.boolean(),
  escalationReason: z.string().nullable(),
  verdict: z.string().nullable(),
  rule: z.string().nullable(),
  durationMs: z.number().nullable(),
  tokens: z.number().nullable(),
  conversationId: z.string().nullable(),
  runId: z.string().nullable(),
  createdAt: Instant,
});
export type ActivityRow = z.infer<typeof ActivityRow>;
export const CommandView = z.object({
  id: z.string(),
  kind: z.string(),
  target: z.string(),
  state: z.enum(['authorised', 'claimed', 'confirmed', 'failed', 'unknown', 'parked', 'cancelled', 'reconciled']),
  purpose: z.string(),
  /** The approval that let it through, if one did. */
  approvalId: z.string().nullable(),
  /** Until then it can be taken back. */
  undoUntil: Instant.nullable(),
  attempts: z.number(),
  lastError: z.string().nullable(),
  createdAt: Instant,
  updatedAt: Instant,
  receipts: z.array(
    z.object({
      outcome: z.string(),
      provider: z.string(),
      providerRef: z.string().nullable(),
      detail: z.record(z.string(), z.unknown()),
      at: Instant,
    }),
  ),
  /** Every step of its life and what caused it, oldest first. */
  transitions: z.array(z.object({ from: z.string(), to: z.string(), cause: z.string(), attempt: z.number().int(), at: Instant })),
});
export type CommandView = z.infer<typeof CommandView>;
export const ActivityDetail = ActivityRow.extend({
  input: z.record(z.string(), z.unknown()).nullable(),
  output: z.record(z.string(), z.unknown()).nullable(),
  errorMessage: z.string().nullable(),
  model: z.string().nullable(),
  approvalId: z.string().nullable(),
  commands: z.array(CommandView),
});
export type ActivityDetail = z.infer<typeof ActivityDetail>;

export const MailView = z.object({
  id: z.string(),
  eventId: z.string().nullable(),
  from: z.string(),
  to: z.array(z.string()),
  subject: z.string(),
  at: Instant,
});
export type MailView = z.infer<typeof MailView>;
export const MailDetail = MailView.extend({
  headers: z.record(z.string(), z.string()),
  text: z.string(),
  /** Shown in a sandboxed frame only. */
  html: z.string(),
  attachments: z.array(z.object({ filename: z.string(), contentType: z.string(), base64: z.string(), contentId: z.string().optional() })),
});
export type MailDetail = z.infer<typeof MailDetail>;
export const Suppression = z.object({
  id: z.string(),
  /** `mail`: an address; `company`: a domain, for outreach and campaigns; `digest`: somebody who was erased. */
  channel: z.enum(['mail', 'company', 'digest']),
  address: z.string(),
  reason: z.enum(['hard_bounce', 'complaint', 'opt_out', 'manual', 'erased']),
  source: z.string(),
  createdAt: Instant,
});
export type Suppression = z.infer<typeof Suppression>;

const ApprovalParams = EventParams.extend({ approvalId: z.string().min(1).max(60) });

export const workEndpoints = {
  'GET /events/{eventId}/approvals': {
    summary: 'Actions that wait for a person, or were decided',
    access: 'viewer',
    params: EventParams,
    query: PageQuery.extend({ state: ApprovalState.optional() }),
    response: pageOf(Approval),
  },
  'GET /events/{eventId}/approvals/{approvalId}': { summary: 'One approval', access: 'viewer', params: ApprovalParams, response: Approval },
  'POST /events/{eventId}/approvals/{approvalId}/decision': {
    summary: 'Vote: approve, edit and approve, or reject. One rejection rejects; enough approvals approve',
    access: 'organizer',
    params: ApprovalParams,
    body: Decision,
    response: Approval,
  },
  'POST /events/{eventId}/approvals/decisions': {
    summary: 'Decide several at once, each on its own',
    access: 'organizer',
    params: EventParams,
    body: z.object({
      decisions: z
        .array(Decision.extend({ id: z.string().max(60) }))
        .min(1)
        .max(100),
    }),
    response: z.object({ items: z.array(z.object({ id: z.string(), approval: Approval.optional(), problem: z.string().optional() })) }),
  },
  'GET /events/{eventId}/activities': {
    summary: 'What the agents did, latest first',
    access: 'viewer',
    params: EventParams,
    query: PageQuery.extend({
      agent: AgentName.optional(),
      type: z.string().max(60).optional(),
      status: z.enum(['success', 'failed', 'pending', 'escalated']).optional(),
    }),
    response: pageOf(ActivityRow),
  },
  'GET /events/{eventId}/activities/{activityId}': {
    summary: 'One action in full',
    access: 'viewer',
    params: EventParams.extend({ activityId: z.string().min(1).max(60) }),
    response: ActivityDetail,
  },
  'GET /events/{eventId}/commands': {
    summary: 'Outbound effects, latest first',
    access: 'viewer',
    params: EventParams,
    query: PageQuery.extend({ state: CommandView.shape.state.optional() }),
    response: pageOf(CommandView),
  },
  'POST /events/{eventId}/commands/{commandId}/settle': {
    summary: 'Decide on an effect that is unknown or parked: it happened, it did not, or try again',
    access: 'organizer',
    params: EventParams.extend({ commandId: z.string().min(1).max(60) }),
    body: z.object({ as: z.enum(['happened', 'did_not_happen', 'try_again']), reason: z.string().trim().min(1).max(500) }),
    response: CommandView,
  },
  'GET /mailbox': {
    summary: 'Mails that would have gone out (only while mail has its stand-in)',
    access: 'viewer',
    query: PageQuery.extend({ eventId: z.string().max(60).optional() }),
    response: pageOf(MailView),
  },
  'GET /mailbox/{mailId}': {
    summary: 'One mail, rendered',
    access: 'viewer',
    params: z.object({ mailId: z.string().min(1).max(60) }),
    response: MailDetail,
  },
  'GET /suppressions': { summary: 'Addresses that get no mail', access: 'viewer', query: PageQuery, response: pageOf(Suppression) },
  'POST /suppressions': {
    summary: 'Stop mail to an address, or outreach to a whole company by its domain',
    access: 'organizer',
    body: z.union([
      z.object({ address: z.email().max(254).toLowerCase() }),
      z.object({ companyDomain: z.hostname().max(253).toLowerCase() }),
    ]),
    response: Suppression,
  },
  'DELETE /suppressions/{id}': {
    summary: 'Allow mail to an address again',
    access: 'organizer',
    params: z.object({ id: z.string().max(60) }),
    response: Done,
  },
} satisfies Endpoints;
