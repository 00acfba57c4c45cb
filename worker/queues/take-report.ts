import type { BatchItem } from 'drizzle-orm/batch';
import type { MailReport } from '../connectors/resend/webhook';
import type { RefundReport } from '../connectors/stripe/webhook';
import { happenedStates } from '../core/outbox/life-cycle';
import { type Database, databaseOf, sharedDatabase } from '../db/database';
import { isGuardFailure } from '../db/guard';
import { dueNow } from '../db/records/due-commands';
import { eventById } from '../db/records/events';
import { commandById } from '../db/records/outbox';
import {
  commandOfReport,
  mailIsOut,
  type Notification,
  type ReportedCommand,
  receiptOf,
  recordOnce,
  refundMoved,
  stillIn,
} from '../db/records/service-reports';
import { stopStatements } from '../inbound/stop-contact';
import { newId } from '../random';
import { reportedEngagement } from '../sales/reported-engagement';
import { poke, watchOutbox } from './poke';
import { type Report, reportOf, showReport } from './report';

/** What became of a mail: its receipt, and what it says about the address and about a command of which nobody knew. */
export async function takeMailReport(env: Env, seen: Notification, report: MailReport): Promise<'recorded' | 'duplicate'> {
  const db = sharedDatabase(env);
  const command = await commandOfReport(db, report, 'resend');
  const statements = command
    ? [
        ...(await mailConsequences(db, command, report, seen.receivedAt)),
        ...(await reportedEngagement(db, command, report, seen.id, seen.receivedAt)),
      ]
    : [];
  return lookAfter(env, command, () => recordOnce(db, seen, statements));
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

/** A command may move between what is read of it and what is written: then it is read again. */
const mostReadings = 3;

/** What became of a refund, with all that it means, in one batch. */
export async function takeRefundReport(env: Env, seen: Notification, report: RefundReport): Promise<'recorded' | 'duplicate'> {
  const db = sharedDatabase(env);
  const now = seen.receivedAt;
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

/** What nobody knew is settled by what was told: watched before it is written, and poked after. */
async function lookAfter<T>(env: Env, command: ReportedCommand | null, record: () => Promise<T>): Promise<T> {
  if (command?.state === 'unknown' || command?.state === 'claimed') await watchOutbox(env, command.eventId);
  const result = await record();
  if (command?.state === 'unknown') await poke(env, command.organizationId, command.eventId, [command.id]);
  return result;
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
