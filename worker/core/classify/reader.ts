import { centroidsOf } from './centroids';
import { logits, softmax, trainLogistic } from './logistic';
import { discriminantOf, meaningSize, meaningsOf } from './meaning';
import { type CountedText, type SparseVector, vocabularyOf } from './vocabulary';

/** Pure. What one text says for each class, by three readings that err in different places. */
export interface Evidence {
  /** Log-probabilities of the regression over spelling and meaning. */
  regression: Float64Array;
  /** Log-probabilities of the discriminant over meaning. */
  meaning: Float64Array;
  /** Cosine to the middle of the class by spelling, 0 to 1. */
  nearness: Float64Array;
  /** Logarithm of the sum of the regression's scores: low where no class knows the text. */
  energy: number;
  /** 0 to 1: how much of the text was seen before. */
  known: number;
}

export type Reader = (text: CountedText) => Evidence;

interface Lesson {
  texts: readonly CountedText[];
  labels: ArrayLike<number>;
  classes: number;
  /** How many numbers the counter has given. */
  features: number;
  random(): number;
}

/** Spelling and meaning weigh the same in the regression. */
const half = Math.SQRT1_2;

export function trainReader({ texts, labels, classes, features, random }: Lesson): Reader {
  const vocabulary = vocabularyOf(texts, features);
  const meanings = meaningsOf(texts.map(({ tokens }) => tokens));
  const spelt = texts.map((text) => vocabulary.vector(text));
  const meant = texts.map(({ tokens }) => meanings.of(tokens));
  const model = trainLogistic({
    vectors: spelt.map((vector, i) => joined(vector, meant[i] as Float64Array, vocabulary.size)),
    ...{ labels, classes, features: vocabulary.size + meaningSize, random, epochs: epochsFor(texts.length) },
  });
  const nearnessTo = centroidsOf(spelt, labels, classes, vocabulary.size);
  const discriminant = discriminantOf(meant, labels, classes);
  return (text) => {
    const vector = vocabulary.vector(text);
    const meaning = meanings.of(text.tokens);
    const evidence: Evidence = {
      regression: new Float64Array(classes),
      meaning: new Float64Array(classes),
      nearness: new Float64Array(classes),
      energy: 0,
      known: vector.known,
    };
    logits(model, joined(vector, meaning, vocabulary.size), evidence.regression);
    evidence.energy = softmax(evidence.regression);
    discriminant(meaning, evidence.meaning);
    softmax(evidence.meaning);
    nearnessTo(vector, evidence.nearness);
    for (const scores of [evidence.regression, evidence.meaning])
      for (let k = 0; k < classes; k++) scores[k] = Math.log((scores[k] as number) + 1e-6);
    return evidence;
  };
}

/** Few lines need more rounds; many lines have said it all after a few. */
const epochsFor = (lines: number) => (lines < 1000 ? 12 : lines < 5000 ? 7 : 6);

function joined({ indices, values, known }: SparseVector, meaning: Float64Array, at: number): SparseVector {
  const length = indices.length;
  const all = new Int32Array(length + meaning.length);
  const weights = new Float32Array(all.length);
  all.set(indices);
  for (let j = 0; j < length; j++) weights[j] = (values[j] as number) * half;
  for (let d = 0; d < meaning.length; d++) {
    all[length + d] = at + d;
    weights[length + d] = (meaning[d] as number) * half;
  }
  return { indices: all, values: weights, known };
}
