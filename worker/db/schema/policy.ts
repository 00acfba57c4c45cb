import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { instant, json, organizationId } from './columns';
import { events } from './events';

const eventId = () =>
  text('event_id')
    .notNull()
    .references(() => events.id, { onDelete: 'cascade' });

/** Every version of a policy, forever; the latest is in force. `scope` is an agent's name, or `event`. */
export const policyVersions = sqliteTable(
  'policy_versions',
  {
    organizationId: organizationId(),
    eventId: eventId(),
    scope: text('scope').notNull(),
    version: integer('version').notNull(),
    body: json<Record<string, unknown>>('body').notNull(),
    /** Why it was changed, in the words of who changed it or of the agent's own demotion. */
    note: text('note').notNull(),
    /** User id, `key:<id>`, or `system`. */
    changedBy: text('changed_by').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.eventId, t.scope, t.version] }),
    index('policy_versions_event').on(t.organizationId, t.eventId, t.changedAt),
  ],
);

/** A proposal to let an agent do one kind of action with more or less asking. */
export const autonomyProposals = sqliteTable(
  'autonomy_proposals',
  {
    id: text('id').primaryKey(),
    organizationId: organizationId(),
    eventId: eventId(),
    agent: text('agent').notNull(),
    tool: text('tool').notNull(),
    direction: text('direction', { enum: ['promotion', 'demotion'] }).notNull(),
    state: text('state', { enum: ['pending', 'accepted', 'declined', 'in_force'] }).notNull(),
    fromAllowance: integer('from_allowance').notNull(),
    toAllowance: integer('to_allowance').notNull(),
    evidence: json<Record<string, unknown>>('evidence').notNull(),
    createdAt: instant('created_at').notNull(),
    decidedBy: text('decided_by'),
    decidedAt: instant('decided_at'),
  },
  (t) => [index('autonomy_proposals_event').on(t.organizationId, t.eventId, t.state, t.createdAt)],
);

/** A stop of one agent, of all, or of a cancelled event, and what it reached. */
export const stops = sqliteTable(
  'stops',
  {
    id: text('id').primaryKey(),
    organizationId: organizationId(),
    eventId: eventId(),
    kind: text('kind', { enum: ['agent', 'all_agents', 'event_cancelled', 'contact'] }).notNull(),
    agents: json<string[]>('agents').notNull(),
    by: text('by').notNull(),
    at: instant('at').notNull(),
    liftedAt: instant('lifted_at'),
    /** Counts and ids: held, cancelled, and what could not be stopped with its receipt. */
    result: json<Record<string, unknown>>('result').notNull(),
  },
  (t) => [index('stops_event').on(t.organizationId, t.eventId, t.at)],
);
