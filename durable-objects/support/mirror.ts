import { sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { z } from 'zod';
import { activityInsert } from '../../worker/db/activities';
import { asBatch } from '../../worker/db/commit';
import type { Database } from '../../worker/db/database';
import { conversations, messages, runs } from '../../worker/db/schema';
import type { SupportStore } from './store';

/**
 * Writes what is buffered to the records, in one batch: at least once, by id, so that a repeat after a crash changes
 * nothing. Returns whether anything was written.
 */
export async function mirror(store: SupportStore, db: Database, organizationId: string, eventId: string): Promise<boolean> {
  const batch = store.unflushed();
  const statements: BatchItem<'sqlite'>[] = [];
  for (const conversation of batch.conversations) {
    const row = {
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
    };
    statements.push(db.insert(conversations).values(row).onConflictDoUpdate({ target: conversations.id, set: row }));
  }
  for (const { conversationId, message } of batch.messages) {
    const { id, seq, author, text, at, ...detail } = message;
    // The conversation may be in a later batch: its row comes first in any case, by the order of `unflushed`.
    statements.push(
      db
        .insert(messages)
        .select(
          sql`SELECT ${id}, ${organizationId}, ${eventId}, ${conversationId}, ${seq}, ${author}, ${text}, ${JSON.stringify(detail)}, ${at}
            WHERE EXISTS (SELECT 1 FROM conversations WHERE id = ${conversationId} AND organization_id = ${organizationId})`,
        )
        .onConflictDoNothing(),
    );
  }
  for (const activity of batch.activities) statements.push(activityInsert(db, organizationId, eventId, activity));
  for (const { data } of batch.runs)
    statements.push(
      db
        .insert(runs)
        .values({ ...RunRow.parse(JSON.parse(data)), organizationId, eventId })
        .onConflictDoNothing(),
    );
  if (statements.length === 0) return false;
  await db.batch(asBatch(statements));
  store.markFlushed(batch);
  return true;
}

/** A finished run as the log keeps it. */
export const RunRow = z.object({
  id: z.string(),
  agent: z.string(),
  trigger: z.string(),
  conversationId: z.string().nullable(),
  state: z.string(),
  outcome: z.string().nullable(),
  model: z.string(),
  iterations: z.number(),
  inputTokens: z.number(),
  outputTokens: z.number(),
  startedAt: z.number(),
  finishedAt: z.number().nullable(),
});
export type RunRow = z.infer<typeof RunRow>;
