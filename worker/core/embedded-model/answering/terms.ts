import { conceptPhrases, conceptsOf } from '../../knowledge/concepts';
import { type IndexLanguage, languageOf, stemOf } from '../../knowledge/languages';
import { tokensOf } from '../../knowledge/tokens';
import { colloquialWords, genericWords } from '../data/term-weights';
import { associates, equivalents } from './equivalents';

/** One thing that a question is about: a content word, or a domain concept named in words that are none ("which door do I go in"). */
export interface Term {
  text: string;
  /** 0 to 1. */
  weight: number;
  /** The words of the question that it stands for, as positions. */
  position: number;
  concept: boolean;
  /** The lexicon knows other words for it, so that its absence says something. */
  known: boolean;
  /** By its place in the sentence an activity ("can i bring …"), which pages put in other words more often than things. */
  activity: boolean;
}

interface Hit {
  term: number;
  strength: number;
  rest: string[];
}

export interface QuestionTerms {
  terms: Term[];
  /** By first stem: what a text with these stems in a row says about which term. */
  hits: Map<string, Hit[]>;
  /** Sum of weights; 0 when the question has no content. */
  total: number;
}

/** `part`: one word of a compound ("room" for "quiet room"). A concept's other names are no more than related: it groups dogs with guide dogs, vegan with halal. Where no synonyms are listed, they must do. */
const strength = {
  word: 1,
  synonym: 0.95,
  name: 0.5,
  sign: 0.3,
  similar: 0.75,
  translation: 0.85,
  part: 0.4,
  concept: 0.9,
  association: 0.6,
} as const;
/** Words that only say which measure is asked for; the answer type stands for them. */
const measureWords = new Set('much many long far often soon early late'.split(' '));
const generic = new Set(genericWords.split(/\s+/).map((word) => stemOf(word, 'en')));
const colloquial = new Set(colloquialWords.split(/\s+/).map((word) => stemOf(word, 'en')));

/**
 * The terms of a question and how texts in `pages` language may express them. `familiar` are stems of the event's own name, which say
 * nothing; `share` scales the weight of all (a setting counts less than the question itself).
 */
export function termsOf(
  parts: { text: string; share: number }[],
  pages: IndexLanguage,
  familiar: ReadonlySet<string>,
  vocabulary: ReadonlySet<string>,
): QuestionTerms {
  const terms: Term[] = [];
  const hits = new Map<string, Hit[]>();
  const known = new Map<string, number>();
  const add = (stems: readonly string[], term: number, value: number) => {
    const [first, ...rest] = stems;
    if (first === undefined) return;
    const list = hits.get(first) ?? [];
    list.push({ term, strength: value, rest });
    hits.set(first, list);
  };
  for (const { text, share } of parts) {
    const tokens = tokensOf(text, pages, 120);
    const concepts = conceptsOf(tokens, pages);
    const stems = tokens.map((token) => token.stem);
    const foreign = languageOf(text, pages) !== pages;
    const termAt = new Map<number, number>();
    const compounds = equivalents(stems);
    for (const { from, to } of compounds.filter((entry) => entry.to - entry.from > 1)) {
      if (tokens.slice(from, to).some((_, offset) => termAt.has(from + offset))) continue;
      const phrase = stems.slice(from, to);
      const term = terms.length;
      terms.push({
        text: phrase.join(' '),
        weight: share,
        position: from,
        concept: false,
        known: true,
        activity: isActivity(tokens[from - 1]?.word),
      });
      add(phrase, term, strength.word);
      tokens.slice(from, to).forEach((token, offset) => {
        termAt.set(from + offset, term);
        if (!token.stop) add([token.stem], term, strength.part);
      });
    }
    tokens.forEach((token, index) => {
      if (termAt.has(index)) return;
      if (token.stop || token.stem.length < 2 || measureWords.has(token.word)) return;
      const seen = known.get(token.stem);
      if (seen !== undefined) {
        termAt.set(index, seen);
        return;
      }
      const term = terms.length;
      terms.push({
        text: token.word,
        weight: share * weightOf(token.stem, token.word, familiar),
        position: index,
        concept: false,
        known: false,
        activity: isActivity(tokens[index - 1]?.word),
      });
      known.set(token.stem, term);
      termAt.set(index, term);
      add([token.stem], term, strength.word);
      if (!vocabulary.has(token.stem)) for (const similar of similarTo(token.stem, vocabulary)) add([similar], term, strength.similar);
    });
    for (const { from, to, phrases } of compounds) {
      const covered = new Set([...termAt].filter(([index]) => index >= from && index < to).map(([, term]) => term));
      for (const term of covered) {
        for (const phrase of phrases) add(phrase, term, strength.synonym);
        const entry = terms[term];
        if (entry !== undefined) entry.known = true;
      }
    }
    for (const { from, to, phrases } of associates(stems)) {
      const covered = new Set([...termAt].filter(([index]) => index >= from && index < to).map(([, term]) => term));
      for (const term of covered) for (const phrase of phrases) add(phrase, term, strength.association);
    }
    for (const match of concepts) {
      const covered = [...termAt].filter(([index]) => index >= match.from && index < match.to).map(([, term]) => term);
      const named = covered.length === 0;
      if (named) {
        covered.push(terms.length);
        terms.push({
          text: match.concept,
          weight: share * (match.strength < 1 ? 0.35 : 0.6),
          position: match.from,
          concept: true,
          known: true,
          activity: false,
        });
      }
      const translated = pages !== 'en' || foreign;
      const name = named ? strength.concept : translated ? strength.translation : strength.name;
      for (const phrase of conceptPhrases(match.concept, pages)) {
        if (phrase.role === 'cue') continue;
        const value = (phrase.role === 'name' ? name : strength.sign) * (named ? 1 : match.strength);
        for (const term of covered) add(phrase.stems, term, value);
      }
      for (const term of covered) {
        const known = terms[term];
        if (known !== undefined && !named && covered.length === 1 && known.weight < 0.7 * share)
          known.weight = 0.7 * share * match.strength;
      }
    }
  }
  return { terms, hits, total: terms.reduce((sum, term) => sum + term.weight, 0) };
}

