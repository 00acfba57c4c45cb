import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { instant, json, organizationId } from './columns';
import { events } from './events';

const eventId = () =>
  text('event_id')
    .notNull()
    .references(() => events.id, { onDelete: 'cascade' });

/** One row per finished or waiting run; its journal is in the agent's object. */
export const runs = sqliteTable(
  'runs',
  {
    id: text('id').primaryKey(),
    organizationId: organizationId(),
    eventId: eventId(),
    agent: text('agent').notNull(),
    trigger: text('trigger').notNull(),
    conversationId: text('conversation_id'),
    playbook: text('playbook'),
    state: text('state').notNull(),
    outcome: text('outcome'),
    model: text('model').notNull(),
    iterations: integer('iterations').notNull(),
    inputTokens: integer('input_tokens').notNull(),
    outputTokens: integer('output_tokens').notNull(),
    startedAt: instant('started_at').notNull(),
    finishedAt: instant('finished_at'),
  },
  (t) => [index('runs_event').on(t.organizationId, t.eventId, t.startedAt)],
);

export const approvalStates = ['pending', 'approved', 'rejected', 'expired', 'executed', 'stale', 'cancelled'] as const;

export interface ApproversRequired {
  /** `all` of the people named, or so many. */
  quorum: number | 'all';
  role: 'organizer' | 'owner';
  /** User ids; null for everybody with the role. */
  people: string[] | null;
  rule: string;
}

export const approvals = sqliteTable(
  'approvals',
  {
    id: text('id').primaryKey(),
    organizationId: organizationId(),
    eventId: eventId(),
    agent: text('agent').notNull(),
    runId: text('run_id').notNull(),
    callId: text('call_id').notNull(),
    conversationId: text('conversation_id'),
    tool: text('tool').notNull(),
    /** Exactly the parsed input that will run, or the edited one after an edit. */
    input: json<Record<string, unknown>>('input').notNull(),
    preview: json<{ title: string; lines: [string, string][] }>('preview').notNull(),
    /** What asked: rule, text and the facts it read; and why the agent proposes it. */
    verdict: json<{ kind: string; rule: string; reason: string; facts: Record<string, unknown> }>('verdict').notNull(),
    reasoning: text('reasoning').notNull(),
    evidence: json<{ label: string; text: string }[]>('evidence').notNull(),
    risk: json<{ score: number; parts: Record<string, number> }>('risk').notNull(),
    /** SHA-256 over tool, input, preview, facts that bind it and policy version. */
    hash: text('hash').notNull(),
    /** Names and values of the facts that must not have moved when it executes. */
    boundFacts: json<Record<string, unknown>>('bound_facts').notNull(),
    policyVersion: integer('policy_version').notNull(),
    editableFields: json<string[]>('editable_fields').notNull(),
    state: text('state', { enum: approvalStates }).notNull(),
    version: integer('version').notNull(),
    editedFrom: json<Record<string, unknown>>('edited_from'),
    /** What would go out, rendered: part of what the hash binds. */
    content: json<{ kind: string; target: string; title: string; text: string }[]>('content'),
    /** How many of whom must approve, and the rule that says so. */
    required: json<ApproversRequired>('required'),
    /** The person who asked an agent for it; nobody approves their own wish. Null when the agent proposed it by itself. */
    requestedBy: text('requested_by'),
    remindersSent: integer('reminders_sent').notNull().default(0),
    nextReminderAt: instant('next_reminder_at'),
    decidedBy: text('decided_by'),
    decidedAt: instant('decided_at'),
    decisionReason: text('decision_reason'),
    outcome: text('outcome'),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (t) => [
    index('approvals_pending').on(t.organizationId, t.state, t.createdAt),
    index('approvals_event').on(t.organizationId, t.eventId, t.createdAt),
    index('approvals_reminder').on(t.eventId, t.state, t.nextReminderAt),
    uniqueIndex('approvals_call').on(t.runId, t.callId, t.hash),
  ],
);

/** One vote of a person on one version of a proposal; an edit makes a new version, which is voted on anew. */
export const approvalVotes = sqliteTable(
  'approval_votes',
  {
    id: text('id').primaryKey(),
    organizationId: organizationId(),
    eventId: eventId(),
    approvalId: text('approval_id')
      .notNull()
      .references(() => approvals.id, { onDelete: 'cascade' }),
    version: integer('version').notNull(),
    /** User id or `key:<id>`. */
    actor: text('actor').notNull(),
    /** Whose right was used: the actor, or who delegated it. */
    onBehalfOf: text('on_behalf_of').notNull(),
    decision: text('decision', { enum: ['approve', 'reject'] }).notNull(),
    reason: text('reason'),
    /** From the proposal shown to the vote. */
    tookMs: integer('took_ms'),
    at: instant('at').notNull(),
  },
  (t) => [
    uniqueIndex('approval_votes_actor').on(t.approvalId, t.version, t.actor),
    uniqueIndex('approval_votes_right').on(t.approvalId, t.version, t.onBehalfOf),
    index('approval_votes_event').on(t.organizationId, t.eventId, t.at),
  ],
);

/** Somebody decides for somebody else for a while. */
export const delegations = sqliteTable(
  'delegations',
  {
    id: text('id').primaryKey(),
    organizationId: organizationId(),
    fromUser: text('from_user').notNull(),
    toUser: text('to_user').notNull(),
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    revokedAt: instant('revoked_at'),
  },
  (t) => [index('delegations_to').on(t.organizationId, t.toUser, t.endsAt)],
);

export const commandStates = ['authorised', 'claimed', 'confirmed', 'failed', 'unknown', 'parked', 'cancelled', 'reconciled'] as const;
export const commandPurposes = ['service', 'ticket', 'refund', 'reminder', 'outreach', 'campaign'] as const;

/** The outbox: the truth about every outbound effect. A queue message only names a row of it. */
export const outbox = sqliteTable(
  'outbox',
  {
    id: text('id').primaryKey(),
    organizationId: organizationId(),
    eventId: eventId(),
    agent: text('agent').notNull(),
    runId: text('run_id'),
    approvalId: text('approval_id'),
    activityId: text('activity_id'),
    kind: text('kind').notNull(),
    /** Commands with one target are carried out in order: an address, an order. */
    target: text('target').notNull(),
    /** From facts of the domain: event, object, recipient, step. */
    idempotencyKey: text('idempotency_key').notNull(),
    payload: json<Record<string, unknown>>('payload').notNull(),
    /** What it is for: contact rules apply to what nobody asked for (outreach, campaign). */
    purpose: text('purpose', { enum: commandPurposes }).notNull().default('service'),
    /** What was reserved for it and is settled with it. */
    reservation: json<Reserved[]>('reservation'),
    /** Until then it can be taken back with one click, and is not carried out. */
    undoUntil: instant('undo_until'),
    state: text('state', { enum: commandStates }).notNull(),
    attempts: integer('attempts').notNull(),
    nextAttemptAt: instant('next_attempt_at').notNull(),
    leaseUntil: instant('lease_until'),
    lastError: text('last_error'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    uniqueIndex('outbox_key').on(t.organizationId, t.idempotencyKey),
    index('outbox_due').on(t.eventId, t.state, t.nextAttemptAt),
    index('outbox_target').on(t.organizationId, t.target, t.createdAt),
  ],
);

/** Every step of a command's life and what caused it. */
export const commandTransitions = sqliteTable(
  'command_transitions',
  {
    id: text('id').primaryKey(),
    organizationId: organizationId(),
    eventId: eventId(),
    commandId: text('command_id').notNull(),
    fromState: text('from_state').notNull(),
    toState: text('to_state').notNull(),
    /** What made it so, in words without personal data: the rule, the approval, the receipt, the person's id. */
    cause: text('cause').notNull(),
    attempt: integer('attempt').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [
    index('command_transitions_command').on(t.organizationId, t.commandId, t.at),
    index('command_transitions_event').on(t.organizationId, t.eventId, t.at),
  ],
);

/** A limit of one day or run: what is reserved by what is on its way, and what was spent. */
export interface Reserved {
  scope: string;
  kind: string;
  period: string;
  amount: number;
}

export const budgets = sqliteTable(
  'budgets',
  {
    organizationId: organizationId(),
    /** '' for the organization, an event, `<event>/<agent>`, or a run. */
    scope: text('scope').notNull(),
    /** tokens, money (minor units, one row a currency: `money:usd`), mails, refunds. */
    kind: text('kind').notNull(),
    /** `YYYY-MM-DD` in the event's time zone (UTC for the organization), or `run`. */
    period: text('period').notNull(),
    reserved: integer('reserved').notNull(),
    spent: integer('spent').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.organizationId, t.scope, t.kind, t.period] })],
);

