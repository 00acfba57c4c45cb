import { env } from 'cloudflare:workers';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { tagOf } from '../../worker/connectors/resend/wire';
import { backoffBaseMs, leaseMs, maximumAttempts, waitsForPerson } from '../../worker/core/outbox/life-cycle';
import { lookAfterStart } from '../../worker/crons/first-look';
import { databaseOf } from '../../worker/db/database';
import { groupedBatches } from '../../worker/db/grouped-batches';
import { claimCommand, settleCommand } from '../../worker/db/records/claims';
import { askAfterLease, nextLookAt } from '../../worker/db/records/due-commands';
import { createApp } from '../../worker/http/app';
import { handlers } from '../../worker/http/routes';
import { mountWebhooks } from '../../worker/http/routes/webhooks';
import { carryOut } from '../../worker/queues/carry-out';
import { consumeCommands } from '../../worker/queues/commands';
import { aProduct, type Product } from '../support/product';

let product: Product;
let made = 0;

beforeAll(async () => {
  product = await aProduct();
});
afterEach(() => vi.restoreAllMocks());

/** Services on the wire that take a fixed answer each, and note the key of each call. A thrown answer is a broken connection. */
function services(...answers: (() => Response | Promise<Response>)[]) {
  const keys: string[] = [];
  const queue = [...answers];
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (_url, init) => {
    keys.push(new Headers(init?.headers).get('idempotency-key') ?? 'look-up');
    return (queue.shift() ?? (() => Response.json({ id: 'mail_late' })))();
  });
  const wired: Env = { ...env, ...{ RESEND_API_KEY: 're_test', STRIPE_SECRET_KEY: 'sk_test', MAIL_FROM: 'Days <days@example.org>' } };
  return { wired, keys };
}
const sent = () => Response.json({ id: 'mail_1' });
const busy = () => Response.json({ name: 'internal_server_error', message: 'later' }, { status: 429 });
const broken = () => {
  throw new TypeError('connection reset');
};

async function aMailCommand(over: { target?: string; state?: string; createdAt?: number; leaseUntil?: number; eventId?: string } = {}) {
  const id = `cmd_outbox${String(++made).padStart(4, '0')}`;
  const target = over.target ?? `reader${made}@example.org`;
  const mail = {
    from: { name: 'Days', address: 'days@example.org' },
    to: [target],
    subject: 'Hello',
    text: 'Hello',
    html: '<p>Hello</p>',
    headers: {},
  };
  const at = over.createdAt ?? Date.now() - 60_000;
  await product.sql(
    `INSERT INTO outbox (id, organization_id, event_id, agent, kind, target, idempotency_key, payload, state, attempts, next_attempt_at, lease_until, created_at, updated_at)
     VALUES (?1, ?2, ?3, 'support', 'mail.send', ?4, ?5, ?6, ?7, 0, ?8, ?9, ?8, ?8)`,
    ...[id, product.organizationId, over.eventId ?? product.eventId, target, `key:${id}`, JSON.stringify({ mail, purpose: 'service' })],
    ...[over.state ?? 'authorised', at, over.leaseUntil ?? null],
  );
  return {
    id,
    key: `key:${id}`,
    named: { organizationId: product.organizationId, eventId: over.eventId ?? product.eventId, commandId: id },
  };
}
const rowOf = async (id: string) =>
  (
    await product.sql<{ state: string; attempts: number; next_attempt_at: number; lease_until: number | null; last_error: string | null }>(
      'SELECT * FROM outbox WHERE id = ?',
      id,
    )
  )[0];
const due = (id: string) =>
  product.sql('UPDATE outbox SET next_attempt_at = 0, lease_until = CASE WHEN lease_until IS NULL THEN NULL ELSE 1 END WHERE id = ?', id);

