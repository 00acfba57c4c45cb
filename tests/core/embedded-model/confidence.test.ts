import { describe, expect, it } from 'vitest';
import { against, fitConfidence, inFavour, type Labelled } from '../../../scripts/eval/dev-support-logistic';
import { consider } from '../../../worker/core/embedded-model/answering/ask';
import { confidenceOf } from '../../../worker/core/embedded-model/answering/score';
import { answerWeights } from '../../../worker/core/embedded-model/data/answer-weights';
import { understand } from '../../../worker/core/embedded-model/understand';
import { chunkPage } from '../../../worker/core/knowledge/chunk-page';

const { confidence, asksYesNo, typed } = answerWeights;
const sorts = [
  ['every question', []],
  ['a yes or no', [asksYesNo]],
  ['a typed question', [typed]],
] as const;

describe('the shipped weights', () => {
  it.each(sorts)('for %s, what is missing never makes an answer surer and what is told never less sure', (_, more) => {
    const weight = (name: string) => [confidence, ...more].reduce((sum, { weights }) => sum + (weights[name] ?? 0), 0);
    expect(against.filter((name) => weight(name) > 0.001)).toEqual([]);
    expect(inFavour.filter((name) => weight(name) < -0.001)).toEqual([]);
  });
});

function featuresOf(text: string, markdown: string): Record<string, number> {
  const [question] = understand(text).questions;
  if (question === undefined) throw new Error('no question');
  const found = chunkPage({ id: 'info', title: 'Info', markdown }).map((passage, index) => ({ passage, score: 20 / 2 ** index }));
  return consider(question, found, { name: 'Harbour Days 2026', year: 2026 }).features;
}

describe('what is known of an answer', () => {
  const page = '# Food\n\nVegan lunch is served at noon.\n\n# Dogs\n\nDogs stay outside.\n';

  it.each([
    ['can i bring my dog', { asksYesNo: 1, typed: 0 }],
    ['at what time exactly is lunch', { exactly: 1, typed: 1 }],
    ['where is it', { bareReference: 1, typed: 1 }],
    ['when is lunch', { knownNowhere: 0, unknownNowhere: 0 }],
  ])('"%s" shows %o', (text, expected) => {
    expect(featuresOf(text, page)).toMatchObject(expected);
  });

  it('counts a word that no passage tells, whether the lexicon has others for it or not', () => {
    expect(featuresOf('is there a wheelchair at lunch', page).knownNowhere).toBeGreaterThan(0.6);
    expect(featuresOf('is there a quxwort at lunch', page).unknownNowhere).toBeGreaterThan(0.6);
  });
});

describe('fitting', () => {
  const row = (features: Record<string, number>, right: boolean): Labelled => ({ features, right, weight: 1 });

  it('separates what differs, and differently for a sort of question where many say so', () => {
    const rows = Array.from({ length: 400 }, (_, index) => {
      const typedRow = index % 2;
      const told = Math.floor(index / 2) % 2;
      return row({ told, typed: typedRow }, typedRow === 1 ? told === 1 : told === 1 || index % 8 < 4);
    });
    const fitted = fitConfidence(rows);
    const surer = (features: Record<string, number>) =>
      confidenceOf({ ...features, told: 1 }, fitted) - confidenceOf({ ...features, told: 0 }, fitted);
    expect(surer({ typed: 0 })).toBeGreaterThan(0.2);
    expect(surer({ typed: 1 })).toBeGreaterThan(surer({ typed: 0 }));
  });

  it('gives no credit for a missing word, though the examples would', () => {
    const rows = Array.from({ length: 200 }, (_, index) => row({ unknown: index % 2, score: 1 + (index % 3) }, index % 2 === 1));
    const { confidence: general } = fitConfidence(rows);
    expect(Math.abs(general.weights.unknown ?? 0)).toBeLessThan(0.001);
  });
});
