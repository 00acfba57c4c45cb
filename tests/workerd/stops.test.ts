import { env } from 'cloudflare:workers';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { maximumAttempts } from '../../worker/core/outbox/life-cycle';
import { optOutHeaders } from '../../worker/inbound/opt-out';
import { receiveRoutedMail } from '../../worker/inbound/routed-mail';
import { carryOut } from '../../worker/queues/carry-out';
import { consumeCommands } from '../../worker/queues/commands';
import { eventually } from '../support/eventually';
import { aBrowser, home } from '../support/http-client';
import { aProduct, type Product } from '../support/product';

let product: Product;
let made = 0;

beforeAll(async () => {
  product = await aProduct({ undoSeconds: 60 });
});
afterEach(() => vi.restoreAllMocks());

interface Command {
  id: string;
  state: string;
  undoUntil: number | null;
  lastError: string | null;
  receipts: { outcome: string }[];
  transitions: { from: string; to: string; cause: string }[];
}
const commandOf = async (id: string, on = product) =>
  (await on.call<{ items: Command[] }>('GET', `/events/${on.eventId}/commands?limit=200`)).items.find((one) => one.id === id);
const stateOf = async (id: string, on = product) => (await commandOf(id, on))?.state;

interface Queued {
  target?: string;
  agent?: string;
  purpose?: string;
  state?: string;
  leaseUntil?: number;
  at?: number;
}
async function aMail(over: Queued = {}, on = product) {
  const id = `cmd_stops${String(++made).padStart(4, '0')}`;
  const target = over.target ?? `reader${made}@company${made}.example`;
  const purpose = over.purpose ?? 'outreach';
  const mail = { from: { name: 'Days', address: 'days@example.org' }, to: [target], subject: 'Hello', text: 'Hello', html: '<p>Hello</p>' };
  await on.sql(
    `INSERT INTO outbox (id, organization_id, event_id, agent, kind, target, idempotency_key, payload, purpose, state, attempts, next_attempt_at, lease_until, created_at, updated_at)
     VALUES (?1, ?2, ?3, ?4, 'mail.send', ?5, ?6, ?7, ?8, ?9, 0, ?10, ?11, ?10, ?10)`,
    ...[id, on.organizationId, on.eventId, over.agent ?? 'sales', target, `key:${id}`, JSON.stringify({ mail, purpose }), purpose],
    ...[over.state ?? 'authorised', over.at ?? Date.now() - 60_000, over.leaseUntil ?? null],
  );
  return { id, target, named: { organizationId: on.organizationId, eventId: on.eventId, commandId: id } };
}
const always = { contact: { perDay: 20, perWeek: 50, gapHours: 0, quietFrom: '00:00', quietTo: '00:00', quietWeekends: false } };
/** An event whose contacts may be written to at any hour. */
async function aLoudEvent(over: Record<string, unknown> = {}): Promise<Product> {
  const loud = await aProduct({ undoSeconds: 0, ...over });
  await loud.sql('UPDATE policy_versions SET body = ? WHERE event_id = ?', JSON.stringify({ undoSeconds: 0, ...always }), loud.eventId);
  return loud;
}

/** What the consumer reads of a batch; the runtime's own has members that no consumer calls. */
function aDeadLetter(body: unknown): { batch: MessageBatch; acked: ReturnType<typeof vi.fn> } {
  const acked = vi.fn();
  const messages = [{ id: 'm1', timestamp: new Date(), body, attempts: 1, ack: acked, retry: vi.fn() }];
  return { batch: { queue: 'eventos-commands-dead', messages } as unknown as MessageBatch, acked };
}

/** What the handler reads of a routed mail. */
function aRoutedMail(from: string, raw: string): { message: ForwardableEmailMessage; rejected: ReturnType<typeof vi.fn> } {
  const rejected = vi.fn();
  const message = {
    ...{ from, to: 'team@example.org', rawSize: raw.length, setReject: rejected },
    get raw() {
      return new Response(raw).body;
    },
  };
  return { message: message as unknown as ForwardableEmailMessage, rejected };
}

