import type { ToolContext } from '../agents/define-tool';
import { composerFor, paymentsFor, peopleSearchFor } from '../compose';
import type { Retrieved } from '../core/knowledge/types';
import { databaseOf } from '../db/database';
import type { EventScope } from '../db/records/event-scope';
import { isBusyElsewhere, memberStanding } from '../db/records/outreach/campaigns';
import { otherCompanyNames, ownSponsorships } from '../db/records/outreach/neighbours';
import { salesRecords } from '../db/records/sales/sales-records';
import { supportRecords } from '../db/records/support';
import { configOf } from '../env';
import { supportObject } from '../objects';
import type { SearchPort } from '../ports/search';
import { newId, newToken } from '../random';
import { mailPaths } from './mail-paths';

/** Sales asks the knowledge of support where an answer needs it, and keeps none of its own. */
const noIndex: SearchPort = { index: async () => 0, remove: async () => {}, search: async () => [] };

/** Everything a tool of the sales agent may read, for one call. `requestedBy`: the member or key who asked for it. */
export function salesContext(env: Env, scope: EventScope, now: number, requestedBy: string | null): ToolContext {
  const { event, policy } = scope;
  const { organizationId, eventId } = event;
  const db = databaseOf(env, organizationId);
  const people = peopleSearchFor(env, event.clock);
  return {
    event,
    policy,
    records: supportRecords(db, organizationId, eventId),
    search: noIndex,
    composer: composerFor(env),
    letterhead: { ...event, publicUrl: configOf(env).PUBLIC_URL, locale: null },
    payments: { provider: paymentsFor(env, event.clock).provider },
    now,
    conversationId: null,
    holder: null,
    transferForm: null,
    requestedBy,
    newId: (kind) => newId(kind),
    secrets: { ticket: '', undo: '', undoHash: '' },
    sales: {
      records: salesRecords(db, organizationId, eventId),
      ownSponsorships: () => ownSponsorships(db, organizationId),
      otherCompanies: (companyId) => otherCompanyNames(db, organizationId, companyId),
      member: (memberId) => memberStanding(db, { organizationId, eventId }, memberId),
      isBusyElsewhere: (contactId, campaignId) => isBusyElsewhere(db, organizationId, contactId, campaignId),
      mail: mailPaths(env, organizationId, event.contactEmail),
      findPeople: people ? (domain, company) => people.find(domain, company) : null,
      passages: async (question) => passagesOf(await supportObject(env, eventId).findPassages(organizationId, question)),
      newToken,
    },
  };
}

/** What the object itself stringified: its shape is that of `Retrieved[]`. */
function passagesOf(json: string): Retrieved[] {
  return JSON.parse(json) as Retrieved[];
}
