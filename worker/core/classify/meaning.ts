import { dimensions, vectorOf } from '../word-vectors/word-vectors';
import { solvePositive } from './linear-algebra';

/**
 * Pure. Texts by what their words mean: the mean of the words' vectors, weighted by how rare a word is in the lines that
 * were learnt from. It sees that "suitcase" and "luggage" are near, which spelling does not show. English only: a text of
 * unknown words has no meaning here and is read by its spelling alone.
 */

export const meaningSize = dimensions;

export interface Meanings {
  /** Unit vector of `meaningSize` numbers, all zero when no word is known. */
  of(tokens: readonly string[]): Float64Array;
}

export function meaningsOf(lines: readonly (readonly string[])[]): Meanings {
  const frequency = new Map<string, number>();
  for (const tokens of lines) for (const token of new Set(tokens)) frequency.set(token, (frequency.get(token) ?? 0) + 1);
  const rarity = (token: string) => Math.log((1 + lines.length) / (1 + (frequency.get(token) ?? 0)));
  return {
    of(tokens) {
      const sum = new Float64Array(dimensions);
      for (const token of tokens) {
        const vector = vectorOf(token);
        if (!vector) continue;
        const weight = rarity(token);
        for (let d = 0; d < dimensions; d++) sum[d] = (sum[d] as number) + weight * (vector[d] as number);
      }
      const length = Math.sqrt(sum.reduce((squares, value) => squares + value * value, 0));
      return length === 0 ? sum : sum.map((value) => value / length);
    },
  };
}

/** Scores of a text's meaning for each class, up to a constant. */
export type Discriminant = (meaning: Float64Array, out: Float64Array) => void;

/** Keeps directions that few lines span from deciding; of the order of the smaller variances of unit vectors. */
const shrinkage = 0.02;

/**
 * Linear discriminant analysis with a covariance that the classes share, shrunk towards the identity (Hastie, Tibshirani,
 * Friedman: The Elements of Statistical Learning, 4.3). Few lines a class suffice, because all classes teach the covariance.
 */
export function discriminantOf(meanings: readonly Float64Array[], labels: ArrayLike<number>, classes: number): Discriminant {
  const means = Array.from({ length: classes }, () => new Float64Array(dimensions));
  const counts = new Float64Array(classes);
  meanings.forEach((meaning, i) => {
    const label = labels[i] as number;
    counts[label] = (counts[label] as number) + 1;
    add(means[label] as Float64Array, meaning);
  });
  means.forEach((mean, k) => {
    for (let d = 0; d < dimensions; d++) mean[d] = (mean[d] as number) / Math.max(1, counts[k] as number);
  });
  const covariance = new Float64Array(dimensions * dimensions);
  const away = new Float64Array(dimensions);
  meanings.forEach((meaning, i) => {
    const mean = means[labels[i] as number] as Float64Array;
    for (let d = 0; d < dimensions; d++) away[d] = (meaning[d] as number) - (mean[d] as number);
    for (let p = 0; p < dimensions; p++) {
      const share = (away[p] as number) / meanings.length;
      for (let q = 0; q < dimensions; q++)
        covariance[p * dimensions + q] = (covariance[p * dimensions + q] as number) + share * (away[q] as number);
    }
  });
  for (let d = 0; d < dimensions; d++) covariance[d * dimensions + d] = (covariance[d * dimensions + d] as number) + shrinkage;
  const directions = solvePositive(covariance, dimensions, means);
  const offsets = directions.map((direction, k) => -0.5 * dot(direction, means[k] as Float64Array));
  return (meaning, out) => {
    directions.forEach((direction, k) => {
      out[k] = (offsets[k] as number) + dot(direction, meaning);
    });
  };
}

function add(sum: Float64Array, other: Float64Array): void {
  for (let d = 0; d < sum.length; d++) sum[d] = (sum[d] as number) + (other[d] as number);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let d = 0; d < a.length; d++) sum += (a[d] as number) * (b[d] as number);
  return sum;
}
