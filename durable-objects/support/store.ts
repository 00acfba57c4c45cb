import type { Holder } from '../../worker/agents/define-tool';
import type { Message } from '../../worker/contract/conversations';
import type { Offer } from '../../worker/core/embedded-model/types';
import type { JournalEntry } from '../../worker/core/loop/journal';
import { hostIn } from '../../worker/core/provenance/hosts';
import type { Activity } from '../../worker/ports/commit';
import type { Sql } from '../../worker/ports/sql';
import type { RunRow } from './mirror';
import { prepareStore } from './store-schema';

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
  /** The member or key who spoke last in the attendee's place: they do not approve what comes of it. Null for the attendee. */
  askedBy?: string | null;
  /** The run under way: what a crash leaves here goes on. */
  run: StoredRun | null;
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

/** What a turn leaves for the log. */
export interface LogRow {
  run?: RunRow;
  activities: Activity[];
}

/** What the records do not have yet, and how far it goes. */
export interface Unflushed {
  /** `dirty` as it was read, or -1 when not all messages of the conversation are in this batch. */
  conversations: { conversation: StoredConversation; dirty: number; flushedSeq: number }[];
  messages: { conversationId: string; message: StoredMessage }[];
  log: LogRow[];
  lastLogRow: number;
}

interface Held {
  conversation: StoredConversation;
  /** Its latest messages, oldest first; null until they were read. */
  latest: StoredMessage[] | null;
}

const heldConversations = 500;
const heldMessages = 40;
const flushedAtOnce = 100;

/** A row that this class wrote itself: its shape is that of the type it was stringified from. */
function ownRow<T>(json: string): T {
  return JSON.parse(json) as T;
}

/**
 * Conversations, open runs and log rows of one support object, in its SQLite. The conversations in use are held in memory as well, written
 * through: everybody gets the same object of one conversation, so that nobody works on what it was before an await.
 */
export class SupportStore {
  /** Null: there is none of this id. */
  private readonly held = new Map<string, Held | null>();
  private readonly addresses = new Map<string, string>();
  private hosts: readonly string[] | null = null;
  /** Null: only the tables know. */
  private behind: boolean | null = null;

  constructor(private readonly sql: Sql) {
    prepareStore(sql);
    for (const row of sql.all<{ page_id: string; url: string }>('SELECT page_id, url FROM page_addresses'))
      this.addresses.set(row.page_id, row.url);
  }

  conversation(id: string): StoredConversation | null {
    return this.heldOf(id)?.conversation ?? null;
  }

  /** Known from now on; on disk with its first message. */
  begin(conversation: StoredConversation): void {
    this.hold(conversation.id, { conversation, latest: [] });
  }

  saveConversation(conversation: StoredConversation): void {
    this.behind = true;
    this.written(conversation, () =>
      this.sql.run(
        `INSERT INTO conversations (id, data, running, dirty) VALUES (?1, ?2, ?3, 1)
         ON CONFLICT (id) DO UPDATE SET data = ?2, running = ?3, dirty = dirty + 1`,
        conversation.id,
        JSON.stringify(conversation),
        conversation.run ? 1 : 0,
      ),
    );
    if (this.held.get(conversation.id)?.conversation !== conversation) this.hold(conversation.id, { conversation, latest: null });
  }

  /** What could not be written is not known either. */
  private written(conversation: StoredConversation, write: () => void): void {
    try {
      write();
    } catch (error) {
      this.held.delete(conversation.id);
      throw error;
    }
  }

  /** Saves the conversation, which has counted the message already, and then the message: a gap in the count would do no harm. */
  addMessage(conversation: StoredConversation, message: StoredMessage): void {
    this.saveConversation(conversation);
    this.written(conversation, () =>
      this.sql.run(
        'INSERT INTO messages (conversation_id, seq, client_id, data) VALUES (?, ?, ?, ?)',
        conversation.id,
        message.seq,
        message.clientId ?? null,
        JSON.stringify(message),
      ),
    );
    const latest = this.held.get(conversation.id)?.latest;
    latest?.push(message);
    if (latest && latest.length > heldMessages) latest.shift();
  }

  /** The messages of this conversation were changed on disk. */
  reload(conversationId: string): void {
    const held = this.held.get(conversationId);
    if (held) held.latest = null;
  }

  messages(conversationId: string, afterSeq = 0): StoredMessage[] {
    const latest = this.latestOf(conversationId);
    if ((latest[0]?.seq ?? 1) <= afterSeq + 1) return latest.filter((message) => message.seq > afterSeq);
    return this.sql
      .all<{ data: string }>('SELECT data FROM messages WHERE conversation_id = ? AND seq > ? ORDER BY seq', conversationId, afterSeq)
      .map((row) => ownRow<StoredMessage>(row.data));
  }

  /** The latest messages of a conversation, at most 40, oldest first. */
  latestMessages(conversationId: string, most = heldMessages): StoredMessage[] {
    return this.latestOf(conversationId).slice(-most);
  }

  messageByClientId(conversationId: string, clientId: string): StoredMessage | null {
    const latest = this.latestOf(conversationId);
    const known = latest.find((message) => message.clientId === clientId);
    if (known || (latest[0]?.seq ?? 1) === 1) return known ?? null;
    const [row] = this.sql.all<{ data: string }>(
      'SELECT data FROM messages WHERE conversation_id = ? AND client_id = ?',
      conversationId,
      clientId,
    );
    return row ? ownRow<StoredMessage>(row.data) : null;
  }

  /** Runs that are not finished. */
  openRuns(): StoredRun[] {
    return this.sql
      .all<{ data: string }>('SELECT data FROM conversations WHERE running = 1 ORDER BY id')
      .flatMap((row) => ownRow<StoredConversation>(row.data).run ?? []);
  }

