import { describe, expect, it } from 'vitest';
import { ApprovalTier } from '../../../worker/core/policy/event-policy';
import {
  type Approver,
  type ApproversRequired,
  approvalsNeeded,
  type Ballot,
  type CastVote,
  type DelegatedRight,
  oneOrganizer,
  openRights,
  requiredApprovers,
  rightToVote,
  tally,
  whyNeverMet,
  whyNoLongerApproved,
} from '../../../worker/core/policy/quorum';

const now = 1_000_000;
const person = (actor: string, role: Approver['role'] = 'organizer'): Approver => ({ actor, role, madeBy: null });
const key = (name: string, madeBy: string | null, role: Approver['role'] = 'organizer'): Approver => ({
  actor: `key:${name}`,
  role,
  madeBy,
});
const team = [
  person('olga', 'owner'),
  person('oscar', 'owner'),
  person('ann'),
  person('bob'),
  person('cy'),
  person('vic', 'viewer'),
  key('ci', 'ann'),
];
const vote = (actor: string, onBehalfOf = actor, decision: CastVote['decision'] = 'approve', at = now - 10): CastVote => ({
  actor,
  onBehalfOf,
  decision,
  at,
});
const away = (from: string, to: string, over: Partial<DelegatedRight> = {}): DelegatedRight => ({
  from,
  to,
  startsAt: now - 100,
  endsAt: now + 100,
  revokedAt: null,
  ...over,
});
const aBallot = (over: Partial<Ballot> = {}): Ballot => ({
  required: oneOrganizer,
  requestedBy: null,
  approvers: team,
  delegations: [],
  votes: [],
  ...over,
});
const two: ApproversRequired = { quorum: 2, role: 'organizer', people: null, rule: '' };
const owners: ApproversRequired = { quorum: 1, role: 'owner', people: null, rule: '' };
const annAndBob: ApproversRequired = { quorum: 'all', role: 'organizer', people: ['ann', 'bob'], rule: '' };
const mayVote = (ballot: Ballot, actor: string, onBehalfOf?: string) => rightToVote(ballot, actor, onBehalfOf, now);

