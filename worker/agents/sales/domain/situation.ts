import type { CrmContactFacts } from '../../../core/sales/facts';
import type { MatchSituation } from '../../../core/sales/match';
import { isDecisionMaker } from '../../../core/sales/qualify';
import type { SalesRecords } from '../../../ports/sales';

/** What companies are compared with. */
export async function matchSituation(records: SalesRecords, now: number): Promise<MatchSituation> {
  const [event, packages, deals, exclusivities] = await Promise.all([
    records.event(),
    records.packages(),
    records.deals(),
    records.exclusivities(),
  ]);
  return { event, packages, deals, exclusivities, now };
}

/** Whom to write to: somebody with an address who may be written to, decision makers and known bases first; null for nobody. */
export function bestContact(contacts: readonly CrmContactFacts[]): CrmContactFacts | null {
  const reachable = contacts.filter(({ email, stopped }) => email !== '' && stopped === null);
  const worth = (contact: CrmContactFacts) => (isDecisionMaker(contact) ? 2 : 0) + (contact.basis === '' ? 0 : 1);
  return reachable.toSorted((a, b) => worth(b) - worth(a) || (a.id < b.id ? -1 : 1))[0] ?? null;
}
