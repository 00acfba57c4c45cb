import type { PackageFacts, SponsorshipFacts } from '../facts';
import { folded, foundIn, needlesOf } from '../terms';
import type { ClaimSource } from '../types';
import { serves } from './goal-terms';
import { daysText, dayText, listText, moneyText, numberText, type SalesLocale } from './language';
import { presentableCompany, presentableTerm, presentableText } from './presentable-facts';
import { leftOf, type PriceNow } from './price-now';
import type { ClaimRecords, OwnSponsorship } from './source-text';
import { spelledTerm } from './term-spelling';
import { vary } from './vary';
import { type ProposalWords, proposalWords, type Ways } from './words';

/** Pure. Each function gives what the records let one say about one matter: a sentence with its sources, or nothing. */

export interface Claim {
  text: string;
  sources: ClaimSource[];
}

export interface Speaker {
  records: ClaimRecords;
  locale: SalesLocale;
  words: ProposalWords;
  /** Names as they may be said; the event's without its year, and in full. */
  company: string;
  event: string;
  fullEvent: string;
  /** What is varied by; the same one always says the same. */
  seed: string;
}

export function speakerOf(records: ClaimRecords, locale: SalesLocale, seed = records.company.id): Speaker {
  const { company, event } = records;
  const fullEvent = presentableTerm(event.name);
  const names = { company: presentableCompany(company.name), event: fullEvent.replace(/\s+20\d\d$/, ''), fullEvent };
  return { records, locale, words: proposalWords[locale.language], seed, ...names };
}

export function said<V>(speaker: Speaker, slot: string, ways: Ways<V>, values: V): string {
  return vary(ways, speaker.seed, slot)(values);
}

const of = (kind: ClaimSource['kind'], id: string, ...fields: string[]): ClaimSource[] => fields.map((field) => ({ kind, id, field }));

const mostTerms = 3;

export function topicsClaim(speaker: Speaker): Claim | null {
  const { event, company } = speaker.records;
  const shared = sharedTerms(event.topics, [...company.topics, company.industry], speaker);
  if (shared.length === 0) return null;
  const values = { ...namesOf(speaker), topics: listText(shared, speaker.locale), one: shared.length === 1 };
  return {
    text: said(speaker, 'topics', speaker.words.topics, values),
    sources: [...of('company', company.id, 'topics', 'industry'), ...of('event', event.id, 'topics')],
  };
}

export function audienceClaim(speaker: Speaker): Claim | null {
  const { event, company } = speaker.records;
  const shared = sharedTerms(event.audience, company.audience, speaker);
  if (shared.length === 0) return null;
  return {
    text: said(speaker, 'audience', speaker.words.audience, { ...namesOf(speaker), audience: listText(shared, speaker.locale) }),
    sources: [...of('company', company.id, 'audience'), ...of('event', event.id, 'audience')],
  };
}

/** What it sponsored before: an event of the organizer, or one on the same topics. */
export function pastClaim(speaker: Speaker): Claim | null {
  const { company, event } = speaker.records;
  const latestFirst = company.sponsorships.toSorted((a, b) => (b.year ?? 0) - (a.year ?? 0));
  const own = latestFirst.find((one) => one.eventId !== null && one.eventId !== event.id && presentableTerm(one.eventName) !== '');
  if (own) {
    const values = { ...namesOf(speaker), past: pastName(own, speaker) };
    return { text: said(speaker, 'returning', speaker.words.returning, values), sources: of('sponsorship', own.id, 'eventName', 'year') };
  }
  for (const one of latestFirst) {
    const shared = one.eventId === null && presentableTerm(one.eventName) !== '' ? sharedTerms(event.topics, one.topics, speaker) : [];
    if (shared.length === 0) continue;
    const values = { ...namesOf(speaker), past: pastName(one, speaker), topics: listText(shared, speaker.locale) };
    return {
      text: said(speaker, 'similar', speaker.words.similar, values),
      sources: [...of('sponsorship', one.id, 'eventName', 'year', 'topics'), ...of('event', event.id, 'topics')],
    };
  }
  return null;
}

export function placeClaim(speaker: Speaker): Claim | null {
  const { company, event } = speaker.records;
  const city = presentableTerm(company.city);
  if (city === '' || folded(city) !== folded(event.city)) return null;
  return {
    text: said(speaker, 'city', speaker.words.sameCity, { ...namesOf(speaker), city }),
    sources: [...of('company', company.id, 'city'), ...of('event', event.id, 'place')],
  };
}

export function whenClaim(speaker: Speaker): Claim {
  const { event } = speaker.records;
  const venue = presentableTerm(event.venue);
  const city = presentableTerm(event.city);
  const place = city === '' || folded(venue).includes(folded(city)) ? venue : [venue, city].filter(Boolean).join(', ');
  const values = {
    company: speaker.company,
    event: speaker.fullEvent,
    days: daysText(event.startsAt, event.endsAt, speaker.locale),
    place,
  };
  return { text: said(speaker, 'when', speaker.words.when, values), sources: of('event', event.id, 'dates', 'place') };
}

