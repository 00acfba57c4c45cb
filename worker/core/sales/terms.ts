/** Pure. Terms of organizers and companies, compared as people would: without case, accents, hyphens and plurals. */

/** Text made ready to be searched, by whoever searches it more than once. */
export function folded(...texts: readonly string[]): string {
  const text = texts.length === 1 ? (texts[0] ?? '') : texts.join(' ; ');
  const plain = beyondAscii.test(text) ? text.normalize('NFD').replace(/\p{M}/gu, '') : text;
  return plain.toLowerCase().replaceAll('-', ' ').trim();
}

const beyondAscii = /[^\t-~]/;

/** A term made ready to be looked for. Short ones must stand alone: `ai` is not in `aircraft`. */
export interface Needle {
  term: string;
  text: string;
  whole: boolean;
}

export function needlesOf(terms: readonly string[]): Needle[] {
  const seen = new Map<string, Needle>();
  for (const term of terms) {
    const bare = folded(term);
    if (bare === '' || seen.has(bare)) continue;
    const stem = bare.length > 4 ? bare.replace(/(?:ies|es|s|en|e|y)$/, '') : bare;
    seen.set(bare, stem.length > 3 ? { term: term.trim(), text: stem, whole: false } : { term: term.trim(), text: bare, whole: true });
  }
  return [...seen.values()];
}

/** The terms that a folded text holds, each from where a word begins. */
export function foundIn(text: string, needles: readonly Needle[]): string[] {
  if (text === '') return [];
  const found: string[] = [];
  for (const needle of needles) if (holds(text, needle)) found.push(needle.term);
  return found;
}

function holds(text: string, { text: needle, whole }: Needle): boolean {
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1))
    if (!isWord(text, at - 1) && (!whole || !isWord(text, at + needle.length))) return true;
  return false;
}

/** Whether a letter or digit stands there; letters of other alphabets count. */
function isWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code > 191;
}
