import { expect, it } from 'vitest';
import { consider } from '../../../worker/core/embedded-model/answering/ask';
import { excerptOf } from '../../../worker/core/embedded-model/answering/compose';
import { measures, opposes } from '../../../worker/core/embedded-model/answering/kinds';
import { offers } from '../../../worker/core/embedded-model/answering/offers';
import { understand } from '../../../worker/core/embedded-model/understand';
import { chunkPage } from '../../../worker/core/knowledge/chunk-page';

it.each([
  ['place', 'It is in Hall 3.', true],
  ['place', 'It is in June.', false],
  ['address', 'The postcode is HR8 1RQ.', true],
  ['address', 'You have 20 minutes on the way.', false],
  ['moment', 'The prizes are handed out at 22:15.', true],
  ['day', 'The prizes are handed out on Sundays.', false],
  ['count', 'It is on 3 May 2026 at 10:30.', false],
  ['count', 'There are 3 halls.', true],
  ['share', 'Add 20% in taxis.', true],
] as const)('what answers a question for a %s is in "%s": %s', (type, text, held) => {
  expect(offers(type, text)).toBe(held);
});

function considered(text: string, markdown: string) {
  const [question] = understand(text).questions;
  if (question === undefined) throw new Error('no question');
  const found = chunkPage({ id: 'on-site', title: 'On site', markdown }).map((passage, index) => ({ passage, score: 20 - index }));
  return consider(question, found, { name: 'Harbour Days 2026', year: 2026 });
}

it('is surer of an answer that names what is asked for than of one on its topic', () => {
  const named = considered('how much is parking?', '# On site\n\n## Parking\n\nParking costs €5 a day.\n');
  const beside = considered('how much is parking?', '# On site\n\n## Parking\n\nParking is behind the hall.\n');
  expect(named.confidence).toBeGreaterThan(beside.confidence + 0.2);
});

it('finds on a page what people call otherwise, and is less sure of it', () => {
  const [said, called] = ['is camping in tents possible?', 'can we crash overnight?'].map((text) =>
    considered(text, '# On site\n\n## Camping\n\nCamping in tents is possible behind the hall.\n'),
  );
  expect(called?.features.groundCover).toBeGreaterThan(0);
  expect(called?.confidence).toBeLessThan(said?.confidence ?? 0);
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
  const text = excerptOf(considered('is there wifi?', page))?.text;
  expect(text).toContain('HARBOUR');
  expect(text).not.toMatch(/Lunch|Dogs/);
});
