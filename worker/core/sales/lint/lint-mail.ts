import { localDate } from '../../instant';
import type { Amount } from '../../money';
import { hostIn } from '../../provenance/hosts';
import type { PackageFacts, SponsoredEvent } from '../facts';
import { priceNow } from '../proposal/price-now';
import type { OwnSponsorship } from '../proposal/source-text';
import type { OutreachSettings } from '../types';
import { adviceRules, type LintRule, lintRules } from './rules';

/** A mail as it would leave. */
export interface LintedMail {
  subject: string;
  text: string;
  html: string;
  /** Left out where they are added later. */
  headers?: Record<string, string>;
}

/** What is true of a mail's recipient and event. */
export interface LintContext {
  company: { name: string };
  contact: { name: string } | null;
  /** Names of the organization's other companies. */
  otherCompanies: readonly string[];
  /** Names and texts from records that may stand in the mail word for word. */
  fromRecords: readonly string[];
  /** Companies that may be named as sponsors, beside the texts that say of what. */
  sponsors: readonly { name: string; with: readonly string[] }[];
  /** Amounts that may be named. */
  prices: readonly Amount[];
  /** Days that may be named, `YYYY-MM-DD`. */
  dates: readonly string[];
  /** Hosts that links may lead to, without port. */
  hosts: readonly string[];
  optOutLink: string;
  postalAddress: string;
  /** BCP 47. */
  locale?: string;
}

/** What keeps a text from going out, and where it stands. */
export interface Lint {
  rule: string;
  text: string;
  at: string;
}

/** Everything that keeps a mail of outreach from going out; empty for a clean one. Pure. */
export function lintMail(mail: LintedMail, context: LintContext): Lint[] {
  return apply(lintRules, mail, context);
}

/** What could be said better; it keeps nothing from going out. */
export function adviseMail(mail: LintedMail, context: LintContext): Lint[] {
  return apply(adviceRules, mail, context);
}

function apply(rules: readonly LintRule[], mail: LintedMail, context: LintContext): Lint[] {
  return rules.flatMap(({ rule, find }) => find(mail, context).map(({ text, at }) => ({ rule, text, at: at.slice(0, 200) })));
}

export interface LintFacts {
  event: SponsoredEvent;
  company: { name: string };
  contact: { name: string } | null;
  otherCompanies: readonly string[];
  packages: readonly PackageFacts[];
  sponsorships: readonly OwnSponsorship[];
  /** Of the company itself: which it sponsored may be named. */
  ownPast?: readonly { eventName: string }[];
  goals?: readonly { text: string }[];
  sender: Pick<OutreachSettings, 'senderName' | 'senderTitle' | 'postalAddress'>;
  /** Name of the organization, as it stands below the mail. */
  organizer?: string;
  /** Address of this deployment. */
  publicUrl: string;
  optOutLink: string;
  /** Further days that may be named: of a meeting. */
  moreDates?: readonly string[];
  /** Quotes of the organizer's pages that an answer cites. */
  quotes?: readonly string[];
  locale?: string;
  /** Milliseconds since 1970. */
  now: number;
}

/** What may be said in a mail, from records. */
export function lintContext(facts: LintFacts): LintContext {
  const { event, packages, now, sender } = facts;
  const onSale = packages.filter(({ active }) => active);
  const current = onSale.map((one) => priceNow(one, now, event.timeZone));
  const hosts = [facts.publicUrl, event.websiteUrl].flatMap((address) => hostIn(address) ?? []);
  return {
    company: facts.company,
    contact: facts.contact,
    otherCompanies: facts.otherCompanies.filter((name) => name !== facts.company.name),
    fromRecords: [
      event.name,
      event.name.replace(/\s+20\d\d$/, ''),
      event.venue,
      event.city,
      ...event.facts.map(({ text }) => text),
      ...packages.flatMap(({ name, benefits, exclusiveIndustry }) => [name, exclusiveIndustry, ...benefits.map(({ text }) => text)]),
      ...facts.sponsorships.flatMap((one) => [one.eventName, one.quote, one.quoteBy, one.outcome]),
      ...(facts.ownPast ?? []).map(({ eventName }) => eventName),
      ...(facts.goals ?? []).map(({ text }) => text),
      ...(facts.quotes ?? []),
      sender.senderName,
      sender.senderTitle,
      sender.postalAddress,
      facts.organizer ?? '',
    ].filter((text) => text.trim() !== ''),
    sponsors: facts.sponsorships.map(({ companyName, eventName, year }) => ({
      name: companyName,
      with: year === null ? [eventName] : [eventName, String(year)],
    })),
    prices: [...onSale.map(({ price }) => price), ...current.map(({ price }) => price)],
    dates: [
      ...daysOf(event),
      ...current.flatMap(({ earlyBirdUntil }) => earlyBirdUntil ?? []),
      localDate(now, event.timeZone),
      ...(facts.moreDates ?? []),
    ],
    hosts,
    optOutLink: facts.optOutLink,
    postalAddress: sender.postalAddress,
    locale: facts.locale,
  };
}

const dayMs = 86_400_000;

function daysOf({ startsAt, endsAt }: SponsoredEvent): string[] {
  const [from, to] = [startsAt, endsAt].map((local) => Date.parse(local.slice(0, 10))) as [number, number];
  const days: string[] = [];
  for (let day = from; day <= to && days.length < 60; day += dayMs) days.push(localDate(day, 'UTC'));
  return days;
}
