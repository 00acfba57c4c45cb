import { NewtonStep } from './linear-algebra';

/** Pure. Whether a text belongs to any class at all. */

/** How a text looks to the classes, whichever it is. */
export interface Look {
  /** Probability of the likeliest class, and how far the second is behind. */
  probability: number;
  margin: number;
  energy: number;
  /** Cosine to the middle of the likeliest class. */
  nearness: number;
  known: number;
}

const signsOf = ({ probability, margin, energy, nearness, known }: Look): number[] => [
  1,
  Math.log((probability + 1e-4) / (1.0001 - probability)),
  margin,
  energy,
  nearness * 4,
  known,
];

export interface Judge {
  /** 0 to 1: that the text belongs to one of the classes. */
  inside(look: Look): number;
  /** What is below is taken for none of the classes. */
  threshold: number;
}

/** A line of a learnt class, of a class that was left out, or a foreign text. */
export type Side = 'inside' | 'left-out' | 'foreign';

export interface JudgedLook {
  look: Look;
  side: Side;
  /** The likeliest class is the right one. */
  right: boolean;
}

/**
 * Logistic regression over the signs, the sides weighing the same. The line is drawn where the fewest right answers are lost
 * for the most other texts turned away. Classes that were left out count less than foreign texts, because lines of one
 * subject are nearer to one another than what strangers ask.
 */
export function fitJudge(rows: readonly JudgedLook[]): Judge {
  const judged = rows.map((row) => ({ ...row, signs: signsOf(row.look) }));
  const size = judged[0]?.signs.length ?? 1;
  const weights = new Float64Array(size);
  const insideWith = (signs: readonly number[]) =>
    1 / (1 + Math.exp(-signs.reduce((sum, value, i) => sum + value * (weights[i] as number), 0)));
  const weightOf = { inside: 0.5, 'left-out': 0.25, foreign: 0.25 };
  const counts = { inside: 0, 'left-out': 0, foreign: 0 };
  for (const { side } of rows) counts[side]++;
  for (let round = 0; round < 25; round++) {
    const step = new NewtonStep(weights, new Float64Array(size), 1);
    for (const { signs, side } of judged) {
      const p = insideWith(signs);
      const weight = (rows.length * weightOf[side]) / counts[side];
      step.add(signs, weight * ((side === 'inside' ? 1 : 0) - p), weight * p * (1 - p));
    }
    if (step.take() < 1e-6) break;
  }
  const inside = (look: Look) => insideWith(signsOf(look));
  return { inside, threshold: lineAt(judged.map(({ signs, side, right }) => ({ score: insideWith(signs), side, right }))) };
}

/** What losing every right answer costs beside letting in every foreign text. */
const priceOfRightAnswers = 4;
const worthOfTurningAway = { inside: 0, 'left-out': 0.35, foreign: 0.65 };

function lineAt(rows: readonly { score: number; side: Side; right: boolean }[]): number {
  const sorted = rows.toSorted((a, b) => a.score - b.score);
  const rights = Math.max(1, rows.filter((row) => row.right).length);
  const counts = { inside: 1, 'left-out': 0, foreign: 0 };
  for (const { side } of rows) counts[side]++;
  let value = 0;
  let best = { value: 0, threshold: 0 };
  sorted.forEach(({ score, side, right }, i) => {
    value += worthOfTurningAway[side] / counts[side] - (right ? priceOfRightAnswers / rights : 0);
    if (value > best.value) best = { value, threshold: (score + (sorted[i + 1]?.score ?? 1)) / 2 };
  });
  return best.threshold;
}
