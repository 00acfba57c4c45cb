import type { Sql } from '../../worker/ports/sql';

const version = '2';

/** Creates the tables of one support object; those of an earlier version are carried over once. */
export function prepareStore(sql: Sql): void {
  sql.run('CREATE TABLE IF NOT EXISTS store_meta (key TEXT PRIMARY KEY, value TEXT NOT NULL)');
  if (sql.all("SELECT 1 AS one FROM store_meta WHERE key = 'version' AND value = ?", version).length > 0) return;
  sql.transaction(() => {
    const [before] = sql.all("SELECT 1 AS one FROM sqlite_master WHERE type = 'table' AND name = 'log_buffer'");
    if (before) for (const statement of renames) sql.run(statement);
    for (const statement of tables) sql.run(statement);
    if (before) for (const statement of carriedOver) sql.run(statement);
    sql.run("INSERT OR REPLACE INTO store_meta (key, value) VALUES ('version', ?)", version);
  });
}

const tables = [
  // `dirty` counts the changes that the records do not have; `flushed_seq` is the last message that they have.
  `CREATE TABLE conversations (
    id TEXT PRIMARY KEY, data TEXT NOT NULL, running INTEGER NOT NULL, dirty INTEGER NOT NULL, flushed_seq INTEGER NOT NULL DEFAULT 0
  ) WITHOUT ROWID`,
  'CREATE INDEX conversations_running ON conversations (running) WHERE running = 1',
  'CREATE INDEX conversations_dirty ON conversations (id) WHERE dirty > 0',
  // In the order of writing, so that a turn touches the last page and not one of its conversation.
  'CREATE TABLE messages (row INTEGER PRIMARY KEY, conversation_id TEXT NOT NULL, seq INTEGER NOT NULL, client_id TEXT, data TEXT NOT NULL)',
  'CREATE UNIQUE INDEX messages_place ON messages (conversation_id, seq)',
  'CREATE TABLE journal (run_id TEXT NOT NULL, seq INTEGER NOT NULL, entries TEXT NOT NULL, PRIMARY KEY (run_id, seq)) WITHOUT ROWID',
  'CREATE TABLE log_rows (row INTEGER PRIMARY KEY, data TEXT NOT NULL)',
  'CREATE TABLE IF NOT EXISTS page_addresses (page_id TEXT PRIMARY KEY, url TEXT NOT NULL)',
];

const renames = [
  'DROP INDEX IF EXISTS messages_client',
  'DROP INDEX IF EXISTS messages_unflushed',
  'DROP INDEX IF EXISTS conversations_dirty',
  ...['conversations', 'messages', 'journal'].map((table) => `ALTER TABLE ${table} RENAME TO ${table}_1`),
];

/** Everything counts as not mirrored yet: what the records have already changes nothing there. */
const carriedOver = [
  `INSERT INTO conversations (id, data, running, dirty)
   SELECT c.id, json_set(c.data, '$.run', json(r.data)), r.id IS NOT NULL, 1 FROM conversations_1 c LEFT JOIN runs r ON r.conversation_id = c.id GROUP BY c.id`,
  'INSERT INTO messages (conversation_id, seq, client_id, data) SELECT conversation_id, seq, client_id, data FROM messages_1',
  `INSERT INTO journal (run_id, seq, entries)
   SELECT run_id, seq, '[' || entry || ']' FROM journal_1 WHERE run_id IN (SELECT id FROM runs)`,
  `INSERT INTO log_rows (data)
   SELECT CASE kind WHEN 'run' THEN json_object('run', json(data), 'activities', json('[]')) ELSE json_object('activities', json_array(json(data))) END
   FROM log_buffer`,
  ...['conversations_1', 'messages_1', 'journal_1', 'runs', 'log_buffer'].map((table) => `DROP TABLE ${table}`),
];
