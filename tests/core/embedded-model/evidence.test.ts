import { describe, expect, it } from 'vitest';
import { consider } from '../../../worker/core/embedded-model/answering/ask';
import { excerptOf } from '../../../worker/core/embedded-model/answering/compose';
import { forestScore, readForest } from '../../../worker/core/embedded-model/answering/forest';
import { measures, opposes } from '../../../worker/core/embedded-model/answering/kinds';
import { understand } from '../../../worker/core/embedded-model/understand';
import { chunkPage } from '../../../worker/core/knowledge/chunk-page';

describe('a forest', () => {
  const forest = readForest('cover:0.5 -1 words:3.5 2 0.25\nlacks:0 0.5 -0.5', 0.1);

  it.each([
    [{ cover: 0.5 }, 0.1 - 1 + 0.5],
    [{ cover: 0.6, words: 3 }, 0.1 + 2 + 0.5],
    [{ cover: 0.6, words: 4, lacks: 1 }, 0.1 + 0.25 - 0.5],
  ])('of %o adds up to %d, a missing feature counting 0', (features, score) => {
    expect(forestScore(forest, features as Record<string, number>)).toBeCloseTo(score, 10);
  });
});

it.each([
  ['how fast is the wifi', 'The uplink has 10 Gbit/s.', 1],
  ['how fast is the wifi', 'There is wifi in all 3 halls.', -1],
  ['how heavy may a bag be', 'At most 20 kg.', 1],
  ['is there wifi', 'There is wifi.', 0],
])('the measure that "%s" asks for is in "%s": %i', (question, text, held) => {
  expect(measures(question, text)).toBe(held);
});

it.each([
  ['when does registration close', 'Registration opens on 3 May.', true],
  ['when does registration close', 'Registration opens on 3 May and closes on 9 May.', false],
  ['when do doors open', 'Doors close at 22:00.', true],
  ['is it open to all', 'The bar closes at 22:00.', false],
])('"%s" is told the wrong end by "%s": %s', (question, text, wrongEnd) => {
  expect(opposes(question, text)).toBe(wrongEnd);
});

it.each([
  ['can i still apply for a grant', 'deadline'],
  ['is it too late to sign up', 'deadline'],
  ['do i still have to pay', 'yes_no'],
])('"%s" asks for a %s', (text, type) => {
  expect(understand(text).questions[0]?.type).toBe(type);
});

it.each([
  ['is there step free access and can i bring my dog?', 2, false],
  ['is there parking and how much is it?', 2, true],
  ['someone took my seat, who do i ask?', 1, false],
])('"%s" holds %i questions, the last of which leans on another: %s', (text, count, leans) => {
  const { questions } = understand(text);
  expect(questions).toHaveLength(count);
  expect(questions.at(-1)?.leans).toBe(leans);
});

it('leaves sentences beside the point out of an answer that the first unit gives', () => {
  const page =
    '# On site\n\n## Wi-Fi\n\nThe wifi is called HARBOUR.\n\n## Food\n\nLunch is served at noon.\n\n## Dogs\n\nDogs stay outside.\n';
  const [question] = understand('is there wifi?').questions;
  if (question === undefined) throw new Error('no question');
  const found = chunkPage({ id: 'on-site', title: 'On site', markdown: page }).map((passage, index) => ({ passage, score: 20 - index }));
  const text = excerptOf(consider(question, found, { name: 'Harbour Days 2026', year: 2026 }))?.text;
  expect(text).toContain('HARBOUR');
  expect(text).not.toMatch(/Lunch|Dogs/);
});
