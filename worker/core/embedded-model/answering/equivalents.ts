import { stemOf } from '../../knowledge/languages';
import { tokensOf } from '../../knowledge/tokens';
import { associations } from '../data/associations';
import { kinds, synonyms } from '../data/synonyms';

interface Span {
  from: number;
  to: number;
  phrases: string[][];
}

interface Entry {
  stems: string[];
  /** What may stand in its place on a page. */
  phrases: string[][];
}

type Table = Map<string, Entry[]>;
/** By first stem. */
const entries: Table = new Map();
const associated: Table = new Map();

function add(table: Table, phrase: string[], others: string[][]): void {
  const first = phrase[0];
  if (first === undefined) return;
  const list = table.get(first) ?? [];
  const same = list.find((entry) => entry.stems.join(' ') === phrase.join(' '));
  if (same) same.phrases.push(...others);
  else list.push({ stems: phrase, phrases: [...others] });
  table.set(first, list);
}

function phrasesOf(list: string): string[][] {
  return list.split(',').map((text) =>
    tokensOf(text, 'en', 12)
      .map((token) => token.stem)
      .filter((stem) => stem !== stemOf('the', 'en')),
  );
}

for (const line of synonyms.trim().split('\n')) {
  const group = phrasesOf(line);
  for (const phrase of group)
    add(
      entries,
      phrase,
      group.filter((other) => other !== phrase),
    );
}
for (const line of kinds.trim().split('\n')) {
  const [broader = '', narrower = ''] = line.split(':');
  for (const phrase of phrasesOf(narrower)) add(entries, phrase, phrasesOf(broader));
}
for (const line of associations.trim().split('\n')) {
  const [asked = '', told = ''] = line.split(' : ');
  const group = phrasesOf(asked);
  for (const phrase of group) add(associated, phrase, [...group.filter((other) => other !== phrase), ...phrasesOf(told)]);
}

/** What stems of a question (English) may be called on a page, with the positions they take up; the longest phrase at each place. */
export function equivalents(stems: readonly string[]): Span[] {
  return spans(entries, stems);
}

/** In what other words a page may tell of the same thing; looser. */
export function associates(stems: readonly string[]): Span[] {
  return spans(associated, stems);
}

function spans(table: Table, stems: readonly string[]): Span[] {
  const found: Span[] = [];
  stems.forEach((stem, at) => {
    const matches = (table.get(stem) ?? []).filter((entry) => entry.stems.every((part, offset) => stems[at + offset] === part));
    const longest = Math.max(0, ...matches.map((entry) => entry.stems.length));
    for (const entry of matches) if (entry.stems.length === longest) found.push({ from: at, to: at + longest, phrases: entry.phrases });
  });
  return found;
}

/** Whether the synonym table knows a word. */
export function isDomainWord(word: string): boolean {
  return entries.has(stemOf(word, 'en'));
}
