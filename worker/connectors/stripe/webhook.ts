import { z } from 'zod';
import { AppError } from '../../core/errors';
import { jsonOf } from '../exchange';
import { keyField, RefundObject } from './wire';

export { verifyTimedSignature as verifyStripe } from '../timed-signature';

/** What became of a refund, as Stripe reports it. */
export interface RefundReport {
  state: 'pending' | 'succeeded' | 'failed';
  providerRef: string;
  organizationId: string | null;
  idempotencyKey: string | null;
  detail: Record<string, string>;
  /** Milliseconds since 1970, by Stripe's clock. */
  at: number;
}

const Event = z.object({
  id: z.string().min(1).max(255),
  type: z.string().max(255),
  created: z.number(),
  data: z.object({ object: z.unknown() }),
});
const refundEvents = new Set(['refund.created', 'refund.updated', 'refund.failed', 'charge.refund.updated']);

export interface StripeEvent {
  id: string;
  type: string;
  report: RefundReport | null;
}

/** What a genuine notification says; `report` is null when it is not about a refund. Throws `invalid_input`. */
export function stripeEvent(body: string): StripeEvent {
  const event = Event.safeParse(jsonOf(body)).data;
  if (!event) throw new AppError('invalid_input', 'This is not a notification of Stripe.');
  const refund = refundEvents.has(event.type) ? RefundObject.safeParse(event.data.object).data : undefined;
  return { id: event.id, type: event.type, report: refund ? reportOf(refund, event.created * 1000) : null };
}

function reportOf(refund: RefundObject, at: number): RefundReport {
  return {
    state: stateOf(refund),
    providerRef: refund.id,
    organizationId: refund.metadata?.organization ?? null,
    idempotencyKey: refund.metadata?.[keyField] ?? null,
    detail: {
      ...(refund.status ? { status: refund.status } : {}),
      ...(refund.failure_reason ? { failure: refund.failure_reason.slice(0, 300) } : {}),
    },
    at,
  };
}

function stateOf(refund: RefundObject): RefundReport['state'] {
  switch (refund.status) {
    case 'succeeded':
      return 'succeeded';
    case 'failed':
    case 'canceled':
      return 'failed';
    case 'pending':
    case 'requires_action':
    case null:
    case undefined:
      return 'pending';
  }
}
