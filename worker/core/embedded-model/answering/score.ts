import { answerWeights } from '../data/answer-weights';
import { chosenUnits } from './compose';
import { evidenceFeatures } from './evidence';
import type { Asked, Candidate, Features } from './features';
import { type Forest, forestScore } from './forest';
import { offers, typed } from './offers';
import { coverage, support } from './terms';

export interface Weights {
  /** By feature of a unit; a missing one counts 0. */
  rank: Record<string, number>;
  /** By feature of the best unit and of its lead over others. */
  confidence: Record<string, number>;
  bias: number;
  forest: Forest;
}

export function rankScore(features: Features, weights: Weights = answerWeights): number {
  let sum = 0;
  for (const [name, weight] of entriesOf(weights.rank)) sum += weight * (features[name as keyof Features] ?? 0);
  return sum;
}

const entries = new WeakMap<object, [string, number][]>();

/** Every unit is scored by the same table. */
function entriesOf(table: Record<string, number>): [string, number][] {
  const known = entries.get(table);
  if (known) return known;
  const made = Object.entries(table);
  entries.set(table, made);
  return made;
}

/** Candidates by falling score. Ties keep the order of retrieval. */
export function ranked(candidates: Candidate[], weights: Weights = answerWeights): Candidate[] {
  for (const candidate of candidates) candidate.score = rankScore(candidate.features, weights);
  return [...candidates].sort((a, b) => b.score - a.score);
}

/** What is known of the best unit as *the* answer: its features and how it stands among the others. */
export function confidenceFeatures(
  asked: Asked,
  candidates: readonly Candidate[],
  found: readonly { score: number; parts?: Record<string, number> }[],
): Record<string, number> {
  const best = candidates[0];
  if (best === undefined) return {};
  const f = best.features;
  const weightOf = (candidate: Candidate) => Math.exp(candidate.score - best.score);
  const near = candidates.slice(0, 40);
  const mass = near.reduce((sum, candidate) => sum + weightOf(candidate), 0);
  const own = near.filter((candidate) => candidate.read === best.read).reduce((sum, candidate) => sum + weightOf(candidate), 0);
  const rival = candidates.find((candidate) => candidate.read !== best.read);
  const strong = asked.terms.terms.filter((term) => term.weight >= 0.65);
  const strongFound = asked.terms.terms.reduce((sum, term, index) => sum + (term.weight >= 0.65 ? (best.found[index] ?? 0) : 0), 0);
  const expects = typed(asked.question.type) ? 1 : 0;
  return {
    unit: f.unit,
    context: f.context,
    passage: f.passage,
    strongest: f.strongest,
    missing: f.missing,
    missingStrong: strong.length === 0 ? 0.5 : 1 - strongFound / strong.length,
    heading: f.heading,
    pair: f.pair,
    density: f.density,
    typeUnit: f.typeUnit,
    typeMissing: f.typeMissing,
    untyped: 1 - expects,
    yesNo: f.yesNo,
    negation: f.negation,
    pending: f.pending,
    stale: f.stale,
    stalePage: f.stalePage,
    rank: f.rank,
    share: f.share,
    isHeading: f.isHeading,
    faqHeading: f.faqHeading,
    score: best.score,
    own: own / mass,
    margin: rival === undefined ? 1 : Math.min(3, best.score - rival.score),
    searchLead: (found[0]?.score ?? 0) === 0 ? 0 : 1 - (found[1]?.score ?? 0) / (found[0]?.score ?? 1),
    exact: f.exact,
    exactContext: f.exactContext,
    rare: f.rare,
    rareContext: f.rareContext,
    section: f.section,
    precision: f.precision,
    headingPrecision: f.headingPrecision,
    neighbours: f.neighbours,
    unknown: unknownShare(asked, candidates),
    permissionUnit: f.permissionUnit,
    ...answerFeatures(asked, candidates),
    ...evidenceFeatures(asked, candidates, found),
    content: Math.min(5, asked.terms.total),
    noContent: strong.length === 0 ? 1 : 0,
    covered: f.context * f.strongest,
    typedCover: f.typeUnit * f.context,
    asksPrice: asked.question.type === 'money' ? 1 : 0,
    asksPerson: asked.question.type === 'person' ? 1 : 0,
    asksTime: asked.question.type === 'time' || asked.question.type === 'date' || asked.question.type === 'deadline' ? 1 : 0,
    asksPlace: asked.question.type === 'place' || asked.question.type === 'address' ? 1 : 0,
    asksCode: asked.question.type === 'code' ? 1 : 0,
    otherYear: asked.askedYears.length > 0 && !asked.askedYears.includes(asked.year) ? 1 : 0,
  };
}

