import { Temporal } from 'temporal-polyfill';

/** Pure. All instants are milliseconds since 1970, UTC; zones are IANA names. */

export const minuteMs = 60_000;
export const hourMs = 3_600_000;
export const dayMs = 86_400_000;

/** The calendar date in a zone, `YYYY-MM-DD`. */
export function localDate(at: number, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** The wall-clock reading in a zone, `YYYY-MM-DDTHH:MM`. */
export function localDateTime(at: number, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' });
}

/** The instant of a wall-clock time in a zone; a time skipped by daylight saving moves forward. */
export function instantOf(local: string, timeZone: string): number {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).epochMilliseconds;
}

/** Start of the local day that holds `at`. */
export function startOfDay(at: number, timeZone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).startOfDay().epochMilliseconds;
}

/** `at` moved by an ISO 8601 duration, days counted on the zone's calendar. Throws RangeError on a malformed duration. */
export function advance(at: number, duration: string, timeZone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).add(Temporal.Duration.from(duration)).epochMilliseconds;
}
