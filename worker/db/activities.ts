import type { BatchItem } from 'drizzle-orm/batch';
import type { AgentName } from '../contract/common';
import type { Activity } from '../ports/commit';
import type { Database } from './database';
import {
  agentAnalyticsActivities,
  agentMarketingActivities,
  agentOperationsActivities,
  agentSalesActivities,
  agentSupportActivities,
} from './schema';

export const activityTables = {
  sales: agentSalesActivities,
  marketing: agentMarketingActivities,
  operations: agentOperationsActivities,
  support: agentSupportActivities,
  analytics: agentAnalyticsActivities,
} as const satisfies Record<AgentName, unknown>;

/** Insert of one activity; a repeat of the same id changes nothing, so that batches may be sent again. */
export function activityInsert(db: Database, organizationId: string, eventId: string, activity: Activity): BatchItem<'sqlite'> {
  const row = activityRow(organizationId, eventId, activity);
  switch (activity.agent) {
    case 'sales':
      return db
        .insert(agentSalesActivities)
        .values({ ...row, reasoning: activity.reasoning })
        .onConflictDoNothing();
    case 'marketing':
      return db
        .insert(agentMarketingActivities)
        .values({ ...row, optimizationReasoning: activity.reasoning })
        .onConflictDoNothing();
    case 'operations':
      return db
        .insert(agentOperationsActivities)
        .values({ ...row, reasoning: activity.reasoning })
        .onConflictDoNothing();
    case 'support':
      return db
        .insert(agentSupportActivities)
        .values(supportRow(organizationId, eventId, activity))
        .onConflictDoNothing();
    case 'analytics':
      return db
        .insert(agentAnalyticsActivities)
        .values({ ...row, reasoning: activity.reasoning })
        .onConflictDoNothing();
  }
}

/** The columns that all five logs share. */
function activityRow(organizationId: string, eventId: string, activity: Activity) {
  return {
    id: activity.id,
    organizationId,
    eventId,
    agentId: `${activity.agent}_agent`,
    agentVersion: activity.agentVersion,
    activityType: activity.activityType,
    inputData: activity.input,
    outputData: activity.output,
    status: activity.status,
    errorMessage: activity.errorMessage,
    autonomous: activity.autonomous,
    requiredHumanReview: activity.requiredHumanReview,
    escalationReason: activity.escalationReason,
    durationMs: activity.durationMs,
    llmTokensUsed: activity.tokens,
    createdAt: activity.createdAt,
    runId: activity.runId,
    callId: activity.callId,
    tool: activity.tool,
    conversationId: activity.conversationId,
    approvalId: activity.approvalId,
    verdict: activity.verdict,
    rule: activity.rule,
    model: activity.model,
  };
}

export function supportRow(organizationId: string, eventId: string, activity: Activity): typeof agentSupportActivities.$inferInsert {
  return {
    ...activityRow(organizationId, eventId, activity),
    reasoning: activity.reasoning,
    orderId: linked(activity.input, 'orderId'),
    ticketId: linked(activity.input, 'ticketId'),
  };
}

function linked(input: Record<string, unknown> | null, field: string): string | null {
  const value = input?.[field];
  return typeof value === 'string' ? value : null;
}
