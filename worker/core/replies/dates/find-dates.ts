import { type Day, dayOf, daysOf, easter, isBefore, isDay, nextOnCalendar, plusDays, plusMonths, weekdayOf } from './calendar';
import { alternatives, months, smallNumbers, weekdays } from './date-words';

/** Pure. Days that a text names, seen from the day on which it was written. */
export interface FoundDate {
  day: Day;
  /** Where it stands in the text, and where it ends. */
  at: number;
  end: number;
  /** False where only a week, month, quarter or season is named: `day` is its beginning. */
  exact: boolean;
}

const month = `(${alternatives(months)})\\.?`;
const weekday = `(${alternatives(weekdays)})`;
const count = `(\\d{1,2}|${alternatives(smallNumbers)})`;
const preposition =
  "(?:in|until|till|by|after|before|from|since|early|im|ab|bis|nach|anfang|vor|en|a partir de|jusqu'en|jusqu'a|depuis|debut|apres|hasta|desde|despues de|a partir de|em|ate|depois de|a partir de|next|this|of|de|d'|for|around)";

type Reading = (found: RegExpExecArray, today: Day, english: boolean) => Day | null;
interface Form {
  pattern: RegExp;
  exact: boolean;
  read: Reading;
}

const number = (text: string | undefined) => Number.parseInt(text ?? '', 10);
const counted = (text: string | undefined) => smallNumbers.get(text ?? '') ?? number(text);
const fullYear = (text: string | undefined) => (number(text) < 100 ? 2000 + number(text) : number(text));

function onDay(today: Day, dayNumber: number, monthNumber: number, year?: string): Day | null {
  if (!year) return nextOnCalendar(today, monthNumber, dayNumber);
  const day = { year: fullYear(year), month: monthNumber, day: dayNumber };
  return isDay(day) ? day : null;
}

const inMonth = (today: Day, monthNumber: number, year: string | undefined, day: number): Day | null => {
  if (year) return { year: number(year), month: monthNumber, day };
  return { year: monthNumber >= today.month ? today.year : today.year + 1, month: monthNumber, day };
};

const quarterStart = (year: number, quarter: number): Day => ({ year, month: (quarter - 1) * 3 + 1, day: 1 });
const quarterOf = ({ month: monthNumber }: Day) => Math.floor((monthNumber - 1) / 3) + 1;
const nextQuarter = (today: Day) => plusMonths(quarterStart(today.year, quarterOf(today)), 3);
const firstOfNextMonth = (today: Day) => plusMonths({ ...today, day: 1 }, 1);
const nextMonday = (today: Day) => plusDays(today, 8 - weekdayOf(today));
const ordinals: Record<string, number> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  ersten: 1,
  zweiten: 2,
  dritten: 3,
  vierten: 4,
  premier: 1,
  deuxieme: 2,
  troisieme: 3,
  quatrieme: 4,
  primer: 1,
  segundo: 2,
  tercer: 3,
  cuarto: 4,
  primeiro: 1,
  terceiro: 3,
  quarto: 4,
};