describe('who may vote', () => {
  it.each<[string, Partial<Ballot>, string, string | undefined, string | RegExp]>([
    ['an organizer, by default', {}, 'ann', undefined, 'ann'],
    ['an owner, by default', {}, 'olga', undefined, 'olga'],
    ['a key, by default', {}, 'key:ci', undefined, 'key:ci'],
    ['not a viewer', {}, 'vic', undefined, /organizers and owners/],
    ['not a stranger', {}, 'eve', undefined, /organizers and owners/],
    ['not a key of a viewer', { approvers: [...team, key('ro', 'ann', 'viewer')] }, 'key:ro', undefined, /organizers and owners/],
    ['an owner where owners are asked', { required: owners }, 'oscar', undefined, 'oscar'],
    ['not an organizer where owners are asked', { required: owners }, 'ann', undefined, /Only owners/],
    [
      'not a key of an owner where owners are asked',
      { required: owners, approvers: [...team, key('o', 'olga', 'owner')] },
      'key:o',
      undefined,
      /Only owners/,
    ],
    ['somebody named', { required: annAndBob }, 'ann', undefined, 'ann'],
    ['not an owner who is not named', { required: annAndBob }, 'olga', undefined, /named/],
    ['not the key of somebody named', { required: annAndBob }, 'key:ci', undefined, /named/],
    ['not twice', { required: two, votes: [vote('ann')] }, 'ann', undefined, /voted/],
    ['not as oneself after one key did', { required: two, votes: [vote('key:ci')] }, 'ann', undefined, /voted/],
    ['not by key after oneself', { required: two, votes: [vote('ann')] }, 'key:ci', undefined, /voted/],
    ['not whoever asked for it', { requestedBy: 'ann' }, 'ann', undefined, /asked/],
    ['not the key of whoever asked for it', { requestedBy: 'ann' }, 'key:ci', undefined, /asked/],
    ['not the maker of the key that asked for it', { requestedBy: 'key:ci' }, 'ann', undefined, /asked/],
    ['for somebody on holiday', { required: annAndBob, delegations: [away('ann', 'cy')] }, 'cy', undefined, 'ann'],
    [
      'an organizer with the right of an owner on holiday',
      { required: owners, delegations: [away('olga', 'cy')] },
      'cy',
      undefined,
      'olga',
    ],
    ['own right first', { required: two, delegations: [away('ann', 'cy')] }, 'cy', undefined, 'cy'],
    ['the right that was chosen', { required: two, delegations: [away('ann', 'cy')] }, 'cy', 'ann', 'ann'],
    ['not a right that was not delegated', { required: two }, 'cy', 'ann', /not delegated/],
    ['not before the holiday', { required: annAndBob, delegations: [away('ann', 'cy', { startsAt: now + 1 })] }, 'cy', undefined, /named/],
    ['not at its end', { required: annAndBob, delegations: [away('ann', 'cy', { endsAt: now })] }, 'cy', undefined, /named/],
    ['not after it was revoked', { required: annAndBob, delegations: [away('ann', 'cy', { revokedAt: now })] }, 'cy', undefined, /named/],
    [
      'not for somebody who lost the role',
      { required: owners, approvers: [person('olga'), person('cy')], delegations: [away('olga', 'cy')] },
      'cy',
      undefined,
      /Only owners/,
    ],
    [
      'not for somebody who has left',
      { required: owners, approvers: [person('cy')], delegations: [away('olga', 'cy')] },
      'cy',
      undefined,
      /Only owners/,
    ],
    ['not a viewer, whatever was delegated', { delegations: [away('ann', 'vic')] }, 'vic', undefined, /organizers and owners/],
    ['not a key with a delegated right', { required: owners, delegations: [away('olga', 'key:ci')] }, 'key:ci', undefined, /Only owners/],
    [
      'not a right of a right: delegations do not chain',
      { required: owners, delegations: [away('olga', 'ann'), away('ann', 'bob')] },
      'bob',
      undefined,
      /Only owners/,
    ],
    ['not for oneself and for another', { required: two, delegations: [away('ann', 'cy')], votes: [vote('cy')] }, 'cy', 'ann', /voted/],
    [
      'not with a right that its holder used',
      { required: annAndBob, delegations: [away('ann', 'cy')], votes: [vote('ann')] },
      'cy',
      undefined,
      /used/,
    ],
    [
      'not with a right that another delegate used',
      { required: annAndBob, delegations: [away('ann', 'cy'), away('ann', 'olga')], votes: [vote('cy', 'ann')] },
      'olga',
      undefined,
      /used/,
    ],
    [
      'not whose right a delegate used',
      { required: annAndBob, delegations: [away('ann', 'cy')], votes: [vote('cy', 'ann')] },
      'ann',
      undefined,
      /used/,
    ],
    [
      'not the delegate of whoever asked for it',
      { requestedBy: 'olga', required: owners, delegations: [away('olga', 'cy')] },
      'cy',
      undefined,
      /asked/,
    ],
    [
      'not whoever asked for it, as a delegate',
      { requestedBy: 'cy', required: owners, delegations: [away('olga', 'cy')] },
      'cy',
      undefined,
      /asked/,
    ],
  ])('%s', (_title, over, actor, onBehalfOf, expected) => {
    const answer = mayVote(aBallot(over), actor, onBehalfOf);
    if (typeof expected === 'string') expect(answer).toEqual({ right: expected });
    else expect('refused' in answer ? answer.refused : 'may vote').toMatch(expected);
  });
});

