import type { BatchItem } from 'drizzle-orm/batch';
import type { AgentName } from '../contract/common';
import type { Database } from './database';
import {
  agentAnalyticsActivities,
  agentMarketingActivities,
  agentOperationsActivities,
  agentSalesActivities,
  agentSupportActivities,
} from './schema';
import type { SealedActivity } from './sealed-activity';

export const activityTables = {
  sales: agentSalesActivities,
  marketing: agentMarketingActivities,
  operations: agentOperationsActivities,
  support: agentSupportActivities,
  analytics: agentAnalyticsActivities,
} as const satisfies Record<AgentName, unknown>;

/**
 * Insert of one activity; a repeat of the same id changes nothing, so that batches may be sent again. What it says about
 * people was sealed before (`sealActivity`).
 */
export function activityInsert(db: Database, organizationId: string, eventId: string, activity: SealedActivity): BatchItem<'sqlite'> {
  const row = activityRow(organizationId, eventId, activity);
  switch (activity.agent) {
    case 'sales':
      return db
        .insert(agentSalesActivities)
        .values({ ...row, sponsorId: activity.sponsorId, proposalId: activity.proposalId })
        .onConflictDoNothing();
    case 'marketing':
      return db.insert(agentMarketingActivities).values(row).onConflictDoNothing();
    case 'operations':
      return db.insert(agentOperationsActivities).values(row).onConflictDoNothing();
    case 'support':
      return db
        .insert(agentSupportActivities)
        .values(supportRow(organizationId, eventId, activity))
        .onConflictDoNothing();
    case 'analytics':
      return db.insert(agentAnalyticsActivities).values(row).onConflictDoNothing();
  }
}

/** The columns that all five logs share. */
function activityRow(organizationId: string, eventId: string, activity: SealedActivity) {
  return {
    id: activity.id,
    organizationId,
    eventId,
    agentId: `${activity.agent}_agent`,
    agentVersion: activity.agentVersion,
    activityType: activity.activityType,
    inputData: activity.input,
    status: activity.status,
    autonomous: activity.autonomous,
    requiredHumanReview: activity.requiredHumanReview,
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

export function supportRow(organizationId: string, eventId: string, activity: SealedActivity): typeof agentSupportActivities.$inferInsert {
  return { ...activityRow(organizationId, eventId, activity), orderId: activity.orderId, ticketId: activity.ticketId };
}

/** The column in which each agent's table keeps why. */
export function reasoningColumn(agent: AgentName): 'reasoning' | 'optimization_reasoning' {
  return agent === 'marketing' ? 'optimization_reasoning' : 'reasoning';
}