/** What the answer as a whole, all its units with their headings, says of the question. */
function answerFeatures(asked: Asked, candidates: readonly Candidate[]): Record<string, number> {
  const { terms } = asked.terms;
  const all = new Float64Array(terms.length);
  const expects = typed(asked.question.type);
  let has = 0;
  let evidenceCover = 0;
  let evidenceProduct = 0;
  let evidenceMean = 0;
  let evidenceAbsent = Math.max(0, ...terms.map((term) => term.weight));
  for (const [read, positions] of chosenUnits(candidates)) {
    const around = new Float64Array(terms.length);
    support(asked.terms, [...read.headingStems], around, 0.95);
    support(asked.terms, [...read.titleStems], around, 0.7);
    for (const position of positions) {
      const unit = read.units[position];
      if (unit === undefined) continue;
      const found = around.slice();
      support(asked.terms, unit.stems, found);
      support(asked.terms, unit.leadStems, found, 0.95);
      found.forEach((value, index) => {
        if (value > (all[index] ?? 0)) all[index] = value;
      });
      const offered = offers(asked.question.type, unit.plain);
      if (offered) has = 1;
      if (expects && !offered) continue;
      evidenceCover = Math.max(evidenceCover, coverage(asked.terms, found));
      evidenceAbsent = Math.min(evidenceAbsent, mostAbsent(asked, found));
      const together = jointly(asked, found);
      evidenceProduct = Math.max(evidenceProduct, together.product);
      evidenceMean = Math.max(evidenceMean, together.mean);
    }
  }
  let absentKnown = 0;
  let absentUnknown = 0;
  terms.forEach((term, index) => {
    const lack = term.weight * (1 - Math.min(1, all[index] ?? 0));
    if (term.known) absentKnown += lack;
    else absentUnknown += lack;
  });
  const exists = existence.test(asked.question.text) ? 1 : 0;
  const few = terms.filter((term) => term.weight >= 0.65).length <= 2 ? 1 : 0;
  return {
    answerCover: coverage(asked.terms, all),
    absentKnown,
    absentUnknown,
    evidenceCover,
    evidenceProduct,
    evidenceMean,
    existsProduct: exists * evidenceProduct,
    typedProduct: expects ? evidenceProduct : 0,
    evidenceAbsent,
    existsAbsent: exists * evidenceAbsent,
    fewAbsent: few * evidenceAbsent,
    typedAbsent: expects ? evidenceAbsent : 0,
    moneyCover: asked.question.type === 'money' ? evidenceCover : 0,
    timeCover: /^(?:time|date|deadline)$/.test(asked.question.type) ? evidenceCover : 0,
    exists,
    pendingCover: (candidates[0]?.features.pending ?? 0) * (candidates[0]?.features.context ?? 0),
    [`has_${asked.question.type}`]: expects ? has : 0,
    lowCover: evidenceCover < 0.35 ? 1 : 0,
    ownCase: ownCase.test(`${asked.question.setting} ${asked.question.text}`) ? 1 : 0,
    lacks: expects ? 1 - has : 0,
  };
}

/** "Is there …", "are … allowed", "can I bring …": the thing itself must be named where the answer is. */
const existence =
  /^(?:(?:is|are|will|was|were) (?:there|\w+(?: \w+)? (?:allowed|available|provided|included|served|open|free|recorded|streamed|permitted|offered|possible))|(?:do|does|did|will) (?:you|they|we|the \w+) (?:have|offer|provide|do|sell|take|accept|serve|get)|(?:can|may|could) (?:i|we|you) (?:bring|get|have|rent|buy|use|take|book)|what .* (?:are|is) there|any\b)/;

/** Something that happened to the person rather than a question of how things are. */
const ownCase =
  /\b(?:i|we|he|she|they|my \w+|our \w+|someone|somebody) (?:just |also |already |think i |accidentally )*(?:lost|left|forgot|missed|bought|paid|booked|ordered|registered|got|was|were|had|broke|didn't|did not|haven't|never)\b|\b(?:complain|still haven't|never arrived|not working|doesn't work)\b/;

/** How far a unit expresses all terms at once: the product of what each leaves standing, and its geometric mean over the terms. */
function jointly(asked: Asked, found: Float64Array): { product: number; mean: number } {
  let sum = 0;
  let weight = 0;
  asked.terms.terms.forEach((term, index) => {
    const lack = term.weight * (1 - Math.min(1, found[index] ?? 0));
    sum += Math.log(1 - (term.known ? 0.9 : 0.7) * Math.min(1, lack));
    weight += term.weight;
  });
  return { product: Math.exp(sum), mean: weight === 0 ? 0 : Math.exp(sum / Math.max(1, weight)) };
}

/** The greatest lack among terms whose absence says something: those with known other words, and words of full weight. */
function mostAbsent(asked: Asked, found: Float64Array): number {
  let most = 0;
  asked.terms.terms.forEach((term, index) => {
    if (term.known || term.weight >= 1) most = Math.max(most, term.weight * (1 - Math.min(1, found[index] ?? 0)));
  });
  return most;
}

/** Weighted share of the question's terms that none of the candidates' passages expresses. */
function unknownShare(asked: Asked, candidates: readonly Candidate[]): number {
  const { terms, total } = asked.terms;
  if (total === 0) return 1;
  const known = new Float64Array(terms.length);
  for (const candidate of candidates)
    candidate.found.forEach((value, index) => {
      if (value > (known[index] ?? 0)) known[index] = value;
    });
  return terms.reduce((sum, term, index) => sum + ((known[index] ?? 0) === 0 ? term.weight : 0), 0) / total;
}

/** 0 to 1. Half of the log odds come from a linear model, half from boosted trees: their errors differ. */
export function confidenceOf(features: Record<string, number>, weights: Weights = answerWeights): number {
  let linear = weights.bias;
  for (const [name, weight] of Object.entries(weights.confidence)) linear += weight * (features[name] ?? 0);
  return 1 / (1 + Math.exp(-(linear + forestScore(weights.forest, features)) / 2));
}
