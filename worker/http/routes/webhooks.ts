import type { BatchItem } from 'drizzle-orm/batch';
import { type MailReport, mailReport, verifyResend } from '../../connectors/resend/webhook';
import { stripeEvent, verifyStripe } from '../../connectors/stripe/webhook';
import { AppError } from '../../core/errors';
import { type Database, sharedDatabase } from '../../db/database';
import { commandOfReport, type ReportedCommand, receiptOf, recordOnce, refundMoved, suppression } from '../../db/records/service-reports';
import { configOf } from '../../env';
import { log } from '../../log';
import { newId } from '../../random';
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
    const report = mailReport(body);
    const db = sharedDatabase(c.env);
    const consequences = report ? await mailConsequences(db, report, now) : [];
    const result = await recordOnce(db, { id: `resend:${id}`, kind: report?.outcome ?? 'other', receivedAt: now }, consequences);
    return c.json({ result });
  });

  app.post('/api/v1/webhooks/stripe', async (c) => {
    c.set('route', 'POST /webhooks/stripe');
    const now = Date.now();
    const secret = secretOf(configOf(c.env).STRIPE_WEBHOOK_SECRET, 'STRIPE_WEBHOOK_SECRET');
    const body = await textOf(c.req.raw);
    await verifyStripe(body, c.req.header('stripe-signature') ?? '', secret, now);
    const event = stripeEvent(body);
    const db = sharedDatabase(c.env);
    const command = event.report ? await commandOfReport(db, event.report, 'stripe') : null;
    const consequences =
      event.report && command
        ? [
            receiptFor(db, command, 'stripe', `refund_${event.report.state}`, event.report, now),
            ...refundMoved(db, command, event.report, now),
          ]
        : [];
    const result = await recordOnce(db, { id: `stripe:${event.id}`, kind: event.type, receivedAt: now }, consequences);
    if (result === 'recorded' && command && event.report?.state === 'failed')
      log('warn', 'a refund failed after it was made', { command: command.id, organization: command.organizationId });
    return c.json({ result });
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

async function mailConsequences(db: Database, report: MailReport, now: number): Promise<BatchItem<'sqlite'>[]> {
  const command = await commandOfReport(db, report, 'resend');
  if (!command) return [];
  const [address, ...others] = report.recipients;
  // A report about several recipients does not say which of them it is about.
  const suppressed = report.suppress && address && others.length === 0 ? { address, reason: report.suppress } : null;
  return [
    receiptFor(db, command, 'resend', report.outcome, report, now),
    ...(suppressed
      ? [
          suppression(db, {
            id: newId('suppression', now),
            organizationId: command.organizationId,
            ...suppressed,
            source: `resend ${report.outcome}`,
            createdAt: now,
          }),
        ]
      : []),
  ];
}

function receiptFor(
  db: Database,
  command: ReportedCommand,
  provider: 'resend' | 'stripe',
  outcome: string,
  report: { providerRef: string; detail: Record<string, string>; at: number },
  now: number,
): BatchItem<'sqlite'> {
  const { providerRef, detail, at } = report;
  return receiptOf(db, command, { id: newId('receipt', now), outcome, provider, providerRef, detail, at: at || now });
}
