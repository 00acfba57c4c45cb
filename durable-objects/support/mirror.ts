import { sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { supportRow } from '../../worker/db/activities';
import { asBatch } from '../../worker/db/commit';
import type { Database } from '../../worker/db/database';
import { insertRows } from '../../worker/db/insert-rows';
import { agentSupportActivities, conversations, messages, runs } from '../../worker/db/schema';
import { sealActivities } from '../../worker/db/sealed-activity';
import type { SupportStore } from './store';

/**
 * Writes what is buffered to the records, in one batch: at least once, by id, so that a repeat after a crash changes
 * nothing. Returns whether anything was written.
 */
export async function mirror(store: SupportStore, db: Database, organizationId: string, eventId: string): Promise<boolean> {
  const batch = store.unflushed();
  const finished = batch.log.flatMap((row) => row.run ?? []);
  const activities = await sealActivities(
    db,
    organizationId,
    batch.log.flatMap((row) => row.activities),
  );
  const statements: BatchItem<'sqlite'>[] = [];
  if (batch.conversations.length > 0)
    statements.push(
      insertRows(
        db,
        conversations,
        batch.conversations.map(({ conversation }) => ({
          id: conversation.id,
          organizationId,
          eventId,
          state: conversation.state,
          orderId: conversation.holder?.orderId ?? null,
          subject: conversation.subject,
          locale: conversation.locale,
          takenBy: conversation.takenBy,
          escalationReason: conversation.escalationReason,
          resolution: conversation.resolution,
          rating: conversation.rating,
          messageCount: conversation.seq,
          createdAt: conversation.createdAt,
          updatedAt: conversation.updatedAt,
        })),
      ).onConflictDoUpdate({ target: conversations.id, set: changing }),
    );
  if (batch.messages.length > 0)
    statements.push(
      insertRows(
        db,
        messages,
        batch.messages.map(({ conversationId, message: { id, seq, author, text, at, ...detail } }) => ({
          id,
          organizationId,
          eventId,
          conversationId,
          seq,
          author,
          text,
          detail,
          createdAt: at,
        })),
        sql`EXISTS (SELECT 1 FROM conversations c WHERE c.id = value ->> 'conversation_id')`,
      ).onConflictDoNothing(),
    );
  if (activities.length > 0)
    statements.push(
      insertRows(
        db,
        agentSupportActivities,
        activities.map((activity) => supportRow(organizationId, eventId, activity)),
      ).onConflictDoNothing(),
    );
  if (finished.length > 0)
    statements.push(
      insertRows(
        db,
        runs,
        finished.map((run) => ({ ...run, organizationId, eventId })),
      ).onConflictDoNothing(),
    );
  if (statements.length === 0) return false;
  await db.batch(asBatch(statements));
  store.markFlushed(batch);
  return true;
}

/** What of a conversation changes after it began. */
const changing = {
  state: sql`excluded.state`,
  orderId: sql`excluded.order_id`,
  subject: sql`excluded.subject`,
  takenBy: sql`excluded.taken_by`,
  escalationReason: sql`excluded.escalation_reason`,
  resolution: sql`excluded.resolution`,
  rating: sql`excluded.rating`,
  messageCount: sql`excluded.message_count`,
  updatedAt: sql`excluded.updated_at`,
};

/** A finished run as the log keeps it. */
export interface RunRow {
  id: string;
  agent: string;
  trigger: string;
  conversationId: string | null;
  state: string;
  outcome: string | null;
  model: string;
  iterations: number;
  inputTokens: number;
  outputTokens: number;
  startedAt: number;
  finishedAt: number | null;
}