/** A queued refund as a committed batch leaves it, with its own payment. */
async function aRefund() {
  const order = await product.order();
  const id = `cmd_refund${String(++made).padStart(4, '0')}`;
  const payload = {
    ...{ refundId: `ref_test${made}`, orderId: order.orderId, ticketIds: [order.tickets[0]?.ticketId], paymentRef: order.paymentRef },
    ...{
      amount: order.total,
      reason: 'requested_by_customer',
      metadata: { order: order.code },
      buyer: { name: 'Ada', email: order.buyerEmail },
    },
  };
  await product.sql(
    `INSERT INTO outbox (id, organization_id, event_id, agent, kind, target, idempotency_key, payload, state, attempts, next_attempt_at, created_at, updated_at)
     VALUES (?, ?, ?, 'support', 'payments.refund', ?, ?, ?, 'authorised', 0, 0, 0, 0)`,
    ...[id, product.organizationId, product.eventId, order.orderId, `key:${id}`, JSON.stringify(payload)],
  );
  await product.sql(
    `INSERT INTO refunds (id, organization_id, event_id, order_id, amount_minor, currency, reason, state, command_id, created_at, updated_at) VALUES (?, ?, ?, ?, 12000, 'EUR', '', 'queued', ?, 0, 0)`,
    ...[payload.refundId, product.organizationId, product.eventId, order.orderId, id],
  );
  await product.sql("UPDATE tickets SET state = 'refunded' WHERE order_id = ?", order.orderId);
  const facts = async () => ({
    order: (
      await product.sql<{ state: string; refunded_minor: number }>('SELECT state, refunded_minor FROM orders WHERE id = ?', order.orderId)
    )[0],
    refund: (await product.sql<{ state: string }>('SELECT state FROM refunds WHERE id = ?', payload.refundId))[0]?.state,
    ticket: (await product.sql<{ state: string }>('SELECT state FROM tickets WHERE order_id = ?', order.orderId))[0]?.state,
    mails: (await product.sql('SELECT id FROM outbox WHERE target = ? AND kind = ?', order.buyerEmail, 'mail.send')).length,
  });
  return { id, named: { organizationId: product.organizationId, eventId: product.eventId, commandId: id }, facts };
}
const list =
  (...data: object[]) =>
  () =>
    Response.json({ object: 'list', data, has_more: false });
const refunded = () => Response.json({ id: 're_1', object: 'refund', status: 'succeeded', amount: 12_000, metadata: {} });

