/** Pure. Finds what names a person in free text, in the encodings that the records use, and masks it. */

export const maskText = '[erased]';

/** What names a person: addresses, and full names that are telling enough to be looked for in other people's texts. */
export interface Terms {
  /** As they are compared: lower case by ASCII, in every encoding. For a first, coarse look by the database. */
  coarse: string[];
  /** Decides. */
  pattern: RegExp;
}

/** A name of two words and eight letters or more, or one word of twelve: anything shorter stands for too many others. */
export function isTelling(name: string): boolean {
  const words = name.trim().split(/\s+/);
  const letters = name.replace(/\s+/g, '').length;
  return (words.length >= 2 && letters >= 7) || letters >= 12;
}

export function termsOf(addresses: readonly string[], names: readonly string[]): Terms {
  const wanted = [
    ...addresses.filter((address) => address.includes('@')).map((text) => ({ text, isAddress: true })),
    ...names.filter(isTelling).map((text) => ({ text: text.trim(), isAddress: false })),
  ];
  const spellings = wanted.flatMap(({ text, isAddress }) => encodings(text).map((spelling) => ({ spelling, isAddress })));
  const coarse = [
    ...new Set(spellings.flatMap(({ spelling }) => [spelling, spelling.toLowerCase(), spelling.toUpperCase()].map(asciiLower))),
  ];
  const parts = [...new Set(spellings.map(({ spelling, isAddress }) => bounded(spelling, isAddress)))].sort((a, b) => b.length - a.length);
  return { coarse, pattern: new RegExp(parts.length > 0 ? parts.join('|') : '(?!)', 'giu') };
}

/** Plain, as HTML text, as JSON within JSON, and as part of a web address. */
function encodings(text: string): string[] {
  const html = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
  const forms = [
    text,
    html.replaceAll("'", '&#39;'),
    html.replaceAll("'", '&#x27;'),
    html,
    JSON.stringify(text).slice(1, -1),
    encodeURIComponent(text),
  ];
  return [...new Set([...forms, text.replaceAll(' ', '+')])];
}

/** ann@x.org is not found in joann@x.org, and Ann Lee not in Joann Leeds. */
function bounded(text: string, isAddress: boolean): string {
  const escaped = text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/\s+/g, '\\s+');
  return isAddress
    ? `(?<![\\p{L}\\p{N}._+-])${escaped}(?![\\p{L}\\p{N}_-])(?!\\.\\p{L})`
    : `(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`;
}

const asciiLower = (text: string) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

export function mentions(terms: Terms, text: string): boolean {
  terms.pattern.lastIndex = 0;
  return terms.pattern.test(text);
}

export function masked(terms: Terms, text: string): string {
  terms.pattern.lastIndex = 0;
  return text.replace(terms.pattern, maskText);
}

/** Every text of a JSON value masked, keys too. */
export function maskedJson(terms: Terms, value: unknown): unknown {
  if (typeof value === 'string') return masked(terms, value);
  if (Array.isArray(value)) return value.map((item) => maskedJson(terms, item));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [masked(terms, key), maskedJson(terms, item)]));
  return value;
}

/** A column that holds JSON, or text that is none. */
export function maskedColumn(terms: Terms, text: string): string {
  if (!/^\s*[[{"]/.test(text)) return masked(terms, text);
  try {
    return JSON.stringify(maskedJson(terms, JSON.parse(text)));
  } catch {
    return masked(terms, text);
  }
}
