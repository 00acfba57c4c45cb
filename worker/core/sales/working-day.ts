import { Temporal } from 'temporal-polyfill';

/** Nine o'clock of the first working day after a local day (`YYYY-MM-DD`), as ms. Pure. */
export function addWorkingDay(day: string, timeZone: string): number {
  let next = Temporal.PlainDate.from(day).add({ days: 1 });
  while (next.dayOfWeek > 5) next = next.add({ days: 1 });
  return next.toZonedDateTime({ timeZone, plainTime: '09:00' }).epochMilliseconds;
}
