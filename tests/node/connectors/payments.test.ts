import { afterEach, describe, expect, it } from 'vitest';
import { createLedger } from '../../../worker/connectors/ledger/ledger';
import { createStripe } from '../../../worker/connectors/stripe/client';
import { stripeMinor, stripeVersion } from '../../../worker/connectors/stripe/wire';
import { type FakeStripe, startFakeStripe } from '../../support/fake-stripe';
import type { Fault } from '../../support/loopback';
import { aCall } from '../../support/mail-conformance';
import { aRefund, paymentsConformance } from '../../support/payments-conformance';
import { memoryLedger } from '../../support/stand-in-stores';

let fake: FakeStripe | undefined;

async function open(options: { secretKey?: string; timeoutMs?: number } = {}) {
  fake = await startFakeStripe('sk_test', stripeVersion);
  const payments = createStripe({ secretKey: options.secretKey ?? 'sk_test', baseUrl: fake.url, timeoutMs: options.timeoutMs });
  return { payments, service: fake, madeCount: async () => fake?.refunds.length ?? 0 };
}

afterEach(async () => {
  await fake?.close();
  expect(fake?.complaints ?? []).toEqual([]);
  fake = undefined;
});

paymentsConformance('Stripe', open);
paymentsConformance('the embedded ledger', async () => {
  const store = memoryLedger();
  return { payments: createLedger(store), madeCount: async () => store.entries.size };
});

describe('the refund that Stripe gets', () => {
  it('names payment, amount in minor units, reason and whose it is', async () => {
    const { payments, service } = await open();
    await payments.refund(aRefund({ paymentRef: 'ch_9' }), aCall('refund:1'));
    expect(service.refunds).toEqual([
      {
        id: 're_1',
        object: 'refund',
        status: 'succeeded',
        amount: 4200,
        charge: 'ch_9',
        payment_intent: null,
        metadata: { refund: 'ref_0001', organization: 'org_lantern', eventos_key: 'refund:1' },
      },
    ]);
    expect(service.requests[0]?.headers).toMatchObject({
      'content-type': 'application/x-www-form-urlencoded',
      'idempotency-key': 'refund:1',
    });
  });

  it('is refused here when the payment is not one of Stripe', async () => {
    const { payments, service } = await open();
    expect(await payments.refund(aRefund({ paymentRef: 'pretix-77' }), aCall('refund:1'))).toMatchObject({ status: 'failed' });
    expect(service.requests).toEqual([]);
  });

  it.each([
    ['EUR', 4200, 4200],
    ['JPY', 4200, 4200],
    ['ISK', 42, 4200],
    ['UGX', 42, 4200],
    ['MGA', 2900, 29],
    ['MGA', 2950, null],
    ['KWD', 4230, 4230],
    ['KWD', 4235, null],
  ])('counts %s %d as Stripe does', (currency, minor, expected) => {
    expect(stripeMinor({ minor, currency })).toBe(expected);
  });
});

const outcomes: [what: string, fault: Fault, expected: object][] = [
  ['429', { when: 'before', status: 429, headers: { 'retry-after': '3' } }, { status: 'failed', retryAfterMs: 3000 }],
  [
    '400 for a payment that is refunded',
    { when: 'before', status: 400, body: '{"error":{"type":"invalid_request_error","code":"charge_already_refunded","message":"no"}}' },
    { status: 'failed', detail: { code: 'charge_already_refunded' } },
  ],
  ['409, the same call under way', { when: 'before', status: 409, body: '{"error":{"type":"idempotency_error"}}' }, { status: 'unknown' }],
  ['500', { when: 'after', status: 500 }, { status: 'unknown' }],
  ['a reset connection', { when: 'after', fail: 'reset' }, { status: 'unknown' }],
  ['an answer that breaks off', { when: 'after', fail: 'cut' }, { status: 'unknown' }],
  ['200 with a page that is no answer', { when: 'after', fail: 'garbage' }, { status: 'unknown' }],
  ['no answer in time', { when: 'after', fail: 'hang' }, { status: 'unknown' }],
];

describe('what is known after a call to Stripe', () => {
  it.each(outcomes)('%s', async (_what, fault, expected) => {
    const { payments, service } = await open({ timeoutMs: 150 });
    service.fail(fault);
    const outcome = await payments.refund(aRefund(), aCall('refund:1'));
    expect(outcome).toMatchObject(expected);
    if (!('retryAfterMs' in expected)) expect(outcome).not.toHaveProperty('retryAfterMs');
  });

  it.each([
    ['pending', { status: 'confirmed', detail: { state: 'pending' } }],
    ['requires_action', { status: 'confirmed', detail: { state: 'pending' } }],
    ['failed', { status: 'failed' }],
    ['canceled', { status: 'failed' }],
  ])('a refund that is %s', async (status, expected) => {
    const { payments, service } = await open();
    service.status = status;
    expect(await payments.refund(aRefund(), aCall('refund:1'))).toMatchObject(expected);
  });
});

describe('a refund of which nobody knows whether it was made', () => {
  it.each(['reset', 'cut', 'garbage', 'hang'] as const)('is made once after it was reconciled: made, then %s', async (fail) => {
    const { payments, service } = await open({ timeoutMs: 150 });
    service.fail({ when: 'after', fail });
    expect(await payments.refund(aRefund(), aCall('refund:1'))).toMatchObject({ status: 'unknown' });
    expect(await payments.reconcile(aRefund(), aCall('refund:1'))).toEqual({ status: 'happened', providerRef: 're_1' });
    expect(service.refunds).toHaveLength(1);
  });

  it('is made once even when Stripe has forgotten the key', async () => {
    const { payments, service } = await open();
    await payments.refund(aRefund(), aCall('refund:1'));
    service.forgetKeys();
    expect(await payments.reconcile(aRefund(), aCall('refund:1'))).toEqual({ status: 'happened', providerRef: 're_1' });
    expect(service.refunds).toHaveLength(1);
  });

  it('did not happen when Stripe has none, and looking it up makes none', async () => {
    const { payments, service } = await open();
    service.fail({ when: 'before', fail: 'reset' });
    await payments.refund(aRefund(), aCall('refund:1'));
    expect(await payments.reconcile(aRefund(), aCall('refund:1'))).toEqual({ status: 'did_not_happen' });
    expect(service.refunds).toHaveLength(0);
  });

  it('is not sent again while Stripe does not say what it has', async () => {
    const { payments, service } = await open();
    service.failLookup({ when: 'before', status: 503 });
    expect(await payments.reconcile(aRefund(), aCall('refund:1'))).toEqual({ status: 'cannot_tell' });
    expect(service.requests.map((request) => request.method)).toEqual(['GET']);
  });

  it('came to nothing when the refund that was made has failed', async () => {
    const { payments, service } = await open();
    service.status = 'failed';
    await payments.refund(aRefund(), aCall('refund:1'));
    expect(await payments.reconcile(aRefund(), aCall('refund:1'))).toEqual({
      status: 'came_to_nothing',
      reason: 'Stripe could not make the refund',
    });
  });
});
