import { digitsOf } from '../../money';
import { fail, ok, type Result } from '../../result';

const free = new Set([
  'free',
  'gratis',
  'kostenlos',
  'kostenfrei',
  'frei',
  'gratuit',
  'gratuite',
  'gratuito',
  'gratuita',
  'grátis',
  'libre',
  'comp',
  'complimentary',
  'no charge',
  'umsonst',
  'free of charge',
  'offert',
  'omaggio',
  'cortesia',
  'none',
  '-',
  '–',
  '—',
  'n/a',
]);
const symbols: [RegExp, string][] = [
  [/R\$/, 'BRL'],
  [/US\$/, 'USD'],
  [/CA\$|C\$/, 'CAD'],
  [/AU\$|A\$/, 'AUD'],
  [/NZ\$/, 'NZD'],
  [/HK\$/, 'HKD'],
  [/S\$/, 'SGD'],
  [/MX\$/, 'MXN'],
  [/€/, 'EUR'],
  [/£/, 'GBP'],
  [/zł/i, 'PLN'],
  [/Kč/i, 'CZK'],
  [/₹/, 'INR'],
  [/₺/, 'TRY'],
  [/₪/, 'ILS'],
  [/₩/, 'KRW'],
  [/₴/, 'UAH'],
  [/\bFr\.|\bSFr/, 'CHF'],
];

export interface Money {
  minor: number;
  currency: string;
}

/**
 * Money as exports and people write it: `1,204.50`, `1.204,50`, `1'204.50`, `12,50`, `€ 12`, `12 EUR`, `Free`, `(15.00)`, `-15`, `15-`. The last
 * separator is the decimal one unless exactly three digits follow it alone. A `$`, `kr` or `¥` is the event's own currency where that fits.
 * An empty cell is null. `currency` is the one that holds where the cell names none.
 */
export function readMoney(value: string, currency: string): Result<Money | null> {
  let text = value.replace(/[\u00a0\u202f\u2007\s]+/g, ' ').trim();
  if (text === '') return ok(null);
  if (text.length > 60) return fail(`"${text.slice(0, 40)}…" is not an amount of money`);
  if (free.has(text.toLowerCase())) return ok({ minor: 0, currency });
  const stated = currencyOf(text, currency);
  text = text
    .replace(/[.,][-–—]{1,2}(?=\D*$)/, '')
    .replace(/\b[A-Za-z]{3}\b|US\$|[A-Z]{1,2}\$|[$€£¥₹₺₪₩₴]|zł|Kč|kr\.?|SFr\.?|Fr\.?/gi, ' ')
    .trim();
  let negative = false;
  const brackets = /^\((.*)\)$/.exec(text);
  if (brackets) [negative, text] = [true, (brackets[1] ?? '').trim()];
  const signed = /^([-−–+])?\s*(.*?)\s*([-−])?$/.exec(text);
  if (signed?.[1] && signed[1] !== '+') negative = true;
  if (signed?.[3]) negative = true;
  const digits = (signed?.[2] ?? '').replace(/ /g, '').replace(/['’]/g, '');
  const major = readDecimal(digits, digitsOf(stated));
  if (major === undefined) return fail(`"${value.slice(0, 40)}" is not an amount of money`);
  const minor = Math.round(major * 10 ** digitsOf(stated));
  if (!Number.isSafeInteger(minor) || minor > 1e12) return fail(`"${value.slice(0, 40)}" is too large an amount`);
  return ok({ minor: negative && minor !== 0 ? -minor : minor, currency: stated });
}

function readDecimal(text: string, fractionDigits: number): number | undefined {
  if (!/^\d[\d.,]*$|^[.,]\d+$/.test(text)) return undefined;
  const dot = text.lastIndexOf('.');
  const comma = text.lastIndexOf(',');
  const last = Math.max(dot, comma);
  if (last < 0) return Number(text);
  const mark = text[last] ?? '.';
  const other = mark === '.' ? ',' : '.';
  const after = text.length - last - 1;
  const repeated = text.indexOf(mark) !== last;
  const mixed = text.includes(other);
  if (repeated && mixed) return undefined;
  const thousands = repeated || (!mixed && after === 3 && last > 0 && last <= 3 && !text.startsWith('0') && fractionDigits !== 3);
  if (thousands) return grouped(text, mark) ? Number(text.replaceAll(mark, '')) : undefined;
  const whole = text.slice(0, last);
  if (whole.includes(other) && !grouped(whole, other)) return undefined;
  return Number(`${whole.replaceAll(other, '') || '0'}.${text.slice(last + 1) || '0'}`);
}

/** Indian grouping (`1,00,000`) counts too. */
function grouped(text: string, mark: string): boolean {
  const groups = text.split(mark);
  return (
    groups.slice(1).every((group, index) => group.length === 3 || (group.length === 2 && index < groups.length - 2)) &&
    (groups[0] ?? '') !== ''
  );
}

function currencyOf(text: string, fallback: string): string {
  const code = /(?:^|[\d\s.,)(-])([A-Z]{3})(?=$|[\d\s.,(-])/.exec(text)?.[1];
  if (code && code !== 'VAT') return code;
  for (const [symbol, currency] of symbols) if (symbol.test(text)) return currency;
  if (/\$/.test(text)) return /^(?:USD|CAD|AUD|NZD|SGD|HKD|MXN|CLP|COP|ARS|TWD)$/.test(fallback) ? fallback : 'USD';
  if (/¥/.test(text)) return fallback === 'CNY' ? 'CNY' : 'JPY';
  return fallback;
}
