import { afterAll, beforeAll, expect, it } from 'vitest';
import { stripeVersion } from '../../worker/connectors/stripe/wire';
import { eventually } from '../support/eventually';
import { type FakeResend, startFakeResend } from '../support/fake-resend';
import { type FakeStripe, startFakeStripe } from '../support/fake-stripe';
import { type Loopback, listen } from '../support/loopback';
import { aState, type Running, records, start } from './running';

const state = aState();
let resend: FakeResend;
let stripe: FakeStripe;
let silent: Loopback;
let product: Running;
let variables: Record<string, string>;

beforeAll(async () => {
  resend = await startFakeResend('re_test');
  stripe = await startFakeStripe('sk_test', stripeVersion);
  silent = await listen(() => {});
  variables = {
    ...{ RESEND_API_KEY: 're_test', RESEND_BASE_URL: resend.url, MAIL_FROM: 'Days <days@example.org>' },
    ...{ STRIPE_SECRET_KEY: 'sk_test', STRIPE_BASE_URL: stripe.url },
  };
  product = await start(state.folder, variables);
}, 150_000);

afterAll(async () => {
  await product?.killAll();
  await Promise.all([resend?.close(), stripe?.close(), silent?.close()]);
  state.remove();
});

interface Ticket {
  ticketId: string;
  orderId: string;
  state: string;
  orderState: string;
  price: { minor: number };
}
interface Detail {
  order: { code: string; buyerEmail: string; total: { minor: number }; refunded: { minor: number } };
}
const taken = new Set<string>();

/** An order of one paid ticket below the limit that no other test has. */
async function anOrder(): Promise<{ ticketId: string; code: string; email: string }> {
  const { items } = await product.api<{ items: Ticket[] }>('GET', `/events/${product.eventId}/attendees?limit=200`);
  for (const { ticketId, orderId, state: of, orderState, price } of items) {
    if (of !== 'valid' || orderState !== 'paid' || price.minor <= 0 || price.minor >= 50_000 || taken.has(orderId)) continue;
    taken.add(orderId);
    const { order } = await product.api<Detail>('GET', `/events/${product.eventId}/attendees/${ticketId}`);
    // A page of the list may hold a part of an order only.
    if (order.total.minor === price.minor) return { ticketId, code: order.code, email: order.buyerEmail };
  }
  throw new Error('no such order');
}
const mailsTo = (email: string) => [...resend.sent.values()].filter((mail) => JSON.stringify(mail.body.to).includes(email));
const codeTo = (email: string) =>
  eventually(`a code to ${email}`, () =>
    mailsTo(email)
      .map((mail) => /^\d{6}/.exec(String(mail.body.subject))?.[0])
      .findLast(Boolean),
  );
const refundOf = async (ticketId: string) =>
  (await product.api<Detail>('GET', `/events/${product.eventId}/attendees/${ticketId}`)).order.refunded.minor;
const restart = async () => {
  product = await start(state.folder, variables);
  return Date.now();
};

/** Leaves the call of a refund or of a mail open, so that everything can be killed in the middle of it. */
async function underWay(what: 'refund' | 'mail', when: 'before' | 'after') {
  const order = await anOrder();
  const attendee = await product.attendee();
  await attendee.verify(order.code, order.email, codeTo);
  const calls = () => (what === 'mail' ? resend.requests.length : stripe.requests.filter((request) => request.method === 'POST').length);
  if (what === 'refund') await attendee.say('I want a refund of my order please');
  const before = calls();
  (what === 'mail' ? resend : stripe).fail({ when, fail: 'hang' });
  attendee.send({ type: 'say', id: attendee.id(), text: what === 'mail' ? 'Please send me my ticket again' : 'yes please' });
  await eventually('the call is under way', () => calls() > before).catch((error) => {
    throw new Error(`${what} of ${order.code}: ${attendee.messages.map((message) => message.text).join(' | ')} ${attendee.problems}`, {
      cause: error,
    });
  });
  return order;
}

