import { AgentName } from '../../contract/common';
import type { ActivityRow } from '../../contract/work';
import { AppError } from '../../core/errors';
import { databaseOf } from '../../db/database';
import { activityById, listActivities, listCommands } from '../../db/records/work';
import { openActivities } from '../../db/sealed-activity';
import type { HandlerTable } from '../app';
import { decodeCursor, pageFrom } from '../cursor';

type LogRow = Record<string, string | number | null>;

export const activityRoutes = {
  async 'GET /events/{eventId}/activities'({ env, identity, params, query }) {
    const db = databaseOf(env, identity.organizationId);
    const stored = await listActivities(db, identity.organizationId, params.eventId, query, decodeCursor(query.cursor), query.limit);
    const rows = await openActivities(db, identity.organizationId, stored);
    return pageFrom(rows, query.limit, (row) => [Number(row.created_at), String(row.id)], rowView);
  },
  async 'GET /events/{eventId}/activities/{activityId}'({ env, identity, params }) {
    const db = databaseOf(env, identity.organizationId);
    const stored = await activityById(db, identity.organizationId, params.eventId, params.activityId);
    const [row] = await openActivities(db, identity.organizationId, stored ? [stored] : []);
    if (!row) throw new AppError('not_found', 'There is no such activity.');
    const commands = await listCommands(db, identity.organizationId, params.eventId, { activityId: params.activityId }, null, 20);
    return {
      ...rowView(row),
      input: json(row.input_data),
      output: json(row.output_data),
      errorMessage: text(row.error_message),
      model: text(row.model),
      approvalId: text(row.approval_id),
      commands,
    };
  },
} satisfies Partial<HandlerTable>;

function rowView(row: LogRow): ActivityRow {
  return {
    id: String(row.id),
    agent: AgentName.parse(row.agent),
    activityType: String(row.activity_type),
    tool: text(row.tool),
    status: statusOf(row.status),
    reasoning: text(row.reasoning),
    autonomous: row.autonomous === 1,
    requiredHumanReview: row.required_human_review === 1,
    escalationReason: text(row.escalation_reason),
    verdict: text(row.verdict),
    rule: text(row.rule),
    durationMs: figure(row.duration_ms),
    tokens: figure(row.llm_tokens_used),
    conversationId: text(row.conversation_id),
    runId: text(row.run_id),
    createdAt: Number(row.created_at),
  };
}

function statusOf(value: string | number | null | undefined): ActivityRow['status'] {
  return value === 'failed' || value === 'pending' || value === 'escalated' ? value : 'success';
}

const text = (value: string | number | null | undefined): string | null => (value === null || value === undefined ? null : String(value));
const figure = (value: string | number | null | undefined): number | null => (value === null || value === undefined ? null : Number(value));

function json(value: string | number | null | undefined): Record<string, unknown> | null {
  if (typeof value !== 'string') return null;
  const parsed: unknown = JSON.parse(value);
  return typeof parsed === 'object' && parsed !== null ? { ...parsed } : null;
}
