import type { Amount } from '../core/money';
import type { Reconcilability } from '../core/outbox/life-cycle';
import type { CallContext, CallOutcome, Reconciliation } from './call-outcome';

export interface RefundRequest {
  /** `pi_…` or `ch_…` at the service. */
  paymentRef: string;
  amount: Amount;
  reason: 'requested_by_customer' | 'duplicate' | 'fraudulent';
  metadata: Record<string, string>;
}

export interface PaymentsPort {
  readonly provider: 'stripe' | 'ledger';
  /** How an outcome that is not known is found out: what `reconcile` does. */
  readonly reconcilability: Reconcilability;
  /** `detail.state` is `pending` or `succeeded`. */
  refund(request: RefundRequest, context: CallContext): Promise<CallOutcome>;
  reconcile(request: RefundRequest, context: CallContext): Promise<Reconciliation>;
}