/** Raises `into[term]` to how well a text expresses each term, scaled. Returns the number of distinct terms found. */
export function support(question: QuestionTerms, stems: readonly string[], into: Float64Array, scale = 1): void {
  for (let at = 0; at < stems.length; at++) {
    const hits = question.hits.get(stems[at] as string);
    if (hits === undefined) continue;
    for (const hit of hits) {
      if (!hit.rest.every((stem, offset) => stems[at + 1 + offset] === stem)) continue;
      const value = hit.strength * scale;
      if (value > (into[hit.term] ?? 0)) into[hit.term] = value;
    }
  }
}

export function coverage(question: QuestionTerms, found: Float64Array): number {
  if (question.total === 0) return 0;
  let sum = 0;
  for (let at = 0; at < found.length; at++) sum += (question.terms[at]?.weight ?? 0) * (found[at] ?? 0);
  return sum / question.total;
}

const beforeActivity = new Set('i we you they he she to can could will would must should may shall just still also'.split(' '));

function isActivity(before: string | undefined): boolean {
  return before !== undefined && beforeActivity.has(before);
}

function weightOf(stem: string, word: string, familiar: ReadonlySet<string>): number {
  if (familiar.has(stem)) return 0.1;
  if (generic.has(stem)) return 0.25;
  if (colloquial.has(stem)) return 0.35;
  if (/^(?:19|20)\d\d$/.test(word)) return 0.6;
  return 1;
}

/** Stems of the pages within one edit of a stem that the pages do not have (two from eight letters on). */
function similarTo(stem: string, vocabulary: ReadonlySet<string>): string[] {
  if (stem.length < 5 || /\d/.test(stem)) return [];
  const allowed = stem.length >= 8 ? 2 : 1;
  const found: string[] = [];
  for (const other of vocabulary) {
    if (other[0] !== stem[0] || Math.abs(other.length - stem.length) > allowed) continue;
    if (withinEdits(stem, other, allowed)) found.push(other);
    if (found.length === 3) break;
  }
  return found;
}

/** Optimal string alignment distance, cut off at `most`. */
export function withinEdits(a: string, b: string, most: number): boolean {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let value = Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) value = Math.min(value, (before[j - 2] ?? 0) + 1);
      current.push(value);
      if (value < least) least = value;
    }
    if (least > most) return false;
    before = previous;
    previous = current;
  }
  return (previous[b.length] ?? 0) <= most;
}
