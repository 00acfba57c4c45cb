import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { Webhook } from 'standardwebhooks';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createLedger } from '../../worker/connectors/ledger/ledger';
import { createMailbox } from '../../worker/connectors/mailbox/mailbox';
import { tagOf } from '../../worker/connectors/resend/wire';
import { sharedDatabase } from '../../worker/db/database';
import { ledgerStore, mailboxStore } from '../../worker/db/records/stand-ins';
import * as schema from '../../worker/db/schema';
import { createApp } from '../../worker/http/app';
import { handlers } from '../../worker/http/routes';
import { mountWebhooks } from '../../worker/http/routes/webhooks';
import { takeErrors } from '../support/console-errors';
import { aCall, aMail, mailConformance } from '../support/mail-conformance';
import { aRefund, paymentsConformance } from '../support/payments-conformance';

const db = sharedDatabase(env);

beforeEach(async () => {
  for (const table of [
    'mailbox',
    'ledger_refunds',
    'webhook_events',
    'suppressions',
    'inbound_mails',
    'contact_states',
    'stops',
    'organization',
  ])
    await env.DB.exec(`DELETE FROM ${table}`);
});

mailConformance('the embedded mailbox in D1', async () => ({
  mail: createMailbox(mailboxStore(db)),
  sentCount: async () => (await db.select().from(schema.mailbox)).length,
}));
paymentsConformance('the embedded ledger in D1', async () => ({
  payments: createLedger(ledgerStore(db)),
  madeCount: async () => (await db.select().from(schema.ledgerRefunds)).length,
}));

describe('the embedded stand-ins', () => {
  it('keep one mail when the same key is used twice at once', async () => {
    const mail = createMailbox(mailboxStore(db));
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => mail.send(aMail(), aCall('ticket:1'))));
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect(await db.select().from(schema.mailbox)).toHaveLength(1);
  });

  it('keep the same key of two organizations apart', async () => {
    const payments = createLedger(ledgerStore(db));
    await payments.refund(aRefund(), aCall('refund:1'));
    await payments.refund(aRefund(), aCall('refund:1', { organizationId: 'org_other' }));
    expect(await db.select().from(schema.ledgerRefunds)).toHaveLength(2);
  });
});

const resendSecret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const stripeSecret = 'whsec_stripe_test';
const secrets = {
  ...env,
  AUTH_SECRET: 'a'.repeat(32),
  OWNER_EMAIL: 'owner@example.org',
  PUBLIC_URL: 'https://events.example.org',
  RESEND_WEBHOOK_SECRET: resendSecret,
  STRIPE_WEBHOOK_SECRET: stripeSecret,
};
const app = createApp({ handlers, mount: [mountWebhooks], version: 'test' });
const post = (service: 'resend' | 'stripe', body: string, headers: Record<string, string>, bindings: object = secrets) =>
  app.request(`https://events.example.org/api/v1/webhooks/${service}`, { method: 'POST', body, headers }, bindings);

function fromResend(event: unknown, id = 'msg_1', secret = resendSecret) {
  const body = JSON.stringify(event);
  const at = new Date();
  const signature = new Webhook(secret).sign(id, at, body);
  return {
    body,
    headers: { 'svix-id': id, 'svix-timestamp': String(Math.floor(at.getTime() / 1000)), 'svix-signature': signature },
  };
}

async function fromStripe(event: unknown, options: { secret?: string; ageSeconds?: number } = {}) {
  const body = JSON.stringify(event);
  const stamp = Math.floor(Date.now() / 1000) - (options.ageSeconds ?? 0);
  const encoder = new TextEncoder();
  const secret = encoder.encode(options.secret ?? stripeSecret);
  const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const digest = new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(`${stamp}.${body}`)));
  const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { body, headers: { 'stripe-signature': `t=${stamp},v1=${'0'.repeat(64)},v1=${hex}` } };
}

const now = 1_800_000_000_000;
const base = { organizationId: 'org_lantern', eventId: 'evt_lantern', createdAt: now, updatedAt: now };

