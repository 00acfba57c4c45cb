import { formatDate, phrase } from '../replying/phrase';
import { reply, type Situation } from '../replying/reply';
import type { SupportReply, SupportToolResult } from '../types';
import { standardSpelling } from '../understanding/spelling';

const asksWhere =
  /^(?:so |and |hi,? |hello,? )?(?:where(?: exactly)?(?: is| are|'s|s)? (?:it|the (?:venue|event|conference|festival|location)|this|everything)(?: (?:held|taking place|located|happening|at))?|(?:venue|location|wo (?:ist|findet)\b.*\b(?:ort|veranstaltung|konferenz|es|das|statt)|où (?:est|se trouve|a lieu)\b.*|d[óo]nde (?:es|est[áa]|se celebra)\b.*|onde (?:é|fica|vai ser)\b.*))\W*$/;
const asksWhen =
  /^(?:so |and |hi,? |hello,? )?(?:when (?:is|does|will)(?: it| this| the (?:event|conference|festival))(?: (?:be|start|begin|take place|happen|on))*|what (?:date|dates|day|days)(?: is| are)?(?: it| the (?:event|conference|festival))?(?: on)?|dates?|wann (?:ist|beginnt|startet|findet|geht)\b.*\b(?:es|los|statt|veranstaltung|konferenz)|quand (?:est-ce|a lieu|commence)\b.*|cu[áa]ndo (?:es|empieza|comienza)\b.*|quando (?:é|começa)\b.*)\W*$/;

/**
 * When and where the event is, from its own record, when the pages did not answer. The date is told only where the
 * pages do not speak of dates, or name the same day: a record that they contradict decides nothing.
 */
export function eventFactsAnswer(situation: Situation): SupportReply | undefined {
  const { input, language, text } = situation;
  const line = standardSpelling(text).trim();
  const { name, venue, startsAt, endsAt } = input.event;
  if (venue && asksWhere.test(line))
    return reply(situation, {
      outcome: 'answered',
      answer: phrase('eventWhere', language, { event: name, venue }),
      reason: "the venue in the event's record",
    });
  if (asksWhen.test(line) && pagesAgree(input.results, startsAt)) {
    const first = formatDate(startsAt, language);
    const last = formatDate(endsAt, language);
    const answer =
      first === last
        ? phrase('eventDay', language, { event: name, date: first })
        : phrase('eventDays', language, { event: name, first, last });
    return reply(situation, { outcome: 'answered', answer, reason: "the dates in the event's record" });
  }
  return undefined;
}

const anyDate =
  /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|juillet|août|enero|febrero|marzo|abril|mayo|junio|julio|agosto|janeiro|fevereiro|março|maio|junho|julho|outubro)[a-zéû]*\.?\s+\d{1,2}\b|\b\d{1,2}\.?(?:st|nd|rd|th)?\s+(?:of |de )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mär|mai|okt|dez|fév|avr|juin|juil|août|ene|abr|ago|dic|fev|out|set)/i;

function pagesAgree(results: readonly SupportToolResult[], startsAt: string): boolean {
  const texts = results.flatMap((result) => ('passages' in result ? result.passages.map(({ passage }) => passage.text) : []));
  if (!texts.some((text) => anyDate.test(text))) return true;
  const day = Number(startsAt.slice(8, 10));
  const months = (['en', 'de', 'fr', 'es', 'pt'] as const).map((language) =>
    new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' })
      .format(new Date(`${startsAt.slice(0, 10)}T00:00:00Z`))
      .toLowerCase(),
  );
  const named = new RegExp(
    `\\b${day}\\b[^.\\n]{0,18}\\b(?:${months.join('|')})|\\b(?:${months.join('|')})\\b[^.\\n]{0,6}\\b${day}\\b`,
    'i',
  );
  return texts.some((text) => named.test(text) || text.includes(startsAt.slice(0, 10)));
}
