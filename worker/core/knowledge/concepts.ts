import type { AnswerTypes } from './answer-types';
import { type IndexLanguage, stemOf } from './languages';
import { type Concept, concepts } from './lexicon/index';
import type { Token } from './tokens';

/** name: stands for the concept in question and page. cue: a way to ask for it. sign: a word of passages that answer. */
export type PhraseRole = 'name' | 'cue' | 'sign';

export interface ConceptPhrase {
  /** As a passage has it. */
  stems: string[];
  /** Without articles and other light words, as a question is compared. */
  asked: string[];
  role: PhraseRole;
}

export interface ConceptMatch {
  concept: string;
  /** Ordinary synonyms rather than a concept of the event domain. */
  everyday: boolean;
  /** 0 to 1: 1 for a name, less for a cue. */
  strength: number;
  /** Indices into the tokens: first, and one past the last. */
  from: number;
  to: number;
}

const cueStrength = 0.8;
const light = new Set(
  'a an the my your our some any this that these those der die das den dem ein eine einen le la les un une el los las o os um uma'.split(
    ' ',
  ),
);

const answersOf = new Map(concepts.map((concept) => [concept.id, concept.answers ?? 0]));
const byLanguage = new Map<
  IndexLanguage,
  { phrases: Map<string, ConceptPhrase[]>; starts: Map<string, { concept: string; phrase: ConceptPhrase }[]> }
>();

/** The phrases of a concept in a language, as stems; none when the lexicon has no words of it in that language. */
export function conceptPhrases(concept: string, language: IndexLanguage): readonly ConceptPhrase[] {
  return compiled(language).phrases.get(concept) ?? [];
}

/**
 * The concepts of the event domain that a text names or asks for, each once with its strongest match. English names are recognised in every
 * language, because "ticket", "check-in" and "workshop" are used in all of them.
 */
export function conceptsOf(tokens: readonly Token[], language: IndexLanguage): ConceptMatch[] {
  const found = new Map<string, ConceptMatch>();
  const indices = tokens.map((_, index) => index).filter((index) => !light.has((tokens[index] as Token).word));
  for (const spoken of language === 'en' ? (['en'] as const) : ([language, 'en'] as const)) {
    const stems = indices.map((index) => {
      const token = tokens[index] as Token;
      return spoken === language ? token.stem : stemOf(token.word, spoken);
    });
    const { starts } = compiled(spoken);
    stems.forEach((stem, at) => {
      const head = headOf(stem, spoken, starts);
      for (const { concept, phrase } of starts.get(head) ?? []) {
        if (!phrase.asked.every((part, offset) => (offset === 0 ? head : stems[at + offset]) === part)) continue;
        const strength = phrase.role === 'name' ? 1 : cueStrength;
        const known = found.get(concept);
        if (known && known.strength >= strength) continue;
        const last = indices[at + phrase.asked.length - 1] as number;
        found.set(concept, { concept, everyday: concept.startsWith('~'), strength, from: indices[at] as number, to: last + 1 });
      }
    });
  }
  return [...found.values()];
}

const marksByLanguage = new Map<IndexLanguage, Map<string, { mark: string; rest: string[] }[]>>();
const ordinals = new Map(concepts.map((concept, ordinal) => [concept.id, ordinal]));

/** How a passage is marked that names the concept (`name`) or only shows a sign of it. Two click letters that no text of this domain uses. */
export function conceptMark(concept: string, role: 'name' | 'sign'): string {
  return `${role === 'name' ? 'ǂ' : 'ǁ'}${ordinals.get(concept) ?? ''}`;
}

/** Marks begin with letters that no word of a page begins with. */
export function isConceptMark(term: string): boolean {
  return term.startsWith('ǂ') || term.startsWith('ǁ');
}

const answering = concepts.flatMap((concept) =>
  concept.answers ? [{ mark: conceptMark(concept.id, 'sign'), answers: concept.answers }] : [],
);

/** The signs that a sentence shows of concepts by what it offers: an amount is a sign of prices, a range of dates one of when the event is. */
export function answerMarks(offers: AnswerTypes): string[] {
  return answering.filter(({ answers }) => (answers & offers) !== 0).map(({ mark }) => mark);
}