/** An order of 100.00 with two tickets, of which one is being refunded for 42.00, and the mail with the ticket. */
async function aFestival(): Promise<void> {
  const { organizationId, eventId } = base;
  const command = { ...base, agent: 'support', target: 'x', state: 'confirmed' as const, attempts: 1, nextAttemptAt: now };
  const order = { ...base, source: 'sheet', externalId: '1', code: 'LF-1', buyerName: 'Ana', buyerEmail: 'ana@example.org' };
  const ticket = { ...base, orderId: 'ord_1', attendeeId: 'att_1', source: 'sheet', priceMinor: 5000, currency: 'EUR', editedFields: [] };
  await db.batch([
    db.insert(schema.organization).values({ id: organizationId, name: 'Lantern', slug: 'lantern', createdAt: new Date(now) }),
    db.insert(schema.events).values({
      ...{ id: eventId, organizationId, name: 'Lantern Festival', startsAt: '2027-05-08T18:00', endsAt: '2027-05-10T12:00' },
      ...{ timeZone: 'Europe/Berlin', currency: 'EUR', refundPolicy: [], brandColor: '#123456', contactEmail: 'a@example.org' },
      ...{ allowedOrigins: [], clock: 'real', state: 'active', createdAt: now, updatedAt: now },
    }),
    db
      .insert(schema.orders)
      .values({ ...order, id: 'ord_1', state: 'paid', totalMinor: 10000, currency: 'EUR', placedAt: now, editedFields: [] }),
    db.insert(schema.attendees).values({ ...base, id: 'att_1', name: 'Ana', email: 'ana@example.org', attributes: {}, editedFields: [] }),
    db.insert(schema.tickets).values({ ...ticket, id: 'tkt_1', externalId: '1', secret: 's1', state: 'refunded' }),
    db.insert(schema.tickets).values({ ...ticket, id: 'tkt_2', externalId: '2', secret: 's2', state: 'valid' }),
    db.insert(schema.outbox).values({ ...command, id: 'cmd_mail', kind: 'mail.send', idempotencyKey: 'ticket:1', payload: {} }),
    db.insert(schema.outbox).values({
      ...command,
      id: 'cmd_refund',
      kind: 'payments.refund',
      idempotencyKey: 'refund:ord_1:4200',
      payload: { refundId: 'ref_1', ticketIds: ['tkt_1'] },
    }),
    db.insert(schema.refunds).values({
      ...{ ...base, id: 'ref_1', orderId: 'ord_1', ticketId: 'tkt_1', amountMinor: 4200, currency: 'EUR', reason: 'asked' },
      ...{ state: 'queued', commandId: 'cmd_refund' },
    }),
  ]);
}

const aMailEvent = (type: string, data: object = {}) => ({
  type,
  created_at: '2027-01-15T08:00:00.000Z',
  data: {
    ...{ email_id: 'mail-1', created_at: '2027-01-15T08:00:00.000Z', from: 'a@example.org', to: ['Ana@example.org'], subject: 'x' },
    tags: { organization: 'org_lantern', key: tagOf('ticket:1') },
    ...data,
  },
});

const aRefundEvent = (id: string, status: string, type = 'refund.updated') => ({
  id,
  type,
  created: 1_800_000_000,
  data: {
    object: {
      ...{ id: 're_1', object: 'refund', status, failure_reason: status === 'failed' ? 'expired_or_canceled_card' : null },
      metadata: { organization: 'org_lantern', eventos_key: 'refund:ord_1:4200' },
    },
  },
});

async function outcomes(commandId: string): Promise<string[]> {
  const rows = await db.select().from(schema.receipts).where(eq(schema.receipts.commandId, commandId));
  return rows.map((row) => row.outcome);
}

async function theRefund() {
  const [refund] = await db.select().from(schema.refunds);
  const [order] = await db.select().from(schema.orders);
  const [ticket] = await db.select().from(schema.tickets).where(eq(schema.tickets.id, 'tkt_1'));
  return { refund: refund?.state, ref: refund?.providerRef, order: order?.state, refunded: order?.refundedMinor, ticket: ticket?.state };
}

