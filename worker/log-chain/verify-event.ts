import type { LogVerification } from '../contract/log';
import type { ChainHead } from '../core/log/chain';
import { endVerification, startVerification, verifyLinks } from '../core/log/verify';
import type { Database } from '../db/database';
import { linksAfter } from '../db/records/log';
import { sha256 } from '../digest';

const pageRows = 1000;

/** Recomputes the chain of one event from the rows as they are stored now. */
export async function verifyEvent(
  db: Database,
  {
    organizationId,
    eventId,
    remembered,
    realClock,
  }: { organizationId: string; eventId: string; remembered: ChainHead | null; realClock: boolean },
): Promise<Omit<LogVerification, 'unsealed' | 'ms'>> {
  const options = { remembered, realClock };
  let state = startVerification(eventId);
  const pageAfter = (seq: number) => linksAfter(db, organizationId, eventId, seq, pageRows);
  for (let links = await pageAfter(0); links.length > 0; ) {
    // The next page is on its way while this one is hashed.
    const next = pageAfter(links.at(-1)?.entry.seq ?? 0);
    state = await verifyLinks(sha256, state, links, options);
    links = await next;
    if (state.broken) break;
  }
  const { head, entries, rows, pruned, late, broken } = endVerification(state, options);
  return { ok: broken === null, entries, rows, head: head.seq === 0 ? null : head.hash, pruned, late, firstBroken: broken };
}
