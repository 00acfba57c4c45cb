import { comparableName } from '../company-name';
import { ordinaryWords } from './ordinary-words';

/** Names of other companies in a text, found as whole words however they are written. Pure. */

export interface FoundName {
  name: string;
  text: string;
  index: number;
}

interface Word {
  /** As names are compared. */
  plain: string;
  written: string;
  index: number;
}

const connectives = new Set(['and', 'und', 'et', 'y', 'e', 'i', 'en', 'og', 'och']);
const wordPattern = /[\p{L}\p{N}]+/gu;

/**
 * Where a text names one of `others`. `allowed` are names and texts from records that may stand there: where one of them
 * covers a name, as `Acme Robotics` covers `Acme`, it is not another's.
 */
export function foreignNames(text: string, others: readonly string[], allowed: readonly string[]): FoundName[] {
  const words = wordsOf(text);
  const covered = byFirstWord(namesThatMayOccur(text, allowed).flatMap((one) => spellingsOf(one)));
  const named = byFirstWord(namesThatMayOccur(text, others).flatMap((name) => spellingsOf(name)));
  const found: FoundName[] = [];
  for (let i = 0; i < words.length; ) {
    const own = longest(words, i, covered);
    const other = longest(words, i, named);
    if (other && other.words.length > (own?.words.length ?? 0) && isNamed(other, words, i, text)) {
      const first = words[i];
      const last = words[i + other.words.length - 1];
      if (first && last)
        found.push({ name: other.name, text: text.slice(first.index, last.index + last.written.length), index: first.index });
      i += other.words.length;
    } else i += own?.words.length ?? 1;
  }
  return found;
}

interface Spelling {
  name: string;
  words: string[];
}

/** With and without its legal form. */
function spellingsOf(name: string): Spelling[] {
  const whole = wordsOf(name).map((word) => word.plain);
  const bare = comparableName(name).split(' ').filter(Boolean);
  const both = bare.join(' ') === whole.join(' ') ? [whole] : [whole, bare];
  return both.filter((words) => words.length > 0).map((words) => ({ name, words }));
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(wordPattern)]
    .map((match) => ({ plain: plainWord(match[0]), written: match[0], index: match.index }))
    .filter(({ plain }, index) => plain !== '' && (index === 0 || !connectives.has(plain)));
}

const ascii = /^[a-z0-9]+$/;

function plainWord(word: string): string {
  const lower = word.toLowerCase();
  const folded = ascii.test(lower) ? lower : lower.normalize('NFKD').replace(/\p{M}/gu, '').replace(/ß/g, 'ss');
  return folded.replace(/([aou])e/g, '$1');
}

/** Those whose first word the text holds. Cheap: of 50,000 names most are out at once. */
export function namesThatMayOccur(text: string, names: readonly string[]): string[] {
  const words = new Set(wordsOf(text).map((word) => word.plain));
  return names.filter((name) => mayOccur(name, words));
}

function mayOccur(name: string, words: ReadonlySet<string>): boolean {
  const [first = ''] = /[\p{L}\p{N}]+/u.exec(name) ?? [];
  if (first.toLowerCase() === 'the' || /[.'’]/.test(name.slice(0, first.length + 2))) return true;
  return words.has(plainWord(first));
}

function byFirstWord(spellings: Spelling[]): Map<string, Spelling[]> {
  const index = new Map<string, Spelling[]>();
  for (const spelling of spellings) {
    const first = spelling.words[0] ?? '';
    const list = index.get(first);
    if (list) list.push(spelling);
    else index.set(first, [spelling]);
  }
  return index;
}

function longest(words: readonly Word[], at: number, index: Map<string, Spelling[]>): Spelling | undefined {
  let best: Spelling | undefined;
  for (const spelling of index.get(words[at]?.plain ?? '') ?? [])
    if (spelling.words.length > (best?.words.length ?? 0) && spelling.words.every((word, offset) => words[at + offset]?.plain === word))
      best = spelling;
  return best;
}

/** One word is a name where it is written as one, and an ordinary one only where a name is expected. */
function isNamed(spelling: Spelling, words: readonly Word[], at: number, text: string): boolean {
  const word = words[at];
  if (!word || spelling.words.length > 1) return true;
  if (word.written.length < 2 || /^\d+$/.test(word.written)) return false;
  if (!spelling.name.includes(word.written)) return false;
  if (word.written === word.written.toLowerCase() && !/\d/.test(word.written)) return false;
  if (/^(?:sie|ihnen|ihr|uns|euch|wir|you|us|me|it|them|we|this|that)$/.test(word.plain)) return false;
  if (!ordinaryWords.has(word.plain)) return true;
  const before = text.slice(Math.max(0, word.index - 12), word.index);
  const after = text.slice(word.index + word.written.length, word.index + word.written.length + 6);
  return /(?:^|\s)(?:for|at|from|with|dear|für|bei|von|mit|an)\s$/i.test(before) && /^(?:['’]s|[,.!?:;)]|\s*$)/.test(after);
}
