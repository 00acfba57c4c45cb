import type { PassageAnalysis } from './analyzed';

/** Where a stem or mark stands: 0 the title, 1 the headings, from 2 the sentences; times 4096, plus its place among the words. */
export type Position = number;

const placeSize = 4096;
/** Sentences beyond this share a place; no passage has so many. */
const lastPlace = 1000;
/** Above every position: an occurrence is sorted as one number. */
const keySize = 2 ** 22;
export const titlePlace = 0;
export const headingsPlace = 1;
export const firstSentence = 2;

export const placeOf = (position: Position): number => Math.floor(position / placeSize);

/** Numbers for terms, so that passages in memory hold small integers instead of words. Grows with the vocabulary of the index. */
export class TermNumbers {
  private readonly numbers = new Map<string, number>();

  /** The number of a term, a new one when it has none yet. */
  of(term: string): number {
    const known = this.numbers.get(term);
    if (known !== undefined) return known;
    const number = this.numbers.size;
    this.numbers.set(term, number);
    return number;
  }

  /** The number of a term, or -1 when no passage in memory contains it. */
  find(term: string): number {
    return this.numbers.get(term) ?? -1;
  }

  clear(): void {
    this.numbers.clear();
  }
}

/** A passage as the ranking reads it. */
export interface IndexedPassage {
  page: string;
  /** Numbers of the terms (stems and concept marks) of the passage, rising, one entry for each occurrence. */
  terms: Int32Array;
  /** Where the occurrences stand; rising for each term. */
  positions: Int32Array;
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

/** What of a passage the ranking needs, from its analysis. A mark stands at the start of its place. */
export function indexedPassage(analysis: Omit<PassageAnalysis, 'words'>, numbers: TermNumbers): IndexedPassage {
  const keys: number[] = [];
  [analysis.title, analysis.headings, ...analysis.sentences].forEach(({ stems, marks }, place) => {
    const start = Math.min(place, lastPlace) * placeSize;
    stems.forEach((stem, at) => {
      keys.push(numbers.of(stem) * keySize + start + Math.min(at, placeSize - 1));
    });
    for (const mark of marks) keys.push(numbers.of(mark) * keySize + start);
  });
  const sorted = Float64Array.from(keys).sort();
  return {
    page: analysis.page,
    terms: Int32Array.from(sorted, (key) => Math.floor(key / keySize)),
    positions: Int32Array.from(sorted, (key) => key % keySize),
    titleLength: analysis.title.stems.length,
    headingsLength: analysis.headings.stems.length,
    textLength: analysis.sentences.reduce((sum, sentence) => sum + sentence.stems.length, 0),
    offers: analysis.offers,
    years: analysis.years,
    faq: analysis.faq,
  };
}

/** The index of a term's first occurrence in `terms`, or -1. */
export function firstOccurrence({ terms }: IndexedPassage, term: number): number {
  let low = 0;
  let high = terms.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((terms[middle] as number) < term) low = middle + 1;
    else high = middle;
  }
  return terms[low] === term ? low : -1;
}
