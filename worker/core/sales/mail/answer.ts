import { consider, type Found } from '../../embedded-model/answering/ask';
import { excerptOf } from '../../embedded-model/answering/compose';
import { answerAt } from '../../embedded-model/data/answer-weights';
import { type Question, questionsOf } from '../../embedded-model/understanding/questions';
import { isStopWord } from '../../knowledge/languages';
import { formatAmount } from '../../money';
import { linksInText } from '../../provenance/links';
import { presentableName } from '../../provenance/presentable';
import type { CompanyFacts, PackageFacts, SponsoredEvent } from '../facts';
import {
  benefitClaims,
  type Claim,
  earlyBirdClaim,
  offerOf,
  priceClaims,
  type Speaker,
  sizeClaims,
  speakerOf,
  whenClaim,
} from '../proposal/claims';
import { numberText, salesLocale } from '../proposal/language';
import { leftOf, priceNow } from '../proposal/price-now';
import { redFlagsIn } from '../red-flags';
import { folded } from '../terms';
import { answerWords, ofTickets, plainWords, subjects } from './answer-words';

/** What an answer may stand on. */
export interface AnswerEvidence {
  event: SponsoredEvent;
  company: CompanyFacts;
  contact: { name: string; locale: string | null } | null;
  packages: readonly PackageFacts[];
  /** The package that was proposed: meant where the question names none. */
  packageId?: string | null;
  /** Passages of the organizer's pages found for the question, the best first. */
  passages: Found;
  /** Milliseconds since 1970. */
  now: number;
  /** BCP 47; left out, that of the contact. */
  locale?: string | null;
}

export interface ComposedAnswer {
  greeting: string;
  paragraphs: Claim[];
  closing: string;
  /** All of it as it reads, for a draft. */
  text: string;
  citations: { label: string; quote: string }[];
  locale: string;
}

interface Part {
  claims: Claim[];
  citations: { label: string; quote: string }[];
}

/** Longest message whose questions are answered without a person. */
const longestQuestion = 2000;

/**
 * An answer to every question of a message from the package table, the event's records and the organizer's pages, with
 * citations; null as soon as one has no answer there, asks for other prices, or touches law or ethics. Pure.
 */
export function composeAnswer(question: string, evidence: AnswerEvidence): ComposedAnswer | null {
  const text = question.trim();
  if (text === '' || text.length > longestQuestion) return null;
  const flags = redFlagsIn(text);
  if (flags.legal || flags.otherPrice || flags.ethics) return null;
  // `questionsOf` gives four at most: with five, one would stay without an answer.
  const asked = questionsOf(text);
  if (asked.length === 0 || asked.length >= 4) return null;
  const locale = salesLocale(evidence.locale ?? evidence.contact?.locale);
  const speaker = speakerOf({ ...evidence, sponsorships: [] }, locale, `${evidence.company.id}/answer`);
  const parts: Part[] = [];
  for (const one of asked) {
    const part = fromRecords(one, speaker, evidence) ?? fromPages(one, evidence);
    if (part === null) return null;
    parts.push(part);
  }
  const words = answerWords[locale.language];
  const said = new Map(parts.flatMap(({ claims }) => claims.map((claim) => [claim.text, claim])));
  const paragraphs = [...said.values()];
  const greeting = words.greeting(presentableName(evidence.contact?.name ?? ''));
  return {
    greeting,
    paragraphs,
    closing: words.closing,
    text: [greeting, ...paragraphs.map((claim) => claim.text), words.closing].join('\n\n'),
    citations: [...new Map(parts.flatMap(({ citations }) => citations.map((one) => [`${one.label} ${one.quote}`, one]))).values()],
    locale: locale.tag,
  };
}

/** Everything that the question is about, or nothing: one that is half answered is not. */
function fromRecords(question: Question, speaker: Speaker, evidence: AnswerEvidence): Part | null {
  const asked = wordsAsked(question);
  const { event } = evidence;
  if (asksForMore(asked, evidence)) return null;
  const isOfTickets = ofTickets.test(asked) && !subjects.packages.test(asked) && !namesPackage(asked, evidence);
  const parts: Part[] = [];
  if (subjects.size.test(asked)) {
    const sizes = sizeClaims(speaker);
    if (sizes.length === 0) return null;
    parts.push({ claims: sizes, citations: [cite(event.name, sizes)] });
  }
  const wanted = writersFor(asked);
  if (wanted.length > 0) {
    const meant = packagesIn(asked, evidence);
    if (isOfTickets || meant.length === 0) return null;
    parts.push(...meant.flatMap((one) => wanted.map((write) => write(one, speaker, evidence))));
  }
  const isOfEarlyPrice = subjects.earlyBird.test(asked) && !/\b(?:event|take|place|veranstaltung|statt|where|wo)\b/i.test(asked);
  if ((subjects.when.test(asked) || subjects.where.test(asked)) && !isOfEarlyPrice) {
    const claim = whenClaim(speaker);
    parts.push({ claims: [claim], citations: [cite(event.name, [claim])] });
  }
  return together(parts);
}

/** The question itself, with the one that it leans on, and without what was told around it. */
function wordsAsked({ text, query, setting, leans }: Question): string {
  return leans && query.endsWith(setting) ? query.slice(0, query.length - setting.length) : text;
}

type PartWriter = (one: PackageFacts, speaker: Speaker, evidence: AnswerEvidence) => Part;

