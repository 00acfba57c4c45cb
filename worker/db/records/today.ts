import { and, count, eq, inArray, sql } from 'drizzle-orm';
import { dayMs } from '../../core/instant';
import type { Database } from '../database';
import { agentSupportActivities, approvals, conversations, documents, orders, outbox, refunds, runs, tickets } from '../schema';

export async function countsForConsole(
  db: Database,
  organizationId: string,
  eventId: string,
): Promise<{ pendingApprovals: number; waitingConversations: number }> {
  const [pending, waiting] = await db.batch([
    db
      .select({ n: count() })
      .from(approvals)
      .where(and(eq(approvals.organizationId, organizationId), eq(approvals.eventId, eventId), eq(approvals.state, 'pending'))),
    db
      .select({ n: count() })
      .from(conversations)
      .where(and(eq(conversations.organizationId, organizationId), eq(conversations.eventId, eventId), eq(conversations.state, 'waiting'))),
  ]);
  return { pendingApprovals: pending[0]?.n ?? 0, waitingConversations: waiting[0]?.n ?? 0 };
}

/** Every figure of the Today page, each counted from the rows it stands for. `now` by the event's clock. */
export async function todayFigures(db: Database, organizationId: string, eventId: string, now: number) {
  const since = now - dayMs;
  const n = (condition: ReturnType<typeof sql>) => sql<number>`coalesce(sum(${condition}), 0)`;
  const counts = await countsForConsole(db, organizationId, eventId);
  const c = conversations;
  const a = agentSupportActivities;
  const [states, day, durations, mails, refunded, unknown, problems, ready, orderCount, valid] = await db.batch([
    db
      .select({ state: c.state, resolution: c.resolution, n: count() })
      .from(c)
      .where(and(eq(c.organizationId, organizationId), eq(c.eventId, eventId)))
      .groupBy(c.state, c.resolution),
    db
      .select({
        answered: n(sql`${a.activityType} = 'question_answered'`),
        declined: n(sql`${a.activityType} = 'question_declined'`),
        escalated: n(sql`${a.activityType} = 'human_escalation'`),
      })
      .from(a)
      .where(and(eq(a.organizationId, organizationId), eq(a.eventId, eventId), sql`${a.createdAt} >= ${since}`)),
    db
      .select({ ms: sql<number>`${runs.finishedAt} - ${runs.startedAt}` })
      .from(runs)
      .where(
        and(
          eq(runs.organizationId, organizationId),
          eq(runs.eventId, eventId),
          eq(runs.outcome, 'answered'),
          sql`${runs.startedAt} >= ${Date.now() - dayMs}`,
        ),
      )
      .orderBy(sql`1`)
      .limit(2000),
    db
      .select({ n: count() })
      .from(outbox)
      .where(
        and(
          eq(outbox.organizationId, organizationId),
          eq(outbox.eventId, eventId),
          eq(outbox.kind, 'mail.send'),
          inArray(outbox.state, ['confirmed', 'reconciled']),
          sql`${outbox.createdAt} >= ${since}`,
        ),
      ),
    db
      .select({ n: count() })
      .from(refunds)
      .where(and(eq(refunds.organizationId, organizationId), eq(refunds.eventId, eventId), sql`${refunds.createdAt} >= ${since}`)),
    db
      .select({ n: count() })
      .from(outbox)
      .where(
        and(eq(outbox.organizationId, organizationId), eq(outbox.eventId, eventId), inArray(outbox.state, ['unknown', 'parked', 'failed'])),
      ),
    db
      .select({ n: count() })
      .from(documents)
      .where(
        and(eq(documents.organizationId, organizationId), eq(documents.eventId, eventId), inArray(documents.state, ['failed', 'vanished'])),
      ),
    db
      .select({ n: count() })
      .from(documents)
      .where(and(eq(documents.organizationId, organizationId), eq(documents.eventId, eventId), eq(documents.state, 'ready'))),
    db
      .select({ n: count() })
      .from(orders)
      .where(and(eq(orders.organizationId, organizationId), eq(orders.eventId, eventId))),
    db
      .select({ n: count() })
      .from(tickets)
      .where(
        and(
          eq(tickets.organizationId, organizationId),
          eq(tickets.eventId, eventId),
          inArray(tickets.state, ['valid', 'unassigned', 'checked_in']),
        ),
      ),
  ]);
  const sum = (test: (row: (typeof states)[number]) => boolean) => states.filter(test).reduce((total, row) => total + row.n, 0);
  const resolved = (resolution: string) => sum((row) => row.resolution === resolution);
  return {
    approvalsPending: counts.pendingApprovals,
    conversationsWaiting: counts.waitingConversations,
    conversationsOpen: sum((row) => row.state === 'agent' || row.state === 'person'),
    unknownEffects: unknown[0]?.n ?? 0,
    documentProblems: problems[0]?.n ?? 0,
    documentsReady: ready[0]?.n ?? 0,
    conversations: sum(() => true),
    lastDay: {
      answered: day[0]?.answered ?? 0,
      declined: day[0]?.declined ?? 0,
      escalated: day[0]?.escalated ?? 0,
      questions: (day[0]?.answered ?? 0) + (day[0]?.declined ?? 0),
      mails: mails[0]?.n ?? 0,
      refunds: refunded[0]?.n ?? 0,
      medianAnswerMs: durations.length > 0 ? (durations[Math.floor(durations.length / 2)]?.ms ?? null) : null,
    },
    resolution: {
      confirmed: resolved('confirmed'),
      assumed: resolved('assumed'),
      abandoned: resolved('abandoned'),
      handedOver: resolved('handed_over'),
      reopened: resolved('reopened'),
      open: resolved('open'),
    },
    orders: orderCount[0]?.n ?? 0,
    validTickets: valid[0]?.n ?? 0,
  };
}