/** The marks of all concepts that a run of stems names or shows signs of, one for each occurrence. English names count in every language. */
export function conceptMarks(tokens: readonly Token[], language: IndexLanguage): string[] {
  const marks: string[] = [];
  for (const spoken of language === 'en' ? (['en'] as const) : ([language, 'en'] as const)) {
    const starts = markStarts(spoken);
    const stems = spoken === language ? tokens.map((token) => token.stem) : tokens.map((token) => stemOf(token.word, spoken));
    stems.forEach((stem, at) => {
      for (const { mark, rest } of starts.get(headOf(stem, spoken, starts)) ?? [])
        if (rest.every((part, offset) => stems[at + 1 + offset] === part)) marks.push(mark);
    });
  }
  return marks;
}

function markStarts(language: IndexLanguage): Map<string, { mark: string; rest: string[] }[]> {
  const known = marksByLanguage.get(language);
  if (known) return known;
  const starts = new Map<string, { mark: string; rest: string[] }[]>();
  for (const concept of concepts) {
    for (const { stems, role } of conceptPhrases(concept.id, language)) {
      const [first, ...rest] = stems;
      if (role === 'cue' || first === undefined) continue;
      const list = starts.get(first) ?? [];
      list.push({ mark: conceptMark(concept.id, role), rest });
      starts.set(first, list);
    }
  }
  marksByLanguage.set(language, starts);
  return starts;
}

/** A number that changes with the lexicon: marks in an index are only good for the lexicon that made them. */
export function lexiconVersion(): number {
  let hash = 5381;
  for (const char of JSON.stringify(concepts)) hash = (Math.imul(hash, 33) ^ char.charCodeAt(0)) >>> 0;
  return hash;
}

/** What questions about a concept want to hear; 0 when their question words say enough. */
export function conceptAnswers(concept: string): AnswerTypes {
  return answersOf.get(concept) ?? 0;
}

const wordsByLanguage = new Map<IndexLanguage, ReadonlySet<string>>();

/** Every single word that the lexicon uses in a language, for spelling correction. */
export function lexiconWords(language: IndexLanguage): ReadonlySet<string> {
  const known = wordsByLanguage.get(language);
  if (known) return known;
  const words = new Set<string>();
  for (const concept of concepts) {
    for (const [, list] of phraseLists(concept, language)) for (const word of list.split(/[\s,-]+/)) words.add(word);
  }
  wordsByLanguage.set(language, words);
  return words;
}

/** The last part of a German compound when only that is known: "Wochenendticket" is a ticket. Other words, and other languages, as they are. */
function headOf(stem: string, language: IndexLanguage, known: { has(stem: string): boolean }): string {
  if (language !== 'de' || stem.length < 8 || known.has(stem)) return stem;
  for (let at = 3; at <= stem.length - 4; at++) if (known.has(stem.slice(at))) return stem.slice(at);
  return stem;
}

function compiled(language: IndexLanguage) {
  const known = byLanguage.get(language);
  if (known) return known;
  const phrases = new Map<string, ConceptPhrase[]>();
  const starts = new Map<string, { concept: string; phrase: ConceptPhrase }[]>();
  for (const concept of concepts) {
    const list: ConceptPhrase[] = [];
    for (const [role, text] of phraseLists(concept, language)) {
      for (const written of text.split(',')) {
        const words = written
          .trim()
          .toLowerCase()
          .replaceAll("'", '')
          .split(/[\s-]+/);
        const stems = words.map((word) => stemOf(word, language));
        const asked = words.filter((word) => !light.has(word)).map((word) => stemOf(word, language));
        if (asked.length === 0 || words[0] === '') continue;
        const phrase = { stems, asked, role };
        list.push(phrase);
        if (role === 'sign') continue;
        const start = starts.get(asked[0] as string) ?? [];
        start.push({ concept: concept.id, phrase });
        starts.set(asked[0] as string, start);
      }
    }
    phrases.set(concept.id, list);
  }
  const result = { phrases, starts };
  byLanguage.set(language, result);
  return result;
}

function phraseLists(concept: Concept, language: IndexLanguage): [PhraseRole, string][] {
  if (language !== 'en') return concept[language] ? [['name', concept[language]]] : [];
  const lists: [PhraseRole, string][] = [['name', concept.names]];
  if (concept.cues) lists.push(['cue', concept.cues]);
  if (concept.signs) lists.push(['sign', concept.signs]);
  return lists;
}
