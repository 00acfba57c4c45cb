import { type IndexLanguage, languageOf } from '../../knowledge/languages';
import { plainText } from '../../knowledge/plain-text';
import { sentencesOf } from '../../knowledge/sentences';
import { tokensOf } from '../../knowledge/tokens';
import type { Passage } from '../../knowledge/types';

/** The smallest piece of a passage that can be an answer: a sentence, a list item or a table row. */
export interface Unit {
  kind: 'sentence' | 'item' | 'row' | 'heading';
  /** Exactly as in the passage. */
  source: string;
  /** Without Markdown; a row with the headers of its columns. */
  plain: string;
  /** What it hangs on: a question before it, the line before its list, the item above it. A question is a heading, never an answer. */
  lead: string;
  stems: string[];
  leadStems: string[];
  position: number;
}

export interface ReadPassage {
  passage: Passage;
  language: IndexLanguage;
  units: Unit[];
  headingStems: Set<string>;
  /** Of the heading right above the passage. */
  nearestHeadingStems: string[];
  titleStems: Set<string>;
  /** Stems of the whole passage without its headings. */
  stems: Set<string>;
  /** Years named by the passage, its headings or its page's title. */
  years: number[];
  titleYears: number[];
}

const cache = new Map<string, ReadPassage>();
/** Passages; some 20 MB at most. */
const cacheLimit = 600;

/** A passage cut into units. Results for the last few hundred passages are kept: the same ones answer most questions of an event. */
export function readPassage(passage: Passage): ReadPassage {
  const key = `${passage.id}\n${passage.start}\n${passage.text}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const read = analyse(passage);
  if (cache.size >= cacheLimit) cache.clear();
  cache.set(key, read);
  return read;
}

function analyse(passage: Passage): ReadPassage {
  const language = languageOf(`${passage.pageTitle} ${passage.text}`);
  const units = unitsOf(passage, language);
  const headings = passage.headingPath.join(' . ');
  return {
    passage,
    language,
    units,
    headingStems: new Set(stemsOf(headings, language)),
    nearestHeadingStems: stemsOf(passage.headingPath.at(-1) ?? '', language),
    titleStems: new Set(stemsOf(`${passage.pageTitle} ${(passage.address ?? passage.pageId).replace(/[-_/.]/g, ' ')}`, language)),
    stems: new Set(units.flatMap((unit) => unit.stems)),
    years: yearsOf(`${headings} ${passage.text}`),
    titleYears: yearsOf(`${passage.pageTitle} ${passage.address ?? passage.pageId}`),
  };
}

export function stemsOf(text: string, language: IndexLanguage): string[] {
  return tokensOf(text, language, 2000).map((token) => token.stem);
}

export function yearsOf(text: string): number[] {
  return [...new Set((text.match(/(?<![\d-])20[0-3]\d(?!\d)/g) ?? []).map(Number))];
}

function unitsOf(passage: Passage, language: IndexLanguage): Unit[] {
  const units: Unit[] = [];
  const own = passage.headingPath.at(-1);
  let intro = '';
  let parents: { indent: number; text: string }[] = [];
  let header: string[] | undefined;
  let question = '';
  for (const span of sentencesOf(passage.text)) {
    const source = withoutRules(passage.text.slice(span.start, span.end));
    if (source.trim() === '') continue;
    const lineStart = passage.text.lastIndexOf('\n', span.start) + 1;
    const indent = span.start - lineStart;
    const startsLine = passage.text.slice(lineStart, span.start).trim() === '';
    if (/^\|.*\|\s*$/s.test(source) || (header !== undefined && source.split('|').length >= 3)) {
      const cells = cellsOf(source);
      if (cells.every((cell) => cell === '')) continue;
      if (header === undefined) {
        header = cells;
        if (nextLineIsRule(passage.text, span.end)) continue;
        header = [];
      }
      const plain = rowText(header, cells);
      if (plain !== '') units.push(unit('row', source, plain, intro));
      continue;
    }
    header = undefined;
    const plain = plainText(withoutStruck(source))
      .replace(/\s*\n\s*/g, ' ')
      .trim();
    if (!/[\p{L}\p{N}]/u.test(plain)) continue;
    if (
      startsLine &&
      (/^ {0,3}#{1,6}\s/.test(source) || (units.length === 0 && own !== undefined && plain.replace(/^Q[.:]\s*/i, '') === own))
    ) {
      units.push(unit('heading', source, plain.replace(/^Q[.:]\s*/i, ''), ''));
      parents = [];
      intro = '';
      question = '';
      continue;
    }
    if (/\?\W{0,4}$/.test(plain) && plain.length <= 220) {
      units.push(unit('heading', source, plain, ''));
      question = plain;
      continue;
    }
    if (startsLine && /^(?:[-*+•]|\d{1,3}[.)])\s/.test(source)) {
      parents = parents.filter((parent) => parent.indent < indent);
      units.push(unit('item', source, plain, [question, intro, ...parents.map((parent) => parent.text)].filter(Boolean).join(' ')));
      parents.push({ indent, text: plain });
      continue;
    }
    if (startsLine && indent === 0) parents = [];
    const lead = [question, ...(parents.length > 0 ? [intro, ...parents.map((parent) => parent.text)] : [])].filter(Boolean).join(' ');
    units.push(unit('sentence', source, plain, lead));
    if (parents.length === 0) intro = plain;
  }
  return units;

  function unit(kind: Unit['kind'], source: string, plain: string, lead: string): Unit {
    return {
      kind,
      source,
      plain,
      lead,
      stems: stemsOf(plain, language),
      leadStems: lead === '' ? [] : stemsOf(lead, language),
      position: units.length,
    };
  }
}

/** Struck-through text no longer holds. */
export function withoutStruck(source: string): string {
  return source.replace(/~~[^~]{1,400}~~/g, ' ').replace(/<(del|s|strike)>[^<]{1,400}<\/\1>/gi, ' ');
}

function cellsOf(row: string): string[] {
  return row
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => plainText(cell).replace(/\s+/g, ' ').trim());
}

/** The line under a table's header is none of its rows. */
function withoutRules(source: string): string {
  return source.replace(/^(?=[^\n]*--)[ \t|:-]+$\n?/gm, '');
}

function nextLineIsRule(text: string, from: number): boolean {
  return /^\s*\|?\s*:?-{2,}/.test(text.slice(from, from + 80));
}

/** "Student: early €50; late €80": the first cell names the row, the others carry their column's header. */
function rowText(header: string[], cells: string[]): string {
  const [first = '', ...rest] = cells;
  const named = rest.map((cell, index) => (cell === '' ? '' : header[index + 1] ? `${header[index + 1]}: ${cell}` : cell)).filter(Boolean);
  if (first === '') return named.join('; ');
  return named.length === 0 ? first : `${first}: ${named.join('; ')}`;
}
