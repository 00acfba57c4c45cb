import type { Consideration, Found } from '../../worker/core/embedded-model/answering/ask';
import { type Candidate, featureNames } from '../../worker/core/embedded-model/answering/features';
import { confidenceFeatures, ranked, type Weights } from '../../worker/core/embedded-model/answering/score';

export interface Example {
  set: string;
  id: string;
  answerable: boolean;
  consideration: Consideration;
  found: Found;
  /** Which candidates hold the answer, by index into `consideration.candidates`. */
  good: Set<Candidate>;
  /** Whether the answer made of these candidates, best first, is right. */
  isAnswered(order: Candidate[]): boolean;
}

/** Listwise logistic regression (softmax over the units of a question), by gradient descent with an L2 penalty. */
export function fitRanker(examples: Example[], options = { rounds: 200, rate: 0.5, penalty: 0.01 }): Record<string, number> {
  const usable = examples.filter((example) => example.good.size > 0);
  const rows = usable.map((example) => ({
    xs: example.consideration.candidates.map((candidate) => featureNames.map((name) => candidate.features[name])),
    good: example.consideration.candidates.map((candidate) => example.good.has(candidate)),
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

/** Logistic regression of "the best unit answers" on the confidence features. `weightOfBad` makes a wrong answer dearer than a missed one. */
export function fitConfidence(
  rows: { features: Record<string, number>; right: boolean }[],
  options = { rounds: 600, rate: 0.3, penalty: 0.06 },
): { confidence: Record<string, number>; bias: number } {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row.features)))].sort();
  const columns = ['', ...names];
  const w = new Float64Array(columns.length);
  const squares = new Float64Array(columns.length).fill(1e-6);
  const values = (name: string) => rows.map((row) => row.features[name] ?? 0);
  const mean = columns.map((name) => (name === '' ? 0 : values(name).reduce((a, b) => a + b, 0) / rows.length));
  const deviation = columns.map((name, index) =>
    name === '' ? 1 : Math.sqrt(values(name).reduce((sum, value) => sum + (value - (mean[index] ?? 0)) ** 2, 0) / rows.length) || 1,
  );
  const xs = rows.map((row) =>
    columns.map((name, index) => (name === '' ? 1 : ((row.features[name] ?? 0) - (mean[index] ?? 0)) / (deviation[index] ?? 1))),
  );
  for (let round = 0; round < options.rounds; round++) {
    const gradient = new Float64Array(w.length);
    xs.forEach((x, index) => {
      const p = 1 / (1 + Math.exp(-x.reduce((sum, value, feature) => sum + value * (w[feature] ?? 0), 0)));
      const error = (rows[index]?.right ? 1 : 0) - p;
      x.forEach((value, feature) => {
        gradient[feature] = (gradient[feature] ?? 0) + error * value;
      });
    });
    step(w, gradient, squares, rows.length, options);
  }
  const raw = w.map((value, index) => value / (deviation[index] ?? 1));
  raw[0] = (w[0] ?? 0) - raw.reduce((sum, value, index) => sum + (index === 0 ? 0 : value * (mean[index] ?? 0)), 0);
  const { '': bias = 0, ...confidence } = named(columns, raw);
  return { confidence, bias };
}

const folds = 4;

/**
 * The ranker on all examples; the confidence on rankings by rankers that have not seen the example's event, since one that has
 * ranks it better than it will rank a new one.
 */
export function fitWeights(examples: Example[]): Weights {
  const sets = [...new Set(examples.map((example) => example.set))];
  const foldOf = (example: Example) => sets.indexOf(example.set) % folds;
  const rows = Array.from({ length: folds }, (_, fold) => {
    const rank = fitRanker(examples.filter((example) => foldOf(example) !== fold));
    return confidenceRows(
      examples.filter((example) => foldOf(example) === fold),
      { rank, confidence: {}, bias: 0 },
    );
  }).flat();
  return { rank: fitRanker(examples), ...fitConfidence(rows) };
}

export function confidenceRows(examples: Example[], weights: Weights): { features: Record<string, number>; right: boolean }[] {
  return examples.map((example) => {
    const order = ranked(example.consideration.candidates, weights);
    const best = order[0];
    return {
      features: confidenceFeatures(example.consideration.asked, order, example.found),
      right: best !== undefined && example.isAnswered(order),
    };
  });
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
