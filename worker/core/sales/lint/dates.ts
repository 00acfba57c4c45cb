/** Days as people write them, found in text. Pure. */

export interface FoundDate {
  text: string;
  index: number;
  /** What it may mean: `YYYY-MM-DD`, `--MM-DD` without a year, `YYYY-MM` without a day. More than one where the order of day and month is open. */
  readings: string[];
  /** ISO weekday, 1 Monday to 7 Sunday, where one is named beside it. */
  weekday: number | null;
}

const months: Record<string, number> = {};
for (const [index, names] of (
  [
    'january jan januar jänner',
    'february feb februar',
    'march mar märz maerz mrz',
    'april apr',
    'may mai',
    'june jun juni',
    'july jul juli',
    'august aug',
    'september sept sep',
    'october oct oktober okt',
    'november nov',
    'december dec dezember dez',
  ] as const
).entries())
  for (const name of names.split(' ')) months[name] = index + 1;

const weekdays: Record<string, number> = {};
for (const [index, names] of (
  [
    'monday montag',
    'tuesday dienstag',
    'wednesday mittwoch',
    'thursday donnerstag',
    'friday freitag',
    'saturday samstag sonnabend',
    'sunday sonntag',
  ] as const
).entries())
  for (const name of names.split(' ')) weekdays[name] = index + 1;

const month = Object.keys(months)
  .sort((a, b) => b.length - a.length)
  .join('|');
const weekday = Object.keys(weekdays).join('|');
const s = '[\\s\\u00a0\\u2009\\u202f]';
const lead = `(?:(?:\\b(${weekday})),?${s}{1,3}(?:the${s}|den${s}|dem${s})?)?`;
const day = '(\\d{1,2})(?:st|nd|rd|th|\\.)?';
const year = `(?:,?${s}?(20\\d\\d)\\b)?`;
const to = `${s}?(?:[–—-]|to|until|bis|and|und|&|through)${s}?`;

const iso = /\b(20\d\d)-(\d{2})-(\d{2})\b/g;
const numeric = /(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(20\d\d|\d{2})(?![\d])/g;
const dayMonth = new RegExp(`${lead}(?<!\\d)(?:${day}${to})?${day}(?:${s}of)?${s}?(${month})\\b\\.?${year}`, 'giu');
const monthDay = new RegExp(`${lead}\\b(${month})\\b\\.?${s}${day}(?![\\d:])(?:${to}(\\d{1,2})(?:st|nd|rd|th)?(?![\\d:]))?${year}`, 'giu');
const monthYear = new RegExp(`(?<!\\d[.]?${s}?)\\b(${month})\\b\\.?${s}(20\\d\\d)\\b`, 'giu');

export function datesIn(text: string): FoundDate[] {
  const found: FoundDate[] = [];
  const taken: [number, number][] = [];
  const add = (match: RegExpMatchArray, readings: string[], named?: string) => {
    const start = match.index ?? 0;
    const end = start + match[0].length;
    if (taken.some(([from, to]) => start < to && end > from) || readings.length === 0) return false;
    taken.push([start, end]);
    found.push({ text: match[0].trim(), index: start, readings, weekday: named ? (weekdays[named.toLowerCase()] ?? null) : null });
    return true;
  };
  for (const match of text.matchAll(iso)) add(match, [`${match[1]}-${match[2]}-${match[3]}`]);
  for (const match of text.matchAll(numeric)) add(match, numericReadings(match[1], match[3], match[4]));
  for (const match of text.matchAll(dayMonth)) {
    const [, named, first, last, name, of] = match;
    if (!add(match, reading(name, last, of), named)) continue;
    if (first) found.push({ text: match[0].trim(), index: match.index, readings: reading(name, first, of), weekday: null });
  }
  for (const match of text.matchAll(monthDay)) {
    const [, named, name, first, last, of] = match;
    // `May 20` may be the beginning of `May 2027`, and `may 2` a verb.
    if (name === 'may' || name === 'mar' || !add(match, reading(name, first, of), named)) continue;
    if (last) found.push({ text: match[0].trim(), index: match.index, readings: reading(name, last, of), weekday: null });
  }
  for (const match of text.matchAll(monthYear)) add(match, [`${match[2]}-${two(months[(match[1] ?? '').toLowerCase()])}`]);
  return found.sort((a, b) => a.index - b.index);
}

/** Whether the date can be one of those that may be named (`YYYY-MM-DD`), on the weekday it is said to be. */
export function isKnownDate({ readings, weekday: named }: FoundDate, allowed: readonly string[]): boolean {
  return allowed.some((date) => {
    const matches = readings.some((one) => (one.startsWith('--') ? date.slice(4) === one.slice(1) : date.startsWith(one)));
    return matches && (named === null || weekdayOf(date) === named);
  });
}

function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}

function reading(name: string | undefined, dayOfMonth: string | undefined, of: string | undefined): string[] {
  const number = Number(dayOfMonth);
  const at = months[(name ?? '').toLowerCase()];
  if (!at || !(number >= 1 && number <= 31)) return [];
  return [of ? `${of}-${two(at)}-${two(number)}` : `--${two(at)}-${two(number)}`];
}

function numericReadings(a: string | undefined, b: string | undefined, of: string | undefined): string[] {
  const full = (of ?? '').length === 2 ? `20${of}` : of;
  const orders: [number, number][] = [
    [Number(a), Number(b)],
    [Number(b), Number(a)],
  ];
  return orders.flatMap(([dayOfMonth, at]) =>
    at >= 1 && at <= 12 && dayOfMonth >= 1 && dayOfMonth <= 31 ? [`${full}-${two(at)}-${two(dayOfMonth)}`] : [],
  );
}

function two(value: number | undefined): string {
  return String(value ?? 0).padStart(2, '0');
}
