import { mailFor, renderInvitation, renderSignIn, sender, transactionalHeaders } from '../compose';
import type { Role } from '../contract/common';
import { AppError } from '../core/errors';
import { configOf } from '../env';
import { log } from '../log';
import type { OutgoingMail } from '../ports/mail';
import { randomToken } from './tokens';

/** Mail about somebody's own account. `to` is always an address that somebody in charge has named. */
export type AccountMail =
  | { kind: 'sign_in_code'; to: string; code: string; minutes: number }
  | { kind: 'sign_in_link'; to: string; url: string; minutes: number }
  | {
      kind: 'invitation';
      to: string;
      organizationId: string;
      organizationName: string;
      inviterName: string;
      role: Role;
      url: string;
      days: number;
    };

/** Hands one mail to the mail service. Throws `upstream` when it was not taken; nobody is told, they ask for another. */
export async function sendAccountMail(env: Env, mail: AccountMail, now: number, organizationId = ''): Promise<void> {
  const config = configOf(env);
  const rendered =
    mail.kind === 'invitation'
      ? renderInvitation({
          organizationName: mail.organizationName,
          inviterName: mail.inviterName,
          role: mail.role,
          link: mail.url,
          publicUrl: config.PUBLIC_URL,
          validDays: mail.days,
        })
      : renderSignIn({
          organizationName: config.ORGANIZATION_NAME,
          publicUrl: config.PUBLIC_URL,
          validMinutes: mail.minutes,
          ...(mail.kind === 'sign_in_code' ? { code: mail.code } : { link: mail.url }),
        });
  const outgoing: OutgoingMail = {
    from: sender(config),
    to: [mail.to],
    headers: { ...transactionalHeaders },
    ...rendered,
  };
  const outcome = await mailFor(env, 'real').send(outgoing, {
    organizationId: mail.kind === 'invitation' ? mail.organizationId : organizationId,
    eventId: null,
    idempotencyKey: `account:${mail.kind}:${randomToken(18)}`,
    now,
  });
  if (outcome.status !== 'confirmed') {
    log('warn', 'account mail was not confirmed', { kind: mail.kind, outcome: outcome.status, reason: outcome.reason });
    throw new AppError('upstream', 'The mail could not be sent. Try again in a moment.', { retry: 'later' });
  }
}