function writersFor(asked: string): PartWriter[] {
  const isOfSize = subjects.size.test(asked);
  const wanted: PartWriter[] = [
    ...(subjects.earlyBird.test(asked) ? [earlyParts] : []),
    ...(subjects.price.test(asked) && !subjects.earlyBird.test(asked) ? [priceParts] : []),
    ...(subjects.stock.test(asked) && !isOfSize ? [stockParts] : []),
    ...(subjects.benefits.test(asked) ? [benefitParts] : []),
  ];
  const isGeneral = wanted.length === 0 && subjects.packages.test(asked) && /\b(?:what|which|welche|was)\b/i.test(asked);
  return isGeneral ? [priceParts] : wanted;
}

/** Whether it holds a word that neither belongs to such questions nor to a name: then the table alone does not answer it. */
function asksForMore(asked: string, { event, packages, contact, company }: AnswerEvidence): boolean {
  const wordsOf = (text: string) => folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  const names = new Set([event.name, company.name, contact?.name ?? '', ...packages.map(({ name }) => name)].flatMap(wordsOf));
  return (asked.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).some(
    (word) => word.length > 1 && !plainWords.has(word) && !names.has(folded(word)) && !isStopWord(word, 'en') && !isStopWord(word, 'de'),
  );
}

/** Those that the question names; else the one that was proposed; else all on sale. */
function packagesIn(asked: string, evidence: AnswerEvidence): PackageFacts[] {
  const onSale = evidence.packages.filter((one) => one.active && offerOf(one) !== '');
  const named = onSale.filter((one) => isNamed(asked, one));
  if (named.length > 0) return named;
  const proposed = onSale.filter(({ id }) => id === evidence.packageId);
  const isPlural = /\b(?:packages|tiers|levels|options|prices|price list|pakete\w*|preise|preisliste)\b/i.test(asked);
  return proposed.length > 0 && !isPlural ? proposed : onSale.slice(0, 6);
}

const namesPackage = (asked: string, { packages }: AnswerEvidence) => packages.some((one) => one.active && isNamed(asked, one));

function isNamed(asked: string, one: PackageFacts): boolean {
  const name = folded(one.name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return name !== '' && ` ${folded(asked).replace(/[^\p{L}\p{N}]+/gu, ' ')} `.includes(` ${name} `);
}

function priceParts(one: PackageFacts, speaker: Speaker, { event, now }: AnswerEvidence): Part {
  const claims = priceClaims(speaker, one, priceNow(one, now, event.timeZone));
  const early = one.earlyBird ? `; until ${one.earlyBird.until}: ${formatAmount(one.earlyBird)}` : '';
  return { claims, citations: [{ label: `Package ${one.name}`, quote: `${formatAmount(one.price)}${early}` }] };
}

function earlyParts(one: PackageFacts, speaker: Speaker, evidence: AnswerEvidence): Part {
  const current = priceNow(one, evidence.now, evidence.event.timeZone);
  const early = earlyBirdClaim(speaker, one, current);
  if (early) return priceParts(one, speaker, evidence);
  const none: Claim = {
    text: answerWords[speaker.locale.language].noEarlyPrice(offerOf(one)),
    sources: [{ kind: 'package', id: one.id, field: 'earlyBird' }],
  };
  return { claims: [none], citations: [{ label: `Package ${one.name}`, quote: formatAmount(one.price) }] };
}

function stockParts(one: PackageFacts, speaker: Speaker): Part {
  const left = leftOf(one);
  const words = answerWords[speaker.locale.language];
  const offer = offerOf(one);
  const text =
    left === null ? words.unlimited(offer) : left === 0 ? words.soldOut(offer) : words.left(offer, numberText(left, speaker.locale));
  const sources = [
    { kind: 'package' as const, id: one.id, field: 'name' },
    { kind: 'package' as const, id: one.id, field: 'stock' },
  ];
  const quote = one.stock === null ? 'not limited' : `${left} of ${one.stock} left`;
  return { claims: [{ text, sources }], citations: [{ label: `Package ${one.name}`, quote }] };
}

function benefitParts(one: PackageFacts, speaker: Speaker): Part {
  const plain = { ...speaker, records: { ...speaker.records, company: { ...speaker.records.company, goals: [] } } };
  const benefits = benefitClaims(plain, one);
  if (benefits.length === 0) return { claims: [], citations: [] };
  const lead = answerWords[speaker.locale.language].includes(offerOf(one));
  return {
    claims: [{ text: [lead, ...benefits.map(({ text }) => `- ${text}`)].join('\n'), sources: benefits.flatMap(({ sources }) => sources) }],
    citations: [{ label: `Package ${one.name}`, quote: benefits.map(({ text }) => text).join('; ') }],
  };
}

/** Quoted from the organizer's pages, as for attendees: only what is sure enough, and nothing that leads elsewhere. */
function fromPages(question: Question, { passages, event }: AnswerEvidence): Part | null {
  const found = consider(question, passages, { name: event.name, year: Number(event.startsAt.slice(0, 4)) });
  if (found.confidence < answerAt) return null;
  const excerpt = excerptOf(found);
  if (!excerpt || linksInText(excerpt.text).length > 0) return null;
  return {
    claims: [{ text: excerpt.text, sources: [] }],
    citations: excerpt.passages.slice(0, 3).map((passage) => ({ label: passage.pageTitle, quote: passage.text })),
  };
}

function together(parts: Part[]): Part | null {
  const claims = parts.flatMap((part) => part.claims);
  return claims.length === 0 ? null : { claims, citations: parts.flatMap(({ citations }) => citations) };
}

function cite(label: string, claims: Claim[]): { label: string; quote: string } {
  return { label, quote: claims.map(({ text }) => text).join(' ') };
}
