import { and, desc, eq } from 'drizzle-orm';
import type { Database } from '../database';
import { events, passages } from '../schema';

/** What the widget may know of an event; by its id alone, as the page that embeds it has nothing else. */
export async function widgetEvent(db: Database, eventId: string) {
  const [event] = await db
    .select({
      id: events.id,
      organizationId: events.organizationId,
      name: events.name,
      brandColor: events.brandColor,
      contactEmail: events.contactEmail,
    })
    .from(events)
    .where(eq(events.id, eventId));
  return event ?? null;
}

/** Questions that the event's own pages ask in their headings: up to four, to start a conversation with. */
export async function suggestionsOf(db: Database, organizationId: string, eventId: string): Promise<string[]> {
  const rows = await db
    .select({ path: passages.headingPath })
    .from(passages)
    .where(and(eq(passages.organizationId, organizationId), eq(passages.eventId, eventId)))
    .orderBy(desc(passages.documentId), passages.ordinal)
    .limit(400);
  const questions = rows
    .map((row) => row.path.at(-1) ?? '')
    .filter((heading) => heading.endsWith('?') && heading.length >= 10 && heading.length <= 60);
  return [...new Set(questions)].slice(0, 4);
}
