import { Webhook, WebhookVerificationError } from 'standardwebhooks';
import { z } from 'zod';
import { AppError } from '../../core/errors';
import { jsonOf } from '../exchange';
import { serviceText } from '../service-text';
import { textOfTag } from './wire';

/** What became of a mail, as Resend reports it. */
export interface MailReport {
  outcome: 'sent' | 'delivered' | 'delayed' | 'bounced' | 'complained' | 'opened' | 'clicked' | 'failed' | 'suppressed';
  providerRef: string;
  organizationId: string | null;
  idempotencyKey: string | null;
  recipients: string[];
  /** Set when the address must get no more mail. */
  suppress: 'hard_bounce' | 'complaint' | null;
  detail: Record<string, string>;
  /** Milliseconds since 1970, by Resend's clock. */
  at: number;
}

const outcomes: Record<string, MailReport['outcome']> = {
  'email.sent': 'sent',
  'email.delivered': 'delivered',
  'email.delivery_delayed': 'delayed',
  'email.bounced': 'bounced',
  'email.complained': 'complained',
  'email.opened': 'opened',
  'email.clicked': 'clicked',
  'email.failed': 'failed',
  'email.suppressed': 'suppressed',
};

const text = z.string().max(2000);
const Event = z.object({
  type: z.string(),
  created_at: z.string(),
  data: z.object({
    email_id: z.string().min(1).max(200),
    to: z.array(text).default([]),
    tags: z.union([z.record(z.string(), text), z.array(z.object({ name: text, value: text }))]).nullish(),
    bounce: z.object({ type: text.default(''), subType: text.default(''), message: text.default('') }).nullish(),
    suppressed: z.object({ type: text.default(''), message: text.default('') }).nullish(),
    failed: z.object({ reason: text.default('') }).nullish(),
    click: z.object({ link: text.default('') }).nullish(),
  }),
});

/**
 * The id of a genuine notification (Standard Webhooks; Resend names the headers `svix-…`). Throws `unauthenticated` when
 * signature or age (5 minutes) is wrong, `misconfigured` when the secret is no secret.
 */
export function verifyResend(body: string, headers: Headers, secret: string): string {
  const header = (name: string) => headers.get(`svix-${name}`) ?? headers.get(`webhook-${name}`) ?? '';
  const id = header('id');
  const verifier = verifierOf(secret);
  try {
    verifier.verify(
      body,
      { 'webhook-id': id, 'webhook-timestamp': header('timestamp'), 'webhook-signature': header('signature') },
      { jsonParse: false },
    );
  } catch (error) {
    throw new AppError('unauthenticated', 'The signature of this notification is not valid.', {
      facts: { reason: error instanceof WebhookVerificationError ? error.message : 'malformed' },
    });
  }
  return id;
}

function verifierOf(secret: string): Webhook {
  try {
    return new Webhook(secret);
  } catch (cause) {
    throw new AppError('misconfigured', 'RESEND_WEBHOOK_SECRET is not a signing secret of Resend (whsec_ and base64).', { cause });
  }
}

/** What a genuine notification says about a mail; null when it is about something else. */
export function mailReport(body: string): MailReport | null {
  const event = Event.safeParse(jsonOf(body)).data;
  const outcome = event && outcomes[event.type];
  if (!event || !outcome) return null;
  const { data } = event;
  const tags = Array.isArray(data.tags) ? Object.fromEntries(data.tags.map(({ name, value }) => [name, value])) : (data.tags ?? {});
  const at = Date.parse(event.created_at);
  return {
    outcome,
    providerRef: data.email_id,
    organizationId: tags.organization ?? null,
    idempotencyKey: tags.key === undefined ? null : textOfTag(tags.key),
    recipients: data.to.map((address) => address.trim().toLowerCase()),
    suppress: suppressionFor(outcome, data.bounce?.type ?? ''),
    detail: detailOf(data),
    at: Number.isNaN(at) ? 0 : at,
  };
}

/** A transient bounce (a full mailbox, a server that is down) says nothing about the next mail. */
function suppressionFor(outcome: MailReport['outcome'], bounceType: string): MailReport['suppress'] {
  if (outcome === 'complained') return 'complaint';
  if (outcome === 'suppressed') return 'hard_bounce';
  return outcome === 'bounced' && /^(permanent|hard)/i.test(bounceType) ? 'hard_bounce' : null;
}

/** Where a reader was and what they read with is not kept; which of our links they opened is. */
function detailOf(data: z.infer<typeof Event>['data']): Record<string, string> {
  const { bounce, suppressed, failed, click } = data;
  return {
    ...(bounce ? { bounce: [bounce.type, bounce.subType].filter(Boolean).join('/'), message: serviceText(bounce.message) } : {}),
    ...(suppressed ? { message: serviceText(suppressed.message) } : {}),
    ...(failed ? { message: serviceText(failed.reason) } : {}),
    ...(click ? { link: withoutSecrets(click.link) } : {}),
  };
}

function withoutSecrets(link: string): string {
  return URL.canParse(link) ? `${new URL(link).origin}${new URL(link).pathname}`.slice(0, 300) : '';
}

/** A notification that a mail came in; it holds no text and no headers. */
const Received = z.object({
  type: z.literal('email.received'),
  data: z.object({
    email_id: z.string().regex(/^[A-Za-z0-9_-]{1,100}$/),
    from: z.string().max(1000),
    to: z.array(z.string().max(1000)).max(100).default([]),
    subject: z.string().max(4000).nullish(),
    message_id: z.string().max(1000).nullish(),
  }),
});

export interface ReceivedNotice {
  emailId: string;
  from: string;
  to: string;
  subject: string;
  messageId: string | null;
}

/** What a genuine notification says about a mail that came in; null when it is about something else. */
export function receivedNotice(body: string): ReceivedNotice | null {
  const event = Received.safeParse(jsonOf(body)).data;
  if (!event) return null;
  const { email_id: emailId, from, to, subject, message_id: messageId } = event.data;
  return { emailId, from, to: to[0] ?? '', subject: subject ?? '', messageId: messageId ?? null };
}
