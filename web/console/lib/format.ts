import type { Amount } from '../../../worker/contract/common';

/** The one place where dates, times, numbers and money become text. Pure: the reader's locale and "now" are passed in or the browser's. */
const locale = typeof navigator === 'undefined' ? 'en-GB' : navigator.language;
const cache = new Map<string, Intl.DateTimeFormat>();

function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify(options);
  const known = cache.get(key) ?? new Intl.DateTimeFormat(locale, options);
  cache.set(key, known);
  return known;
}

export function digitsOf(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

export function formatMoney(value: Amount): string {
  return new Intl.NumberFormat(locale, { style: 'currency', currency: value.currency }).format(
    value.minor / 10 ** digitsOf(value.currency),
  );
}

/** As `formatMoney`, without `.00`: for prices and sums of them. */
export function formatPrice(value: Amount): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency: value.currency, trailingZeroDisplay: 'stripIfInteger' });
  return format.format(value.minor / 10 ** digitsOf(value.currency));
}

/** `1234` minor units of EUR as `12.34`, for a form control. */
export const majorText = (value: Amount) => (value.minor / 10 ** digitsOf(value.currency)).toFixed(digitsOf(value.currency));

/** What a person typed as an amount, or null when it is none. Accepts a comma as decimal mark. */
export function parseMajor(text: string, currency: string): Amount | null {
  const clean = text.trim().replace(',', '.');
  if (!/^\d{1,9}(\.\d+)?$/.test(clean)) return null;
  return { minor: Math.round(Number(clean) * 10 ** digitsOf(currency)), currency };
}

export const formatNumber = (value: number, maximumFractionDigits = 0) =>
  new Intl.NumberFormat(locale, { maximumFractionDigits }).format(value);
export const formatPercent = (share: number) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(share);
/** `1 ticket`, `3 tickets`. */
export const formatCount = (count: number, one: string, many = `${one}s`) => `${formatNumber(count)} ${count === 1 ? one : many}`;

/** Date and time in the given zone, e.g. of the event. */
export const formatDateTime = (atMs: number, timeZone?: string) =>
  dateFormat({ dateStyle: 'medium', timeStyle: 'short', timeZone }).format(atMs);
export const formatTime = (atMs: number, timeZone?: string) => dateFormat({ timeStyle: 'short', timeZone }).format(atMs);
/** A calendar day, `2027-03-01`, which has no zone. */
export const formatDay = (day: string) =>
  dateFormat({ dateStyle: 'medium', timeZone: 'UTC' }).format(Date.parse(`${day.slice(0, 10)}T00:00Z`));

/** `12 Mar – 14 Mar 2027` of two local date-times. */
export function formatSpan(startsAt: string, endsAt: string): string {
  const [from, to] = [startsAt, endsAt].map((text) => Date.parse(`${text.slice(0, 10)}T00:00Z`));
  return dateFormat({ dateStyle: 'medium', timeZone: 'UTC' }).formatRange(from ?? 0, to ?? 0);
}

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** `3 min. ago`, `in 2 hr.`; older than a week: the date. */
export function formatAgo(atMs: number, nowMs: number): string {
  const difference = atMs - nowMs;
  if (Math.abs(difference) > 7 * 86_400_000) return dateFormat({ dateStyle: 'medium' }).format(atMs);
  for (const [unit, size] of steps) {
    if (Math.abs(difference) >= size) {
      return new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' }).format(Math.trunc(difference / size), unit);
    }
  }
  return 'just now';
}

/** How long from now, `in 3 hr.`. */
export const formatLeft = (atMs: number, nowMs: number) => (atMs - nowMs < 60_000 ? 'within a minute' : formatAgo(atMs, nowMs));

export function formatDuration(ms: number): string {
  if (ms < 1000) return `${formatNumber(ms)} ms`;
  if (ms < 60_000) return `${formatNumber(ms / 1000, 1)} s`;
  if (ms < 3_600_000) return `${formatNumber(ms / 60_000, 1)} min`;
  return `${formatNumber(ms / 3_600_000, 1)} h`;
}

export function formatBytes(bytes: number): string {
  return bytes < 1_000_000 ? `${formatNumber(bytes / 1000, 1)} KB` : `${formatNumber(bytes / 1_000_000, 1)} MB`;
}

/** `refundPerOrder` as `Refund per order`, `needs_approval` as `Needs approval`. */
export function wordsOf(name: string): string {
  const spaced = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[_.-]+/g, ' ')
    .toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
