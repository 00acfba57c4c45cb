import type { MatchSituation } from '../core/sales/match';
import type { SalesRecords } from '../ports/sales';

/** What companies are ranked against, as the records have it now. */
export async function situationOf(records: SalesRecords, now: number): Promise<MatchSituation> {
  const [event, packages, deals, exclusivities] = await Promise.all([
    records.event(),
    records.packages(),
    records.deals(),
    records.exclusivities(),
  ]);
  return { event, packages, deals, exclusivities, now };
}
