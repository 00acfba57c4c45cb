import type { CompanyFacts, CrmContactFacts, PackageFacts, SponsoredEvent, SponsorshipFacts } from '../../worker/core/sales/facts';
import type { OwnSponsorship } from '../../worker/core/sales/proposal/source-text';

/** Facts of sales with everything filled; a test overrides what matters to it. */

export function aSponsoredEvent(over: Partial<SponsoredEvent> = {}): SponsoredEvent {
  return {
    id: 'evt_tidewater',
    name: 'Tidewater Product Days 2027',
    startsAt: '2027-05-20T09:00',
    endsAt: '2027-05-21T17:30',
    timeZone: 'Europe/Amsterdam',
    venue: 'Pakhuis Noord',
    country: 'NL',
    city: 'Rotterdam',
    currency: 'EUR',
    websiteUrl: 'https://tidewater.example',
    capacity: 600,
    attendees: 214,
    topics: ['product management', 'ux', 'research', 'ai', 'data'],
    audience: ['product managers', 'designers', 'developers'],
    facts: [
      { id: 'f1', text: 'Two of three attendees decide on the tools of their team', goals: ['leads'] },
      { id: 'f2', text: 'In 2026, attendees came from 23 countries', goals: ['brand'] },
    ],
    ...over,
  };
}

export function aPackage(over: Partial<PackageFacts> = {}): PackageFacts {
  return {
    id: 'pkg_current',
    name: 'Current',
    price: { minor: 950_000, currency: 'EUR' },
    earlyBird: { minor: 820_000, currency: 'EUR', until: '2027-01-31' },
    stock: 6,
    signed: 4,
    benefits: [
      { id: 'b1', text: 'A stand of 6 m² in the main hall', goals: ['leads'] },
      { id: 'b2', text: 'Your openings on the job wall and in the mail to all attendees', goals: ['recruiting'] },
      { id: 'b3', text: '6 tickets for your team', goals: [] },
      { id: 'b4', text: 'Your logo on the stage and on the website', goals: ['brand'] },
    ],
    exclusiveIndustry: '',
    active: true,
    version: 1,
    ...over,
  };
}

export const somePackages = (): PackageFacts[] => [
  aPackage({
    id: 'pkg_tide',
    name: 'Tide',
    price: { minor: 1_800_000, currency: 'EUR' },
    earlyBird: null,
    stock: 2,
    signed: 0,
    benefits: [
      { id: 'b1', text: 'A stand of 12 m² at the entrance', goals: ['leads', 'brand'] },
      { id: 'b2', text: 'Host of the evening by the water', goals: ['brand', 'community'] },
      { id: 'b3', text: '10 tickets for your team', goals: [] },
    ],
  }),
  aPackage(),
  aPackage({
    id: 'pkg_ripple',
    name: 'Ripple',
    price: { minor: 350_000, currency: 'EUR' },
    earlyBird: null,
    stock: 15,
    signed: 3,
    benefits: [
      { id: 'b1', text: 'Your name on the website', goals: ['brand'] },
      { id: 'b2', text: '2 tickets for your team', goals: [] },
    ],
  }),
];

export function aSponsorship(over: Partial<SponsorshipFacts> = {}): SponsorshipFacts {
  return {
    id: 'spo_theirs',
    eventId: null,
    eventName: 'Delta Research Week',
    year: 2025,
    level: 'Gold',
    amount: { minor: 800_000, currency: 'EUR' },
    topics: ['research', 'data'],
    quote: '',
    quoteBy: '',
    outcome: '',
    ...over,
  };
}

export function anOwnSponsorship(over: Partial<OwnSponsorship> = {}): OwnSponsorship {
  return {
    ...aSponsorship({
      id: 'spo_own',
      eventId: 'evt_2026',
      eventName: 'Tidewater Product Days 2026',
      year: 2026,
      quote: 'We came for the talks and left with two hires.',
      quoteBy: 'Mara Lindqvist',
      outcome: '212 visitors at the stand',
    }),
    companyName: 'Northlight Tools',
    ...over,
  };
}

export function aCompany(over: Partial<CompanyFacts> = {}): CompanyFacts {
  return {
    id: 'cmp_brightwave',
    name: 'Brightwave Analytics',
    domain: 'brightwave.example',
    website: 'https://brightwave.example',
    industry: 'software',
    description: 'Analytics for product teams.',
    topics: ['data', 'ai', 'product management'],
    audience: ['product managers', 'developers'],
    employees: 240,
    country: 'NL',
    city: 'Rotterdam',
    budget: { minor: 1_000_000, currency: 'EUR' },
    goals: [
      { text: 'hire backend engineers', source: 'careers page' },
      { text: 'meet buyers in the Netherlands', source: 'call' },
    ],
    owner: null,
    doNotContact: false,
    reachable: 1,
    sponsorships: [aSponsorship()],
    ...over,
  };
}

export function aCrmContact(over: Partial<CrmContactFacts> = {}): CrmContactFacts {
  return {
    id: 'con_1',
    companyId: 'cmp_brightwave',
    name: 'Anna de Vries',
    email: 'anna@brightwave.example',
    title: 'Head of Marketing',
    seniority: 'head',
    department: 'marketing',
    timeZone: 'Europe/Amsterdam',
    locale: 'en',
    source: 'csv',
    basis: 'legitimate_interest',
    owner: null,
    stopped: null,
    lastReplyAt: null,
    ...over,
  };
}
