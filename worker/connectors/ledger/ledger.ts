import { makeId } from '../../core/ids';
import type { CallContext, CallOutcome, Reconciliation } from '../../ports/call-outcome';
import type { PaymentsPort, RefundRequest } from '../../ports/payments';
import type { LedgerEntry, LedgerStore } from '../../ports/stand-in-stores';
import { canonicalJson, sha256Hex } from '../digest';
import { refundProblem } from '../refund-rules';

/**
 * The stand-in for a payment service: a refund is written down instead of made. A key is honoured for ever: the same
 * request under it gets the same reference, another request is refused.
 */
export function createLedger(store: LedgerStore): PaymentsPort {
  return {
    provider: 'ledger',
    reconcilability: { by: 'look_up' },
    async refund(request, context): Promise<CallOutcome> {
      const problem = refundProblem(request, context);
      if (problem) return { status: 'failed', reason: problem };
      const entry = await entryOf(request, context);
      const kept = await store.keep(entry);
      if (kept.requestHash !== entry.requestHash) return { status: 'failed', reason: 'this idempotency key was used for another refund' };
      return { status: 'confirmed', providerRef: kept.id, detail: { state: 'succeeded' } };
    },
    async reconcile(_request, context): Promise<Reconciliation> {
      const kept = await store.find(context.organizationId, context.idempotencyKey);
      return kept ? { status: 'happened', providerRef: kept.id } : { status: 'did_not_happen' };
    },
  };
}

async function entryOf(request: RefundRequest, context: CallContext): Promise<LedgerEntry> {
  return {
    id: makeId('refund', context.now, crypto.getRandomValues(new Uint8Array(14))),
    organizationId: context.organizationId,
    idempotencyKey: context.idempotencyKey,
    paymentRef: request.paymentRef,
    amount: request.amount,
    requestHash: await sha256Hex(canonicalJson(request)),
    at: context.now,
  };
}
