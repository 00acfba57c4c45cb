import type { Availability } from '../../../../../worker/contract/sales/pipeline';

export type Hours = Availability['hours'];

/** By ISO weekday. */
export const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

export const hoursOn = (hours: Hours, weekday: number) => hours.filter((one) => one.weekday === weekday);

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** What is wrong with the hours of a day, or null: each ends after it begins, and none overlaps another. Pure. */
export function hoursProblem(hours: Hours, weekday: number): string | null {
  const day = hoursOn(hours, weekday);
  if (day.some(({ from, to }) => !/^\d{2}:\d{2}$/.test(from) || !/^\d{2}:\d{2}$/.test(to))) return 'Enter times such as 09:00';
  const sorted = day.map(({ from, to }) => [minutesOf(from), minutesOf(to)] as const).sort((a, b) => a[0] - b[0]);
  if (sorted.some(([from, to]) => to <= from)) return 'Each must end after it begins';
  if (sorted.some(([from], index) => index > 0 && from < (sorted[index - 1]?.[1] ?? 0))) return 'These overlap';
  return null;
}

/** Hours for one more stretch of a day: after the last one, or a usual working day. Pure. */
export function withStretch(hours: Hours, weekday: number): Hours {
  const last = hoursOn(hours, weekday).at(-1);
  const start = last ? Math.min(minutesOf(last.to) + 60, 22 * 60) : 9 * 60;
  const text = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  const added = { weekday, from: text(start), to: last ? text(Math.min(start + 120, 24 * 60)) : '17:00' };
  return [...hours, added].sort((a, b) => a.weekday - b.weekday);
}

/** The hours of one day on all working days. Pure. */
export function onWorkingDays(hours: Hours, weekday: number): Hours {
  const day = hoursOn(hours, weekday);
  const others = hours.filter((one) => one.weekday > 5);
  return [...[1, 2, 3, 4, 5].flatMap((to) => day.map((one) => ({ ...one, weekday: to }))), ...others];
}

/** Hours in a week on which something can be booked. Pure. */
export const weeklyHours = (hours: Hours) =>
  hours.reduce((sum, { from, to }) => sum + Math.max(0, minutesOf(to) - minutesOf(from)) / 60, 0);
