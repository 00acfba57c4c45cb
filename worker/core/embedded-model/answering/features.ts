import { evidence } from '../data/answer-types';
import type { Question } from '../understanding/questions';
import { dayAgreement } from './days';
import { staleness, stalePage } from './editions';
import { measures, opposes } from './kinds';
import { offers, typed } from './offers';
import { coverage, type QuestionTerms, support } from './terms';
import type { ReadPassage, Unit } from './units';

/** What is known of a unit as an answer. Order is that of the weights file. */
export const featureNames = [
  'unit',
  'context',
  'passage',
  'strongest',
  'missing',
  'heading',
  'title',
  'pair',
  'density',
  'typeUnit',
  'typePassage',
  'typeMissing',
  'yesNo',
  'negation',
  'rank',
  'share',
  'pending',
  'stale',
  'stalePage',
  'isHeading',
  'isItem',
  'isRow',
  'isFaq',
  'faqHeading',
  'first',
  'short',
  'long',
  'link',
  'superseding',
  'exact',
  'exactContext',
  'rare',
  'rareContext',
  'precision',
  'headingPrecision',
  'neighbours',
  'typedUnit',
  'typedHeading',
  'permissionUnit',
  'proper',
  'dayConflict',
  'dayMatch',
  'typedContext',
  'section',
  'measured',
  'opposes',
] as const;
export type FeatureName = (typeof featureNames)[number];
export type Features = Record<FeatureName, number>;

export interface Candidate {
  read: ReadPassage;
  unit: Unit;
  rank: number;
  features: Features;
  score: number;
  /** By term of the question: how well unit, lead, headings and title express it. */
  found: Float64Array;
}

export interface Asked {
  question: Question;
  terms: QuestionTerms;
  /** The edition that is asked about. */
  year: number;
  askedYears: number[];
}

/** How each unit of the retrieved passages looks as an answer. `passages` best first with their retrieval score. */
export function candidatesOf(asked: Asked, passages: { read: ReadPassage; score: number }[]): Candidate[] {
  const top = Math.max(1e-9, ...passages.map((entry) => entry.score));
  const candidates: Candidate[] = [];
  const rarity = rarityOf(asked.terms, passages);
  passages.forEach(({ read, score }, rank) => {
    const heading = fresh(asked.terms);
    support(asked.terms, [...read.headingStems], heading);
    const title = fresh(asked.terms);
    support(asked.terms, [...read.titleStems], title);
    const whole = fresh(asked.terms);
    for (const unit of read.units) support(asked.terms, unit.stems, whole);
    raise(whole, heading, 1);
    raise(whole, title, 0.8);
    const typePassage = read.units.some((unit) => offers(asked.question.type, unit.plain)) ? 1 : 0;
    const nearest = fresh(asked.terms);
    support(asked.terms, read.nearestHeadingStems, nearest);
    const headingCover = coverage(asked.terms, heading);
    const titleCover = coverage(asked.terms, title);
    const passageCover = coverage(asked.terms, whole);
    const absent = missing(asked.terms, whole);
    const headingPrecision = precision(asked.terms, [...read.headingStems]);
    const owns = read.units.map((unit) => {
      const own = fresh(asked.terms);
      support(asked.terms, unit.stems, own);
      return own;
    });
    read.units.forEach((unit, at) => {
      const own = owns[at] ?? fresh(asked.terms);
      const found = own.slice();
      if (unit.leadStems.length > 0) support(asked.terms, unit.leadStems, found, 0.9);
      const section = found.slice();
      raise(section, nearest, 1);
      raise(found, heading, 0.9);
      raise(found, title, 0.7);
      const unitCover = coverage(asked.terms, own);
      const type = offers(asked.question.type, unit.plain);
      const expects = typed(asked.question.type);
      const length = unit.plain.length;
      const near = fresh(asked.terms);
      for (const neighbour of [owns[at - 1], owns[at + 1]]) if (neighbour !== undefined) raise(near, neighbour, 1);
      const contextCover = coverage(asked.terms, found);
      const days = dayAgreement(asked.question.query, `${read.passage.headingPath.at(-1) ?? ''} ${unit.lead} ${unit.plain}`);
      const says = sayingsOf(unit);
      const permits = asked.question.yesNo && says.permission;
      candidates.push({
        read,
        unit,
        rank,
        found,
        score: 0,
        features: {
          unit: unitCover,
          context: contextCover,
          passage: passageCover,
          strongest: strongest(asked.terms, found),
          missing: absent,
          heading: headingCover,
          title: titleCover,
          pair: pairs(asked.terms, unit.stems),
          density: unitCover / Math.sqrt(4 + unit.stems.length),
          typeUnit: expects && type ? 1 : 0,
          typePassage: expects ? typePassage : 0,
          typeMissing: expects && typePassage === 0 ? 1 : 0,
          yesNo: permits ? 1 : 0,
          negation: asked.question.yesNo && says.negation ? 1 : 0,
          rank: 1 / (1 + rank),
          share: score / top,
          pending: says.pending,
          stale: staleness(asked, read, unit),
          stalePage: stalePage(asked, read) ? 1 : 0,
          isHeading: unit.kind === 'heading' ? 1 : 0,
          isItem: unit.kind === 'item' ? 1 : 0,
          isRow: unit.kind === 'row' ? 1 : 0,
          isFaq: read.passage.kind === 'faq' ? 1 : 0,
          faqHeading: read.passage.kind === 'faq' ? headingCover : 0,
          first: unit.position <= 1 ? 1 : 0,
          short: length < 25 ? 1 : 0,
          long: length > 350 ? 1 : 0,
          link: says.link,
          superseding: says.superseding,
          exact: exactCoverage(asked.terms, own),
          exactContext: exactCoverage(asked.terms, found),
          rare: weighted(rarity, own),
          rareContext: weighted(rarity, found),
          precision: precision(asked.terms, unit.stems),
          headingPrecision,
          neighbours: coverage(asked.terms, near),
          typedUnit: expects && type ? unitCover : 0,
          dayConflict: days.conflict,
          dayMatch: days.match,
          typedContext: expects && type ? contextCover : 0,
          typedHeading: expects && type ? headingCover : 0,
          permissionUnit: permits ? unitCover : 0,
          section: weighted(rarity, section),
          measured: measures(asked.question.query, unit.plain),
          opposes: opposes(asked.question.query, unit.plain) ? 1 : 0,
          proper: says.proper,
        },
      });
    });
  });
  return candidates;
}

