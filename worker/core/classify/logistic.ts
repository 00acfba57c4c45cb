import type { SparseVector } from './vocabulary';

/** Weights of a multinomial logistic regression: one row a feature, one column a class, and a bias a class. */
export interface Logistic {
  classes: number;
  weights: Float32Array;
  bias: Float32Array;
}

interface Training {
  vectors: readonly SparseVector[];
  labels: ArrayLike<number>;
  classes: number;
  features: number;
  /** Numbers in [0, 1), which order the samples: passed in, so that the same lines train the same model. */
  random(): number;
  epochs: number;
}

const rate = 0.6;
/** Classes whose probability is off by less are not corrected: most classes have nothing to do with a text. */
const negligible = 1e-3;
/** A sample that was this sure of its class is left out of the next two rounds. */
const sure = 0.99;

/**
 * Stochastic gradient descent with a step of its own for each feature (AdaGrad; Duchi, Hazan, Singer 2011). Time grows with
 * samples, features of a sample and classes; memory is 4 bytes a weight.
 */
export function trainLogistic({ vectors, labels, classes, features, random, epochs }: Training): Logistic {
  const weights = new Float32Array(features * classes);
  const bias = new Float32Array(classes);
  const squares = new Float32Array(features).fill(1e-6);
  const order = Array.from(vectors, (_, i) => i);
  const resting = new Uint8Array(vectors.length);
  const scores = new Float64Array(classes);
  const model = { classes, weights, bias };
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    const step = rate / (1 + 0.15 * epoch);
    for (const sample of order) {
      const vector = vectors[sample];
      const label = labels[sample];
      if (!vector || label === undefined) continue;
      if ((resting[sample] as number) > 0) {
        resting[sample] = (resting[sample] as number) - 1;
        continue;
      }
      logits(model, vector, scores);
      softmax(scores);
      if ((scores[label] as number) > sure) resting[sample] = 2;
      scores[label] = (scores[label] as number) - 1;
      correct(model, vector, scores, squares, step);
    }
  }
  return model;
}

/** One step against the gradient, which is the difference of probability and truth for each class. */
function correct({ classes, weights, bias }: Logistic, vector: SparseVector, gradient: Float64Array, squares: Float32Array, step: number) {
  const wrong: number[] = [];
  let size = 0;
  for (let k = 0; k < classes; k++) {
    const slope = gradient[k] as number;
    if (Math.abs(slope) < negligible) continue;
    wrong.push(k);
    size += slope * slope;
    bias[k] = (bias[k] as number) - 0.02 * step * slope;
  }
  if (wrong.length === 0) return;
  const { indices, values } = vector;
  for (let j = 0; j < indices.length; j++) {
    const feature = indices[j] as number;
    const value = values[j] as number;
    const total = (squares[feature] as number) + value * value * size;
    squares[feature] = total;
    const scale = (step * value) / Math.sqrt(total);
    const row = feature * classes;
    for (let w = 0; w < wrong.length; w++) {
      const k = wrong[w] as number;
      weights[row + k] = (weights[row + k] as number) - scale * (gradient[k] as number);
    }
  }
}

/** A text's score for each class, into `out`. */
export function logits({ classes, weights, bias }: Logistic, { indices, values }: SparseVector, out: Float64Array): void {
  for (let k = 0; k < classes; k++) out[k] = bias[k] as number;
  for (let j = 0; j < indices.length; j++) {
    const row = (indices[j] as number) * classes;
    const value = values[j] as number;
    for (let k = 0; k < classes; k++) out[k] = (out[k] as number) + value * (weights[row + k] as number);
  }
}

/** Turns scores into probabilities in place; returns the logarithm of the sum of the scores' exponentials. */
export function softmax(scores: Float64Array): number {
  let top = Number.NEGATIVE_INFINITY;
  for (const score of scores) top = Math.max(top, score);
  let sum = 0;
  for (let k = 0; k < scores.length; k++) sum += scores[k] = Math.exp((scores[k] as number) - top);
  for (let k = 0; k < scores.length; k++) scores[k] = (scores[k] as number) / sum;
  return top + Math.log(sum);
}

function shuffle(items: number[], random: () => number): void {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const kept = items[i] ?? 0;
    items[i] = items[j] ?? 0;
    items[j] = kept;
  }
}