describe('a command', () => {
  it('is called once however many pokes name it, one after the other and at once', async () => {
    const { wired, keys } = services(sent);
    const { id, named, key } = await aMailCommand();
    await Promise.all(Array.from({ length: 5 }, () => carryOut(wired, named)));
    for (let i = 0; i < 3; i++) expect(await carryOut(wired, named)).toBeNull();
    expect(keys).toEqual([key]);
    expect(await rowOf(id)).toMatchObject({ state: 'confirmed', attempts: 1, lease_until: null });
    expect(await product.sql('SELECT provider_ref FROM receipts WHERE command_id = ?', id)).toEqual([{ provider_ref: 'mail_1' }]);
  });

  it('under lease is left alone; when the lease has ended it is sent again under the same key', async () => {
    const { wired, keys } = services(sent);
    const held = await aMailCommand({ state: 'claimed', leaseUntil: Date.now() + leaseMs });
    expect(await carryOut(wired, held.named)).toBeNull();
    expect(keys).toEqual([]);
    await due(held.id);
    expect(await carryOut(wired, held.named)).toBe('reconciled');
    expect(keys).toEqual([held.key]);
  });

  it('whose call broke off is unknown, waits at least the base, and is replayed under its key', async () => {
    const { wired, keys } = services(broken, sent);
    const { id, named, key } = await aMailCommand();
    const before = Date.now();
    expect(await carryOut(wired, named)).toBe('unknown');
    expect((await rowOf(id))?.next_attempt_at).toBeGreaterThanOrEqual(before + backoffBaseMs);
    expect(await carryOut(wired, named), 'it is not due yet').toBeNull();
    await due(id);
    expect(await carryOut(wired, named)).toBe('reconciled');
    expect(keys).toEqual([key, key]);
  });

  it('that a service keeps putting off is parked after eight calls and never called again', async () => {
    const { wired, keys } = services(...Array.from({ length: 20 }, () => busy));
    const { id, named } = await aMailCommand();
    for (let i = 0; i < 12; i++) {
      await due(id);
      await carryOut(wired, named);
    }
    expect(await rowOf(id)).toMatchObject({ state: 'parked', attempts: maximumAttempts });
    expect(keys).toHaveLength(maximumAttempts);
  });

  it('of one target waits for the earlier one, whatever became of its poke', async () => {
    const { wired, keys } = services(broken, sent, sent);
    const target = 'ordered@example.org';
    const first = await aMailCommand({ target, createdAt: Date.now() - 50_000 });
    const second = await aMailCommand({ target, createdAt: Date.now() - 40_000 });
    expect(await carryOut(wired, second.named)).toBeNull();
    expect(await carryOut(wired, first.named)).toBe('unknown');
    expect(await carryOut(wired, second.named)).toBeNull();
    await due(first.id);
    expect(await carryOut(wired, first.named)).toBe('reconciled');
    expect(await carryOut(wired, second.named)).toBe('confirmed');
    expect(keys).toEqual([first.key, first.key, second.key]);
  });

  it('behind one that waits does not wake its event before that one is due, behind a call it does soon', async () => {
    const { eventId } = await aProduct();
    const now = Date.now();
    const target = 'behind@example.org';
    const look = async () => (await nextLookAt(databaseOf(env, product.organizationId), product.organizationId, eventId, now)) ?? 0;
    const first = await aMailCommand({ eventId, target, createdAt: now - 50_000 });
    await aMailCommand({ eventId, target, createdAt: now - 40_000 });
    const moveFirst = (state: string, at: number) =>
      product.sql('UPDATE outbox SET state = ?, next_attempt_at = ?, lease_until = ? WHERE id = ?', state, at, at, first.id);
    await moveFirst('unknown', now + 30_000);
    expect(await look()).toBe(now + 30_000);
    await moveFirst('unknown', now + 3_600_000);
    expect((await look()) - now, 'seldom, in case that it ends otherwise').toBe(60_000);
    await moveFirst('claimed', now + leaseMs);
    expect((await look()) - now).toBe(1_000);
    await moveFirst('confirmed', now);
    expect(await look()).toBe(now - 40_000);
  });

  it('whose poke was lost is found by the sweep', async () => {
    const { id } = await aMailCommand();
    await product.look();
    expect(await rowOf(id)).toMatchObject({ state: 'confirmed' });
  });

  it('of a paused agent is held without a call and without using up its attempts, and goes out after the pause', async () => {
    const { wired, keys } = services(sent);
    await product.settings({ paused: true });
    const { id, named } = await aMailCommand();
    for (let i = 0; i < 10; i++) {
      expect(await carryOut(wired, named)).toBeNull();
      await due(id);
    }
    expect([keys, await rowOf(id)]).toEqual([[], expect.objectContaining({ attempts: 0, state: 'authorised' })]);
    // The end of a pause makes what it held due, and sees to it at once.
    await product.settings({ paused: false });
    await carryOut(wired, named);
    expect((await rowOf(id))?.state).toBe('confirmed');
  });

  it('to an address that is suppressed after it was queued is cancelled at once, and one that was put back finds it when it is claimed', async () => {
    const { wired, keys } = services(sent);
    const { id, named } = await aMailCommand({ target: 'late-optout@example.org' });
    await product.call('POST', '/suppressions', { address: 'late-optout@example.org' });
    expect((await rowOf(id))?.state).toBe('cancelled');
    await product.sql("UPDATE outbox SET state = 'authorised' WHERE id = ?", id);
    expect(await carryOut(wired, named)).toBe('cancelled');
    expect([keys, (await rowOf(id))?.last_error]).toEqual([[], expect.stringContaining('No mail goes to this address')]);
  });

  it('of a virtual event never reaches a real service', async () => {
    const { wired, keys } = services(sent);
    const virtual = await aProduct({ clock: 'virtual', clockNow: '2099-01-01T00:00:00Z' });
    const { named } = await aMailCommand({ eventId: virtual.eventId });
    expect(await carryOut(wired, named)).toBe('confirmed');
    expect(keys).toEqual([]);
  });
});

