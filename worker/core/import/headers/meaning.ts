import { normaliseHeader } from './normalise-header';
import {
  attendeeWords,
  buyerWords,
  emailWords,
  firstNameWords,
  lastNameWords,
  type Meaning,
  nameWords,
  phrases,
  strangerWords,
} from './phrases';

/** What a header means by itself, in any of six languages; undefined when it is a question or a column of the organizer's own. */
export function meaningOf(header: string): Meaning | undefined {
  const normal = normaliseHeader(header);
  if (normal === '') return undefined;
  const known = phrases.get(normal) ?? phrases.get(normal.replace(/ (?:de|del|du|do|da|della|des|la|le|el|the|of) /g, ' '));
  if (known) return known;
  const words = normal.split(' ');
  if (words.length > 6) return undefined;
  const has = (set: ReadonlySet<string>) => words.some((word) => set.has(word));
  const whose = has(attendeeWords) ? 'attendee' : has(buyerWords) ? 'buyer' : undefined;
  if (!whose) return undefined;
  if (has(emailWords)) return has(wordsAbout) ? undefined : `${whose}_email`;
  if (has(strangerWords) && !words.includes('badge'))
    return words.includes('rechnungsadresse') && has(nameWords) ? 'buyer_name' : invoiceName(words, whose);
  if (has(lastNameWords) && (has(nameWords) || words.length <= 4)) return `${whose}_last_name`;
  if (has(firstNameWords) && (words.length > 1 || !has(nameWords)))
    return words.includes('nombre') && words.length <= 3 && !words.includes('pila') ? `${whose}_name` : `${whose}_first_name`;
  return has(nameWords) ? `${whose}_name` : undefined;
}

const wordsAbout: ReadonlySet<string> = new Set([
  'verified',
  'confirmed',
  'sent',
  'opt',
  'verifiziert',
  'verifie',
  'verificado',
  'verificato',
]);

/** `Invoice address name`: a name although the word address stands in it. */
function invoiceName(words: string[], whose: 'attendee' | 'buyer'): Meaning | undefined {
  if (whose !== 'buyer' || !words.some((word) => nameWords.has(word))) return undefined;
  const address = words.some((word) => ['address', 'adresse', 'direccion', 'endereco', 'indirizzo'].includes(word));
  if (!address || words.some((word) => ['company', 'firma', 'event'].includes(word))) return undefined;
  if (words.some((word) => lastNameWords.has(word))) return 'buyer_last_name';
  if (words.some((word) => firstNameWords.has(word) && word !== 'nombre')) return 'buyer_first_name';
  return 'buyer_name';
}
