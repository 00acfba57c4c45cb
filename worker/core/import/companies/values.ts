import { registeredDomainOf } from '../../contact/company';
import { fail, ok, type Result } from '../../result';
import { clean } from '../values/person';

/** Pages on these say nothing about whose domain it is. */
const platforms: ReadonlySet<string> = new Set(
  'linkedin.com facebook.com instagram.com twitter.com x.com youtube.com xing.com linktr.ee medium.com crunchbase.com github.com github.io google.com wixsite.com wordpress.com blogspot.com notion.site tiktok.com apollo.io'.split(
    ' ',
  ),
);

/** The registered domain of a domain, host or address of a page; '' for an empty cell and for pages on platforms. */
export function readDomain(value: string): Result<string> {
  const text = clean(value).toLowerCase();
  if (text === '' || text === '-' || text === 'n/a') return ok('');
  const url = /^[a-z][a-z0-9+.-]*:\/\//.test(text) ? text : `https://${text.replace(/^.*@/, '')}`;
  const host = URL.canParse(url) ? new URL(url).hostname.replace(/\.$/, '') : '';
  const domain = registeredDomainOf(host.replace(/^www\./, ''));
  if (!/^(?=.{4,253}$)([a-z0-9-]{1,63}\.)+[a-z][a-z0-9-]{1,62}$/.test(domain))
    return fail(`"${value.slice(0, 80)}" is not a domain or address of a website`);
  return ok(platforms.has(domain) ? '' : domain);
}

