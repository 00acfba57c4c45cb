import { consider, type Found } from '../../worker/core/embedded-model/answering/ask';
import type { Question } from '../../worker/core/embedded-model/understand';
import type { Part } from './dev-support-fit';

/**
 * What an answerable question finds once its answer is off the pages: what "on the topic, but not told" looks like, in the very words in which people
 * ask for what is told. Without them a fit learns how the questions of a set are put rather than what the pages say to them.
 */
export function partWithoutGold(asked: Question, found: Found, event: { name: string; year: number }): Part {
  return { consideration: consider(asked, found, event), found, good: new Set() };
}

/** As above, with the rest of the passages left in place: only the sentences, items and rows that hold the answer are cut out. */
export function partWithoutUnits(asked: Question, { found, good }: Part, event: { name: string; year: number }): Part {
  const cut = found
    .map(({ passage, score }) => {
      const sources = [...good].filter((candidate) => candidate.read.passage === passage).map((candidate) => candidate.unit.source);
      if (sources.length === 0) return { passage, score };
      const text = sources.reduce((rest, source) => rest.replace(source, ''), passage.text);
      return { passage: { ...passage, id: `${passage.id} bereft`, text }, score };
    })
    .filter(({ passage }) => passage.text.trim() !== '');
  return partWithoutGold(asked, cut, event);
}
