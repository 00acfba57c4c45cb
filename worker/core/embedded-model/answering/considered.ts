import type { Question } from '../understanding/questions';
import { type Consideration, consider, type Found } from './ask';

interface Remembered {
  found: Found;
  result: Consideration;
}

/** A consideration holds every unit that was read: some 50 KB each. */
const most = 48;
const known = new Map<string, Remembered>();

/**
 * `consider`, once for the same question on the same passages: at an event many ask the same, and the widget offers everybody
 * the same questions. The passages must be the very objects that were read before, so that a page that changed is read again.
 */
export function considered(question: Question, found: Found, event: { name: string; year: number }): Consideration {
  const key = JSON.stringify([question, event.name, event.year]);
  const before = known.get(key);
  if (before && isSame(before.found, found)) return before.result;
  const result = consider(question, found, event);
  known.delete(key);
  if (known.size >= most)
    for (const oldest of known.keys()) {
      known.delete(oldest);
      break;
    }
  known.set(key, { found, result });
  return result;
}

function isSame(before: Found, now: Found): boolean {
  return (
    before.length === now.length &&
    before.every((hit, at) => {
      const other = now[at];
      return other !== undefined && hit.passage === other.passage && hit.score === other.score;
    })
  );
}