/** Fewer holders than this say nothing about an event. */
const tellingAttendees = 25;

export function sizeClaims(speaker: Speaker): Claim[] {
  const { event } = speaker.records;
  const claims: Claim[] = [];
  const values = (count: number) => ({ ...namesOf(speaker), count: numberText(count, speaker.locale) });
  if (event.attendees >= tellingAttendees)
    claims.push({
      text: said(speaker, 'attendees', speaker.words.attendees, values(event.attendees)),
      sources: of('attendees', event.id, 'tickets'),
    });
  if (event.capacity !== null && event.capacity >= tellingAttendees)
    claims.push({
      text: said(speaker, 'capacity', speaker.words.capacity, values(event.capacity)),
      sources: of('event', event.id, 'capacity'),
    });
  return claims;
}

/** The organizer's own facts, word for word; those that bear on the company's goals first. */
export function factClaims(speaker: Speaker, most: number): Claim[] {
  const { event, company } = speaker.records;
  const bears = (goals: string[]) => goals.some((term) => company.goals.some(({ text }) => serves(term, text)));
  return event.facts
    .toSorted((a, b) => Number(bears(b.goals)) - Number(bears(a.goals)))
    .flatMap(({ id, text }) =>
      presentableText(text) === '' ? [] : [{ text: ended(presentableText(text)), sources: of('organizer', id, 'text') }],
    )
    .slice(0, most);
}

/** Goals as far as they can be repeated to the company, with their place in the record. */
export function statedGoals(speaker: Speaker): { text: string; index: number }[] {
  return speaker.records.company.goals.flatMap(({ text }, index) =>
    presentableTerm(text) === '' ? [] : [{ text: presentableTerm(text), index }],
  );
}

export function goalsClaim(speaker: Speaker): Claim | null {
  const goals = statedGoals(speaker).slice(0, mostTerms);
  if (goals.length === 0) return null;
  const quoted = listText(
    goals.map(({ text }) => speaker.words.quoted(text)),
    speaker.locale,
  );
  return {
    text: said(speaker, 'goals', speaker.words.goals, { ...namesOf(speaker), goals: quoted, one: goals.length === 1 }),
    sources: goals.flatMap(({ index }) => of('company', speaker.records.company.id, `goals:${index}`)),
  };
}

/** What the package gives; each goal is named at its first two benefits, which come first. */
export function benefitClaims(speaker: Speaker, one: PackageFacts): Claim[] {
  const goals = statedGoals(speaker);
  const named = new Map<number, number>();
  const claims = one.benefits.flatMap(({ id, text, goals: terms }) => {
    const benefit = presentableText(text).replace(/\.$/, '');
    if (benefit === '') return [];
    const sources = of('package', one.id, `benefits:${id}`);
    const goal = goals.find(({ text: stated, index }) => (named.get(index) ?? 0) < 2 && terms.some((term) => serves(term, stated)));
    if (!goal) return [{ first: false, text: benefit, sources }];
    named.set(goal.index, (named.get(goal.index) ?? 0) + 1);
    const values = { benefit, goal: speaker.words.quoted(goal.text) };
    return [
      {
        first: true,
        text: said(speaker, `benefit ${id}`, speaker.words.benefitForGoal, values),
        sources: [...sources, ...of('company', speaker.records.company.id, `goals:${goal.index}`)],
      },
    ];
  });
  const ordered = claims.toSorted((a, b) => Number(b.first) - Number(a.first)).map(({ text, sources }) => ({ text, sources }));
  const industry = presentableTerm(one.exclusiveIndustry);
  if (industry === '') return ordered;
  const values = { offer: offerOf(one), industry };
  return [
    ...ordered,
    { text: said(speaker, 'exclusive', speaker.words.exclusive, values), sources: of('package', one.id, 'exclusiveIndustry') },
  ];
}

export const offerOf = (one: Pick<PackageFacts, 'name'>) => presentableTerm(one.name);

export function priceClaims(speaker: Speaker, one: PackageFacts, current: PriceNow): Claim[] {
  const { locale, words } = speaker;
  const field = current.earlyBirdUntil === null ? 'price' : 'earlyBird';
  const values = { offer: offerOf(one), price: moneyText(current.price, locale) };
  const claims: Claim[] = [{ text: said(speaker, 'price', words.price, values), sources: of('package', one.id, 'name', field) }];
  const early = earlyBirdClaim(speaker, one, current);
  const left = stockClaim(speaker, one);
  return [...claims, ...(early ? [early] : []), ...(left ? [left] : [])];
}

