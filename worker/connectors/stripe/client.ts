import { retryAfterMs } from '../../core/retry-after';
import type { CallContext, CallOutcome, Reconciliation } from '../../ports/call-outcome';
import type { PaymentsPort, RefundRequest } from '../../ports/payments';
import { type Exchange, exchange, exchangeLimits, type Fetcher, globalFetcher, jsonOf } from '../exchange';
import { refundProblem } from '../refund-rules';
import { serviceText } from '../service-text';
import { keyField, paymentField, RefundList, RefundObject, Refusal, refundForm, stripeMinor, stripeVersion } from './wire';

export interface StripeOptions {
  secretKey: string;
  baseUrl: string;
  fetcher?: Fetcher;
  timeoutMs?: number;
}

/**
 * Refunds through Stripe (`POST /v1/refunds`). Plain fetch of the two calls that are needed: the SDK is over ten times
 * their size in the bundle and retries on its own, which would hide what is unknown.
 */
export function createStripe(options: StripeOptions): PaymentsPort {
  const { secretKey, baseUrl, fetcher = globalFetcher, timeoutMs = exchangeLimits.timeoutMs } = options;
  const headers = { authorization: `Bearer ${secretKey}`, 'stripe-version': stripeVersion, 'user-agent': 'eventos-coagents' };
  const limits = { ...exchangeLimits, timeoutMs };

  const create = (form: URLSearchParams, context: CallContext): Promise<Exchange> =>
    exchange(
      fetcher,
      `${baseUrl}/v1/refunds`,
      {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded', 'idempotency-key': context.idempotencyKey },
        body: form.toString(),
      },
      limits,
    );

  /** The refund that carries our key. A payment has few refunds: the latest hundred are all of them. */
  async function find(field: string, request: RefundRequest, context: CallContext): Promise<RefundObject | 'none' | 'unavailable'> {
    const query = new URLSearchParams({ [field]: request.paymentRef, limit: '100' });
    const answer = await exchange(fetcher, `${baseUrl}/v1/refunds?${query}`, { method: 'GET', headers }, limits);
    const list = answer.kind === 'answer' && answer.status === 200 ? RefundList.safeParse(jsonOf(answer.text)).data : undefined;
    if (!list) return 'unavailable';
    const ours = list.data.filter((refund) => refund.metadata?.[keyField] === context.idempotencyKey);
    // After a failed one a person may have tried again.
    return ours.find((refund) => !isOver(refund)) ?? ours[0] ?? (list.has_more ? 'unavailable' : 'none');
  }

  return {
    provider: 'stripe',
    // Stripe honours a key for a day only, and money must not move twice after a longer outage: what is unknown is looked up.
    reconcilability: { by: 'look_up' },
    async refund(request, context) {
      const call = prepare(request, context);
      return 'problem' in call ? { status: 'failed', reason: call.problem } : outcomeOf(await create(call.form, context), context.now);
    },
    /** Looks for the refund by the key that it carries, which holds too when Stripe has forgotten the key. */
    async reconcile(request, context): Promise<Reconciliation> {
      const call = prepare(request, context);
      if ('problem' in call) return { status: 'did_not_happen' };
      const found = await find(call.field, request, context);
      if (found === 'unavailable') return { status: 'cannot_tell' };
      if (found === 'none') return { status: 'did_not_happen' };
      return isOver(found) ? { status: 'came_to_nothing', reason: failureOf(found) } : { status: 'happened', providerRef: found.id };
    },
  };
}

function prepare(
  request: RefundRequest,
  context: CallContext,
): { problem: string } | { form: URLSearchParams; field: 'payment_intent' | 'charge' } {
  const problem = refundProblem(request, context);
  if (problem) return { problem };
  const field = paymentField(request.paymentRef);
  if (!field) return { problem: 'the order has no payment at Stripe (pi_… or ch_…) that could be refunded' };
  const amount = stripeMinor(request.amount);
  if (amount === null) return { problem: `Stripe cannot refund this amount of ${request.amount.currency} exactly` };
  return { form: refundForm(request, amount, field, context), field };
}

function outcomeOf(answer: Exchange, nowMs: number): CallOutcome {
  if (answer.kind === 'silence') return { status: 'unknown', reason: `Stripe: ${answer.reason}` };
  const { status, headers } = answer;
  if (status >= 500 || status === 408) return { status: 'unknown', reason: `Stripe answered ${status}` };
  if (status >= 200 && status < 300) return refundOutcome(answer);
  const error = Refusal.safeParse(jsonOf(answer.text)).data?.error;
  const detail = { httpStatus: status, ...(error?.type ? { type: error.type } : {}), ...(error?.code ? { code: error.code } : {}) };
  if (status === 409 || error?.code === 'idempotency_key_in_use')
    return { status: 'unknown', reason: 'Stripe is still working on the same refund' };
  if (status === 429 || error?.code === 'lock_timeout')
    return {
      status: 'failed',
      reason: 'Stripe asks to wait',
      retryAfterMs: retryAfterMs((header) => headers.get(header), nowMs, 1000),
      detail,
    };
  const text = error?.message ? `: ${serviceText(error.message)}` : '';
  return { status: 'failed', reason: `Stripe refused the refund with ${status}${text}`, detail };
}

/** A refund that was tried and came to nothing. */
function isOver(refund: RefundObject): boolean {
  return refund.status === 'failed' || refund.status === 'canceled';
}

function failureOf(refund: RefundObject): string {
  return `Stripe could not make the refund${refund.failure_reason ? ` (${refund.failure_reason})` : ''}`;
}

function refundOutcome(answer: Exchange & { kind: 'answer' }): CallOutcome {
  const refund = RefundObject.safeParse(answer.cut ? undefined : jsonOf(answer.text)).data;
  if (!refund) return { status: 'unknown', reason: `Stripe answered ${answer.status} without a refund` };
  switch (refund.status) {
    case 'failed':
    case 'canceled':
      return {
        status: 'failed',
        reason: failureOf(refund),
        detail: { refund: refund.id, state: refund.status },
      };
    case 'succeeded':
      return { status: 'confirmed', providerRef: refund.id, detail: { state: 'succeeded' } };
    case 'pending':
    case 'requires_action':
    case null:
    case undefined:
      return { status: 'confirmed', providerRef: refund.id, detail: { state: 'pending' } };
  }
}
