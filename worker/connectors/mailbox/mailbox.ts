import { makeId } from '../../core/ids';
import type { CallContext, CallOutcome, Reconciliation } from '../../ports/call-outcome';
import type { MailPort, OutgoingMail } from '../../ports/mail';
import type { MailboxEntry, MailboxStore } from '../../ports/stand-in-stores';
import { canonicalJson } from '../digest';
import { formatSender, mailProblem } from '../mail-rules';

/** A row of D1 holds 2 MB; what is larger would be lost, not kept. */
const largestEntry = 1_900_000;

/**
 * The stand-in for a mail service: every mail is kept instead of sent. A key is honoured for ever: the same mail under it
 * gets the same reference, another mail is refused.
 */
export function createMailbox(store: MailboxStore): MailPort {
  return {
    provider: 'mailbox',
    reconcilability: { by: 'look_up' },
    async send(mail, context): Promise<CallOutcome> {
      const problem = mailProblem(mail, context);
      if (problem) return { status: 'failed', reason: problem };
      const entry = entryOf(mail, context);
      if (new TextEncoder().encode(JSON.stringify(entry)).byteLength > largestEntry)
        return { status: 'failed', reason: 'the embedded mailbox keeps mails up to 1.9 MB' };
      const kept = await store.keep(entry);
      if (contentOf(kept) !== contentOf(entry)) return { status: 'failed', reason: 'this idempotency key was used for another mail' };
      return { status: 'confirmed', providerRef: kept.id };
    },
    async reconcile(_mail, context): Promise<Reconciliation> {
      const kept = await store.find(context.organizationId, context.idempotencyKey);
      return kept ? { status: 'happened', providerRef: kept.id } : { status: 'did_not_happen' };
    },
  };
}

function entryOf(mail: OutgoingMail, context: CallContext): MailboxEntry {
  const headers = { ...mail.headers };
  if (mail.replyTo) headers['Reply-To'] = mail.replyTo;
  for (const [name, value] of Object.entries(mail.tags ?? {})) headers[`X-Tag-${name}`] = value;
  return {
    id: makeId('mail', context.now, crypto.getRandomValues(new Uint8Array(14))),
    organizationId: context.organizationId,
    eventId: context.eventId,
    idempotencyKey: context.idempotencyKey,
    sender: formatSender(mail.from),
    recipients: mail.to,
    subject: mail.subject,
    headers,
    text: mail.text,
    html: mail.html,
    attachments: mail.attachments ?? [],
    at: context.now,
  };
}

function contentOf({ id: _id, at: _at, ...content }: MailboxEntry): string {
  return canonicalJson(content);
}
