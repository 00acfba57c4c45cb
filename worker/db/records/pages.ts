import { and, eq, inArray } from 'drizzle-orm';
import type { Page } from '../../core/knowledge/types';
import { quarantined } from '../../core/provenance/quarantine';
import type { Database } from '../database';
import { documents } from '../schema';

/** Documents as pages for the index, without sections that read like instructions to a model; those that no longer exist are missing from the result. */
export async function pagesOf(db: Database, organizationId: string, eventId: string, documentIds: string[]): Promise<Page[]> {
  const pages: Page[] = [];
  for (let i = 0; i < documentIds.length; i += 20) {
    const rows = await db
      .select()
      .from(documents)
      .where(
        and(
          eq(documents.organizationId, organizationId),
          eq(documents.eventId, eventId),
          inArray(documents.id, documentIds.slice(i, i + 20)),
        ),
      );
    for (const row of rows)
      pages.push(
        quarantined({
          id: row.id,
          title: row.title,
          markdown: row.markdown,
          ...(row.url ? { url: row.url } : {}),
          updatedAt: new Date(row.updatedAt).toISOString(),
        }).page,
      );
  }
  return pages;
}
