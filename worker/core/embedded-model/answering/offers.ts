import { lexiconWords } from '../../knowledge/concepts';
import { isStopWord } from '../../knowledge/languages';
import { type AnswerType, evidence } from '../data/answer-types';
import { isDomainWord } from './equivalents';

/** Whether a text holds a thing of the kind that is asked for. */
export function offers(type: AnswerType, plain: string): boolean {
  switch (type) {
    case 'deadline':
    case 'moment':
      return evidence.date.test(plain) || evidence.time.test(plain);
    case 'day':
      return evidence.calendarDay.test(plain);
    case 'date':
      return evidence.date.test(plain);
    case 'choice':
    case 'description':
    case 'procedure':
    case 'yes_no':
      return false;
    case 'person':
      return namesPerson(plain);
    case 'count':
      return evidence.count.test(plain.replace(otherNumbers, ' '));
    default:
      return evidence[type].test(plain);
  }
}

/** Numbers that count nothing: years, days, hours, money, and what stands before an item. */
const otherNumbers =
  /(?<![\w.])20[0-3]\d(?![\w])|\b\d{1,2}[:.]\d\d\b|\b\d{1,2}\s?[ap]\.?m\b|[$€£]\s?\d[\d.,]*|\b\d{1,2}(?:st|nd|rd|th)\b|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d{1,2}\b|\b\d{1,2} (?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b|^\d{1,3}[.)]\s/gi;

/** Two capitalised words in a row of which neither is an everyday word of the domain: "Keynote Nomination Form" names nobody. */
function namesPerson(plain: string): boolean {
  for (const match of plain.matchAll(
    /\p{Lu}[\p{Ll}'’-]+(?:\s(?:de|van|von|der|da|di|la|el|al|bin|\p{Lu}\.))*(?:\s\p{Lu}[\p{Ll}'’-]+){1,3}/gu,
  )) {
    const words = match[0].toLowerCase().split(/\s+/);
    if (!words.some((word) => isOrdinaryWord(word))) return true;
  }
  return false;
}

let ordinary: Set<string> | undefined;

function isOrdinaryWord(word: string): boolean {
  if (word.length <= 3) return false;
  ordinary ??= new Set(lexiconWords('en'));
  const singular = word.replace(/'s$|s$/, '');
  return ordinary.has(word) || ordinary.has(singular) || isStopWord(word, 'en') || isDomainWord(word);
}

/** Kinds of question whose answer can be told by its form. */
export function typed(type: AnswerType): boolean {
  return !(type === 'choice' || type === 'description' || type === 'procedure' || type === 'yes_no');
}
