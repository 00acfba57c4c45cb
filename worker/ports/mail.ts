import type { Reconcilability } from '../core/outbox/life-cycle';
import type { CallContext, CallOutcome, Reconciliation } from './call-outcome';

export interface Attachment {
  filename: string;
  contentType: string;
  base64: string;
  /** For images inside the HTML part (`cid:`). */
  contentId?: string;
}

export interface OutgoingMail {
  /** `Name <address>`; names are encoded by the adapter, never by the caller. */
  from: { name: string; address: string };
  to: string[];
  replyTo?: string;
  subject: string;
  text: string;
  html: string;
  /** Extra headers; names and values without line breaks. */
  headers?: Record<string, string>;
  attachments?: Attachment[];
  tags?: Record<string, string>;
}

export interface MailPort {
  readonly provider: 'resend' | 'mailbox';
  /** How an outcome that is not known is found out: what `reconcile` does. */
  readonly reconcilability: Reconcilability;
  send(mail: OutgoingMail, context: CallContext): Promise<CallOutcome>;
  reconcile(mail: OutgoingMail, context: CallContext): Promise<Reconciliation>;
}
