import { contractErrors } from './contracts';
import { answerJson, type Fault, type Loopback, listen, misbehave, type Received } from './loopback';

interface FakeRefund {
  id: string;
  object: 'refund';
  status: string;
  amount: number;
  payment_intent: string | null;
  charge: string | null;
  metadata: Record<string, string>;
}

export interface FakeStripe extends Loopback {
  refunds: FakeRefund[];
  requests: Received[];
  complaints: string[];
  /** The next call that makes a refund goes wrong like this. */
  fail(fault: Fault): void;
  /** The next look-up goes wrong like this. */
  failLookup(fault: Fault): void;
  /** Stripe forgets the keys that it has seen, as it does after a day. */
  forgetKeys(): void;
  /** The status of the refunds that are made from now on. */
  status: string;
}

/** Stripe's refunds on loopback: checks every request against the vendor's schema and honours idempotency keys. */
export async function startFakeStripe(secretKey: string, version: string): Promise<FakeStripe> {
  const faults: Fault[] = [];
  const lookupFaults: Fault[] = [];
  const keys = new Map<string, { body: string; refund: FakeRefund }>();
  const fake: Omit<FakeStripe, keyof Loopback> = {
    refunds: [],
    requests: [],
    complaints: [],
    fail: (fault) => faults.push(fault),
    failLookup: (fault) => lookupFaults.push(fault),
    forgetKeys: () => keys.clear(),
    status: 'succeeded',
  };

  const server = await listen((request, response) => {
    fake.requests.push(request);
    const url = new URL(request.path, 'http://stripe');
    if (url.pathname !== '/v1/refunds') {
      fake.complaints.push(`unexpected ${request.method} ${request.path}`);
      return answerJson(response, 404, { error: { type: 'invalid_request_error', message: 'Unrecognized request URL' } });
    }
    if (request.headers['stripe-version'] !== version) fake.complaints.push('the API version is not pinned');
    if (request.headers.authorization !== `Bearer ${secretKey}`)
      return answerJson(response, 401, { error: { type: 'invalid_request_error', message: 'Invalid API Key provided' } });
    if (request.method === 'GET') {
      const fault = lookupFaults.shift();
      if (fault) return misbehave(fault, response);
      const of = (field: 'payment_intent' | 'charge') => url.searchParams.get(field);
      const data = fake.refunds.filter((refund) =>
        (['payment_intent', 'charge'] as const).every((field) => !of(field) || refund[field] === of(field)),
      );
      return answerJson(response, 200, { object: 'list', data, has_more: false });
    }
    const fault = faults.shift();
    if (fault?.when === 'before') return misbehave(fault, response);
    const { body, metadata } = formOf(request.body);
    fake.complaints.push(...contractErrors('stripe', 'PostRefunds', { ...body, metadata }));
    const key = request.headers['idempotency-key'] ?? '';
    if (key === '') fake.complaints.push('there is no idempotency key');
    const known = keys.get(key);
    if (known && known.body !== request.body)
      return answerJson(response, 400, {
        error: { type: 'idempotency_error', message: 'Keys for idempotent requests can only be used once' },
      });
    const refund = known?.refund ?? {
      id: `re_${fake.refunds.length + 1}`,
      object: 'refund' as const,
      status: fake.status,
      amount: Number(body.amount),
      payment_intent: (body.payment_intent as string | undefined) ?? null,
      charge: (body.charge as string | undefined) ?? null,
      metadata,
    };
    if (!known) fake.refunds.push(refund);
    keys.set(key, { body: request.body, refund });
    if (fault) return misbehave(fault, response);
    answerJson(response, 200, refund);
  });
  return Object.assign(fake, server);
}

function formOf(text: string): { body: Record<string, unknown>; metadata: Record<string, string> } {
  const body: Record<string, unknown> = {};
  const metadata: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(text)) {
    const field = /^metadata\[(.+)\]$/.exec(name)?.[1];
    if (field) metadata[field] = value;
    else body[name] = /^\d+$/.test(value) && name === 'amount' ? Number(value) : value;
  }
  return { body, metadata };
}
