import { describe, expect, it } from 'vitest';
import { freeSlots, isBookable, type SlotWish } from '../../../worker/core/sales/slots/free-slots';
import type { Availability } from '../../../worker/core/sales/types';

const hour = 3_600_000;
const berlin: Availability = {
  timeZone: 'Europe/Berlin',
  hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '12:00' })),
  ...{
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    stepMinutes: 60,
    noticeHours: 0,
    horizonDays: 60,
    perDay: 8,
    closed: [],
    location: '',
  },
};
/** Monday. */
const now = Date.parse('2027-03-01T00:00:00Z');
const wish = (from: string, to: string, part: Partial<SlotWish> = {}): SlotWish => ({
  from: Date.parse(from),
  to: Date.parse(to),
  minutes: 60,
  now,
  ...part,
});
const starts = (availability: Availability, asked: SlotWish, busy: { startsAt: number; endsAt: number }[] = []) =>
  freeSlots(availability, busy, asked).map(({ startsAt }) => new Date(startsAt).toISOString().slice(0, 16));
const span = (from: string, hours: number) => ({ startsAt: Date.parse(from), endsAt: Date.parse(from) + hours * hour });
const tuesday = wish('2027-03-02T00:00Z', '2027-03-02T23:00Z');

describe('free slots', () => {
  it('are the hours of the organizer, in their zone', () => {
    expect(starts(berlin, tuesday)).toEqual(['2027-03-02T08:00', '2027-03-02T09:00', '2027-03-02T10:00']);
  });

  it.each([
    ['a weekend', berlin, wish('2027-03-06T00:00Z', '2027-03-07T23:00Z')],
    ['a closed day', { ...berlin, closed: ['2027-03-02'] }, tuesday],
    ['beyond the horizon', { ...berlin, horizonDays: 1 }, wish('2027-03-03T00:00Z', '2027-03-03T23:00Z')],
    ['before the notice is over', { ...berlin, noticeHours: 48 }, tuesday],
    ['a meeting longer than the hours', berlin, { ...tuesday, minutes: 200 }],
    ['hours that end before they begin', { ...berlin, hours: [{ weekday: 2, from: '12:00', to: '09:00' }] }, tuesday],
  ])('none: %s', (_, availability, asked) => {
    expect(starts(availability, asked)).toEqual([]);
  });

  it('keep off what is booked, with its buffers on both sides', () => {
    const booked = [span('2027-03-02T09:00Z', 1)];
    expect(starts(berlin, tuesday, booked)).toEqual(['2027-03-02T08:00', '2027-03-02T10:00']);
    expect(starts({ ...berlin, bufferAfterMinutes: 15 }, tuesday, booked)).toEqual([]);
    expect(starts({ ...berlin, bufferBeforeMinutes: 15 }, tuesday, booked)).toEqual([]);
  });

  it('end with the day that is full', () => {
    const booked = [span('2027-03-02T08:00Z', 1)];
    expect(starts({ ...berlin, perDay: 1 }, wish('2027-03-02T00:00Z', '2027-03-03T08:30Z'), booked)).toEqual(['2027-03-03T08:00']);
  });

  it('hours that touch are one: a slot may lie across', () => {
    const split = {
      ...berlin,
      hours: [
        { weekday: 2, from: '09:00', to: '10:00' },
        { weekday: 2, from: '10:00', to: '11:00' },
      ],
    };
    expect(starts(split, { ...tuesday, minutes: 120 })).toEqual(['2027-03-02T08:00']);
  });

  it.each([
    // 2027-03-28: Berlin skips 02:00 to 03:00. 2027-10-31 repeats it.
    ['Berlin skips an hour', 'Europe/Berlin', '2027-03-28', '01:00', '04:00', ['00:00', '01:00']],
    ['Berlin repeats an hour', 'Europe/Berlin', '2027-10-31', '01:00', '04:00', ['23:00', '00:00', '01:00', '02:00']],
    ['New York skips an hour', 'America/New_York', '2027-03-14', '01:00', '04:00', ['06:00', '07:00']],
    ['Lord Howe skips half an hour', 'Australia/Lord_Howe', '2027-10-03', '01:00', '04:00', ['14:30', '15:30']],
    ['until midnight', 'Europe/Berlin', '2027-03-02', '22:00', '24:00', ['21:00', '22:00']],
  ])('%s', (_, timeZone, date, from, to, expected) => {
    const weekday = ((new Date(`${date}T00:00Z`).getUTCDay() + 6) % 7) + 1;
    const availability = { ...berlin, timeZone, hours: [{ weekday, from, to }], horizonDays: 120 };
    const day = Date.parse(`${date}T00:00Z`);
    const asked = { from: day - 24 * hour, to: day + 36 * hour, minutes: 60, now: day - 48 * hour };
    const found = starts(availability, asked).map((at) => at.slice(11));
    expect(found).toEqual(expected);
  });

  it('a time is bookable exactly when it is one of them', () => {
    expect(isBookable(berlin, [], span('2027-03-02T09:00Z', 1), now)).toBe(true);
    expect(isBookable(berlin, [], span('2027-03-02T09:10Z', 1), now)).toBe(false);
    expect(isBookable(berlin, [span('2027-03-02T09:30Z', 1)], span('2027-03-02T09:00Z', 1), now)).toBe(false);
    expect(isBookable(berlin, [], span('2027-03-02T11:00Z', 1), now)).toBe(false);
  });
});
