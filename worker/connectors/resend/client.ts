import { retryAfterMs } from '../../core/retry-after';
import type { CallContext, CallOutcome, Reconciliation } from '../../ports/call-outcome';
import type { MailPort, OutgoingMail } from '../../ports/mail';
import { type Exchange, exchange, exchangeLimits, type Fetcher, globalFetcher, jsonOf } from '../exchange';
import { mailProblem } from '../mail-rules';
import { serviceText } from '../service-text';
import { Refusal, Sent, sendEmailBody } from './wire';

export interface ResendOptions {
  apiKey: string;
  baseUrl: string;
  /** False where a gateway in front of it swallows the key. */
  honoursKey?: boolean;
  fetcher?: Fetcher;
  timeoutMs?: number;
}

const hourMs = 3600_000;
/** Resend honours a key for 24 hours; the last of them is left to clocks that differ. */
const keyHonouredMs = 23 * hourMs;
/** How long to wait after a 429 that names no time, by the name of the error. */
const waits: Record<string, number> = { daily_quota_exceeded: hourMs, monthly_quota_exceeded: 6 * hourMs };

/**
 * Mail through Resend (`POST /emails`). Plain fetch: the SDK reports a gateway's JSON error without its HTTP status and a
 * broken connection like a server error, and what may have happened is told by just that.
 */
export function createResend(options: ResendOptions): MailPort {
  const { apiKey, baseUrl, honoursKey = true, fetcher = globalFetcher, timeoutMs = exchangeLimits.timeoutMs } = options;
  const post = (mail: OutgoingMail, context: CallContext): Promise<Exchange> =>
    exchange(
      fetcher,
      `${baseUrl}/emails`,
      {
        method: 'POST',
        headers: {
          authorization: `Bearer ${apiKey}`,
          'content-type': 'application/json',
          'user-agent': 'eventos-coagents',
          'idempotency-key': context.idempotencyKey,
        },
        body: JSON.stringify(sendEmailBody(mail, context)),
      },
      { ...exchangeLimits, timeoutMs },
    );

  return {
    provider: 'resend',
    reconcilability: honoursKey ? { by: 'replay', withinMs: keyHonouredMs } : { by: 'nothing' },
    async send(mail, context) {
      const problem = mailProblem(mail, context);
      if (problem) return { status: 'failed', reason: problem };
      return outcomeOf(await post(mail, context), context.now);
    },
    /** Sends again under the same key. */
    async reconcile(mail, context): Promise<Reconciliation> {
      if (mailProblem(mail, context)) return { status: 'did_not_happen' };
      const answer = await post(mail, context);
      const outcome = outcomeOf(answer, context.now);
      if (outcome.status === 'confirmed') return { status: 'happened', providerRef: outcome.providerRef };
      // Only a refusal of the content speaks about the first call too: a revoked key or a full quota is about this one.
      const refused = answer.kind === 'answer' && (answer.status === 400 || answer.status === 422);
      return refused ? { status: 'did_not_happen' } : { status: 'cannot_tell' };
    },
  };
}

function outcomeOf(answer: Exchange, nowMs: number): CallOutcome {
  if (answer.kind === 'silence') return { status: 'unknown', reason: `Resend: ${answer.reason}` };
  const { status, headers } = answer;
  if (status >= 500 || status === 408) return { status: 'unknown', reason: `Resend answered ${status}` };
  if (status >= 200 && status < 300) {
    const sent = Sent.safeParse(answer.cut ? undefined : jsonOf(answer.text));
    return sent.success
      ? { status: 'confirmed', providerRef: sent.data.id }
      : { status: 'unknown', reason: `Resend answered ${status} without the id of a mail` };
  }
  const { name, message } = Refusal.safeParse(jsonOf(answer.text)).data ?? { name: '', message: '' };
  const detail = { httpStatus: status, ...(name ? { error: name } : {}) };
  if (status === 409 && name === 'concurrent_idempotent_requests')
    return { status: 'unknown', reason: 'Resend is still working on the same mail' };
  if (status === 429) {
    const reason = `Resend asks to wait${name ? ` (${name})` : ''}`;
    return { status: 'failed', reason, retryAfterMs: retryAfterMs((header) => headers.get(header), nowMs, waits[name] ?? 1000), detail };
  }
  return { status: 'failed', reason: `Resend refused the mail with ${status}${message ? `: ${serviceText(message)}` : ''}`, detail };
}
