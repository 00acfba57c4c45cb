import { digitsOf } from '../../money';
import type { CompanyFacts, PackageFacts, SponsoredEvent, SponsorshipFacts } from '../facts';
import type { ClaimSource } from '../types';

/** A sponsorship of one of the organizer's events, with who it was. */
export interface OwnSponsorship extends SponsorshipFacts {
  companyName: string;
}

/** The records that claims can stand on. */
export interface ClaimRecords {
  event: SponsoredEvent;
  company: CompanyFacts;
  packages: readonly PackageFacts[];
  /** Of the organizer's own events, by all companies. */
  sponsorships: readonly OwnSponsorship[];
}

/** What the record behind a claim says, as text; null where there is no such record or field. Pure. */
export function sourceText(source: ClaimSource, records: ClaimRecords): string | null {
  const value = recordValue(source, records);
  if (value === null || value === undefined) return null;
  return Array.isArray(value) ? value.join(', ') : String(value);
}

type Value = string | number | string[] | null | undefined;

function recordValue({ kind, id, field }: ClaimSource, { event, company, packages, sponsorships }: ClaimRecords): Value {
  const [name = '', part = ''] = field.split(':');
  switch (kind) {
    case 'event':
      return id === event.id ? eventField(name, event) : null;
    case 'attendees':
      return id === event.id ? event.attendees : null;
    case 'organizer':
      return event.facts.find((fact) => fact.id === id)?.text;
    case 'company':
      return id === company.id ? companyField(name, part, company) : null;
    case 'package': {
      const one = packages.find((candidate) => candidate.id === id);
      return one ? packageField(name, part, one) : null;
    }
    case 'sponsorship': {
      const one = [...sponsorships, ...company.sponsorships].find((candidate) => candidate.id === id);
      return one ? sponsorshipField(name, one) : null;
    }
  }
}

function eventField(field: string, event: SponsoredEvent): Value {
  switch (field) {
    case 'name':
      return event.name;
    case 'dates':
      return `${event.startsAt.slice(0, 10)} ${event.endsAt.slice(0, 10)}`;
    case 'place':
      return [event.venue, event.city, event.country];
    case 'capacity':
      return event.capacity;
    case 'topics':
      return event.topics;
    case 'audience':
      return event.audience;
    default:
      return null;
  }
}

function companyField(field: string, part: string, company: CompanyFacts): Value {
  switch (field) {
    case 'name':
      return company.name;
    case 'topics':
      return company.topics;
    case 'audience':
      return company.audience;
    case 'city':
      return company.city;
    case 'industry':
      return company.industry;
    case 'goals':
      return company.goals[Number(part)]?.text;
    default:
      return null;
  }
}

const majorText = ({ minor, currency }: { minor: number; currency: string }) =>
  `${currency} ${(minor / 10 ** digitsOf(currency)).toFixed(digitsOf(currency))}`;

function packageField(field: string, part: string, one: PackageFacts): Value {
  switch (field) {
    case 'name':
      return one.name;
    case 'price':
      return majorText(one.price);
    case 'earlyBird':
      return one.earlyBird && `${majorText(one.earlyBird)} ${one.earlyBird.until}`;
    case 'stock':
      return one.stock === null ? null : `${one.stock} ${Math.max(0, one.stock - one.signed)}`;
    case 'exclusiveIndustry':
      return one.exclusiveIndustry;
    case 'benefits':
      return one.benefits.find(({ id }) => id === part)?.text;
    default:
      return null;
  }
}

function sponsorshipField(field: string, one: SponsorshipFacts | OwnSponsorship): Value {
  switch (field) {
    case 'eventName':
      return one.eventName;
    case 'year':
      return one.year;
    case 'topics':
      return one.topics;
    case 'quote':
      return `${one.quote} ${one.quoteBy}`;
    case 'outcome':
      return one.outcome;
    case 'company':
      return 'companyName' in one ? one.companyName : null;
    default:
      return null;
  }
}
