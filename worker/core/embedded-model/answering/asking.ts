import type { Question } from '../understanding/questions';
import type { Asked } from './features';

/** How a question is put, whatever the pages say: features of the confidence. */
export function askingFeatures({ question, terms, year, askedYears }: Asked): Record<string, number> {
  const { type } = question;
  return {
    exists: existence.test(question.text) ? 1 : 0,
    asksYesNo: question.yesNo ? 1 : 0,
    asksPrice: flag(type, 'money'),
    asksPerson: flag(type, 'person'),
    exactly: exactness.test(question.text) ? 1 : 0,
    bareReference: reference.test(question.text) && terms.terms.filter((term) => term.weight >= strongWeight).length <= 1 ? 1 : 0,
    ownCase: ownCase.test(`${question.setting} ${question.text}`) ? 1 : 0,
    otherEdition: otherEdition.test(question.query) ? 1 : 0,
    otherYear: askedYears.length > 0 && !askedYears.includes(year) ? 1 : 0,
    content: Math.min(5, terms.total),
    noContent: terms.terms.some((term) => term.weight >= strongWeight) ? 0 : 1,
    words: Math.min(20, question.text.split(' ').length),
  };
}

/** From here on a word says what the question is about. */
export const strongWeight = 0.65;

function flag(type: Question['type'], wanted: Question['type']): number {
  return type === wanted ? 1 : 0;
}

/** "Is there …", "are … allowed", "can I bring …": the thing itself must be named where the answer is. */
const existence =
  /^(?:(?:is|are|will|was|were) (?:there|\w+(?: \w+)? (?:allowed|available|provided|included|served|open|free|recorded|streamed|permitted|offered|possible))|(?:do|does|did|will) (?:you|they|we|the \w+) (?:have|offer|provide|do|sell|take|accept|serve|get)|(?:can|may|could) (?:i|we|you) (?:bring|get|have|rent|buy|use|take|book)|what .* (?:are|is) there|any\b)/;

/** An exact value is asked for: pages that tell it roughly do not answer. */
const exactness = /\b(?:exact|exactly|precise|specific)\b/;

/** The event, or what was spoken of before, only meant. */
const reference = /\b(?:it|there|this)\b/;

/** Something that happened to the person rather than a question of how things are. */
const ownCase =
  /\b(?:i|we|he|she|they|my \w+|our \w+|someone|somebody) (?:just |also |already |think i |accidentally )*(?:lost|left|forgot|missed|bought|paid|booked|ordered|registered|got|was|were|had|broke|didn't|did not|haven't|never)\b|\b(?:complain|still haven't|never arrived|not working|doesn't work)\b/;

const otherEdition =
  /\b(?:next|last|previous|past|following) (?:year|edition|time|event|conference|festival)|\bwhen (?:is|are) the next\b|\bafterwards\b/;