describe('what votes come to', () => {
  it.each<[string, Partial<Ballot>, ReturnType<typeof tally>]>([
    ['nobody', {}, 'pending'],
    ['one of one', { votes: [vote('ann')] }, 'approved'],
    ['one of two', { required: two, votes: [vote('ann')] }, 'pending'],
    ['two of two', { required: two, votes: [vote('ann'), vote('bob')] }, 'approved'],
    ['one rejection', { required: two, votes: [vote('ann', 'ann', 'reject')] }, 'rejected'],
    ['one rejection among approvals', { required: two, votes: [vote('ann'), vote('bob'), vote('cy', 'cy', 'reject')] }, 'rejected'],
    ['a person and their key are one', { required: two, votes: [vote('ann'), vote('key:ci')] }, 'pending'],
    ['a person with two rights is one', { required: two, votes: [vote('cy'), vote('cy', 'ann')] }, 'pending'],
    ['a right used twice is one', { required: two, votes: [vote('cy', 'ann'), vote('bob', 'ann')] }, 'pending'],
    ['all named, one missing', { required: annAndBob, votes: [vote('ann')] }, 'pending'],
    ['all named', { required: annAndBob, votes: [vote('ann'), vote('bob')] }, 'approved'],
    ['all named, one by a delegate', { required: annAndBob, votes: [vote('cy', 'ann'), vote('bob')] }, 'approved'],
    ['all owners', { required: { ...owners, quorum: 'all' }, votes: [vote('olga')] }, 'pending'],
    ['all owners there are', { required: { ...owners, quorum: 'all' }, votes: [vote('olga'), vote('oscar')] }, 'approved'],
    [
      'all owners but the one who asked',
      { required: { ...owners, quorum: 'all' }, requestedBy: 'oscar', votes: [vote('olga')] },
      'approved',
    ],
  ])('%s', (_title, over, expected) => {
    expect(tally(aBallot(over))).toBe(expected);
  });

  it('every order of three voters gives the same end', () => {
    const voters = ['ann', 'bob', 'olga'];
    for (const first of voters)
      for (const second of voters)
        for (const third of voters) {
          const votes: CastVote[] = [];
          for (const actor of [first, second, third])
            if ('right' in mayVote(aBallot({ required: { ...two, quorum: 3 }, votes }), actor)) votes.push(vote(actor));
          const all = new Set([first, second, third]).size === 3;
          expect(tally(aBallot({ required: { ...two, quorum: 3 }, votes }))).toBe(all ? 'approved' : 'pending');
        }
  });
});

describe('checked again when it is carried out', () => {
  const votes = [vote('ann'), vote('cy', 'olga')];
  const required = two;
  const delegations = [away('olga', 'cy')];
  it.each<[string, Partial<Ballot>, RegExp | null]>([
    ['everybody still may', {}, null],
    ['one voter has left', { approvers: team.filter(({ actor }) => actor !== 'ann') }, /no longer/],
    [
      'one voter became a viewer',
      { approvers: team.map((one) => (one.actor === 'ann' ? { ...one, role: 'viewer' as const } : one)) },
      /no longer/,
    ],
    ['whoever delegated has left', { approvers: team.filter(({ actor }) => actor !== 'olga') }, /no longer/],
    ['the delegate has left', { approvers: team.filter(({ actor }) => actor !== 'cy') }, /no longer/],
    ['the delegation ended after the vote', { delegations: [away('olga', 'cy', { endsAt: now - 5 })] }, null],
    ['the delegation was revoked after the vote', { delegations: [away('olga', 'cy', { revokedAt: now - 5 })] }, null],
    ['the delegation was revoked before the vote', { delegations: [away('olga', 'cy', { revokedAt: now - 15 })] }, /no longer/],
    ['there never was a delegation', { delegations: [] }, /no longer/],
    ['one vote too few was ever there', { votes: votes.slice(0, 1) }, /1 of 2/],
    ['a voter turns out to have asked for it', { requestedBy: 'ann' }, /no longer/],
    ['it was rejected', { votes: [...votes, vote('bob', 'bob', 'reject')] }, /rejected/],
    ['a key that was revoked', { required: oneOrganizer, votes: [vote('key:old')] }, /no longer/],
    ['a key that is there', { required: oneOrganizer, votes: [vote('key:ci')] }, null],
  ])('%s', (_title, over, expected) => {
    const why = whyNoLongerApproved(aBallot({ required, votes, delegations, ...over }));
    if (expected === null) expect(why).toBeNull();
    else expect(why).toMatch(expected);
  });
});

