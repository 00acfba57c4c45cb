import { describe, expect, it } from 'vitest';
import { owed } from '../../chaos/recovery';

const now = 1_000_000;
type Open = Parameters<typeof owed>[0][number];
const row = (id: string, over: Partial<Open> = {}): Open => ({
  ...{ id, state: 'authorised', attempts: 0, target: id, dueAt: now - 1 },
  ...over,
});
const ids = (before: Open[], open: Open[]) => owed(before, open, now).map(({ id }) => id);

describe('what a product owes after a new start', () => {
  it.each<[string, Open[], Open[], string[]]>([
    ['what is due', [row('a')], [row('a')], ['a']],
    ['what was under way', [row('a', { state: 'claimed', attempts: 1 })], [row('a', { state: 'claimed', attempts: 1 })], ['a']],
    ['what is under way again', [row('a')], [row('a', { state: 'claimed', attempts: 1 })], ['a']],
    ['what was in doubt, before its backoff too', [doubt('a', 2)], [doubt('a', 2)], ['a']],
    ['not what it was asked about again and could not tell', [doubt('a', 2)], [doubt('a', 3)], []],
    ['not what got in doubt since', [row('a')], [doubt('a', 1)], []],
    ['not what a service has put off', [row('a', { dueAt: now + 1 })], [row('a', { dueAt: now + 1 })], []],
    [
      'not what stands behind that',
      [row('a', { dueAt: now + 1 }), row('b', { target: 'a' })],
      [row('a', { dueAt: now + 1 }), row('b', { target: 'a' })],
      [],
    ],
    ['what stands behind what is owed', [doubt('a', 2), row('b', { target: 'a' })], [doubt('a', 2), row('b', { target: 'a' })], ['a', 'b']],
    ['what came up since', [], [row('c')], ['c']],
  ])('%s', (_what, before, open, expected) => {
    expect(ids(before, open)).toEqual(expected);
  });
});

function doubt(id: string, attempts: number): Open {
  return row(id, { state: 'unknown', attempts, dueAt: now + 20_000 });
}
