import { Temporal } from 'temporal-polyfill';
import { hourMs, minuteMs } from '../../instant';
import type { Availability } from '../types';

/** Pure. Which times can be booked. Instants are milliseconds since 1970. */

export interface Span {
  startsAt: number;
  endsAt: number;
}

export interface SlotWish {
  /** Slots start in this span. */
  from: number;
  to: number;
  minutes: number;
  now: number;
}

/** More than a page of a calendar can show. */
const mostSlots = 500;

/**
 * Slots within the hours of the organizer's time zone, in order: not before the notice is over, not beyond the horizon, not on
 * closed days, not on days that are full, and with the buffers kept from everything that is booked. Hours that daylight
 * saving skips do not exist, those it repeats exist twice.
 */
export function freeSlots(availability: Availability, busy: readonly Span[], { from, to, minutes, now }: SlotWish): Span[] {
  const { timeZone } = availability;
  const earliest = Math.max(from, now + availability.noticeHours * hourMs);
  const today = dateAt(now, timeZone);
  const lastDay = earlier(today.add({ days: availability.horizonDays }), dateAt(to, timeZone));
  const booked = perDay(busy, timeZone);
  const slots: Span[] = [];
  for (let day = dateAt(earliest, timeZone); Temporal.PlainDate.compare(day, lastDay) <= 0; day = day.add({ days: 1 })) {
    if (availability.closed.includes(day.toString()) || (booked.get(day.toString()) ?? 0) >= availability.perDay) continue;
    for (const window of windowsOf(availability, day)) {
      for (
        let startsAt = window.startsAt;
        startsAt + minutes * minuteMs <= window.endsAt;
        startsAt += availability.stepMinutes * minuteMs
      ) {
        const slot = { startsAt, endsAt: startsAt + minutes * minuteMs };
        if (startsAt < earliest || startsAt > to || !isFree(slot, busy, availability)) continue;
        slots.push(slot);
        if (slots.length >= mostSlots) return slots;
      }
    }
  }
  return slots;
}

/** Whether one time can be booked: it is one of the free slots, to the minute. */
export function isBookable(availability: Availability, busy: readonly Span[], slot: Span, now: number): boolean {
  const minutes = (slot.endsAt - slot.startsAt) / minuteMs;
  return freeSlots(availability, busy, { from: slot.startsAt, to: slot.startsAt, minutes, now }).length > 0;
}

function dateAt(at: number, timeZone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate();
}

const earlier = (a: Temporal.PlainDate, b: Temporal.PlainDate) => (Temporal.PlainDate.compare(a, b) < 0 ? a : b);

/** Meetings by the local day on which they start. */
function perDay(busy: readonly Span[], timeZone: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { startsAt } of busy) {
    const day = dateAt(startsAt, timeZone).toString();
    counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return counts;
}

/** The hours of a day as spans, in order; those that touch or overlap as one. */
function windowsOf({ hours, timeZone }: Availability, day: Temporal.PlainDate): Span[] {
  const spans = hours
    .filter(({ weekday }) => weekday === day.dayOfWeek)
    .map(({ from, to }) => ({ startsAt: instantOf(day, from, timeZone), endsAt: instantOf(day, to, timeZone) }))
    .filter(({ startsAt, endsAt }) => startsAt < endsAt)
    .sort((a, b) => a.startsAt - b.startsAt);
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last && span.startsAt <= last.endsAt) last.endsAt = Math.max(last.endsAt, span.endsAt);
    else joined.push({ ...span });
  }
  return joined;
}

function instantOf(day: Temporal.PlainDate, time: string, timeZone: string): number {
  const [date, plainTime] = time === '24:00' ? [day.add({ days: 1 }), '00:00'] : [day, time];
  return date.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(plainTime) }).epochMilliseconds;
}

function isFree({ startsAt, endsAt }: Span, busy: readonly Span[], { bufferBeforeMinutes, bufferAfterMinutes }: Availability): boolean {
  // Both meetings want their buffers: the larger one holds between them.
  const gap = Math.max(bufferBeforeMinutes, bufferAfterMinutes) * minuteMs;
  return busy.every((other) => endsAt + gap <= other.startsAt || other.endsAt + gap <= startsAt);
}
