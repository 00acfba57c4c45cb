import type { Amount } from '../core/money';
import type { Attachment } from './mail';

/** One mail that would have gone out. `organizationId` is '' for sign-in mail to a new person. */
export interface MailboxEntry {
  id: string;
  organizationId: string;
  eventId: string | null;
  idempotencyKey: string;
  sender: string;
  recipients: string[];
  subject: string;
  headers: Record<string, string>;
  text: string;
  html: string;
  attachments: Attachment[];
  at: number;
}

export interface MailboxStore {
  /** Adds the entry unless its organization has one under the same key; returns the one that is there afterwards. */
  keep(entry: MailboxEntry): Promise<MailboxEntry>;
  find(organizationId: string, idempotencyKey: string): Promise<MailboxEntry | null>;
}

/** One refund that would have been made. */
export interface LedgerEntry {
  id: string;
  organizationId: string;
  idempotencyKey: string;
  paymentRef: string;
  amount: Amount;
  requestHash: string;
  at: number;
}

export interface LedgerStore {
  /** Adds the entry unless its organization has one under the same key; returns the one that is there afterwards. */
  keep(entry: LedgerEntry): Promise<LedgerEntry>;
  find(organizationId: string, idempotencyKey: string): Promise<LedgerEntry | null>;
}