/** What a service answered to a command, and what its webhooks said later. */
export const receipts = sqliteTable(
  'receipts',
  {
    id: text('id').primaryKey(),
    organizationId: organizationId(),
    commandId: text('command_id')
      .notNull()
      .references(() => outbox.id, { onDelete: 'cascade' }),
    outcome: text('outcome').notNull(),
    provider: text('provider').notNull(),
    providerRef: text('provider_ref'),
    detail: json<Record<string, unknown>>('detail').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [index('receipts_command').on(t.commandId, t.at), index('receipts_provider').on(t.provider, t.providerRef)],
);

/**
 * Addresses that get no mail. `reason` says why and is shown to the organizer. Channel `mail` holds addresses, `company`
 * domains, and `digest` the keyed digest of an erased address.
 */
export const suppressions = sqliteTable(
  'suppressions',
  {
    id: text('id').primaryKey(),
    organizationId: organizationId(),
    channel: text('channel').notNull(),
    address: text('address').notNull(),
    reason: text('reason', { enum: ['hard_bounce', 'complaint', 'opt_out', 'manual', 'erased'] }).notNull(),
    source: text('source').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [uniqueIndex('suppressions_address').on(t.organizationId, t.channel, t.address)],
);

/** Replies to HTTP writes, kept for 24 hours under the caller's Idempotency-Key. */
export const idempotencyKeys = sqliteTable(
  'idempotency_keys',
  {
    key: text('key').primaryKey(),
    organizationId: organizationId(),
    requestHash: text('request_hash').notNull(),
    /** null while the first request is under way. */
    status: integer('status'),
    body: text('body'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [index('idempotency_keys_created').on(t.createdAt)],
);

export const webhookEvents = sqliteTable('webhook_events', {
  /** Provider and the provider's own id of the notification. */
  id: text('id').primaryKey(),
  kind: text('kind').notNull(),
  receivedAt: instant('received_at').notNull(),
});
