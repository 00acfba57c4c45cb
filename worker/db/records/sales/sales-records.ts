import { AppError } from '../../../core/errors';
import type { SalesRecords } from '../../../ports/sales';
import type { Database } from '../../database';
import { allCompanyFacts, companyFacts } from './company-facts';
import { dealFactsOf, exclusivitiesOf, outcomesOf } from './deals';
import { sponsoredEvent } from './event-facts';
import { busyOf, meetingById } from './meetings';
import { packageFacts, packagesOf } from './packages';
import { peopleFacts, peopleOf, personById } from './people';
import { latestProposalOf, proposalById } from './proposals';
import { salesSettings } from './settings';
import { engagementOf, messageById, messagesOf, sentSince } from './threads';

/** What the sales agent reads of one event. */
export function salesRecords(db: Database, organizationId: string, eventId: string): SalesRecords {
  return {
    event: async () => found(await sponsoredEvent(db, organizationId, eventId)),
    settings: async () => found(await salesSettings(db, organizationId, eventId)),
    companies: () => allCompanyFacts(db, organizationId),
    company: (companyId) => companyFacts(db, organizationId, companyId),
    contactsOf: async (companyId) => peopleFacts(db, organizationId, await peopleOf(db, organizationId, companyId)),
    contact: async (contactId) => {
      const row = await personById(db, organizationId, contactId);
      const [facts] = row ? await peopleFacts(db, organizationId, [row]) : [];
      return facts ?? null;
    },
    packages: async () => (await packagesOf(db, organizationId, eventId)).map(packageFacts),
    deals: () => dealFactsOf(db, organizationId, eventId),
    dealOf: async (companyId) => (await dealFactsOf(db, organizationId, eventId, companyId))[0] ?? null,
    exclusivities: () => exclusivitiesOf(db, organizationId, eventId),
    engagementOf: (companyId) => engagementOf(db, organizationId, eventId, companyId),
    messagesOf: (companyId) => messagesOf(db, organizationId, eventId, companyId),
    message: (id) => messageById(db, organizationId, eventId, id),
    proposal: (proposalId) => proposalById(db, organizationId, eventId, proposalId),
    latestProposalOf: (companyId) => latestProposalOf(db, organizationId, eventId, companyId),
    outcomes: () => outcomesOf(db, organizationId),
    busy: (host, from, to) => busyOf(db, organizationId, host, from, to),
    meeting: (meetingId) => meetingById(db, organizationId, eventId, meetingId),
    sentSince: (from) => sentSince(db, organizationId, eventId, from),
  };
}

function found<T>(value: T | null): T {
  if (value === null) throw new AppError('not_found', 'There is no such event.');
  return value;
}
