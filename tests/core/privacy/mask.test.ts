import { describe, expect, it } from 'vitest';
import { isTelling, masked, maskedColumn, maskedJson, mentions, termsOf } from '../../../worker/core/privacy/mask';

const terms = termsOf(['ann@x.org'], ["Ann O'Brien-Lee", 'Jo', 'Jürgen Groß']);

describe('what names a person', () => {
  it.each([
    ['write to ann@x.org.', 'write to [erased].'],
    ['<ANN@X.ORG>', '<[erased]>'],
    ['mailto:ann%40x.org?x', 'mailto:[erased]?x'],
    ["I am Ann O'Brien-Lee!", 'I am [erased]!'],
    ['<b>Ann O&#39;Brien-Lee</b>', '<b>[erased]</b>'],
    ["ann  o'brien-lee", '[erased]'],
    ['JÜRGEN GROß and jürgen groß', '[erased] and [erased]'],
    ['J%C3%BCrgen%20Gro%C3%9F', '[erased]'],
  ])('is masked in %j', (text, expected) => {
    expect(masked(terms, text)).toBe(expected);
    expect(mentions(terms, text)).toBe(true);
  });

  it.each([['joann@x.org'], ['ann@x.organic'], ['first.ann@x.org'], ['Joann O’Brien'], ['Jo came along'], ['ann at x.org'], ['']])(
    'is not seen in %j',
    (text) => {
      expect(masked(terms, text)).toBe(text);
      expect(mentions(terms, text)).toBe(false);
    },
  );

  it('is masked in every text of a JSON value, and numbers stay', () => {
    expect(maskedJson(terms, { a: ['ann@x.org', 1, null], 'ann@x.org': { b: true } })).toEqual({
      a: ['[erased]', 1, null],
      '[erased]': { b: true },
    });
    expect(maskedColumn(terms, '{"to":["ann@x.org"],"n":1.5}')).toBe('{"to":["[erased]"],"n":1.5}');
    expect(maskedColumn(terms, '{broken ann@x.org')).toBe('{broken [erased]');
  });

  it('is found by the database’s coarse look whatever its case', () => {
    for (const text of ['ANN@X.ORG', 'Jürgen Groß', 'ann%40x.org'])
      expect(terms.coarse.some((term) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase()).includes(term))).toBe(true);
  });

  it('is nothing when nothing tells', () => {
    expect(masked(termsOf([''], ['Jo']), 'Jo and everybody')).toBe('Jo and everybody');
  });
});

it.each([
  ['Ada Lovelace', true],
  ['Jo Li', false],
  ['Ada', false],
  ['Maximiliane-Charlotte', true],
  ['', false],
])('whether %j tells: %s', (name, telling) => {
  expect(isTelling(name)).toBe(telling);
});
