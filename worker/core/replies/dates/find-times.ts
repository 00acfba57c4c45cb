import { showDay } from './calendar';
import { findDates } from './find-dates';

/** Pure. Times of day that a text names, and the days that they belong to. */

interface FoundTime {
  time: string;
  at: number;
}

const clock =
  /\b([01]?\d|2[0-3])(?::([0-5]\d)| ?h ?([0-5]\d)?\b|\.([0-5]\d) ?(?:uhr|h\b))? ?(a\.?m\b|p\.?m\b|uhr\b)?|\b(noon|midday|mid-day|mittags|midi|mediodia|meio-dia)\b/g;
/** Before a bare number that is a time of day, and between two of them. */
const leading = /\b(?:at|around|between|after|um|gegen|zwischen|a las?|as|vers|entre) ?$/;
const linking = /(?:\b(?:and|to|und|et|y|e|or|oder|ou|o)|-|–) ?$/;
/** After a number that counts something else. */
const counting = /^(?:st\b|nd\b|rd\b|th\b|[./%\d€$£-]|,\d| ?(?:minut|min\b|people|persons|guests|euro|usd|days|weeks|months|k\b|%))/;

function findTimes(text: string): FoundTime[] {
  const found: FoundTime[] = [];
  for (const match of text.slice(0, 4000).matchAll(clock)) {
    const [whole, hours, minutes, afterH, afterDot, half, middle] = match;
    if (middle) {
      found.push({ time: '12:00', at: match.index });
      continue;
    }
    const marked = minutes !== undefined || /\d ?h/.test(whole) || half !== undefined;
    const before = text.slice(Math.max(0, match.index - 12), match.index);
    const near = match.index - (found.at(-1)?.at ?? -100) < 16;
    const bare = leading.test(before) || (linking.test(before) && near);
    if (!marked && (!bare || counting.test(text.slice(match.index + whole.trimEnd().length)))) continue;
    found.push({
      time: `${String(hourOf(Number(hours), half, marked)).padStart(2, '0')}:${minutes ?? afterH ?? afterDot ?? '00'}`,
      at: match.index,
    });
  }
  return found;
}

/** Hours of 24. Nobody meets at three in the night. */
function hourOf(hour: number, half: string | undefined, marked: boolean): number {
  if (half?.startsWith('p') && hour < 12) return hour + 12;
  if (half?.startsWith('a') && hour === 12) return 0;
  return !marked && hour < 7 ? hour + 12 : hour;
}

const mostProposals = 8;

/**
 * Days and times that are proposed, as `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`, wall clock without a zone. A time belongs to the
 * day before it, else to the first one after it. `text` is lower case and without accents.
 */
export function proposedTimes(text: string, writtenAt: number, english: boolean): string[] {
  const days = findDates(text, writtenAt, english);
  const masked = days.reduce((rest, { at, end }) => rest.slice(0, at) + ' '.repeat(end - at) + rest.slice(end), text);
  const times = findTimes(masked);
  const proposals = new Set<string>();
  const timed = new Set<number>();
  for (const { time, at } of times) {
    const preceding = days.findLastIndex((day) => day.at < at);
    const chosen = preceding >= 0 ? preceding : days.length > 0 ? 0 : -1;
    const day = days[chosen];
    if (!day?.exact) continue;
    timed.add(chosen);
    proposals.add(`${showDay(day.day)}T${time}`);
  }
  days.forEach((day, i) => {
    if (!timed.has(i) && day.exact) proposals.add(showDay(day.day));
  });
  return [...proposals].sort().slice(0, mostProposals);
}
