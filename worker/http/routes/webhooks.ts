import type { BatchItem } from 'drizzle-orm/batch';
import { receivedMailOf } from '../../compose';
import { type MailReport, mailReport, type ReceivedNotice, receivedNotice, verifyResend } from '../../connectors/resend/webhook';
import { type RefundReport, stripeEvent, verifyStripe } from '../../connectors/stripe/webhook';
import { AppError } from '../../core/errors';
import { happenedStates } from '../../core/outbox/life-cycle';
import { type Database, databaseOf, sharedDatabase } from '../../db/database';
import { isGuardFailure } from '../../db/guard';
import { dueNow } from '../../db/records/due-commands';
import { eventById } from '../../db/records/events';
import { commandById } from '../../db/records/outbox';
import {
  commandOfReport,
  mailIsOut,
  type Notification,
  type ReportedCommand,
  receiptOf,
  recordOnce,
  refundMoved,
  stillIn,
} from '../../db/records/service-reports';
import { configOf } from '../../env';
import { addressOf } from '../../inbound/raw-mail';
import { receiveMail } from '../../inbound/receive-mail';
import { answeredBy } from '../../inbound/sender';
import { stopStatements } from '../../inbound/stop-contact';
import { log } from '../../log';
import { poke, watchOutbox } from '../../queues/poke';
import { type Report, reportOf, showReport } from '../../queues/report';
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
    const notice = receivedNotice(body);
    if (notice) return c.json({ result: await takeInMail(c.env, notice, now) });
    const report = mailReport(body);
    const db = sharedDatabase(c.env);
    const command = report && (await commandOfReport(db, report, 'resend'));
    const consequences = report && command ? await mailConsequences(db, command, report, now) : [];
    const result = await lookAfter(c.env, command, () =>
      recordOnce(db, { id: `resend:${id}`, kind: report?.outcome ?? 'other', receivedAt: now }, consequences),
    );
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
    const { report } = event;
    const seen = { id: `stripe:${event.id}`, kind: event.type, receivedAt: now };
    if (!report) return c.json({ result: await recordOnce(db, seen, []) });
    return c.json({ result: await takeRefundReport(c.env, db, seen, report, now) });
  });
}

/** A command may move between what is read of it and what is written: then it is read again. */
const mostReadings = 3;

async function takeRefundReport(
  env: Env,
  db: Database,
  seen: Notification,
  report: RefundReport,
  now: number,
): Promise<'recorded' | 'duplicate'> {
  for (let readings = 1; ; readings++) {
    const command = await commandOfReport(db, report, 'stripe');
    if (!command) return recordOnce(db, seen, []);
    const failure = report.state === 'failed' ? await failedLater(env, command, now) : null;
    if (failure) await watchOutbox(env, command.eventId);
    try {
      const result = await lookAfter(env, command, () =>
        recordOnce(db, seen, [
          stillIn(db, command),
          receiptFor(db, command, 'stripe', `refund_${report.state}`, report, now),
          ...refundMoved(db, command, report, now),
          dueNow(db, command),
          ...(failure?.statements ?? []),
        ]),
      );
      if (result === 'recorded' && failure) {
        await showReport(env, command.eventId, failure.activity);
        await poke(env, command.organizationId, command.eventId, failure.mailId ? [failure.mailId] : []);
      }
      return result;
    } catch (error) {
      if (!isGuardFailure(error) || readings === mostReadings) throw error;
    }
  }
}

/** What nobody knew is settled by what was told: watched before it is written, and poked after. */
async function lookAfter<T>(env: Env, command: ReportedCommand | null, record: () => Promise<T>): Promise<T> {
  if (command?.state === 'unknown' || command?.state === 'claimed') await watchOutbox(env, command.eventId);
  const result = await record();
  if (command?.state === 'unknown') await poke(env, command.organizationId, command.eventId, [command.id]);
  return result;
}

/** A refund that the service had taken and could not make: its tickets are valid again, and a person has to know, once. */
async function failedLater(env: Env, reported: ReportedCommand, now: number): Promise<Report | null> {
  // What is not settled yet is settled by this report, and told then.
  if (!happenedStates.some((state) => state === reported.state)) return null;
  const { id, organizationId, eventId } = reported;
  const db = databaseOf(env, organizationId);
  const [command, event] = await Promise.all([commandById(db, organizationId, id), eventById(db, organizationId, eventId)]);
  if (!command || !event) return null;
  return reportOf(
    env,
    command,
    event,
    { state: 'failed', lastError: 'The service could not make it after all.' },
    now,
    `act_${id.slice(4)}f`,
  );
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

async function mailConsequences(db: Database, command: ReportedCommand, report: MailReport, now: number): Promise<BatchItem<'sqlite'>[]> {
  const [address, ...others] = report.recipients;
  // A report about several recipients does not say which of them it is about.
  const suppressed = report.suppress && address && others.length === 0 ? { address, reason: report.suppress } : null;
  return [
    receiptFor(db, command, 'resend', report.outcome, report, now),
    ...(mailIsOut.includes(report.outcome) ? [dueNow(db, command)] : []),
    ...(suppressed
      ? await stopStatements(
          db,
          {
            ...{ organizationId: command.organizationId, eventId: command.eventId, address: suppressed.address, why: suppressed.reason },
            by: `resend ${report.outcome}`,
          },
          now,
        )
      : []),
  ];
}

/** Text and headers are not in the notification; without them an answer could not be told from an absence note. */
async function takeInMail(env: Env, notice: ReceivedNotice, now: number): Promise<'received' | 'duplicate' | 'stranger'> {
  const from = addressOf(notice.from);
  const answered = from === '' ? null : await answeredBy(env, from, now);
  if (!answered) return 'stranger';
  const content = await receivedMailOf(env, notice.emailId);
  if (!content)
    throw new AppError('upstream', 'Resend did not give the text of a mail that came in. It will be asked again when it notifies again.', {
      retry: 'later',
    });
  const reception = await receiveMail(env, {
    ...answered,
    ...content,
    providerRef: `resend:${notice.messageId ?? notice.emailId}`,
    from,
    to: addressOf(notice.to),
    subject: notice.subject,
  });
  return reception ? 'received' : 'duplicate';
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
