import type { CompanyFacts, DealFacts, PackageFacts, SponsoredEvent, SponsorshipFacts } from './facts';
import { folded, foundIn, type Needle, needlesOf } from './terms';
import type { ScorePart } from './types';

/** Pure. How well companies fit an event, and what stands against writing to them. */

export interface MatchSituation {
  event: SponsoredEvent;
  packages: readonly PackageFacts[];
  deals: readonly DealFacts[];
  exclusivities: readonly { industry: string; companyId: string; companyName: string; packageName: string }[];
  /** Milliseconds since 1970. */
  now: number;
}

export interface Obstacle {
  rule: 'do_not_contact' | 'no_contact' | 'already_signed' | 'deal_lost' | 'exclusivity' | 'sold_out';
  text: string;
}

export interface Ranked {
  companyId: string;
  /** 0 to 100, the sum of its parts. */
  score: number;
  parts: ScorePart[];
  /** Why it must not or cannot be written to now; it is ranked all the same. */
  obstacles: Obstacle[];
}

/** What each part is worth. What is not known counts a little: it may turn out well, and says so. */
const worth = { topics: 30, audience: 20, past: 15, budget: 15, place: 8, goals: 7, recency: 5 } as const;
const unknownShare = 0.25;
/** So many terms in common are as good as all of them. */
const enoughTerms = 4;

interface Prepared {
  situation: MatchSituation;
  topics: Needle[];
  audience: Needle[];
  benefitGoals: Needle[];
  /** Prices in minor units of the event's currency, cheapest first, of what is left. */
  prices: number[];
  stages: Map<string, DealFacts['stage']>;
  /** Folded industry of what others keep to themselves. */
  kept: { folded: string; of: MatchSituation['exclusivities'][number] }[];
  year: number;
}

/**
 * The best first; equal scores by name, so that the order is always the same. At most `limit`, and only of those that
 * `wanted` lets through. Reasons are put into words for the ones that are returned alone: it is most of the work.
 */
export function rankProspects(
  companies: readonly CompanyFacts[],
  situation: MatchSituation,
  { limit = Number.POSITIVE_INFINITY, wanted = () => true }: { limit?: number; wanted?: (one: Weighed) => boolean } = {},
): Ranked[] {
  const prepared = prepare(situation);
  return companies
    .map((company) => weigh(company, prepared))
    .filter(wanted)
    .sort((a, b) => b.score - a.score || compare(a.company.name, b.company.name))
    .slice(0, limit)
    .map(explained);
}

