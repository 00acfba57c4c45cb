import { chosenUnits } from './compose';
import type { Asked, Candidate } from './features';
import { measures, opposes } from './kinds';
import { offers, typed } from './offers';
import { support, type Term } from './terms';

type Searched = readonly { score: number; parts?: Record<string, number> }[];

/** What speaks for and against the best unit as the answer: term by term, by kind, and by what the search made of its passage. */
export function evidenceFeatures(asked: Asked, candidates: readonly Candidate[], found: Searched): Record<string, number> {
  const best = candidates[0];
  if (best === undefined) return {};
  const terms = asked.terms.terms;
  const own = new Float64Array(terms.length);
  support(asked.terms, best.unit.stems, own);
  const somewhere = new Float64Array(terms.length);
  for (const candidate of candidates) raise(somewhere, candidate.found);
  const frequency = unitFrequency(asked, candidates);
  const strong = terms.map((term, index) => ({ term, index })).filter(({ term }) => term.weight >= 0.65 && !term.activity);
  const covers = (from: Float64Array) => strong.map(({ index }) => Math.min(1, from[index] ?? 0));
  const context = covers(best.found);
  const rarest = [...strong].sort((a, b) => (frequency[a.index] ?? 0) - (frequency[b.index] ?? 0))[0];
  const sorted = [...context].sort((a, b) => a - b);
  return {
    things: strong.length,
    leastThing: sorted[0] ?? 0.5,
    nextLeastThing: sorted[1] ?? 1,
    meanThing: mean(context),
    meanThingOwn: mean(covers(own)),
    firstThing: context[0] ?? 0.5,
    lastThing: context.at(-1) ?? 0.5,
    lastThingOwn: covers(own).at(-1) ?? 0.5,
    rarestThing: rarest === undefined ? 0.5 : (best.found[rarest.index] ?? 0),
    rarestThingOwn: rarest === undefined ? 0.5 : (own[rarest.index] ?? 0),
    elsewhere: largest(terms, (term, index) => term.weight * Math.max(0, (somewhere[index] ?? 0) - (best.found[index] ?? 0))),
    nowhereThing: sum(terms, (term, index) => (term.activity || (somewhere[index] ?? 0) > 0.3 ? 0 : term.weight)),
    nowhereKnown: sum(terms, (term, index) => (term.known && (somewhere[index] ?? 0) <= 0.5 ? term.weight : 0)),
    activityLack: sum(terms, (term, index) => (term.activity ? term.weight * (1 - Math.min(1, best.found[index] ?? 0)) : 0)),
    conceptLack: sum(terms, (term, index) => (term.concept ? term.weight * (1 - Math.min(1, best.found[index] ?? 0)) : 0)),
    ...pairFeatures(asked, best),
    ...agreement(asked, candidates),
    ...searchFeatures(found[best.rank]?.parts, found[0]?.parts),
    otherEdition: otherEdition.test(asked.question.query) ? 1 : 0,
    words: Math.min(20, asked.question.text.split(' ').length),
    unitLength: Math.min(60, best.unit.stems.length),
  };
}

/** What the parts of a score usually are; they stand in for those of a search engine that does not tell them. */
const usual = { sentence: 0.37, cover: 0.28, pairs: 0, type: 0.6, sought: 0, question: 0, lexical: 10 };

function searchFeatures(told: Record<string, number> | undefined, toldFirst: Record<string, number> | undefined): Record<string, number> {
  const parts: Record<string, number> = told?.lexical === undefined ? usual : told;
  const first: Record<string, number> = toldFirst?.lexical === undefined ? usual : toldFirst;
  return {
    searchedSentence: parts.sentence ?? 0,
    searchedCover: parts.cover ?? 0,
    searchedPairs: parts.pairs ?? 0,
    searchedType: parts.type ?? 0,
    searchedSought: parts.sought ?? 0,
    searchedQuestion: parts.question ?? 0,
    searchedLexical: Math.log1p(Math.max(0, parts.lexical ?? 0)),
    topSentence: first.sentence ?? 0,
    topCover: first.cover ?? 0,
    topLexical: Math.log1p(Math.max(0, first.lexical ?? 0)),
  };
}

const otherEdition =
  /\b(?:next|last|previous|past|following) (?:year|edition|time|event|conference|festival)|\bwhen (?:is|are) the next\b|\bafterwards\b/;

/** Words that stand side by side in the question and whether the unit, or the headings above it, has both near each other. */
function pairFeatures(asked: Asked, best: Candidate): Record<string, number> {
  const terms = asked.terms.terms.map((term, index) => ({ term, index })).filter(({ term }) => term.weight >= 0.5 && !term.activity);
  terms.sort((a, b) => a.term.position - b.term.position);
  const texts = [best.unit.stems, [...best.read.headingStems], [...best.unit.leadStems]].map((stems) => placesOf(asked, stems));
  let pairs = 0;
  let together = 0;
  let apart = 0;
  terms.forEach((entry, at) => {
    const next = terms[at + 1];
    if (next === undefined || next.term.position - entry.term.position > 2) return;
    pairs++;
    const near = texts.some((places) => {
      const a = places.get(entry.index) ?? [];
      const b = places.get(next.index) ?? [];
      return a.some((one) => b.some((other) => Math.abs(one - other) <= 4));
    });
    if (near) together++;
    else if ((best.found[entry.index] ?? 0) === 0 || (best.found[next.index] ?? 0) === 0) apart++;
  });
  return { pairsAsked: pairs, pairsTogether: pairs === 0 ? 0.5 : together / pairs, pairsBroken: pairs === 0 ? 0 : apart / pairs };
}

