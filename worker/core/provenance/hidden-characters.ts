/**
 * Characters that are read by machines and not by people: zero-width and joining marks, soft hyphens, marks that reorder
 * text, the block of tag characters, variation selectors, control characters but tab and line breaks. Pure.
 */
const hidden = /(?![\t\n\r])[\p{DI}\p{Cc}\p{Cf}]/gu;

export function withoutHidden(text: string): string {
  return text.replace(hidden, '');
}

/** What tag characters spell out: ASCII moved to a block that no font shows. */
export function hiddenMessage(text: string): string {
  return [...text]
    .map((char) => char.codePointAt(0) ?? 0)
    .filter((code) => code >= 0xe0020 && code <= 0xe007e)
    .map((code) => String.fromCodePoint(code - 0xe0000))
    .join('');
}

/** Without hidden characters, full-width forms as plain ones, every full stop and dash as one: what a browser makes of a host. */
export function readable(text: string): string {
  return withoutHidden(text)
    .normalize('NFKC')
    .replace(/[。．｡․]/g, '.')
    .replace(/[‐‑‒–—]/g, '-');
}

/** The same with letters of other scripts that look like Latin ones as these. For recognising phrases, never for showing or for hosts. */
export function withoutDisguise(text: string): string {
  return readable(text).replace(/[\u0370-\u03ff\u0400-\u04ff]/g, (char) => lookalikes[char] ?? char);
}

const lookalikes: Record<string, string> = Object.fromEntries(
  [
    'аa',
    'еe',
    'оo',
    'рp',
    'сc',
    'уy',
    'хx',
    'іi',
    'јj',
    'ѕs',
    'ԁd',
    'ԛq',
    'ԝw',
    'һh',
    'ӏl',
    'αa',
    'οo',
    'ρp',
    'ϲc',
    'νv',
    'ιi',
    'κk',
    'τt',
    'υu',
    'ηn',
  ]
    .concat([
      'АA',
      'ВB',
      'ЕE',
      'КK',
      'МM',
      'НH',
      'ОO',
      'РP',
      'СC',
      'ТT',
      'Хx',
      'ІI',
      'ЅS',
      'ΑA',
      'ΒB',
      'ΕE',
      'ΖZ',
      'ΗH',
      'ΙI',
      'ΚK',
      'ΜM',
      'ΝN',
      'ΟO',
      'ΡP',
      'ΤT',
      'ΥY',
      'ΧX',
    ])
    .map((pair) => [pair[0] ?? '', pair[1] ?? '']),
);
