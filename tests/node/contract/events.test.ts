import { describe, expect, it } from 'vitest';
import { EventPatch, NewEvent } from '../../../worker/contract/events';

const event = {
  name: 'Harbour Days',
  startsAt: '2027-06-01T09:00',
  endsAt: '2027-06-02T18:00',
  timeZone: 'Europe/Lisbon',
  currency: 'EUR',
  contactEmail: 'team@harbour.example',
};

function wrongFields(change: Record<string, unknown>): string[] {
  const result = NewEvent.safeParse({ ...event, ...change });
  return result.success ? [] : result.error.issues.map((issue) => String(issue.path[0]));
}

describe('a new event', () => {
  it.each<[string, Record<string, unknown>, string[]]>([
    ['is taken as it is', {}, []],
    ['may start and end at the same minute', { endsAt: event.startsAt }, []],
    ['may lie in a leap year', { startsAt: '2028-02-29T09:00', endsAt: '2028-02-29T18:00' }, []],
    ['names no day that does not exist', { startsAt: '2027-02-30T09:00' }, ['startsAt']],
    ['names no month and hour that do not exist', { endsAt: '2027-13-45T99:99' }, ['endsAt']],
    ['lies in no year that nobody means', { startsAt: '0000-01-01T09:00', endsAt: '9999-12-31T09:00' }, ['startsAt', 'endsAt']],
    ['does not end before it starts', { endsAt: '2027-05-31T09:00' }, ['endsAt']],
    ['has a zone that knows daylight saving, not an offset', { timeZone: '+02:00' }, ['timeZone']],
    ['has a zone of this world', { timeZone: 'Mars/Olympus' }, ['timeZone']],
    ['has a currency that exists', { currency: 'XQZ' }, ['currency']],
    ['has a name that is more than blanks', { name: '   ' }, ['name']],
  ])('%s', (_claim, change, wrong) => {
    expect(wrongFields(change)).toEqual(wrong);
  });
});

describe('a refund table', () => {
  it.each<[string, unknown[], boolean]>([
    ['may be empty', [], true],
    ['may come in any order', [row('2027-05-01', 50), row('2027-04-01', 100)], true],
    ['names each date once, so that a date has one percentage', [row('2027-05-01', 50), row('2027-05-01', 100)], false],
    ['gives back no more than was paid', [row('2027-05-01', 101)], false],
    ['takes nothing instead of giving', [row('2027-05-01', -1)], false],
    ['names days that exist', [row('2027-02-30', 50)], false],
    ['has at most twelve rows', Array.from({ length: 13 }, (_, day) => row(`2027-05-${10 + day}`, 50)), false],
  ])('%s', (_claim, refundPolicy, valid) => {
    expect(NewEvent.safeParse({ ...event, refundPolicy }).success).toBe(valid);
    expect(EventPatch.safeParse({ refundPolicy }).success).toBe(valid);
  });
});

function row(until: string, percent: number) {
  return { until, percent };
}