describe('a claim that another consumer has taken over', () => {
  it('settles nothing: neither state, nor receipt, nor consequences', async () => {
    const db = databaseOf(env, product.organizationId);
    const { id, named } = await aMailCommand();
    const old = await claimCommand(db, named.organizationId, id, Date.now());
    const fresh = await claimCommand(db, named.organizationId, id, Date.now() + leaseMs + 1);
    if (!old || !fresh) throw new Error('not claimed');
    const settlement = (state: 'confirmed' | 'failed') => ({
      next: { state, nextAttemptAt: 0, lastError: null },
      cause: 'a test',
      receipt: { id: `rcp_${state}${id}`, outcome: state, provider: 'resend', providerRef: null, detail: {} },
      consequences: [],
    });
    expect(await settleCommand(db, fresh.command, settlement('confirmed'), Date.now())).toBe(true);
    expect(await settleCommand(db, old.command, settlement('failed'), Date.now())).toBe(false);
    expect((await rowOf(id))?.state).toBe('confirmed');
    expect(await product.sql('SELECT outcome FROM receipts WHERE command_id = ?', id)).toEqual([{ outcome: 'confirmed' }]);
  });
});

describe('claims of one batch of pokes', () => {
  it('share their round trip, and are claimed one after the other all the same: of one target only the first', async () => {
    const db = databaseOf(env, product.organizationId);
    const batches = groupedBatches(db);
    const target = 'grouped@example.org';
    const [first, second, other] = [
      await aMailCommand({ target, createdAt: Date.now() - 50_000 }),
      await aMailCommand({ target, createdAt: Date.now() - 40_000 }),
      await aMailCommand(),
    ];
    const claims = await Promise.all(
      [second, first, other].map(({ named, id }) => claimCommand(db, named.organizationId, id, Date.now(), batches)),
    );
    expect(claims.map((claim) => claim?.command.id)).toEqual([undefined, first.id, other.id]);
  });

  it('that do not hold any more leave the others standing', async () => {
    const db = databaseOf(env, product.organizationId);
    const [lost, kept] = [await aMailCommand(), await aMailCommand()];
    const claims = await Promise.all([lost, kept].map(({ named, id }) => claimCommand(db, named.organizationId, id, Date.now())));
    await product.sql('UPDATE outbox SET attempts = attempts + 1 WHERE id = ?', lost.id);
    const batches = groupedBatches(db);
    const settled = await Promise.all(
      claims.map((claim) => {
        if (!claim) throw new Error('not claimed');
        const next = { state: 'confirmed' as const, nextAttemptAt: 0, lastError: null };
        return settleCommand(db, claim.command, { next, cause: 'a test', receipt: null, consequences: [] }, Date.now(), batches);
      }),
    );
    expect([settled, (await rowOf(lost.id))?.state, (await rowOf(kept.id))?.state]).toEqual([[false, true], 'claimed', 'confirmed']);
  });
});

describe('a refund', () => {
  it('whose answer got lost counts its amount once and tells the buyer once', async () => {
    const { id, named, facts } = await aRefund();
    const known = { id: 're_1', object: 'refund', status: 'succeeded', amount: 12_000, metadata: { eventos_key: `key:${id}` } };
    const { wired, keys } = services(broken, list(), refunded, list(known));
    expect(await carryOut(wired, named)).toBe('unknown');
    expect(await facts()).toMatchObject({ refund: 'unknown', ticket: 'refunded', order: { refunded_minor: 0 }, mails: 0 });
    await due(id);
    expect(await carryOut(wired, named)).toBe('confirmed');
    await product.sql("UPDATE outbox SET state = 'claimed', lease_until = 1 WHERE id = ?", id);
    expect(await carryOut(wired, named)).toBe('reconciled');
    expect(keys, 'it is looked up before it is sent again, and not once it is known').toEqual([`key:${id}`, 'look-up', `key:${id}`]);
    expect(await facts()).toEqual({
      order: { state: 'refunded', refunded_minor: 12_000 },
      refund: 'succeeded',
      ticket: 'refunded',
      mails: 1,
    });
  });

  it('that the service refuses for good gives the ticket back', async () => {
    const { wired } = services(() =>
      Response.json({ error: { type: 'invalid_request_error', message: 'No such payment_intent' } }, { status: 400 }),
    );
    const { named, facts } = await aRefund();
    expect(await carryOut(wired, named)).toBe('failed');
    expect(await facts()).toEqual({ order: { state: 'paid', refunded_minor: 0 }, refund: 'failed', ticket: 'valid', mails: 0 });
  });
});

