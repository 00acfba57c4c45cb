import { and, desc, eq, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { AgentName } from '../../contract/common';
import type { Decided } from '../../core/autonomy/agreement';
import { activityTables } from '../activities';
import type { Database } from '../database';
import { guard } from '../guard';
import { autonomyProposals } from '../schema';

export type AutonomyProposalRow = typeof autonomyProposals.$inferSelect;

interface EventKey {
  organizationId: string;
  eventId: string;
}

export interface ToolDecision {
  tool: string;
  decided: Decided;
  by: string;
  at: number;
  tookMs: number | null;
}

/** What people decided on an agent's proposals since `since` (real time), by tool. */
export async function decisionsOf(db: Database, key: EventKey, agent: AgentName, since: number): Promise<ToolDecision[]> {
  return db.all<ToolDecision>(sql`SELECT a.tool AS tool, coalesce(a.decided_by, '') AS "by", a.decided_at AS at,
      CASE WHEN a.state = 'rejected' THEN 'rejected' WHEN a.edited_from IS NOT NULL THEN 'edited' ELSE 'approved' END AS decided,
      (SELECT v.took_ms FROM approval_votes v WHERE v.approval_id = a.id AND v.actor = a.decided_by ORDER BY v.at DESC LIMIT 1) AS "tookMs"
    FROM approvals a
    WHERE a.organization_id = ${key.organizationId} AND a.event_id = ${key.eventId} AND a.agent = ${agent}
      AND a.decided_at >= ${since} AND a.state NOT IN ('pending', 'expired')
    ORDER BY a.decided_at DESC LIMIT 2000`);
}

/**
 * When actions of an agent were taken back: a transfer undone, an approved effect taken back within its window, an effect
 * that a person found not to have happened. One row an action, by the event's clock.
 */
export async function reversalsOf(db: Database, key: EventKey, agent: AgentName, since: number): Promise<{ tool: string; at: number }[]> {
  const own = sql`o.organization_id = ${key.organizationId} AND o.event_id = ${key.eventId} AND o.agent = ${agent}`;
  return db.all<{ tool: string; at: number }>(sql`
    SELECT act.tool AS tool, min(t.at) AS at FROM command_transitions t
      JOIN outbox o ON o.id = t.command_id JOIN ${activityTables[agent]} act ON act.id = o.activity_id
      WHERE ${own} AND t.organization_id = ${key.organizationId} AND t.event_id = ${key.eventId} AND t.at >= ${since}
        AND t.to_state = 'cancelled' AND t.cause LIKE 'undone by %' AND act.tool IS NOT NULL
      GROUP BY act.id
    UNION ALL
    SELECT act.tool AS tool, min(r.at) AS at FROM receipts r
      JOIN outbox o ON o.id = r.command_id JOIN ${activityTables[agent]} act ON act.id = o.activity_id
      WHERE ${own} AND r.organization_id = ${key.organizationId} AND r.at >= ${since}
        AND r.provider = 'person' AND r.outcome = 'settled_as_failed' AND act.tool IS NOT NULL
      GROUP BY act.id
    UNION ALL
    SELECT 'transfer_ticket' AS tool, f.undone_at AS at FROM transfers f
      WHERE ${agent} = 'support' AND f.organization_id = ${key.organizationId} AND f.event_id = ${key.eventId}
        AND f.state = 'undone' AND f.undone_at >= ${since}`);
}

/** How often each tool of an agent did something since `since`, by the event's clock. */
export async function volumesOf(db: Database, key: EventKey, agent: AgentName, since: number): Promise<Map<string, number>> {
  const rows = await db.all<{ tool: string; n: number }>(sql`SELECT tool, count(*) AS n FROM ${activityTables[agent]}
    WHERE organization_id = ${key.organizationId} AND event_id = ${key.eventId} AND created_at >= ${since}
      AND status = 'success' AND tool IS NOT NULL GROUP BY tool`);
  return new Map(rows.map(({ tool, n }) => [tool, n]));
}

/** Promotions and demotions of an event, latest first. */
export async function autonomyHistory(db: Database, { organizationId, eventId }: EventKey): Promise<AutonomyProposalRow[]> {
  return db
    .select()
    .from(autonomyProposals)
    .where(and(eq(autonomyProposals.organizationId, organizationId), eq(autonomyProposals.eventId, eventId)))
    .orderBy(desc(autonomyProposals.createdAt), desc(autonomyProposals.id))
    .limit(200);
}

/** Proposes a promotion, unless one waits already. */
export async function proposePromotion(db: Database, row: AutonomyProposalRow): Promise<void> {
  // All columns of the table, in its order.
  await db.insert(autonomyProposals).select(
    sql`SELECT ${row.id}, ${row.organizationId}, ${row.eventId}, ${row.agent}, ${row.tool}, 'promotion', 'pending', ${row.fromAllowance}, ${row.toAllowance}, ${JSON.stringify(row.evidence)}, ${row.createdAt}, NULL, NULL
        WHERE NOT EXISTS (SELECT 1 FROM autonomy_proposals p WHERE p.event_id = ${row.eventId} AND p.agent = ${row.agent} AND p.tool = ${row.tool} AND p.state = 'pending')`,
  );
}

export function proposalInsert(db: Database, row: AutonomyProposalRow): BatchItem<'sqlite'> {
  return db.insert(autonomyProposals).values(row);
}

/** Statements that end a waiting promotion, or abort their batch when it no longer waits. */
export function proposalEnds(
  db: Database,
  key: EventKey,
  id: string,
  end: { state: 'accepted' | 'declined'; by: string; at: number },
): BatchItem<'sqlite'>[] {
  const own = and(
    eq(autonomyProposals.organizationId, key.organizationId),
    eq(autonomyProposals.eventId, key.eventId),
    eq(autonomyProposals.id, id),
  );
  return [
    guard(db, sql`EXISTS (SELECT 1 FROM ${autonomyProposals} WHERE ${own} AND ${autonomyProposals.state} = 'pending')`),
    db.update(autonomyProposals).set({ state: end.state, decidedBy: end.by, decidedAt: end.at }).where(own),
  ];
}
