import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Line, outOfScopeLabel, trainClassifier } from '../../../worker/core/classify/classifier';
import { solvePositive } from '../../../worker/core/classify/linear-algebra';
import { seededNumbers } from '../../../worker/core/classify/seeded-numbers';

const lines: Line[] = [];
for (const line of readFileSync(join(import.meta.dirname, 'sets/intents.txt'), 'utf8')
  .trim()
  .split('\n')) {
  if (line.startsWith('# ')) lines.push({ text: '', label: line.slice(2) });
  else lines.push({ text: line, label: lines.at(-1)?.label ?? '' });
}
const set = lines.filter(({ text }) => text !== '');
const inScope = set.filter(({ label }) => label !== outOfScopeLabel);
const foreign = set.filter(({ label }) => label === outOfScopeLabel);
const held = (_: Line, i: number) => i % 4 === 0;
const train = inScope.filter((line, i) => !held(line, i));
const test = inScope.filter(held);
const share = (hits: number, of: number) => hits / of;

describe('a classifier that saw twelve lines of each of 38 classes', () => {
  const classifier = trainClassifier(train, seededNumbers(1));

  it('is right in more than six of ten, where a regression over TF-IDF is in 5.6', () => {
    expect(share(test.filter(({ text, label }) => classifier.classify(text).nearest === label).length, test.length)).toBeGreaterThan(0.62);
  });
  it('turns away most of what belongs to no class, and little of what it would have got right', () => {
    expect(share(foreign.filter(({ text }) => classifier.classify(text).label === null).length, foreign.length)).toBeGreaterThan(0.65);
    const right = test.filter(({ text, label }) => classifier.classify(text).nearest === label);
    expect(share(right.filter(({ text }) => classifier.classify(text).label === null).length, right.length)).toBeLessThan(0.12);
  });
  it('gives probabilities that add up to one', () => {
    const { probabilities } = classifier.classify('where is my card');
    expect(probabilities.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 6);
  });
  it('says something of no words at all', () => {
    expect(classifier.classify('').nearest).not.toBe('');
    expect(classifier.classify('').label).toBeNull();
  });
});

describe('training', () => {
  const small = train.slice(0, 60);
  it('with the same lines and numbers gives the same classifier', () => {
    const asked = 'the shop would not take my card';
    expect(trainClassifier(small, seededNumbers(3)).classify(asked)).toEqual(trainClassifier(small, seededNumbers(3)).classify(asked));
  });
  it('takes lines that are out of scope for no class', () => {
    expect(trainClassifier([...small, ...foreign.slice(0, 20)], seededNumbers(3)).labels).not.toContain(outOfScopeLabel);
  });
  it('needs two classes, and says so', () => {
    expect(() => trainClassifier(small.slice(0, 3), seededNumbers(3))).toThrow('at least two classes');
  });
});

it('a positive definite system is solved', () => {
  const [x] = solvePositive(Float64Array.of(4, 1, 1, 3), 2, [Float64Array.of(1, 2)]);
  expect([...(x ?? [])].map((value) => Math.round(value * 1e6) / 1e6)).toEqual([0.090909, 0.636364]);
});
