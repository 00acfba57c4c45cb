import type { CallContext } from '../ports/call-outcome';
import type { RefundRequest } from '../ports/payments';
import { keyProblem } from './mail-rules';

/** What is wrong with a refund, in words that say what to change; null when it may be made. */
export function refundProblem(request: RefundRequest, context: CallContext): string | null {
  const key = keyProblem(context.idempotencyKey);
  if (key) return key;
  if (!/^[\x21-\x7e]{1,255}$/.test(request.paymentRef)) return 'the order has no payment that could be refunded';
  if (!Number.isSafeInteger(request.amount.minor) || request.amount.minor <= 0) return 'the amount must be more than nothing';
  if (!/^[A-Z]{3}$/.test(request.amount.currency)) return 'the currency must be an ISO 4217 code';
  const entries = Object.entries(request.metadata);
  if (entries.length > 40) return 'there are more than 40 facts with the refund';
  const wrong = entries.find(([name, value]) => !/^[A-Za-z0-9_]{1,40}$/.test(name) || value.length > 500);
  return wrong ? `the fact ${wrong[0].slice(0, 40)} is too long or its name has other characters than letters, digits and _` : null;
}
