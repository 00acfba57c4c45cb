import { describe, expect, it } from 'vitest';
import { RunJournal } from '../../../durable-objects/support/run-journal';
import { type StoredConversation, type StoredMessage, SupportStore } from '../../../durable-objects/support/store';
import { nodeSqlite } from '../../../scripts/eval/node-sqlite';
import type { JournalEntry } from '../../../worker/core/loop/journal';
import type { Sql } from '../../../worker/ports/sql';

const aConversation = (id: string, given: Partial<StoredConversation> = {}): StoredConversation => ({
  ...{ id, state: 'agent', subject: '', locale: null, holder: null, holderName: null, takenBy: null, escalationReason: null },
  ...{ handover: null, handovers: 0, resolution: 'open', rating: null, seq: 0, transferForm: null, run: null, createdAt: 1, updatedAt: 1 },
  ...given,
});
const run = (conversationId: string) => ({ id: `run_${conversationId}`, conversationId, trigger: 'message', startedAt: 1 });

function say(store: SupportStore, conversation: StoredConversation, text: string, clientId?: string): StoredMessage {
  conversation.seq += 1;
  const message: StoredMessage = {
    id: `msg_${conversation.id}_${conversation.seq}`,
    ...{ seq: conversation.seq, author: 'attendee', text, at: 1 },
    ...(clientId ? { clientId } : {}),
  };
  store.addMessage(conversation, message);
  return message;
}

/** The same memory as another life of the object finds it. */
const reopened = (sql: Sql) => new SupportStore(sql);

describe('the memory of a support object', () => {
  it('gives after a restart what was written: conversation, messages, an open run', () => {
    const sql = nodeSqlite();
    const store = reopened(sql);
    const conversation = aConversation('cnv_1', { run: run('cnv_1') });
    store.begin(conversation);
    const said = [say(store, conversation, 'Hello', 'client-1'), say(store, conversation, 'Anybody?')];
    const after = reopened(sql);
    expect(after.conversation('cnv_1')).toEqual(conversation);
    expect(after.messages('cnv_1')).toEqual(said);
    expect(after.openRuns()).toEqual([conversation.run]);
    conversation.run = null;
    store.saveConversation(conversation);
    expect(reopened(sql).openRuns()).toEqual([]);
  });

  it('has one conversation for all who work on it', () => {
    const store = reopened(nodeSqlite());
    store.begin(aConversation('cnv_1'));
    const mine = store.conversation('cnv_1');
    if (mine) mine.state = 'person';
    expect(store.conversation('cnv_1')?.state).toBe('person');
  });

  it('gives of long conversations the latest forty, and all on request, whether held in memory or read', () => {
    const sql = nodeSqlite();
    const store = reopened(sql);
    const conversation = aConversation('cnv_1');
    store.begin(conversation);
    for (let i = 1; i <= 100; i++) say(store, conversation, `${i}`, `client-${i}`);
    for (const memory of [store, reopened(sql)]) {
      expect(memory.latestMessages('cnv_1').map((message) => message.seq)).toEqual(Array.from({ length: 40 }, (_, i) => 61 + i));
      expect(memory.latestMessages('cnv_1', 2).map((message) => message.seq)).toEqual([99, 100]);
      expect(memory.messages('cnv_1')).toHaveLength(100);
      expect(memory.messages('cnv_1', 10)).toHaveLength(90);
      expect(memory.messages('cnv_1', 98).map((message) => message.seq)).toEqual([99, 100]);
      expect(memory.messages('cnv_1', 100)).toEqual([]);
      for (const known of [1, 50, 100]) expect(memory.messageByClientId('cnv_1', `client-${known}`)?.seq).toBe(known);
      expect(memory.messageByClientId('cnv_1', 'client-101')).toBeNull();
      expect(memory.messageByClientId('cnv_2', 'client-1')).toBeNull();
    }
  });

  it('forgets what could not be written', () => {
    const sql = nodeSqlite();
    const store = reopened(sql);
    const conversation = aConversation('cnv_1');
    store.begin(conversation);
    say(store, conversation, 'Hello');
    conversation.seq = 0;
    expect(() => say(store, conversation, 'The same place again')).toThrow();
    expect(store.messages('cnv_1').map((message) => message.text)).toEqual(['Hello']);
  });
});

describe('what the records do not have yet', () => {
  it('is each message and log row once, and nothing after it was marked', () => {
    const store = reopened(nodeSqlite());
    for (let c = 1; c <= 250; c++) {
      const conversation = aConversation(`cnv_${c}`);
      store.begin(conversation);
      for (let m = 0; m < 3; m++) say(store, conversation, `${m}`);
      store.log({ activities: [] });
    }
    const messages: string[] = [];
    const conversations = new Set<string>();
    let rows = 0;
    for (let batches = 0; store.hasUnflushed(); batches++) {
      expect(batches).toBeLessThan(20);
      const batch = store.unflushed();
      messages.push(...batch.messages.map(({ message }) => message.id));
      for (const { conversation } of batch.conversations) conversations.add(conversation.id);
      rows += batch.log.length;
      store.markFlushed(batch);
    }
    expect(conversations.size).toBe(250);
    expect(messages).toHaveLength(750);
    expect(new Set(messages).size).toBe(750);
    expect(rows).toBe(250);
    expect(store.unflushed()).toMatchObject({ conversations: [], messages: [], log: [] });
  });

  it('is also what changed while a batch was under way', () => {
    const store = reopened(nodeSqlite());
    const conversation = aConversation('cnv_1');
    store.begin(conversation);
    say(store, conversation, 'first');
    const batch = store.unflushed();
    say(store, conversation, 'second');
    store.log({ activities: [] });
    store.markFlushed(batch);
    const next = store.unflushed();
    expect(next.messages.map(({ message }) => message.text)).toEqual(['second']);
    expect(next.log).toHaveLength(1);
  });
});

