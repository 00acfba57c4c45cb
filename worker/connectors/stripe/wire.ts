import { z } from 'zod';
import { type Amount, digitsOf } from '../../core/money';
import type { CallContext } from '../../ports/call-outcome';
import type { RefundRequest } from '../../ports/payments';

/** Pinned, so that the account's default version changes nothing here. */
export const stripeVersion = '2026-10-28.endive';
/** Metadata under which a refund carries our idempotency key, by which it is found again. */
export const keyField = 'eventos_key';

export const RefundState = z.enum(['pending', 'requires_action', 'succeeded', 'failed', 'canceled']);
export const RefundObject = z.object({
  id: z.string().min(1).max(255),
  object: z.literal('refund').optional(),
  status: RefundState.nullish(),
  failure_reason: z.string().nullish(),
  metadata: z.record(z.string(), z.string()).nullish(),
});
export type RefundObject = z.infer<typeof RefundObject>;
export const RefundList = z.object({ data: z.array(RefundObject), has_more: z.boolean() });
export const Refusal = z.object({
  error: z.object({ type: z.string().default(''), code: z.string().nullish(), message: z.string().nullish() }),
});

/** Currencies that Stripe counts in other units than ISO 4217 (docs.stripe.com/currencies, special cases). */
const stripeDigits: Record<string, number> = { ISK: 2, UGX: 2, MGA: 0 };

/**
 * The amount as Stripe counts it, or null when Stripe has no such amount: it takes three-decimal currencies in steps
 * of ten, and no hundredths of currencies that it counts whole.
 */
export function stripeMinor({ minor, currency }: Amount): number | null {
  const shift = (stripeDigits[currency] ?? digitsOf(currency)) - digitsOf(currency);
  const value = shift < 0 ? minor / 10 ** -shift : minor * 10 ** shift;
  const exact = Number.isSafeInteger(value) && (digitsOf(currency) < 3 || value % 10 === 0);
  return exact ? value : null;
}

/** The form field that a payment goes into: `pi_…` or `ch_…`; null when it is neither. */
export function paymentField(paymentRef: string): 'payment_intent' | 'charge' | null {
  if (/^pi_[A-Za-z0-9_]+$/.test(paymentRef)) return 'payment_intent';
  return /^(ch|py)_[A-Za-z0-9_]+$/.test(paymentRef) ? 'charge' : null;
}

/** Form fields of `POST /v1/refunds`. */
export function refundForm(
  request: RefundRequest,
  amount: number,
  field: 'payment_intent' | 'charge',
  context: CallContext,
): URLSearchParams {
  const form = new URLSearchParams({ [field]: request.paymentRef, amount: String(amount), reason: request.reason });
  const metadata = { ...request.metadata, organization: context.organizationId, [keyField]: context.idempotencyKey };
  for (const [name, value] of Object.entries(metadata)) form.set(`metadata[${name}]`, value);
  return form;
}
