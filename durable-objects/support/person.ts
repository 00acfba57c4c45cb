import { maskedColumn, maskedJson, maskText, mentions, type Terms } from '../../worker/core/privacy/mask';
import type { Sql } from '../../worker/ports/sql';
import { type ObjectFound, type Person, personTerms } from '../../worker/privacy/person';
import type { StoredConversation, SupportStore } from './store';

/** Conversations in which somebody proved to be this person. */
function own(sql: Sql, { address }: Person): string[] {
  return sql
    .all<{ id: string }>("SELECT id FROM conversations WHERE lower(data ->> '$.holder.email') = ? ORDER BY id", address)
    .map((row) => row.id);
}

/** Texts of the table that name the person, in pages by rowid. */
function* naming(sql: Sql, terms: Terms, { table, place, column }: { table: string; place: string; column: string }) {
  for (let after: string | number = ''; ; ) {
    const rows: { place: string | number; text: string }[] = sql.all<{ place: string | number; text: string }>(
      `SELECT ${place} AS place, ${column} AS text FROM ${table} WHERE (?1 = '' OR ${place} > ?1)
         AND EXISTS (SELECT 1 FROM json_each(?2) term WHERE instr(lower(${column}), term.value) > 0) ORDER BY ${place} LIMIT 200`,
      after,
      JSON.stringify(terms.coarse),
    );
    const last = rows.at(-1);
    if (!last) return;
    after = last.place;
    yield* rows.filter((row) => mentions(terms, row.text));
  }
}

const texts = {
  messages: { table: 'messages', place: 'row', column: 'data' },
  conversations: { table: 'conversations', place: 'id', column: 'data' },
  journal: { table: 'journal', place: "run_id || ':' || seq", column: 'entries' },
  log: { table: 'log_rows', place: 'row', column: 'data' },
} as const;

/** What this object holds of a person: what is their own, and what names them. */
export function findPerson(sql: Sql, person: Person): ObjectFound {
  const terms = personTerms(person);
  const conversationIds = own(sql, person);
  const messages = sql.all<{ n: number }>(
    'SELECT count(*) AS n FROM messages WHERE conversation_id IN (SELECT value FROM json_each(?))',
    JSON.stringify(conversationIds),
  )[0]?.n;
  const count = (of: (typeof texts)[keyof typeof texts]) => [...naming(sql, terms, of)].length;
  return { conversationIds, messages: messages ?? 0, mentions: count(texts.messages) + count(texts.journal), buffered: count(texts.log) };
}

/**
 * Removes a person: messages of their own conversations go, what stays of those says nothing about them, and other people's
 * texts name them no more. Returns what was done. May run again.
 */
export function erasePerson(sql: Sql, store: SupportStore, person: Person): ObjectFound & { conversations: number } {
  const terms = personTerms(person);
  const found = findPerson(sql, person);
  const ids = new Set([...found.conversationIds, ...person.conversationIds]);
  let conversations = 0;
  for (const id of ids) {
    const conversation = store.conversation(id);
    if (!conversation) continue;
    conversations += 1;
    store.saveConversation(emptied(conversation));
    sql.run('DELETE FROM messages WHERE conversation_id = ?', id);
    store.reload(id);
  }
  for (const { place, text } of naming(sql, terms, texts.messages)) {
    sql.run('UPDATE messages SET data = ? WHERE row = ?', maskedColumn(terms, text), place);
    const [row] = sql.all<{ id: string }>('SELECT conversation_id AS id FROM messages WHERE row = ?', place);
    if (row) store.reload(row.id);
  }
  for (const { place } of naming(sql, terms, texts.conversations)) {
    const conversation = store.conversation(String(place));
    // The object that everybody holds is changed, so that a turn under way does not write the old one back.
    if (conversation) store.saveConversation(Object.assign(conversation, maskedJson(terms, conversation)));
  }
  for (const { place, text } of naming(sql, terms, texts.journal))
    sql.run("UPDATE journal SET entries = ? WHERE run_id || ':' || seq = ?", maskedColumn(terms, text), place);
  for (const { place, text } of naming(sql, terms, texts.log))
    sql.run('UPDATE log_rows SET data = ? WHERE row = ?', maskedColumn(terms, text), place);
  return { ...found, conversations };
}

/** What was said in conversations that nobody has touched since `before` is deleted. Returns how many messages. */
export function forgetConversations(sql: Sql, store: SupportStore, before: number): number {
  const old = sql.all<{ id: string; n: number }>(
    `SELECT c.id AS id, count(m.row) AS n FROM conversations c JOIN messages m ON m.conversation_id = c.id
     WHERE c.running = 0 AND c.data ->> '$.updatedAt' < ? GROUP BY c.id LIMIT 2000`,
    before,
  );
  for (const { id } of old) {
    const conversation = store.conversation(id);
    if (!conversation) continue;
    store.saveConversation(emptied(conversation));
    sql.run('DELETE FROM messages WHERE conversation_id = ?', id);
    store.reload(id);
  }
  return old.reduce((sum, { n }) => sum + n, 0);
}

/** The conversation as a figure: what was said, who said it and what was proposed are gone. */
function emptied(conversation: StoredConversation): StoredConversation {
  return Object.assign(conversation, {
    state: 'closed' as const,
    subject: maskText,
    locale: null,
    holder: null,
    holderName: null,
    takenBy: null,
    handover: null,
    transferForm: null,
  });
}
