import { isStopWord } from '../../knowledge/languages';
import type { AnswerType } from '../data/answer-types';
import { answerTypeOf } from './answer-type';

export interface Question {
  /** As asked: one clause, standard spelling. */
  text: string;
  /** What surrounds it in the message and makes it understandable ("my mother is in hospital"). */
  setting: string;
  /** Text to search for: the clause with what it refers to. */
  query: string;
  type: AnswerType;
  yesNo: boolean;
  /** It leans on another question of the message or on the one before ("and what do they cost?"). */
  leans: boolean;
}

const questionWord =
  '(?:what|when|where|who|which|how|why|is|are|do|does|can|could|will|would|should|may|from what|at what|until when|by when)';
const conjunction = new RegExp(`(?:,? (?:and|or|also|plus|but)(?: also)?|,) (?=${questionWord}\\b(?! (?:not|it possible))\\s)`);
const asking =
  /\?|^(?:(?!(?:i|we|u|you|he|she|they|it|there|this|that|someone|somebody|everyone|people) )[\w']+ )?(?:what|when|where|who|which|how|why|is|are|do|does|can|could|will|would|should|may|any|have|has|did|am|was|were|anything|possible)(?!')\b|^(?:\w+ )?(?:wann|wo|wer|wie|was|welche\w*|warum|kann|darf|gibt|ist|sind|muss|quand|où|qui|que|quel\w*|comment|combien|pourquoi|peut|puis|est|y a|faut|cuándo|dónde|quién|cómo|qué|cuál|cuánto|puedo|hay|es|se puede|quando|onde|quem|como|qual|quanto|posso|tem|há|é)\b/;
const pronouns = /\b(?:it|they|them|that|those|these|this|one|ones|there|he|she|its|their)\b/;
const fillers =
  /\b(?:hi|hello|hey|please|thanks|thank you|sorry|just|quick question|i was wondering(?: if)?|i wonder(?: if)?|do you (?:guys )?(?:happen to )?know(?: if| whether)?|could you (?:please )?tell me(?: if| whether)?|can you (?:please )?tell me(?: if| whether)?|any idea(?: if| whether)?|i(?:'d| would) like to know(?: if| whether)?|i heard(?: that)?|tell me)\b[,:]? ?/g;

/**
 * The questions of a message, at most four. Sentences that ask nothing are the setting of the ones that do. `line` is in standard spelling;
 * `before` the attendee's previous question, on which an elliptic one ("and on Sunday?") leans.
 */
export function questionsOf(line: string, before?: string): Question[] {
  const sentences = line
    .split(/(?<=[?!])\s+|(?<=[^.\d]{3}\.)\s+(?=\S)|\n+/)
    .map((part) => part.trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
  const asked: string[] = [];
  const told: string[] = [];
  for (const sentence of sentences) {
    const clauses = sentence.split(conjunction).map((clause) => clause.trim());
    if (sentences.length > 1 && !asking.test(sentence.replace(fillers, ''))) told.push(sentence);
    else for (const clause of clauses) asked.push(clause);
  }
  if (asked.length === 0) asked.push(line);
  const whole = mergeFragments(asked);
  const setting = told.join(' ');
  return whole.slice(0, 4).map((text, index) => {
    const clause = text.replace(fillers, '').trim() || text;
    const { type, yesNo } = answerTypeOf(clause);
    const earlier = whole.slice(0, index).at(-1);
    const leansBack = index === 0 && before !== undefined && isElliptic(clause);
    const leans = leansBack || (index > 0 && (pronouns.test(clause) || contentCount(clause) < 2));
    const support = leansBack ? before : leans ? earlier : undefined;
    const query =
      support === undefined ? clause : `${withoutTimes(support, clause)} ${clause.replace(/^(?:and|what about|how about|also|or) /, '')}`;
    return { text: clause, setting, query: setting === '' ? query : `${query} ${setting}`, type, yesNo, leans };
  });
}

/** "which building, and floor" is one question: a clause without anything to ask joins the one before it. */
function mergeFragments(clauses: string[]): string[] {
  const merged: string[] = [];
  for (const clause of clauses) {
    const previous = merged.at(-1);
    if (previous !== undefined && (!asking.test(clause) || !asking.test(previous)) && !/\?$/.test(previous))
      merged[merged.length - 1] = asking.test(previous) ? `${previous} ${clause}` : `${previous}, ${clause}`;
    else merged.push(clause);
  }
  return merged;
}

const measures = new Set(['many', 'much', 'long', 'late', 'early', 'often', 'far']);

function contentCount(clause: string): number {
  return clause
    .replace(/[?!.,]/g, '')
    .split(' ')
    .filter((word) => word.length > 2 && !isStopWord(word, 'en') && !measures.has(word) && !asking.test(word) && !pronouns.test(word))
    .length;
}

/** Too short or too dependent to stand alone. */
export function isElliptic(clause: string): boolean {
  if (/^(?:and|what about|how about|or|und|et|y|e)\b/.test(clause) && clause.split(' ').length <= 8) return true;
  if (pronouns.test(clause) && clause.split(' ').length <= 9 && contentCount(clause.replace(/\bthere\b/, '')) <= 2) return true;
  return contentCount(clause) === 0 && clause.split(' ').length <= 4;
}

const timeWords =
  /\b(?:on |at |in )?(?:mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|today|tomorrow|tonight|morning|afternoon|evening|montags?|dienstags?|mittwochs?|donnerstags?|freitags?|samstags?|sonntags?|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo)\b/g;

/** The earlier question as context; its day gives way to a day that the new one names. */
function withoutTimes(earlier: string, clause: string): string {
  timeWords.lastIndex = 0;
  return timeWords.test(clause) ? earlier.replace(timeWords, '').replace(/\s+/g, ' ').trim() : earlier;
}
