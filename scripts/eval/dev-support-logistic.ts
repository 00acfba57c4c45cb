import type { Linear, Weights } from '../../worker/core/embedded-model/answering/score';

/** What is known of an answer and whether it is right. */
export interface Labelled {
  features: Record<string, number>;
  right: boolean;
  weight: number;
}

/** Sorts of question whose weights may differ from the general ones; each is a feature that is 1 for them. */
const sorts = ['asksYesNo', 'typed'] as const;
/** Features are cut off so many deviations from their mean, that a rare extreme does not bend the rest. */
const mostDeviations = 4;

/**
 * What may only speak against an answer, or only for it, whatever a fit finds: that a word of the question stands on no page goes along with careless
 * spelling, which in some sets goes along with being answerable, and yet never makes an answer surer.
 */
export const against =
  'unknown unknownNowhere knownNowhere absentKnown existsAbsent nowhereKnown activityLack conceptLack pending stale opposes dayConflict otherYear otherEdition exactly bareReference'.split(
    ' ',
  );
export const inFavour =
  'groundCover groundSecond fitting score topShare aheadOfNext aheadOfPages rank precision measured permissionUnit yesNo'.split(' ');
/** Penalty that leaves nothing of a weight. */
const barred = 1e9;

/**
 * Logistic regression of "the answer is right" on the confidence features, by Newton's method with an L2 penalty; the weights of a sort of question
 * are penalised `reserve` times as much, so that they differ from the general ones only where many questions say so.
 */
export function fitConfidence(rows: readonly Labelled[], options = { penalty: 20, reserve: 5, rounds: 12 }): Omit<Weights, 'rank'> {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row.features)))].sort();
  const { mean, deviation } = spread(rows, names);
  const width = names.length + 1;
  const xs = rows.map(({ features }) => {
    const x = new Float64Array(width * (sorts.length + 1));
    x[0] = 1;
    names.forEach((name, at) => {
      const value = ((features[name] ?? 0) - (mean[at] ?? 0)) / (deviation[at] ?? 1);
      x[at + 1] = Math.max(-mostDeviations, Math.min(mostDeviations, value));
    });
    sorts.forEach((sort, index) => {
      if (features[sort] === 1) x.copyWithin((index + 1) * width, 0, width);
    });
    return x;
  });
  const penalty = Float64Array.from({ length: width * (sorts.length + 1) }, (_, at) =>
    at === 0 ? 1e-9 : at < width ? options.penalty : options.penalty * options.reserve,
  );
  const w = withSigns(names, penalty, () => newton(xs, rows, penalty, options.rounds));
  const linear = (from: number): Linear => {
    const weights = names.map((_, at) => (w[from + at + 1] ?? 0) / (deviation[at] ?? 1));
    const bias = (w[from] ?? 0) - weights.reduce((sum, weight, at) => sum + weight * (mean[at] ?? 0), 0);
    return { bias: rounded(bias), weights: Object.fromEntries(names.map((name, at) => [name, rounded(weights[at] ?? 0)])) };
  };
  return { confidence: linear(0), asksYesNo: linear(width), typed: linear(2 * width) };
}

/** Fits again without the weights that came out on the wrong side, until none does. */
function withSigns(names: readonly string[], penalty: Float64Array, solve: () => Float64Array): Float64Array {
  const width = names.length + 1;
  for (;;) {
    const w = solve();
    let changed = false;
    const bar = (at: number) => {
      if (penalty[at] === barred) return;
      penalty[at] = barred;
      changed = true;
    };
    names.forEach((name, index) => {
      const side = against.includes(name) ? -1 : inFavour.includes(name) ? 1 : 0;
      const at = index + 1;
      const general = w[at] ?? 0;
      const isWrong = side * general < -1e-6;
      if (isWrong) bar(at);
      sorts.forEach((_, sort) => {
        if (isWrong || side * (general + (w[(sort + 1) * width + at] ?? 0)) < -1e-6) bar((sort + 1) * width + at);
      });
    });
    if (!changed) return w;
  }
}

function spread(rows: readonly Labelled[], names: readonly string[]): { mean: number[]; deviation: number[] } {
  const mean = names.map((name) => rows.reduce((sum, row) => sum + (row.features[name] ?? 0), 0) / rows.length);
  const deviation = names.map(
    (name, at) => Math.sqrt(rows.reduce((sum, row) => sum + ((row.features[name] ?? 0) - (mean[at] ?? 0)) ** 2, 0) / rows.length) || 1,
  );
  return { mean, deviation };
}

function newton(xs: readonly Float64Array[], rows: readonly Labelled[], penalty: Float64Array, rounds: number): Float64Array {
  const width = penalty.length;
  const w = new Float64Array(width);
  for (let round = 0; round < rounds; round++) {
    const hessian = Array.from({ length: width }, (_, at) => {
      const row = new Float64Array(width);
      row[at] = penalty[at] ?? 0;
      return row;
    });
    const gradient = w.map((value, at) => -(penalty[at] ?? 0) * value);
    xs.forEach((x, index) => {
      const { right, weight } = rows[index] as Labelled;
      const p = 1 / (1 + Math.exp(-x.reduce((sum, value, at) => sum + value * (w[at] ?? 0), 0)));
      const push = weight * ((right ? 1 : 0) - p);
      const curve = weight * Math.max(p * (1 - p), 1e-6);
      for (let at = 0; at < width; at++) {
        const value = x[at] as number;
        if (value === 0) continue;
        gradient[at] = (gradient[at] as number) + push * value;
        const row = hessian[at] as Float64Array;
        for (let other = 0; other <= at; other++) row[other] = (row[other] as number) + curve * value * (x[other] as number);
      }
    });
    const step = solved(hessian, gradient);
    for (let at = 0; at < width; at++) w[at] = (w[at] as number) + (step[at] as number);
    if (step.every((value) => Math.abs(value) < 1e-5)) break;
  }
  return w;
}

/** The solution of a symmetric positive definite system given by its lower triangle (Cholesky); the triangle is used up. */
function solved(lower: Float64Array[], right: Float64Array): Float64Array {
  const size = right.length;
  const at = (row: number, column: number) => (lower[row] as Float64Array)[column] as number;
  for (let column = 0; column < size; column++) {
    for (let row = column; row < size; row++) {
      let sum = at(row, column);
      for (let k = 0; k < column; k++) sum -= at(row, k) * at(column, k);
      (lower[row] as Float64Array)[column] = row === column ? Math.sqrt(sum) : sum / at(column, column);
    }
  }
  const result = right.slice();
  for (let row = 0; row < size; row++) {
    for (let k = 0; k < row; k++) result[row] = (result[row] as number) - at(row, k) * (result[k] as number);
    result[row] = (result[row] as number) / at(row, row);
  }
  for (let row = size - 1; row >= 0; row--) {
    for (let k = row + 1; k < size; k++) result[row] = (result[row] as number) - at(k, row) * (result[k] as number);
    result[row] = (result[row] as number) / at(row, row);
  }
  return result;
}

function rounded(value: number): number {
  return Number(value.toFixed(4));
}
