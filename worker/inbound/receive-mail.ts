import { type InboundKind, inboundKind } from '../core/contact/inbound';
import { textOfHtmlMail } from '../core/replies/html-mail-text';
import type { MailPart } from '../core/replies/mail';
import { databaseOf } from '../db/database';
import { isUniqueFailure } from '../db/guard';
import { inboundMails } from '../db/schema';
import { log } from '../log';
import { newId } from '../random';
import { stopContact } from './stop-contact';

/** A mail that came in, whichever way. What is too long is cut. */
export interface ReceivedMail {
  organizationId: string;
  /** The event and mail that it answers, if known. */
  eventId: string | null;
  commandId: string | null;
  /** The service's or message's own id: the same mail counts once. */
  providerRef: string;
  from: string;
  to: string;
  subject: string;
  text: string;
  /** Read where there is no plain text. */
  html?: string;
  parts?: readonly MailPart[];
  /** By lower-case name. */
  headers: Record<string, string>;
  /** Milliseconds since 1970 by the event's clock. */
  at: number;
}

export interface Reception {
  kind: InboundKind;
  /** Effects on their way that it stopped. */
  stopped: number;
}

const longest = { reference: 300, address: 254, subject: 998, text: 20_000 };

/**
 * Takes in a mail: a reply or a wish to hear nothing more stops what is queued to its sender and, of outreach, to their
 * whole company; a wish also keeps all later mail away. An automatic answer is kept and stops nothing. Null when it was
 * taken in before.
 */
export async function receiveMail(env: Env, mail: ReceivedMail): Promise<Reception | null> {
  const { organizationId, eventId, commandId, at } = mail;
  const db = databaseOf(env, organizationId);
  const from = mail.from.trim().toLowerCase().slice(0, longest.address);
  const kind = inboundKind({ ...mail, from }, at);
  const id = newId('inboundMail', at);
  const kept = db.insert(inboundMails).values({
    ...{ id, organizationId, eventId, commandId, kind, at, fromAddress: from },
    providerRef: mail.providerRef.slice(0, longest.reference),
    toAddress: mail.to.toLowerCase().slice(0, longest.address),
    subject: mail.subject.slice(0, longest.subject),
    text: (mail.text || textOfHtmlMail(mail.html ?? '')).slice(0, longest.text),
  });
  try {
    const stopped =
      kind === 'auto_reply'
        ? await kept.then(() => 0)
        : await stopContact(db, { organizationId, address: from, why: kind, by: id, eventId }, at, [kept]);
    log('info', 'mail received', { inbound: id, kind, stopped, organization: organizationId });
    return { kind, stopped };
  } catch (error) {
    if (isUniqueFailure(error)) return null;
    throw error;
  }
}