/** The address of a page with its scheme; '' where there is none that a browser would open. */
export function readUrl(value: string): string {
  const text = clean(value);
  if (text === '' || !text.includes('.')) return '';
  const url = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`;
  return url.length <= 500 && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) ? url : '';
}

/** A number of people: `250`, `1,200`, `51-200` (its middle), `10,001+`, `1.2k`, `ca. 80`. Null for an empty cell. */
export function readEmployees(value: string): Result<number | null> {
  const text = clean(value)
    .toLowerCase()
    .replace(
      /\b(?:employees|mitarbeiter\w*|salaries|salariés|empleados|funcionários|funcionarios|dipendenti|people|ca|circa|approx|about|over|more than|über|self-employed)\b\.?|[~><+≥≤]/g,
      ' ',
    )
    .trim();
  if (text === '' || text === '-' || text === 'n/a' || text === 'unknown') return ok(null);
  const parts = text.split(/\s*(?:-|–|—|\bto\b|\bbis\b|\bà\b)\s*/).filter((part) => part !== '');
  const numbers = parts.map(countOf);
  const [first, second] = numbers;
  if (numbers.length > 2 || first === undefined || numbers.some((number) => Number.isNaN(number)))
    return fail(`the number of employees "${value.slice(0, 40)}" is not a number or a range`);
  const people = second === undefined ? first : Math.round((first + second) / 2);
  return people <= 10_000_000 ? ok(people) : fail(`the number of employees "${value.slice(0, 40)}" is too large`);
}

function countOf(text: string): number {
  const found = /^(\d[\d.,'\s]*)\s*(k|tsd\.?|m)?$/.exec(text.trim());
  if (!found?.[1]) return Number.NaN;
  const digits = found[1].trim().replace(/[.,'\s](?=\d{3}(?:\D|$))/g, '');
  const number = Number(digits.replace(',', '.'));
  const times = found[2] === undefined ? 1 : found[2] === 'm' ? 1e6 : 1e3;
  return Math.round(number * times);
}

let countries: ReadonlyMap<string, string> | null = null;

/** ISO 3166-1 alpha-2 of a country by code or by its name in six languages; '' where it is none of them. */
export function readCountry(value: string): string {
  countries ??= countryNames();
  return countries.get(folded(clean(value))) ?? '';
}

const folded = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();

/** Short and common forms that are no name of the Unicode CLDR. */
const otherNames: Record<string, string> = {
  usa: 'US',
  'u s': 'US',
  'u s a': 'US',
  'united states of america': 'US',
  uk: 'GB',
  'great britain': 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  deu: 'DE',
  ger: 'DE',
  aut: 'AT',
  che: 'CH',
  gbr: 'GB',
  fra: 'FR',
  esp: 'ES',
  ita: 'IT',
  nld: 'NL',
  holland: 'NL',
  'the netherlands': 'NL',
  czechia: 'CZ',
  'czech republic': 'CZ',
  turkey: 'TR',
  russia: 'RU',
  'south korea': 'KR',
  korea: 'KR',
};

function countryNames(): Map<string, string> {
  const names = new Map<string, string>();
  for (const language of ['en', 'de', 'fr', 'es', 'pt', 'it']) {
    const inLanguage = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    for (let first = 65; first <= 90; first++)
      for (let second = 65; second <= 90; second++) {
        const code = String.fromCharCode(first, second);
        const name = inLanguage.of(code);
        if (name === undefined || notCountries.has(code)) continue;
        if (!names.has(folded(name))) names.set(folded(name), code);
        names.set(code.toLowerCase(), code);
      }
  }
  for (const [name, code] of Object.entries(otherNames)) names.set(name, code);
  return names;
}

/** Regions of the CLDR that are no countries, and codes that were given up. */
const notCountries: ReadonlySet<string> = new Set([
  'EU',
  'EZ',
  'UN',
  'XA',
  'XB',
  'ZZ',
  'QO',
  'UK',
  'DD',
  'SU',
  'YU',
  'CS',
  'BU',
  'TP',
  'ZR',
  'AN',
  'FX',
  'NT',
]);

/** Single terms of a list in one cell, lower case, each once, at most 40. */
export function readTerms(values: string[]): string[] {
  const terms = values.flatMap((value) => {
    const parts = /[;|\n]/.test(value) ? value.split(/[;|\n]/) : value.split(',');
    return parts.map((part) => clean(part).toLowerCase().slice(0, 60)).filter((part) => part !== '');
  });
  return [...new Set(terms)].slice(0, 40);
}

export interface ReadSponsorship {
  eventName: string;
  year: number | null;
  level: string;
}

/** `Example Days 2024 (Gold); Other Forum 2023`: events apart by semicolon, bar or line, with year and level in any place. */
export function readSponsorships(values: string[]): ReadSponsorship[] {
  return values
    .flatMap((value) => value.split(/[;|\n]/))
    .map((part) => {
      const text = clean(part);
      const year = /\b(19[7-9]\d|20\d\d)\b/.exec(text)?.[1];
      const bracket = [...text.matchAll(/[([]([^()[\]]*)[)\]]/g)].map(([, inside]) =>
        (inside ?? '').replace(year ?? '', '').replace(/^[\s,:–-]+|[\s,:–-]+$/g, ''),
      );
      const eventName = text
        .replace(/[([][^()[\]]*[)\]]/g, ' ')
        .replace(year ?? '', ' ')
        .replace(/\s+/g, ' ')
        .replace(/^[\s,:–-]+|[\s,:–-]+$/g, '');
      return {
        eventName,
        year: year === undefined ? null : Number(year),
        level: bracket.find((inside) => inside !== '')?.slice(0, 80) ?? '',
      };
    })
    .filter(
      ({ eventName }) =>
        /\p{L}{2}/u.test(eventName) && !/^(?:none|no|yes|keine|nein|ja|n a|non|oui|ninguno|nessuno|nenhum)$/i.test(eventName),
    )
    .slice(0, 50);
}

const yes = /^(?:yes|y|true|1|x|✓|ja|oui|si|sí|sim|vero|wahr|unsubscribed|opted out)$/i;

export function readYes(value: string): boolean {
  return yes.test(clean(value));
}

/** One of the lawful bases by what it is called; '' where nobody has said. */
export function readBasis(value: string): string {
  const text = clean(value).toLowerCase();
  if (/consent|einwilligung|consentement|consentimiento|consentimento|consenso/.test(text)) return 'consent';
  if (/customer|existing|contract|performance|kunde|bestand|vertrag|client/.test(text)) return 'existing_relation';
  if (/legitimate|berechtigt|legitim|legittimo/.test(text)) return 'legitimate_interest';
  return /public|offentlich|öffentlich/.test(text) ? 'public_role' : '';
}
