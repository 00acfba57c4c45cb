import type { OutcomeFacts } from './facts';

/**
 * Pure. The chance that a deal is signed: logistic regression whose weights start from what is known of sponsor sales and
 * move to what the organization's own deals show (maximum a posteriori with a normal prior on each weight).
 */

/** Features are between 0 and 1; `prior` is the weight they start with, `spread` how far outcomes may easily move it. */
export const outcomeFeatures = [
  { feature: 'bias', label: 'Any company', prior: -3.7, spread: 0.5 },
  { feature: 'fit', label: 'Fit with the event', prior: 3.5, spread: 0.7 },
  { feature: 'decision_maker', label: 'A decision maker is known', prior: 0.8, spread: 0.4 },
  { feature: 'own_past', label: 'Sponsored your events before', prior: 1.2, spread: 0.5 },
  { feature: 'similar_past', label: 'Sponsors events of others', prior: 0.6, spread: 0.4 },
  { feature: 'engagement', label: 'Engagement with mails and proposal', prior: 2.0, spread: 0.6 },
  { feature: 'meeting', label: 'A meeting was held or is booked', prior: 1.5, spread: 0.5 },
] as const;

export interface OutcomeModel {
  /** By feature, in the order of `outcomeFeatures`. */
  weights: number[];
  outcomes: number;
}

export const priorModel: OutcomeModel = { weights: outcomeFeatures.map(({ prior }) => prior), outcomes: 0 };

const rowOf = (features: Record<string, number>) =>
  outcomeFeatures.map(({ feature }) => (feature === 'bias' ? 1 : clamp01(features[feature] ?? 0)));
const clamp01 = (value: number) => Math.min(1, Math.max(0, Number.isFinite(value) ? value : 0));
const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);

/** The chance of signing, between 0 and 1. */
export function chanceOf(features: Record<string, number>, { weights }: OutcomeModel): number {
  return sigmoid(dot(rowOf(features), weights));
}

/** Fits the weights by Newton's method; with no outcomes they are the prior ones. */
export function fitOutcomes(outcomes: readonly OutcomeFacts[]): OutcomeModel {
  const rows = outcomes.map(({ features, signed }) => ({ x: rowOf(features), y: signed ? 1 : 0 }));
  const precision = outcomeFeatures.map(({ spread }) => 1 / spread ** 2);
  const prior: readonly number[] = priorModel.weights;
  let weights = [...prior];
  for (let step = 0; step < 25; step++) {
    const gradient = weights.map((weight, i) => (precision[i] ?? 0) * (weight - (prior[i] ?? 0)));
    const hessian = weights.map((_, i) => weights.map((__, j) => (i === j ? (precision[i] ?? 0) : 0)));
    for (const { x, y } of rows) {
      const p = sigmoid(dot(x, weights));
      for (const [i, xi] of x.entries()) {
        gradient[i] = (gradient[i] ?? 0) + (p - y) * xi;
        const line = hessian[i];
        if (line) for (const [j, xj] of x.entries()) line[j] = (line[j] ?? 0) + p * (1 - p) * xi * xj;
      }
    }
    const move = solved(hessian, gradient);
    weights = weights.map((weight, i) => weight - (move[i] ?? 0));
    if (Math.max(...move.map(Math.abs)) < 1e-9) break;
  }
  return { weights, outcomes: outcomes.length };
}

/** Solves a symmetric positive definite system by Cholesky's decomposition. */
function solved(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const n = right.length;
  const lower: number[][] = [];
  for (let i = 0; i < n; i++) {
    const line: number[] = [];
    lower.push(line);
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i]?.[j] ?? 0;
      for (let k = 0; k < j; k++) sum -= (line[k] ?? 0) * (lower[j]?.[k] ?? 0);
      line[j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / (lower[j]?.[j] ?? 1);
    }
  }
  const forward: number[] = [];
  for (let i = 0; i < n; i++) {
    let sum = right[i] ?? 0;
    for (let k = 0; k < i; k++) sum -= (lower[i]?.[k] ?? 0) * (forward[k] ?? 0);
    forward[i] = sum / (lower[i]?.[i] ?? 1);
  }
  const solution: number[] = new Array(n).fill(0);
  for (let i = n - 1; i >= 0; i--) {
    let sum = forward[i] ?? 0;
    for (let k = i + 1; k < n; k++) sum -= (lower[k]?.[i] ?? 0) * (solution[k] ?? 0);
    solution[i] = sum / (lower[i]?.[i] ?? 1);
  }
  return solution;
}

export interface ReliabilityBin {
  from: number;
  to: number;
  /** Mean chance that was foretold, and share that was signed. */
  predicted: number;
  observed: number;
  deals: number;
}

const edges = [0, 0.1, 0.2, 0.35, 0.5, 0.7, 1] as const;
const folds = 5;

/**
 * The reliability curve and the Brier score, each deal foretold by a model that has not seen it (five folds). Bins without
 * deals are left out; the score is null without outcomes.
 */
export function reliability(outcomes: readonly OutcomeFacts[]): { bins: ReliabilityBin[]; brier: number | null } {
  if (outcomes.length === 0) return { bins: [], brier: null };
  const models = Array.from({ length: folds }, (_, fold) => fitOutcomes(outcomes.filter((__, index) => index % folds !== fold)));
  const foretold = outcomes.map(({ features, signed }, index) => ({
    chance: chanceOf(features, models[index % folds] ?? priorModel),
    signed: signed ? 1 : 0,
  }));
  const bins = edges.slice(0, -1).flatMap((from, index): ReliabilityBin[] => {
    const to = edges[index + 1] ?? 1;
    const inside = foretold.filter(({ chance }) => chance >= from && (chance < to || to === 1));
    if (inside.length === 0) return [];
    const mean = (value: (one: (typeof inside)[number]) => number) => inside.reduce((sum, one) => sum + value(one), 0) / inside.length;
    return [{ from, to, predicted: mean(({ chance }) => chance), observed: mean(({ signed }) => signed), deals: inside.length }];
  });
  return { bins, brier: foretold.reduce((sum, { chance, signed }) => sum + (chance - signed) ** 2, 0) / foretold.length };
}