describe('tiers', () => {
  const tiers = [
    ApprovalTier.parse({ tool: 'process_refund', aboveMinor: 100_000, quorum: 2, role: 'owner' }),
    ApprovalTier.parse({ tool: 'process_refund', aboveMinor: 50_000, quorum: 2, role: 'organizer' }),
    ApprovalTier.parse({ agent: 'marketing', quorum: 'all', role: 'organizer', people: ['ann', 'bob'] }),
    ApprovalTier.parse({ aboveMinor: 10_000, quorum: 1, role: 'owner' }),
  ];
  const of = (agent: string, tool: string, amountMinor: number) => {
    const { quorum, role, people } = requiredApprovers(tiers, { agent, tool, amountMinor, currency: 'EUR' });
    return [quorum, role, people];
  };
  it.each<[string, [string, string, number], unknown[]]>([
    ['the first that fits', ['support', 'process_refund', 100_001], [2, 'owner', null]],
    ['above is more than', ['support', 'process_refund', 100_000], [2, 'organizer', null]],
    ['a later one', ['support', 'process_refund', 50_000], [1, 'owner', null]],
    ['of an agent', ['marketing', 'post', 0], ['all', 'organizer', ['ann', 'bob']]],
    ['by amount alone', ['operations', 'pay', 10_001], [1, 'owner', null]],
    ['none: one organizer', ['support', 'resend_ticket', 0], [1, 'organizer', null]],
  ])('%s', (_title, [agent, tool, minor], expected) => {
    expect(of(agent, tool, minor)).toEqual(expected);
  });
  it('say in words what they ask', () => {
    const words = (agent: string, tool: string, minor: number) =>
      requiredApprovers(tiers, { agent, tool, amountMinor: minor, currency: 'EUR' }).rule;
    expect(words('support', 'process_refund', 200_000)).toBe('2 owners approve process refund above EUR 1000.00.');
    expect(words('marketing', 'post', 0)).toBe('All 2 named people approve what the marketing agent proposes.');
    expect(words('support', 'resend_ticket', 0)).toBe('One organizer approves.');
  });
  it('that the members there are could never meet say so, with what to do', () => {
    const small = [person('olga', 'owner'), person('ann'), key('ci', 'ann')];
    const neverMet = tiers.map((tier) => whyNeverMet({ ...tier, rule: '' }, small));
    expect(neverMet.map(Boolean)).toEqual([true, false, true, false]);
    expect(neverMet[0]).toMatch(/takes 2 owners, and there is one.*Invite/);
    for (const tier of tiers) expect(whyNeverMet({ ...tier, rule: '' }, team)).toBeNull();
  });
  it('a key of an organizer adds nobody: it stands for who made it', () => {
    expect(whyNeverMet(two, [person('ann'), key('ci', 'ann')])).toMatch(/there is one/);
    expect(whyNeverMet(two, [person('ann'), key('ci', null)])).toBeNull();
  });
  it('whoever asked for it does not count', () => {
    expect(whyNeverMet(oneOrganizer, [person('ann')], 'ann')).toMatch(/other than whoever asked/);
    expect(whyNeverMet(oneOrganizer, team, 'ann')).toBeNull();
  });
});

it('what may never vote has no open right, and says why', () => {
  expect(openRights(aBallot(), 'vic', now)).toEqual({ rights: [], whyNot: 'Only organizers and owners decide on this.' });
  expect(approvalsNeeded(aBallot({ required: { ...owners, quorum: 'all' } }))).toBe(2);
});
