import { lexiconVersion } from '../core/knowledge/concepts';
import type { Sql } from '../ports/sql';

/** Raised when the tables or the analysis of passages change. */
const analysisVersion = 7;

/**
 * Creates the tables of the index. Passages keep their slice of the page; the full-text table holds stems, one sentence a line, and the marks of
 * concepts beside them. Returns whether an index of an older version was found: its passages stay and must be analysed again.
 */
export function prepareIndex(sql: Sql): { outdated: boolean } {
  const version = `${analysisVersion}.${lexiconVersion()}`;
  sql.run('CREATE TABLE IF NOT EXISTS knowledge_meta (key TEXT PRIMARY KEY, value TEXT NOT NULL)');
  const stored = sql.all<{ value: string }>("SELECT value FROM knowledge_meta WHERE key = 'version'")[0]?.value;
  if (stored === version) return { outdated: false };
  sql.transaction(() => {
    for (const table of ['knowledge_terms', 'knowledge_index', 'knowledge_spelling', 'knowledge_words', 'knowledge_analyses']) {
      sql.run(`DROP TABLE IF EXISTS ${table}`);
    }
    for (const statement of tables) sql.run(statement);
    sql.run("INSERT OR REPLACE INTO knowledge_meta (key, value) VALUES ('version', ?)", version);
  });
  return { outdated: stored !== undefined };
}

const tables = [
  `CREATE TABLE IF NOT EXISTS knowledge_passages (
    id INTEGER PRIMARY KEY, passage_id TEXT NOT NULL, page_id TEXT NOT NULL, page_title TEXT NOT NULL, address TEXT, heading_path TEXT NOT NULL,
    kind TEXT NOT NULL, text TEXT NOT NULL, ordinal INTEGER NOT NULL, start_at INTEGER NOT NULL, end_at INTEGER NOT NULL, language TEXT NOT NULL)`,
  'CREATE INDEX IF NOT EXISTS knowledge_passages_page ON knowledge_passages (page_id)',
  `CREATE TABLE knowledge_analyses (
    id INTEGER PRIMARY KEY, offers TEXT NOT NULL, years TEXT NOT NULL,
    title_length INTEGER NOT NULL, headings_length INTEGER NOT NULL, text_length INTEGER NOT NULL)`,
  `CREATE VIRTUAL TABLE knowledge_index USING fts5(title, headings, body, marks, tokenize = "unicode61 remove_diacritics 0")`,
  `CREATE VIRTUAL TABLE knowledge_terms USING fts5vocab('knowledge_index', 'row')`,
  'CREATE TABLE knowledge_words (id INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE)',
  `CREATE VIRTUAL TABLE knowledge_spelling USING fts5(word, content = '', tokenize = 'trigram')`,
];
