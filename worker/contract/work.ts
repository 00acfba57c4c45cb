import { z } from 'zod';
import { AgentName, Instant, Preview } from './common';
import { Done, type Endpoints, EventParams, PageQuery, pageOf } from './endpoint';

export const ApprovalState = z.enum(['pending', 'approved', 'rejected', 'expired', 'executed', 'stale', 'cancelled']);
export const Approval = z.object({
  id: z.string(),
  agent: AgentName,
  runId: z.string(),
  conversationId: z.string().nullable(),
  tool: z.string(),
  effect: z.string(),
  input: z.record(z.string(), z.unknown()),
  preview: Preview,
  verdict: z.object({ kind: z.string(), rule: z.string(), reason: z.string(), facts: z.record(z.string(), z.unknown()) }),
  reasoning: z.string(),
  evidence: z.array(z.object({ label: z.string(), text: z.string() })),
  risk: z.object({ score: z.number(), parts: z.record(z.string(), z.number()) }),
  /** Editable input fields with the kind of control to show. */
  editable: z.array(z.object({ field: z.string(), label: z.string(), kind: z.enum(['text', 'multiline', 'money', 'number']) })),
  state: ApprovalState,
  version: z.number().int(),
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
  reason: z.string().trim().max(500).optional(),
  /** Edited input, declared fields only. */
  input: z.record(z.string(), z.unknown()).optional(),
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
    summary: 'Approve, edit and approve, or reject; the first decision counts',
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
    summary: 'Stop mail to an address',
    access: 'organizer',
    body: z.object({ address: z.email().max(254).toLowerCase() }),
    response: Suppression,
  },
  'DELETE /suppressions/{id}': {
    summary: 'Allow mail to an address again',
    access: 'organizer',
    params: z.object({ id: z.string().max(60) }),
    response: Done,
  },
} satisfies Endpoints;