export function earlyBirdClaim(speaker: Speaker, one: PackageFacts, current: PriceNow): Claim | null {
  if (current.earlyBirdUntil === null) return null;
  const values = { until: dayText(current.earlyBirdUntil, speaker.locale), full: moneyText(one.price, speaker.locale) };
  return { text: said(speaker, 'early', speaker.words.earlyBird, values), sources: of('package', one.id, 'earlyBird', 'price') };
}

/** Only where it is scarce: three or fewer, and fewer than half. One that was single from the start counts. */
export function stockClaim(speaker: Speaker, one: PackageFacts): Claim | null {
  const left = leftOf(one);
  if (left === null || one.stock === null || left === 0 || left > 3 || (left * 2 > one.stock && one.stock > 1) || one.stock === 1)
    return null;
  const values = { offer: offerOf(one), left: String(left), of: String(one.stock), one: left === 1 };
  return { text: said(speaker, 'left', speaker.words.left, values), sources: of('package', one.id, 'stock') };
}

/** What earlier sponsors said, word for word and by name; nearest in topic first. */
export function quoteClaims(speaker: Speaker, most: number): Claim[] {
  return ranked(speaker)
    .flatMap((one) => {
      const quote = presentableText(one.quote).replace(/^[“„"«]|[”“"»]$/gu, '');
      const person = presentableTerm(one.quoteBy);
      if (quote === '' || person === '') return [];
      const sponsor = presentableCompany(one.companyName);
      const by = [person, ...(folded(person).includes(folded(sponsor).trim()) ? [] : [sponsor]), pastName(one, speaker)].join(', ');
      return [
        {
          text: said(speaker, `quote ${one.id}`, speaker.words.quote, { quote, by }),
          sources: of('sponsorship', one.id, 'quote', 'company', 'eventName', 'year'),
        },
      ];
    })
    .slice(0, most);
}

export function outcomeClaims(speaker: Speaker, most: number): Claim[] {
  return ranked(speaker)
    .flatMap((one) => {
      const outcome = presentableText(one.outcome).replace(/\.$/, '');
      if (outcome === '') return [];
      const values = { sponsor: presentableCompany(one.companyName), past: pastName(one, speaker), outcome };
      return [
        {
          text: said(speaker, `outcome ${one.id}`, speaker.words.outcome, values),
          sources: of('sponsorship', one.id, 'outcome', 'company', 'eventName', 'year'),
        },
      ];
    })
    .slice(0, most);
}

/** Who sponsored the latest event of the organizer of which that is known. */
export function sponsorsClaim(speaker: Speaker): Claim | null {
  const [latest] = ranked(speaker).toSorted((a, b) => (b.year ?? 0) - (a.year ?? 0));
  if (!latest) return null;
  const same = ranked(speaker)
    .filter((one) => one.eventName === latest.eventName && one.year === latest.year)
    .filter((one, index, all) => all.findIndex((other) => other.companyName === one.companyName) === index)
    .slice(0, 4);
  const sponsors = listText(
    same.map(({ companyName }) => presentableCompany(companyName)),
    speaker.locale,
  );
  return {
    text: said(speaker, 'sponsors', speaker.words.sponsors, { sponsors, past: pastName(latest, speaker), one: same.length === 1 }),
    sources: [...same.flatMap(({ id }) => of('sponsorship', id, 'company')), ...of('sponsorship', latest.id, 'eventName', 'year')],
  };
}

/** Sponsorships of others that can be named, those on topics of the company first, then the latest. */
function ranked(speaker: Speaker): OwnSponsorship[] {
  const { company, sponsorships } = speaker.records;
  const near = needlesOf([...company.topics, company.industry].filter(Boolean));
  const nearness = (one: OwnSponsorship) => foundIn(folded(...one.topics), near).length;
  return sponsorships
    .filter(({ companyName, eventName }) => presentableCompany(companyName) !== '' && presentableTerm(eventName) !== '')
    .filter(({ companyName }) => folded(companyName) !== folded(company.name))
    .toSorted((a, b) => nearness(b) - nearness(a) || (b.year ?? 0) - (a.year ?? 0) || (a.id < b.id ? -1 : 1));
}

function pastName({ eventName, year }: SponsorshipFacts, { words }: Speaker): string {
  return words.pastEvent(presentableTerm(eventName), year === null ? '' : String(year));
}

/** Terms of the event that the company has as well, as they are written in a sentence. */
function sharedTerms(ofEvent: readonly string[], ofCompany: readonly string[], { locale }: Speaker): string[] {
  const own = folded(...ofCompany);
  return foundIn(own, needlesOf(ofEvent))
    .map((term) => presentableTerm(term))
    .filter((term) => term !== '')
    .slice(0, mostTerms)
    .map((term) => spelledTerm(locale.language, term));
}

function namesOf({ company, event }: Speaker): { company: string; event: string } {
  return { company, event };
}

function ended(text: string): string {
  return /[.!?…:]$/.test(text) ? text : `${text}.`;
}
