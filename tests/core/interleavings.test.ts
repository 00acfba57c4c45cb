import { describe, expect, it } from 'vitest';
import type { ApprovalState } from '../../worker/core/policy/approval';
import { after, type Defect, ownSteps, peoplesSteps, type Step, start, steps, type World } from '../support/interleavings';

const longest = 6;
const begun = (world: World, ...taken: Step[]): World => taken.reduce((now, step) => after(now, step), world);

/** Before anything; with a proposal that waits while its run goes on; with one that two approved. */
const beginnings: [string, World][] = [
  ['from the first message', start],
  ['from a proposal that waits', begun(start, 'reply', 'run', 'run')],
  ['from a proposal that two approved', begun(start, 'reply', 'run', 'run', 'approve_ann', 'approve_bob')],
];

interface Reached {
  world: World;
  /** In how many orders it is reached by this many steps, and one of them. */
  orders: number;
  by: Step[];
}

/** Every world that every order of up to six steps leads to, repeats included: orders that lead to one world are followed on as one. */
function explore(from: World, defects: ReadonlySet<Defect> = new Set()): { reached: Reached[]; orders: number } {
  let frontier: Reached[] = [{ world: from, orders: 1, by: [] }];
  const reached = [...frontier];
  let orders = 0;
  for (let length = 1; length <= longest; length++) {
    const next = new Map<string, Reached>();
    for (const one of frontier)
      for (const step of steps) {
        const world = after(one.world, step, defects);
        const key = JSON.stringify(world);
        const known = next.get(key);
        if (known) known.orders += one.orders;
        else next.set(key, { world, orders: one.orders, by: [...one.by, step] });
      }
    frontier = [...next.values()];
    orders += frontier.reduce((sum, one) => sum + one.orders, 0);
    reached.push(...frontier);
  }
  return { reached, orders };
}

const everyOrder = Array.from({ length: longest }, (_, i) => steps.length ** (i + 1)).reduce((sum, n) => sum + n, 0);
const finalStates: ApprovalState[] = ['rejected', 'expired', 'executed', 'stale', 'cancelled'];

describe.each(beginnings)('%s, in every order of up to six steps', (_title, from) => {
  const { reached, orders } = explore(from);

  it('nothing is left out', () => {
    expect(orders).toBe(everyOrder);
    expect(steps).toHaveLength(peoplesSteps.length + ownSteps.length);
  });

  it('no agent message after a takeover until it is handed back, no effect without two approvals of what was shown, none while stopped, none twice', () => {
    const broken = reached.filter(({ world }) => world.violations.length > 0);
    expect(broken.map(({ by, world }) => [by.join(' '), ...world.violations]).slice(0, 3)).toEqual([]);
  });

  it('what was rejected, has expired or was moved on stays so: it is never carried out', () => {
    for (const { world, by } of reached) {
      const { proposal } = world;
      if (!proposal || !finalStates.includes(proposal.state)) continue;
      for (const step of steps) {
        const then = after(world, step);
        expect(then.proposal?.state, [...by, step].join(' ')).toBe(proposal.state);
        if (proposal.state !== 'executed') expect(then.command, [...by, step].join(' ')).toBeNull();
      }
    }
  });

  it('everything reaches an end by itself, once nobody holds it up', () => {
    for (const { world, by } of reached) {
      let now = world;
      for (let round = 0; round < 12; round++) now = begun(now, 'run', 'execute', 'carry', 'expire');
      const held = begun(now, 'go_on', 'execute', 'carry');
      const ended = [
        held.run === null,
        !held.proposal || finalStates.includes(held.proposal.state),
        !held.command || held.command === 'confirmed',
      ];
      expect(ended, by.join(' ')).toEqual([true, true, true]);
      expect(held.violations, by.join(' ')).toEqual([]);
    }
  });
});

describe('the exploration finds what a defect would do', () => {
  it.each<[Defect, RegExp]>([
    ['speaks_after_takeover', /spoke after a takeover/],
    ['old_votes_count', /without two approvals/],
    ['old_version_taken', /another version/],
    ['expiry_ignored', /expired/],
    ['votes_not_checked_again', /has left/],
    ['stop_ignored', /while stopped/],
    ['executes_twice', /twice/],
  ])('%s', (defect, violation) => {
    const { reached } = explore(begun(start, 'reply', 'run', 'run'), new Set([defect]));
    expect(reached.some(({ world }) => world.violations.some((text) => violation.test(text)))).toBe(true);
  });
});
