import { z } from 'zod';
import type { CallContext } from '../../ports/call-outcome';
import type { OutgoingMail } from '../../ports/mail';
import { formatSender } from '../mail-rules';

/** Body of `POST /emails`. */
export interface SendEmailBody {
  from: string;
  to: string[];
  subject: string;
  text: string;
  html: string;
  reply_to?: string;
  headers?: Record<string, string>;
  attachments?: { filename: string; content: string; content_type: string; content_id?: string }[];
  tags: { name: string; value: string }[];
}

export const Sent = z.object({ id: z.string().min(1).max(200) });
export const Refusal = z.object({ name: z.string().default(''), message: z.string().default('') });

const tagValue = /^[A-Za-z0-9_-]{1,256}$/;

/** A text in base64url, which is what a tag may hold. */
export function tagOf(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
}

/** The text of a tag that `tagOf` made; null when it is none. */
export function textOfTag(tag: string): string | null {
  try {
    const binary = atob(tag.replace(/-/g, '+').replace(/_/g, '/'));
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(Uint8Array.from(binary, (sign) => sign.charCodeAt(0)));
  } catch {
    return null;
  }
}

/**
 * The mail as Resend takes it. Its tags name the organization and the idempotency key, so that what Resend reports later
 * finds its command even before the answer to this call was written down.
 */
export function sendEmailBody(mail: OutgoingMail, context: CallContext): SendEmailBody {
  const ours = { organization: context.organizationId, key: tagOf(context.idempotencyKey) };
  const tags = { ...mail.tags, ...Object.fromEntries(Object.entries(ours).filter(([, value]) => tagValue.test(value))) };
  return {
    from: formatSender(mail.from),
    to: mail.to,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    ...(mail.replyTo ? { reply_to: mail.replyTo } : {}),
    ...(mail.headers && Object.keys(mail.headers).length > 0 ? { headers: mail.headers } : {}),
    ...(mail.attachments && mail.attachments.length > 0
      ? {
          attachments: mail.attachments.map(({ filename, base64, contentType, contentId }) => ({
            filename,
            content: base64,
            content_type: contentType,
            ...(contentId ? { content_id: contentId } : {}),
          })),
        }
      : {}),
    tags: Object.entries(tags).map(([name, value]) => ({ name, value })),
  };
}