describe('notifications of Resend', () => {
  beforeEach(aFestival);

  it('become receipts of the command, once each', async () => {
    for (const [id, type] of [
      ['a', 'email.delivered'],
      ['b', 'email.opened'],
      ['a', 'email.delivered'],
    ] as const) {
      const { body, headers } = fromResend(aMailEvent(type), id);
      const answer = await post('resend', body, headers);
      expect(answer.status).toBe(200);
    }
    expect((await outcomes('cmd_mail')).sort()).toEqual(['delivered', 'opened']);
  });

  it('keep where a link led, without its secrets and without who read it', async () => {
    const click = { link: 'https://events.example.org/t/undo?token=secret', ipAddress: '203.0.113.9', userAgent: 'x', timestamp: 'x' };
    const { body, headers } = fromResend(aMailEvent('email.clicked', { click }));
    await post('resend', body, headers);
    const [receipt] = await db.select().from(schema.receipts);
    expect(receipt?.detail).toEqual({ link: 'https://events.example.org/t/undo' });
  });

  it.each([
    [
      'a hard bounce',
      aMailEvent('email.bounced', { bounce: { type: 'Permanent', subType: 'General', message: 'no such user' } }),
      'hard_bounce',
    ],
    ['a complaint', aMailEvent('email.complained'), 'complaint'],
    [
      'an address that the service itself keeps back',
      aMailEvent('email.suppressed', { suppressed: { type: 'x', message: 'y' } }),
      'hard_bounce',
    ],
  ])('%s stops all mail to the address in that organization', async (_what, event, reason) => {
    const { body, headers } = fromResend(event);
    await post('resend', body, headers);
    expect(await db.select().from(schema.suppressions)).toMatchObject([
      { organizationId: 'org_lantern', channel: 'mail', address: 'ana@example.org', reason },
    ]);
  });

  it('keep what was said of a bounce without the address', async () => {
    const bounce = { type: 'Permanent', subType: 'General', message: '550 <ana@example.org>: no such user' };
    const { body, headers } = fromResend(aMailEvent('email.bounced', { bounce }));
    await post('resend', body, headers);
    const [receipt] = await db.select().from(schema.receipts);
    expect(receipt?.detail).toEqual({ bounce: 'Permanent/General', message: '550 <(address)>: no such user' });
  });

  it.each([
    ['a transient bounce', aMailEvent('email.bounced', { bounce: { type: 'Transient', subType: 'MailboxFull', message: 'full' } })],
    [
      'a bounce of one of several recipients',
      aMailEvent('email.bounced', { to: ['a@example.org', 'b@example.org'], bounce: { type: 'Permanent' } }),
    ],
    [
      'a mail that nobody here sent',
      aMailEvent('email.complained', { email_id: 'other', tags: { organization: 'org_lantern', key: tagOf('x') } }),
    ],
    [
      'a mail of another organization',
      aMailEvent('email.complained', { email_id: 'other', tags: { organization: 'org_other', key: tagOf('ticket:1') } }),
    ],
  ])('%s stops nothing', async (_what, event) => {
    const { body, headers } = fromResend(event);
    expect((await post('resend', body, headers)).status).toBe(200);
    expect(await db.select().from(schema.suppressions)).toEqual([]);
  });

  it('of a mail that came in fetch its text, take it in once, and stop what is queued to its sender', async () => {
    const outreach = {
      ...base,
      agent: 'sales',
      target: 'ben@acme.example',
      kind: 'mail.send',
      payload: {},
      purpose: 'outreach' as const,
      attempts: 0,
    };
    await db.insert(schema.outbox).values([
      { ...outreach, id: 'cmd_sent', state: 'confirmed', idempotencyKey: 'outreach:1', nextAttemptAt: now },
      { ...outreach, id: 'cmd_next', state: 'authorised', idempotencyKey: 'outreach:2', nextAttemptAt: now },
    ]);
    const fetched = vi
      .spyOn(globalThis, 'fetch')
      .mockImplementation(async () =>
        Response.json({ object: 'email', text: 'Please unsubscribe me.', html: null, headers: { Subject: 'Re' } }),
      );
    const data = {
      email_id: 'in-1',
      from: 'Ben <ben@acme.example>',
      to: ['team@example.org'],
      subject: 'Re: Sponsoring',
      message_id: '<m1@acme>',
    };
    const bindings = { ...secrets, RESEND_API_KEY: 're_test' };
    const said = [];
    for (const id of ['msg_in_1', 'msg_in_2']) {
      const { body, headers } = fromResend({ type: 'email.received', created_at: new Date(now).toISOString(), data }, id);
      said.push(await (await post('resend', body, headers, bindings)).json());
    }
    expect(said).toEqual([{ result: 'received' }, { result: 'duplicate' }]);
    expect(fetched.mock.calls[0]?.[0]).toBe('https://api.resend.com/emails/receiving/in-1');
    expect((await db.select().from(schema.inboundMails)).map(({ kind, commandId }) => [kind, commandId])).toEqual([
      ['opt_out', expect.any(String)],
    ]);
    const [next] = await db.select().from(schema.outbox).where(eq(schema.outbox.id, 'cmd_next'));
    expect(next?.state).toBe('cancelled');
  });

  it('of a mail whose text is not to be had now are refused, so that they come again', async () => {
    await db.insert(schema.outbox).values({
      ...{ ...base, id: 'cmd_sent', agent: 'sales', target: 'ben@acme.example', kind: 'mail.send', payload: {}, attempts: 1 },
      ...{ state: 'confirmed', idempotencyKey: 'outreach:1', nextAttemptAt: now },
    });
    vi.spyOn(globalThis, 'fetch').mockImplementation(async () => new Response('later', { status: 503 }));
    const data = { email_id: 'in-1', from: 'ben@acme.example', to: ['team@example.org'], subject: 'Re' };
    const { body, headers } = fromResend({ type: 'email.received', created_at: '', data });
    expect((await post('resend', body, headers, { ...secrets, RESEND_API_KEY: 're_test' })).status).toBe(502);
    expect(await db.select().from(schema.inboundMails)).toEqual([]);
  });

  it('find the command by the reference of the service when there are no tags', async () => {
    const receipt = { id: 'rcp_1', organizationId: 'org_lantern', commandId: 'cmd_mail', outcome: 'confirmed', provider: 'resend' };
    await db.insert(schema.receipts).values({ ...receipt, providerRef: 'mail-1', detail: {}, at: now });
    const { body, headers } = fromResend(aMailEvent('email.delivered', { tags: undefined }));
    await post('resend', body, headers);
    expect((await outcomes('cmd_mail')).sort()).toEqual(['confirmed', 'delivered']);
  });

  it.each([
    ['another secret', () => fromResend(aMailEvent('email.complained'), 'm', 'whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA')],
    ['no signature', () => ({ body: fromResend(aMailEvent('email.complained')).body, headers: {} })],
    ['a changed body', () => ({ ...fromResend(aMailEvent('email.complained')), body: JSON.stringify(aMailEvent('email.bounced')) })],
    ['a changed id', () => withHeader(fromResend(aMailEvent('email.complained')), 'svix-id', 'msg_2')],
    [
      'an old time',
      () => withHeader(fromResend(aMailEvent('email.complained')), 'svix-timestamp', String(Math.floor(Date.now() / 1000) - 600)),
    ],
  ])('with %s are refused with 401 and change nothing', async (_what, make) => {
    const { body, headers } = make();
    expect((await post('resend', body, headers)).status).toBe(401);
    expect(await db.select().from(schema.webhookEvents)).toEqual([]);
    expect(await db.select().from(schema.suppressions)).toEqual([]);
  });
});

