/** Pure. Where an event is, as far as its venue and time zone say. */

/** Time zones of one country each, by their city: where most events of this product are. */
const countryOfZone: Readonly<Record<string, string>> = {
  'Europe/Berlin': 'DE',
  'Europe/Vienna': 'AT',
  'Europe/Zurich': 'CH',
  'Europe/London': 'GB',
  'Europe/Dublin': 'IE',
  'Europe/Paris': 'FR',
  'Europe/Brussels': 'BE',
  'Europe/Amsterdam': 'NL',
  'Europe/Luxembourg': 'LU',
  'Europe/Madrid': 'ES',
  'Europe/Lisbon': 'PT',
  'Europe/Rome': 'IT',
  'Europe/Copenhagen': 'DK',
  'Europe/Stockholm': 'SE',
  'Europe/Oslo': 'NO',
  'Europe/Helsinki': 'FI',
  'Europe/Warsaw': 'PL',
  'Europe/Prague': 'CZ',
  'Europe/Bratislava': 'SK',
  'Europe/Budapest': 'HU',
  'Europe/Bucharest': 'RO',
  'Europe/Sofia': 'BG',
  'Europe/Athens': 'GR',
  'Europe/Zagreb': 'HR',
  'Europe/Ljubljana': 'SI',
  'Europe/Belgrade': 'RS',
  'Europe/Vilnius': 'LT',
  'Europe/Riga': 'LV',
  'Europe/Tallinn': 'EE',
  'Europe/Kyiv': 'UA',
  'Europe/Istanbul': 'TR',
  'America/New_York': 'US',
  'America/Chicago': 'US',
  'America/Denver': 'US',
  'America/Los_Angeles': 'US',
  'America/Phoenix': 'US',
  'America/Toronto': 'CA',
  'America/Vancouver': 'CA',
  'America/Mexico_City': 'MX',
  'America/Sao_Paulo': 'BR',
  'America/Argentina/Buenos_Aires': 'AR',
  'America/Santiago': 'CL',
  'America/Bogota': 'CO',
  'Asia/Tokyo': 'JP',
  'Asia/Seoul': 'KR',
  'Asia/Singapore': 'SG',
  'Asia/Hong_Kong': 'HK',
  'Asia/Kolkata': 'IN',
  'Asia/Dubai': 'AE',
  'Asia/Jerusalem': 'IL',
  'Australia/Sydney': 'AU',
  'Australia/Melbourne': 'AU',
  'Pacific/Auckland': 'NZ',
  'Africa/Johannesburg': 'ZA',
  'Africa/Nairobi': 'KE',
  'Africa/Lagos': 'NG',
};

/**
 * Country (ISO 3166-1 alpha-2) and city of an event, '' where they are not known. A venue is read from its end: a country
 * by its English name or code, then the city without postal code and street.
 */
export function placeOf(venue: string, timeZone: string): { country: string; city: string } {
  const segments = venue
    .split(/[,;|·]|\s[–—-]\s/)
    .map((segment) => segment.trim())
    .filter((segment) => segment !== '');
  const named = segments.length > 1 ? countryNamed(segments.at(-1) ?? '') : '';
  if (named !== '') segments.pop();
  const country = named || (countryOfZone[timeZone] ?? '');
  const last = segments.length > 1 ? (segments.at(-1) ?? '') : '';
  // A postal code before or behind the city: 20095 Hamburg, Austin TX 78701, London SE1 7PB.
  const city = last
    .replace(/^(?:[A-Z]{1,2}-)?\d[\dA-Z]*(?:\s?[A-Z]{2})?\s+(?=\p{Lu})/u, '')
    .replace(/\s+(?:[A-Z]{2}\s+)?\d{4,6}(?:-\d+)?$/, '')
    .replace(/\s+[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}$/, '')
    .trim();
  return { country, city: /\d/.test(city) ? '' : city };
}

let names: ReadonlyMap<string, string> | null = null;

function countryNamed(text: string): string {
  names ??= new Map(
    Array.from({ length: 676 }, (_, i) => String.fromCharCode(65 + Math.floor(i / 26), 65 + (i % 26))).flatMap((code) => {
      const name = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(code);
      return name === undefined ? [] : [[name.toLowerCase(), code] as const];
    }),
  );
  const given = text.toLowerCase();
  const aliases: Record<string, string> = {
    uk: 'GB',
    usa: 'US',
    deutschland: 'DE',
    österreich: 'AT',
    schweiz: 'CH',
    'the netherlands': 'NL',
  };
  return aliases[given] ?? names.get(given) ?? '';
}
