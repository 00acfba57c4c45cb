import type { PassageAnalysis } from './analyzed';

/** Where a stem or mark stands: 0 the title, 1 the headings, from 2 the sentences; times 4096, plus its place among the words. */
export type Position = number;

const placeSize = 4096;
export const titlePlace = 0;
export const headingsPlace = 1;
export const firstSentence = 2;

export const placeOf = (position: Position): number => Math.floor(position / placeSize);

/** A passage as the ranking reads it. */
export interface IndexedPassage {
  page: string;
  /** Positions of every stem and concept mark, rising. */
  terms: ReadonlyMap<string, Position[]>;
  /** Words. */
  titleLength: number;
  headingsLength: number;
  textLength: number;
  /** Answer types by sentence; one more at the end for the headings. */
  offers: number[];
  /** Years that the passage, its headings or its page's title name. */
  years: number[];
  faq: boolean;
}

/** What of a passage the ranking needs, from its analysis. `lengths` and positions count words, marks stand at the start of their place. */
export function indexedPassage(analysis: Omit<PassageAnalysis, 'words'>): IndexedPassage {
  const terms = new Map<string, Position[]>();
  const add = (term: string, position: Position) => {
    const known = terms.get(term);
    if (known) known.push(position);
    else terms.set(term, [position]);
  };
  [analysis.title, analysis.headings, ...analysis.sentences].forEach(({ stems, marks }, place) => {
    const start = place * placeSize;
    stems.forEach((stem, at) => {
      add(stem, start + Math.min(at, placeSize - 1));
    });
    for (const mark of marks) add(mark, start);
  });
  return {
    page: analysis.page,
    terms,
    titleLength: analysis.title.stems.length,
    headingsLength: analysis.headings.stems.length,
    textLength: analysis.sentences.reduce((sum, sentence) => sum + sentence.stems.length, 0),
    offers: analysis.offers,
    years: analysis.years,
    faq: analysis.faq,
  };
}
