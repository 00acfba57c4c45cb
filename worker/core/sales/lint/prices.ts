import { type Amount, digitsOf } from '../../money';

/** Money as people write it, found in text. Pure. */

export interface FoundPrice {
  text: string;
  index: number;
  /** In the major unit; null where it is written in words or cannot be read. */
  major: number | null;
  /** ISO codes that the sign or word may stand for; empty where no currency is named. */
  currencies: readonly string[];
}

/** Signs and words of currencies. A sign that several share stands for any of them. */
const spellings: [pattern: string, codes: string[]][] = [
  ['US\\$|U\\.S\\.\\s?dollars?|US[ -]dollars?', ['USD']],
  ['C(?:A|AN)?\\$', ['CAD']],
  ['A(?:U)?\\$', ['AUD']],
  ['NZ\\$', ['NZD']],
  ['S\\$', ['SGD']],
  ['HK\\$', ['HKD']],
  ['R\\$|reais|real', ['BRL']],
  ['\\$|dollars?|dólares|bucks', ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'MXN', 'CLP', 'ARS', 'COP']],
  ['€|euros?|eur[oó]s|EURO', ['EUR']],
  ['£|pounds?(?:\\s+sterling)?|quid|Pfund', ['GBP']],
  ['¥|￥|yen|yuan', ['JPY', 'CNY']],
  ['₹|rupees?|Rs\\.?', ['INR']],
  ['₩|won', ['KRW']],
  ['₺|lira', ['TRY']],
  ['₽|rubles?|roubles?', ['RUB']],
  ['zł|złoty(?:ch)?|zloty', ['PLN']],
  ['Kč|korun', ['CZK']],
  ['Fr\\.|SFr\\.?|Franken|francs?', ['CHF']],
  ['kr\\.?|Kronen?|kronor|kroner', ['SEK', 'NOK', 'DKK', 'ISK']],
];
const codes =
  'USD|EUR|GBP|CHF|SEK|NOK|DKK|ISK|PLN|CZK|HUF|RON|BGN|TRY|JPY|CNY|INR|KRW|SGD|HKD|AUD|NZD|CAD|BRL|MXN|CLP|ARS|COP|ZAR|AED|SAR|ILS|THB|IDR|MYR|PHP|VND|UAH|RUB';

const currency = `(?:${spellings.map(([pattern]) => pattern).join('|')}|${codes})`;
/** Between a number and its sign: a space of any width, none, or a hyphen. */
const gap = '[\\s\\u00a0\\u2009\\u202f-]{0,2}';
const number = "\\d{1,3}(?:[.,'’\\u00a0\\u2009\\u202f ]\\d{3})+(?:[.,]\\d{1,2})?(?!\\d)|\\d+(?:[.,]\\d{1,2})?(?!\\d)";
const scale = `(?:\\s?(?:k|K|T|m|M|mn|thousand|grand|million|Tsd\\.?|TEUR|tausend|Mio\\.?|Millionen)(?![\\p{L}]))`;

const before = new RegExp(`(?<![\\p{L}\\d])(${currency})${gap}(${number})(${scale})?`, 'giu');
const after = new RegExp(`(?<![\\d.,])(${number})(${scale})?${gap}(${currency})(?![\\p{L}\\d])`, 'giu');
const dashed = new RegExp(`(?<![\\d.,])(${number})[,.](?:-|–|—)(?!\\d)`, 'giu');
/** Numbers that a word makes a price without naming a currency. */
const bare = new RegExp(
  `\\b(?:prices?|priced|costs?|fee|rate|preis|kostet|kosten|gebühr)(?:\\s(?:is|are|be|would|of|at|from|only|just|about|around|ist|sind|beträgt|von|ab|nur|rund|etwa)){0,3}\\s?:?\\s(${number})(${scale})?(?!\\s?(?:%|percent|prozent|people|tickets?|m²|menschen|\\p{L}+ 20\\d\\d))`,
  'giu',
);
const inWords =
  /\b(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|a|several|few)[ -])*(?:hundred|thousand|million|hundert|tausend|\p{L}{2,12}(?:hundert|tausend))(?:[ -](?:and )?\p{L}+){0,3}?\s(?:euros?|dollars?|pounds?|franken|francs?|kronen|yen)\b/giu;
const codeOnly = new RegExp(`^(?:${codes})$`, 'i');

export function pricesIn(text: string): FoundPrice[] {
  const found: FoundPrice[] = [];
  const taken: [number, number][] = [];
  const add = (match: RegExpMatchArray, major: number | null, currencies: readonly string[]) => {
    const start = match.index ?? 0;
    const end = start + match[0].length;
    if (taken.some(([from, to]) => start < to && end > from)) return;
    taken.push([start, end]);
    found.push({ text: match[0].trim(), index: start, major, currencies });
  };
  // Signs are most often in front; `€5 and 6 €` reads the same either way.
  for (const match of text.matchAll(before)) if (isCurrency(match[1])) add(match, majorOf(match[2], match[3]), currenciesOf(match[1]));
  for (const match of text.matchAll(after)) if (isCurrency(match[3])) add(match, majorOf(match[1], match[2]), currenciesOf(match[3]));
  for (const match of text.matchAll(dashed)) add(match, majorOf(match[1], undefined), []);
  for (const match of text.matchAll(inWords)) add(match, null, []);
  for (const match of text.matchAll(bare)) if (!isYear(match[1])) add(match, majorOf(match[1], match[2]), []);
  return found.sort((a, b) => a.index - b.index);
}

/** Whether the amount is one of those that may be named. */
export function isAllowed({ major, currencies }: FoundPrice, allowed: readonly Amount[]): boolean {
  if (major === null) return false;
  return allowed.some(
    (amount) =>
      (currencies.length === 0 || currencies.includes(amount.currency)) &&
      Math.round(major * 10 ** digitsOf(amount.currency)) === amount.minor,
  );
}

/** `kr` and `won` are words as well: in lower case they count only as signs; codes only in capitals or before a number. */
function isCurrency(written: string | undefined): boolean {
  if (!written) return false;
  if (codeOnly.test(written)) return written === written.toUpperCase() || /^(?:usd|eur|gbp|chf)$/i.test(written);
  return true;
}

function currenciesOf(written: string | undefined): readonly string[] {
  const text = (written ?? '').trim();
  if (codeOnly.test(text)) return [text.toUpperCase()];
  return spellings.find(([pattern]) => new RegExp(`^(?:${pattern})$`, 'iu').test(text))?.[1] ?? [];
}

function majorOf(written: string | undefined, scaled: string | undefined): number | null {
  const compact = (written ?? '').replace(/[\s\u00a0\u2009\u202f'’]/g, '');
  const [, whole = '', fraction = ''] = /^(.*?)(?:[.,](\d{1,2}))?$/.exec(compact) ?? [];
  const value = Number(`${whole.replace(/[.,]/g, '')}.${fraction || '0'}`);
  if (!Number.isFinite(value)) return null;
  const unit = (scaled ?? '').trim().toLowerCase();
  if (unit === '') return value;
  return value * (/^(?:m|mn|mio\.?|million|millionen)$/.test(unit) ? 1_000_000 : 1000);
}

const isYear = (written: string | undefined) => /^20\d\d$/.test(written ?? '');
