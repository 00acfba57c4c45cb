import { type AnswerTypes, typesWanted } from './answer-types';
import type { ConceptMatch } from './concepts';
import { conceptAnswers, conceptMark, conceptsOf } from './concepts';
import { type IndexLanguage, languageOf, stemOf } from './languages';
import { type Token, tokensOf } from './tokens';
import { isWeakWord } from './weak-words';

/** A stem or the mark of a concept that counts as a hit of its group, with the weight of one hit (0 to 1]. */
export interface Member {
  stem: string;
  weight: number;
}

/** What the question asks about, as one thing: a word of it, or a concept of the domain with all its names. */
export interface QueryGroup {
  key: string;
  kind: 'word' | 'concept';
  weight: number;
  members: Member[];
}

export interface ParsedQuery {
  text: string;
  language: IndexLanguage;
  tokens: Token[];
  groups: QueryGroup[];
  /** Neighbouring content stems of the question, in order. */
  pairs: [string, string][];
  /** Answer types that the question words point to, and those that its concepts call for. */
  wanted: AnswerTypes;
  sought: AnswerTypes;
  years: number[];
}

export interface QueryOptions {
  /** Languages of the indexed pages, most usual first. */
  languages: readonly IndexLanguage[];
  /** Documents that contain a stem; decides what is misspelt and which forms are worth searching. */
  frequency(stem: string): number;
  /** A word of the pages or of the language that a misspelt word may stand for. */
  correct(word: string): string | undefined;
  conceptWeight: number;
  relatedWeight: number;
  everydayWeight: number;
  /** Weight of words that most questions could contain, such as "start" or "people". */
  weakWeight: number;
}

/** "9yo", "12 y/o", "15-yr-old". */
const ageShorthand = /\b(\d{1,2})[\s-]?(?:yo|y\/o|yrs?[\s-]olds?|year[\s-]olds?)\b/gi;
/** A guess counts less than what was typed. */
const correctedShare = 0.8;
const maxTokens = 64;
const maxGroups = 40;

/** The question as groups of stems to look for. Pure; typos are corrected through the passed-in dictionary. */
export function parseQuery(text: string, options: QueryOptions): ParsedQuery {
  const bounded = text.slice(0, 2000).replace(ageShorthand, '$1 years old');
  const pagesLanguage = options.languages[0] ?? 'en';
  const language = languageOf(bounded, pagesLanguage);
  const tokens = corrected(tokensOf(bounded, language, maxTokens), language, options);
  const content = tokens.filter((token) => !token.stop);
  const kept = content.length > 0 ? content : tokens;
  const groups = wordGroups(kept, language, options);
  let sought = 0;
  if (options.conceptWeight > 0 || options.everydayWeight > 0) {
    const matches = conceptsOf(tokens, language);
    for (const match of matches) {
      if (match.everyday ? options.everydayWeight === 0 : options.conceptWeight === 0) continue;
      groups.push(conceptGroup(match, options));
      sought |= conceptAnswers(match.concept);
    }
  }
  return {
    text: bounded,
    language,
    tokens,
    groups: groups.slice(0, maxGroups),
    pairs: pairsOf(kept),
    wanted: typesWanted(tokens.map((token) => token.word).join(' ')),
    sought,
    years: (bounded.match(/\b(?:19|20)\d\d\b/g) ?? []).map(Number),
  };
}

function corrected(tokens: Token[], language: IndexLanguage, options: QueryOptions): Token[] {
  return tokens.map((token) => {
    if (token.stop || token.word.length < 4 || /\d/.test(token.word) || options.frequency(token.stem) > 0) return token;
    const word = options.correct(token.word);
    return word === undefined ? token : { ...token, word, stem: stemOf(word, language), share: token.share * correctedShare };
  });
}

function wordGroups(tokens: Token[], language: IndexLanguage, options: QueryOptions): QueryGroup[] {
  const groups = new Map<string, QueryGroup>();
  tokens.forEach((token, index) => {
    const members: Member[] = [{ stem: token.stem, weight: 1 }];
    for (const other of options.languages) {
      const stem = other === language ? token.stem : stemOf(token.word, other);
      if (!members.some((member) => member.stem === stem)) members.push({ stem, weight: 1 });
    }
    const next = tokens[index + 1];
    const joined = next && stemOf(token.word + next.word, language);
    if (joined && joined.length > 5 && options.frequency(joined) > 0) members.push({ stem: joined, weight: 1 });
    const known = groups.get(token.stem);
    if (known) known.weight = Math.min(2, known.weight + 0.5);
    else
      groups.set(token.stem, {
        key: token.stem,
        kind: 'word',
        weight: token.share * (isWeakWord(token.word) ? options.weakWeight : 1),
        members,
      });
  });
  return [...groups.values()];
}

function conceptGroup(match: ConceptMatch, options: QueryOptions): QueryGroup {
  return {
    key: match.concept,
    kind: 'concept',
    weight: (match.everyday ? options.everydayWeight : options.conceptWeight) * match.strength,
    members: [
      { stem: conceptMark(match.concept, 'name'), weight: 1 },
      { stem: conceptMark(match.concept, 'sign'), weight: options.relatedWeight },
    ],
  };
}

function pairsOf(tokens: Token[]): [string, string][] {
  const pairs: [string, string][] = [];
  for (let i = 0; i + 1 < tokens.length; i++) {
    const first = tokens[i] as Token;
    const second = tokens[i + 1] as Token;
    if (first.stem !== second.stem) pairs.push([first.stem, second.stem]);
  }
  return pairs;
}
