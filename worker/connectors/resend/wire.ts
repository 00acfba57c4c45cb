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

/** The mail as Resend takes it. Tags name the organization, so that what Resend reports later finds its place. */
export function sendEmailBody(mail: OutgoingMail, context: CallContext): SendEmailBody {
  const tags = { ...mail.tags, ...(/^[A-Za-z0-9_-]{1,256}$/.test(context.organizationId) ? { organization: context.organizationId } : {}) };
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
