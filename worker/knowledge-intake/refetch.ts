import { databaseOf, sharedDatabase } from '../db/database';
import { type DocumentRow, leftOutPrefix, noteFetch, saveDocument, takeDueDocuments } from '../db/records/documents';
import { sha256 } from '../digest';
import { configOf } from '../env';
import { errorFields, log } from '../log';
import { knowledgeChanged } from './changed';
import { type Fetched, type FetchOptions, fetchPage } from './fetch-page';
import { type Converted, toMarkdown } from './to-markdown';

const hourMs = 3_600_000;
const leaseMs = 10 * 60_000;
const atOnce = 20;
const missingOnce = 'The page was not found at the last fetch. Support still uses what it said; it is looked for once more.';
const vanished =
  'The page is gone: it was not found twice in a row. Support still uses what it said. Delete it, or point to its new address.';

/** Hash of what passages are cut from; the title is the organizer's to change. */
export function contentHash(markdown: string): Promise<string> {
  return sha256(markdown);
}

/** Fetches an address and converts it; what failed stays as the fetch reported it. */
export async function fetchDocument(
  env: Env,
  url: string,
  options: Partial<FetchOptions> = {},
): Promise<{ page: Converted } | Exclude<Fetched, { outcome: 'page' }>> {
  const fetched = await fetchPage(url, { allowPrivate: configOf(env).ALLOW_PRIVATE_FETCH, ...options });
  if (fetched.outcome !== 'page') return fetched;
  const converted = await toMarkdown({ ...fetched, name: nameOf(url) });
  return converted.ok ? { page: converted.value } : { outcome: 'refused', reason: converted.error };
}

/**
 * Fetches a document's page again. The same content changes nothing; new content replaces the old one. A page that cannot be reached keeps its content and says
 * why; one that was not found twice in a row has vanished. Returns whether support must index it again.
 */
export async function refetch(env: Env, row: DocumentRow, now: number, options: Partial<FetchOptions> = {}): Promise<boolean> {
  if (row.url === null) return false;
  const database = databaseOf(env, row.organizationId);
  const nextFetchAt = row.refreshHours === null ? null : now + row.refreshHours * hourMs;
  const soon = row.refreshHours === null ? null : now + Math.min(row.refreshHours, 1) * hourMs;
  const result = await fetchDocument(env, row.url, options);
  if ('page' in result) {
    const { markdown } = result.page;
    const hash = await contentHash(markdown);
    if (hash === row.contentHash) {
      await noteFetch(database, row.organizationId, row.id, {
        state: 'ready',
        problem: row.problem?.startsWith(leftOutPrefix) ? row.problem : null,
        fetchedAt: now,
        nextFetchAt,
      });
      return false;
    }
    await saveDocument(database, {
      ...row,
      markdown,
      contentHash: hash,
      state: 'ready',
      problem: null,
      fetchedAt: now,
      nextFetchAt,
      updatedAt: now,
    });
    return true;
  }
  if (result.outcome === 'missing') {
    const again = row.state === 'vanished' || (row.state === 'failed' && row.problem === missingOnce);
    await noteFetch(
      database,
      row.organizationId,
      row.id,
      again ? { state: 'vanished', problem: vanished, nextFetchAt } : { state: 'failed', problem: missingOnce, nextFetchAt: soon },
    );
    return false;
  }
  const problem = `${result.reason} Support still uses what the page said before.`;
  await noteFetch(database, row.organizationId, row.id, { state: 'failed', problem, nextFetchAt: soon });
  return false;
}

/** Fetches what is due again: of all events on the real clock, or of one event at its own `now`. Returns how many were fetched. */
export async function refetchDue(env: Env, now: number, eventId?: string): Promise<number> {
  const due = await takeDueDocuments(sharedDatabase(env), now, leaseMs, atOnce, eventId);
  for (const row of due) {
    try {
      if (await refetch(env, row, now)) await knowledgeChanged(env, row.organizationId, row.eventId, [row.id]);
    } catch (error) {
      log('error', 'document not fetched again', { document: row.id, ...errorFields(error) });
    }
  }
  return due.length;
}

/** What to call a page that has no title: its path, else its host. */
function nameOf(url: string): string {
  const { hostname, pathname } = new URL(url);
  const last = pathname.split('/').filter(Boolean).at(-1);
  return last ? `${hostname}: ${last.replace(/\.\w{2,5}$/, '').replace(/[-_]+/g, ' ')}` : hostname;
}