describe('a stop', () => {
  it('of one agent holds what it has queued, leaves the others alone, lists what was faster, and ends with a resume', async () => {
    const on = await aLoudEvent();
    const [held, other, underWay] = [
      await aMail({}, on),
      await aMail({ agent: 'marketing' }, on),
      await aMail({ state: 'claimed', leaseUntil: Date.now() + 60_000 }, on),
    ];
    const stop = await on.call<{ id: string; held: number; couldNotStop: Command[] }>('POST', `/events/${on.eventId}/stop`, {
      scope: 'agent',
      agent: 'sales',
    });
    expect([stop.held, stop.couldNotStop.map((one) => one.id)]).toEqual([1, [underWay.id]]);
    expect([await carryOut(env, held.named), await carryOut(env, other.named)]).toEqual([null, 'confirmed']);
    await on.look();
    expect(await stateOf(held.id, on)).toBe('authorised');
    expect(await on.call('POST', `/events/${on.eventId}/resume`, { scope: 'agent', agent: 'sales' })).toMatchObject({ released: 1 });
    await eventually('it goes out', async () => (await stateOf(held.id, on)) === 'confirmed');
    const { items } = await on.call<{ items: { id: string; liftedAt: number | null }[] }>('GET', `/events/${on.eventId}/stops`);
    expect(items.map((one) => [one.id, one.liftedAt !== null])).toEqual([[stop.id, true]]);
  });

  it('of all agents is lifted when the last of them goes on', async () => {
    const on = await aLoudEvent();
    await on.call('POST', `/events/${on.eventId}/stop`, { scope: 'all_agents' });
    const lifted = async () =>
      (await on.call<{ items: { liftedAt: number | null }[] }>('GET', `/events/${on.eventId}/stops`)).items[0]?.liftedAt !== null;
    await on.call('POST', `/events/${on.eventId}/resume`, { scope: 'agent', agent: 'sales' });
    expect(await lifted()).toBe(false);
    await on.call('POST', `/events/${on.eventId}/resume`, { scope: 'all_agents' });
    expect(await lifted()).toBe(true);
  });

  it('of a cancelled event ends what makes no sense any more, with its step, and lets what people need go on', async () => {
    const on = await aLoudEvent();
    const [outreach, ticket, code] = [
      await aMail({}, on),
      await aMail({ purpose: 'ticket', agent: 'support' }, on),
      await aMail({ purpose: 'service', agent: 'support' }, on),
    ];
    await on.call('PATCH', `/events/${on.eventId}`, { state: 'cancelled' });
    expect([await stateOf(outreach.id, on), await stateOf(ticket.id, on)]).toEqual(['cancelled', 'cancelled']);
    const { items } = await on.call<{ items: { id: string; kind: string; cancelled: number }[] }>('GET', `/events/${on.eventId}/stops`);
    expect(items).toMatchObject([{ kind: 'event_cancelled', cancelled: 2 }]);
    expect((await commandOf(outreach.id, on))?.transitions.at(-1)).toMatchObject({ to: 'cancelled', cause: `stop ${items[0]?.id}` });
    expect(await carryOut(env, code.named)).toBe('confirmed');
  });

  it('does not send again what may have happened while its agent is paused', async () => {
    const fetched = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('no call was expected'));
    const wired: Env = { ...env, ...{ RESEND_API_KEY: 're_test', MAIL_FROM: 'Days <days@example.org>' } };
    const on = await aLoudEvent();
    const { id, named } = await aMail({ state: 'unknown' }, on);
    await on.call('POST', `/events/${on.eventId}/stop`, { scope: 'agent', agent: 'sales' });
    expect(await carryOut(wired, named)).toBe('unknown');
    expect([fetched.mock.calls.length, (await commandOf(id, on))?.lastError]).toEqual([0, expect.stringContaining('not sent again')]);
  });
});

