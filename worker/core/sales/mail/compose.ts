import { presentableName } from '../../provenance/presentable';
import { type FollowUpAngle, followUpAngles } from '../../sales-stages';
import type { CrmContactFacts, PackageFacts } from '../facts';
import {
  audienceClaim,
  type Claim,
  earlyBirdClaim,
  factClaims,
  offerOf,
  outcomeClaims,
  pastClaim,
  placeClaim,
  quoteClaims,
  type Speaker,
  said,
  sizeClaims,
  speakerOf,
  sponsorsClaim,
  statedGoals,
  stockClaim,
  topicsClaim,
  whenClaim,
} from '../proposal/claims';
import { serves } from '../proposal/goal-terms';
import { daysText, moneyText, salesLocale } from '../proposal/language';
import { presentableTerm, presentableText } from '../proposal/presentable-facts';
import { type PriceNow, priceNow, pricesOf } from '../proposal/price-now';
import type { ClaimRecords } from '../proposal/source-text';
import { hashOf } from '../proposal/vary';
import type { Ways } from '../proposal/words';
import type { ProposalContent } from '../types';
import { type MailWords, mailWords } from './words';

export interface OutreachInput extends ClaimRecords {
  angle: FollowUpAngle;
  contact: Pick<CrmContactFacts, 'name' | 'locale'>;
  /** What the mail is about; its price has to be that of the table still. */
  proposal: Pick<ProposalContent, 'packageId' | 'price' | 'locale'>;
  links: { proposal: string };
  /** The thread so far: the subject of its first mail and the angles that were used. Null for the first mail. */
  thread: { subject: string; angles: readonly FollowUpAngle[] } | null;
  /** Milliseconds since 1970. */
  now: number;
  /** BCP 47; left out, that of the contact, then that of the proposal. */
  locale?: string | null;
}

export interface OutreachParagraph extends Claim {
  /** Stands on a line of its own below the text. */
  link?: { label: string; href: string };
}

export interface OutreachMail {
  /** At most 60 characters; a follow-up keeps the subject of its thread. */
  subject: string;
  greeting: string;
  paragraphs: OutreachParagraph[];
  closing: string;
  /** BCP 47. */
  locale: string;
}

/** Longest subject, with room for `Re: ` in the follow-ups. */
const longestSubject = 56;

/**
 * A mail of outreach: short, from records only, with one link. The problem says why this angle has nothing to say now,
 * or what has to be put right first. Pure.
 */
export function composeOutreach(input: OutreachInput): OutreachMail | { problem: string } {
  const { angle, thread, proposal, packages, event, now } = input;
  const locale = salesLocale(input.locale ?? input.contact.locale ?? proposal.locale);
  const speaker = speakerOf(input, locale, `${input.company.id}/mail`);
  if (speaker.company === '' || speaker.event === '') return { problem: 'The name of the company or event does not read like one.' };
  const offered = packages.find(({ id }) => id === proposal.packageId);
  if (!offered?.active) return { problem: 'The package of the proposal is off sale. Write another proposal first.' };
  const { minor, currency } = proposal.price;
  if (!pricesOf(offered, now, event.timeZone).some((price) => price.minor === minor && price.currency === currency))
    return { problem: `The price of ${offered.name} has changed since the proposal was written. Write a new version first.` };
  if ((angle === 'first') !== (thread === null))
    return { problem: angle === 'first' ? 'The first mail has gone out already.' : 'A follow-up needs a first mail.' };
  if (thread?.angles.includes(angle)) return { problem: `This has been said already (${angle}).` };
  const words = mailWords[locale.language];
  const paragraphs = paragraphsOf(input, speaker, words, offered);
  if (paragraphs === null) return { problem: `The records hold nothing to say for this angle (${angle}).` };
  return {
    subject: thread === null ? subjectOf(speaker, words) : `Re: ${thread.subject.replace(/^(?:(?:re|aw)\s*:\s*)+/i, '')}`,
    greeting: words.greeting(presentableName(input.contact.name)),
    paragraphs,
    closing: words.closing,
    locale: locale.tag,
  };
}

/** The angles that could be written now, in the order in which they are best used. */
export function usableAngles(input: Omit<OutreachInput, 'angle'>): FollowUpAngle[] {
  return followUpAngles.filter((angle) => !('problem' in composeOutreach({ ...input, angle })));
}

function subjectOf(speaker: Speaker, words: MailWords): string {
  const start = hashOf(`${speaker.seed}/subject`) % words.subject.length;
  const turned = [...words.subject.slice(start), ...words.subject.slice(0, start)];
  const written = turned.map((way) => way({ company: speaker.company, event: speaker.fullEvent }));
  return written.find((subject) => subject.length <= longestSubject) ?? words.shortSubject(speaker.company);
}

function paragraphsOf(input: OutreachInput, speaker: Speaker, words: MailWords, offered: PackageFacts): OutreachParagraph[] | null {
  const { angle } = input;
  if (angle === 'first') return firstMail(input, speaker, words, offered);
  const names = { company: speaker.company, event: speaker.event };
  if (angle === 'last_word') return [plain(said(speaker, 'last', words.lastWord, names))];
  const claims = angleClaims(input, speaker, words, offered);
  if (claims.length === 0) return null;
  // Each follow-up of a thread says these otherwise than the one before it.
  const turn = hashOf(speaker.seed) + (input.thread?.angles.length ?? 0);
  const inTurn = <V>(ways: Ways<V>) => ways[turn % ways.length] ?? ways[0];
  const lead = angle === 'goal' ? [] : [plain(said(speaker, angle, words.leads[angle], { event: speaker.event, offer: offerOf(offered) }))];
  return [...lead, ...claims, linked(inTurn(words.again)(names), input, words, speaker), plain(inTurn(words.followUpAsk)(names))];
}

