import type { chosenUnits } from './compose';
import { type Asked, type Candidate, raise } from './features';
import { measures, opposes } from './kinds';
import { offers, typed } from './offers';
import { support } from './terms';
import type { ReadPassage } from './units';

/** How much a word of the question counts as told by where it stands, seen from the unit that holds what is asked for. */
const place = { unit: 1, lead: 0.95, nearest: 0.95, heading: 0.85, title: 0.7, beside: 0.65, passage: 0.5, page: 0.3 } as const;

export interface Grounds {
  /** Weighted share of the question that is told around the best unit of the kind asked for. */
  cover: number;
  /** How well the second least told thing of the question is told there. */
  second: number;
  /** Units of the kind asked for. */
  fitting: number;
  /** Weight of the words that have other words in the lexicon and yet are told by no unit of the answer. */
  absentKnown: number;
}

/**
 * How well the answer as a whole stands on the pages: of the units that would be quoted and hold the kind of thing asked for, the one around which
 * most of the question is told. Words count less the further away they stand.
 */
export function groundsOf(asked: Asked, candidates: readonly Candidate[], chosen: ReturnType<typeof chosenUnits>): Grounds {
  const terms = asked.terms.terms;
  const expects = typed(asked.question.type);
  const pages = toldByPage(candidates);
  const told = new Float64Array(terms.length);
  const grounds: Grounds = { cover: 0, second: 0, fitting: 0, absentKnown: 0 };
  let best = 0;
  for (const [read, positions] of chosen) {
    const owns = read.units.map((unit) => {
      const own = new Float64Array(terms.length);
      support(asked.terms, unit.stems, own);
      return own;
    });
    const headings = new Float64Array(terms.length);
    support(asked.terms, [...read.titleStems], headings, place.title);
    support(asked.terms, [...read.headingStems], headings, place.heading);
    support(asked.terms, read.nearestHeadingStems, headings, place.nearest);
    raise(told, headings, 1);
    const around = headings.slice();
    const page = pages.get(read.passage.pageId);
    if (page !== undefined) raise(around, page, place.page);
    for (const own of owns) raise(around, own, place.passage);
    for (const position of positions) {
      const found = aroundUnit(asked, read, position, owns, around);
      raiseUnit(told, asked, read, position, owns);
      const unit = read.units[position];
      if (unit === undefined || (expects && !offers(asked.question.type, unit.plain))) continue;
      if (opposes(asked.question.query, unit.plain)) continue;
      grounds.fitting++;
      if (measures(asked.question.query, unit.plain) < 0) continue;
      const { cover, least, second } = shares(asked, found);
      grounds.cover = Math.max(grounds.cover, cover);
      if (least + second > best) {
        best = least + second;
        grounds.second = second;
      }
    }
  }
  terms.forEach((term, index) => {
    if (term.known) grounds.absentKnown += term.weight * (1 - Math.min(1, told[index] ?? 0));
  });
  return grounds;
}

function raiseUnit(into: Float64Array, asked: Asked, read: ReadPassage, position: number, owns: readonly Float64Array[]): void {
  const own = owns[position];
  if (own !== undefined) raise(into, own, place.unit);
  support(asked.terms, read.units[position]?.leadStems ?? [], into, place.lead);
}

function aroundUnit(asked: Asked, read: ReadPassage, position: number, owns: readonly Float64Array[], around: Float64Array): Float64Array {
  const found = around.slice();
  for (const near of [owns[position - 1], owns[position + 1]]) if (near !== undefined) raise(found, near, place.beside);
  raiseUnit(found, asked, read, position, owns);
  return found;
}

function shares(asked: Asked, found: Float64Array): { cover: number; least: number; second: number } {
  let sum = 0;
  let total = 0;
  let least = 1;
  let second = 1;
  asked.terms.terms.forEach((term, index) => {
    const told = Math.min(1, found[index] ?? 0);
    sum += term.weight * told;
    total += term.weight;
    if (term.weight < 0.65 || term.activity) return;
    if (told < least) {
      second = least;
      least = told;
    } else if (told < second) second = told;
  });
  return { cover: total === 0 ? 0 : sum / total, least, second };
}

function toldByPage(candidates: readonly Candidate[]): Map<string, Float64Array> {
  const pages = new Map<string, Float64Array>();
  for (const candidate of candidates) {
    const page = pages.get(candidate.read.passage.pageId) ?? new Float64Array(candidate.found.length);
    raise(page, candidate.found, 1);
    pages.set(candidate.read.passage.pageId, page);
  }
  return pages;
}