export function matchCompany(company: CompanyFacts, situation: MatchSituation): Ranked {
  return explained(weigh(company, prepare(situation)));
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function prepare(situation: MatchSituation): Prepared {
  const left = situation.packages.filter(({ active, stock, signed }) => active && (stock === null || signed < stock));
  return {
    situation,
    topics: needlesOf(situation.event.topics),
    audience: needlesOf(situation.event.audience),
    benefitGoals: needlesOf(left.flatMap(({ benefits }) => benefits.flatMap(({ goals }) => goals))),
    prices: left.map(({ price, earlyBird }) => Math.min(price.minor, earlyBird?.minor ?? price.minor)).sort((a, b) => a - b),
    stages: new Map(situation.deals.map(({ companyId, stage }) => [companyId, stage])),
    kept: situation.exclusivities.map((of) => ({ folded: folded(of.industry), of })),
    year: Number(situation.event.startsAt.slice(0, 4)),
  };
}

/** A company with what its parts are worth, not yet in words. */
export interface Weighed {
  company: CompanyFacts;
  score: number;
  findings: Finding[];
  obstacles: Obstacle[];
}

interface Finding {
  name: keyof typeof worth;
  label: string;
  points: number;
  because: () => string;
}

function weigh(company: CompanyFacts, prepared: Prepared): Weighed {
  const own = folded(...company.topics, company.industry);
  const said = folded(company.description);
  const findings = [
    overlap('topics', 'Topics', prepared.topics, own, said),
    overlap('audience', 'Audience', prepared.audience, folded(...company.audience), said),
    pastPart(company, prepared),
    budgetPart(company, prepared),
    placePart(company, prepared.situation.event),
    goalsPart(company, prepared),
    recencyPart(company, prepared.year),
  ];
  const score = Math.round(findings.reduce((sum, { points }) => sum + points, 0));
  return { company, score, findings, obstacles: obstaclesOf(company, prepared) };
}

function explained({ company, score, findings, obstacles }: Weighed): Ranked {
  const parts = findings.map(({ name, label, points, because }) => ({ part: name, label, points, of: worth[name], because: because() }));
  return { companyId: company.id, score, parts, obstacles };
}

function finding(name: keyof typeof worth, label: string, share: number, because: () => string): Finding {
  return { name, label, points: Math.round(worth[name] * Math.min(1, Math.max(0, share)) * 10) / 10, because };
}

/** Terms that the company names itself count in full, those that only its description holds count half. */
function overlap(name: 'topics' | 'audience', label: string, needles: readonly Needle[], own: string, said: string): Finding {
  if (needles.length === 0) return finding(name, label, unknownShare, () => `The event names no ${name} yet.`);
  if (own.trim() === '' && said.trim() === '') return finding(name, label, unknownShare, () => `Nothing is known of its ${name}.`);
  const named = foundIn(own, needles);
  const mentioned = foundIn(
    said,
    needles.filter(({ term }) => !named.includes(term)),
  );
  const share = (named.length + mentioned.length / 2) / Math.min(needles.length, enoughTerms);
  const both = [...named, ...mentioned];
  return finding(name, label, share, () =>
    both.length > 0 ? `${both.length} of ${needles.length}: ${both.slice(0, 6).join(', ')}` : `None of ${needles.length} in common.`,
  );
}

function pastPart({ sponsorships }: CompanyFacts, { topics }: Prepared): Finding {
  if (sponsorships.length === 0) return finding('past', 'Past sponsorships', 0, () => 'None is known.');
  const own = sponsorships.filter(({ eventId }) => eventId !== null);
  if (own.length > 0)
    return finding('past', 'Past sponsorships', 0.8 + 0.2 * Math.min(1, own.length / 3), () => `Sponsored your events: ${named(own)}`);
  const similar = sponsorships.filter((one) => foundIn(folded(...one.topics, one.eventName), topics).length > 0);
  if (similar.length > 0)
    return finding(
      'past',
      'Past sponsorships',
      0.5 + 0.1 * Math.min(3, similar.length),
      () => `Sponsored similar events: ${named(similar)}`,
    );
  return finding('past', 'Past sponsorships', 0.3, () => `Sponsored other events: ${named(sponsorships)}`);
}

const named = (past: readonly SponsorshipFacts[]) =>
  past
    .slice(0, 3)
    .map(({ eventName, year }) => (year === null ? eventName : `${eventName} ${year}`))
    .join(', ');

function budgetPart(company: CompanyFacts, { prices, situation }: Prepared): Finding {
  const label = 'Size and budget';
  const [cheapest] = prices;
  if (cheapest === undefined) return finding('budget', label, unknownShare, () => 'There is no package to compare with.');
  const inCurrency = (amount: { minor: number; currency: string } | null) =>
    amount && amount.currency === situation.event.currency ? amount.minor : null;
  const paid = company.sponsorships.flatMap(({ amount }) => inCurrency(amount) ?? []);
  const known = inCurrency(company.budget) ?? (paid.length > 0 ? Math.max(...paid) : null);
  if (known !== null) {
    const affordable = prices.filter((price) => price <= known).length;
    if (affordable === 0)
      return finding('budget', label, 0.6 * (known / cheapest), () => 'Its known budget is below the smallest package.');
    return finding(
      'budget',
      label,
      0.7 + 0.3 * (affordable / prices.length),
      () => `Its known budget carries ${affordable} of ${prices.length} packages.`,
    );
  }
  const { employees } = company;
  if (employees === null) return finding('budget', label, unknownShare, () => 'Neither size nor budget is known.');
  // Firms of 50 sponsor small packages, firms of some hundred any.
  const share = Math.min(1, Math.max(0.1, Math.log10(Math.max(1, employees)) / 2.7));
  return finding('budget', label, share * 0.9, () => `About ${employees} people; its budget is not known.`);
}

function placePart({ country, city }: CompanyFacts, event: SponsoredEvent): Finding {
  const same = (a: string, b: string) => a !== '' && folded(a) === folded(b);
  if (same(city, event.city)) return finding('place', 'Place', 1, () => `In ${city}, as the event.`);
  if (country === '' || event.country === '')
    return finding('place', 'Place', unknownShare, () => 'Where it is, or the event, is not known.');
  if (same(country, event.country)) return finding('place', 'Place', 0.75, () => `In the same country (${country}).`);
  return finding('place', 'Place', 0.2, () => `In another country (${country}).`);
}

function goalsPart({ goals }: CompanyFacts, { benefitGoals }: Prepared): Finding {
  if (goals.length === 0) return finding('goals', 'Goals', unknownShare, () => 'What it wants to reach is not known.');
  const served = foundIn(folded(...goals.map(({ text }) => text)), benefitGoals);
  return finding('goals', 'Goals', served.length / Math.min(goals.length, 2), () =>
    served.length > 0 ? `Packages serve ${served.join(', ')}.` : 'No benefit serves its goals.',
  );
}

function recencyPart({ sponsorships }: CompanyFacts, year: number): Finding {
  const latest = Math.max(...sponsorships.flatMap((one) => one.year ?? []), Number.NEGATIVE_INFINITY);
  if (latest === Number.NEGATIVE_INFINITY) return finding('recency', 'Recency', 0, () => 'No dated sponsorship is known.');
  const ago = Math.max(0, year - latest);
  return finding('recency', 'Recency', Math.max(0, 1 - ago / 4), () =>
    ago === 0 ? 'Sponsors this year.' : `Sponsored ${ago === 1 ? 'a year' : `${ago} years`} before this event.`,
  );
}

function obstaclesOf(company: CompanyFacts, { situation, stages, prices, kept }: Prepared): Obstacle[] {
  const obstacles: Obstacle[] = [];
  if (company.doNotContact) obstacles.push({ rule: 'do_not_contact', text: 'Somebody has marked it as not to be contacted.' });
  if (company.reachable === 0) obstacles.push({ rule: 'no_contact', text: 'Nobody there has an address that may be written to.' });
  const stage = stages.get(company.id);
  if (stage === 'signed') obstacles.push({ rule: 'already_signed', text: 'It has signed for this event.' });
  if (stage === 'lost') obstacles.push({ rule: 'deal_lost', text: 'Its deal for this event was lost.' });
  const industry = kept.length > 0 ? folded(company.industry) : '';
  const other = kept.find(({ folded: theirs, of }) => of.companyId !== company.id && industry !== '' && theirs === industry)?.of;
  if (other)
    obstacles.push({ rule: 'exclusivity', text: `${other.companyName} has ${other.industry} to itself with ${other.packageName}.` });
  if (situation.packages.length > 0 && prices.length === 0)
    obstacles.push({ rule: 'sold_out', text: 'Every package is sold out or off sale.' });
  return obstacles;
}