const leaseEnds = "UPDATE outbox SET lease_until = 1 WHERE state = 'claimed'";
const neverPoked = "UPDATE outbox SET state = 'authorised', attempts = 0, lease_until = NULL WHERE state = 'claimed'";

it.each([
  ['between the call and the receipt of a refund', 'refund', 'after', leaseEnds],
  ['between the claim and the call of a refund', 'refund', 'before', leaseEnds],
  ['between the commit of a refund and its poke', 'refund', 'before', neverPoked],
  ['between the call and the receipt of a mail', 'mail', 'after', leaseEnds],
  ['between the commit of a mail and its poke', 'mail', 'before', neverPoked],
] as const)('killed %s, it loses and doubles nothing, and has settled within 15 s', async (_name, what, when, passing) => {
  const refundsBefore = stripe.refunds.length;
  const order = await underWay(what, when);
  await product.killAll();

  const disk = records(state.folder);
  const open = disk
    .prepare(
      "SELECT kind, state, idempotency_key AS key, attempts, last_error AS error FROM outbox WHERE state NOT IN ('confirmed', 'cancelled', 'reconciled') ORDER BY created_at",
    )
    .all();
  expect(
    open.map((row) => `${row.kind} ${row.state}`),
    JSON.stringify(open),
  ).toEqual([`${what === 'mail' ? 'mail.send' : 'payments.refund'} claimed`]);
  // What passes on the disk while everything is down: the lease ends, or the row stands as its commit left it.
  disk.exec(passing);
  disk.close();

  const at = await restart();
  await eventually('all is settled', async () => (await openCommands()) === 0, 15_000);
  expect(Date.now() - at).toBeLessThan(15_000);
  const tickets = mailsTo(order.email).filter((mail) => !/^\d{6}/.test(String(mail.body.subject)));
  expect(tickets, 'the ticket again, or the confirmation of the refund').toHaveLength(1);
  expect(stripe.refunds.length - refundsBefore).toBe(what === 'refund' ? 1 : 0);
  expect(await refundOf(order.ticketId)).toBe(what === 'refund' ? (stripe.refunds.at(-1)?.amount ?? -1) : 0);
  const keys = [...resend.sent.values()].map((mail) => mail.key);
  expect(new Set(keys).size).toBe(keys.length);
  expect([stripe.complaints, resend.complaints]).toEqual([[], []]);
});

async function openCommands(): Promise<number> {
  const counts = await Promise.all(
    ['authorised', 'claimed', 'unknown', 'failed', 'parked'].map(
      async (of) => (await product.api<{ items: unknown[] }>('GET', `/events/${product.eventId}/commands?state=${of}`)).items.length,
    ),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

it('killed during a turn, it answers after the restart, once, and the conversation is as it was', async () => {
  await product.killAll();
  // A language model that never answers holds the turn open.
  product = await start(state.folder, {
    ...variables,
    OPENAI_API_KEY: 'sk',
    OPENAI_BASE_URL: `${silent.url}/v1`,
    OPENAI_TIMEOUT_MS: '100000',
  });
  const attendee = await product.attendee();
  attendee.send({ type: 'say', id: attendee.id(), text: 'When do the doors open?' });
  await attendee.message((message) => message.author === 'attendee');
  await eventually('the turn is under way', () => attendee.frames.some((frame) => frame.type === 'status' && frame.working));
  await product.killAll();

  const at = await restart();
  const again = await product.connect(attendee.conversationId, attendee.token);
  const answer = await again.message((message) => message.author === 'agent', 0, 15_000);
  expect(Date.now() - at).toBeLessThan(15_000);
  expect(answer.text).not.toBe('');
  const view = await product.api<{ messages: { author: string }[] }>(
    'GET',
    `/events/${product.eventId}/conversations/${attendee.conversationId}`,
  );
  expect(view.messages.map((message) => message.author)).toEqual(['attendee', 'agent']);
});
