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
  /** Whether sending again under the same key is safe for 24 hours. */
  readonly honoursKey: boolean;
  send(mail: OutgoingMail, context: CallContext): Promise<CallOutcome>;
  reconcile(mail: OutgoingMail, context: CallContext): Promise<Reconciliation>;
}
