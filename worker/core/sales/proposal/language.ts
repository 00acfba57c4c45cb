import { type Amount, digitsOf } from '../../money';
import { remembered } from '../../remembered';

/** Languages that proposals and mails of outreach are written in. Pure. */
export const salesLanguages = ['en', 'de'] as const;
export type SalesLanguage = (typeof salesLanguages)[number];

export interface SalesLocale {
  language: SalesLanguage;
  /** BCP 47, by which dates and money are written. */
  tag: string;
}

const defaultTags: Record<SalesLanguage, string> = { en: 'en-GB', de: 'de-DE' };

/** The locale of a contact's BCP 47 tag; English for a language without words, for none and for what is no tag. */
export function salesLocale(locale: string | null | undefined): SalesLocale {
  const [primary = '', ...rest] = (locale ?? '').split(/[-_]/);
  const known = salesLanguages.find((language) => language === primary.toLowerCase());
  const language = known ?? 'en';
  const region = known && rest.find((part) => /^[A-Za-z]{2}$/.test(part));
  return { language, tag: region ? `${language}-${region.toUpperCase()}` : defaultTags[language] };
}

/** Whole amounts without decimals: `€9,500`. */
export function moneyText({ minor, currency }: Amount, { tag }: SalesLocale): string {
  const digits = digitsOf(currency);
  const whole = minor % 10 ** digits === 0;
  return moneyFormat(`${tag} ${currency} ${whole ? 0 : digits}`).format(minor / 10 ** digits);
}

const moneyFormat = remembered((key: string) => {
  const [tag, currency, digits] = key.split(' ');
  return new Intl.NumberFormat(tag, {
    style: 'currency',
    currency,
    minimumFractionDigits: Number(digits),
    maximumFractionDigits: Number(digits),
  });
}, 60);

export function numberText(value: number, { tag }: SalesLocale): string {
  return numberFormat(tag).format(value);
}

const numberFormat = remembered((tag: string) => new Intl.NumberFormat(tag), 20);
const dayFormat = remembered((tag: string) => new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' }), 20);
const listFormat = remembered((tag: string) => new Intl.ListFormat(tag, { type: 'conjunction' }), 20);

/** A local `YYYY-MM-DD…` in words; it is in the event's zone already, so no conversion may move it. */
export function dayText(local: string, { tag }: SalesLocale): string {
  return dayFormat(tag).format(Date.parse(local.slice(0, 10)));
}

/** From and to in words, as one day when they are the same. */
export function daysText(from: string, to: string, { tag }: SalesLocale): string {
  const [start, end] = [from, to].map((local) => Date.parse(local.slice(0, 10))) as [number, number];
  return end > start ? dayFormat(tag).formatRange(start, end) : dayFormat(tag).format(start);
}

export function listText(items: readonly string[], { tag }: SalesLocale): string {
  return listFormat(tag).format(items);
}
