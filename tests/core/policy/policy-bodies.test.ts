import { describe, expect, it } from 'vitest';
import { type AgentPolicyBody, withChange } from '../../../worker/core/policy/agent-policy';
import { changesBetween } from '../../../worker/core/policy/changes';
import { defaultEventPolicy, EventPolicy } from '../../../worker/core/policy/event-policy';
import { type AgentFacts, agentPolicyProblems, eventPolicyProblems } from '../../../worker/core/policy/problems';

const body: AgentPolicyBody = {
  mode: 'full_auto',
  autonomy: 80,
  limits: { mailsPerDay: 5, refundsPerDay: 3 },
  allowances: { resend_ticket: 10 },
};

describe('a change of a policy', () => {
  it.each<[string, Partial<AgentPolicyBody>, Partial<AgentPolicyBody>]>([
    ['of one limit keeps the others and what was earned', { limits: { mailsPerDay: 9 } }, { limits: { mailsPerDay: 9, refundsPerDay: 3 } }],
    ['to a higher dial keeps what was earned', { autonomy: 90 }, { autonomy: 90 }],
    ['to a lower dial takes it back', { autonomy: 79 }, { autonomy: 79, allowances: {} }],
    ['to a stricter mode takes it back', { mode: 'assisted' }, { mode: 'assisted', allowances: {} }],
    [
      'that names allowances has its way',
      { mode: 'assisted', allowances: { resend_ticket: 5 } },
      { mode: 'assisted', allowances: { resend_ticket: 5 } },
    ],
    ['of nothing changes nothing', {}, {}],
  ])('%s', (_name, change, expected) => {
    expect(withChange(body, change)).toEqual({ ...body, ...expected });
  });
  it('to a looser mode keeps what was earned', () => {
    expect(withChange({ ...body, mode: 'review_only' }, { mode: 'full_auto' }).allowances).toEqual({ resend_ticket: 10 });
  });
});

describe('what differs between two policies', () => {
  it.each<[string, unknown, unknown, [string, unknown, unknown][]]>([
    ['nothing', body, structuredClone(body), []],
    ['nothing, in another order', { a: 1, b: { c: 2, d: 3 } }, { b: { d: 3, c: 2 }, a: 1 }, []],
    ['a value', { a: { b: 1 } }, { a: { b: 2 } }, [['a.b', 1, 2]]],
    ['a value that is new', { a: {} }, { a: { b: 2 } }, [['a.b', null, 2]]],
    ['a value that is gone', { a: { b: 1 } }, { a: {} }, [['a.b', 1, null]]],
    ['a list, as a whole', { a: [1, { x: 1, y: 2 }] }, { a: [1, { y: 2, x: 3 }] }, [['a', [1, { x: 1, y: 2 }], [1, { y: 2, x: 3 }]]]],
    ['a list in the same order of other keys', { a: [{ x: 1, y: 2 }] }, { a: [{ y: 2, x: 1 }] }, []],
  ])('is %s', (_name, from, to, expected) => {
    expect(changesBetween(from, to).map((change) => [change.path, change.from, change.to])).toEqual(expected);
  });
});

describe('an impossible policy', () => {
  const support: AgentFacts = { name: 'support', limits: ['mailsPerDay', 'refundsPerDay'], actingTools: ['resend_ticket'] };
  const paths = (over: Partial<AgentPolicyBody>) => agentPolicyProblems({ ...body, ...over }, support).map(({ path }) => path);
  it.each<[string, Partial<AgentPolicyBody>, string[]]>([
    ['what is in force is possible', {}, []],
    ['a misspelled limit', { limits: { ...body.limits, mailPerDay: 1 } }, ['limits.mailPerDay']],
    ['a limit left out', { limits: { mailsPerDay: 1 } }, ['limits.refundsPerDay']],
    ['an unknown action', { allowances: { fly: 1 } }, ['allowances.fly']],
    ['up to the ceiling', { allowances: { resend_ticket: 89 } }, []],
    ['above the ceiling', { allowances: { resend_ticket: 90 } }, ['allowances.resend_ticket']],
  ])('of an agent: %s', (_name, over, expected) => {
    expect(paths(over)).toEqual(expected);
  });

  const people = { agents: [support], owners: ['usr_o'], organizers: ['usr_a', 'usr_b'] };
  const tier = (over: object) => ({ approvals: [{ quorum: 1, role: 'organizer', ...over }] });
  it.each<[string, object, string[]]>([
    ['the defaults are possible', {}, []],
    ['three of three organizers and owners', tier({ quorum: 3 }), []],
    ['four of three', tier({ quorum: 4 }), ['approvals.0.quorum']],
    ['two of one owner', tier({ role: 'owner', quorum: 2 }), ['approvals.0.quorum']],
    ['an organizer in the place of an owner', tier({ role: 'owner', people: ['usr_a'] }), ['approvals.0.people']],
    ['an owner in the place of an organizer', tier({ people: ['usr_o'] }), []],
    ['two of one named', tier({ quorum: 2, people: ['usr_a'] }), ['approvals.0.quorum']],
    ['all of those named', tier({ quorum: 'all', people: ['usr_a', 'usr_b'] }), []],
    ['all of nobody named', tier({ quorum: 'all' }), ['approvals.0.people']],
    ['an unknown agent and tool', tier({ agent: 'cook', tool: 'fly' }), ['approvals.0.agent', 'approvals.0.tool']],
    ['reminders that do not rise', { reminderMinutes: [10, 10] }, ['reminderMinutes']],
    ['more a day than a week', { contact: { perDay: 4, perWeek: 3 } }, ['contact.perWeek']],
    ['quiet from eight to eight', { contact: { quietFrom: '08:00', quietTo: '08:00' } }, ['contact.quietTo']],
    ['more for a run than for a day', { limits: { tokensPerRun: 11, tokensPerDay: 10 } }, ['limits.tokensPerRun']],
    ['hosts that are hosts', { allowedHosts: ['example.org', 'a-b.example.co.uk'] }, []],
    [
      'hosts that are none',
      { allowedHosts: ['https://example.org', 'localhost', 'a_b.org', 'x.org/path', '*.org'] },
      [0, 1, 2, 3, 4].map((n) => `allowedHosts.${n}`),
    ],
  ])('of an event: %s', (_name, over, expected) => {
    expect(eventPolicyProblems(EventPolicy.parse(over), people).map(({ path }) => path)).toEqual(expected);
  });
  it('the defaults of an event are those that the schema gives', () => {
    expect(EventPolicy.parse({})).toEqual(defaultEventPolicy);
  });
});
