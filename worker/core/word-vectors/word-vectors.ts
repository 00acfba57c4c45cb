import { isStopWord, stemOf } from '../knowledge/languages';
import { tokensOf } from '../knowledge/tokens';
import { isWeakWord } from '../knowledge/weak-words';
import { dimensions, table, words } from './data/vectors';

export { dimensions } from './data/vectors';

interface Table {
  rows: ReadonlyMap<string, number>;
  values: Float32Array;
}

let loaded: Table | undefined;

/** Some 3 ms, once and only when a vector is asked for: an isolate that answers no question does not pay for it. */
function tableOf(): Table {
  if (loaded) return loaded;
  const bytes = atob(table);
  const values = new Float32Array(bytes.length);
  for (let at = 0; at < bytes.length; at++) values[at] = ((bytes.charCodeAt(at) << 24) >> 24) / 127;
  loaded = { rows: new Map(words.split(' ').map((word, row) => [word, row])), values };
  return loaded;
}

/** The unit vector of an English stem (as `stemOf(word, 'en')` gives it), `dimensions` numbers; undefined when the lists do not name it. Not to be changed. */
export function vectorOfStem(stem: string): Float32Array | undefined {
  const { rows, values } = tableOf();
  const row = rows.get(stem);
  return row === undefined ? undefined : values.subarray(row * dimensions, (row + 1) * dimensions);
}

/** The unit vector of an English word in any case and inflection. */
export function vectorOf(word: string): Float32Array | undefined {
  return vectorOfStem(stemOf(word.toLowerCase(), 'en'));
}

/** The cosine of two vectors of the same length, -1 to 1; 0 when one of them is zero. */
export function cosine(a: Float32Array, b: Float32Array): number {
  let product = 0;
  let squareA = 0;
  let squareB = 0;
  for (let at = 0; at < a.length; at++) {
    const x = a[at] as number;
    const y = b[at] as number;
    product += x * y;
    squareA += x * x;
    squareB += y * y;
  }
  return squareA === 0 || squareB === 0 ? 0 : product / Math.sqrt(squareA * squareB);
}

const similarities = new Map<string, number>();
/** Pairs; some 4 MB at most. */
const similaritiesKept = 50_000;

/** How close two English stems are: 1 for the same, else the cosine of their vectors, 0 when one has none. From about 0.5 on they share a theme. */
export function similarityOfStems(a: string, b: string): number {
  if (a === b) return 1;
  const key = a < b ? `${a} ${b}` : `${b} ${a}`;
  const known = similarities.get(key);
  if (known !== undefined) return known;
  const left = vectorOfStem(a);
  const right = left === undefined ? undefined : vectorOfStem(b);
  const value = left === undefined || right === undefined ? 0 : cosine(left, right);
  if (similarities.size >= similaritiesKept) similarities.clear();
  similarities.set(key, value);
  return value;
}

/** How much a word says about what an English text is about, before anything is known of the texts around it. */
export function usualWeight(word: string, stem: string): number {
  if (isStopWord(word, 'en')) return 0;
  return isWeakWord(word) ? 0.3 : stem.length < 2 ? 0 : 1;
}

/**
 * What an English text is about: the unit vector of the weighted mean of its words, at most `limit` of them, stop words aside. Undefined when none of
 * them has a vector. `weightOf` takes the word (lower case) and its stem, as an idf would be given.
 */
export function vectorOfText(
  text: string,
  weightOf: (word: string, stem: string) => number = usualWeight,
  limit = 400,
): Float32Array | undefined {
  const sum = new Float32Array(dimensions);
  for (const token of tokensOf(text, 'en', limit)) {
    const weight = weightOf(token.word, token.stem) * token.share;
    const vector = weight === 0 ? undefined : vectorOfStem(token.stem);
    if (vector === undefined) continue;
    for (let at = 0; at < dimensions; at++) sum[at] = (sum[at] as number) + weight * (vector[at] as number);
  }
  const length = Math.sqrt(sum.reduce((total, value) => total + value * value, 0));
  return length === 0 ? undefined : sum.map((value) => value / length);
}

/** How near in meaning two English texts are, 0 to 1; 0 when one of them has no word that is known. */
export function similarityOfTexts(a: string, b: string): number {
  const left = vectorOfText(a);
  const right = left === undefined ? undefined : vectorOfText(b);
  return left === undefined || right === undefined ? 0 : Math.max(0, cosine(left, right));
}
