import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Told } from './stories';

/** What the records hold of the stories, read from the product's own database while it runs. */
export class Traces {
  private readonly database: DatabaseSync;
  private readonly taken = new Set<string>();

  constructor(state: string) {
    const files = readdirSync(state, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.sqlite') && !name.includes('metadata'))
      .map((name) => join(state, name));
    const found = files.find((file) => {
      const database = new DatabaseSync(file, { readOnly: true });
      try {
        return database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'outbox'").get() !== undefined;
      } finally {
        database.close();
      }
    });
    if (!found) throw new Error('The records of the product were not found.');
    this.database = new DatabaseSync(found, { readOnly: true });
  }

  private rows(query: string, ...values: (string | number)[]): Record<string, unknown>[] {
    return this.database
      .prepare(query)
      .all(...values)
      .map((row) => ({ ...row }));
  }

  /** The newest code that was mailed to an address and not taken before. */
  async codeTo(email: string): Promise<string> {
    for (let tries = 0; tries < 400; tries++) {
      for (const { id, subject } of this.rows(
        'SELECT id, subject FROM mailbox WHERE recipients = ? ORDER BY at DESC',
        JSON.stringify([email]),
      )) {
        const code = /^\d{6}/.exec(String(subject))?.[0];
        if (!code || this.taken.has(String(id))) continue;
        this.taken.add(String(id));
        return code;
      }
      await new Promise((done) => setTimeout(done, 25));
    }
    throw new Error(`No code was mailed to ${email}.`);
  }

  /**
   * The effects of a story by what they are, not by their ids: commands with whom they reach, refunds, transfers, states of
   * tickets, proposals that were carried out. Mail to the organizer, which only says that a person is wanted, is `notices`.
   */
  effectsOf({ email, orderCode, conversationId }: Told): { effects: string[]; notices: number } {
    const order = this.rows('SELECT id FROM orders WHERE code = ?', orderCode)[0]?.id;
    const ofOrder = String(order ?? '');
    const commands = this.rows(
      `SELECT kind, target, purpose, payload FROM outbox WHERE target IN (?1, ?2)
       OR run_id IN (SELECT id FROM runs WHERE conversation_id = ?3)
       OR activity_id IN (SELECT id FROM agent_support_activities WHERE conversation_id = ?3)`,
      email,
      ofOrder,
      conversationId ?? '',
    );
    const notices = commands.filter(({ target }) => target === 'help@days.example.org').length;
    const named = (target: unknown) => (target === email ? 'the holder' : target === order ? 'the order' : String(target));
    return {
      notices,
      effects: [
        ...commands
          .filter(({ target }) => target !== 'help@days.example.org')
          .map(({ kind, target, purpose }) => `${kind} ${purpose} to ${named(target)}`),
        ...this.rows('SELECT amount_minor FROM refunds WHERE order_id = ?', ofOrder).map((row) => `refund ${row.amount_minor}`),
        ...this.rows(
          'SELECT t.state, t.version, a.email FROM tickets t LEFT JOIN attendees a ON a.id = t.attendee_id WHERE t.order_id = ?',
          ofOrder,
        ).map((row) => `ticket ${row.state} ${row.version} ${named(row.email)}`),
        ...this.rows(
          "SELECT tool FROM approvals WHERE conversation_id = ? AND state IN ('approved', 'executed')",
          conversationId ?? '',
        ).map((row) => `approved ${row.tool}`),
      ].sort(),
    };
  }

  /** Everything that was mailed because of a story: subject, text and HTML. */
  mailsOf({ email, conversationId }: Told): string[] {
    return this.rows(
      `SELECT subject, text, html FROM mailbox WHERE recipients = ?1 OR idempotency_key IN
       (SELECT idempotency_key FROM outbox WHERE activity_id IN (SELECT id FROM agent_support_activities WHERE conversation_id = ?2))`,
      JSON.stringify([email]),
      conversationId ?? '',
    ).map((mail) => `${mail.subject}\n${mail.text}\n${mail.html}`);
  }

  /** How many effects there are in all, for channels where nothing must happen. */
  totals(): Record<string, number> {
    const count = (table: string, where = '1') => Number(this.rows(`SELECT count(*) AS n FROM ${table} WHERE ${where}`)[0]?.n ?? 0);
    return {
      commands: count('outbox'),
      cancelled: count('outbox', "state = 'cancelled'"),
      refunds: count('refunds'),
      transfers: count('transfers'),
      executed: count('approvals', "state IN ('approved', 'executed')"),
      mails: count('mailbox'),
    };
  }

  lastMailTo(email: string): string {
    const id = this.rows('SELECT id FROM mailbox WHERE recipients = ? ORDER BY at DESC LIMIT 1', JSON.stringify([email]))[0]?.id;
    if (id === undefined) throw new Error(`No mail to ${email}.`);
    return String(id);
  }

  close(): void {
    this.database.close();
  }
}
