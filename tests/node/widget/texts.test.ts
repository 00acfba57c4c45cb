import { describe, expect, test } from 'vitest';
import { fill } from '../../../web/widget/text/fill';
import { texts as de } from '../../../web/widget/texts/de';
import { texts as en } from '../../../web/widget/texts/en';
import { texts as es } from '../../../web/widget/texts/es';
import { texts as fr } from '../../../web/widget/texts/fr';
import { texts as pt } from '../../../web/widget/texts/pt';

const places = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

describe.each(Object.entries({ de, fr, es, pt }))('the words in %s', (_language, table) => {
  test('have the same keys and places as the English ones', () => {
    expect(Object.keys(table).sort()).toEqual(Object.keys(en).sort());
    const differing = Object.entries(en).filter(([key, text]) => String(places(text)) !== String(places(table[key as keyof typeof en])));
    expect(differing).toEqual([]);
  });
  test('leave nothing in English', () => {
    const same = Object.entries(en).filter(([key, text]) => text.length > 12 && table[key as keyof typeof en] === text);
    expect(same).toEqual([]);
  });
});

test('a value is put in as it is, and a missing one leaves its place', () => {
  expect(fill('{name} has {n}', { name: '{n} $& <b>' })).toBe('{n} $& <b> has {n}');
});
