import { strongWeight } from './asking';
import { type Asked, type Candidate, raise } from './features';
import { support, type Term } from './terms';

/** Sums of weights of the question's words, by where the nearest text stands that tells them, seen from the unit of the answer. */
export interface WhereTold {
  /** Concepts that only other pages name. */
  conceptElsewhere: number;
  /** Words, known to the lexicon and not, that no passage found tells. */
  knownNowhere: number;
  unknownNowhere: number;
}

/** Support from which on the unit itself, and what is around it, tells a word. */
const tells = { inPart: 0.35, around: 0.5 } as const;

export function whereTold(asked: Asked, anchor: Candidate, candidates: readonly Candidate[]): WhereTold {
  const terms = asked.terms.terms;
  const fresh = () => new Float64Array(terms.length);
  const { read, unit } = anchor;
  const own = fresh();
  support(asked.terms, unit.stems, own);
  const above = fresh();
  support(asked.terms, unit.leadStems, above);
  support(asked.terms, read.nearestHeadingStems, above);
  support(asked.terms, [...read.headingStems], above);
  support(asked.terms, [...read.titleStems], above, 0.8);
  const passage = fresh();
  for (const other of read.units) support(asked.terms, other.stems, passage);
  const page = fresh();
  const anywhere = fresh();
  for (const candidate of candidates) {
    raise(anywhere, candidate.found, 1);
    if (candidate.read.passage.pageId === read.passage.pageId) raise(page, candidate.found, 1);
  }
  const sums: WhereTold = { conceptElsewhere: 0, knownNowhere: 0, unknownNowhere: 0 };
  const is = (found: Float64Array, at: number, least: number) => (found[at] ?? 0) >= least;
  terms.forEach((term, at) => {
    const sort = sortOf(term);
    if (is(own, at, tells.inPart) || [above, passage, page].some((found) => is(found, at, tells.around))) return;
    if (is(anywhere, at, tells.around)) {
      if (sort === 'concept') sums.conceptElsewhere += term.weight;
    } else if (sort === 'known') sums.knownNowhere += term.weight;
    else if (sort === 'unknown') sums.unknownNowhere += term.weight;
  });
  return sums;
}

function sortOf(term: Term): 'activity' | 'concept' | 'weak' | 'known' | 'unknown' {
  if (term.activity) return 'activity';
  if (term.concept) return 'concept';
  if (term.weight < strongWeight) return 'weak';
  return term.known ? 'known' : 'unknown';
}
