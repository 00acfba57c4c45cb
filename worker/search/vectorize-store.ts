import type { Passage } from '../core/knowledge/types';
import type { Sql } from '../ports/sql';

/**
 * What is in the vector index and what still has to get there, in the object's own SQLite. The vector index is eventually
 * consistent and can be away: these rows are the truth, and `settle` of `vectorize.ts` makes the index follow them.
 */
export interface VectorStore {
  /** Replaces the passages of these pages; unchanged ones keep their vectors. */
  replace(pageIds: string[], passages: { vectorId: string; passage: Passage }[]): void;
  withoutVector(limit: number): { vectorId: string; passage: Passage }[];
  /** Only while the passage is still the one that the vector was made of. */
  markVectors(written: { vectorId: string; passage: Passage }[]): void;
  toDelete(limit: number): string[];
  markDeleted(vectorIds: string[]): void;
  byVectorIds(vectorIds: string[]): Map<string, Passage>;
}

type Row = { id: string; passage: string };

export function vectorStore(sql: Sql): VectorStore {
  sql.run(
    'CREATE TABLE IF NOT EXISTS vector_passages (id TEXT PRIMARY KEY, page_id TEXT NOT NULL, passage TEXT NOT NULL, done INTEGER NOT NULL)',
  );
  sql.run('CREATE INDEX IF NOT EXISTS vector_passages_page ON vector_passages (page_id)');
  sql.run('CREATE INDEX IF NOT EXISTS vector_passages_done ON vector_passages (done)');
  sql.run('CREATE TABLE IF NOT EXISTS vector_deletions (id TEXT PRIMARY KEY)');

  return {
    replace(pageIds, passages) {
      sql.transaction(() => {
        const kept = JSON.stringify(passages.map((item) => item.vectorId));
        const ofPages = 'page_id IN (SELECT value FROM json_each(?)) AND id NOT IN (SELECT value FROM json_each(?))';
        sql.run(
          `INSERT OR IGNORE INTO vector_deletions (id) SELECT id FROM vector_passages WHERE ${ofPages}`,
          JSON.stringify(pageIds),
          kept,
        );
        sql.run(`DELETE FROM vector_passages WHERE ${ofPages}`, JSON.stringify(pageIds), kept);
        sql.run('DELETE FROM vector_deletions WHERE id IN (SELECT value FROM json_each(?))', kept);
        for (const { vectorId, passage } of passages) {
          sql.run(
            `INSERT INTO vector_passages (id, page_id, passage, done) VALUES (?, ?, ?, 0)
             ON CONFLICT (id) DO UPDATE SET passage = excluded.passage, page_id = excluded.page_id, done = CASE WHEN passage = excluded.passage THEN done ELSE 0 END`,
            vectorId,
            passage.pageId,
            JSON.stringify(passage),
          );
        }
      });
    },
    withoutVector(limit) {
      const rows = sql.all<Row>('SELECT id, passage FROM vector_passages WHERE done = 0 ORDER BY id LIMIT ?', limit);
      return rows.map((row) => ({ vectorId: row.id, passage: passageOf(row) }));
    },
    markVectors(written) {
      sql.transaction(() => {
        for (const { vectorId, passage } of written)
          sql.run('UPDATE vector_passages SET done = 1 WHERE id = ? AND passage = ?', vectorId, JSON.stringify(passage));
      });
    },
    toDelete(limit) {
      return sql.all<{ id: string }>('SELECT id FROM vector_deletions ORDER BY id LIMIT ?', limit).map((row) => row.id);
    },
    markDeleted(vectorIds) {
      sql.run('DELETE FROM vector_deletions WHERE id IN (SELECT value FROM json_each(?))', JSON.stringify(vectorIds));
    },
    byVectorIds(vectorIds) {
      const rows = sql.all<Row>(
        'SELECT id, passage FROM vector_passages WHERE id IN (SELECT value FROM json_each(?))',
        JSON.stringify(vectorIds),
      );
      return new Map(rows.map((row) => [row.id, passageOf(row)]));
    },
  };
}

/** `replace` alone writes this column, as JSON of a `Passage`. */
function passageOf(row: Row): Passage {
  return JSON.parse(row.passage) as Passage;
}
