/** A value that a language model does not need, and what it reads instead. */
export interface Secret {
  value: string;
  /** E.g. `[holder of ticket 1]`; the model may write it, the reader gets the value. */
  stand: string;
  /** What the reader is shown in its place; empty keeps the placeholder's words without brackets. */
  shown: string;
}

export interface Redactor {
  /** Replaces secrets wherever they stand, whole or as a first name, whatever their case, and addresses, phone numbers and codes. */
  hide(text: string): string;
  /** Puts the values back into what a model wrote. */
  show(text: string): string;
}

const address = /[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const phone = /(?<![\p{L}\p{N}.,:/-])\+?\d(?:[\s().-]{0,2}\d){7,14}(?![\p{L}\p{N}])/gu;
const card = /(?<!\d)(?:\d[ -]?){13,19}(?!\d)/g;
const iban = /\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){3,7}(?:\s?[A-Z0-9]{1,4})?\b/g;
const oneTimeCode = /(?<![\d.,-])\d{6}(?!\d|[.,-]\d)/g;

/** Personal data that a language model has no use for, out of its sight and back. Pure. `keep`: addresses that it may read, lower case. */
export function redactor(secrets: readonly Secret[], keep: readonly string[]): Redactor {
  const known = secrets.filter((secret) => secret.value.trim().length > 1).sort((a, b) => b.value.length - a.value.length);
  const patterns = known.map((secret) => ({ secret, pattern: wholeWords(secret.value) }));
  const firstNames = known.flatMap((secret) => {
    const [first = ''] = secret.value.trim().split(/\s+/);
    return first.length > 2 && first !== secret.value.trim() && /^\p{Lu}/u.test(first) ? [{ secret, pattern: wholeWords(first) }] : [];
  });
  return {
    hide(text) {
      let hidden = text.replace(address, (found) => (keep.includes(found.toLowerCase()) ? found : '[address]'));
      for (const { secret, pattern } of [...patterns, ...firstNames]) hidden = hidden.replace(pattern, secret.stand);
      return hidden
        .replace(iban, '[account]')
        .replace(card, '[card]')
        .replace(phone, (found) => (/\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{4}/.test(found) ? found : '[phone]'))
        .replace(oneTimeCode, '[code]');
    },
    show(text) {
      let shown = text;
      for (const { stand, shown: value } of secrets) shown = shown.replaceAll(stand, value || stand.slice(1, -1));
      return shown;
    },
  };
}

function wholeWords(value: string): RegExp {
  const escaped = value
    .trim()
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\s+/g, '\\s+');
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'giu');
}
