import {
  accountAction,
  agreement,
  conditional,
  generalQuestion,
  goodbye,
  greeting,
  lookupRequest,
  refundRequest,
  refusal,
  resendRequest,
  thanks,
  transferRequest,
} from '../data/intent-patterns';
import { standardSpelling } from './spelling';

/** `account_action`: something asked for that no tool does. `question`: everything that knowledge may answer. */
export type Intent =
  | 'greeting'
  | 'thanks'
  | 'goodbye'
  | 'yes'
  | 'no'
  | 'refund'
  | 'resend'
  | 'transfer'
  | 'lookup'
  | 'account_action'
  | 'question'
  | 'empty';

const requests: [Intent, RegExp[]][] = [
  ['refund', refundRequest],
  ['resend', resendRequest],
  ['transfer', transferRequest],
  ['lookup', lookupRequest],
  ['account_action', accountAction],
];

/**
 * What the person wants done. A rule asked about ("until when can I get a refund", "what if I cannot come") is a question; the
 * same words as a wish about one's own ticket are a request.
 */
export function intentOf(text: string): Intent {
  const line = standardSpelling(text);
  if (!/[\p{L}\p{N}]/u.test(line)) return 'empty';
  if (greeting.test(line)) return 'greeting';
  if (thanks.test(line)) return 'thanks';
  if (goodbye.test(line)) return 'goodbye';
  if (agreement.test(line)) return 'yes';
  if (refusal.test(line)) return 'no';
  for (const [intent, patterns] of requests) {
    if (!patterns.some((pattern) => pattern.test(line))) continue;
    if (intent === 'resend' || intent === 'lookup' || !asksForRule(line)) return intent;
  }
  return 'question';
}

function asksForRule(line: string): boolean {
  const request = /\b(?:please|i want|i need|i'd like|i would like|right now)\b/.test(line);
  const possible = /\b(?:can|could|may|might|would|do|should) (?:i|we) (?:still |also |then |just |even )*(?!please)\w+/.test(line);
  /\b(?:can|could|may|might|would|do) (?:i|we) (?:still |also |then |just |even )*(?:get|have|transfer|change|give|cancel|return|pass|reassign|swap|be)\b/.test(
    line,
  );
  return (generalQuestion.test(line) || conditional.test(line) || possible) && !request;
}
