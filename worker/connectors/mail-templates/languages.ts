import { type Amount, digitsOf } from '../../core/money';

export const mailLanguages = ['en', 'de', 'fr', 'es', 'pt'] as const;
export type MailLanguage = (typeof mailLanguages)[number];

/** The language of a mail and the tag by which its dates and money are written. */
export interface MailLocale {
  language: MailLanguage;
  tag: string;
}

const defaultTags: Record<MailLanguage, string> = { en: 'en-GB', de: 'de', fr: 'fr', es: 'es', pt: 'pt' };

/** The mail language of a BCP 47 tag; English for a language without texts, for none and for what is no tag. */
export function mailLocale(locale: string | null | undefined): MailLocale {
  const [primary = '', ...rest] = (locale ?? '').split(/[-_]/);
  const language = mailLanguages.find((known) => known === primary.toLowerCase()) ?? 'en';
  const region = language === primary.toLowerCase() ? rest.find((part) => /^[A-Za-z]{2}$/.test(part)) : undefined;
  return { language, tag: region ? `${language}-${region.toUpperCase()}` : defaultTags[language] };
}

/** Local `YYYY-MM-DDTHH:MM` from and to in words: they are already in the event's zone, so no conversion may move them. */
export function formatLocalRange(from: string, to: string, locale: MailLocale): string {
  const [start, end] = [from, to].map((local) => Date.parse(`${local.slice(0, 16)}Z`)) as [number, number];
  if (Number.isNaN(start)) return from;
  const format = new Intl.DateTimeFormat(locale.tag, { dateStyle: 'full', timeStyle: 'short', timeZone: 'UTC' });
  return end > start ? format.formatRange(start, end) : format.format(start);
}

/** An instant (milliseconds since 1970) in words, in the given zone, with the zone's name. */
export function formatInstant(at: number, timeZone: string, locale: MailLocale): string {
  const options = { year: 'numeric', month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit', timeZoneName: 'short' } as const;
  return new Intl.DateTimeFormat(locale.tag, { ...options, timeZone }).format(at);
}

export function formatMoney(amount: Amount, locale: MailLocale): string {
  const digits = digitsOf(amount.currency);
  const format = new Intl.NumberFormat(locale.tag, {
    style: 'currency',
    currency: amount.currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return format.format(amount.minor / 10 ** digits);
}