function placesOf(asked: Asked, stems: readonly string[]): Map<number, number[]> {
  const places = new Map<number, number[]>();
  stems.forEach((stem, at) => {
    for (const hit of asked.terms.hits.get(stem) ?? []) {
      if (hit.strength < 0.5 || !hit.rest.every((part, offset) => stems[at + 1 + offset] === part)) continue;
      places.set(hit.term, [...(places.get(hit.term) ?? []), at]);
    }
  });
  return places;
}

/** How the units that would be quoted stand to each other and to the kind that is asked for. */
function agreement(asked: Asked, candidates: readonly Candidate[]): Record<string, number> {
  const best = candidates[0];
  if (best === undefined) return {};
  const expects = typed(asked.question.type);
  const chosen = chosenUnits(candidates);
  let units = 0;
  let length = 0;
  for (const [read, positions] of chosen) {
    units += positions.size;
    for (const position of positions) length += read.units[position]?.plain.length ?? 0;
  }
  const rivalPage = candidates.find((candidate) => candidate.read.passage.pageId !== best.read.passage.pageId);
  const second = candidates[1];
  const near = candidates.slice(0, 5);
  const typedNear = near.filter((candidate) => candidate.features.typeUnit === 1).length;
  const weights = candidates.slice(0, 30).map((candidate) => Math.exp(candidate.score - best.score));
  const total = weights.reduce((a, b) => a + b, 0);
  const query = asked.question.query;
  return {
    chosenPassages: chosen.size,
    chosenUnits: units,
    chosenLength: Math.min(1500, length) / 100,
    pageMargin: rivalPage === undefined ? 4 : Math.min(4, best.score - rivalPage.score),
    unitMargin: second === undefined ? 3 : Math.min(3, best.score - second.score),
    topShare: total === 0 ? 0 : 1 / total,
    typedNear: expects ? typedNear : 0,
    untypedBest: expects && best.features.typeUnit === 0 ? 1 : 0,
    samePage: near.filter((candidate) => candidate.read.passage.pageId === best.read.passage.pageId).length,
    opposes: opposes(query, best.unit.plain) ? 1 : 0,
    measured: measures(query, best.unit.plain),
    ...closeness(asked, chosen),
    typeBest: expects && offers(asked.question.type, best.unit.plain) ? best.features.context : 0,
    dayMatch: best.features.dayMatch,
    dayConflict: best.features.dayConflict,
    titleBest: best.features.title,
  };
}

/**
 * Of the units that would be quoted and hold the kind of thing asked for: the best share of the question's things that the unit itself
 * names, that it names with its headings, and the share of the rarest.
 */
function closeness(asked: Asked, chosen: ReturnType<typeof chosenUnits>): Record<string, number> {
  const terms = asked.terms.terms;
  const things = terms.map((term, index) => ({ term, index })).filter(({ term }) => term.weight >= 0.65 && !term.activity);
  const expects = typed(asked.question.type);
  let named = 0;
  let placed = 0;
  let fitting = 0;
  let measured = -1;
  for (const [read, positions] of chosen) {
    const around = new Float64Array(terms.length);
    support(asked.terms, [...read.headingStems], around, 0.95);
    for (const position of positions) {
      const unit = read.units[position];
      if (unit === undefined) continue;
      measured = Math.max(measured, measures(asked.question.query, unit.plain));
      if (expects && !offers(asked.question.type, unit.plain)) continue;
      if (opposes(asked.question.query, unit.plain)) continue;
      fitting++;
      const own = new Float64Array(terms.length);
      support(asked.terms, unit.stems, own);
      const share = (from: Float64Array) => mean(things.map(({ index }) => Math.min(1, from[index] ?? 0)));
      named = Math.max(named, share(own));
      raise(own, around);
      support(asked.terms, unit.leadStems, own, 0.95);
      placed = Math.max(placed, share(own));
    }
  }
  return { fittingNamed: named, fittingPlaced: placed, fitting, measuredAnywhere: measured };
}

function unitFrequency(asked: Asked, candidates: readonly Candidate[]): Float64Array {
  const frequency = new Float64Array(asked.terms.terms.length);
  for (const candidate of candidates) {
    const own = new Float64Array(frequency.length);
    support(asked.terms, candidate.unit.stems, own);
    own.forEach((value, index) => {
      if (value > 0.5) frequency[index] = (frequency[index] ?? 0) + 1;
    });
  }
  return frequency;
}

function raise(into: Float64Array, from: Float64Array): void {
  from.forEach((value, index) => {
    if (value > (into[index] ?? 0)) into[index] = value;
  });
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0.5 : values.reduce((a, b) => a + b, 0) / values.length;
}

function sum(terms: readonly Term[], of: (term: Term, index: number) => number): number {
  return terms.reduce((total, term, index) => total + of(term, index), 0);
}

function largest(terms: readonly Term[], of: (term: Term, index: number) => number): number {
  return terms.reduce((most, term, index) => Math.max(most, of(term, index)), 0);
}
