/**
 * Which statements of an answer nothing supports. Pure. Money, percentages, dates, times, addresses and links must stand
 * in a passage or record that the run read, as a statement of the same kind: a 20 in a date supports no price of 20. An
 * answer that promises more goes to another model or a person.
 */
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const longMonth =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const currency = '(?:USD|EUR|GBP|CHF|SEK|NOK|DKK|PLN|CZK|CAD|AUD|BRL|INR|JPY)';

const kinds: Record<string, RegExp> = {
  // Symbol or ISO code on either side of a number.
  money: new RegExp(
    `(?:[$€£¥₹]\\s?|\\b${currency}\\s?)\\d[\\d.,]*|\\d[\\d.,]*\\s?(?:[€£¥₹]|\\b(?:${currency}|dollars?|euros?|pounds?)\\b)`,
    'gi',
  ),
  share: /\d+(?:[.,]\d+)?\s?(?:%|percent\b)/gi,
  date: new RegExp(
    `\\b\\d{4}-\\d{2}-\\d{2}(?!\\d)|\\b\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}\\b|\\b\\d{1,2}(?:st|nd|rd|th)?\\.?\\s+(?:of\\s+)?${longMonth}\\b\\.?(?:,?\\s+\\d{4})?|\\b${longMonth}\\.?\\s+\\d{1,2}(?:st|nd|rd|th)?\\b(?:,?\\s+\\d{4})?|\\b${longMonth}\\s+\\d{4}\\b`,
    'gi',
  ),
  time: /\b\d{1,2}[:.]\d{2}(?!\d|[.,:]\d)\s?(?:[ap]\.?m\b\.?)?|\b\d{1,2}\s?[ap]\.?m\b/gi,
  address: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g,
  link: /\bhttps?:\/\/[^\s)\]>"']+/gi,
};

export function unsupportedStatements(answer: string, sources: readonly string[]): string[] {
  const ground = sources.map(plain).join(' \n ');
  const text = plain(answer);
  const missing: string[] = [];
  for (const [kind, pattern] of Object.entries(kinds)) {
    const known = [...ground.matchAll(pattern)].map(([statement]) => partsOf(kind, statement));
    for (const [statement] of text.matchAll(pattern)) {
      const parts = partsOf(kind, statement);
      if (!known.some((candidate) => parts.every((part) => candidate.includes(part)))) missing.push(statement.trim());
    }
  }
  return missing;
}

/** What a statement says, apart from its notation: `23 October` and `October 23rd` have the same parts. */
function partsOf(kind: string, statement: string): string[] {
  if (kind === 'address' || kind === 'link') return [statement.toLowerCase().replace(/[.,;:!?]+$/, '')];
  const lower = statement.toLowerCase();
  if (kind === 'date') return datePartsOf(lower);
  if (kind === 'time') {
    const [, hour = '', minute = '00'] = /(\d{1,2})(?:[:.](\d{2}))?/.exec(lower) ?? [];
    const half = /([ap])\.?m/.exec(lower)?.[1];
    const onDial = half ? (Number(hour) % 12) + (half === 'p' ? 12 : 0) : Number(hour);
    return [`${onDial}:${minute}`];
  }
  const figure = numberIn(/\d[\d.,]*/.exec(lower)?.[0] ?? '');
  const unit = kind === 'money' ? (/[$€£¥₹]|[a-z]+/.exec(lower)?.[0] ?? '') : '%';
  return [figure, units[unit] ?? unit];
}

const units: Record<string, string> = {
  ...{ $: 'dollar', usd: 'dollar', cad: 'dollar', aud: 'dollar', dollars: 'dollar', '€': 'euro', eur: 'euro', euros: 'euro' },
  ...{ '£': 'pound', gbp: 'pound', pounds: 'pound', '¥': 'yen', jpy: 'yen', '₹': 'rupee', inr: 'rupee' },
};

function datePartsOf(date: string): string[] {
  const iso = /^(\d{4})-(\d{2})-(\d{2})/.exec(date);
  if (iso) return [`y${iso[1]}`, months[Number(iso[2]) - 1] ?? '?', `d${Number(iso[3])}`];
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{2,4})/.exec(date);
  if (dotted) return [`d${Number(dotted[1])}`, months[Number(dotted[2]) - 1] ?? '?', `y${dotted[3]?.padStart(4, '20')}`];
  // Day and month change places between countries: only the same notation is the same date.
  if (date.includes('/')) return [date];
  const month = months.find((name) => date.includes(name)) ?? '?';
  return [month, ...[...date.matchAll(/\d+/g)].map(([figure]) => (figure.length === 4 ? `y${figure}` : `d${Number(figure)}`))];
}

/** `1,204.50`, `1.204,50` and `1204.5` are one number; a single separator before three digits parts thousands. */
function numberIn(figure: string): string {
  const trimmed = figure.replace(/[.,]+$/, '');
  const decimals = /[.,](\d{1,2})$/.exec(trimmed);
  const whole = (decimals ? trimmed.slice(0, decimals.index) : trimmed).replace(/[.,]/g, '');
  return String(Number(`${whole || '0'}.${decimals?.[1] ?? '0'}`));
}

function plain(text: string): string {
  return text.replace(/[*_`]/g, '').replace(/\s+/g, ' ');
}
