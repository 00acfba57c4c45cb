import { tokensOf } from '../../knowledge/tokens';
import type { SupportToolResult } from '../types';
import type { Question } from '../understanding/questions';
import { type Asked, type Candidate, candidatesOf } from './features';
import { confidenceFeatures, confidenceOf, ranked, type Weights } from './score';
import { termsOf } from './terms';
import { type ReadPassage, readPassage } from './units';

type SearchResult = Extract<SupportToolResult, { tool: 'search_knowledge_base'; query: string }>;
export type Found = SearchResult['passages'];

export interface Consideration {
  asked: Asked;
  /** By falling score. */
  candidates: Candidate[];
  /** 0 to 1: how likely the best candidate answers. */
  confidence: number;
  features: Record<string, number>;
}

/** How many passages are read. More only adds rivals. */
const passagesRead = 12;
/** How much the words around a question count beside its own. */
const settingShare = 0.35;

/** What the retrieved passages have to say to one question. */
export function consider(question: Question, found: Found, event: { name: string; year: number }, weights?: Weights): Consideration {
  const passages = found.slice(0, passagesRead).map(({ passage, score }) => ({ read: readPassage(passage), score }));
  const pages = commonLanguage(passages.map((entry) => entry.read));
  const familiar = new Set(tokensOf(event.name, pages, 30).map((token) => token.stem));
  const vocabulary = new Set<string>();
  for (const { read } of passages) {
    for (const stem of read.stems) vocabulary.add(stem);
    for (const stem of read.headingStems) vocabulary.add(stem);
  }
  const main = question.leans ? question.query : question.text;
  const parts = [{ text: main, share: 1 }];
  if (question.setting !== '') parts.push({ text: question.setting, share: settingShare });
  const plain = termsOf(parts, pages, familiar, vocabulary);
  const asked: Asked = {
    question,
    terms: plain.terms.some((term) => term.weight >= 0.65)
      ? plain
      : termsOf([...parts, { text: aboutTheEvent(question, event.name), share: 0.6 }], pages, new Set(), vocabulary),
    year: event.year,
    askedYears: (question.query.match(/(?<!\d)20[0-3]\d(?!\d)/g) ?? []).map(Number),
  };
  const candidates = ranked(candidatesOf(asked, passages), weights);
  const features = confidenceFeatures(asked, candidates);
  return { asked, candidates, features, confidence: candidates.length === 0 ? 0 : confidenceOf(features, weights) };
}

/** What a question that names nothing but the event itself ("when is it?", "whats the address") looks for. */
function aboutTheEvent(question: Question, eventName: string): string {
  const name = eventName.replace(/[(,:|].*$/, '');
  switch (question.type) {
    case 'date':
    case 'moment':
    case 'day':
    case 'deadline':
    case 'time':
      return `${name} takes place dates`;
    case 'place':
    case 'address':
      return `${name} takes place venue location address`;
    default:
      return name;
  }
}

function commonLanguage(reads: ReadPassage[]): ReadPassage['language'] {
  const counts = new Map<ReadPassage['language'], number>();
  for (const read of reads) counts.set(read.language, (counts.get(read.language) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'en';
}
