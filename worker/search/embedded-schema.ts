import type { Sql } from '../ports/sql';

/** Raised when the analysis of passages changes, so that an older index is dropped and built again from its pages. */
const version = 4;

/** Creates the tables of the index. Passages keep their page's text slice; the full-text table holds stems, one sentence a line. */
export function prepareIndex(sql: Sql): void {
  sql.run('CREATE TABLE IF NOT EXISTS knowledge_meta (key TEXT PRIMARY KEY, value TEXT NOT NULL)');
  const stored = sql.all<{ value: string }>("SELECT value FROM knowledge_meta WHERE key = 'version'")[0]?.value;
  if (stored === String(version)) return;
  sql.transaction(() => {
    for (const table of ['knowledge_terms', 'knowledge_index', 'knowledge_spelling', 'knowledge_words', 'knowledge_passages']) {
      sql.run(`DROP TABLE IF EXISTS ${table}`);
    }
    sql.run(`CREATE TABLE knowledge_passages (
      id INTEGER PRIMARY KEY, passage_id TEXT NOT NULL, page_id TEXT NOT NULL, page_title TEXT NOT NULL, heading_path TEXT NOT NULL,
      kind TEXT NOT NULL, text TEXT NOT NULL, ordinal INTEGER NOT NULL, start_at INTEGER NOT NULL, end_at INTEGER NOT NULL,
      language TEXT NOT NULL, offers TEXT NOT NULL, years TEXT NOT NULL,
      title_length INTEGER NOT NULL, headings_length INTEGER NOT NULL, text_length INTEGER NOT NULL)`);
    sql.run('CREATE INDEX knowledge_passages_page ON knowledge_passages (page_id)');
    sql.run(`CREATE VIRTUAL TABLE knowledge_index USING fts5(title, headings, body, tokenize = "unicode61 remove_diacritics 0")`);
    sql.run(`CREATE VIRTUAL TABLE knowledge_terms USING fts5vocab('knowledge_index', 'row')`);
    sql.run('CREATE TABLE knowledge_words (id INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE)');
    sql.run(`CREATE VIRTUAL TABLE knowledge_spelling USING fts5(word, content = '', tokenize = 'trigram')`);
    sql.run("INSERT OR REPLACE INTO knowledge_meta (key, value) VALUES ('version', ?)", String(version));
  });
}