function firstMail(input: OutreachInput, speaker: Speaker, words: MailWords, offered: PackageFacts): OutreachParagraph[] {
  const { event } = input;
  const { locale } = speaker;
  const names = { company: speaker.company, event: speaker.fullEvent };
  const city = presentableTerm(event.city);
  const days = daysText(event.startsAt, event.endsAt, locale);
  const opening = {
    text: said(speaker, 'opening', words.opening, { ...names, days, place: city === '' ? '' : ` in ${city}` }),
    sources: whenClaim(speaker).sources,
  };
  const reasons = [pastClaim(speaker), topicsClaim(speaker), audienceClaim(speaker), placeClaim(speaker)]
    .filter((claim) => claim !== null)
    .slice(0, 2);
  const offer = offerParagraph(speaker, words, offered, input.proposal.price);
  return [
    joined([opening]),
    ...(reasons.length > 0 ? [joined(reasons)] : []),
    { ...linked(`${offer.text} ${said(speaker, 'lead', words.linkLead, names)}`, input, words, speaker), sources: offer.sources },
    plain(said(speaker, 'ask', words.ask, names)),
  ];
}

function offerParagraph(speaker: Speaker, words: MailWords, offered: PackageFacts, price: { minor: number; currency: string }): Claim {
  const values = { offer: offerOf(offered), price: moneyText(price, speaker.locale) };
  const kind = 'package' as const;
  const field = price.minor === offered.price.minor ? 'price' : 'earlyBird';
  const sources = [
    { kind, id: offered.id, field: 'name' },
    { kind, id: offered.id, field },
  ];
  const served = goalServed(speaker, offered);
  if (!served) return { text: said(speaker, 'offer', words.offer, values), sources };
  return {
    text: said(speaker, 'offer for goal', words.offerForGoal, { ...values, goal: speaker.words.quoted(served.goal.text) }),
    sources: [
      ...sources,
      { kind: 'company', id: speaker.records.company.id, field: `goals:${served.goal.index}` },
      { kind, id: offered.id, field: `benefits:${served.benefit.id}` },
    ],
  };
}

function goalServed(speaker: Speaker, offered: PackageFacts) {
  for (const goal of statedGoals(speaker)) {
    const benefit = offered.benefits.find(
      ({ text, goals }) => presentableText(text) !== '' && goals.some((term) => serves(term, goal.text)),
    );
    if (benefit) return { goal, benefit };
  }
  return null;
}

function angleClaims(input: OutreachInput, speaker: Speaker, words: MailWords, offered: PackageFacts): Claim[] {
  switch (input.angle) {
    case 'audience': {
      const facts = [...factClaims(speaker, 2), ...sizeClaims(speaker)].slice(0, 2);
      return facts.length === 0 ? [] : [joined(facts)];
    }
    case 'social_proof': {
      const quotes = quoteClaims(speaker, 1);
      const told = [...quotes, ...outcomeClaims(speaker, 1)].slice(0, 1);
      const sponsors = told.length === 0 ? sponsorsClaim(speaker) : null;
      return [...told, ...(sponsors ? [sponsors] : [])];
    }
    case 'goal': {
      const served = goalServed(speaker, offered);
      if (!served) return [];
      const { goal, benefit } = served;
      const values = {
        offer: offerOf(offered),
        goal: speaker.words.quoted(goal.text),
        benefit: lowerFirst(presentableText(benefit.text), speaker),
      };
      return [
        {
          text: said(speaker, 'goal', words.leads.goal, values),
          sources: [
            { kind: 'package', id: offered.id, field: 'name' },
            { kind: 'package', id: offered.id, field: `benefits:${benefit.id}` },
            { kind: 'company', id: input.company.id, field: `goals:${goal.index}` },
          ],
        },
      ];
    }
    case 'scarcity': {
      const current = priceNow(offered, input.now, input.event.timeZone);
      const early = earlyBirdOf(speaker, offered, current);
      const left = stockClaim(speaker, offered);
      const claims = [early, left].filter((claim) => claim !== null);
      return claims.length === 0 ? [] : [joined(claims)];
    }
    case 'first':
    case 'last_word':
      return [];
  }
}

/** The early price with what it is for: in a mail it stands alone. */
function earlyBirdOf(speaker: Speaker, offered: PackageFacts, current: PriceNow): Claim | null {
  const early = earlyBirdClaim(speaker, offered, current);
  if (!early) return null;
  const price = said(speaker, 'early offer', speaker.words.price, {
    offer: offerOf(offered),
    price: moneyText(current.price, speaker.locale),
  });
  return { text: `${price} ${early.text}`, sources: [{ kind: 'package', id: offered.id, field: 'name' }, ...early.sources] };
}

function lowerFirst(text: string, { locale }: Speaker): string {
  const cut = text.replace(/\.$/, '');
  // `A stand` reads on after a colon; `GitHub` and German nouns do not.
  return locale.language === 'en' && /^(?:A|An|The|Your|One|Two|Three) /.test(cut) ? `${cut[0]?.toLowerCase()}${cut.slice(1)}` : cut;
}

function joined(claims: Claim[]): Claim {
  return { text: claims.map(({ text }) => text).join(' '), sources: claims.flatMap(({ sources }) => sources) };
}

function plain(text: string): OutreachParagraph {
  return { text, sources: [] };
}

function linked(text: string, input: OutreachInput, words: MailWords, speaker: Speaker): OutreachParagraph {
  return { text, sources: [], link: { label: words.linkLabel(speaker.company), href: input.links.proposal } };
}
