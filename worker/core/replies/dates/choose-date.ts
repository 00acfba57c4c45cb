import { showDay } from './calendar';
import { type FoundDate, findDates } from './find-dates';

/** Pure. Which of the days in a text is the one that counts. Texts are lower case and without accents. */

/** What stands before the day on which somebody is back, most telling first. */
const returning = [
  /(?:be back|back (?:in|on|at|from)|returning|return|reopen|available again|again (?:from|on)|resume|wieder|zuruck|erreichbar|de retour|retour|reprendr|volvere|vuelvo|regreso|regresare|reincorpor|estare de vuelta|volto|voltarei|regressarei|de volta|ab (?:dem )?)\D{0,40}$/,
  /(?:until|till|til|through|bis(?: (?:zum|einschliesslich|einschl\.))?|jusqu'?(?:au|a|en)?|hasta(?: el)?|ate(?: o| ao| a)?(?: dia)?|to|al?|au|-|–|and)[^\d]{0,24}$/,
];

/** The day on which an absence ends, as it is named; null when no day is. */
export function returnDate(text: string, writtenAt: number, english: boolean): string | null {
  const found = findDates(text, writtenAt, english).filter(({ end }) => !/^\W{0,3}(?:days|stunden|hours)/.test(text.slice(end)));
  const wiederAfter = (one: FoundDate) => /^\D{0,30}(?:wieder|zuruck|again|back)\b/.test(text.slice(one.end, one.end + 40));
  const rank = (one: FoundDate) => {
    const before = textBefore(text, one, 60);
    if (wiederAfter(one)) return 0;
    const at = returning.findIndex((pattern) => pattern.test(before));
    return at < 0 ? 2 : at;
  };
  const ranked = found
    .map((one) => ({ one, rank: rank(one) }))
    .sort((a, b) => a.rank - b.rank || Number(b.one.exact) - Number(a.one.exact) || b.one.at - a.one.at);
  const best = ranked[0];
  return best && (best.rank < 2 || starting.test(textBefore(text, best.one, 20))) ? showDay(best.one.day) : null;
}

const starting = /(?:from|since|vom|du|del|desde|de|starting|on|am|le|el)\W{0,3}\w{0,10}\W{0,3}$/;

/** What stands before a day's number or name, with the preposition that belongs to it. */
function textBefore(text: string, { at, end }: FoundDate, length: number): string {
  return text.slice(Math.max(0, at - length), at) + text.slice(at, end).replace(/(?:\d.*|\S+)$/, '');
}

/** Words that ask for the next contact: the day after them counts more than others. */
const asking =
  /\b(?:back|again|contact|ask|remind|reminder|try|follow|reach|check|write|ping|nudge|talk|revisit|melden|meld|fragen|kommen|recontact\w*|rappel\w*|revenez|relancez|reparle\w*|contact\w*|escrib\w*|habl\w*|volv\w*|volte|falamos|fale)\b.{0,40}$/;

/** The day, week or month that a text puts things off to; null when it names none. */
export function putOffTo(text: string, writtenAt: number, english: boolean): string | null {
  const found = findDates(text, writtenAt, english).filter(
    (one) => !/(?:since|seit|depuis|desde hace)\W{0,3}$/.test(textBefore(text, one, 14)),
  );
  const chosen = found.find((one) => asking.test(textBefore(text, one, 60))) ?? found[0];
  return chosen ? showDay(chosen.day) : null;
}
