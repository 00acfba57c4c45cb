import type { EmbeddingsPort } from '../../worker/ports/embeddings';
import type { VectorIndex } from '../../worker/search/vectorize';

export interface FakeVectorize extends VectorIndex {
  stored: Map<string, { values: number[]; namespace: string; metadata: Record<string, string> }>;
  calls: string[];
  /** While set, every call fails. */
  down: boolean;
}

/** Vectorize in memory: cosine similarity, namespaces, and the limits of the real one. */
export function fakeVectorize(): FakeVectorize {
  const fake: FakeVectorize = {
    stored: new Map(),
    calls: [],
    down: false,
    async upsert(vectors) {
      called('upsert');
      if (vectors.length > 1000) throw new Error('VECTOR_UPSERT_ERROR: too many vectors');
      for (const { id, ...rest } of vectors) {
        if (new TextEncoder().encode(id).length > 64) throw new Error('VECTOR_UPSERT_ERROR: id too long');
        fake.stored.set(id, rest);
      }
    },
    async deleteByIds(ids) {
      called('delete');
      for (const id of ids) fake.stored.delete(id);
    },
    async query(values, { topK, namespace }) {
      called('query');
      if (topK > 100) throw new Error('VECTOR_QUERY_ERROR: topK too large');
      const inside = [...fake.stored].filter(([, vector]) => vector.namespace === namespace);
      const matches = inside.map(([id, vector]) => ({ id, score: cosine(values, vector.values) })).sort((a, b) => b.score - a.score);
      return { matches: matches.slice(0, topK) };
    },
  };
  function called(name: string): void {
    if (fake.down) throw new Error('Binding VECTORS needs to be run remotely');
    fake.calls.push(name);
  }
  return fake;
}

function cosine(a: number[], b: number[]): number {
  const dot = (x: number[], y: number[]) => x.reduce((sum, value, at) => sum + value * (y[at] ?? 0), 0);
  return dot(a, b) / (Math.sqrt(dot(a, a) * dot(b, b)) || 1);
}

/** Words with one meaning share a number that weighs; every other word has its own by its letters. Deterministic. */
export function meaningEmbeddings(synonyms: string[][]): EmbeddingsPort & { texts: string[] } {
  const dimensions = 256;
  const known = new Map(synonyms.flatMap((group, at) => group.map((word) => [word, at] as const)));
  const place = (word: string) => {
    const group = known.get(word);
    if (group !== undefined) return group;
    let hash = 0;
    for (const sign of word) hash = (hash * 31 + sign.charCodeAt(0)) >>> 0;
    return synonyms.length + (hash % (dimensions - synonyms.length));
  };
  const texts: string[] = [];
  return {
    dimensions,
    texts,
    async embed(batch) {
      texts.push(...batch);
      return batch.map((text) => {
        const vector = new Array<number>(dimensions).fill(0);
        for (const word of text.toLowerCase().match(/\p{L}{4,}/gu) ?? []) {
          const at = place(word);
          vector[at] = (vector[at] ?? 0) + (known.has(word) ? 5 : 1);
        }
        return vector;
      });
    },
  };
}
