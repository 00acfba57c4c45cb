import { describe, expect, it } from 'vitest';
import { consider } from '../../../worker/core/embedded-model/answering/ask';
import { excerptOf } from '../../../worker/core/embedded-model/answering/compose';
import { dayAgreement } from '../../../worker/core/embedded-model/answering/days';
import { offers } from '../../../worker/core/embedded-model/answering/offers';
import { withinEdits } from '../../../worker/core/embedded-model/answering/terms';
import { readPassage } from '../../../worker/core/embedded-model/answering/units';
import type { AnswerType } from '../../../worker/core/embedded-model/data/answer-types';
import { understand } from '../../../worker/core/embedded-model/understand';
import { chunkPage } from '../../../worker/core/knowledge/chunk-page';

const passagesOf = (markdown: string, title = 'Info', id = 'info') => chunkPage({ id, title, markdown });
const unitsOf = (markdown: string) => passagesOf(markdown).flatMap((passage) => readPassage(passage).units);

function ask(text: string, markdown: string, page = { title: 'Info', id: 'info' }) {
  const [question] = understand(text).questions;
  if (question === undefined) throw new Error('no question');
  const found = passagesOf(markdown, page.title, page.id).map((passage, index) => ({ passage, score: 20 - index }));
  return consider(question, found, { name: 'Harbour Days 2026', year: 2026 });
}

describe('units', () => {
  it('gives a table row the headers of its columns', () => {
    const rows = unitsOf(
      '# Tickets\n\n| Type | Early | Late |\n| --- | --- | --- |\n| Student | €50 | €80 |\n| Regular | €150 | €200 |\n',
    ).filter((unit) => unit.kind === 'row');
    expect(rows.map((row) => row.plain)).toEqual(['Student: Early: €50; Late: €80', 'Regular: Early: €150; Late: €200']);
  });

  it('gives a list item the line that announces it and the item above it', () => {
    const units = unitsOf('# Rules\n\nNot allowed inside:\n\n- Drinks\n  - Glass bottles\n- Weapons\n');
    expect(units.find((unit) => unit.plain === 'Glass bottles')?.lead).toBe('Not allowed inside: Drinks');
  });

  it('leaves out what is struck through', () => {
    const [unit] = unitsOf('The call closes on ~~27 January~~ 3 February 2026.').filter((entry) => entry.kind === 'sentence');
    expect(unit?.plain).toContain('3 February');
    expect(unit?.plain).not.toContain('27 January');
  });

  it('takes a question inside a passage as the heading of what follows, never as an answer', () => {
    const units = unitsOf('# FAQ\n\nIntro text here.\n\n- Are dogs allowed? Only guide dogs are.\n');
    expect(units.find((unit) => unit.plain === 'Are dogs allowed?')?.kind).toBe('heading');
    expect(units.find((unit) => unit.plain.startsWith('Only guide dogs'))?.lead).toContain('Are dogs allowed?');
  });
});

describe('choosing', () => {
  it('prefers the row of the thing and the day that are asked about', () => {
    const table = '# Opening hours\n\n| Day | Desk |\n| --- | --- |\n| Friday | 8:00 to 20:00 |\n| Sunday | 10:00 to 14:00 |\n';
    expect(ask('when is the desk open on sunday', table).candidates[0]?.unit.plain).toContain('10:00 to 14:00');
  });

  it('understands a word by its synonym and a misspelt one by its neighbours', () => {
    const page = '# Building\n\nThe elevator is next to the stairs.\n\n# Food\n\nVegetarian dishes are marked with a leaf.\n';
    expect(ask('is there a lift', page).candidates[0]?.unit.plain).toContain('elevator');
    expect(ask('vegeterian options', page).candidates[0]?.unit.plain).toContain('Vegetarian');
  });

  it('is less sure of a page about an earlier edition', () => {
    const text = '# Tea swap\n\nSign-ups for the tea swap close on Friday, October 31st.\n';
    const now = ask('when do tea swap sign-ups close', text, { title: 'Tea swap 2026', id: 'tea-2026' });
    const then = ask('when do tea swap sign-ups close', text, { title: 'Tea swap 2024', id: 'tea-2024' });
    expect(then.confidence).toBeLessThan(now.confidence);
  });

  it('is less sure when what is asked for is missing than when it is there', () => {
    const page = (body: string) => `# Food\n\n${body}\n`;
    const there = ask('is there halal food', page('Halal food is available at the blue stand.'));
    const missing = ask('is there halal food', page('Vegan food is available at the blue stand.'));
    expect(missing.confidence).toBeLessThan(there.confidence - 0.1);
  });

  it('announces items together with their list', () => {
    const excerpt = excerptOf(ask('what should I bring', '# Packing\n\nPlease bring the following things:\n\n- sleeping bag\n- torch\n'));
    expect(excerpt?.text).toContain('sleeping bag');
    expect(excerpt?.text).toContain('torch');
  });

  it('finds nothing to say in no passages', () => {
    const [question] = understand('where is it').questions;
    if (question === undefined) throw new Error('no question');
    expect(consider(question, [], { name: 'X', year: 2026 })).toMatchObject({ candidates: [], confidence: 0 });
  });
});

it.each<[AnswerType, string, boolean]>([
  ['money', 'It costs €8 per day.', true],
  ['money', 'Entry is free of charge.', true],
  ['money', 'We write free software.', false],
  ['time', 'Doors open at 9:30.', true],
  ['date', 'It takes place on 14 July.', true],
  ['date', 'It takes place in summer.', false],
  ['person', 'The keynote is by Ada Lovelace.', true],
  ['person', 'Use the Keynote Nomination Form.', false],
  ['code', 'Discount Code: THEDOCS', true],
  ['code', 'The network is called FOSDEM.', false],
  ['contact', 'Write to help@example.org.', true],
  ['address', '4140 Roosevelt Way NE', true],
])('for a %s question "%s" offers one: %s', (type, text, offered) => {
  expect(offers(type, text)).toBe(offered);
});

it.each([
  ['open on Saturday?', 'Thursday to Sunday, 9:00', { match: 1, conflict: 0 }],
  ['open on Saturday?', 'Friday: 9:00', { match: 0, conflict: 1 }],
  ['open?', 'Friday: 9:00', { match: 0, conflict: 0 }],
])('"%s" against "%s"', (question, text, agreement) => {
  expect(dayAgreement(question, text)).toEqual(agreement);
});

it.each([
  ['vegetarian', 'vegeterian', 1, true],
  ['parking', 'parkign', 1, true],
  ['hotel', 'hostel', 1, true],
  ['badge', 'bridge', 1, false],
])('%s and %s are within %i edits: %s', (a, b, most, within) => {
  expect(withinEdits(a, b, most)).toBe(within);
});
