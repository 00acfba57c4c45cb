import { chosenUnits } from './compose';
import { type Asked, type Candidate, raise } from './features';
import { groundsOf } from './grounds';
import { typed } from './offers';

/**
 * What speaks for and against the answer that the best candidates make, few enough that each weight can be learned from some hundred questions:
 * how much of the question is told where, what of it is told nowhere, of what kind the question is, and how the best stands among the others.
 */
export function evidenceFeatures(asked: Asked, candidates: readonly Candidate[]): Record<string, number> {
  const chosen = chosenUnits(candidates);
  const anchor = anchorOf(asked, candidates, chosen);
  const best = candidates[0];
  if (anchor === undefined || best === undefined) return {};
  const f = anchor.features;
  const { question } = asked;
  const grounds = groundsOf(asked, candidates, chosen);
  const exists = existence.test(question.text) ? 1 : 0;
  return {
    groundCover: grounds.cover,
    groundSecond: grounds.second,
    fitting: grounds.fitting,
    absentKnown: grounds.absentKnown,
    existsAbsent: exists * grounds.absentKnown,
    ...lacks(asked, anchor, candidates),
    exists,
    yesNo: f.yesNo,
    permissionUnit: f.permissionUnit,
    negation: f.negation,
    pending: f.pending,
    stale: f.stale,
    measured: f.measured,
    opposes: f.opposes,
    dayConflict: f.dayConflict,
    rank: f.rank,
    score: anchor.score,
    topShare: shareOfBest(candidates),
    samePage: candidates.slice(0, 5).filter((candidate) => candidate.read.passage.pageId === anchor.read.passage.pageId).length,
    content: Math.min(5, asked.terms.total),
    noContent: asked.terms.terms.some((term) => term.weight >= strongWeight) ? 0 : 1,
    words: Math.min(20, question.text.split(' ').length),
    asksPrice: question.type === 'money' ? 1 : 0,
    asksPerson: question.type === 'person' ? 1 : 0,
    ownCase: ownCase.test(`${question.setting} ${question.text}`) ? 1 : 0,
    otherEdition: otherEdition.test(question.query) ? 1 : 0,
    otherYear: asked.askedYears.length > 0 && !asked.askedYears.includes(asked.year) ? 1 : 0,
  };
}

const strongWeight = 0.65;

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

/** The best one's part of the weight of the first thirty. */
function shareOfBest(candidates: readonly Candidate[]): number {
  const top = candidates[0]?.score ?? 0;
  return 1 / candidates.slice(0, 30).reduce((sum, candidate) => sum + Math.exp(candidate.score - top), 0);
}

/** "Is there …", "are … allowed", "can I bring …": the thing itself must be named where the answer is. */
const existence =
  /^(?:(?:is|are|will|was|were) (?:there|\w+(?: \w+)? (?:allowed|available|provided|included|served|open|free|recorded|streamed|permitted|offered|possible))|(?:do|does|did|will) (?:you|they|we|the \w+) (?:have|offer|provide|do|sell|take|accept|serve|get)|(?:can|may|could) (?:i|we|you) (?:bring|get|have|rent|buy|use|take|book)|what .* (?:are|is) there|any\b)/;

/** Something that happened to the person rather than a question of how things are. */
const ownCase =
  /\b(?:i|we|he|she|they|my \w+|our \w+|someone|somebody) (?:just |also |already |think i |accidentally )*(?:lost|left|forgot|missed|bought|paid|booked|ordered|registered|got|was|were|had|broke|didn't|did not|haven't|never)\b|\b(?:complain|still haven't|never arrived|not working|doesn't work)\b/;

const otherEdition =
  /\b(?:next|last|previous|past|following) (?:year|edition|time|event|conference|festival)|\bwhen (?:is|are) the next\b|\bafterwards\b/;
