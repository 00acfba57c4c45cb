import { languageOf } from '../../../core/knowledge/languages';
import { sentencesOf } from '../../../core/knowledge/sentences';
import { tokensOf } from '../../../core/knowledge/tokens';
import { readable } from '../../../core/provenance/hidden-characters';
import { type Allowed, foreignLinks, linksInText } from '../../../core/provenance/links';
import { isSuspicious } from '../../../core/provenance/suspicious';
import { unsupportedStatements } from './grounding';

/** What a reply may stand on. */
export interface Ground {
  /** The parts of pages that bear on the question, as the model read them. */
  evidence: readonly string[];
  /** What tools returned of records, as text. */
  records: readonly string[];
  /** Name, venue, dates, contact and refund table of the event. */
  event: string;
  /** The attendee's last message. */
  question: string;
  /** It reads like instructions to a model: nothing of it is repeated. */
  suspicious: boolean;
  allowed: Allowed;
}

/** Why a sentence of a language model may not be shown, or null. Pure. */
export function sentenceProblem(sentence: string, ground: Ground): string | null {
  const [missing] = unsupportedStatements(sentence, [...ground.evidence, ...ground.records, ground.event]);
  if (missing) return `nothing that was read supports: ${missing}`;
  if (isSuspicious(sentence)) return 'it speaks like instructions to a model';
  const [foreign] = foreignLinks(sentence, 'text', ground.allowed);
  if (foreign) return `it leads elsewhere: ${foreign.text}`;
  const [odd] = oddWords(sentence, ground);
  if (odd) return `nothing that bears on the question says: ${odd}`;
  return null;
}

/** Why a text of a language model may not be shown: the problem of its first sentence that has one. */
export function textProblem(text: string, ground: Ground): string | null {
  if (text.trim() === '') return null;
  for (const { start, end } of sentencesOf(text)) {
    const problem = sentenceProblem(text.slice(start, end), ground);
    if (problem) return problem;
  }
  return null;
}

/**
 * Words that are no ordinary ones and stand in nothing the answer may stand on: codes, marks, shouted or joined words. An
 * answer rephrases with ordinary words; a token that somebody planted is none.
 */
function oddWords(sentence: string, ground: Ground): string[] {
  const known = wordsOf([...ground.evidence, ...ground.records, ground.event].join('\n'));
  return [...readable(sentence).matchAll(word)]
    .filter(({ 0: text }) => isOdd(text) && !known.has(text.toLowerCase()) && !partsKnown(text, known))
    .map(({ 0: text }) => text);
}

const word = /[\p{L}\p{N}][\p{L}\p{N}'’_-]*/gu;

function wordsOf(text: string): Set<string> {
  const words = new Set<string>();
  for (const [found] of readable(text).matchAll(word)) {
    words.add(found.toLowerCase());
    for (const part of found.toLowerCase().split(/['’_-]/)) words.add(part);
  }
  for (const token of tokensOf(text, languageOf(text))) words.add(token.word);
  return words;
}

function partsKnown(text: string, known: ReadonlySet<string>): boolean {
  const parts = text
    .toLowerCase()
    .split(/['’_-]/)
    .filter(Boolean);
  return parts.length > 1 && parts.every((part) => known.has(part) || (/^\p{L}+$/u.test(part) && part.length < 4));
}

/** Figures are checked as statements where they are money, dates, times; here as words. */
function isOdd(text: string): boolean {
  if (/_/.test(text) || text.length > 24) return true;
  if (/\p{L}/u.test(text) && /\p{N}/u.test(text))
    return !/^\d{1,4}(?:st|nd|rd|th|am|pm|h|er|e|x|m|km|min)$|^[a-z]\d{1,2}$|^\d{1,2}[a-z]$/i.test(text);
  if (/^\p{N}+$/u.test(text)) return text.length > 2;
  return /\p{Lu}.*\p{Lu}/u.test(text) && text.length > 2;
}

/**
 * An answer without sentences that lead outside the allowed hosts, but for those a page that is cited says in answer to
 * what was asked. For answers that quote pages word for word.
 */
export function withoutForeignLinks(answer: string, quotes: readonly string[], ground: Pick<Ground, 'allowed' | 'question'>): string {
  if (foreignLinks(answer, 'text', ground.allowed).length === 0) return answer;
  const wanted = contentOf(ground.question);
  const quoted = quotes.flatMap((quote) => linksInText(quote).map((link) => link.text));
  return withoutSentences(answer, (sentence) => {
    const foreign = foreignLinks(sentence, 'text', ground.allowed);
    const asked = foreign.every((link) => quoted.includes(link.text)) && contentOf(sentence).some((stem) => wanted.includes(stem));
    return foreign.length > 0 && !asked;
  });
}

/** An answer without sentences that repeat a message that reads like instructions to a model: four words in a row, or a word of its own kind. */
export function withoutEchoes(answer: string, quotes: readonly string[], question: string): string {
  const quoted = quotes.join('\n').toLowerCase();
  const asked = runsOfWords(question);
  const odd = [...readable(question).matchAll(word)].map(([text]) => text).filter((text) => isOdd(text));
  return withoutSentences(answer, (sentence) => {
    const lower = readable(sentence).toLowerCase();
    const echoes = [...runsOfWords(sentence)].some((run) => asked.has(run) && !quoted.includes(run));
    return echoes || odd.some((text) => lower.includes(text.toLowerCase()) && !quoted.includes(text.toLowerCase()));
  });
}

function runsOfWords(text: string): Set<string> {
  const words = [...readable(text).toLowerCase().matchAll(word)].map(([found]) => found);
  return new Set(words.slice(3).map((_, at) => words.slice(at, at + 4).join(' ')));
}

function withoutSentences(text: string, drop: (sentence: string) => boolean): string {
  let kept = '';
  let at = 0;
  for (const { start, end } of sentencesOf(text)) {
    kept += drop(text.slice(start, end)) ? text.slice(at, start) : text.slice(at, end);
    at = end;
  }
  return (kept + text.slice(at)).replace(/\n{3,}/g, '\n\n').trim();
}

function contentOf(text: string): string[] {
  return tokensOf(text, languageOf(text))
    .filter((token) => !token.stop && token.stem.length > 2)
    .map((token) => token.stem);
}