interface Sayings {
  permission: boolean;
  negation: boolean;
  pending: number;
  link: number;
  superseding: number;
  proper: number;
}

const sayings = new WeakMap<Unit, Sayings>();

/** What a unit says by itself, whatever is asked: looked at once, like the passages themselves. */
function sayingsOf(unit: Unit): Sayings {
  const known = sayings.get(unit);
  if (known) return known;
  const { plain, source } = unit;
  const made: Sayings = {
    permission: evidence.permission.test(plain),
    negation: evidence.negation.test(plain),
    pending: evidence.pending.test(plain) ? 1 : 0,
    link: /\]\(|https?:\/\/|@/.test(source) ? 1 : 0,
    superseding: /\b(?:extended|extension|new(?:ly)?|updated?|changed?|moved|postponed|rescheduled|now)\b/i.test(plain) ? 1 : 0,
    proper: /\p{Ll}\s\p{Lu}\p{Ll}+|\d/u.test(plain) ? 1 : 0,
  };
  sayings.set(unit, made);
  return made;
}

function fresh(terms: QuestionTerms): Float64Array {
  return new Float64Array(terms.terms.length);
}

export function raise(into: Float64Array, from: Float64Array, scale: number): void {
  for (let at = 0; at < from.length; at++) {
    const value = (from[at] ?? 0) * scale;
    if (value > (into[at] ?? 0)) into[at] = value;
  }
}

/** Terms weighted by how few of the retrieved units express them; sums to 1. */
function rarityOf(terms: QuestionTerms, passages: { read: ReadPassage }[]): Float64Array {
  const units = passages.flatMap(({ read }) => read.units);
  const frequency = fresh(terms);
  for (const unit of units) {
    const own = fresh(terms);
    support(terms, unit.stems, own);
    own.forEach((value, index) => {
      if (value > 0) frequency[index] = (frequency[index] ?? 0) + 1;
    });
  }
  const rarity = fresh(terms);
  terms.terms.forEach((term, index) => {
    rarity[index] = term.weight * Math.log(1 + (units.length + 1) / ((frequency[index] ?? 0) + 1));
  });
  const total = rarity.reduce((sum, value) => sum + value, 0);
  return total === 0 ? rarity : rarity.map((value) => value / total);
}

function weighted(weights: Float64Array, found: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < weights.length; at++) sum += (weights[at] ?? 0) * (found[at] ?? 0);
  return sum;
}

/** Coverage by the question's own words, concepts aside. */
function exactCoverage(terms: QuestionTerms, found: Float64Array): number {
  if (terms.total === 0) return 0;
  let sum = 0;
  for (let at = 0; at < found.length; at++) if ((found[at] ?? 0) >= 0.84) sum += terms.terms[at]?.weight ?? 0;
  return sum / terms.total;
}

/** Share of a text's own longer words that the question is about. */
function precision(terms: QuestionTerms, stems: readonly string[]): number {
  let matched = 0;
  let counted = 0;
  for (const stem of stems) {
    if (stem.length < 4) continue;
    counted++;
    if (terms.hits.has(stem)) matched++;
  }
  return counted === 0 ? 0 : matched / counted;
}

/** The least support among the terms that matter most. */
function strongest(terms: QuestionTerms, found: Float64Array): number {
  let most = 0;
  for (const term of terms.terms) most = Math.max(most, term.weight);
  let least = 1;
  for (let at = 0; at < found.length; at++) if ((terms.terms[at]?.weight ?? 0) >= 0.9 * most) least = Math.min(least, found[at] ?? 0);
  return terms.terms.length === 0 ? 0 : least;
}

/** Weighted share of terms with no support at all. */
function missing(terms: QuestionTerms, found: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < found.length; at++) if (found[at] === 0) sum += terms.terms[at]?.weight ?? 0;
  return terms.total === 0 ? 1 : sum / terms.total;
}

/** 1 when two terms that are neighbours in the question are so in the unit. */
function pairs(terms: QuestionTerms, stems: readonly string[]): number {
  let previous: { term: number; at: number } | undefined;
  for (let at = 0; at < stems.length; at++) {
    const hit = terms.hits.get(stems[at] as string)?.find((entry) => entry.rest.every((stem, offset) => stems[at + 1 + offset] === stem));
    if (hit === undefined) continue;
    if (previous !== undefined && previous.term !== hit.term && at - previous.at <= 3) {
      const first = terms.terms[previous.term]?.position ?? 0;
      const second = terms.terms[hit.term]?.position ?? 0;
      if (Math.abs(second - first) <= 2) return 1;
    }
    previous = { term: hit.term, at };
  }
  return 0;
}
