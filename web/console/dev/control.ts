import type { AutonomyProposal, AutonomyRecord } from '../../../worker/contract/autonomy';
import type { Contact } from '../../../worker/contract/contacts';
import type { Delegation } from '../../../worker/contract/delegations';
import type { Budget, CurrentPolicy, OrganizationLimits, PolicyRule, PolicyVersion } from '../../../worker/contract/policies';
import type { Stop } from '../../../worker/contract/stops';
import { agents, localDay, minutes, now, people } from './people-and-events';
import { commands, suppressions } from './work';

const eventBody = {
  approvals: [
    { tool: 'process_refund', aboveMinor: 100_000, quorum: 2, role: 'owner', people: null },
    { agent: 'sales', quorum: 'all', role: 'organizer', people: ['usr_ana', 'usr_jonas'] },
  ],
  undoSeconds: 10,
  reminderMinutes: [15, 240, 1440, 2880],
  contact: { perDay: 1, perWeek: 3, gapHours: 20, quietFrom: '20:00', quietTo: '08:00', quietWeekends: true },
  allowedHosts: ['tickets.harborconf.example', 'maps.example'],
  limits: { tokensPerRun: 60_000, tokensPerDay: 2_000_000, mailsPerDay: 5_000, refundsPerDay: 200, refundMinorPerDay: 2_000_000 },
};

export const policies: CurrentPolicy[] = [
  ...agents.map(
    ({ agent, mode, autonomy, limits }): CurrentPolicy => ({
      scope: agent,
      version: 3,
      body: { mode, autonomy, limits, allowances: agent === 'support' ? { transfer_ticket: 10 } : {} },
      note: 'Higher after a calm month',
      changedBy: 'usr_ana',
      changedAt: minutes(4_000),
      rules: ['refund_above_limit', 'risk_above_dial', 'mode_assisted', 'untrusted_control', 'foreign_link'],
    }),
  ),
  {
    scope: 'event',
    version: 2,
    body: eventBody,
    note: 'Two owners for large refunds',
    changedBy: 'usr_rui',
    changedAt: minutes(9_000),
    rules: ['foreign_link'],
  },
];

/** Earlier versions, made up from the one in force. */
export function versionsOf({ rules: _, ...current }: CurrentPolicy): PolicyVersion[] {
  if (current.scope === 'event')
    return [
      current,
      { ...current, version: 1, body: { ...eventBody, approvals: [], undoSeconds: 0 }, note: '', changedBy: '', changedAt: null },
    ];
  return [
    current,
    {
      ...current,
      version: 2,
      body: { ...current.body, autonomy: 50 },
      note: 'Careful at first',
      changedBy: 'usr_jonas',
      changedAt: minutes(20_000),
    },
    {
      ...current,
      version: 1,
      body: { ...current.body, mode: 'assisted', autonomy: 50, allowances: {} },
      note: '',
      changedBy: '',
      changedAt: null,
    },
  ];
}

const support = (tool: string) => ({ agent: 'support' as const, tool });
export const policyRules: PolicyRule[] = [
  {
    id: 'refund_above_limit',
    verdict: 'escalate',
    says: 'A refund above the limit per order goes to a person.',
    reads: ['amount', 'limit'],
    setting: 'agent.limits.refundPerOrderMinor',
    tools: [support('process_refund')],
  },
  {
    id: 'risk_above_dial',
    verdict: 'ask',
    says: "What is riskier than the agent's dial, with what its kind of action has earned, waits for a person.",
    reads: ['risk', 'riskParts', 'autonomy', 'allowance'],
    setting: 'agent.autonomy',
    tools: [support('process_refund'), support('transfer_ticket'), support('resend_ticket')],
  },
  {
    id: 'mode_assisted',
    verdict: 'ask',
    says: 'In assisted mode a person approves each action that the agent has not earned an allowance for.',
    reads: ['mode', 'effect', 'allowance', 'risk'],
    setting: 'agent.mode',
    tools: [support('process_refund'), support('transfer_ticket')],
  },
  {
    id: 'untrusted_control',
    verdict: 'ask',
    says: 'A recipient, amount, object, address or time that somebody typed or a model made up waits for a person, with its origin shown.',
    reads: ['field', 'control', 'value', 'provenance', 'from'],
    setting: null,
    tools: [support('process_refund'), support('transfer_ticket')],
  },
  {
    id: 'foreign_link',
    verdict: 'ask',
    says: 'What links, shows an image or names an address outside the allowed hosts waits for a person.',
    reads: ['foreignLinks'],
    setting: 'event.allowedHosts',
    tools: [support('resend_ticket')],
  },
];

const budget = (
  scope: Budget['scope'],
  agent: Budget['agent'],
  kind: string,
  limit: number | null,
  spent: number,
  reserved = 0,
): Budget => ({
  scope,
  agent,
  kind,
  period: localDay(0),
  limit,
  reserved,
  spent,
  left: limit === null ? null : Math.max(0, limit - spent - reserved),
  setting: `${scope}.limits.${kind.startsWith('money') ? 'refundMinorPerDay' : `${kind}PerDay`}`,
});
export const budgets: Budget[] = [
  budget('agent', 'support', 'mails', 500, 57, 3),
  budget('agent', 'support', 'refunds', 50, 50),
  budget('event', null, 'mails', 5_000, 402, 3),
  budget('event', null, 'refunds', 200, 51),
  budget('event', null, 'money:eur', 2_000_000, 1_640_000, 78_000),
  budget('event', null, 'tokens', 2_000_000, 812_400),
  budget('organization', null, 'mails', null, 1_204),
  budget('organization', null, 'tokens', 5_000_000, 2_100_000),
];
export const organizationLimits: OrganizationLimits = {
  tokensPerDay: 5_000_000,
  mailsPerDay: null,
  refundsPerDay: null,
  refundMinorPerDay: null,
};