describe('what a service tells by itself', () => {
  const resendSecret = `whsec_${btoa('a secret of resend of some length')}`;
  const stripeSecret = 'whsec_stripe_outbox';
  const app = createApp({ handlers, mount: [mountWebhooks], version: 'test' });
  const post = async (wired: Env, service: 'resend' | 'stripe', body: string, headers: Record<string, string>) => {
    const secrets = { ...wired, RESEND_WEBHOOK_SECRET: resendSecret, STRIPE_WEBHOOK_SECRET: stripeSecret };
    const answer = await app.request(`https://events.example.org/api/v1/webhooks/${service}`, { method: 'POST', body, headers }, secrets);
    expect(answer.status).toBe(200);
  };
  let told = 0;
  async function resendTells(wired: Env, type: string, key: string) {
    const at = new Date();
    const id = `msg_outbox${++told}`;
    const tags = { organization: product.organizationId, key: tagOf(key) };
    const body = JSON.stringify({ type: `email.${type}`, created_at: at.toISOString(), data: { email_id: 're_mail', to: [], tags } });
    const stamp = String(Math.floor(at.getTime() / 1000));
    const signature = new Webhook(resendSecret).sign(id, at, body);
    await post(wired, 'resend', body, { 'svix-id': id, 'svix-timestamp': stamp, 'svix-signature': signature });
  }
  async function stripeTells(wired: Env, status: 'succeeded' | 'failed', key: string) {
    const stamp = Math.floor(Date.now() / 1000);
    const metadata = { organization: product.organizationId, eventos_key: key };
    const object = { id: 're_told', object: 'refund', status, metadata };
    const body = JSON.stringify({ id: `evt_outbox${++told}`, type: 'refund.updated', created: stamp, data: { object } });
    const encoder = new TextEncoder();
    const secret = await crypto.subtle.importKey('raw', encoder.encode(stripeSecret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
    const digest = new Uint8Array(await crypto.subtle.sign('HMAC', secret, encoder.encode(`${stamp}.${body}`)));
    const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
    await post(wired, 'stripe', body, { 'stripe-signature': `t=${stamp},v1=${hex}` });
  }
  const reportsOf = (id: string) => product.sql('SELECT id FROM command_transitions WHERE cause = ?', `reports ${id}`);

  it('of a mail ends the doubt about it, also where a person was asked, without another call', async () => {
    const { wired, keys } = services(broken);
    const ignoring: Env = { ...wired, ...{ RESEND_IDEMPOTENCY: 'ignored' } };
    const { id, named, key } = await aMailCommand();
    await carryOut(ignoring, named);
    await due(id);
    expect(await carryOut(ignoring, named)).toBe('unknown');
    expect((await rowOf(id))?.next_attempt_at).toBe(waitsForPerson);
    await resendTells(ignoring, 'failed', key);
    expect((await rowOf(id))?.next_attempt_at, 'this does not say whether it went out').toBe(waitsForPerson);
    await resendTells(ignoring, 'delivered', key);
    expect(await carryOut(ignoring, named)).toBe('reconciled');
    expect(keys).toEqual([key]);
  });

  it('of a mail whose consumer died is heard when its lease has ended', async () => {
    const { wired, keys } = services();
    const { id, named, key } = await aMailCommand({ state: 'claimed', leaseUntil: Date.now() + leaseMs });
    await resendTells(wired, 'bounced', key);
    expect(await carryOut(wired, named), 'it may be under way').toBeNull();
    await due(id);
    expect(await carryOut(wired, named)).toBe('reconciled');
    expect(keys).toEqual([]);
  });

  it('of a refund settles it without a look-up, counts its amount once and tells the buyer once', async () => {
    const { wired, keys } = services(broken);
    const { id, named, facts } = await aRefund();
    await carryOut(wired, named);
    await stripeTells(wired, 'succeeded', `key:${id}`);
    await carryOut(wired, named);
    expect(await rowOf(id)).toMatchObject({ state: 'reconciled' });
    expect(keys).toEqual([`key:${id}`]);
    expect(await facts()).toEqual({
      order: { state: 'refunded', refunded_minor: 12_000 },
      refund: 'succeeded',
      ticket: 'refunded',
      mails: 1,
    });
  });

  it('of a refund that came to nothing, before the answer that it was made, is what stands, and people are told once', async () => {
    const { wired, keys } = services(async () => {
      await stripeTells(wired, 'failed', `key:${id}`);
      return refunded();
    });
    const { id, named, facts } = await aRefund();
    expect(await carryOut(wired, named), 'the answer is overtaken').toBeNull();
    await due(id);
    await carryOut(wired, named);
    await stripeTells(wired, 'succeeded', `key:${id}`);
    await stripeTells(wired, 'failed', `key:${id}`);
    expect(await rowOf(id)).toMatchObject({ state: 'failed' });
    expect(keys).toEqual([`key:${id}`]);
    expect(await facts()).toEqual({ order: { state: 'paid', refunded_minor: 0 }, refund: 'failed', ticket: 'valid', mails: 0 });
    expect(await reportsOf(id)).toHaveLength(1);
  });

  it('of a refund that came to nothing is found by a look-up too, and nothing is sent again', async () => {
    const { id, named, facts } = await aRefund();
    const over = { id: 're_1', object: 'refund', status: 'failed', amount: 12_000, metadata: { eventos_key: `key:${id}` } };
    const { wired, keys } = services(broken, list(over));
    await carryOut(wired, named);
    await due(id);
    expect(await carryOut(wired, named)).toBe('failed');
    expect(keys).toEqual([`key:${id}`, 'look-up']);
    expect(await facts()).toMatchObject({ refund: 'failed', ticket: 'valid', mails: 0 });
  });
});

describe('a process that has just begun', () => {
  it('asks about what is unknown when a lease would have ended, and leaves alone what was put off', async () => {
    const { wired } = services(broken, busy);
    const [unknown, putOff] = [await aMailCommand(), await aMailCommand()];
    await carryOut(wired, unknown.named);
    await carryOut(wired, putOff.named);
    const late = Date.now() + 3_600_000;
    for (const { id } of [unknown, putOff]) await product.sql('UPDATE outbox SET next_attempt_at = ? WHERE id = ?', late, id);
    await askAfterLease(databaseOf(env, product.organizationId));
    expect((await rowOf(unknown.id))?.next_attempt_at).toBeLessThanOrEqual(Date.now() + leaseMs);
    expect((await rowOf(putOff.id))?.next_attempt_at).toBe(late);
  });

  it('looks after every event with open work at once', async () => {
    const { id } = await aMailCommand();
    await lookAfterStart(env);
    expect(await rowOf(id)).toMatchObject({ state: 'confirmed' });
  });
});

describe('the queue', () => {
  it('acknowledges what is no poke, and keeps what failed', async () => {
    const messages = [
      { body: 'garbage' },
      { body: { commandId: 7 } },
      { body: { organizationId: 'org_none', eventId: 'evt_none', commandId: 'cmd_none' } },
    ].map((message) => ({ ...message, ack: vi.fn(), retry: vi.fn() }));
    vi.spyOn(console, 'error').mockImplementation(() => {});
    await consumeCommands({ queue: 'eventos-commands', messages } as unknown as MessageBatch, env);
    expect(messages.map((message) => [message.ack.mock.calls.length, message.retry.mock.calls.length])).toEqual([
      [1, 0],
      [1, 0],
      [1, 0],
    ]);
  });
});
