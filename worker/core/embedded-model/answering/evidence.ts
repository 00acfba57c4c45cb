import { askingFeatures } from './asking';
import { chosenUnits } from './compose';
import { type Asked, type Candidate, raise } from './features';
import { groundsOf } from './grounds';
import { typed } from './offers';
import { whereTold } from './where-told';

/**
 * What speaks for and against the answer that the best candidates make, few enough that each weight can be learned from some hundred questions:
 * how much of the question is told where, what of it is told nowhere, how the question is put, and how the best stands among the others.
 */
export function evidenceFeatures(asked: Asked, candidates: readonly Candidate[]): Record<string, number> {
  const chosen = chosenUnits(candidates);
  const anchor = anchorOf(asked, candidates, chosen);
  const best = candidates[0];
  if (anchor === undefined || best === undefined) return {};
  const f = anchor.features;
  const grounds = groundsOf(asked, candidates, chosen);
  const asking = askingFeatures(asked);
  return {
    ...asking,
    typed: typed(asked.question.type) ? 1 : 0,
    groundCover: grounds.cover,
    groundSecond: grounds.second,
    fitting: grounds.fitting,
    absentKnown: grounds.absentKnown,
    existsAbsent: (asking.exists ?? 0) * grounds.absentKnown,
    ...lacks(asked, anchor, candidates),
    ...whereTold(asked, anchor, candidates),
    yesNo: f.yesNo,
    permissionUnit: f.permissionUnit,
    negation: f.negation,
    pending: f.pending,
    stale: f.stale,
    measured: f.measured,
    opposes: f.opposes,
    dayConflict: f.dayConflict,
    short: f.short,
    isFaq: f.isFaq,
    precision: f.precision,
    rank: f.rank,
    score: anchor.score,
    ...standing(best, candidates),
    samePage: candidates.slice(0, 5).filter((candidate) => candidate.read.passage.pageId === anchor.read.passage.pageId).length,
  };
}

/** The unit on which an answer stands: of those that would be quoted the best that holds what is asked for, else the best. */
function anchorOf(asked: Asked, candidates: readonly Candidate[], chosen: ReturnType<typeof chosenUnits>): Candidate | undefined {
  const best = candidates[0];
  if (best === undefined || !typed(asked.question.type) || best.features.typeUnit === 1) return best;
  return (
    candidates.find((candidate) => candidate.features.typeUnit === 1 && chosen.get(candidate.read)?.has(candidate.unit.position)) ?? best
  );
}

/** Of what the question names: what the anchor with its headings does not tell, and what none of the passages tells. */
function lacks(asked: Asked, anchor: Candidate, candidates: readonly Candidate[]): Record<string, number> {
  const somewhere = new Float64Array(asked.terms.terms.length);
  for (const candidate of candidates) raise(somewhere, candidate.found, 1);
  let activityLack = 0;
  let conceptLack = 0;
  let nowhereKnown = 0;
  let unknown = 0;
  asked.terms.terms.forEach((term, index) => {
    const lack = term.weight * (1 - Math.min(1, anchor.found[index] ?? 0));
    if (term.activity) activityLack += lack;
    if (term.concept) conceptLack += lack;
    if (term.known && (somewhere[index] ?? 0) <= 0.5) nowhereKnown += term.weight;
    if ((somewhere[index] ?? 0) === 0) unknown += term.weight;
  });
  return { activityLack, conceptLack, nowhereKnown, unknown: asked.terms.total === 0 ? 1 : unknown / asked.terms.total };
}

/** What the best is ahead of others by at most, and when there are none. */
const unrivalled = 6;

/** How the best stands among the others, and how fast what retrieval found falls off. */
function standing(best: Candidate, candidates: readonly Candidate[]): Record<string, number> {
  const top = candidates.slice(0, 30).reduce((sum, candidate) => sum + Math.exp(candidate.score - best.score), 0);
  const ahead = (other: Candidate | undefined) => Math.min(unrivalled, other === undefined ? unrivalled : best.score - other.score);
  const otherPage = candidates.find((candidate) => candidate.read.passage.pageId !== best.read.passage.pageId);
  return {
    topShare: 1 / top,
    aheadOfNext: ahead(candidates[1]),
    aheadOfPages: ahead(otherPage),
    fifthShare: candidates.find((candidate) => candidate.rank === 4)?.features.share ?? 0,
  };
}
