import { folded } from '../terms';

/** Words by which free text states a goal, in English and German; beginnings of words. The keys are the terms of benefits. */
const words: Record<string, readonly string[]> = {
  recruiting: [
    'recruit',
    'hire',
    'hiring',
    'talent',
    'employer',
    'career',
    'engineers to join',
    'bewerb',
    'fachkraft',
    'fachkrafte',
    'einstell',
    'personal gewinn',
    'mitarbeiter',
    'nachwuchs',
  ],
  leads: [
    'lead',
    'pipeline',
    'prospect',
    'customer',
    'client',
    'demand',
    'sales',
    'revenue',
    'demo',
    'buyer',
    'kunden',
    'neukund',
    'vertrieb',
    'umsatz',
    'neugeschaft',
    'anfragen',
  ],
  brand: ['brand', 'awareness', 'visib', 'reputation', 'known', 'recognition', 'positioning', 'marke', 'bekannt', 'sichtbar', 'image'],
  developers: ['developer', 'engineer', 'adoption', 'devrel', 'open source', 'api', 'sdk', 'entwickler', 'programmier'],
  community: ['community', 'communit', 'meetup', 'gemeinschaft', 'netzwerk', 'network'],
  product: ['launch', 'product', 'feedback', 'beta', 'release', 'produkt', 'einfuhrung', 'markteinfuhrung'],
  thought_leadership: ['thought leader', 'speak', 'stage', 'expert', 'talk', 'vortrag', 'buhne', 'fachlich'],
  partnerships: ['partner', 'alliance', 'channel', 'integration', 'kooperation'],
  press: ['press', 'media', 'journalist', 'coverage', 'presse', 'medien'],
  market_entry: ['market entry', 'expand', 'expansion', 'new market', 'enter the', 'enter new', 'markteintritt', 'neuer markt'],
  sustainability: ['sustainab', 'climate', 'green', 'impact', 'csr', 'nachhaltig', 'klima'],
};

/** Terms that mean the same goal under another name. */
const aliases: Record<string, string> = {
  hiring: 'recruiting',
  talent: 'recruiting',
  'lead generation': 'leads',
  'lead gen': 'leads',
  sales: 'leads',
  awareness: 'brand',
  'brand awareness': 'brand',
  visibility: 'brand',
  developer: 'developers',
  engineers: 'developers',
  networking: 'community',
  launch: 'product',
  'thought leadership': 'thought_leadership',
  speaking: 'thought_leadership',
  partners: 'partnerships',
  media: 'press',
};

/** Whether a benefit's goal term is what a stated goal, in free words, is about. Pure. */
export function serves(term: string, statedGoal: string): boolean {
  const text = spaced(statedGoal);
  const name = spaced(term).trim();
  if (name === '') return false;
  // Plural and other endings: `developers` is in `reach every developer`.
  if (text.includes(` ${name.length > 4 ? name.replace(/(?:ies|es|s|y)$/, '') : `${name} `}`)) return true;
  const list = words[aliases[name] ?? name.replace(/ /g, '_')];
  return list?.some((word) => text.includes(` ${word}`)) ?? false;
}

/** Folded words with one space around each. */
function spaced(text: string): string {
  return ` ${folded(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
}
