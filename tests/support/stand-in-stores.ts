import type { LedgerEntry, LedgerStore, MailboxEntry, MailboxStore } from '../../worker/ports/stand-in-stores';

function inMemory<T extends { organizationId: string; idempotencyKey: string }>() {
  const entries = new Map<string, T>();
  return {
    entries,
    async find(organizationId: string, idempotencyKey: string): Promise<T | null> {
      return entries.get(`${organizationId} ${idempotencyKey}`) ?? null;
    },
    async keep(entry: T): Promise<T> {
      const key = `${entry.organizationId} ${entry.idempotencyKey}`;
      const kept = entries.get(key) ?? entry;
      entries.set(key, kept);
      return kept;
    },
  };
}

export const memoryMailbox = (): MailboxStore & { entries: Map<string, MailboxEntry> } => inMemory<MailboxEntry>();
export const memoryLedger = (): LedgerStore & { entries: Map<string, LedgerEntry> } => inMemory<LedgerEntry>();
