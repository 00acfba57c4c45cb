import type { Passage } from '../../knowledge/types';
import type { SupportReply } from '../types';
import type { Candidate } from './features';
import { type ReadPassage, type Unit, withoutStruck } from './units';

export interface Excerpt {
  text: string;
  passages: Passage[];
}

/** Characters of one answer; a single sentence may exceed it. */
const budget = 740;
/** Units that score this far below the best still go along; and at most so many passages are quoted. */
const companion = { below: 5, passages: 4, units: 7 } as const;

/**
 * The answer to one question in the words of the pages: the best unit with what it cannot do without (its lead-in, the items it announces, the
 * sentence it refers to, the exception that follows), then close runners-up. Nothing is reworded.
 */
export function excerptOf(consideration: { candidates: readonly Candidate[] }): Excerpt | undefined {
  const chosen = chosenUnits(consideration.candidates);
  if (chosen.size === 0) return undefined;
  return {
    text: [...chosen].map(([read, positions]) => textOf(read, positions)).join('\n\n'),
    passages: [...chosen.keys()].map((read) => read.passage),
  };
}

/** Which units make the answer, by passage: positions of units. `candidates` by falling score. */
export function chosenUnits(candidates: readonly Candidate[]): Map<ReadPassage, Set<number>> {
  const best = candidates.find((candidate) => candidate.unit.kind !== 'heading' || bodyOf(candidate.read).length > 0);
  const chosen = new Map<ReadPassage, Set<number>>();
  if (best === undefined) return chosen;
  let length = 0;
  const take = (read: ReadPassage, unit: Unit): boolean => {
    const units = chosen.get(read) ?? new Set<number>();
    if (unit.kind === 'heading' || units.has(unit.position)) return true;
    if (length > 0 && length + unit.plain.length > budget) return false;
    units.add(unit.position);
    chosen.set(read, units);
    length += unit.plain.length;
    return true;
  };
  takeWhole(best, take);
  let taken = 1;
  for (const candidate of candidates) {
    if (taken >= companion.units || candidate.score < best.score - companion.below) break;
    if (candidate === best || candidate.unit.kind === 'heading') continue;
    if (!chosen.has(candidate.read) && chosen.size >= companion.passages) continue;
    if (isBesideThePoint(candidate, best)) continue;
    if (repeats(candidate, chosen)) continue;
    if (take(candidate.read, candidate.unit)) taken++;
  }
  return chosen;
}

function takeWhole(best: Candidate, take: (read: ReadPassage, unit: Unit) => boolean): void {
  const { read, unit } = best;
  const body = bodyOf(read);
  if (unit.kind === 'heading') {
    for (const follower of read.units.slice(unit.position + 1, unit.position + 4)) if (!take(read, follower)) break;
    return;
  }
  take(read, unit);
  if (read.passage.kind === 'faq' && body.reduce((sum, part) => sum + part.plain.length, 0) <= budget * 0.8) {
    for (const part of body) take(read, part);
    return;
  }
  const previous = read.units[unit.position - 1];
  if (previous !== undefined && refersBack.test(unit.plain) && unit.kind === 'sentence') take(read, previous);
  if (/:\W{0,3}$/.test(unit.plain)) {
    for (const item of read.units.slice(unit.position + 1, unit.position + 8)) {
      if (item.kind === 'sentence' && item.position > unit.position + 1) break;
      if (!take(read, item)) break;
    }
  }
  const next = read.units[unit.position + 1];
  if (next !== undefined && unit.kind === 'sentence' && qualifies.test(next.plain)) take(read, next);
}

const refersBack =
  /^(?:it|this|these|they|those|that|he|she|however|but|there|then|otherwise|also|in (?:this|that) case|such|both|dies|diese|es|il|elle|ils|ce|cette|ello|esto|esta|isso|este)\b/i;
const qualifies =
  /^(?:however|but|unless|except|please note|note|only|exceptions?|if|otherwise|this|these|they|after|before|jedoch|aber|sauf|cependant|sin embargo|excepto|porém|exceto)\b/i;

function bodyOf(read: ReadPassage): Unit[] {
  return read.units.filter((unit) => unit.kind !== 'heading');
}

/** Its section names next to nothing of what that of the best unit names. */
function isBesideThePoint(candidate: Candidate, best: Candidate): boolean {
  return candidate.read !== best.read && best.features.section >= naming.best && candidate.features.section < naming.other;
}

/** Where the best unit with its heading names this much of what was asked, units of other passages that name less than the second are left out. */
const naming = { best: 0.7, other: 0.2 } as const;

/** The same words are already in the answer (pages repeat themselves). */
function repeats(candidate: Candidate, chosen: Map<ReadPassage, Set<number>>): boolean {
  const own = new Set(candidate.unit.stems);
  for (const [read, positions] of chosen) {
    for (const position of positions) {
      const other = read.units[position];
      if (other === undefined || other === candidate.unit) continue;
      const shared = other.stems.filter((stem) => own.has(stem)).length;
      if (read !== candidate.read && shared >= 0.9 * Math.max(own.size, 1)) return true;
    }
  }
  return false;
}

function textOf(read: ReadPassage, positions: Set<number>): string {
  const units = read.units.filter((unit) => positions.has(unit.position));
  const lines: string[] = [];
  const heading = read.passage.headingPath.at(-1);
  const listed = units.filter((unit) => unit.kind !== 'sentence');
  if (listed.length > 0 && listed.length === units.length) {
    const lead = units[0]?.lead ?? '';
    if (/:\W{0,3}$/.test(lead) && lead.length <= 200) lines.push(lead);
    else if (heading !== undefined && read.passage.kind !== 'faq') lines.push(`**${heading}**`);
  }
  for (const unit of units) {
    if (unit.kind === 'item' || unit.kind === 'row') lines.push(`- ${lightMarkdown(unit)}`);
    else if (lines.length > 0 && !lines.at(-1)?.startsWith('- ') && !lines.at(-1)?.startsWith('**'))
      lines.push(`${lines.pop()} ${lightMarkdown(unit)}`);
    else lines.push(lightMarkdown(unit));
  }
  return lines.join('\n').trim();
}

/** A unit for the reader: links to elsewhere and bold stay, other marks go. */
function lightMarkdown(unit: Unit): string {
  if (unit.kind === 'row') return unit.plain;
  return withoutStruck(unit.source)
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/\[([^\]]+)\]\(((?:https?:|mailto:)[^)\s]+)[^)]*\)/g, '[$1]($2)')
    .replace(/\[([^\]]+)\](?:\((?!https?:|mailto:)[^)]*\)|\[[^\]]*\])/g, '$1')
    .replace(/^\s*(?:[-*+•]|\d{1,3}[.)]|>|#{1,6})\s+/gm, '')
    .replace(/^A[.:]\s+/, '')
    .replace(/<\/?[a-z][^<>]*>/gi, ' ')
    .replace(/(\*\*\*|\*\*|__)/g, '')
    .replace(/(^|[\s(])[*_]([^*_\n]{1,300})[*_](?=[\s).,;:!?]|$)/g, '$1$2')
    .replace(/\s+/g, ' ')
    .trim();
}

export function citationsOf(passages: Passage[]): SupportReply['citations'] {
  const seen = new Set<string>();
  const citations: SupportReply['citations'] = [];
  for (const passage of passages) {
    if (seen.has(passage.id)) continue;
    seen.add(passage.id);
    citations.push({ passageId: passage.id, pageId: passage.pageId, pageTitle: passage.pageTitle, quote: passage.text });
  }
  return citations;
}
