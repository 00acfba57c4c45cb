import { and, eq, sql } from 'drizzle-orm';
import type { NewApproval } from '../../ports/commit';
import type { Database } from '../database';
import { approvals, events, member } from '../schema';

export type ApprovalRow = typeof approvals.$inferSelect;

export async function approvalById(db: Database, organizationId: string, eventId: string, id: string): Promise<ApprovalRow | null> {
  const [row] = await db
    .select()
    .from(approvals)
    .where(and(eq(approvals.organizationId, organizationId), eq(approvals.eventId, eventId), eq(approvals.id, id)));
  return row ?? null;
}

export interface DecisionRecord {
  decision: 'approved' | 'rejected';
  version: number;
  by: string;
  at: number;
  reason: string | null;
  edited: { input: Record<string, unknown>; preview: NewApproval['preview']; hash: string } | null;
}

/** Records a decision, if the proposal is still pending in the version that was looked at. The first decision counts. */
export async function decide(db: Database, organizationId: string, id: string, decision: DecisionRecord): Promise<boolean> {
  const changed = await db
    .update(approvals)
    .set({
      state: decision.decision,
      decidedBy: decision.by,
      decidedAt: decision.at,
      decisionReason: decision.reason,
      version: sql`${approvals.version} + 1`,
      ...(decision.edited
        ? {
            editedFrom: sql`${approvals.input}`,
            input: decision.edited.input,
            preview: decision.edited.preview,
            hash: decision.edited.hash,
          }
        : {}),
    })
    .where(
      and(
        eq(approvals.organizationId, organizationId),
        eq(approvals.id, id),
        eq(approvals.state, 'pending'),
        eq(approvals.version, decision.version),
      ),
    )
    .returning({ id: approvals.id });
  return changed.length > 0;
}

/** Ends an approved proposal that was not carried out as approved. False when it was ended before. */
export async function endApproval(
  db: Database,
  organizationId: string,
  id: string,
  state: 'stale' | 'cancelled' | 'executed',
  outcome: string,
): Promise<boolean> {
  const ended = await db
    .update(approvals)
    .set({ state, outcome, version: sql`${approvals.version} + 1` })
    .where(and(eq(approvals.organizationId, organizationId), eq(approvals.id, id), eq(approvals.state, 'approved')))
    .returning({ id: approvals.id });
  return ended.length > 0;
}

/** Rejects what nobody decided in time; returns what expired. */
export async function expirePending(db: Database, organizationId: string, eventId: string, now: number): Promise<string[]> {
  const rows = await db
    .update(approvals)
    .set({ state: 'expired', outcome: 'Nobody decided in time.', version: sql`${approvals.version} + 1` })
    .where(
      and(
        eq(approvals.organizationId, organizationId),
        eq(approvals.eventId, eventId),
        eq(approvals.state, 'pending'),
        sql`${approvals.expiresAt} <= ${now}`,
      ),
    )
    .returning({ id: approvals.id });
  return rows.map((row) => row.id);
}

/** Decided but not yet carried out: what a crash between decision and execution leaves behind. */
export async function approvedWaiting(db: Database, organizationId: string, eventId: string): Promise<{ id: string; agent: string }[]> {
  return db
    .select({ id: approvals.id, agent: approvals.agent })
    .from(approvals)
    .where(and(eq(approvals.organizationId, organizationId), eq(approvals.eventId, eventId), eq(approvals.state, 'approved')))
    .limit(100);
}

export async function nextExpiry(db: Database, organizationId: string, eventId: string): Promise<number | null> {
  const [row] = await db
    .select({ at: sql<number | null>`min(${approvals.expiresAt})` })
    .from(approvals)
    .where(and(eq(approvals.organizationId, organizationId), eq(approvals.eventId, eventId), eq(approvals.state, 'pending')));
  return row?.at ?? null;
}

/** Whether whoever decided may still decide: a member with the role, or a key that is still there. */
export async function mayStillDecide(db: Database, organizationId: string, actor: string): Promise<boolean> {
  if (actor.startsWith('key:')) {
    const rows = await db.all(
      sql`SELECT 1 FROM apikey WHERE id = ${actor.slice(4)} AND "referenceId" = ${organizationId} AND coalesce(enabled, 1) = 1`,
    );
    return rows.length > 0;
  }
  const [row] = await db
    .select({ role: member.role })
    .from(member)
    .where(and(eq(member.organizationId, organizationId), eq(member.userId, actor)));
  return row?.role === 'owner' || row?.role === 'organizer';
}

export async function eventsWithApprovals(db: Database): Promise<{ organizationId: string; eventId: string }[]> {
  return db
    .selectDistinct({ organizationId: approvals.organizationId, eventId: approvals.eventId })
    .from(approvals)
    .innerJoin(events, eq(events.id, approvals.eventId))
    .where(and(sql`${approvals.state} IN ('pending', 'approved')`, eq(events.clock, 'real')))
    .limit(500);
}
