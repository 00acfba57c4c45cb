import { describe, expect, it } from 'vitest';
import { type ApprovalMove, type ApprovalState, afterApproval, afterMove, movedFacts } from '../../../worker/core/policy/approval';

const moves: ApprovalMove[] = ['approve', 'reject', 'expire', 'execute', 'find_moved', 'cancel'];

/** Every order of up to six moves, and the states it went through; a refused move leaves the state. */
function* journeys(): Generator<{ taken: ApprovalMove[]; states: ApprovalState[] }> {
  for (let length = 1; length <= 6; length++)
    for (let n = 0; n < moves.length ** length; n++) {
      const taken: ApprovalMove[] = [];
      const states: ApprovalState[] = ['pending'];
      for (let rest = n, i = 0; i < length; i++, rest = Math.floor(rest / moves.length)) {
        const move = moves[rest % moves.length];
        const before = states.at(-1);
        if (!move || !before) throw new Error('unreachable');
        taken.push(move);
        states.push(afterMove(before, move) ?? before);
      }
      yield { taken, states };
    }
}

describe('a proposal, in every order of up to six moves', () => {
  const all = [...journeys()];

  it('is carried out only if it was approved before anything else decided it', () => {
    for (const { taken, states } of all) {
      if (!states.includes('executed')) continue;
      const decisive = taken.find((move) => ['approve', 'reject', 'expire', 'cancel'].includes(move));
      expect(decisive, taken.join(' ')).toBe('approve');
    }
  });
  it('is carried out at most once, and stays what it ended as', () => {
    const final: ApprovalState[] = ['rejected', 'expired', 'executed', 'stale', 'cancelled'];
    for (const { taken, states } of all) {
      const end = states.findIndex((state) => final.includes(state));
      if (end >= 0) expect(new Set(states.slice(end)).size, taken.join(' ')).toBe(1);
    }
  });
  it('reaches every state', () => {
    expect(new Set(all.flatMap(({ states }) => states)).size).toBe(7);
    expect(all).toHaveLength(6 + 6 ** 2 + 6 ** 3 + 6 ** 4 + 6 ** 5 + 6 ** 6);
  });
});

describe('facts that a proposal is bound to', () => {
  it.each<[string, Record<string, unknown>, Record<string, unknown>, string[]]>([
    ['nothing moved', { a: 1, b: 'x' }, { b: 'x', a: 1 }, []],
    ['a value moved', { a: 1 }, { a: 2 }, ['a']],
    ['a fact appeared', {}, { a: 1 }, ['a']],
    ['a fact went away', { a: 1 }, {}, ['a']],
    ['null is not nothing', { a: null }, {}, ['a']],
    ['an unset fact that was stored as JSON', {}, { a: undefined }, []],
    ['1 is not "1"', { a: 1 }, { a: '1' }, ['a']],
    ['inside', { a: { b: [1, 2] } }, { a: { b: [2, 1] } }, ['a']],
  ])('%s', (_name, bound, current, expected) => {
    expect(movedFacts(bound, current).map(({ fact }) => fact)).toEqual(expected);
  });
});

it('a person may approve what asks or escalates, and not what is refused', () => {
  const verdict = (kind: 'allow' | 'ask' | 'escalate' | 'refuse') => ({ kind, rule: '', reason: '', facts: {} });
  expect((['allow', 'ask', 'escalate', 'refuse'] as const).map((kind) => afterApproval(verdict(kind)))).toEqual([
    'execute',
    'execute',
    'execute',
    'refuse',
  ]);
});
