import { and, desc, eq, lt, or, sql } from 'drizzle-orm';
import type { AgentName } from '../../contract/common';
import type { ActivityRow, CommandView } from '../../contract/work';
import { activityTables } from '../activities';
import type { Database } from '../database';
import { approvals, commandTransitions, outbox, receipts, suppressions } from '../schema';
import { mailbox } from '../schema/stand-ins';
import type { ApprovalRow } from './approvals';

type Position = [at: number, id: string];

/** Rows after a position, by time and id, both descending. */
function after(at: typeof approvals.createdAt | typeof mailbox.at, id: typeof approvals.id | typeof mailbox.id, position: Position | null) {
  return position ? or(lt(at, position[0]), and(eq(at, position[0]), lt(id, position[1]))) : undefined;
}

export async function listApprovals(
  db: Database,
  organizationId: string,
  eventId: string,
  state: ApprovalRow['state'] | undefined,
  position: Position | null,
  limit: number,
): Promise<ApprovalRow[]> {
  return db
    .select()
    .from(approvals)
    .where(
      and(
        eq(approvals.organizationId, organizationId),
        eq(approvals.eventId, eventId),
        state ? eq(approvals.state, state) : undefined,
        after(approvals.createdAt, approvals.id, position),
      ),
    )
    .orderBy(desc(approvals.createdAt), desc(approvals.id))
    .limit(limit + 1);
}

export interface ActivityFilter {
  agent?: AgentName;
  type?: string;
  status?: ActivityRow['status'];
}

type LogRow = Record<string, string | number | null>;

/** Activities of one or all agents, latest first. The five tables share the columns that are read here. */
export async function listActivities(
  db: Database,
  organizationId: string,
  eventId: string,
  filter: ActivityFilter,
  position: Position | null,
  limit: number,
): Promise<LogRow[]> {
  const names = filter.agent ? [filter.agent] : (Object.keys(activityTables) as AgentName[]);
  const parts = names.map((agent) => {
    const reasoning = agent === 'marketing' ? sql`optimization_reasoning` : sql`reasoning`;
    return sql`SELECT * FROM (SELECT ${agent} AS agent, id, activity_type, tool, status, ${reasoning} AS reasoning, autonomous, required_human_review, escalation_reason, verdict, rule,
      duration_ms, llm_tokens_used, conversation_id, run_id, created_at, input_data, output_data, error_message, model, approval_id
      FROM ${activityTables[agent]}
      WHERE organization_id = ${organizationId} AND event_id = ${eventId}
        ${filter.type ? sql`AND activity_type = ${filter.type}` : sql``}
        ${filter.status ? sql`AND status = ${filter.status}` : sql``}
        ${position ? sql`AND (created_at, id) < (${position[0]}, ${position[1]})` : sql``}
      ORDER BY created_at DESC, id DESC LIMIT ${limit + 1})`;
  });
  return db.all<LogRow>(sql`${sql.join(parts, sql` UNION ALL `)} ORDER BY created_at DESC, id DESC LIMIT ${limit + 1}`);
}

export async function activityById(db: Database, organizationId: string, eventId: string, id: string): Promise<LogRow | null> {
  for (const agent of Object.keys(activityTables) as AgentName[]) {
    const reasoning = agent === 'marketing' ? sql`optimization_reasoning` : sql`reasoning`;
    const rows = await db.all<LogRow>(sql`SELECT ${agent} AS agent, *, ${reasoning} AS reasoning FROM ${activityTables[agent]}
      WHERE organization_id = ${organizationId} AND event_id = ${eventId} AND id = ${id}`);
    if (rows[0]) return rows[0];
  }
  return null;
}

export interface CommandFilter {
  state?: CommandView['state'];
  activityId?: string;
  ids?: string[];
}

/** Commands with their receipts and steps, latest first. */
export async function listCommands(
  db: Database,
  organizationId: string,
  eventId: string,
  filter: CommandFilter,
  position: Position | null,
  limit: number,
): Promise<CommandView[]> {
  const rows = await db
    .select()
    .from(outbox)
    .where(
      and(
        eq(outbox.organizationId, organizationId),
        eq(outbox.eventId, eventId),
        filter.state ? eq(outbox.state, filter.state) : undefined,
        filter.activityId ? eq(outbox.activityId, filter.activityId) : undefined,
        filter.ids ? sql`${outbox.id} IN (SELECT value FROM json_each(${JSON.stringify(filter.ids)}))` : undefined,
        position ? or(lt(outbox.createdAt, position[0]), and(eq(outbox.createdAt, position[0]), lt(outbox.id, position[1]))) : undefined,
      ),
    )
    .orderBy(desc(outbox.createdAt), desc(outbox.id))
    .limit(limit + 1);
  if (rows.length === 0) return [];
  const ids = JSON.stringify(rows.map((row) => row.id));
  const [answers, steps] = await db.batch([
    db
      .select()
      .from(receipts)
      .where(and(eq(receipts.organizationId, organizationId), sql`${receipts.commandId} IN (SELECT value FROM json_each(${ids}))`))
      .orderBy(receipts.at, receipts.id),
    db
      .select()
      .from(commandTransitions)
      .where(
        and(
          eq(commandTransitions.organizationId, organizationId),
          sql`${commandTransitions.commandId} IN (SELECT value FROM json_each(${ids}))`,
        ),
      )
      .orderBy(commandTransitions.at, commandTransitions.attempt, sql`rowid`),
  ]);
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    target: row.target,
    purpose: row.purpose,
    approvalId: row.approvalId,
    undoUntil: row.undoUntil,
    state: row.state,
    attempts: row.attempts,
    lastError: row.lastError,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    receipts: answers
      .filter((receipt) => receipt.commandId === row.id)
      .map(({ outcome, provider, providerRef, detail, at }) => ({ outcome, provider, providerRef, detail, at })),
    transitions: steps
      .filter((step) => step.commandId === row.id)
      .map(({ fromState, toState, cause, attempt, at }) => ({ from: fromState, to: toState, cause, attempt, at })),
  }));
}

export async function listMails(
  db: Database,
  organizationId: string,
  eventId: string | undefined,
  position: Position | null,
  limit: number,
) {
  return db
    .select({
      id: mailbox.id,
      eventId: mailbox.eventId,
      sender: mailbox.sender,
      recipients: mailbox.recipients,
      subject: mailbox.subject,
      at: mailbox.at,
    })
    .from(mailbox)
    .where(
      and(
        eq(mailbox.organizationId, organizationId),
        eventId ? eq(mailbox.eventId, eventId) : undefined,
        after(mailbox.at, mailbox.id, position),
      ),
    )
    .orderBy(desc(mailbox.at), desc(mailbox.id))
    .limit(limit + 1);
}

export async function mailById(db: Database, organizationId: string, id: string) {
  const [row] = await db
    .select()
    .from(mailbox)
    .where(and(eq(mailbox.organizationId, organizationId), eq(mailbox.id, id)));
  return row ?? null;
}

export async function listSuppressions(db: Database, organizationId: string, position: Position | null, limit: number) {
  return db
    .select()
    .from(suppressions)
    .where(
      and(
        eq(suppressions.organizationId, organizationId),
        position
          ? or(lt(suppressions.createdAt, position[0]), and(eq(suppressions.createdAt, position[0]), lt(suppressions.id, position[1])))
          : undefined,
      ),
    )
    .orderBy(desc(suppressions.createdAt), desc(suppressions.id))
    .limit(limit + 1);
}
