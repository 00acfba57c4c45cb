/**
 * Attributes of the script tag:
 *
 *   data-event      id of the event; required
 *   data-lang       en, de, fr, es or pt; otherwise the page's `lang`, then the browser's languages, then English
 *   data-position   end (default), start, left or right: the corner in which the button sits
 *   data-theme      light, dark or auto (default: what the visitor's system prefers)
 *   data-dir        ltr or rtl; otherwise the direction of the page
 *   data-open       present: the chat opens with the page, without taking the focus
 */
export interface Settings {
  eventId: string;
  /** Origin that the script came from; everything else comes from there too. */
  origin: string;
  language: Language;
  side: 'left' | 'right';
  direction: 'ltr' | 'rtl';
  theme: 'light' | 'dark' | 'auto';
  openAtOnce: boolean;
}

export const languages = ['en', 'de', 'fr', 'es', 'pt'] as const;
export type Language = (typeof languages)[number];

export interface Surroundings {
  scriptAddress: string;
  attributes: Readonly<Record<string, string | undefined>>;
  pageLanguage: string;
  pageDirection: string;
  browserLanguages: readonly string[];
}

/** Pure. Null when the tag names no event. */
export function settingsFrom({ scriptAddress, attributes, pageLanguage, pageDirection, browserLanguages }: Surroundings): Settings | null {
  const eventId = attributes.event?.trim();
  if (!eventId) return null;
  const direction = (attributes.dir ?? pageDirection) === 'rtl' ? 'rtl' : 'ltr';
  const theme = attributes.theme;
  return {
    eventId,
    origin: new URL(scriptAddress).origin,
    language: chooseLanguage([attributes.lang, pageLanguage, ...browserLanguages]),
    side: sideOf(attributes.position, direction),
    direction,
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
    openAtOnce: attributes.open !== undefined && attributes.open !== 'false',
  };
}

/** The first wish that there are texts for; a wish for a language without texts means English, not the next wish's language. */
export function chooseLanguage(wishes: readonly (string | undefined)[]): Language {
  const wish = wishes.find((value) => value?.trim());
  const base = wish?.trim().toLowerCase().split(/[-_]/)[0];
  return languages.find((language) => language === base) ?? 'en';
}

function sideOf(position: string | undefined, direction: 'ltr' | 'rtl'): 'left' | 'right' {
  if (position === 'left' || position === 'right') return position;
  return (position === 'start') === (direction === 'ltr') ? 'left' : 'right';
}
