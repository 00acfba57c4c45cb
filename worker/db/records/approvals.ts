import { and, eq, inArray, isNotNull, or, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { NewApproval } from '../../ports/commit';
import { asBatch } from '../commit';
import type { Database } from '../database';
import { guard, isGuardFailure, isUniqueFailure } from '../guard';
import { approvals, approvalVotes, events } from '../schema';

export type ApprovalRow = typeof approvals.$inferSelect;

/**
 * `nextReminderAt` of a row says when somebody has to hear of it next: while it is pending, those who may decide; once it
 * has ended, its attendee. It is set with the end itself, so that a crash can delay that message and not lose it.
 */
const settled = ['rejected', 'expired', 'executed', 'stale', 'cancelled'] as const;

const ownApproval = (organizationId: string, id: string) => and(eq(approvals.organizationId, organizationId), eq(approvals.id, id));

export async function approvalById(db: Database, organizationId: string, eventId: string, id: string): Promise<ApprovalRow | null> {
  const [row] = await db
    .select()
    .from(approvals)
    .where(and(ownApproval(organizationId, id), eq(approvals.eventId, eventId)));
  return row ?? null;
}

/** Where an event's clock stands: `realNow` for one on the real clock. */
export async function clockOf(db: Database, organizationId: string, eventId: string, realNow: number): Promise<number> {
  const [row] = await db
    .select({ clockNow: events.clockNow })
    .from(events)
    .where(and(eq(events.organizationId, organizationId), eq(events.id, eventId)));
  return row?.clockNow ?? realNow;
}

/** What an edit, or a fresh look at facts that have moved, makes of a proposal. */
export type Revision = Pick<
  NewApproval,
  'input' | 'preview' | 'content' | 'hash' | 'boundFacts' | 'policyVersion' | 'required' | 'risk'
> & {
  edited: boolean;
};

export interface CastVoteRecord {
  vote: typeof approvalVotes.$inferInsert | null;
  /** The version, and how many votes on it, that this was decided upon. */
  seen: { version: number; votes: number };
  revision: Revision | null;
  /** Set when this settles it. `at` by the event's clock. */
  settles: { state: 'approved' | 'rejected'; by: string; at: number; reason: string | null } | null;
  /** Milliseconds since 1970 by the event's clock: what has expired takes no vote. */
  eventNow: number;
}

/** Writes a vote, and what follows from it, if the proposal still is as it was when that was worked out. False otherwise. */
export async function castVote(db: Database, organizationId: string, id: string, cast: CastVoteRecord): Promise<boolean> {
  const { vote, seen, revision, settles } = cast;
  const versionsUp = (revision ? 1 : 0) + (settles ? 1 : 0);
  const statements: BatchItem<'sqlite'>[] = [
    guard(
      db,
      sql`EXISTS (SELECT 1 FROM ${approvals} WHERE ${approvals.organizationId} = ${organizationId} AND ${approvals.id} = ${id}
        AND ${approvals.state} = 'pending' AND ${approvals.version} = ${seen.version} AND ${approvals.expiresAt} > ${cast.eventNow})
        AND (SELECT count(*) FROM approval_votes WHERE organization_id = ${organizationId} AND approval_id = ${id} AND version = ${seen.version}) = ${seen.votes}`,
    ),
    db
      .update(approvals)
      .set({
        version: sql`${approvals.version} + ${versionsUp}`,
        ...(revision
          ? {
              ...(revision.edited ? { editedFrom: sql`coalesce(${approvals.editedFrom}, ${approvals.input})` } : {}),
              input: revision.input,
              preview: revision.preview,
              content: revision.content,
              hash: revision.hash,
              boundFacts: revision.boundFacts,
              policyVersion: revision.policyVersion,
              required: revision.required,
              risk: revision.risk,
            }
          : {}),
        ...(settles
          ? {
              state: settles.state,
              decidedBy: settles.by,
              decidedAt: settles.at,
              decisionReason: settles.reason,
              nextReminderAt: settles.state === 'rejected' ? cast.eventNow : null,
            }
          : {}),
      })
      .where(ownApproval(organizationId, id)),
    ...(vote ? [db.insert(approvalVotes).values(vote)] : []),
  ];
  try {
    await db.batch(asBatch(statements));
    return true;
  } catch (error) {
    if (isGuardFailure(error) || isUniqueFailure(error)) return false;
    throw error;
  }
}

/** What stands as the outcome of a proposal whose effect was taken back within its undo window. */
export const takenBack = 'Taken back before it went out.';

/** The effect of a proposal was taken back: its attendee, who may have heard of the approval, hears of it. `now` by the event's clock. */
export function takenBackStatement(db: Database, organizationId: string, id: string, now: number): BatchItem<'sqlite'> {
  return db
    .update(approvals)
    .set({ outcome: takenBack, nextReminderAt: now, version: sql`${approvals.version} + 1` })
    .where(and(ownApproval(organizationId, id), eq(approvals.state, 'executed')));
}

/** Ends an approved proposal that was not carried out as approved. `tell`: its attendee hears of it. False when it was ended before. */
export async function endApproval(
  db: Database,
  organizationId: string,
  id: string,
  end: { state: 'stale' | 'cancelled' | 'executed'; outcome: string; tell: boolean; now: number },
): Promise<boolean> {
  const ended = await db
    .update(approvals)
    .set({
      state: end.state,
      outcome: end.outcome,
      version: sql`${approvals.version} + 1`,
      nextReminderAt: end.tell ? end.now : null,
    })
    .where(and(ownApproval(organizationId, id), eq(approvals.state, 'approved')))
    .returning({ id: approvals.id });
  return ended.length > 0;
}

/** Rejects what nobody decided in time; returns what expired. */
export async function expirePending(db: Database, organizationId: string, eventId: string, now: number): Promise<string[]> {
  const rows = await db
    .update(approvals)
    .set({ state: 'expired', outcome: 'Nobody decided in time.', version: sql`${approvals.version} + 1`, nextReminderAt: now })
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

const isUntold = and(inArray(approvals.state, [...settled]), isNotNull(approvals.nextReminderAt));

/** Approved but not yet carried out, or ended with an attendee who was not told: what a crash leaves behind. */
export async function unfinishedApprovals(
  db: Database,
  organizationId: string,
  eventId: string,
): Promise<{ id: string; agent: string; conversationId: string | null }[]> {
  return db
    .select({ id: approvals.id, agent: approvals.agent, conversationId: approvals.conversationId })
    .from(approvals)
    .where(and(eq(approvals.organizationId, organizationId), eq(approvals.eventId, eventId), or(eq(approvals.state, 'approved'), isUntold)))
    .orderBy(approvals.createdAt)
    .limit(100);
}

/** The attendee of an ended proposal knows. */
export async function markTold(db: Database, organizationId: string, id: string): Promise<void> {
  await db
    .update(approvals)
    .set({ nextReminderAt: null })
    .where(and(ownApproval(organizationId, id), isUntold));
}

/** When a pending proposal expires or its next reminder is due; null when nothing is pending. */
export async function nextApprovalDue(db: Database, organizationId: string, eventId: string): Promise<number | null> {
  const [row] = await db
    .select({ at: sql<number | null>`min(min(${approvals.expiresAt}, coalesce(${approvals.nextReminderAt}, ${approvals.expiresAt})))` })
    .from(approvals)
    .where(and(eq(approvals.organizationId, organizationId), eq(approvals.eventId, eventId), eq(approvals.state, 'pending')));
  return row?.at ?? null;
}

/** Pending proposals of which those who may decide are to be reminded by now. */
export async function dueReminders(db: Database, organizationId: string, eventId: string, now: number): Promise<ApprovalRow[]> {
  return db
    .select()
    .from(approvals)
    .where(
      and(
        eq(approvals.organizationId, organizationId),
        eq(approvals.eventId, eventId),
        eq(approvals.state, 'pending'),
        sql`${approvals.nextReminderAt} <= ${now}`,
        sql`${approvals.expiresAt} > ${now}`,
      ),
    )
    .orderBy(approvals.nextReminderAt)
    .limit(50);
}

/** Counts a reminder and writes its mails in the same batch. False when it was sent, or the proposal decided, meanwhile. */
export async function reminded(
  db: Database,
  row: ApprovalRow,
  nextReminderAt: number | null,
  statements: BatchItem<'sqlite'>[],
): Promise<boolean> {
  const { organizationId, id, remindersSent } = row;
  try {
    await db.batch(
      asBatch([
        guard(
          db,
          sql`EXISTS (SELECT 1 FROM ${approvals} WHERE ${approvals.organizationId} = ${organizationId} AND ${approvals.id} = ${id} AND ${approvals.state} = 'pending' AND ${approvals.remindersSent} = ${remindersSent})`,
        ),
        db
          .update(approvals)
          .set({ remindersSent: remindersSent + 1, nextReminderAt })
          .where(ownApproval(organizationId, id)),
        ...statements,
      ]),
    );
    return true;
  } catch (error) {
    if (isGuardFailure(error) || isUniqueFailure(error)) return false;
    throw error;
  }
}

export async function eventsWithApprovals(db: Database): Promise<{ organizationId: string; eventId: string }[]> {
  return db
    .selectDistinct({ organizationId: approvals.organizationId, eventId: approvals.eventId })
    .from(approvals)
    .innerJoin(events, eq(events.id, approvals.eventId))
    .where(and(or(inArray(approvals.state, ['pending', 'approved']), isUntold), eq(events.clock, 'real')))
    .limit(500);
}