export const autonomyHistory: AutonomyProposal[] = [
  {
    id: 'aut_promote',
    agent: 'support',
    tool: 'transfer_ticket',
    direction: 'promotion',
    state: 'pending',
    fromAllowance: 10,
    toAllowance: 20,
    evidence: { decided: 46, agreement: 0.98, lowerBound: 0.89, reversed: 0 },
    createdAt: minutes(600),
    decidedBy: null,
    decidedAt: null,
  },
  {
    id: 'aut_demote',
    agent: 'support',
    tool: 'process_refund',
    direction: 'demotion',
    state: 'in_force',
    fromAllowance: 10,
    toAllowance: 0,
    evidence: { reason: 'A refund was taken back within an hour.', reversed: 1 },
    createdAt: minutes(190),
    decidedBy: null,
    decidedAt: null,
  },
];
const record = (tool: string, effect: string, more: Partial<AutonomyRecord>): AutonomyRecord => ({
  agent: 'support',
  tool,
  effect,
  decided: 0,
  approved: 0,
  edited: 0,
  rejected: 0,
  reversed: 0,
  volume: 0,
  agreement: null,
  lowerBound: 0,
  medianDecisionMs: null,
  rubberStamping: null,
  allowance: 0,
  missing: [],
  proposal: null,
  ...more,
});
export const autonomyRecords: AutonomyRecord[] = [
  record('transfer_ticket', 'access', {
    decided: 46,
    approved: 44,
    edited: 1,
    rejected: 1,
    volume: 61,
    agreement: 0.967,
    lowerBound: 0.89,
    medianDecisionMs: 41_000,
    allowance: 10,
    proposal: autonomyHistory[0] ?? null,
  }),
  record('process_refund', 'money', {
    decided: 18,
    approved: 18,
    reversed: 1,
    volume: 22,
    agreement: 1,
    lowerBound: 0.82,
    medianDecisionMs: 1_400,
    rubberStamping: {
      rule: 'quick_median',
      text: 'Half of the decisions took less than 2 seconds: too quick to have read what was approved.',
    },
    missing: ['12 more decisions', 'no reversal within 30 days'],
  }),
  record('resend_ticket', 'outbound', { volume: 310, missing: ['30 decisions by people'] }),
];

export const stops: Stop[] = [
  {
    id: 'stp_1',
    kind: 'agent',
    agents: ['marketing'],
    by: 'usr_jonas',
    at: minutes(320),
    liftedAt: null,
    held: 12,
    cancelled: 0,
    couldNotStop: commands.filter(({ id }) => id === 'cmd_mail'),
  },
  { id: 'stp_2', kind: 'contact', agents: [], by: 'system', at: minutes(900), liftedAt: null, held: 0, cancelled: 2, couldNotStop: [] },
  {
    id: 'stp_3',
    kind: 'all_agents',
    agents: ['sales', 'marketing', 'operations', 'support', 'analytics'],
    by: 'usr_ana',
    at: minutes(5_000),
    liftedAt: minutes(4_970),
    held: 3,
    cancelled: 0,
    couldNotStop: [],
  },
];

export const delegations: Delegation[] = [
  {
    id: 'del_1',
    from: people.rui,
    to: people.jonas,
    startsAt: now + 86_400_000,
    endsAt: now + 9 * 86_400_000,
    createdBy: people.rui,
    createdAt: minutes(50),
    state: 'upcoming',
  },
  {
    id: 'del_2',
    from: people.jonas,
    to: people.ana,
    startsAt: minutes(30_000),
    endsAt: minutes(20_000),
    createdBy: people.ana,
    createdAt: minutes(30_000),
    state: 'ended',
  },
];

export const contactOf = (address: string): Contact => ({
  address,
  companyDomain: 'raman.example',
  timeZone: 'Europe/Lisbon',
  lastReplyAt: minutes(1_000),
  stoppedAt: minutes(1_000),
  stopReason: 'They replied',
  suppression: null,
  companySuppression: suppressions.find(({ channel }) => channel === 'company') ?? null,
  now: { decision: 'hold', until: now + 11 * 3_600_000, reason: 'It is night where they are: quiet hours from 20:00 to 08:00.' },
  history: [
    {
      commandId: 'cmd_mail',
      eventId: 'evt_harborconf',
      eventName: 'HarborConf 2027',
      agent: 'support',
      purpose: 'ticket',
      subject: 'Your ticket for HarborConf 2027',
      state: 'confirmed',
      at: minutes(58),
    },
    {
      commandId: 'cmd_old',
      eventId: 'evt_rehearsal',
      eventName: 'HarborConf rehearsal',
      agent: 'sales',
      purpose: 'outreach',
      subject: 'A stand by the river?',
      state: 'cancelled',
      at: minutes(2_000),
    },
  ],
  inbound: [{ id: 'inb_1', kind: 'reply', subject: 'Re: A stand by the river?', at: minutes(1_000) }],
});
