import { consider } from '../../../core/embedded-model/answering/ask';
import type { Candidate } from '../../../core/embedded-model/answering/features';
import { understand } from '../../../core/embedded-model/understand';
import type { Passage, Retrieved } from '../../../core/knowledge/types';
import { isSuspicious } from '../../../core/provenance/suspicious';

/** What of a passage bears on the question: the only part that a language model reads, may state and may cite. */
export interface Evidence {
  passage: Passage;
  text: string;
}

type Found = { passage: Passage; score: number; parts?: Retrieved['parts'] | undefined };

/** Units this far below the best one are beside the point; and at most so many are read for one question. */
const companion = { below: 6, units: 14 } as const;

/**
 * The sentences, items and rows of what was retrieved that the attendee's own question asks for, by passage in the order of
 * retrieval. Chosen by the words of the attendee, never by those of a page or of a model that has read one. Pure.
 */
export function evidenceFor(
  said: readonly string[],
  found: readonly Found[],
  event: { name: string; year: number },
  mayRead: (unit: string) => boolean = () => true,
): Evidence[] {
  const last = said.at(-1) ?? '';
  const passages = [...new Map(found.map((hit) => [hit.passage.id, hit])).values()];
  const chosen = new Map<string, Map<number, string>>();
  for (const question of understand(last, { earlier: said.slice(0, -1) }).questions) {
    const { candidates } = consider(
      question,
      passages.map(({ passage, score }) => ({ passage, score })),
      event,
    );
    const best = candidates.find(({ unit }) => unit.kind !== 'heading');
    if (!best) continue;
    const near = candidates.filter((candidate) => candidate === best || isNear(candidate, best));
    for (const { read, unit } of near.slice(0, companion.units)) {
      if (isSuspicious(unit.plain) || !mayRead(unit.source)) continue;
      const units = chosen.get(read.passage.id) ?? new Map<number, string>();
      units.set(unit.position, unit.kind === 'row' ? unit.plain : unit.source);
      chosen.set(read.passage.id, units);
    }
  }
  return passages.flatMap(({ passage }) => {
    const units = chosen.get(passage.id);
    if (!units) return [];
    const text = [...units].sort(([a], [b]) => a - b).map(([, unit]) => unit.trim());
    return [{ passage, text: text.join('\n') }];
  });
}

/**
 * Whether a unit answers the same question: near the best one, and saying half of what that one says of it, by itself or,
 * as an item or row, with what it hangs on. A remark beside the answer is none, however close it stands.
 */
function isNear({ unit, score, features }: Candidate, best: Candidate): boolean {
  if (unit.kind === 'heading' || score < best.score - companion.below) return false;
  const half = best.features.unit / 2;
  return features.unit >= half && features.unit > 0 ? true : unit.kind !== 'sentence' && features.context >= best.features.context / 2;
}

/** The year of the edition: the one in the event's name, else that of its start. */
export function editionOf(event: { name: string; startsAt: string }): { name: string; year: number } {
  return { name: event.name, year: Number(/(?<!\d)20[0-3]\d(?!\d)/.exec(event.name)?.[0] ?? event.startsAt.slice(0, 4)) };
}
