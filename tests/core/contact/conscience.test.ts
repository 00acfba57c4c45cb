import { describe, expect, it } from 'vitest';
import { type ContactFacts, contactVerdict, nextLoud } from '../../../worker/core/contact/conscience';
import { dayMs, hourMs, localDateTime } from '../../../worker/core/instant';
import { type ContactRules, defaultEventPolicy } from '../../../worker/core/policy/event-policy';

const rules: ContactRules = defaultEventPolicy.contact;
/** A Wednesday, 12:00 in Berlin. */
const noon = Date.parse('2027-03-03T11:00:00Z');
const facts = (over: Partial<ContactFacts> = {}): ContactFacts => ({
  sentAt: [],
  queuedAt: noon - hourMs,
  suppressed: null,
  companyStopped: null,
  stopped: null,
  lastReplyAt: null,
  timeZone: 'Europe/Berlin',
  ...over,
});

describe('a mail that nobody asked for', () => {
  it.each<[string, Partial<ContactFacts>, Partial<ContactRules>, string]>([
    ['goes out by day to a contact who heard nothing', {}, {}, 'send'],
    ['never goes to a suppressed address', { suppressed: 'complaint' }, {}, 'stop suppressed'],
    ['never goes to a contact who was stopped', { stopped: 'opt_out' }, {}, 'stop contact_stopped'],
    ['never goes to a company that wants none', { companyStopped: 'manual' }, {}, 'stop company_stopped'],
    ['ends when they have answered since it was queued', { lastReplyAt: noon }, {}, 'stop replied'],
    ['goes out when it was queued after the answer', { lastReplyAt: noon - 2 * hourMs }, {}, 'send'],
    ['waits for the gap', { sentAt: [noon - 20 * hourMs + 1] }, { perDay: 5 }, 'hold 2027-03-03T12:00 gap'],
    ['waits for the day cap', { sentAt: [noon - 21 * hourMs] }, {}, 'hold 2027-03-03T15:00 day_cap'],
    ['waits for the week cap', { sentAt: [noon - 2 * dayMs, noon - 4 * dayMs, noon - 6 * dayMs] }, {}, 'hold 2027-03-04T12:00 week_cap'],
    ['is never sent where the cap is nothing', {}, { perDay: 0 }, 'stop never_allowed'],
    [
      'is never sent where every hour is quiet',
      {},
      { quietFrom: '00:00', quietTo: '23:59', quietWeekends: true },
      'hold 2027-03-03T23:59 quiet_hours',
    ],
  ])('%s', (_what, over, changed, expected) => {
    const verdict = contactVerdict(facts(over), { ...rules, ...changed }, noon);
    const until = verdict.decision === 'hold' ? ` ${localDateTime(verdict.until, 'Europe/Berlin')}` : '';
    expect(`${verdict.decision}${until}${'rule' in verdict ? ` ${verdict.rule}` : ''}`).toBe(expected);
  });

  it.each([
    ['at night', '2027-03-03T23:30', 'Europe/Berlin', '2027-03-04T08:00'],
    ['before dawn', '2027-03-03T02:00', 'Europe/Berlin', '2027-03-03T08:00'],
    ['at the last loud minute', '2027-03-03T19:59', 'Europe/Berlin', '2027-03-03T19:59'],
    ['on a Friday evening', '2027-03-05T20:00', 'Europe/Berlin', '2027-03-08T08:00'],
    ['on a Saturday at noon', '2027-03-06T12:00', 'Europe/Berlin', '2027-03-08T08:00'],
    ['in the night when clocks go forward', '2027-03-28T01:30', 'Europe/Berlin', '2027-03-29T08:00'],
    ['where the contact lives', '2027-03-03T07:00', 'America/New_York', '2027-03-03T08:00'],
  ])('queued %s waits in the contact’s own time zone', (_when, local, zone, until) => {
    const at = Date.parse(`${local}Z`);
    const here = at - (Date.parse(`${localDateTime(at, zone)}Z`) - at);
    expect(localDateTime(nextLoud(here, rules, zone) ?? 0, zone)).toBe(until);
  });

  it.each(['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'America/Havana', 'Pacific/Apia'])(
    'is never loud in a quiet hour in %s, every half hour of a year',
    (zone) => {
      for (let at = Date.parse('2027-01-01T00:00:00Z'); at < Date.parse('2028-01-01T00:00:00Z'); at += 30 * 60_000) {
        const until = nextLoud(at, { ...rules, quietWeekends: false, quietFrom: '02:30', quietTo: '03:15' }, zone);
        const time = localDateTime(until ?? 0, zone).slice(11);
        if (until === null || until < at || (time >= '02:30' && time < '03:15'))
          throw new Error(`${new Date(at).toISOString()} -> ${until} ${time}`);
      }
    },
  );
});
