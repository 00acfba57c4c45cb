import type { Holder } from '../../worker/agents/define-tool';
import type { Message } from '../../worker/contract/conversations';
import type { Offer } from '../../worker/core/embedded-model/types';
import type { JournalEntry } from '../../worker/core/loop/journal';
import type { Activity } from '../../worker/ports/commit';
import type { Sql } from '../../worker/ports/sql';

export type ConversationState = 'agent' | 'waiting' | 'person' | 'closed';
export type Resolution = 'open' | 'confirmed' | 'assumed' | 'abandoned' | 'handed_over' | 'reopened';

export interface StoredConversation {
  id: string;
  state: ConversationState;
  subject: string;
  locale: string | null;
  holder: Holder | null;
  holderName: string | null;
  takenBy: string | null;
  escalationReason: string | null;
  handover: { summary: string; reason: string; tried: string[]; proposal: string } | null;
  handovers: number;
  resolution: Resolution;
  rating: number | null;
  seq: number;
  transferForm: { ticketId: string; name: string; email: string } | null;
  createdAt: number;
  updatedAt: number;
}

export interface StoredMessage extends Message {
  /** The sender's own id of an attendee message. */
  clientId?: string;
  offer?: Offer;
}

export interface StoredRun {
  id: string;
  conversationId: string;
  trigger: string;
  startedAt: number;
}

const rememberedConversations = 500;

/** A row that this class wrote itself: its shape is that of the type it was stringified from. */
function ownRow<T>(json: string): T {
  return JSON.parse(json) as T;
}

/** Conversations, journals of runs and buffered log rows of one support object, in its SQLite. */
export class SupportStore {
  private readonly remembered = new Map<string, string>();

  constructor(private readonly sql: Sql) {
    for (const statement of [
      'CREATE TABLE IF NOT EXISTS conversations (id TEXT PRIMARY KEY, data TEXT NOT NULL, dirty INTEGER NOT NULL)',
      'CREATE TABLE IF NOT EXISTS messages (conversation_id TEXT NOT NULL, seq INTEGER NOT NULL, client_id TEXT, data TEXT NOT NULL, flushed INTEGER NOT NULL, PRIMARY KEY (conversation_id, seq)) WITHOUT ROWID',
      'CREATE UNIQUE INDEX IF NOT EXISTS messages_client ON messages (conversation_id, client_id) WHERE client_id IS NOT NULL',
      'CREATE INDEX IF NOT EXISTS messages_unflushed ON messages (flushed) WHERE flushed = 0',
      'CREATE INDEX IF NOT EXISTS conversations_dirty ON conversations (dirty) WHERE dirty = 1',
      'CREATE TABLE IF NOT EXISTS runs (id TEXT PRIMARY KEY, conversation_id TEXT NOT NULL, data TEXT NOT NULL)',
      'CREATE TABLE IF NOT EXISTS journal (run_id TEXT NOT NULL, seq INTEGER NOT NULL, entry TEXT NOT NULL, PRIMARY KEY (run_id, seq)) WITHOUT ROWID',
      'CREATE TABLE IF NOT EXISTS page_addresses (page_id TEXT PRIMARY KEY, url TEXT NOT NULL)',
      'CREATE TABLE IF NOT EXISTS log_buffer (id TEXT PRIMARY KEY, kind TEXT NOT NULL, data TEXT NOT NULL)',
    ])
      sql.run(statement);
  }

  transaction<T>(work: () => T): T {
    try {
      return this.sql.transaction(work);
    } catch (error) {
      // What was written is taken back, and so is what was remembered of it.
      this.remembered.clear();
      throw error;
    }
  }

  conversation(id: string): StoredConversation | null {
    const known = this.remembered.get(id);
    if (known !== undefined) return ownRow<StoredConversation>(known);
    const row = this.sql.all<{ data: string }>('SELECT data FROM conversations WHERE id = ?', id)[0];
    if (!row) return null;
    this.remember(id, row.data);
    return ownRow<StoredConversation>(row.data);
  }

  saveConversation(conversation: StoredConversation): void {
    const data = JSON.stringify(conversation);
    this.sql.run('INSERT OR REPLACE INTO conversations (id, data, dirty) VALUES (?, ?, 1)', conversation.id, data);
    this.remember(conversation.id, data);
  }

  /** A turn reads its conversation many times; the text of the latest ones is kept, written through. */
  private remember(id: string, data: string): void {
    this.remembered.delete(id);
    this.remembered.set(id, data);
    if (this.remembered.size > rememberedConversations)
      for (const oldest of this.remembered.keys()) {
        this.remembered.delete(oldest);
        break;
      }
  }

  messages(conversationId: string, afterSeq = 0): StoredMessage[] {
    return this.sql
      .all<{ data: string }>('SELECT data FROM messages WHERE conversation_id = ? AND seq > ? ORDER BY seq', conversationId, afterSeq)
      .map((row) => ownRow<StoredMessage>(row.data));
  }

  /** The latest messages of a conversation, oldest first. */
  latestMessages(conversationId: string, most: number): StoredMessage[] {
    return this.sql
      .all<{ data: string }>('SELECT data FROM messages WHERE conversation_id = ? ORDER BY seq DESC LIMIT ?', conversationId, most)
      .map((row) => ownRow<StoredMessage>(row.data))
      .reverse();
  }

