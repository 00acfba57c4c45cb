import type { Consideration, Found } from '../../worker/core/embedded-model/answering/ask';
import { excerptOf } from '../../worker/core/embedded-model/answering/compose';
import { type Candidate, featureNames } from '../../worker/core/embedded-model/answering/features';
import { confidenceFeatures, ranked } from '../../worker/core/embedded-model/answering/score';
import { answerWeights } from '../../worker/core/embedded-model/data/answer-weights';
import type { Labelled } from './dev-support-logistic';

/** One question of a message with what was found for it. */
export interface Part {
  consideration: Consideration;
  found: Found;
  /** Which candidates hold the answer. */
  good: Set<Candidate>;
}

export interface Example {
  set: string;
  id: string;
  answerable: boolean;
  /** Made of an answerable question by taking its answer off the pages: for fitting, never for judging. */
  bereft: boolean;
  weight: number;
  question: { q: string; gold?: { quote: string }[]; answer_must_match_all?: string[] };
  parts: Part[];
  /** Whether the answer made of these candidates, best first, by part, is right. */
  isAnswered(orders: Candidate[][]): boolean;
}

/** Listwise logistic regression (softmax over the units of a question), by gradient descent with an L2 penalty. */
export function fitRanker(examples: Example[], options = { rounds: 200, rate: 0.5, penalty: 0.01 }): Record<string, number> {
  const usable = examples.flatMap((example) => example.parts).filter((part) => part.good.size > 0);
  const rows = usable.map(({ consideration, good }) => ({
    xs: consideration.candidates.map((candidate) => featureNames.map((name) => candidate.features[name])),
    good: consideration.candidates.map((candidate) => good.has(candidate)),
  }));
  const w = new Float64Array(featureNames.length);
  const squares = new Float64Array(featureNames.length).fill(1e-6);
  for (let round = 0; round < options.rounds; round++) {
    const gradient = new Float64Array(w.length);
    for (const { xs, good } of rows) {
      const scores = xs.map((x) => x.reduce((sum, value, index) => sum + value * (w[index] ?? 0), 0));
      const most = Math.max(...scores);
      const exp = scores.map((score) => Math.exp(score - most));
      const total = exp.reduce((a, b) => a + b, 0);
      const goodTotal = exp.reduce((sum, value, index) => sum + (good[index] ? value : 0), 0);
      xs.forEach((x, index) => {
        const p = (exp[index] ?? 0) / total;
        const q = good[index] ? (exp[index] ?? 0) / goodTotal : 0;
        x.forEach((value, feature) => {
          gradient[feature] = (gradient[feature] ?? 0) + (q - p) * value;
        });
      });
    }
    step(w, gradient, squares, rows.length, options);
  }
  return named(featureNames, w);
}

/** One message with what is known of the best answer to each of its questions, ranked by a ranker that has not seen the event. */
export interface Row {
  set: string;
  id: string;
  q: string;
  type: string;
  answerable: boolean;
  bereft: boolean;
  weight: number;
  right: boolean;
  best: string[];
  answer: string;
  parts: Record<string, number>[];
}

/** A row for each question of a message; the message's verdict is that of each. */
export function partRows(rows: readonly Row[]): Labelled[] {
  return rows.flatMap(({ parts, right, weight }) => parts.map((features) => ({ features, right, weight: weight / parts.length })));
}

const folds = 5;

export function rowsOf(examples: Example[]): Row[] {
  const sets = [...new Set(examples.map((example) => example.set))];
  return Array.from({ length: folds }, (_, fold) => {
    const seen = (example: Example) => sets.indexOf(example.set) % folds !== fold;
    const rank = fitRanker(examples.filter(seen));
    return examples.filter((example) => !seen(example)).map((example) => rowOf(example, rank));
  })
    .flat()
    .filter((row) => !(row.bereft && row.right));
}

function rowOf(example: Example, rank: Record<string, number>): Row {
  const orders = example.parts.map((part) => ranked(part.consideration.candidates, { ...answerWeights, rank }));
  const { set, id, answerable, bereft, weight } = example;
  return {
    set,
    id,
    q: example.question.q,
    type: example.parts.map((part) => part.consideration.asked.question.type).join('+'),
    answerable,
    bereft,
    weight,
    right: example.isAnswered(orders),
    best: orders.map((order) => order[0]?.unit.plain ?? ''),
    answer: orders.map((order) => excerptOf({ candidates: order })?.text ?? '').join(' || '),
    parts: example.parts.map((part, index) => confidenceFeatures(part.consideration.asked, orders[index] ?? [])),
  };
}

function step(
  w: Float64Array,
  gradient: Float64Array,
  squares: Float64Array,
  count: number,
  options: { rate: number; penalty: number },
): void {
  for (let index = 0; index < w.length; index++) {
    const g = (gradient[index] ?? 0) / count - options.penalty * (w[index] ?? 0);
    squares[index] = (squares[index] ?? 0) * 0.99 + 0.01 * g * g;
    w[index] = (w[index] ?? 0) + (options.rate * g) / (10 * Math.sqrt(squares[index] ?? 1) + 0.1);
  }
}

function named(names: readonly string[], values: Float64Array): Record<string, number> {
  return Object.fromEntries(names.map((name, index) => [name, Number((values[index] ?? 0).toFixed(3))]));
}
