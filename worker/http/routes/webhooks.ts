import { receivedMailOf } from '../../compose';
import { mailReport, type ReceivedNotice, receivedNotice, verifyResend } from '../../connectors/resend/webhook';
import { stripeEvent, verifyStripe } from '../../connectors/stripe/webhook';
import { AppError } from '../../core/errors';
import { sharedDatabase } from '../../db/database';
import { recordOnce } from '../../db/records/service-reports';
import { configOf } from '../../env';
import { addressOf } from '../../inbound/raw-mail';
import { receiveMail } from '../../inbound/receive-mail';
import { answeredBy } from '../../inbound/sender';
import { sponsorThread } from '../../inbound/sponsor-thread';
import { log } from '../../log';
import { takeMailReport, takeRefundReport } from '../../queues/take-report';
import type { App } from '../app';
import { readBytes } from '../body';

const limitBytes = 256_000;

/** What Resend and Stripe report later. The signature is the only credential, and without a secret nothing is taken. */
export function mountWebhooks(app: App): void {
  app.post('/api/v1/webhooks/resend', async (c) => {
    c.set('route', 'POST /webhooks/resend');
    const now = Date.now();
    const secret = secretOf(configOf(c.env).RESEND_WEBHOOK_SECRET, 'RESEND_WEBHOOK_SECRET');
    const body = await textOf(c.req.raw);
    const id = verifyResend(body, c.req.raw.headers, secret);
    const notice = receivedNotice(body);
    if (notice) return c.json({ result: await takeInMail(c.env, notice, now) });
    const report = mailReport(body);
    const seen = { id: `resend:${id}`, kind: report?.outcome ?? 'other', receivedAt: now };
    return c.json({ result: await (report ? takeMailReport(c.env, seen, report) : recordOnce(sharedDatabase(c.env), seen, [])) });
  });

  app.post('/api/v1/webhooks/stripe', async (c) => {
    c.set('route', 'POST /webhooks/stripe');
    const now = Date.now();
    const secret = secretOf(configOf(c.env).STRIPE_WEBHOOK_SECRET, 'STRIPE_WEBHOOK_SECRET');
    const body = await textOf(c.req.raw);
    await verifyStripe(body, c.req.header('stripe-signature') ?? '', secret, now);
    const { id, type, report } = stripeEvent(body);
    const seen = { id: `stripe:${id}`, kind: type, receivedAt: now };
    return c.json({ result: await (report ? takeRefundReport(c.env, seen, report) : recordOnce(sharedDatabase(c.env), seen, [])) });
  });
}

function secretOf(secret: string | undefined, name: string): string {
  if (secret !== undefined) return secret;
  log('error', 'a notification was refused: its signature cannot be checked', { missing: name });
  throw new AppError(
    'unavailable',
    `${name} is not set, so this notification cannot be checked. Set it with \`wrangler secret put ${name}\`.`,
    {
      retry: 'later',
    },
  );
}

async function textOf(request: Request): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readBytes(request, limitBytes));
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('invalid_input', 'The body is not UTF-8.', { cause: error });
  }
}

/** Text and headers are not in the notification; without them an answer could not be told from an absence note. */
async function takeInMail(env: Env, notice: ReceivedNotice, now: number): Promise<'received' | 'duplicate' | 'stranger'> {
  const from = addressOf(notice.from);
  const thread = await sponsorThread(env, { from, to: notice.to, headers: {} }, now);
  const answered = thread ?? (from === '' ? null : await answeredBy(env, from, now));
  if (!answered) return 'stranger';
  const content = await receivedMailOf(env, notice.emailId);
  if (!content)
    throw new AppError('upstream', 'Resend did not give the text of a mail that came in. It will be asked again when it notifies again.', {
      retry: 'later',
    });
  const reception = await receiveMail(env, {
    ...{ organizationId: answered.organizationId, eventId: answered.eventId, commandId: answered.commandId, at: answered.at },
    ...content,
    providerRef: `resend:${notice.messageId ?? notice.emailId}`,
    from,
    to: addressOf(notice.to),
    subject: notice.subject,
  });
  return reception ? 'received' : 'duplicate';
}
