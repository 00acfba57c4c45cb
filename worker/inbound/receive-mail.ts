import { type InboundKind, kindOf } from '../core/contact/inbound';
import { textOfHtmlMail } from '../core/replies/html-mail-text';
import type { MailPart } from '../core/replies/mail';
import { readReply } from '../core/replies/read-reply';
import { asBatch } from '../db/commit';
import { databaseOf } from '../db/database';
import { isUniqueFailure } from '../db/guard';
import { inboundMails } from '../db/schema';
import { log } from '../log';
import { salesObject } from '../objects';
import { newId } from '../random';
import { announceSales } from '../sales/announce';
import { sponsorReply } from './sponsor-reply';
import { sponsorThread } from './sponsor-thread';
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
  const { organizationId, commandId, at } = mail;
  const db = databaseOf(env, organizationId);
  const from = mail.from.trim().toLowerCase().slice(0, longest.address);
  const reply = readReply({ ...mail, from }, at);
  const kind = kindOf(reply);
  const found = await sponsorThread(env, { ...mail, from }, at);
  const thread = found?.organizationId === organizationId ? found : null;
  const eventId = thread?.eventId ?? mail.eventId;
  const id = newId('inboundMail', at);
  const subject = mail.subject.slice(0, longest.subject);
  const kept = db.insert(inboundMails).values({
    ...{ id, organizationId, eventId, commandId: thread?.commandId ?? commandId, kind, at, fromAddress: from, subject },
    providerRef: mail.providerRef.slice(0, longest.reference),
    toAddress: mail.to.toLowerCase().slice(0, longest.address),
    text: (mail.text || textOfHtmlMail(mail.html ?? '')).slice(0, longest.text),
  });
  const messageId = (mail.headers['message-id'] ?? mail.providerRef).replace(/[<>\s]/g, '').slice(0, longest.reference);
  const sponsor = thread ? await sponsorReply(env, thread, { inboundId: id, subject, messageId }, reply) : null;
  const also = [kept, ...(sponsor?.statements ?? [])];
  // Reports of machines speak for the address that we wrote to, never for one that a text names.
  const why = sponsor?.route.suppress === 'hard_bounce' || sponsor?.route.suppress === 'complaint' ? sponsor.route.suppress : kind;
  const address = why === 'hard_bounce' || why === 'complaint' ? (thread?.contactEmail ?? '') : from;
  try {
    const stopped =
      why === 'auto_reply' || address === ''
        ? await db.batch(asBatch(also)).then(() => 0)
        : await stopContact(db, { organizationId, address, why, by: id, eventId }, at, also);
    // Somebody who answers from another address speaks for whom we wrote to, too.
    const others = thread && thread.contactEmail !== '' && thread.contactEmail !== address && (why === 'reply' || why === 'opt_out');
    const more = others ? await stopContact(db, { organizationId, address: thread.contactEmail, why, by: id, eventId }, at) : 0;
    log('info', 'mail received', { inbound: id, kind, stopped: stopped + more, organization: organizationId });
    if (thread && sponsor) {
      await announceSales(env, thread.eventId, 'reply', sponsor.salesMessageId);
      await salesObject(env, thread.eventId).campaignsChanged();
    }
    return { kind, stopped: stopped + more };
  } catch (error) {
    if (isUniqueFailure(error)) return null;
    throw error;
  }
}
