import { dayMs } from '../../instant';

/** Pure. Days of the calendar as `YYYY-MM-DD`, without a zone. */
export interface Day {
  year: number;
  month: number;
  day: number;
}

export function dayOf(at: number): Day {
  const date = new Date(at);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

export const showDay = ({ year, month, day }: Day) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

const numberOf = ({ year, month, day }: Day) => Date.UTC(year, month - 1, day) / dayMs;

export const plusDays = (day: Day, days: number): Day => dayOf((numberOf(day) + days) * dayMs);

/** The same day some months later, or the last one of a shorter month. */
export function plusMonths({ year, month, day }: Day, count: number): Day {
  const months = year * 12 + month - 1 + count;
  const target = { year: Math.floor(months / 12), month: (months % 12) + 1 };
  return { ...target, day: Math.min(day, daysOf(target.year, target.month)) };
}

export const daysOf = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** 1 is Monday. */
export const weekdayOf = (day: Day) => ((numberOf(day) + 3) % 7) + 1;

export const isBefore = (a: Day, b: Day) => numberOf(a) < numberOf(b);

export const isDay = ({ year, month, day }: Day) =>
  year >= 1990 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month);

/** The next such day of the year, today included. */
export function nextOnCalendar(today: Day, month: number, day: number): Day | null {
  for (const year of [today.year, today.year + 1, today.year + 2, today.year + 3, today.year + 4]) {
    const found = { year, month, day };
    if (isDay(found) && !isBefore(found, today)) return found;
  }
  return null;
}

/** Easter Sunday of the Gregorian calendar (Meeus, Jones, Butcher). */
export function easter(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return { year, month: Math.floor(sum / 31), day: (sum % 31) + 1 };
}
