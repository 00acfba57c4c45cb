import { describe, expect, it } from 'vitest';
import { chanceOf, fitOutcomes, outcomeFeatures, priorModel, reliability } from '../../../worker/core/sales/calibrate';
import type { OutcomeFacts } from '../../../worker/core/sales/facts';

/** Deals whose true chance is known: signed by a fixed row of draws. */
function dealsOf(count: number, chance: (features: Record<string, number>) => number): OutcomeFacts[] {
  let state = 12_345;
  const draw = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
  return Array.from({ length: count }, () => {
    const features = { fit: draw(), decision_maker: Math.round(draw()), own_past: Math.round(draw()), engagement: draw(), meeting: 0 };
    return { features, signed: draw() < chance(features) };
  });
}

describe('the chance of signing', () => {
  it('without outcomes is the prior one', () => {
    expect(fitOutcomes([]).weights.map((weight) => Math.round(weight * 1e6) / 1e6)).toEqual(priorModel.weights);
  });

  it('a single deal moves it a little, many move it to what they show', () => {
    const features = { fit: 0.8, decision_maker: 1 };
    const before = chanceOf(features, priorModel);
    const one = chanceOf(features, fitOutcomes([{ features, signed: true }]));
    expect(one).toBeGreaterThan(before);
    expect(one - before).toBeLessThan(0.15);
    const never = fitOutcomes(Array.from({ length: 200 }, () => ({ features, signed: false })));
    expect(chanceOf(features, never)).toBeLessThan(0.05);
  });

  it('is calibrated on deals that it has not seen', () => {
    const truth = (features: Record<string, number>) =>
      1 / (1 + Math.exp(-(-3 + 2 * (features.fit ?? 0) + 3 * (features.engagement ?? 0))));
    const { bins, brier } = reliability(dealsOf(2000, truth));
    expect(brier).toBeLessThan(0.2);
    for (const { predicted, observed, deals } of bins)
      expect(Math.abs(predicted - observed), `${deals} deals`).toBeLessThan(3 * Math.sqrt(0.25 / deals) + 0.03);
    expect(bins.reduce((sum, { deals }) => sum + deals, 0)).toBe(2000);
  });

  it.each([
    ['no outcome', []],
    ['one outcome', [{ features: {}, signed: true }]],
    ['features that are no numbers', [{ features: { fit: Number.NaN, engagement: 99 }, signed: false }]],
  ])('holds with %s', (_, outcomes) => {
    const { weights } = fitOutcomes(outcomes);
    expect(weights).toHaveLength(outcomeFeatures.length);
    expect(weights.every(Number.isFinite)).toBe(true);
    expect(reliability(outcomes).bins.every(({ predicted }) => predicted >= 0 && predicted <= 1)).toBe(true);
  });
});
