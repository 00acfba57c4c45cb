import { describe, expect, it } from 'vitest';
import { advance, dayMs, hourMs, instantOf, localDate, localDateTime, startOfDay } from '../../../worker/core/instant';

const at = (iso: string) => Date.parse(iso);

describe('local time', () => {
  it.each([
    ['2027-03-31T21:59:59Z', 'Europe/Berlin', '2027-03-31'],
    ['2027-03-31T22:00:00Z', 'Europe/Berlin', '2027-04-01'],
    ['2027-03-31T23:59:59Z', 'UTC', '2027-03-31'],
    ['2027-04-01T03:59:59Z', 'America/New_York', '2027-03-31'],
    ['2027-03-31T10:00:00Z', 'Pacific/Kiritimati', '2027-04-01'],
    ['2027-04-01T09:59:59Z', 'Pacific/Pago_Pago', '2027-03-31'],
  ])('%s in %s is on %s', (iso, zone, date) => {
    expect(localDate(at(iso), zone)).toBe(date);
  });
  it('a day of a changed clock has 23 or 25 hours', () => {
    const zone = 'Europe/Berlin';
    const length = (date: string) =>
      startOfDay(advance(at(`${date}T12:00:00Z`), 'P1D', zone), zone) - startOfDay(at(`${date}T12:00:00Z`), zone);
    expect([length('2027-03-27'), length('2027-03-28'), length('2027-10-31')]).toEqual([dayMs, 23 * hourMs, 25 * hourMs]);
  });
  it('a time that a changed clock skips moves forward', () => {
    expect(localDateTime(instantOf('2027-03-28T02:30', 'Europe/Berlin'), 'Europe/Berlin')).toBe('2027-03-28T03:30');
    expect(instantOf('2027-05-20T09:00', 'Europe/Berlin')).toBe(at('2027-05-20T07:00:00Z'));
  });
  it('days are counted on the calendar, hours on the clock', () => {
    const before = at('2027-03-27T11:00:00Z');
    expect(advance(before, 'P1D', 'Europe/Berlin') - before).toBe(23 * hourMs);
    expect(advance(before, 'PT24H', 'Europe/Berlin') - before).toBe(dayMs);
    expect(advance(at('2027-01-31T12:00:00Z'), 'P1M', 'UTC')).toBe(at('2027-02-28T12:00:00Z'));
  });
  it.each(['', 'tomorrow', '1D', 'P', 'P1X'])('"%s" is no duration', (text) => {
    expect(() => advance(0, text, 'UTC')).toThrow(RangeError);
  });
});
