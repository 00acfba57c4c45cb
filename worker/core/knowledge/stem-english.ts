// Porter2 (Snowball English, snowballstem.org/algorithms/english/stemmer.html). The Porter stemmer of @orama/stemmers maps "selection" and
// "select" to different stems, which costs recall on the most usual pairs of this domain.

const exceptions = new Map([
  ['skis', 'ski'],
  ['skies', 'sky'],
  ['dying', 'die'],
  ['lying', 'lie'],
  ['tying', 'tie'],
  ['idly', 'idl'],
  ['gently', 'gentl'],
  ['ugly', 'ugli'],
  ['early', 'earli'],
  ['only', 'onli'],
  ['singly', 'singl'],
]);
const invariant = new Set('sky news howe atlas cosmos bias andes'.split(' '));
const invariantAfterPlural = new Set('inning outing canning herring earring proceed exceed succeed'.split(' '));
const step2: [string, string][] = [
  ['ization', 'ize'],
  ['ational', 'ate'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['iveness', 'ive'],
  ['tional', 'tion'],
  ['biliti', 'ble'],
  ['lessli', 'less'],
  ['entli', 'ent'],
  ['ation', 'ate'],
  ['alism', 'al'],
  ['aliti', 'al'],
  ['ousli', 'ous'],
  ['iviti', 'ive'],
  ['fulli', 'ful'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['abli', 'able'],
  ['izer', 'ize'],
  ['ator', 'ate'],
  ['alli', 'al'],
  ['bli', 'ble'],
];
const step3: [string, string][] = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['alize', 'al'],
  ['icate', 'ic'],
  ['iciti', 'ic'],
  ['ical', 'ic'],
  ['ful', ''],
  ['ness', ''],
];
const step4 = 'ement ance ence able ible ment ant ent ism ate iti ous ive ize al er ic'.split(' ');
const vowel = /[aeiouy]/;

/** The Porter2 stem of a lower-case English word without apostrophes. Words that are not plain a-z come back as they are. */
export function stemEnglish(word: string): string {
  if (word.length < 3 || !/^[a-z]+$/.test(word)) return word;
  const exception = exceptions.get(word);
  if (exception !== undefined) return exception;
  if (invariant.has(word)) return word;
  let w = markConsonantY(word);
  const [r1, r2] = regions(w);
  w = plural(w);
  if (invariantAfterPlural.has(w)) return w;
  w = pastAndGerund(w, r1);
  if (/[^aeiouy][yY]$/.test(w) && w.length > 2) w = `${w.slice(0, -1)}i`;
  w = derivational(w, r1, r2);
  return finalLetters(w, r1, r2).toLowerCase();
}

function markConsonantY(word: string): string {
  return word.replace(/^y/, 'Y').replace(/([aeiouy])y/g, '$1Y');
}

function regions(w: string): [number, number] {
  const prefix = /^(?:gener|commun|arsen)/.exec(w);
  const r1 = prefix ? prefix[0].length : afterVowelConsonant(w, 0);
  return [r1, afterVowelConsonant(w, r1)];
}

function afterVowelConsonant(w: string, from: number): number {
  const match = /[aeiouy][^aeiouy]/.exec(w.slice(from));
  return match ? from + match.index + 2 : w.length;
}

function plural(w: string): string {
  if (w.endsWith('sses')) return w.slice(0, -2);
  if (/ie[ds]$/.test(w)) return w.length > 4 ? w.slice(0, -2) : w.slice(0, -1);
  if (/(?:us|ss)$/.test(w)) return w;
  if (w.endsWith('s') && vowel.test(w.slice(0, -2))) return w.slice(0, -1);
  return w;
}

function pastAndGerund(w: string, r1: number): string {
  const eed = /eed(?:ly)?$/.exec(w);
  if (eed) return eed.index >= r1 ? `${w.slice(0, eed.index)}ee` : w;
  const suffix = /(?:ed|ing)(?:ly)?$/.exec(w);
  if (!suffix || !vowel.test(w.slice(0, suffix.index))) return w;
  const rest = w.slice(0, suffix.index);
  if (/(?:at|bl|iz)$/.test(rest)) return `${rest}e`;
  if (/(bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(rest)) return rest.slice(0, -1);
  return isShort(rest, r1) ? `${rest}e` : rest;
}

function isShort(w: string, r1: number): boolean {
  return r1 >= w.length && endsInShortSyllable(w);
}

function endsInShortSyllable(w: string): boolean {
  return /[^aeiouy][aeiouy][^aeiouywxY]$/.test(w) || /^[aeiouy][^aeiouy]$/.test(w);
}

function derivational(word: string, r1: number, r2: number): string {
  let w = word;
  const second = step2.find(([suffix]) => w.endsWith(suffix));
  if (second) {
    if (w.length - second[0].length >= r1) w = w.slice(0, -second[0].length) + second[1];
  } else if (w.endsWith('ogi') && w.at(-4) === 'l' && w.length - 3 >= r1) w = w.slice(0, -1);
  else if (/[cdeghkmnrt]li$/.test(w) && w.length - 2 >= r1) w = w.slice(0, -2);
  const third = step3.find(([suffix]) => w.endsWith(suffix));
  if (third) {
    if (w.length - third[0].length >= r1) w = w.slice(0, -third[0].length) + third[1];
  } else if (w.endsWith('ative') && w.length - 5 >= r2) w = w.slice(0, -5);
  const fourth = step4.find((suffix) => w.endsWith(suffix));
  if (fourth) return w.length - fourth.length >= r2 ? w.slice(0, -fourth.length) : w;
  return /[st]ion$/.test(w) && w.length - 3 >= r2 ? w.slice(0, -3) : w;
}

function finalLetters(w: string, r1: number, r2: number): string {
  const body = w.slice(0, -1);
  if (w.endsWith('e')) return body.length >= r2 || (body.length >= r1 && !endsInShortSyllable(body)) ? body : w;
  return w.endsWith('ll') && body.length >= r2 ? body : w;
}
