import { type PhraseKey, phrases } from '../data/phrases';
import { isReplyLanguage, type ReplyLanguage } from '../understanding/language';

/** The language of the reply's own words: that of the message where phrases exist, else English. */
export function replyLanguageOf(language: string): ReplyLanguage {
  return isReplyLanguage(language) ? language : 'en';
}

/** A phrase with its blanks filled; a blank without a value stays out. */
export function phrase(key: PhraseKey, language: ReplyLanguage, values: Record<string, string | number> = {}): string {
  return phrases[key][language].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? '')).trim();
}

/** An ISO date (the day of a date-time) in the reply's language, such as "13 June 2026". */
export function formatDate(iso: string, language: ReplyLanguage): string {
  const day = new Date(`${iso.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return iso;
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(day);
}
