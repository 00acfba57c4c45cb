import { and, eq } from 'drizzle-orm';
import { AppError } from '../../core/errors';
import type { LedgerEntry, LedgerStore, MailboxStore } from '../../ports/stand-in-stores';
import type { Database } from '../database';
import { ledgerRefunds, mailbox } from '../schema/stand-ins';

/** The embedded mailbox in D1. The unique key of the table decides between two writers. */
export function mailboxStore(database: Database): MailboxStore {
  const find: MailboxStore['find'] = async (organizationId, idempotencyKey) =>
    (await database.query.mailbox.findFirst({
      where: and(eq(mailbox.organizationId, organizationId), eq(mailbox.idempotencyKey, idempotencyKey)),
    })) ?? null;
  return {
    find,
    async keep(entry) {
      const added = await database.insert(mailbox).values(entry).onConflictDoNothing().returning({ id: mailbox.id });
      return added.length > 0 ? entry : present(await find(entry.organizationId, entry.idempotencyKey));
    },
  };
}

/** The embedded payment ledger in D1. The unique key of the table decides between two writers. */
export function ledgerStore(database: Database): LedgerStore {
  const find: LedgerStore['find'] = async (organizationId, idempotencyKey) => {
    const row = await database.query.ledgerRefunds.findFirst({
      where: and(eq(ledgerRefunds.organizationId, organizationId), eq(ledgerRefunds.idempotencyKey, idempotencyKey)),
    });
    return row ? entryOf(row) : null;
  };
  return {
    find,
    async keep(entry) {
      const { amount, ...rest } = entry;
      const added = await database
        .insert(ledgerRefunds)
        .values({ ...rest, amountMinor: amount.minor, currency: amount.currency })
        .onConflictDoNothing()
        .returning({ id: ledgerRefunds.id });
      return added.length > 0 ? entry : present(await find(entry.organizationId, entry.idempotencyKey));
    },
  };
}

function entryOf(row: typeof ledgerRefunds.$inferSelect): LedgerEntry {
  const { amountMinor, currency, version: _version, ...rest } = row;
  return { ...rest, amount: { minor: amountMinor, currency } };
}

function present<T>(entry: T | null): T {
  if (entry === null) throw new AppError('internal', 'The entry was deleted while it was added.', { retry: 'later' });
  return entry;
}