function withHeader<T extends { headers: Record<string, string> }>(sent: T, name: string, value: string): T {
  return { ...sent, headers: { ...sent.headers, [name]: value } };
}

describe('notifications of Stripe', () => {
  beforeEach(aFestival);

  const deliver = async (...events: object[]) => {
    for (const event of events) {
      const { body, headers } = await fromStripe(event);
      expect((await post('stripe', body, headers)).status).toBe(200);
    }
  };
  const made = { refund: 'succeeded', ref: 're_1', order: 'partially_refunded', refunded: 4200, ticket: 'refunded' };
  const failed = { refund: 'failed', ref: 're_1', order: 'paid', refunded: 0, ticket: 'valid' };
  const pending = aRefundEvent('evt_1', 'pending', 'refund.created');
  const succeeded = aRefundEvent('evt_2', 'succeeded');
  const broken = aRefundEvent('evt_3', 'failed', 'refund.failed');

  it.each([
    ['in order', [pending, succeeded], made],
    ['twice', [pending, succeeded, succeeded, pending], made],
    ['out of order', [succeeded, pending], made],
    ['a late failure', [pending, succeeded, broken], failed],
    ['a failure first', [broken, succeeded, pending], failed],
    ['a failure between', [pending, broken, succeeded, broken], failed],
    ['under its old name', [aRefundEvent('evt_9', 'succeeded', 'charge.refund.updated')], made],
  ])('move the refund, its order and its ticket: %s', async (_what, events, expected) => {
    await deliver(...events);
    expect(await theRefund()).toEqual(expected);
  });

  it('leave a receipt with the reason of a failure', async () => {
    vi.spyOn(console, 'log').mockImplementation(() => undefined);
    await deliver(succeeded, broken);
    const rows = await db.select().from(schema.receipts).where(eq(schema.receipts.commandId, 'cmd_refund'));
    expect(rows.map((row) => [row.outcome, row.detail])).toEqual([
      ['refund_succeeded', { status: 'succeeded' }],
      ['refund_failed', { status: 'failed', failure: 'expired_or_canceled_card' }],
    ]);
  });

  it('about anything else change nothing', async () => {
    const foreign = aRefundEvent('evt_5', 'failed');
    foreign.data.object.metadata.organization = 'org_other';
    await deliver({ id: 'evt_4', type: 'customer.created', created: 1, data: { object: {} } }, foreign);
    expect(await theRefund()).toMatchObject({ refund: 'queued', refunded: 0 });
  });

  it.each([
    ['another secret', () => fromStripe(broken, { secret: 'whsec_other' })],
    ['a time of ten minutes ago', () => fromStripe(broken, { ageSeconds: 600 })],
    ['a time ahead', () => fromStripe(broken, { ageSeconds: -600 })],
    ['a changed body', async () => ({ ...(await fromStripe(broken)), body: JSON.stringify(succeeded) })],
    ['no signature', async () => ({ body: JSON.stringify(broken), headers: {} })],
    ['rubbish for a signature', async () => ({ body: JSON.stringify(broken), headers: { 'stripe-signature': 't=x,v1=zz,=,,' } })],
  ])('with %s are refused with 401 and change nothing', async (_what, make) => {
    const { body, headers } = await make();
    expect((await post('stripe', body, headers)).status).toBe(401);
    expect(await theRefund()).toMatchObject({ refund: 'queued' });
  });
});

describe('a notification that cannot be checked', () => {
  it.each(['resend', 'stripe'] as const)('of %s is refused with 503 and a clear log while its secret is not set', async (service) => {
    const { body, headers } = fromResend(aMailEvent('email.complained'));
    const bindings = { ...secrets, RESEND_WEBHOOK_SECRET: undefined, STRIPE_WEBHOOK_SECRET: undefined };
    const answer = await post(service, body, headers, bindings);
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain(`${service.toUpperCase()}_WEBHOOK_SECRET`);
    expect(JSON.stringify(takeErrors())).toContain(`${service.toUpperCase()}_WEBHOOK_SECRET`);
    expect(await db.select().from(schema.webhookEvents)).toEqual([]);
  });

  it('is refused when it is larger than 256 KB', async () => {
    expect((await post('stripe', 'a'.repeat(256_001), {})).status).toBe(413);
  });
});