describe('the journal of a run', () => {
  const entry = (text: string): JournalEntry => ({ kind: 'rejected', why: text });

  it('is on disk once it was kept, in order, and gone when the run has ended', () => {
    const sql = nodeSqlite();
    const store = reopened(sql);
    const journal = new RunJournal(store, 'run_1', true);
    journal.append(entry('a'));
    expect(reopened(sql).journal('run_1')).toEqual([]);
    journal.append(entry('b'));
    journal.keep();
    journal.append(entry('c'));
    journal.keep();
    journal.keep();
    expect(reopened(sql).journal('run_1')).toEqual([entry('a'), entry('b'), entry('c')]);
    const resumed = new RunJournal(reopened(sql), 'run_1', false);
    expect(resumed.entries).toHaveLength(3);
    resumed.append(entry('d'));
    resumed.keep();
    expect(reopened(sql).journal('run_1')).toHaveLength(4);
    resumed.end();
    expect(reopened(sql).journal('run_1')).toEqual([]);
  });
});

it('carries over what an earlier version kept, with its open run and its journal', () => {
  const sql = nodeSqlite();
  for (const statement of [
    'CREATE TABLE conversations (id TEXT PRIMARY KEY, data TEXT NOT NULL, dirty INTEGER NOT NULL)',
    'CREATE TABLE messages (conversation_id TEXT NOT NULL, seq INTEGER NOT NULL, client_id TEXT, data TEXT NOT NULL, flushed INTEGER NOT NULL, PRIMARY KEY (conversation_id, seq)) WITHOUT ROWID',
    'CREATE UNIQUE INDEX messages_client ON messages (conversation_id, client_id) WHERE client_id IS NOT NULL',
    'CREATE INDEX messages_unflushed ON messages (flushed) WHERE flushed = 0',
    'CREATE INDEX conversations_dirty ON conversations (dirty) WHERE dirty = 1',
    'CREATE TABLE runs (id TEXT PRIMARY KEY, conversation_id TEXT NOT NULL, data TEXT NOT NULL)',
    'CREATE TABLE journal (run_id TEXT NOT NULL, seq INTEGER NOT NULL, entry TEXT NOT NULL, PRIMARY KEY (run_id, seq)) WITHOUT ROWID',
    'CREATE TABLE page_addresses (page_id TEXT PRIMARY KEY, url TEXT NOT NULL)',
    'CREATE TABLE log_buffer (id TEXT PRIMARY KEY, kind TEXT NOT NULL, data TEXT NOT NULL)',
  ])
    sql.run(statement);
  const { run: _run, ...before } = aConversation('cnv_1', { seq: 1 });
  sql.run('INSERT INTO conversations VALUES (?, ?, 0)', 'cnv_1', JSON.stringify(before));
  const message = { id: 'msg_1', seq: 1, author: 'attendee', text: 'Hello', at: 1, clientId: 'client-1' };
  sql.run('INSERT INTO messages VALUES (?, 1, ?, ?, 1)', 'cnv_1', 'client-1', JSON.stringify(message));
  sql.run('INSERT INTO runs VALUES (?, ?, ?)', 'run_cnv_1', 'cnv_1', JSON.stringify(run('cnv_1')));
  sql.run('INSERT INTO journal VALUES (?, 0, ?)', 'run_cnv_1', JSON.stringify({ kind: 'rejected', why: 'a' }));
  sql.run('INSERT INTO journal VALUES (?, 0, ?)', 'run_old', JSON.stringify({ kind: 'finished', outcome: 'answered' }));
  sql.run('INSERT INTO page_addresses VALUES (?, ?)', 'doc_1', 'https://days.example.org/');
  sql.run('INSERT INTO log_buffer VALUES (?, ?, ?)', 'act_1', 'activity', JSON.stringify({ id: 'act_1' }));
  sql.run('INSERT INTO log_buffer VALUES (?, ?, ?)', 'run_old', 'run', JSON.stringify({ id: 'run_old' }));

  const store = reopened(sql);
  expect(store.conversation('cnv_1')).toEqual({ ...before, run: run('cnv_1') });
  expect(store.messages('cnv_1')).toEqual([message]);
  expect(store.messageByClientId('cnv_1', 'client-1')?.id).toBe('msg_1');
  expect(store.openRuns()).toEqual([run('cnv_1')]);
  expect(store.journal('run_cnv_1')).toEqual([{ kind: 'rejected', why: 'a' }]);
  expect(store.addressOf('doc_1')).toBe('https://days.example.org/');
  expect(
    store
      .unflushed()
      .log.flatMap((row) => [row.run?.id, ...row.activities.map((activity) => activity.id)])
      .filter(Boolean),
  ).toEqual(['act_1', 'run_old']);
  expect(reopened(sql).messages('cnv_1')).toEqual([message]);
});
