import { fail, ok, type Result } from '../../result';
import { serialToIso } from '../reading/number-format';
import { instantOf } from './zoned';

/** Which number of `03/04/2026` is the day. */
export type DateOrder = 'day-first' | 'month-first';

const monthNames: Record<string, number> = {};
const monthTable = [
  'jan january januar janner janvier janv enero ene janeiro gennaio gen',
  'feb february februar fevrier fevr fev febrero fevereiro febbraio febb',
  'mar march marz maerz mrz mars marzo marco',
  'apr april avril avr abril abr aprile',
  'may mai mayo maio maggio mag',
  'jun june juni juin junio junho giugno giu',
  'jul july juli juillet juil julio julho luglio lug',
  'aug august aout agosto ago',
  'sep sept september septembre septiembre setembro set settembre',
  'oct october oktober okt octobre octubre outubro out ottobre ott',
  'nov november novembre noviembre novembro',
  'dec december dezember dez decembre diciembre dic dezembro dicembre',
];
monthTable.forEach((names, index) => {
  for (const name of names.split(' ')) monthNames[name] = index + 1;
});

/**
 * What a numeric date says about the order of its column: `day-first` or `month-first` where one number exceeds 12 or the
 * separator is a dot, undefined where both readings are possible or it is no such date.
 */
export function orderEvidence(value: string): DateOrder | undefined {
  const found = /^\s*(\d{1,2})([/.-])\s?(\d{1,2})\2\s?(\d{4}|\d{2})\b/.exec(value);
  if (!found) return undefined;
  const [first, second] = [Number(found[1]), Number(found[3])];
  if (found[2] === '.') return 'day-first';
  if (first > 12 && second <= 12) return 'day-first';
  if (second > 12 && first <= 12) return 'month-first';
  return undefined;
}

/**
 * A date and time of an export as an instant (milliseconds since 1970). Without an offset it is local time in `timeZone`. Reads ISO 8601, `11/29/24 22:28`,
 * `29.11.2024, 22:28`, `Nov 29, 2024 10:28 PM`, `29 novembre 2024`, and Excel serials; a date without a time is midnight. An empty cell is null.
 */
export function readInstant(value: string, order: DateOrder, timeZone: string): Result<number | null> {
  const text = value.replace(/[\u00a0\u202f\s]+/g, ' ').trim();
  if (text === '' || /^(?:-|–|—|n\/a|none|null|never)$/i.test(text)) return ok(null);
  if (text.length > 80) return fail(`"${text.slice(0, 40)}…" is not a date that can be read`);
  const parts = isoDate(text) ?? numericDate(text, order) ?? namedDate(text) ?? serialDate(text);
  if (!parts) return fail(`"${value.slice(0, 40)}" is not a date that can be read`);
  const [year, month, day, rest] = parts;
  const time = readTime(rest);
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month) || year < 1970 || year > 2200 || !time)
    return fail(
      `"${value.slice(0, 40)}" is not a date that can be read (${order === 'day-first' ? 'day before month' : 'month before day'})`,
    );
  const local = Date.UTC(year, month - 1, day, time.hour, time.minute, time.second);
  return ok(time.offsetMinutes === undefined ? instantOf(local, timeZone) : local - time.offsetMinutes * 60_000);
}

type Parts = [year: number, month: number, day: number, rest: string];

function isoDate(text: string): Parts | undefined {
  const found = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ,]+(.*))?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})(?:T(.*))?$/.exec(text);
  return found ? [Number(found[1]), Number(found[2]), Number(found[3]), found[4] ?? ''] : undefined;
}

function numericDate(text: string, order: DateOrder): Parts | undefined {
  const found = /^(\d{1,2})([/.-])\s?(\d{1,2})\2\s?(\d{4}|\d{2})(?:[T ,]+(.*))?$/.exec(text);
  if (!found) return undefined;
  const [first, second] = [Number(found[1]), Number(found[3])];
  const dayFirst = found[2] === '.' || order === 'day-first';
  return [fullYear(Number(found[4])), dayFirst ? second : first, dayFirst ? first : second, found[5] ?? ''];
}

function namedDate(text: string): Parts | undefined {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(
      /^(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|lun|mar|mer|mie|jeu|jue|ven|vie|sam|sab|dim|dom|seg|ter|qua|qui|sex|gio)[a-z-]*[.,]?\s+(?=\S+\s+\S)/,
      '',
    );
  const dayFirst =
    /^(\d{1,2})(?:st|nd|rd|th|er|[.ºª])?[\s-]+(?:de |of )?([a-z]+)\.?,?[\s-]+(?:de |del )?(\d{4}|\d{2})(?:,? (?:at |um |a |as |alle )?(.*))?$/.exec(
      plain,
    );
  if (dayFirst) {
    const month = monthNames[dayFirst[2] ?? ''];
    return month ? [fullYear(Number(dayFirst[3])), month, Number(dayFirst[1]), dayFirst[4] ?? ''] : undefined;
  }
  const monthFirst = /^([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?:,? (?:at )?(.*))?$/.exec(plain);
  const month = monthNames[monthFirst?.[1] ?? ''];
  return monthFirst && month ? [Number(monthFirst[3]), month, Number(monthFirst[2]), monthFirst[4] ?? ''] : undefined;
}

/** Serial days of Excel's 1900 system between 1982 and 2078: what a date becomes when a sheet is saved with its cells unformatted. */
function serialDate(text: string): Parts | undefined {
  if (!/^\d{5}(?:[.,]\d+)?$/.test(text)) return undefined;
  const serial = Number(text.replace(',', '.'));
  return serial >= 30_000 && serial <= 65_000 ? isoDate(serialToIso(serial, false)) : undefined;
}

function readTime(text: string): { hour: number; minute: number; second: number; offsetMinutes?: number } | undefined {
  const rest = text.trim();
  if (rest === '') return { hour: 0, minute: 0, second: 0 };
  const found =
    /^(\d{1,2})(?:[:.h](\d{2}))?(?:[:.](\d{2})(?:[.,]\d+)?)?h?\s*([ap])?\.?m?\.?\s*(?:uhr)?\s*(z|utc|gmt)?\s*([+-]\d{2}:?\d{2}|[+-]\d{2})?(?:\s+[a-z]{2,5})?$/i.exec(
      rest,
    );
  if (!found) return undefined;
  let hour = Number(found[1]);
  const half = found[4]?.toLowerCase();
  if (half && (hour < 1 || hour > 12)) return undefined;
  if (half) hour = (hour % 12) + (half === 'p' ? 12 : 0);
  const minute = Number(found[2] ?? 0);
  const second = Number(found[3] ?? 0);
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const offset = found[6];
  if (offset) {
    const [hours, minutes] = [Number(offset.slice(1, 3)), Number(offset.slice(3).replace(':', '') || 0)];
    return { hour, minute, second, offsetMinutes: (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) };
  }
  return found[5] ? { hour, minute, second, offsetMinutes: 0 } : { hour, minute, second };
}

const fullYear = (year: number) => (year >= 100 ? year : year < 70 ? 2000 + year : 1900 + year);
const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();
