import { type Classifier, trainSorter } from '../classify/classifier';
import { seededNumbers } from '../classify/seeded-numbers';
import { englishReplies } from './data/example-replies-english';
import { otherReplies } from './data/example-replies-others';
import { weights } from './data/sign-weights';
import type { WrittenClass } from './reply-classes';
import { signCount, signsOf } from './signs-of';

/** Pure. Sorts what somebody wrote, by the classifier of `core/classify` and by signs that were put into words by hand. */

export const writtenClasses = Object.keys(englishReplies)
  .filter((name): name is WrittenClass => name in otherReplies)
  .sort();

/** The written examples, by class. */
export const exampleReplies = writtenClasses.flatMap((label) =>
  [englishReplies[label], otherReplies[label]].flatMap((lines) =>
    lines
      .trim()
      .split('\n')
      .map((text) => ({ text, label })),
  ),
);

/** How the readings of the classifier are mixed: most examples are too short, and too many not English, for meaning to weigh more. */
const mixture = [1, 0.2, 6] as const;

/** A classifier that has learnt these examples. */
export const learnReplies = (examples: readonly { text: string; label: string }[]): Classifier =>
  trainSorter(examples, mixture, seededNumbers(6));

let learnt: Classifier | undefined;

export interface SignWeights {
  /** What the classifier's log-probability counts. */
  classifier: number;
  /** One row a written class, one number a sign. */
  signs: readonly (readonly number[])[];
}

/** Scores of the written classes, in their order, up to a constant. */
export function scoresOf(logs: ArrayLike<number>, signs: ArrayLike<number>, { classifier, signs: rows }: SignWeights): Float64Array {
  return Float64Array.from(writtenClasses, (_, k) => {
    const row = rows[k] ?? [];
    let score = classifier * (logs[k] ?? 0);
    for (let j = 0; j < signCount; j++) score += (row[j] ?? 0) * (signs[j] ?? 0);
    return score;
  });
}

/** Logarithms of the classifier's probabilities, in the order of `writtenClasses`. */
export function logsOf(classifier: Classifier, text: string): Float64Array {
  return classifier.classify(text).probabilities.map((p) => Math.log(p + 1e-3));
}

export interface Sorted {
  class: WrittenClass;
  /** 0 to 1. */
  confidence: number;
  second: WrittenClass;
  probabilities: ReadonlyMap<WrittenClass, number>;
}

/** The likeliest class of a text. The examples are learnt at the first call. */
export function sortWords(text: string): Sorted {
  learnt ??= learnReplies(exampleReplies);
  const scores = scoresOf(logsOf(learnt, text), signsOf(text), weights);
  const top = Math.max(...scores);
  const sum = scores.reduce((total, score) => total + Math.exp(score - top), 0);
  const probabilities = new Map(writtenClasses.map((name, k) => [name, Math.exp((scores[k] as number) - top) / sum]));
  const [best, second] = [...probabilities].sort((a, b) => b[1] - a[1]);
  return { class: best?.[0] ?? 'other', confidence: best?.[1] ?? 0, second: second?.[0] ?? 'other', probabilities };
}
