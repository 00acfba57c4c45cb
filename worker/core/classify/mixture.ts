import { NewtonStep } from './linear-algebra';
import { softmax } from './logistic';
import type { Evidence } from './reader';

/** Pure. What the readings weigh beside one another: regression, meaning, nearness. */
export type Mixture = readonly [regression: number, meaning: number, nearness: number];

/** What suited the most different sets of lines; where lines are few, the fit stays near it. */
export const usualMixture: Mixture = [1, 0.4, 8];

/** Probabilities of the classes. */
export function mixed({ regression, meaning, nearness }: Evidence, [a, b, c]: Mixture): Float64Array {
  const scores = regression.map((value, k) => a * value + b * (meaning[k] as number) + c * (nearness[k] as number));
  softmax(scores);
  return scores;
}

export interface Judged {
  evidence: Evidence;
  label: number;
}

/**
 * The mixture under which texts that were kept apart are likeliest to be what they are (conditional logit, Newton's
 * method). Its probabilities are calibrated on texts that the readings have not seen.
 */
export function fitMixture(rows: readonly Judged[]): Mixture {
  const home = Float64Array.from(usualMixture);
  const weights = Float64Array.from(home);
  for (let round = 0; round < 20; round++) {
    const step = new NewtonStep(weights, home, 2);
    for (const { evidence, label } of rows) addRow(step, evidence, label, weights);
    if (step.take() < 1e-4) break;
  }
  const [a = 1, b = 0, c = 0] = weights;
  return [Math.max(0.1, a), Math.max(0, b), Math.max(0, c)];
}

function addRow(step: NewtonStep, evidence: Evidence, label: number, [a = 1, b = 0, c = 0]: Float64Array): void {
  const p = mixed(evidence, [a, b, c]);
  const x = (k: number) => [evidence.regression[k] as number, evidence.meaning[k] as number, evidence.nearness[k] as number];
  const mean = [0, 0, 0];
  for (let k = 0; k < p.length; k++) {
    x(k).forEach((value, i) => {
      mean[i] = (mean[i] as number) + (p[k] as number) * value;
    });
  }
  const away = (k: number) => x(k).map((value, i) => value - (mean[i] as number));
  step.add(away(label), 1, 0);
  p.forEach((probability, k) => {
    if (probability > 1e-4) step.add(away(k), 0, probability);
  });
}