describe('an approved effect', () => {
  async function approvedRefund(on = product) {
    await on.settings({ mode: 'assisted' });
    const order = await on.order();
    const attendee = await on.verified(order);
    await on.askRefund(attendee);
    const approval = (await on.approvals('pending')).find((one) => JSON.stringify(one.input).includes(order.orderId));
    if (!approval) throw new Error('no proposal');
    await on.decide(approval, { decision: 'approve' });
    const command = await eventually('the refund is on its way', async () =>
      (await on.outbox('payments.refund')).find((row) => row.target === order.orderId),
    );
    const ticket = async () => (await on.sql<{ state: string }>('SELECT state FROM tickets WHERE order_id = ?', order.orderId))[0]?.state;
    return { command, ticket };
  }

  it('waits for its undo window; taken back, it never happens, and its ticket is valid again', async () => {
    const { command, ticket } = await approvedRefund();
    await product.look();
    const view = await commandOf(command.id);
    expect([view?.state, (view?.undoUntil ?? 0) > Date.now(), await ticket()]).toEqual(['authorised', true, 'refunded']);
    expect(view?.transitions[0]).toMatchObject({ from: 'proposed', to: 'authorised', cause: expect.stringMatching(/^approval apr_/) });
    const path = `/events/${product.eventId}/commands/${command.id}/undo`;
    const both = await Promise.all([product.call('POST', path), product.call('POST', path)]);
    expect(both.map((answer) => answer.status).sort()).toEqual([200, 409]);
    await product.sql('UPDATE outbox SET next_attempt_at = 0 WHERE id = ?', command.id);
    expect(await carryOut(env, { organizationId: product.organizationId, eventId: product.eventId, commandId: command.id })).toBeNull();
    expect([await stateOf(command.id), await ticket()]).toEqual(['cancelled', 'valid']);
  });

  it('approved while its agent is stopped is held, and is carried out after the stop without being asked for again', async () => {
    const on = await aProduct({ undoSeconds: 0 });
    await on.settings({ mode: 'assisted' });
    const order = await on.order();
    const attendee = await on.verified(order);
    await on.askRefund(attendee);
    const [approval] = await on.approvals('pending');
    if (!approval) throw new Error('no proposal');
    const scope = { scope: 'agent', agent: 'support' };
    await on.call('POST', `/events/${on.eventId}/stop`, scope);
    await on.decide(approval, { decision: 'approve' });
    await on.look();
    expect([(await on.approvals('approved')).length, await on.outbox('payments.refund')]).toEqual([1, []]);
    await on.call('POST', `/events/${on.eventId}/resume`, scope);
    await eventually('it is carried out', async () => (await on.outbox('payments.refund'))[0]?.state === 'confirmed');
    expect((await on.approvals('executed')).map((one) => one.id)).toEqual([approval.id]);
  });

  it('cannot be taken back once its window is over', async () => {
    const { command } = await approvedRefund();
    await product.sql('UPDATE outbox SET undo_until = 1, next_attempt_at = 0 WHERE id = ?', command.id);
    expect((await product.call('POST', `/events/${product.eventId}/commands/${command.id}/undo`)).status).toBe(409);
    await product.look();
    await eventually('it is carried out', async () => (await stateOf(command.id)) === 'confirmed');
  });
});

