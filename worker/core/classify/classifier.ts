import { foreignTexts } from './data/foreign-texts';
import { tokensOf } from './features';
import { fitJudge, type Judge, type JudgedLook, type Look, type Side } from './judge';
import { fitMixture, type Judged, type Mixture, mixed } from './mixture';
import { type Evidence, type Reader, trainReader } from './reader';
import { type CountedText, FeatureCounter } from './vocabulary';

/** Pure. Randomness is passed in: the same lines and numbers give the same classifier. */

export interface Line {
  text: string;
  label: string;
}

/** What a text was taken for. */
export interface Classification {
  /** Null where it is none of the classes. */
  label: string | null;
  /** The class it would be if it had to be one. */
  nearest: string;
  /** 0 to 1: that `nearest` is right, given that the text is of some class. */
  confidence: number;
  /** 0 to 1: that the text is of no class; `label` is null above 1 − `threshold`. */
  outOfScope: number;
  /** Probability of each class, in the order of `labels`. */
  probabilities: Float64Array;
}

export interface Classifier {
  labels: readonly string[];
  classify(text: string): Classification;
}

/** Lines with this label show what is none of the classes; they help that decision and are no class. */
export const outOfScopeLabel = 'oos';

const limits = { lines: 200_000, classes: 500, linesToJudge: 2400 };
const folds = 3;

/**
 * Learns classes from examples, and when to say that a text is none of them. Three readings are combined: a logistic
 * regression over words, pairs, pieces of words and meaning; a discriminant over meaning; the middle of each class. How much each weighs, and
 * what a foreign text looks like, is learnt by keeping lines and whole classes apart. Throws `RangeError` on fewer than two
 * classes and above the limits.
 *
 * @param random numbers in [0, 1)
 */
export function trainClassifier(lines: readonly Line[], random: () => number): Classifier {
  const lesson = lessonOf(lines);
  const { mixture, judge } = learnToJudge(lesson, random);
  return classifierOf(lesson, mixture, judge, random);
}

/** Learns classes when every text is to be given one; a third of the time of `trainClassifier`. */
export function trainSorter(lines: readonly Line[], mixture: Mixture, random: () => number): Classifier {
  return classifierOf(lessonOf(lines), mixture, { inside: () => 1, threshold: 0 }, random);
}

interface Lesson {
  labels: string[];
  counter: FeatureCounter;
  texts: CountedText[];
  /** Place in `labels`; -1 of what is out of scope. */
  places: number[];
}

function lessonOf(lines: readonly Line[]): Lesson {
  const labels = [...new Set(lines.map((line) => line.label))].filter((label) => label !== outOfScopeLabel).sort();
  if (labels.length < 2) throw new RangeError('A classifier needs examples of at least two classes.');
  if (lines.length > limits.lines || labels.length > limits.classes)
    throw new RangeError(`At most ${limits.lines} lines and ${limits.classes} classes can be learnt.`);
  const counter = new FeatureCounter();
  const texts = lines.map((line) => counter.count(tokensOf(line.text), true));
  const place = new Map(labels.map((label, k) => [label, k]));
  return { labels, counter, texts, places: lines.map((line) => place.get(line.label) ?? -1) };
}

function classifierOf({ labels, counter, texts, places }: Lesson, mixture: Mixture, judge: Judge, random: () => number): Classifier {
  const inside = texts.flatMap((_, i) => ((places[i] ?? -1) >= 0 ? [i] : []));
  const read = readerOf({ counter, texts, places, labels }, inside, labels.length, random);
  return {
    labels,
    classify(text) {
      const evidence = read(counter.count(tokensOf(text), false));
      const probabilities = mixed(evidence, mixture);
      const { best, look } = lookOf(evidence, probabilities);
      const nearest = labels[best] ?? '';
      const insideOfScope = judge.inside(look);
      const label = insideOfScope >= judge.threshold ? nearest : null;
      return { label, nearest, confidence: look.probability, outOfScope: 1 - insideOfScope, probabilities };
    },
  };
}

function readerOf({ counter, texts, places }: Lesson, chosen: readonly number[], classes: number, random: () => number): Reader {
  return trainReader({
    texts: chosen.flatMap((i) => texts[i] ?? []),
    labels: chosen.map((i) => places[i] ?? 0),
    ...{ classes, features: counter.size, random },
  });
}

function lookOf(evidence: Evidence, probabilities: Float64Array): { best: number; look: Look } {
  let best = 0;
  let second = 0;
  probabilities.forEach((p, k) => {
    if (p > (probabilities[best] as number)) best = k;
  });
  probabilities.forEach((p, k) => {
    if (k !== best) second = Math.max(second, p);
  });
  const probability = probabilities[best] as number;
  const { energy, known } = evidence;
  return { best, look: { probability, margin: probability - second, energy, known, nearness: evidence.nearness[best] as number } };
}

interface Kept extends Judged {
  /** -1 where the text is of no class that was learnt. */
  label: number;
  side: Side;
}

/** Leaves a third of the classes and a fifth of the other lines out in turn, and sees how they and foreign texts look to those that learnt the rest. */
function learnToJudge(lesson: Lesson, random: () => number): { mixture: Mixture; judge: Judge } {
  const { labels, places } = lesson;
  const sampled = sample([...places.keys()], limits.linesToJudge, random);
  const order = labels.map(() => random());
  const rank = order.map((value) => order.filter((other) => other < value).length);
  const strangers = foreignTexts.map((text) => lesson.counter.count(tokensOf(text), false));
  const rows: Kept[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const left = new Set(rank.flatMap((place, k) => (labels.length > folds && place % folds === fold ? [k] : [])));
    const train: number[] = [];
    const asked: number[] = [];
    for (const i of sampled) {
      const label = places[i] ?? -1;
      (label >= 0 && !left.has(label) && random() < 0.8 ? train : asked).push(i);
    }
    if (new Set(train.map((i) => places[i])).size < 2) continue;
    const kept = labels.flatMap((_, k) => (left.has(k) ? [] : [k]));
    const learnt = { ...lesson, places: places.map((label) => kept.indexOf(label)) };
    const read = readerOf(learnt, train, kept.length, random);
    for (const i of asked) {
      const text = lesson.texts[i];
      const label = learnt.places[i] ?? -1;
      const side = label >= 0 ? 'inside' : places[i] === -1 ? 'foreign' : 'left-out';
      if (text) rows.push({ evidence: read(text), label, side });
    }
    rows.push(...strangers.map((text) => ({ evidence: read(text), label: -1, side: 'foreign' as const })));
  }
  const mixture = fitMixture(rows.filter((row) => row.side === 'inside'));
  const looks = rows.map(({ evidence, label, side }): JudgedLook => {
    const { best, look } = lookOf(evidence, mixed(evidence, mixture));
    return { look, side, right: best === label };
  });
  return { mixture, judge: fitJudge(looks) };
}

function sample<T>(items: readonly T[], most: number, random: () => number): readonly T[] {
  return items.length <= most ? items : items.filter(() => random() < most / items.length);
}
