import { z } from 'zod';
import { AppError } from '../../core/errors';
import { jsonOf } from '../exchange';
import { keyField, RefundObject } from './wire';

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

const toleranceSeconds = 300;

/**
 * Checks `Stripe-Signature` (`t=…,v1=…`, HMAC-SHA256 over `t.body`); several `v1` may stand there while a secret is
 * changed. The comparison is WebCrypto's, in constant time. Throws `unauthenticated`.
 */
export async function verifyStripe(body: string, signature: string, secret: string, nowMs: number): Promise<void> {
  const fields = signature.split(',').map((field) => field.split('=', 2) as [string, string | undefined]);
  const stamp = fields.find(([name]) => name.trim() === 't')?.[1] ?? '';
  if (!/^\d{1,12}$/.test(stamp)) throw refused('no time');
  if (Math.abs(nowMs / 1000 - Number(stamp)) > toleranceSeconds) throw refused('too old or ahead of time');
  const encoder = new TextEncoder();
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
  const signed = encoder.encode(`${stamp}.${body}`);
  for (const [name, value = ''] of fields.slice(0, 10)) {
    if (name.trim() !== 'v1' || !/^[0-9a-f]{64}$/i.test(value)) continue;
    if (await crypto.subtle.verify('HMAC', key, bytesOf(value), signed)) return;
  }
  throw refused('no signature fits');
}

function refused(reason: string): AppError {
  return new AppError('unauthenticated', 'The signature of this notification is not valid.', { facts: { reason } });
}

function bytesOf(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: hex.length / 2 }, (_, index) => Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16));
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
