import { sql } from 'drizzle-orm';
import { check, index, integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { instant, json, organizationId } from './columns';
import { events } from './events';

/** Kinds of activity by agent: the check constraint of each table and the contract of `defineTool`. */
export const activityTypes = {
  sales: [
    'prospect_search',
    'lead_qualification',
    'proposal_generation',
    'email_sent',
    'follow_up_sent',
    'meeting_scheduled',
    'crm_update',
    'linkedin_search',
    'engagement_analysis',
  ],
  marketing: [
    'content_generation',
    'post_scheduled',
    'campaign_analyzed',
    'email_sent',
    'ab_test_started',
    'timing_optimized',
    'audience_segmented',
    'metrics_monitored',
    'campaign_optimized',
  ],
  operations: [
    'deliverables_checked',
    'reminder_sent',
    'issue_escalated',
    'ticket_sales_monitored',
    'budget_tracked',
    'status_report_generated',
  ],
  support: [
    'knowledge_search',
    'ticket_lookup',
    'ticket_resent',
    'ticket_transferred',
    'refund_processed',
    'human_escalation',
    'question_answered',
    'question_declined',
    'code_sent',
    'identity_verified',
    'transfer_undone',
  ],
  analytics: [
    'database_queried',
    'attendance_predicted',
    'revenue_analyzed',
    'anomalies_identified',
    'actions_recommended',
    'report_generated',
  ],
} as const;

export type AgentName = keyof typeof activityTypes;
export type ActivityType = (typeof activityTypes)[AgentName][number];

/** Columns of the specification, and what ties a row to its run, verdict and command. */
const common = () => ({
  id: text('id').primaryKey(),
  organizationId: organizationId(),
  eventId: text('event_id').references(() => events.id, { onDelete: 'cascade' }),
  agentId: text('agent_id').notNull(),
  agentVersion: text('agent_version'),
  activityType: text('activity_type').notNull(),
  inputData: json<Record<string, unknown>>('input_data'),
  outputData: json<Record<string, unknown>>('output_data'),
  status: text('status', { enum: ['success', 'failed', 'pending', 'escalated'] })
    .notNull()
    .default('success'),
  errorMessage: text('error_message'),
  autonomous: integer('autonomous', { mode: 'boolean' }).notNull().default(true),
  requiredHumanReview: integer('required_human_review', { mode: 'boolean' }).notNull().default(false),
  escalationReason: text('escalation_reason'),
  durationMs: integer('duration_ms'),
  llmTokensUsed: integer('llm_tokens_used'),
  createdAt: instant('created_at').notNull(),
  runId: text('run_id'),
  callId: text('call_id'),
  tool: text('tool'),
  conversationId: text('conversation_id'),
  approvalId: text('approval_id'),
  verdict: text('verdict'),
  rule: text('rule'),
  model: text('model'),
});

const oneOf = (agent: AgentName) => sql.raw(`activity_type IN (${activityTypes[agent].map((type) => `'${type}'`).join(', ')})`);

export const agentSalesActivities = sqliteTable(
  'agent_sales_activities',
  { ...common(), reasoning: text('reasoning'), sponsorId: text('sponsor_id'), proposalId: text('proposal_id') },
  (t) => [
    check('sales_activity_type', oneOf('sales')),
    index('idx_sales_activities_event').on(t.organizationId, t.eventId, t.createdAt),
    index('idx_sales_activities_sponsor').on(t.sponsorId, t.createdAt),
    index('idx_sales_activities_type').on(t.activityType),
    index('idx_sales_activities_escalated').on(t.requiredHumanReview).where(sql`required_human_review = 1`),
  ],
);

export const agentMarketingActivities = sqliteTable(
  'agent_marketing_activities',
  {
    ...common(),
    campaignId: text('campaign_id'),
    optimizationReasoning: text('optimization_reasoning'),
    metricsBefore: json<Record<string, number>>('metrics_before'),
    metricsAfter: json<Record<string, number>>('metrics_after'),
    performanceImprovement: real('performance_improvement'),
  },
  (t) => [
    check('marketing_activity_type', oneOf('marketing')),
    index('idx_marketing_activities_event').on(t.organizationId, t.eventId, t.createdAt),
    index('idx_marketing_activities_campaign').on(t.campaignId, t.createdAt),
    index('idx_marketing_activities_type').on(t.activityType),
  ],
);

export const agentOperationsActivities = sqliteTable(
  'agent_operations_activities',
  { ...common(), reasoning: text('reasoning'), deliverableId: text('deliverable_id'), vendorId: text('vendor_id') },
  (t) => [
    check('operations_activity_type', oneOf('operations')),
    index('idx_operations_activities_event').on(t.organizationId, t.eventId, t.createdAt),
    index('idx_operations_activities_type').on(t.activityType),
  ],
);

export const agentSupportActivities = sqliteTable(
  'agent_support_activities',
  { ...common(), reasoning: text('reasoning'), orderId: text('order_id'), ticketId: text('ticket_id') },
  (t) => [
    check('support_activity_type', oneOf('support')),
    index('idx_support_activities_event').on(t.organizationId, t.eventId, t.createdAt),
    index('idx_support_activities_conversation').on(t.organizationId, t.conversationId),
    index('idx_support_activities_type').on(t.activityType),
    index('idx_support_activities_escalated').on(t.requiredHumanReview).where(sql`required_human_review = 1`),
  ],
);

export const agentAnalyticsActivities = sqliteTable('agent_analytics_activities', { ...common(), reasoning: text('reasoning') }, (t) => [
  check('analytics_activity_type', oneOf('analytics')),
  index('idx_analytics_activities_event').on(t.organizationId, t.eventId, t.createdAt),
  index('idx_analytics_activities_type').on(t.activityType),
]);
