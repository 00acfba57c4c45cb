import { isConceptMark } from '../core/knowledge/concepts';
import { headingsPlace, type IndexedPassage, placeOf, type TermNumbers } from '../core/knowledge/indexed-passage';

/** What an occurrence in the headings counts more than elsewhere, as in the query of the full-text index. */
const headingsExtra = 0.5;
/** Parameters of BM25 in SQLite's FTS5. */
const k1 = 1.2;
const b = 0.75;

/**
 * The full-text index of a small collection in memory: the same candidates in the same order as FTS5 ranks them (BM25,
 * https://sqlite.org/fts5.html#the_bm25_function), in a tenth of the time. Pure; passages and numbers must belong together.
 */
export class Postings {
  private readonly ids: number[] = [];
  private readonly lengths: Float64Array;
  /** By term, three numbers a passage: its place in `ids`, occurrences, and those in its headings. */
  private readonly byTerm = new Map<number, number[]>();

  constructor(
    passages: readonly (readonly [id: number, passage: IndexedPassage])[],
    private readonly numbers: TermNumbers,
  ) {
    this.lengths = new Float64Array(passages.length);
    const rising = [...passages].sort(([left], [right]) => left - right);
    let all = 0;
    for (const [place, [id, passage]] of rising.entries()) {
      this.ids.push(id);
      this.lengths[place] = passage.terms.length;
      all += passage.terms.length;
      for (let from = 0; from < passage.terms.length; ) from = this.add(place, passage, from);
    }
    const average = passages.length === 0 ? 1 : all / passages.length;
    // What BM25 adds to the frequency below the line.
    for (const [place, length] of this.lengths.entries()) this.lengths[place] = k1 * (1 - b + (b * length) / average);
  }

  /** How many passages contain a stem. */
  documents(stem: string): number {
    return (this.byTerm.get(this.numbers.find(stem))?.length ?? 0) / 3;
  }

  /** The ids of the `limit` passages that rank best for any of these stems, best first. */
  matching(stems: readonly string[], limit: number): number[] {
    const scores = new Float64Array(this.ids.length);
    const found: number[] = [];
    for (const stem of stems) {
      const list = this.byTerm.get(this.numbers.find(stem));
      if (!list) continue;
      const documents = list.length / 3;
      // Marks of concepts are a field of their own, wherever in the passage they stand.
      const extra = isConceptMark(stem) ? 0 : headingsExtra;
      const idf = Math.max(Math.log((this.ids.length - documents + 0.5) / (documents + 0.5)), 1e-6);
      for (let at = 0; at < list.length; at += 3) {
        const place = list[at] ?? 0;
        const frequency = (list[at + 1] ?? 0) + extra * (list[at + 2] ?? 0);
        const before = scores[place] ?? 0;
        if (before === 0) found.push(place);
        scores[place] = before + idf * ((frequency * (k1 + 1)) / (frequency + (this.lengths[place] ?? 1)));
      }
    }
    found.sort((left, right) => (scores[right] ?? 0) - (scores[left] ?? 0) || left - right);
    return found.slice(0, limit).map((place) => this.ids[place] ?? 0);
  }

  /** Adds the occurrences of the term that begins at `from`. Returns where the next term begins. */
  private add(place: number, passage: IndexedPassage, from: number): number {
    const term = passage.terms[from] ?? 0;
    let inHeadings = 0;
    let at = from;
    for (; passage.terms[at] === term; at++) if (placeOf(passage.positions[at] ?? 0) === headingsPlace) inHeadings++;
    const list = this.byTerm.get(term);
    if (list) list.push(place, at - from, inHeadings);
    else this.byTerm.set(term, [place, at - from, inHeadings]);
    return at;
  }
}
