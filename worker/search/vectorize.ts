import { chunkPage } from '../core/knowledge/chunk-page';
import type { Page, Passage, Retrieved } from '../core/knowledge/types';
import type { EmbeddingsPort } from '../ports/embeddings';
import type { SearchPort } from '../ports/search';
import type { Sql } from '../ports/sql';
import { fuse } from './fuse';
import { vectorStore } from './vectorize-store';

/** What is used of the Vectorize binding. */
export interface VectorIndex {
  upsert(vectors: { id: string; values: number[]; namespace: string; metadata: Record<string, string> }[]): Promise<unknown>;
  deleteByIds(ids: string[]): Promise<unknown>;
  query(values: number[], options: { topK: number; namespace: string }): Promise<{ matches: { id: string; score: number }[] }>;
}

export interface VectorizeSearchOptions {
  vectors: VectorIndex;
  embeddings: EmbeddingsPort;
  /** The embedded engine: its results are fused with those of the vectors, and stand alone while there are none. */
  lexical: SearchPort;
  sql: Sql;
  /** One per event; at most 64 bytes. */
  namespace: string;
  /** As the lexical engine cuts pages, so that both speak of the same passages. */
  passagesOf?: (page: Page) => Passage[];
  /** Told when vectors could not be written or asked; the lexical engine has answered then. */
  onDegraded?: (error: unknown) => void;
}

export interface VectorizeSearch extends SearchPort {
  /** Brings the vector index up to date with the pages. Throws what the services throw; call it again later. */
  settle(): Promise<void>;
}

/** Vectorize takes 1,000 vectors a call from a worker and returns 100 matches without values. */
const upsertBatch = 200;
const deleteBatch = 100;
const mostMatches = 100;
const candidates = 50;
/** Below this a passage is about something else; vectors always have a nearest neighbour. */
const leastCosine = 0.3;

/** Passages by meaning (Vectorize) and by words (the embedded engine), fused by reciprocal rank. */
export function vectorizeSearch(options: VectorizeSearchOptions): VectorizeSearch {
  const { vectors, embeddings, lexical, namespace, passagesOf = chunkPage, onDegraded = () => undefined } = options;
  const store = vectorStore(options.sql);

  async function settle(): Promise<void> {
    for (let ids = store.toDelete(deleteBatch); ids.length > 0; ids = store.toDelete(deleteBatch)) {
      await vectors.deleteByIds(ids);
      store.markDeleted(ids);
    }
    for (let batch = store.withoutVector(upsertBatch); batch.length > 0; batch = store.withoutVector(upsertBatch)) {
      const values = await embeddings.embed(batch.map(({ passage }) => embeddedText(passage)));
      await vectors.upsert(
        batch.map(({ vectorId, passage }, at) => ({
          id: vectorId,
          values: values[at] ?? [],
          namespace,
          metadata: { passage: passage.id },
        })),
      );
      store.markVectors(batch);
    }
  }

  async function follow(): Promise<void> {
    try {
      await settle();
    } catch (error) {
      onDegraded(error);
    }
  }

  async function byMeaning(query: string, topK: number): Promise<Retrieved[]> {
    try {
      const [values] = await embeddings.embed([query]);
      if (!values) return [];
      const { matches } = await vectors.query(values, { topK, namespace });
      const near = matches.filter((match) => match.score >= leastCosine);
      const passages = store.byVectorIds(near.map((match) => match.id));
      return near.flatMap(({ id, score }) => {
        const passage = passages.get(id);
        return passage ? [{ passage, score, parts: { cosine: score } }] : [];
      });
    } catch (error) {
      onDegraded(error);
      return [];
    }
  }

  return {
    settle,
    async index(pages) {
      const count = await lexical.index(pages);
      const passages = await Promise.all(
        pages.flatMap((page) => passagesOf(page).map(async (passage) => ({ vectorId: await vectorIdOf(namespace, passage), passage }))),
      );
      store.replace(
        pages.map((page) => page.id),
        passages,
      );
      await follow();
      return count;
    },
    async remove(pageIds) {
      await lexical.remove(pageIds);
      store.replace(pageIds, []);
      await follow();
    },
    async search(query, { limit }) {
      if (!/[\p{L}\p{N}]/u.test(query)) return [];
      const most = Math.min(mostMatches, Math.max(limit, candidates));
      const [words, meaning] = await Promise.all([lexical.search(query, { limit: most }), byMeaning(query, most)]);
      if (meaning.length === 0) return words.slice(0, limit);
      const cosine = new Map(meaning.map((hit) => [hit.passage.id, hit.score]));
      return fuse([{ items: words }, { items: meaning }], (hit) => hit.passage.id)
        .slice(0, limit)
        .map(({ item, score }) => ({
          passage: item.passage,
          score,
          parts: { ...item.parts, ...(cosine.has(item.passage.id) ? { cosine: cosine.get(item.passage.id) ?? 0 } : {}), fused: score },
        }));
    },
  };
}

/** A passage with what it stands under: a row of a price table means nothing without its heading. */
function embeddedText(passage: Passage): string {
  return [passage.pageTitle, ...passage.headingPath, passage.text].join('\n');
}

/** Ids are shared by all namespaces of an index and have at most 64 bytes. */
async function vectorIdOf(namespace: string, passage: Passage): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${namespace}\n${passage.id}`));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
