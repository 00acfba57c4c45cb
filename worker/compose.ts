import { createLedger } from './connectors/ledger/ledger';
import { mailComposer } from './connectors/mail-composer';
import { parseSender } from './connectors/mail-rules';
import { createMailbox } from './connectors/mailbox/mailbox';
import { AppError } from './core/errors';
import { sharedDatabase } from './db/database';
import { ledgerStore, mailboxStore } from './db/records/stand-ins';
import { type Config, configOf } from './env';
import type { Clock } from './ports/clock';
import type { MailPort, OutgoingMail } from './ports/mail';
import type { MailComposer } from './ports/mail-composer';
import type { PaymentsPort } from './ports/payments';

/** The one place where ports meet adapters. An event on a virtual clock lives on stand-ins only. */

export type ClockKind = 'real' | 'virtual';

export const realClock: Clock = { now: () => Date.now() };

export function sender(config: Config): OutgoingMail['from'] {
  const from = parseSender(config.MAIL_FROM);
  if (!from) throw new AppError('misconfigured', 'MAIL_FROM must read `Name <address>`, the sender of all mail.');
  return from;
}

export function composerFor(env: Env): MailComposer {
  return mailComposer(sender(configOf(env)));
}

export function mailFor(env: Env, _clock: ClockKind): MailPort {
  return createMailbox(mailboxStore(sharedDatabase(env)));
}

export function paymentsFor(env: Env, _clock: ClockKind): PaymentsPort {
  return createLedger(ledgerStore(sharedDatabase(env)));
}

/** Which outside services are real in this deployment, for the console. */
export function servicesOf(env: Env): Record<string, 'real' | 'stand-in'> {
  const config = configOf(env);
  const real = (condition: unknown) => (condition ? 'real' : 'stand-in');
  return {
    mail: real(config.RESEND_API_KEY),
    payments: real(config.STRIPE_SECRET_KEY),
    model: real(config.OPENAI_API_KEY ?? config.WORKERS_AI_MODEL),
    search: real(config.EMBEDDINGS !== 'none'),
  };
}
