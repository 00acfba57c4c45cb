import { errorFields, log } from '../log';
import { addressOf, readRawMail } from './raw-mail';
import { receiveMail } from './receive-mail';
import { answeredBy } from './sender';
import { sponsorThread } from './sponsor-thread';

/** Larger than any answer in words; what is larger is turned away, so that its sender learns of it. */
const largestBytes = 2_000_000;

/** A mail that Cloudflare's mail routing hands to the worker. */
export async function receiveRoutedMail(message: ForwardableEmailMessage, env: Env): Promise<void> {
  if (message.rawSize > largestBytes)
    return message.setReject('This message is too large. Please answer in a few lines, without attachments.');
  const now = Date.now();
  try {
    const mail = await readRawMail(new Uint8Array(await new Response(message.raw).arrayBuffer()));
    const from = mail.from || addressOf(message.from);
    const thread = await sponsorThread(env, { ...mail, from, to: message.to }, now);
    const answered = thread ?? (from === '' ? null : await answeredBy(env, from, now));
    if (!answered) return log('info', 'mail from a stranger', {});
    await receiveMail(env, {
      ...{ organizationId: answered.organizationId, eventId: answered.eventId, commandId: answered.commandId, at: answered.at },
      ...mail,
      providerRef: `routed:${mail.headers['message-id'] ?? `${from}:${now}`}`,
      from,
      to: message.to,
    });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    log('warn', 'a mail could not be read', errorFields(error));
    message.setReject('This message could not be read.');
  }
}
