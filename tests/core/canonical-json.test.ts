import { expect, it } from 'vitest';
import { canonicalJson } from '../../worker/core/canonical-json';

it.each<[string, unknown, string]>([
  ['keys in order', { b: 1, a: { d: 2, c: 3 } }, '{"a":{"c":3,"d":2},"b":1}'],
  ['nothing for undefined members', { a: undefined, b: null }, '{"b":null}'],
  ['null for undefined items', [undefined, 1], '[null,1]'],
  ['texts as JSON writes them', { 'a"': 'é\n' }, '{"a\\"":"é\\n"}'],
  ['null for nothing', undefined, 'null'],
])('%s', (_title, value, expected) => {
  expect(canonicalJson(value)).toBe(expected);
});

it('a value that was stored as JSON reads the same', () => {
  const value = { z: [1, { y: undefined, x: 'ß' }], a: 1.5, '10': true, '9': false };
  expect(canonicalJson(JSON.parse(JSON.stringify(value)))).toBe(canonicalJson(value));
});
