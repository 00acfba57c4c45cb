import type { SalesAccess } from '../../worker/agents/sales/access';
import type { CompanyFacts, CrmContactFacts, DealFacts, MessageFacts, PackageFacts } from '../../worker/core/sales/facts';
import { composeProposal } from '../../worker/core/sales/proposal/compose';
import type { Availability, OutreachSettings } from '../../worker/core/sales/types';
import type { MemberStanding, ProposalFacts } from '../../worker/ports/sales';
import { aCompany, aCrmContact, anOwnSponsorship, aSponsoredEvent, somePackages } from './sales-facts';

/** Records of sales in memory; a test overrides what matters to it. */
export interface SalesFacts {
  companies: CompanyFacts[];
  contacts: CrmContactFacts[];
  packages: PackageFacts[];
  deals: DealFacts[];
  messages: (MessageFacts & { companyId: string })[];
  proposals: ProposalFacts[];
  members: MemberStanding[];
  outreach: Partial<OutreachSettings>;
  busyElsewhere: string[];
  now: number;
}

const outreach: OutreachSettings = {
  senderName: 'Mara Holm',
  senderTitle: 'Partnerships',
  postalAddress: 'Tidewater Events, Kade 1, 3011 Rotterdam, Netherlands',
  rampStart: 20,
  rampGrowthPercent: 25,
  dailyMost: 150,
  gapSeconds: 60,
  topics: [],
  audience: [],
  facts: [],
};

const availability: Availability = {
  timeZone: 'Europe/Berlin',
  hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '17:00' })),
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 10,
  stepMinutes: 30,
  noticeHours: 24,
  horizonDays: 60,
  perDay: 6,
  closed: [],
  location: 'Video call',
};

export const aDeal = (over: Partial<DealFacts> = {}): DealFacts => ({
  id: 'dea_brightwave',
  companyId: 'cmp_brightwave',
  contactId: 'con_1',
  packageId: 'pkg_current',
  stage: 'qualified',
  amount: { minor: 950_000, currency: 'EUR' },
  score: 88,
  probability: 0.3,
  owner: null,
  version: 2,
  stageAt: 0,
  ...over,
});

export const aMember = (over: Partial<MemberStanding> = {}): MemberStanding => ({
  memberId: 'cmb_1',
  campaignId: 'cam_1',
  campaignState: 'running',
  createdBy: 'usr_owner',
  minimumScore: 80,
  companyId: 'cmp_brightwave',
  contactId: 'con_1',
  proposalId: 'pro_1',
  state: 'proposed',
  stopReason: null,
  mails: [],
  ...over,
});

export const aMessage = (over: Partial<MessageFacts & { companyId: string }> = {}): MessageFacts & { companyId: string } => ({
  id: 'sms_in1',
  companyId: 'cmp_brightwave',
  contactId: 'con_1',
  memberId: null,
  proposalId: null,
  direction: 'in',
  step: null,
  angle: null,
  messageId: 'in1@brightwave.example',
  inReplyTo: '',
  subject: 'Re: Brightwave at Tidewater',
  text: 'What does the Current package cost?',
  class: 'pricing',
  found: {},
  handledAt: null,
  at: 0,
  ...over,
});

/** A proposal for the first company, written from its records. */
function writtenProposal(companies: CompanyFacts[], contacts: CrmContactFacts[], packages: PackageFacts[], now: number): ProposalFacts[] {
  const [company] = companies;
  if (!company) return [];
  const made = composeProposal({
    ...{ event: aSponsoredEvent(), company, contact: contacts[0] ?? null, packages, sponsorships: [anOwnSponsorship()] },
    ...{ packageId: 'pkg_current', now },
  });
  if ('problem' in made) return [];
  return [
    {
      ...{ id: 'pro_1', companyId: company.id, dealId: 'dea_brightwave', contactId: 'con_1', packageId: made.content.packageId },
      ...{ state: 'draft', version: 1, token: 'proposal-token', content: made.content },
    },
  ];
}

export function someSalesFacts(over: Partial<SalesFacts> = {}): SalesFacts {
  const now = over.now ?? Date.parse('2027-03-01T10:00:00Z');
  const companies = over.companies ?? [aCompany(), aCompany({ id: 'cmp_harbor', name: 'Harbor Metrics', domain: 'harbor.example' })];
  const contacts = over.contacts ?? [
    aCrmContact(),
    aCrmContact({ id: 'con_2', name: 'Jonas Weber', email: 'jonas@brightwave.example', title: 'Designer' }),
    aCrmContact({ id: 'con_harbor', companyId: 'cmp_harbor', name: 'Ines Costa', email: 'ines@harbor.example' }),
  ];
  const packages = over.packages ?? somePackages();
  return {
    companies,
    contacts,
    packages,
    deals: [aDeal()],
    messages: [aMessage()],
    proposals: writtenProposal(companies, contacts, packages, now),
    members: [aMember()],
    outreach: {},
    busyElsewhere: [],
    now,
    ...over,
  };
}

export function aSalesAccess(facts: SalesFacts): SalesAccess {
  const byId = <T extends { id: string }>(rows: T[], id: string) => rows.find((row) => row.id === id) ?? null;
  return {
    records: {
      event: async () => aSponsoredEvent(),
      settings: async () => ({ outreach: { ...outreach, ...facts.outreach }, availability }),
      companies: async () => facts.companies,
      company: async (id) => byId(facts.companies, id),
      contactsOf: async (companyId) => facts.contacts.filter((contact) => contact.companyId === companyId),
      contact: async (id) => byId(facts.contacts, id),
      packages: async () => facts.packages,
      deals: async () => facts.deals,
      dealOf: async (companyId) => facts.deals.find((deal) => deal.companyId === companyId) ?? null,
      exclusivities: async () => [],
      engagementOf: async () => [],
      messagesOf: async (companyId) => facts.messages.filter((message) => message.companyId === companyId),
      message: async (id) => byId(facts.messages, id),
      proposal: async (id) => byId(facts.proposals, id),
      latestProposalOf: async (companyId) => facts.proposals.findLast((proposal) => proposal.companyId === companyId) ?? null,
      outcomes: async () => [],
      busy: async () => [],
      meeting: async () => null,
      sentSince: async () => ({ count: 0, lastAt: null, firstEverAt: null }),
    },
    ownSponsorships: async () => [anOwnSponsorship()],
    otherCompanies: async (companyId) => facts.companies.filter(({ id }) => id !== companyId).map(({ name }) => name),
    member: async (id) => facts.members.find(({ memberId }) => memberId === id) ?? null,
    isBusyElsewhere: async (contactId) => facts.busyElsewhere.includes(contactId),
    mail: {
      messageId: (id) => `${id}@events.example.org`,
      replyTo: (thread) => `sponsors+${thread}@example.org`,
      optOut: async (address) => ({
        'List-Unsubscribe': `<https://events.example.org/api/v1/opt-out/${btoa(address).replace(/=/g, '')}.abc>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
      link: async (id) => `https://events.example.org/r/${id}.abc`,
      pixel: async (id) => `https://events.example.org/o/${id}.abc.gif`,
    },
    findPeople: null,
    passages: async () => [],
    newToken: () => 'page-token',
  };
}
