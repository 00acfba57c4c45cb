import { describe, expect, test } from 'vitest';
import { agentBody, agentDraft, eventBody, eventDraft, newTier } from '../../../web/console/features/policy/policy-draft';
import { pathText, settingText, tierText } from '../../../web/console/features/policy/policy-words';
import { differences } from '../../../web/console/lib/differences';
import { AgentPolicyBody, EventPolicy } from '../../../worker/contract/policies';

const agent: AgentPolicyBody = {
  mode: 'full_auto',
  autonomy: 70,
  limits: { refundPerOrderMinor: 50_000, mailsPerDay: 500 },
  allowances: { transfer_ticket: 10 },
};
const event: EventPolicy = {
  ...EventPolicy.parse({}),
  approvals: [
    { tool: 'process_refund', aboveMinor: 100_000, quorum: 2, role: 'owner', people: null },
    { agent: 'sales', quorum: 'all', role: 'organizer', people: ['usr_a', 'usr_b'] },
  ],
  allowedHosts: ['tickets.example.org'],
};

describe('the form of a policy', () => {
  test('that nobody touched stands for exactly the policy that it was filled from', () => {
    expect(agentBody(agentDraft(agent, ['transfer_ticket', 'process_refund'], 'EUR'), 'EUR')).toEqual({ body: agent, problems: {} });
    expect(eventBody(eventDraft(event, 'EUR'), 'EUR')).toEqual({ body: event, problems: {} });
  });

  test('makes what the schema of its scope accepts', () => {
    const draft = {
      ...eventDraft(event, 'JPY'),
      approvals: [{ ...newTier, above: '5000', quorum: '3' }],
      allowedHosts: 'A.example, b.example\n',
    };
    const { body } = eventBody(draft, 'JPY');
    expect(EventPolicy.parse(body)).toMatchObject({
      approvals: [{ aboveMinor: 5000, quorum: 3, role: 'organizer', people: null }],
      allowedHosts: ['a.example', 'b.example'],
    });
    expect(AgentPolicyBody.parse(agentBody(agentDraft(agent, [], 'EUR'), 'EUR').body).allowances).toEqual({});
  });

  test.each([
    [{ limits: { mailsPerDay: 'many' } }, 'limits.mailsPerDay'],
    [{ allowances: { transfer_ticket: '90' } }, 'allowances.transfer_ticket'],
    [{ allowances: { transfer_ticket: '-1' } }, 'allowances.transfer_ticket'],
  ])('of an agent names the field that cannot be, as in %j', (part, path) => {
    expect(Object.keys(agentBody({ ...agentDraft(agent, [], 'EUR'), ...part }, 'EUR').problems)).toEqual([path]);
  });

  test.each([
    [{ undoSeconds: '601' }, 'undoSeconds'],
    [{ undoSeconds: '' }, 'undoSeconds'],
    [{ reminderMinutes: '15, soon' }, 'reminderMinutes'],
    [{ reminderMinutes: '1 2 3 4 5 6 7' }, 'reminderMinutes'],
    [{ approvals: [{ ...newTier, quorum: '11' }] }, 'approvals.0.quorum'],
    [{ approvals: [{ ...newTier, above: 'much' }] }, 'approvals.0.aboveMinor'],
  ])('of an event names the field that cannot be, as in %j', (part, path) => {
    expect(Object.keys(eventBody({ ...eventDraft(event, 'EUR'), ...part }, 'EUR').problems)).toEqual([path]);
  });
});

test.each([
  ['agent.limits.refundPerOrderMinor', 'Limits, refund per order'],
  ['event.limits.refundMinorPerDay', 'Limits, refund per day'],
  ['autonomy', 'Dial'],
  ['contact.quietFrom', 'Contact, quiet from'],
  ['approvals.1.people', 'Who approves, row 2, people'],
])('the setting %s reads %s', (path, text) => expect(pathText(path)).toBe(text));

describe('the value of a setting', () => {
  const names = { currency: 'EUR', nameOf: (id: string) => ({ usr_a: 'Ana', usr_b: 'Rui' })[id] ?? id };
  test.each([
    ['mode', 'review_only', 'Review only'],
    ['contact.quietWeekends', false, 'no'],
    ['allowedHosts', [], 'none'],
    ['reminderMinutes', [15, 240], '15, 240'],
    ['limits.mailsPerDay', 5000, '5,000'],
    ['limits.bonus', undefined, 'not set'],
    ['approvals', [], 'one organizer approves everything'],
  ])('%s of %j reads %s', (path, value, text) => expect(settingText(path, value, names)).toBe(text));

  test('that is money has its currency, and people have their names', () => {
    expect(settingText('limits.refundMinorPerDay', 2_000_000, names)).toMatch(/20,000/);
    expect(event.approvals.map((tier) => tierText(tier, names))).toEqual([
      expect.stringMatching(/^Process refund above .*1,000.*: 2 of owners$/),
      'What Sales proposes: all of Ana, Rui',
    ]);
  });
});

test('two policies differ leaf by leaf, a list as a whole, and a key that is gone counts', () => {
  const from = { a: 1, b: { c: [1, 2], d: 'x' }, gone: true };
  expect(differences(from, { a: 1, b: { c: [2, 1], d: 'x', e: null } })).toEqual([
    { path: 'b.c', from: [1, 2], to: [2, 1] },
    { path: 'b.e', from: undefined, to: null },
    { path: 'gone', from: true, to: undefined },
  ]);
});
