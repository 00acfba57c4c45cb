import { describe, expect, it } from 'vitest';
import type { PaymentsPort, RefundRequest } from '../../worker/ports/payments';
import { aCall } from './mail-conformance';

export const aRefund = (changes: Partial<RefundRequest> = {}): RefundRequest => ({
  paymentRef: 'pi_123',
  amount: { minor: 4200, currency: 'EUR' },
  reason: 'requested_by_customer',
  metadata: { refund: 'ref_0001' },
  ...changes,
});

const refusals: [what: string, changes: Partial<RefundRequest>, advice: RegExp][] = [
  ['an amount of nothing', { amount: { minor: 0, currency: 'EUR' } }, /amount/],
  ['a negative amount', { amount: { minor: -1, currency: 'EUR' } }, /amount/],
  ['a part of a cent', { amount: { minor: 1.5, currency: 'EUR' } }, /amount/],
  ['a currency in small letters', { amount: { minor: 1, currency: 'eur' } }, /currency/],
  ['an order without a payment', { paymentRef: '' }, /no payment/],
  ['a fact with a bracket in its name', { metadata: { 'a][b': 'x' } }, /fact/],
];

/** What every payments adapter holds. `madeCount` says how many refunds were really made. */
export function paymentsConformance(name: string, open: () => Promise<{ payments: PaymentsPort; madeCount(): Promise<number> }>): void {
  describe(`refunds by ${name}`, () => {
    it('makes a refund once and gives the same reference for the same request under the same key', async () => {
      const { payments, madeCount } = await open();
      const first = await payments.refund(aRefund(), aCall('refund:1'));
      expect(first).toMatchObject({ status: 'confirmed', detail: { state: 'succeeded' } });
      expect(await payments.refund(aRefund(), aCall('refund:1'))).toEqual(first);
      expect(await madeCount()).toBe(1);
    });

    it.each([
      ['amount', { amount: { minor: 4300, currency: 'EUR' } }],
      ['payment', { paymentRef: 'pi_124' }],
    ])('refuses another %s under a used key for good', async (_what, changes) => {
      const { payments, madeCount } = await open();
      await payments.refund(aRefund(), aCall('refund:2'));
      const other = await payments.refund(aRefund(changes), aCall('refund:2'));
      expect(other).toMatchObject({ status: 'failed' });
      expect(other).not.toHaveProperty('retryAfterMs');
      expect(await madeCount()).toBe(1);
    });

    it('finds a refund that was made when it reconciles', async () => {
      const { payments, madeCount } = await open();
      const made = await payments.refund(aRefund(), aCall('refund:3'));
      expect(await payments.reconcile(aRefund(), aCall('refund:3'))).toEqual({
        status: 'happened',
        providerRef: made.status === 'confirmed' ? made.providerRef : '',
      });
      expect(await madeCount()).toBe(1);
    });

    it.each(refusals)('refuses %s, says what is wrong, and moves nothing', async (_what, changes, advice) => {
      const { payments, madeCount } = await open();
      const outcome = await payments.refund(aRefund(changes), aCall('refund:4'));
      expect(outcome).toMatchObject({ status: 'failed', reason: expect.stringMatching(advice) });
      expect(await madeCount()).toBe(0);
    });
  });
}
