import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
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
    uniqueIndex('approvals_call').on(t.runId, t.callId, t.hash),
  ],
);

export const commandStates = ['authorised', 'claimed', 'confirmed', 'failed', 'unknown', 'parked', 'cancelled'] as const;

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

/** Addresses that get no mail. `reason` says why and is shown to the organizer. */
export const suppressions = sqliteTable(
  'suppressions',
  {
    id: text('id').primaryKey(),
    organizationId: organizationId(),
    channel: text('channel').notNull(),
    address: text('address').notNull(),
    reason: text('reason', { enum: ['hard_bounce', 'complaint', 'opt_out', 'manual'] }).notNull(),
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
