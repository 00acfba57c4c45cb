import { formatDate, phrase } from '../replying/phrase';
import { reply, type Situation } from '../replying/reply';
import type { SupportDecision } from '../types';
import { standardSpelling } from '../understanding/spelling';

const aboutRefunds =
  /\b(?:refund\w*|money back|reimburse\w*|(?:rück)?erstatt\w*|stornier\w*|rembours\w*|reembols\w*|devoluci[oó]n|estorno)\b/;
/** Subjects that the table of ticket refunds says nothing of. */
const otherSubject =
  /\b(?:hotel|room|flight|travel|visa|poster|workshop|tutorial|t-?shirt|merch\w*|parking|membership|sponsor\w*|booth|deposit|donation|childcare|dinner|banquet|cup|locker|shuttle|cancel(?:s|led|ed)? (?:the|this) event|event (?:is|was|got|gets) cancel\w*|postpone\w*|sick|ill|covid|fee|how long|how do|who|bank|card|days)\b/;

/** Answers a general question on refunds from the event's own table, computed for today; undefined when it is about something else. */
export function refundPolicyAnswer(situation: Situation): SupportDecision | undefined {
  const { input, language, text } = situation;
  const line = standardSpelling(text);
  const table = input.event.refundPolicy;
  const last = table.at(-1);
  if (last === undefined || !aboutRefunds.test(line) || otherSubject.test(line)) return undefined;
  const today = localDay(input.now, input.event.timeZone);
  const rows = [...table].sort((a, b) => a.until.localeCompare(b.until));
  const row = rows.find((entry) => today <= entry.until.slice(0, 10) && entry.percent > 0);
  const lines = rows.map(
    (entry) => `- ${phrase('policyRow', language, { date: formatDate(entry.until, language), percent: entry.percent })}`,
  );
  const over = rows.findLast((entry) => entry.percent > 0) ?? last;
  const head =
    row === undefined
      ? phrase('policyOver', language, { date: formatDate(over.until, language) })
      : phrase('policyToday', language, { percent: row.percent });
  return reply(situation, {
    outcome: 'answered',
    answer: [head, ...lines].join('\n'),
    quickReplies:
      row === undefined ? [phrase('buttonPerson', language)] : [phrase('buttonRefund', language), phrase('buttonPerson', language)],
    reason: 'the refund table of the event, on the day of asking',
  });
}

/** The date at an instant in a zone, ISO. */
export function localDay(instant: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date(instant));
  return parts.slice(0, 10);
}
