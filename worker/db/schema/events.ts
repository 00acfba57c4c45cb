import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { instant, json, organizationId } from './columns';

export type RefundStep = { until: string; percent: number };

export const events = sqliteTable(
  'events',
  {
    id: text('id').primaryKey(),
    organizationId: organizationId(),
    name: text('name').notNull(),
    /** Local date-times in `timeZone`, `YYYY-MM-DDTHH:MM`. */
    startsAt: text('starts_at').notNull(),
    endsAt: text('ends_at').notNull(),
    timeZone: text('time_zone').notNull(),
    venue: text('venue').notNull().default(''),
    capacity: integer('capacity'),
    currency: text('currency').notNull(),
    refundPolicy: json<RefundStep[]>('refund_policy').notNull(),
    brandColor: text('brand_color').notNull(),
    contactEmail: text('contact_email').notNull(),
    websiteUrl: text('website_url'),
    /** Origins that may load the widget; empty means only the product's own demo page. */
    allowedOrigins: json<string[]>('allowed_origins').notNull(),
    clock: text('clock', { enum: ['real', 'virtual'] }).notNull(),
    /** The virtual clock's reading; null on a real clock. */
    clockNow: instant('clock_now'),
    state: text('state', { enum: ['active', 'cancelled', 'past'] }).notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [index('events_organization').on(t.organizationId, t.startsAt)],
);

/** Mode, dial and limits of one agent of one event; `version` is the policy version that approvals are bound to. */
export const agentSettings = sqliteTable(
  'agent_settings',
  {
    organizationId: organizationId(),
    eventId: text('event_id')
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    agent: text('agent').notNull(),
    mode: text('mode', { enum: ['full_auto', 'assisted', 'review_only'] }).notNull(),
    autonomy: integer('autonomy').notNull(),
    paused: integer('paused', { mode: 'boolean' }).notNull(),
    limits: json<Record<string, number>>('limits').notNull(),
    /** Points of risk that one kind of action (a tool) may have above the dial: earned, and lost at once. */
    allowances: json<Record<string, number>>('allowances').notNull().default({}),
    version: integer('version').notNull(),
    updatedAt: instant('updated_at').notNull(),
    updatedBy: text('updated_by').notNull(),
  },
  (t) => [primaryKey({ columns: [t.eventId, t.agent] }), index('agent_settings_organization').on(t.organizationId)],
);

export const settings = sqliteTable(
  'settings',
  {
    organizationId: organizationId(),
    /** An event's id, or '' for the organization itself. */
    scope: text('scope').notNull(),
    key: text('key').notNull(),
    value: json<unknown>('value').notNull(),
    updatedAt: instant('updated_at').notNull(),
    updatedBy: text('updated_by').notNull(),
  },
  (t) => [primaryKey({ columns: [t.organizationId, t.scope, t.key] })],
);