  journal(runId: string): JournalEntry[] {
    return this.sql
      .all<{ entries: string }>('SELECT entries FROM journal WHERE run_id = ? ORDER BY seq', runId)
      .flatMap((row) => ownRow<JournalEntry[]>(row.entries));
  }

  /** `seq` is the place of the first entry in its run. */
  keepJournal(runId: string, seq: number, entries: JournalEntry[]): void {
    this.sql.run('INSERT INTO journal (run_id, seq, entries) VALUES (?, ?, ?)', runId, seq, JSON.stringify(entries));
  }

  /** Of a finished run the log tells; its journal is needed no more. */
  forgetJournal(runId: string): void {
    this.sql.run('DELETE FROM journal WHERE run_id = ?', runId);
  }

  /** Where a page of the knowledge can be read; null takes it back. */
  keepAddress(pageId: string, url: string | null): void {
    this.hosts = null;
    if (url === null) {
      this.sql.run('DELETE FROM page_addresses WHERE page_id = ?', pageId);
      this.addresses.delete(pageId);
    } else {
      this.sql.run('INSERT OR REPLACE INTO page_addresses (page_id, url) VALUES (?, ?)', pageId, url);
      this.addresses.set(pageId, url);
    }
  }

  /** Hosts of the addresses of pages: answers may lead there. */
  pageHosts(): readonly string[] {
    this.hosts ??= [...new Set([...this.addresses.values()].map(hostIn).filter((host) => host !== null))];
    return this.hosts;
  }

  addressOf(pageId: string): string | null {
    return this.addresses.get(pageId) ?? null;
  }

  log(row: LogRow): void {
    this.behind = true;
    this.sql.run('INSERT INTO log_rows (data) VALUES (?)', JSON.stringify(row));
  }

  /** What the records in D1 do not have yet, bounded to one batch. */
  unflushed(): Unflushed {
    const conversations = this.sql.all<{ data: string; dirty: number; flushed_seq: number }>(
      'SELECT data, dirty, flushed_seq FROM conversations WHERE dirty > 0 LIMIT ?',
      flushedAtOnce,
    );
    const parsed = conversations.map((row) => ({ ...row, conversation: ownRow<StoredConversation>(row.data) }));
    const messages = this.sql.all<{ conversation_id: string; data: string }>(
      `SELECT m.conversation_id, m.data FROM json_each(?) after
       JOIN messages m ON m.conversation_id = after.value ->> 0 AND m.seq > after.value ->> 1 LIMIT ?`,
      JSON.stringify(parsed.map((row) => [row.conversation.id, row.flushed_seq])),
      2 * flushedAtOnce,
    );
    const log = this.sql.all<{ row: number; data: string }>('SELECT row, data FROM log_rows ORDER BY row LIMIT ?', flushedAtOnce);
    const found = messages.map((row) => ({ conversationId: row.conversation_id, message: ownRow<StoredMessage>(row.data) }));
    const reached = new Map(found.map(({ conversationId, message }) => [conversationId, message.seq]));
    const isWhole = found.length < 2 * flushedAtOnce;
    return {
      conversations: parsed.map(({ conversation, dirty, flushed_seq }) => {
        const flushedSeq = Math.max(flushed_seq, reached.get(conversation.id) ?? 0);
        return { conversation, flushedSeq, dirty: isWhole || flushedSeq >= conversation.seq ? dirty : -1 };
      }),
      messages: found,
      log: log.map((row) => ownRow<LogRow>(row.data)),
      lastLogRow: log.at(-1)?.row ?? 0,
    };
  }

  markFlushed(batch: Unflushed): void {
    // Clean only if nothing changed while the batch was under way.
    const conversations = batch.conversations.map(({ conversation, dirty, flushedSeq }) => [conversation.id, flushedSeq, dirty]);
    this.sql.transaction(() => {
      this.sql.run(
        `UPDATE conversations SET flushed_seq = batch.value ->> 1, dirty = CASE dirty WHEN batch.value ->> 2 THEN 0 ELSE dirty END
         FROM json_each(?) batch WHERE conversations.id = batch.value ->> 0`,
        JSON.stringify(conversations),
      );
      this.sql.run('DELETE FROM log_rows WHERE row <= ?', batch.lastLogRow);
    });
    this.behind = null;
  }

  hasUnflushed(): boolean {
    this.behind ??= this.sql.all('SELECT 1 AS one FROM log_rows UNION ALL SELECT 1 FROM conversations WHERE dirty > 0 LIMIT 1').length > 0;
    return this.behind;
  }

  private heldOf(id: string): Held | null {
    const known = this.held.get(id);
    if (known !== undefined) return this.hold(id, known);
    const [row] = this.sql.all<{ data: string }>('SELECT data FROM conversations WHERE id = ?', id);
    return this.hold(id, row ? { conversation: ownRow<StoredConversation>(row.data), latest: null } : null);
  }

  private latestOf(conversationId: string): StoredMessage[] {
    const held = this.heldOf(conversationId);
    if (!held) return [];
    held.latest ??= this.sql
      .all<{ data: string }>('SELECT data FROM messages WHERE conversation_id = ? ORDER BY seq DESC LIMIT ?', conversationId, heldMessages)
      .map((row) => ownRow<StoredMessage>(row.data))
      .reverse();
    return held.latest;
  }

  /** The one used last is forgotten last. */
  private hold<T extends Held | null>(id: string, held: T): T {
    this.held.delete(id);
    this.held.set(id, held);
    if (this.held.size > heldConversations)
      for (const oldest of this.held.keys()) {
        this.held.delete(oldest);
        break;
      }
    return held;
  }
}
