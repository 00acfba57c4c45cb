import { majorText, parseMajor, wordsOf } from '../../lib/format';

/** Limits carry their unit in the name; those in `Minor` units are money and are shown in major ones. Pure. */
export const isMoney = (name: string) => /Minor($|Per)/.test(name);

export function limitLabel(name: string, currency: string): string {
  return isMoney(name) ? `${wordsOf(name.replace('Minor', ''))}, ${currency}` : wordsOf(name);
}

export function limitText(name: string, value: number, currency: string): string {
  return isMoney(name) ? majorText({ minor: value, currency }) : String(value);
}

/** What was typed as the limit's value, or null when it is no number. */
export function limitOf(name: string, text: string, currency: string): number | null {
  if (isMoney(name)) return parseMajor(text, currency)?.minor ?? null;
  return /^\d{1,12}$/.test(text.trim()) ? Number(text) : null;
}
