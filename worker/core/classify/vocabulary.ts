import { type FeatureKind, featureKinds, featuresOf } from './features';

/** Pure. Texts as sparse vectors of TF-IDF weights. */

/** Indices of known features, their weights (length 1 as a whole), and how much of the text is known. */
export interface SparseVector {
  indices: Int32Array;
  values: Float32Array;
  /** 0 to 1: the share of the words' weight that stands on words seen before. */
  known: number;
}

/** A text with its features as numbers, each kind's after the other, and their damped counts. */
export interface CountedText {
  tokens: readonly string[];
  ids: Int32Array;
  counts: Float32Array;
  /** Where each kind ends in `ids`. */
  ends: readonly number[];
  unknownWords: number;
}

/** Gives every feature a number once, so that parts of the same lines can be learnt from without reading them again. */
export class FeatureCounter {
  private readonly ids = new Map<string, number>();

  /** With `learn`, features that were not seen before get a number; else they are left out. */
  count(tokens: readonly string[], learn: boolean): CountedText {
    const features = featuresOf(tokens);
    const ids: number[] = [];
    const counts: number[] = [];
    const ends: number[] = [];
    let unknownWords = 0;
    for (const kind of featureKinds) {
      for (const [feature, count] of tally(features[kind], kind)) {
        const id = this.ids.get(feature) ?? (learn ? this.ids.size : -1);
        if (id === this.ids.size) this.ids.set(feature, id);
        if (id < 0) {
          if (kind === 'word') unknownWords++;
          continue;
        }
        ids.push(id);
        counts.push(1 + Math.log(count));
      }
      ends.push(ids.length);
    }
    return { tokens, ids: Int32Array.from(ids), counts: Float32Array.from(counts), ends, unknownWords };
  }

  get size(): number {
    return this.ids.size;
  }
}

const prefixes: Record<FeatureKind, string> = { word: '=', pair: '&', piece: '~' };

function tally(features: readonly string[], kind: FeatureKind): Map<string, number> {
  const counts = new Map<string, number>();
  for (const feature of features) {
    const name = prefixes[kind] + feature;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

export interface Vocabulary {
  size: number;
  vector(text: CountedText): SparseVector;
}

/** Lengths of the parts of a vector, before the whole is scaled to length 1. */
const shares: Record<FeatureKind, number> = { word: 1, pair: 0.6, piece: 1 };
const mostFeatures = 150_000;

/** Learns which of the numbered features count, and how much each tells: inverse document frequency, smoothed. */
export function vocabularyOf(texts: readonly CountedText[], features: number): Vocabulary {
  const frequency = new Int32Array(features);
  for (const { ids } of texts) for (const id of ids) frequency[id] = (frequency[id] as number) + 1;
  const least = leastFrequency(frequency, texts.length);
  const place = new Int32Array(features).fill(-1);
  const idf: number[] = [];
  frequency.forEach((count, id) => {
    if (count < least) return;
    place[id] = idf.length;
    idf.push(idfOf(count, texts.length));
  });
  return { size: idf.length, vector: (text) => vectorOf(text, place, idf, idfOf(0, texts.length)) };
}

/** A feature of one text alone teaches nothing about others; where texts are few it may be all there is. */
function leastFrequency(frequency: Int32Array, texts: number): number {
  let least = texts > 3000 ? 2 : 1;
  while (frequency.reduce((kept, count) => kept + (count >= least ? 1 : 0), 0) > mostFeatures) least++;
  return least;
}

const idfOf = (count: number, texts: number) => Math.log((1 + texts) / (1 + count)) + 1;

function vectorOf(text: CountedText, place: Int32Array, idf: readonly number[], unknownIdf: number): SparseVector {
  const indices: number[] = [];
  const values: number[] = [];
  let knownWeight = 0;
  let allWeight = text.unknownWords * unknownIdf;
  let from = 0;
  let squaresOfAll = 0;
  featureKinds.forEach((kind, k) => {
    const first = values.length;
    let squares = 0;
    for (const end = text.ends[k] ?? 0; from < end; from++) {
      const at = place[text.ids[from] as number] as number;
      const weight = (text.counts[from] as number) * (at < 0 ? unknownIdf : (idf[at] as number));
      if (kind === 'word') allWeight += weight;
      if (at < 0) continue;
      if (kind === 'word') knownWeight += weight;
      squares += weight * weight;
      indices.push(at);
      values.push(weight);
    }
    if (squares === 0) return;
    squaresOfAll += shares[kind] ** 2;
    const scale = shares[kind] / Math.sqrt(squares);
    for (let i = first; i < values.length; i++) values[i] = (values[i] as number) * scale;
  });
  const scale = squaresOfAll > 0 ? 1 / Math.sqrt(squaresOfAll) : 0;
  return {
    indices: Int32Array.from(indices),
    values: Float32Array.from(values, (value) => value * scale),
    known: allWeight > 0 ? knownWeight / allWeight : 0,
  };
}
