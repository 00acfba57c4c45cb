import type { DealStage, EngagementKind, FollowUpAngle, ReplyClass } from '../sales-stages';

/** What the core of sales is told about the world. Pure; instants are milliseconds since 1970 by the event's clock. */

export interface CompanyFacts {
  id: string;
  name: string;
  domain: string;
  website: string;
  industry: string;
  description: string;
  topics: string[];
  audience: string[];
  employees: number | null;
  country: string;
  city: string;
  budget: { minor: number; currency: string } | null;
  goals: { text: string; source: string }[];
  owner: string | null;
  doNotContact: boolean;
  /** How many of its people have an address that may be written to. */
  reachable: number;
  sponsorships: SponsorshipFacts[];
}

export interface SponsorshipFacts {
  id: string;
  /** Set where it was an event of the same organization. */
  eventId: string | null;
  eventName: string;
  year: number | null;
  level: string;
  amount: { minor: number; currency: string } | null;
  topics: string[];
  quote: string;
  quoteBy: string;
  outcome: string;
}

export interface CrmContactFacts {
  id: string;
  companyId: string;
  name: string;
  email: string;
  title: string;
  seniority: string;
  department: string;
  timeZone: string | null;
  locale: string | null;
  source: string;
  basis: string;
  owner: string | null;
  /** Why no mail goes there: suppressed, opted out, company stopped; null when it may. */
  stopped: string | null;
  lastReplyAt: number | null;
}

export interface PackageFacts {
  id: string;
  name: string;
  price: { minor: number; currency: string };
  earlyBird: { minor: number; currency: string; until: string } | null;
  stock: number | null;
  signed: number;
  benefits: { id: string; text: string; goals: string[] }[];
  exclusiveIndustry: string;
  active: boolean;
  version: number;
}

export interface DealFacts {
  id: string;
  companyId: string;
  contactId: string | null;
  packageId: string | null;
  stage: DealStage;
  amount: { minor: number; currency: string };
  score: number | null;
  probability: number | null;
  owner: string | null;
  version: number;
  stageAt: number;
}

/** The event as sponsors see it. */
export interface SponsoredEvent {
  id: string;
  name: string;
  startsAt: string;
  endsAt: string;
  timeZone: string;
  venue: string;
  country: string;
  city: string;
  currency: string;
  websiteUrl: string | null;
  capacity: number | null;
  /** Tickets that are held now. */
  attendees: number;
  topics: string[];
  audience: string[];
  facts: { id: string; text: string; goals: string[] }[];
}

/** One occurrence after a mail or proposal left. */
export interface EngagementFacts {
  kind: EngagementKind;
  machine: boolean;
  at: number;
  /** Seconds, of a visit. */
  seconds?: number;
}

export interface MessageFacts {
  id: string;
  contactId: string | null;
  memberId: string | null;
  proposalId: string | null;
  direction: 'out' | 'in';
  step: number | null;
  angle: FollowUpAngle | null;
  messageId: string;
  inReplyTo: string;
  subject: string;
  text: string;
  class: ReplyClass | null;
  found: Record<string, unknown>;
  handledAt: number | null;
  at: number;
}

/** A deal that has ended, as it stood when it was scored: what scores are calibrated on. */
export interface OutcomeFacts {
  features: Record<string, number>;
  signed: boolean;
}
