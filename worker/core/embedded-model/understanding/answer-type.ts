import { type AnswerType, questionPatterns, yesNoPattern } from '../data/answer-types';

/** What a question (lower case, standard spelling) asks for, and whether it can be answered by yes or no. */
export function answerTypeOf(line: string): { type: AnswerType; yesNo: boolean } {
  const yesNo =
    (yesNoPattern.test(line) && !lateWhat.test(line)) || (!/\b(?:what|when|where|who|which|how|why)\b/.test(line) && lateYesNo.test(line));
  if (yesNo && asksWhetherOpen.test(line)) return { type: 'deadline', yesNo };
  for (const [type, pattern] of questionPatterns) {
    if (!pattern.test(line)) continue;
    if (yesNo && openTypes.has(type)) continue;
    return { type, yesNo };
  }
  return { type: yesNo ? 'yes_no' : 'description', yesNo };
}

/** A statement first, then what is asked: "can't make it, until when can i get my money back". */
const lateWhat = /[,;.!] ?(?:so |and |but )?(?:(?:until|till|by|from|at|in|on|to) )?(?:what|when|where|who|which|how)\b/;

/** "…, is that ok?" after a statement, or "possible to …?" inside it. */
const lateYesNo =
  /(?:^|[,.;] ?|\b(?:and|so|but) )(?:is|are|can|could|may|do|does|will|would|should|possible|allowed|am|have|has|any) ?(?:\w|$)/;

/** Whether something can still, or already, be done: a date, or that it is over, answers it. */
const asksWhetherOpen =
  /\bstill (?:apply|register|sign up|submit|send in|enter|buy|get (?:a |my )?(?:tickets?|badge|refund)|book|cancel|available|open)\b|\b(?:apply|register|sign up|submit|buy|book)\b.* (?:already|yet)\b|\btoo late\b/;

/** A yes-or-no question that merely holds such a word ("do you know where…" aside) does not ask for a thing of that kind. */
const openTypes = new Set<AnswerType>([
  'choice',
  'procedure',
  'person',
  'reason',
  'place',
  'date',
  'day',
  'moment',
  'share',
  'money',
  'time',
  'address',
  'deadline',
  'count',
]);