/** Texts are lower case and without accents. The first form that fits a place has it. */
const forms: Form[] = [
  {
    pattern: /\b(\d{4})-(\d{1,2})-(\d{1,2})\b/g,
    exact: true,
    read: ([, y, m, d], today) => onDay(today, number(d), number(m), y),
  },
  {
    pattern: new RegExp(
      `\\b(\\d{1,2})(?:st|nd|rd|th|\\.|er|º|o)?,?(?: of| de| del)? ${month}(?:,?(?: de| del)? ((?:19|20)\\d{2}))?\\b`,
      'g',
    ),
    exact: true,
    read: ([, d, m, y], today) => onDay(today, number(d), months.get(m ?? '') ?? 0, y),
  },
  {
    pattern: new RegExp(`\\b${month} (\\d{1,2})(?:st|nd|rd|th)?(?![\\d:])(?:,? ((?:19|20)\\d{2}))?`, 'g'),
    exact: true,
    read: ([, m, d, y], today) => onDay(today, number(d), months.get(m ?? '') ?? 0, y),
  },
  {
    pattern: /\b(\d{1,2})\. ?(\d{1,2})\.(?: ?((?:20)?\d{2})\b)?|\b(\d{2})\.(\d{2})(?![\d.:])(?! ?(?:%|eur|usd|euro|uhr|h\b))/g,
    exact: true,
    read: ([, d, m, y, shortDay, shortMonth], today) => onDay(today, number(d ?? shortDay), number(m ?? shortMonth), y),
  },
  {
    pattern: /\b(\d{1,2})[/-](\d{1,2})(?:[/-]((?:20)?\d{2}))?\b(?!\/)/g,
    exact: true,
    read: ([, a, b, y], today, english) => {
      const monthFirst = number(b) > 12 || (english && number(a) <= 12);
      return monthFirst ? onDay(today, number(b), number(a), y) : onDay(today, number(a), number(b), y);
    },
  },
  {
    pattern: /\b(?:day after tomorrow|ubermorgen|apres-demain|pasado manana|depois de amanha)\b/g,
    exact: true,
    read: (_, today) => plusDays(today, 2),
  },
  {
    pattern: /\btomorrow\b|\bmorgen\b(?! fruh)|\bdemain\b|(?<!por la |de la |la |pasado )\bmanana\b(?! por)|\bmanana por\b|\bamanha\b/g,
    exact: true,
    read: (_, today) => plusDays(today, 1),
  },
  { pattern: /\b(?:today|heute|aujourd'hui|hoy|hoje)\b/g, exact: true, read: (_, today) => today },
  {
    pattern: new RegExp(
      `\\b(?:in|within|dans|en|em|dentro de|daqui a|after|nach) (?:the next )?${count} (days?|tagen?|jours?|dias?|weeks?|wochen?|semaines?|semanas?|months?|monaten?|monat|mois|meses|mes|years?|jahren?|ans?|anos?)\\b|\\b${count} (days|weeks|wochen|semaines|semanas|months|mois|meses) (?:from now|zeit|later)\\b`,
      'g',
    ),
    exact: false,
    read: ([, n, unit, m, other], today) => later(today, counted(n ?? m), unit ?? other ?? ''),
  },
  {
    pattern: /\b(?:in )?(?:half a year|a half year|(?:in )?(?:einem )?halben jahr|dans six mois|un semestre|medio ano|meio ano)\b/g,
    exact: false,
    read: (_, today) => plusMonths(today, 6),
  },
  {
    pattern:
      /\b(?:next week|nachste[rn]? woche|kommende[rn]? woche|(?:la )?semaine prochaine|(?:la )?proxima semana|semana que vi?ene|semana que vem|na proxima semana)\b/g,
    exact: false,
    read: (_, today) => nextMonday(today),
  },
  {
    pattern: /\b(?:next month|nachste[nrs]? monat|kommenden monat|(?:le )?mois prochain|(?:el )?proximo mes|mes que viene|mes que vem)\b/g,
    exact: false,
    read: (_, today) => firstOfNextMonth(today),
  },
  {
    pattern:
      /\b(?:next quarter|nachste[nrs]? quartal|kommenden quartal|(?:au )?prochain trimestre|trimestre prochain|proximo trimestre)\b/g,
    exact: false,
    read: (_, today) => nextQuarter(today),
  },
  {
    pattern: /\bq([1-4])(?: ?(?:of )?((?:20)\d{2}))?\b/g,
    exact: false,
    read: ([, q, y], today) => (y ? quarterStart(number(y), number(q)) : upcoming(today, number(q))),
  },
  {
    pattern: new RegExp(
      `\\b(${Object.keys(ordinals).join('|')}) (?:quarter|quartal|trimestre)\\b|\\b([1-4])(?:st|nd|rd|th|\\.|er|e|o) (?:quarter|quartal|trimestre)\\b`,
      'g',
    ),
    exact: false,
    read: ([, word, digit], today) => upcoming(today, ordinals[word ?? ''] ?? number(digit)),
  },
  {
    pattern:
      /\b(?:next year|nachste[ns]? jahr|kommende[ns]? jahr|(?:l')?annee prochaine|l'an prochain|(?:el )?proximo ano|ano que viene|ano que vem|new year|neue[ns]? jahr|nouvel an|ano nuevo|ano novo|principios de ano|inicio do ano)\b/g,
    exact: false,
    read: (_, today) => ({ year: today.year + 1, month: 1, day: 1 }),
  },
  {
    pattern: new RegExp(`\\b(?:mid-?|middle of |mitte |mi-|mediados de |meados de )${month}(?: ((?:20)\\d{2}))?`, 'g'),
    exact: false,
    read: ([, m, y], today) => inMonth(today, months.get(m ?? '') ?? 1, y, 15),
  },
  {
    pattern: new RegExp(`\\b(?:end of |late |ende |fin |finales de |fim de |finais de )${month}(?: ((?:20)\\d{2}))?`, 'g'),
    exact: false,
    read: ([, m, y], today) => {
      const found = inMonth(today, months.get(m ?? '') ?? 1, y, 1);
      return found && { ...found, day: daysOf(found.year, found.month) };
    },
  },
  {
    pattern:
      /\b(?:end of (?:the |this )?month|ende des monats|monatsende|fin (?:du|de) mois|fin de mes|final(?:es)? de mes|fim do mes|final do mes)\b/g,
    exact: false,
    read: (_, today) => ({ ...today, day: daysOf(today.year, today.month) }),
  },
  {
    pattern: /\b(?:end of (?:the |this )?week|ende der woche|fin de (?:la )?semaine|fin de semana|fim da semana)\b/g,
    exact: false,
    read: (_, today) => plusDays(today, (12 - weekdayOf(today)) % 7),
  },
  {
    pattern:
      /\b(?:end of (?:the |this )?year|ende des jahres|jahresende|fin (?:de l'annee|d'annee)|fin(?:al)?(?:es)? de ano|fim do ano|final do ano)\b/g,
    exact: false,
    read: (_, today) => ({ year: today.year, month: 12, day: 31 }),
  },
  {
    pattern:
      /\b(?:after|nach|apres|despues de(?: la)?|depois d[ao]) (?:the |l'|den |la |o |a )?(easter|ostern|paques|semana santa|pascoa)\b/g,
    exact: false,
    read: (_, today) => {
      const found = plusDays(easter(today.year), 2);
      return isBefore(found, today) ? plusDays(easter(today.year + 1), 2) : found;
    },
  },
  {
    pattern:
      /\b(?:after|nach|apres|despues de|depois d[aeo]) (?:the |dem |den |der |l'|el |las? |les |o |as )?(?:summer|sommer|sommerferien|ete|verano|verao|holidays|ferien|vacances|vacaciones|ferias)\b(?! on)/g,
    exact: false,
    read: (_, today) => inMonth(today, 9, undefined, 1),
  },
  {
    pattern:
      /\b(?:in|im|au|a l'|en|em|no|na|next|this|until|by) (?:the )?(spring|fruhjahr|fruhling|printemps|primavera|summer|sommer|ete|verano|verao|autumn|fall|herbst|automne|otono|outono|winter|hiver|invierno|inverno)\b/g,
    exact: false,
    read: ([, season], today) =>
      inMonth(
        today,
        /^(?:spr|fruh|print|prim)/.test(season ?? '')
          ? 3
          : /^(?:su|so|et|ver)/.test(season ?? '')
            ? 6
            : /^(?:wi|hi|in)/.test(season ?? '')
              ? 12
              : 9,
        undefined,
        1,
      ),
  },
  {
    pattern: new RegExp(
      `\\b${preposition} (?:the |la |el |le )?(?:beginning of |start of |middle of )?${month}(?: (?:de )?((?:20)\\d{2}))?(?![\\w-])`,
      'g',
    ),
    exact: false,
    read: ([, m, y], today) => inMonth(today, months.get(m ?? '') ?? 1, y, 1),
  },
  {
    pattern:
      /\b(?:on|until|till|by|before|after|from|to|and|or) the (\d{1,2})(?:st|nd|rd|th)\b|\bthe (\d{1,2})(?:st|nd|rd|th)\b|\b(?:am|bis(?: zum)?|zum|ab(?: dem)?|den) (\d{1,2})\.(?! ?\d)|\b(?:le|jusqu'au|au|du|el|al|hasta el|dia|ate(?: o| ao)? dia) (\d{1,2})(?! ?(?:h|:|uhr|%|\d|personnes|personas))\b/g,
    exact: true,
    read: (found, today) => {
      const day = number(found.slice(1).find((group) => group !== undefined));
      const start = day >= today.day ? { ...today, day: 1 } : firstOfNextMonth(today);
      return day >= 1 && day <= daysOf(start.year, start.month) ? { ...start, day } : null;
    },
  },
  {
    pattern: new RegExp(`\\b(?<!lun\\.? a |every |each |jeden |chaque |cada )${weekday}\\b(?!s\\b)`, 'g'),
    exact: true,
    read: ([, name], today) => plusDays(today, (((((weekdays.get(name ?? '') ?? 1) - weekdayOf(today)) % 7) + 6) % 7) + 1),
  },
  { pattern: /\b(?:in|for|until) ((?:20)\d{2})\b/g, exact: false, read: ([, y]) => ({ year: number(y), month: 1, day: 1 }) },
];

function upcoming(today: Day, quarter: number): Day {
  const start = quarterStart(today.year, quarter);
  return isBefore(start, today) && quarterOf(today) !== quarter ? quarterStart(today.year + 1, quarter) : start;
}

function later(today: Day, many: number, unit: string): Day | null {
  if (!(many > 0)) return null;
  if (/^(?:d|t|j(?!ahr))/.test(unit)) return plusDays(today, many);
  if (/^(?:w|sem)/.test(unit)) return plusDays(today, many * 7);
  return plusMonths(today, /^m/.test(unit) ? many : many * 12);
}

/**
 * Days named in a text, in the order of the text. `text` is lower case and without accents; `writtenAt` in milliseconds since
 * 1970, read in UTC. A day without a year is the next such day. `english` decides what 5/12 means.
 */
export function findDates(text: string, writtenAt: number, english: boolean): FoundDate[] {
  const today = dayOf(writtenAt);
  const found: FoundDate[] = [];
  for (const { pattern, exact, read } of forms) {
    for (const match of text.slice(0, 4000).matchAll(pattern)) {
      const end = match.index + match[0].length;
      if (found.some((other) => match.index < other.end && end > other.at)) continue;
      const day = read(match, today, english);
      if (day) found.push({ day, at: match.index, end, exact });
    }
  }
  found.sort((a, b) => a.at - b.at);
  // "Monday 4 May" is one day, named twice.
  return found.filter((one, i) => {
    const next = found[i + 1];
    return !(
      next?.exact &&
      next.at - one.end <= 6 &&
      weekdays.has(text.slice(one.at, one.end)) &&
      /^[\s,.]*(?:the |den |le |el |dem |dia |, )?$/.test(text.slice(one.end, next.at))
    );
  });
}
