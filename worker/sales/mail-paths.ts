import type { MailPaths } from '../agents/sales/access';
import { sender } from '../compose';
import { configOf } from '../env';
import { optOutHeaders } from '../inbound/opt-out';
import { openPixel, trackedLink } from './tracking-address';

/** How mails of sales of one organization travel. Answers come back to the deployment's own mailbox where it has one. */
export function mailPaths(env: Env, organizationId: string, contactEmail: string): MailPaths {
  const domain = sender(configOf(env)).address.split('@')[1] ?? 'localhost.localdomain';
  const inbox = configOf(env).MAIL_REPLY_TO;
  return {
    messageId: (salesMessageId) => `${salesMessageId}@${domain}`,
    replyTo: (thread) => (inbox ? tagged(inbox, thread) : contactEmail),
    optOut: (address) => optOutHeaders(env, organizationId, address),
    link: (salesMessageId, url) => trackedLink(env, { organizationId, salesMessageId, url }),
    pixel: (salesMessageId) => openPixel(env, { organizationId, salesMessageId }),
  };
}

/** `sponsors@example.org` for a thread: `sponsors+dea_…@example.org` (RFC 5233). */
function tagged(address: string, thread: string): string {
  const at = address.lastIndexOf('@');
  return thread === '' ? address : `${address.slice(0, at)}+${thread}${address.slice(at)}`;
}