  messageByClientId(conversationId: string, clientId: string): StoredMessage | null {
    const row = this.sql.all<{ data: string }>(
      'SELECT data FROM messages WHERE conversation_id = ? AND client_id = ?',
      conversationId,
      clientId,
    )[0];
    return row ? ownRow<StoredMessage>(row.data) : null;
  }

  addMessage(conversationId: string, message: StoredMessage): void {
    this.sql.run(
      'INSERT INTO messages (conversation_id, seq, client_id, data, flushed) VALUES (?, ?, ?, ?, 0)',
      conversationId,
      message.seq,
      message.clientId ?? null,
      JSON.stringify(message),
    );
  }

  startRun(run: StoredRun): void {
    this.sql.run('INSERT INTO runs (id, conversation_id, data) VALUES (?, ?, ?)', run.id, run.conversationId, JSON.stringify(run));
  }

  /** Runs that are not finished: what a crash left behind. */
  openRuns(): StoredRun[] {
    return this.sql.all<{ data: string }>('SELECT data FROM runs ORDER BY id').map((row) => ownRow<StoredRun>(row.data));
  }

  journal(runId: string): JournalEntry[] {
    return this.sql
      .all<{ entry: string }>('SELECT entry FROM journal WHERE run_id = ? ORDER BY seq', runId)
      .map((row) => ownRow<JournalEntry>(row.entry));
  }

  append(runId: string, entry: JournalEntry): void {
    this.sql.run(
      'INSERT INTO journal (run_id, seq, entry) SELECT ?1, coalesce(max(seq) + 1, 0), ?2 FROM journal WHERE run_id = ?1',
      runId,
      JSON.stringify(entry),
    );
  }

  /** The journal stays for replays; the run is no longer open. */
  endRun(runId: string): void {
    this.sql.run('DELETE FROM runs WHERE id = ?', runId);
  }

  /** Where a page of the knowledge can be read; null takes it back. */
  keepAddress(pageId: string, url: string | null): void {
    if (url === null) this.sql.run('DELETE FROM page_addresses WHERE page_id = ?', pageId);
    else this.sql.run('INSERT OR REPLACE INTO page_addresses (page_id, url) VALUES (?, ?)', pageId, url);
  }

  addressOf(pageId: string): string | null {
    return this.sql.all<{ url: string }>('SELECT url FROM page_addresses WHERE page_id = ?', pageId)[0]?.url ?? null;
  }

  buffer(kind: 'activity' | 'run', id: string, data: unknown): void {
    this.sql.run('INSERT OR REPLACE INTO log_buffer (id, kind, data) VALUES (?, ?, ?)', id, kind, JSON.stringify(data));
  }

  /** What the records in D1 do not have yet, bounded to one batch. */
  unflushed(): {
    conversations: StoredConversation[];
    messages: { conversationId: string; message: StoredMessage }[];
    activities: Activity[];
    runs: { id: string; data: string }[];
  } {
    const messages = this.sql.all<{ conversation_id: string; data: string }>(
      'SELECT conversation_id, data FROM messages WHERE flushed = 0 ORDER BY conversation_id, seq LIMIT 100',
    );
    const ids = [...new Set(messages.map((row) => row.conversation_id))];
    const conversations = this.sql.all<{ data: string }>(
      'SELECT data FROM conversations WHERE dirty = 1 AND (id IN (SELECT value FROM json_each(?)) OR id NOT IN (SELECT DISTINCT conversation_id FROM messages WHERE flushed = 0)) LIMIT 100',
      JSON.stringify(ids),
    );
    const buffered = this.sql.all<{ id: string; kind: string; data: string }>(
      'SELECT id, kind, data FROM log_buffer ORDER BY id LIMIT 200',
    );
    return {
      conversations: conversations.map((row) => ownRow<StoredConversation>(row.data)),
      messages: messages.map((row) => ({ conversationId: row.conversation_id, message: ownRow<StoredMessage>(row.data) })),
      activities: buffered.filter((row) => row.kind === 'activity').map((row) => ownRow<Activity>(row.data)),
      runs: buffered.filter((row) => row.kind === 'run').map((row) => ({ id: row.id, data: row.data })),
    };
  }

  markFlushed(batch: ReturnType<SupportStore['unflushed']>): void {
    const places = batch.messages.map(({ conversationId, message }) => [conversationId, message.seq]);
    const buffered = [...batch.activities, ...batch.runs].map(({ id }) => id);
    // Only if it did not change while the batch was under way.
    const conversations = batch.conversations.map((conversation) => [conversation.id, JSON.stringify(conversation)]);
    this.transaction(() => {
      this.sql.run(
        `UPDATE messages SET flushed = 1 WHERE (conversation_id, seq) IN (SELECT value ->> 0, value ->> 1 FROM json_each(?))`,
        JSON.stringify(places),
      );
      this.sql.run(
        `UPDATE conversations SET dirty = 0 WHERE (id, data) IN (SELECT value ->> 0, value ->> 1 FROM json_each(?))`,
        JSON.stringify(conversations),
      );
      this.sql.run('DELETE FROM log_buffer WHERE id IN (SELECT value FROM json_each(?))', JSON.stringify(buffered));
    });
  }

  hasUnflushed(): boolean {
    return (
      this.sql.all(
        'SELECT 1 AS one FROM log_buffer UNION ALL SELECT 1 FROM messages WHERE flushed = 0 UNION ALL SELECT 1 FROM conversations WHERE dirty = 1 LIMIT 1',
      ).length > 0
    );
  }
}
