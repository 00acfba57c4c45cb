import { describe, expect, it } from 'vitest';
import {
  type Cost,
  costOfCommand,
  type LimitSources,
  limitSources,
  reservationsFor,
  spentLimit,
} from '../../../worker/core/limits/reservation';
import { anEventRecord, aPolicy } from '../../support/a-tool-context';

const days = { local: '2027-03-02', utc: '2027-03-01' };
const sources = (over: Partial<LimitSources> = {}): LimitSources => ({
  ...limitSources('support', anEventRecord(), aPolicy({ limits: { mailsPerDay: 7 } })),
  ...over,
});
const limitsOf = (costs: Cost[], from = sources()) =>
  reservationsFor(costs, from, days).map(({ level, kind, amount, limit }) => [level, kind, amount, limit]);
const mail = { kind: 'mails', amount: 1 };

describe('what an effect takes', () => {
  it('from agent, event and organization, each by its own day', () => {
    expect(reservationsFor([mail], sources(), days)).toEqual([
      { level: 'agent', scope: 'evt_days/support', kind: 'mails', amount: 1, period: '2027-03-02', limit: 7, name: 'mailsPerDay' },
      { level: 'event', scope: 'evt_days', kind: 'mails', amount: 1, period: '2027-03-02', limit: 5_000, name: 'mailsPerDay' },
      { level: 'organization', scope: '', kind: 'mails', amount: 1, period: '2027-03-01', limit: null, name: 'mailsPerDay' },
    ]);
  });
  it('adds up what is of one kind', () => {
    expect(limitsOf([mail, { kind: 'mails', amount: 2 }])).toEqual([
      ['agent', 'mails', 3, 7],
      ['event', 'mails', 3, 5_000],
      ['organization', 'mails', 3, null],
    ]);
  });
  it('a limit of nothing is a limit, one that is not set is none', () => {
    expect(limitsOf([mail], sources({ agentLimits: { mailsPerDay: 0 } }))[0]).toEqual(['agent', 'mails', 1, 0]);
    expect(limitsOf([mail], sources({ agentLimits: {} }))[0]).toEqual(['agent', 'mails', 1, null]);
  });
  it.each([
    ['EUR', 'money:eur', 2_000_000],
    ['EUR', 'money:jpy', 20_000],
    ['JPY', 'money:eur', 200_000_000],
    ['EUR', 'money:kwd', 20_000_000],
  ])('an event in %s limits %s by face value to %i of its minor units', (currency, kind, limit) => {
    expect(limitsOf([{ kind, amount: 1 }], sources({ currency }))[1]).toEqual(['event', kind, 1, limit]);
  });
  it.each<[string, { kind: string; payload: object }, Cost[]]>([
    ['a mail', { kind: 'mail.send', payload: {} }, [mail]],
    [
      'a refund',
      { kind: 'payments.refund', payload: { amount: { minor: 12_000, currency: 'EUR' } } },
      [
        { kind: 'refunds', amount: 1 },
        { kind: 'money:eur', amount: 12_000 },
      ],
    ],
    ['what has no limit', { kind: 'calendar.block', payload: {} }, []],
  ])('is, for %s, what it is', (_name, command, expected) => {
    expect(costOfCommand(command)).toEqual(expected);
  });
  it('spent, says whose limit it is and where it is raised', () => {
    expect(spentLimit({ level: 'event', kind: 'mails', name: 'mailsPerDay' }, 'support', 5_000)).toMatchObject({
      setting: 'event.limits.mailsPerDay',
      text: 'The limit of the event, 5000 mails a day, is spent. Raise event.limits.mailsPerDay in Settings, or wait until tomorrow.',
    });
  });
});