describe('one contact', () => {
  it('is written to by one of five agents at a time, over all events, however many consumers there are', async () => {
    const [one, two] = [await aLoudEvent(), await aLoudEvent()];
    const rules = { undoSeconds: 0, contact: { ...always.contact, perDay: 1 } };
    for (const on of [one, two]) await on.sql('UPDATE policy_versions SET body = ? WHERE event_id = ?', JSON.stringify(rules), on.eventId);
    const target = 'shared@partner.example';
    const queued = [];
    for (const agent of ['sales', 'marketing', 'operations', 'support', 'analytics'])
      for (const on of [one, two]) queued.push(await aMail({ target, agent }, on));
    for (let round = 0; round < 3; round++) await Promise.all([...queued, ...queued].map(({ named }) => carryOut(env, named)));
    const sent = await one.sql<{ n: number }>("SELECT count(*) AS n FROM mailbox WHERE recipients LIKE '%shared@partner.example%'");
    expect(sent[0]?.n).toBe(1);
    const view = await one.call<{ now: { decision: string; reason: string }; history: { state: string }[] }>('GET', `/contacts/${target}`);
    expect(view.history).toHaveLength(10);
    expect(view.history.filter(({ state }) => state === 'confirmed')).toHaveLength(1);
    expect(view.now).toMatchObject({ decision: 'hold', reason: expect.stringContaining('often enough today') });
  });

  it('who has something held back still gets a code at once', async () => {
    const target = 'both@partner2.example';
    const quiet = await aProduct({ undoSeconds: 0 });
    const rules = { contact: { ...always.contact, quietFrom: '00:00', quietTo: '23:59' } };
    await quiet.sql('UPDATE policy_versions SET body = ? WHERE event_id = ?', JSON.stringify(rules), quiet.eventId);
    const outreach = await aMail({ target }, quiet);
    const state = await carryOut(env, outreach.named);
    const code = await aMail({ target, purpose: 'service', agent: 'support' }, quiet);
    expect([state === 'authorised' || state === 'confirmed', await carryOut(env, code.named)]).toEqual([true, 'confirmed']);
  });

  async function reply(on: Product, address: string, body: Record<string, unknown>) {
    const { items } = await on.call<{ items: { id: string; to: string[] }[] }>('GET', `/mailbox?eventId=${on.eventId}&limit=200`);
    const mail = items.find(({ to }) => to.includes(address));
    return on.call<{ kind: string; stopped: number }>('POST', `/mailbox/${mail?.id}/reply`, body);
  }

  it('who answers stops what is queued to them and to their company; an absence note stops nothing', async () => {
    const on = await aLoudEvent();
    const first = await aMail({ target: 'anna@acme3.example' }, on);
    expect(await carryOut(env, first.named)).toBe('confirmed');
    const [own, colleague, stranger, ticket] = [
      await aMail({ target: 'anna@acme3.example' }, on),
      await aMail({ target: 'ben@mail.acme3.example' }, on),
      await aMail({ target: 'cleo@other3.example' }, on),
      await aMail({ target: 'anna@acme3.example', purpose: 'ticket', agent: 'support' }, on),
    ];
    expect(await reply(on, 'anna@acme3.example', { text: 'I am away until Monday.', automatic: true })).toMatchObject({
      kind: 'auto_reply',
      stopped: 0,
    });
    expect(await reply(on, 'anna@acme3.example', { text: 'Sounds good, call me.' })).toMatchObject({ kind: 'reply', stopped: 2 });
    expect(await Promise.all([own, colleague, stranger, ticket].map(({ id }) => stateOf(id, on)))).toEqual([
      'cancelled',
      'cancelled',
      'authorised',
      'authorised',
    ]);
    // Under way when the answer came, and put back by its service: it finds the answer.
    const late = await aMail({ target: 'ben@mail.acme3.example', at: Date.now() - 120_000 }, on);
    expect(await carryOut(env, late.named)).toBe('cancelled');
    expect((await on.call<{ items: { kind: string }[] }>('GET', `/events/${on.eventId}/stops`)).items).toMatchObject([{ kind: 'contact' }]);
  });

  it('who says so in words gets nothing more, and neither does outreach to their company', async () => {
    const on = await aLoudEvent();
    expect(await carryOut(env, (await aMail({ target: 'dora@acme4.example' }, on)).named)).toBe('confirmed');
    expect(await reply(on, 'dora@acme4.example', { text: 'Bitte nehmen Sie mich aus dem Verteiler.' })).toMatchObject({ kind: 'opt_out' });
    const later = [
      await aMail({ target: 'dora@acme4.example', purpose: 'ticket', agent: 'support' }, on),
      await aMail({ target: 'emil@acme4.example', at: Date.now() }, on),
    ];
    expect(await Promise.all(later.map(({ named }) => carryOut(env, named)))).toEqual(['cancelled', 'cancelled']);
    expect(await on.call('GET', '/contacts/emil@acme4.example')).toMatchObject({
      now: { decision: 'stop' },
      companySuppression: { channel: 'company', reason: 'opt_out' },
    });
  });

  it('opts out by the link of a mail: opening it does nothing, its button does, twice is once, and a forged one is nobody', async () => {
    const on = await aLoudEvent();
    const address = 'fritz@acme5.example';
    const waiting = await aMail({ target: address }, on);
    const headers = await optOutHeaders(env, on.organizationId, address);
    const link = /<(.+)>/.exec(headers['List-Unsubscribe'] ?? '')?.[1]?.replace(home, '') ?? '';
    expect(headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');
    const browser = aBrowser();
    expect([(await browser.get(link)).status, await stateOf(waiting.id, on)]).toEqual([200, 'authorised']);
    const form = { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://mail.example.net' };
    for (let i = 0; i < 2; i++) expect((await browser.send('POST', link, 'List-Unsubscribe=One-Click', form)).status).toBe(200);
    expect(await stateOf(waiting.id, on)).toBe('cancelled');
    expect((await browser.send('POST', `${link.slice(0, -1)}x`, 'List-Unsubscribe=One-Click', form)).status).toBe(404);
    expect((await browser.get('/api/v1/opt-out/nonsense')).status).toBe(404);
  });

  it('is heard through the platform’s mail routing; a stranger, and what is no mail, change nothing', async () => {
    const on = await aLoudEvent();
    const address = 'gerda@acme7.example';
    expect(await carryOut(env, (await aMail({ target: address }, on)).named)).toBe('confirmed');
    const waiting = await aMail({ target: address }, on);
    const mail = (from: string, text: string) => `From: G <${from}>\r\nSubject: Re: Hello\r\nMessage-ID: <m1@acme7.example>\r\n\r\n${text}`;
    const stranger = aRoutedMail('nobody@elsewhere.example', mail('nobody@elsewhere.example', 'Unsubscribe'));
    await receiveRoutedMail(stranger.message, env);
    expect(await stateOf(waiting.id, on)).toBe('authorised');
    const answer = aRoutedMail(address, mail(address, 'Thanks, yes!'));
    for (let i = 0; i < 2; i++) await receiveRoutedMail(answer.message, env);
    expect(await stateOf(waiting.id, on)).toBe('cancelled');
    expect((await on.call<{ inbound: unknown[] }>('GET', `/contacts/${address}`)).inbound).toHaveLength(1);
    const endless = aRoutedMail(address, `${'X-A: 1\r\n'.repeat(500)}\r\n`);
    await receiveRoutedMail(endless.message, env);
    expect([stranger.rejected.mock.calls.length, endless.rejected.mock.calls.length]).toEqual([0, 1]);
  });

  it('cannot be stopped as a whole company at a free mail service', async () => {
    expect((await product.call('POST', '/suppressions', { companyDomain: 'gmail.com' })).status).toBe(400);
    expect(await product.call('POST', '/suppressions', { companyDomain: 'sponsor6.example' })).toMatchObject({ channel: 'company' });
  });
});

describe('an effect that only a person moves on', () => {
  const list = () => Response.json({ error: { type: 'api_error', message: 'down' } }, { status: 500 });
  async function aRefund() {
    const order = await product.order();
    const id = `cmd_stuck${String(++made).padStart(4, '0')}`;
    const payload = {
      ...{ refundId: `ref_stuck${made}`, orderId: order.orderId, ticketIds: [order.tickets[0]?.ticketId], paymentRef: order.paymentRef },
      ...{
        amount: order.total,
        reason: 'requested_by_customer',
        metadata: { order: order.code },
        buyer: { name: 'Ada', email: order.buyerEmail },
      },
    };
    await product.sql(
      `INSERT INTO outbox (id, organization_id, event_id, agent, kind, target, idempotency_key, payload, purpose, state, attempts, next_attempt_at, created_at, updated_at)
       VALUES (?, ?, ?, 'support', 'payments.refund', ?, ?, ?, 'refund', 'authorised', 0, 0, 0, 0)`,
      ...[id, product.organizationId, product.eventId, order.orderId, `key:${id}`, JSON.stringify(payload)],
    );
    await product.sql(
      `INSERT INTO refunds (id, organization_id, event_id, order_id, amount_minor, currency, reason, state, command_id, created_at, updated_at) VALUES (?, ?, ?, ?, ?, 'EUR', '', 'queued', ?, 0, 0)`,
      ...[payload.refundId, product.organizationId, product.eventId, order.orderId, order.total.minor, id],
    );
    await product.sql("UPDATE tickets SET state = 'refunded' WHERE order_id = ?", order.orderId);
    return { id, order, named: { organizationId: product.organizationId, eventId: product.eventId, commandId: id } };
  }
  const due = (id: string) =>
    product.sql('UPDATE outbox SET next_attempt_at = min(next_attempt_at, 1) WHERE id = ? AND next_attempt_at < 8e15', id);

  it('is told once, in the log and by mail, after the last attempt, stays unknown, and ends as a person says', async () => {
    vi.spyOn(globalThis, 'fetch').mockImplementation(async () => list());
    const wired: Env = { ...env, ...{ STRIPE_SECRET_KEY: 'sk_test' } };
    const { id, order, named } = await aRefund();
    for (let i = 0; i < maximumAttempts + 3; i++) {
      await due(id);
      await carryOut(wired, named);
    }
    const stuck = await commandOf(id);
    expect([stuck?.state, stuck?.receipts.length]).toEqual(['unknown', maximumAttempts]);
    const { items } = await product.call<{ items: { activityType: string; rule: string; reasoning: string }[] }>(
      'GET',
      `/events/${product.eventId}/activities?agent=operations`,
    );
    expect(items.filter(({ reasoning }) => reasoning?.includes('Nobody knows'))).toHaveLength(1);
    vi.restoreAllMocks();
    await product.look();
    const mails = await eventually('the mail', async () =>
      (await product.mailsTo('help@example.org')).filter(({ subject }) => subject.includes('Nobody knows')),
    );
    expect(mails).toHaveLength(1);
    const settle = (as: string) =>
      product.call<{ state: string }>('POST', `/events/${product.eventId}/commands/${id}/settle`, { as, reason: 'Looked at Stripe' });
    expect(await settle('happened')).toMatchObject({ state: 'reconciled' });
    expect((await settle('try_again')).status).toBe(409);
    const [refunded] = await product.sql<{ refunded_minor: number }>('SELECT refunded_minor FROM orders WHERE id = ?', order.orderId);
    expect(refunded?.refunded_minor).toBe(order.total.minor);
    expect((await commandOf(id))?.transitions.at(-1)).toMatchObject({ from: 'unknown', to: 'reconciled' });
  });

  it('that failed and is tried again takes its tickets once more', async () => {
    const { id, order, named } = await aRefund();
    vi.spyOn(globalThis, 'fetch').mockImplementation(async () =>
      Response.json({ error: { type: 'invalid_request_error', message: 'no' } }, { status: 400 }),
    );
    const wired: Env = { ...env, ...{ STRIPE_SECRET_KEY: 'sk_test' } };
    expect(await carryOut(wired, named)).toBe('failed');
    vi.restoreAllMocks();
    const ticket = async () =>
      (await product.sql<{ state: string }>('SELECT state FROM tickets WHERE order_id = ?', order.orderId))[0]?.state;
    expect(await ticket()).toBe('valid');
    await product.call('POST', `/events/${product.eventId}/commands/${id}/settle`, { as: 'try_again', reason: 'Paid in cash' });
    await eventually('it is carried out', async () => (await stateOf(id)) === 'confirmed');
    expect(await ticket()).toBe('refunded');
  });

  it('whose poke died is put off, notes it, and is found again', async () => {
    const { id, named } = await aMail({ purpose: 'service', agent: 'support' });
    const { batch, acked } = aDeadLetter(named);
    await consumeCommands(batch, env);
    expect([acked.mock.calls.length, await stateOf(id)]).toEqual([1, 'authorised']);
    expect((await commandOf(id))?.transitions.at(-1)).toMatchObject({ from: 'authorised', to: 'authorised', cause: 'dead letter' });
    await due(id);
    await product.look();
    await eventually('it goes out', async () => (await stateOf(id)) === 'confirmed');
  });
});
