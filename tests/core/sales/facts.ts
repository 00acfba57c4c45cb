import type { CompanyFacts, CrmContactFacts, DealFacts, PackageFacts, SponsoredEvent } from '../../../worker/core/sales/facts';
import type { MatchSituation } from '../../../worker/core/sales/match';

/** Facts of sales with believable defaults, for tests. */

export const eur = (major: number) => ({ minor: major * 100, currency: 'EUR' });

export function aCompany(part: Partial<CompanyFacts> = {}): CompanyFacts {
  return {
    ...{ id: 'cmp_1', name: 'Nordlicht Cloud', domain: 'nordlicht.example', website: '', industry: 'Cloud hosting', description: '' },
    ...{ topics: [], audience: [], employees: null, country: '', city: '', budget: null, goals: [], owner: null, doNotContact: false },
    ...{ reachable: 1, sponsorships: [] },
    ...part,
  };
}

export function aCrmContact(part: Partial<CrmContactFacts> = {}): CrmContactFacts {
  return {
    ...{
      id: 'con_1',
      companyId: 'cmp_1',
      name: 'Ada Berg',
      email: 'ada@nordlicht.example',
      title: 'Head of Marketing',
      seniority: '',
      department: '',
    },
    ...{ timeZone: null, locale: null, source: 'sheet', basis: 'legitimate_interest', owner: null, stopped: null, lastReplyAt: null },
    ...part,
  };
}

export function aPackage(part: Partial<PackageFacts> = {}): PackageFacts {
  return {
    ...{
      id: 'pkg_gold',
      name: 'Gold',
      price: eur(10_000),
      earlyBird: null,
      stock: 4,
      signed: 0,
      exclusiveIndustry: '',
      active: true,
      version: 1,
    },
    benefits: [{ id: 'booth', text: 'A booth of 9 m² in the main hall', goals: ['leads', 'brand'] }],
    ...part,
  };
}

export function aDeal(part: Partial<DealFacts> = {}): DealFacts {
  return {
    ...{
      id: 'dea_1',
      companyId: 'cmp_1',
      contactId: null,
      packageId: null,
      stage: 'prospect',
      amount: eur(0),
      score: null,
      probability: null,
    },
    ...{ owner: null, version: 1, stageAt: 0 },
    ...part,
  };
}

export const sponsoredEvent: SponsoredEvent = {
  ...{ id: 'evt_1', name: 'Cloud Days 2027', startsAt: '2027-05-20T09:00', endsAt: '2027-05-21T17:00', timeZone: 'Europe/Berlin' },
  ...{
    venue: 'Halle 7',
    country: 'DE',
    city: 'Berlin',
    currency: 'EUR',
    websiteUrl: 'https://clouddays.example',
    capacity: 800,
    attendees: 412,
  },
  topics: ['cloud', 'AI', 'open source', 'security'],
  audience: ['developers', 'platform engineers'],
  facts: [],
};

export function aMatchSituation(part: Partial<MatchSituation> = {}): MatchSituation {
  return { event: sponsoredEvent, packages: [aPackage()], deals: [], exclusivities: [], now: Date.UTC(2027, 0, 10), ...part };
}
