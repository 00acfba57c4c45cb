import { answerWeights } from '../data/answer-weights';
import { evidenceFeatures } from './evidence';
import type { Asked, Candidate, Features } from './features';

export interface Weights {
  /** By feature of a unit; a missing one counts 0. */
  rank: Record<string, number>;
  /** By what is known of the answer as a whole. */
  confidence: Linear;
  /** Added where a yes or no is asked for, and where the kind of the answer can be told by its form. */
  asksYesNo: Linear;
  typed: Linear;
}

export interface Linear {
  bias: number;
  weights: Record<string, number>;
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

/** What is known of the answer that the best candidates make; `candidates` by falling score. */
export function confidenceFeatures(asked: Asked, candidates: readonly Candidate[]): Record<string, number> {
  return candidates.length === 0 ? {} : evidenceFeatures(asked, candidates);
}

/** 0 to 1: a logistic model, whose weights differ a little between the sorts of question. */
export function confidenceOf(features: Record<string, number>, weights: Omit<Weights, 'rank'> = answerWeights): number {
  let odds = sumOf(features, weights.confidence);
  if (features.asksYesNo === 1) odds += sumOf(features, weights.asksYesNo);
  if (features.typed === 1) odds += sumOf(features, weights.typed);
  return 1 / (1 + Math.exp(-odds));
}

function sumOf(features: Record<string, number>, { bias, weights }: Linear): number {
  let sum = bias;
  for (const [name, weight] of entriesOf(weights)) sum += weight * (features[name] ?? 0);
  return sum;
}
