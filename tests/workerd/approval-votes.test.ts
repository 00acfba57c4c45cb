import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Delegation } from '../../worker/contract/delegations';
import type { Approval } from '../../worker/contract/work';
import { EventPolicy } from '../../worker/core/policy/event-policy';
import { orchestratorOf } from '../../worker/objects';
import { aTicket, eur } from '../support/a-order';
import type { Attendee } from '../support/attendee';
import { eventually } from '../support/eventually';
import { aBrowser, type Browser, joinAs } from '../support/http-client';
import { aProduct, type Product, theOwner } from '../support/product';

const large = { tickets: [aTicket({ price: eur(400) }), aTicket({ price: eur(400) })] };
const hourMs = 3_600_000;
let owner: Browser;
let ann: Browser;
let bob: Browser;
const ids: Record<string, string> = {};

/** An event under this policy, in force before anything has read another. */
async function anEventWith(policy: Partial<EventPolicy>, over: Record<string, unknown> = {}): Promise<Product> {
  const product = await aProduct(over);
  await product.sql(
    `INSERT INTO policy_versions (organization_id, event_id, scope, version, body, note, changed_by, changed_at) VALUES (?, ?, 'event', 1, ?, 'test', 'system', 0)
      ON CONFLICT DO UPDATE SET body = excluded.body`,
    product.organizationId,
    product.eventId,
    JSON.stringify(EventPolicy.parse(policy)),
  );
  return product;
}
const proposalOf = (product: Product, attendee: Attendee): Promise<Approval> =>
  eventually('the proposal', async () =>
    (await product.approvals('pending')).find((one) => one.conversationId === attendee.conversationId),
  );
async function waiting(product: Product) {
  const order = await product.order(large);
  const attendee = await product.verified(order);
  await product.askRefund(attendee);
  return { order, attendee, approval: await proposalOf(product, attendee) };
}
const read = (product: Product, approval: Approval, as: Browser = owner) =>
  product.call<Approval>('GET', `/events/${product.eventId}/approvals/${approval.id}`, undefined, as);
const became = (product: Product, approval: Approval, state: Approval['state']) =>
  eventually(`${approval.id} ${state}`, async () => (await read(product, approval)).state === state);
const refundsOf = (product: Product, orderId: string) => product.sql('SELECT id FROM refunds WHERE order_id = ?', orderId);
const delegate = (product: Product, body: Record<string, unknown>, as: Browser) =>
  product.call<Delegation & { code?: string }>('POST', '/delegations', body, as);

beforeAll(async () => {
  owner = await theOwner();
  ann = await joinAs(owner, 'ann@example.org', 'organizer');
  bob = await joinAs(owner, 'bob@example.org', 'organizer');
  const { results } = await env.DB.prepare('SELECT id, email FROM user').all<{ id: string; email: string }>();
  for (const { id, email } of results) ids[email.split('@')[0] ?? ''] = id;
});

describe('two of the organizers', () => {
  const twoOrganizers = { approvals: [{ tool: 'process_refund', quorum: 2, role: 'organizer' as const, people: null }] };

  it('have to approve: after one nothing happens, after two it happens once', async () => {
    const product = await anEventWith(twoOrganizers);
    const { order, approval } = await waiting(product);
    expect(approval.required).toMatchObject({ quorum: 2, needed: 2, role: 'organizer', problem: null });
    const first = await product.decide(approval, { decision: 'approve', hash: approval.hash }, ann);
    expect(first).toMatchObject({ status: 200, state: 'pending', version: approval.version, mayDecide: false });
    expect((first as unknown as Approval).votes).toMatchObject([{ by: { id: ids.ann }, onBehalfOf: null, decision: 'approve' }]);
    await product.look();
    expect(await refundsOf(product, order.orderId)).toEqual([]);

    expect(await product.decide(approval, { decision: 'approve' }, ann)).toMatchObject({
      status: 403,
      detail: expect.stringContaining('voted'),
    });
    expect(await read(product, approval, ann)).toMatchObject({ mayDecide: false, whyNot: expect.stringContaining('voted') });
    expect(await read(product, approval, bob)).toMatchObject({ mayDecide: true, whyNot: null });
    expect(await product.decide(approval, { decision: 'approve' }, bob)).toMatchObject({ status: 200, state: 'approved' });
    await became(product, approval, 'executed');
    for (let i = 0; i < 3; i++) await product.look();
    expect(await refundsOf(product, order.orderId)).toHaveLength(1);
    const { items } = await product.call<{ items: { rule: string; reasoning: string }[] }>(
      'GET',
      `/events/${product.eventId}/activities?status=success`,
    );
    expect(items.find(({ rule }) => rule === 'approved_by_person')?.reasoning).toContain(`Approved by ${ids.ann}, ${ids.bob}.`);
  });

  it('who vote at the same moment both count', async () => {
    const product = await anEventWith(twoOrganizers);
    const { order, approval } = await waiting(product);
    const answers = await Promise.all([ann, bob].map((browser) => product.decide(approval, { decision: 'approve' }, browser)));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200]);
    await became(product, approval, 'executed');
    expect(await refundsOf(product, order.orderId)).toHaveLength(1);
  });

  it('an edit makes a new version: votes on the old one do not count', async () => {
    const product = await anEventWith(twoOrganizers);
    const { order, approval } = await waiting(product);
    await product.decide(approval, { decision: 'approve' }, ann);
    const edited = await product.decide(approval, { decision: 'approve', input: { amount: eur(600) } }, bob);
    expect(edited).toMatchObject({ status: 200, state: 'pending', version: approval.version + 1, input: { amount: { minor: 60_000 } } });
    const view = edited as unknown as Approval;
    expect(view.hash).not.toBe(approval.hash);
    expect(view.votes.map((vote) => vote.by.id)).toEqual([ids.bob]);
    expect(view.changes).toEqual([{ label: 'Amount', was: 'EUR 800.00', is: 'EUR 600.00' }]);
    expect(view.preview.lines).toContainEqual(['Amount', 'EUR 600.00']);
    expect(view.content[0]?.title).toContain('600.00');
    expect((await product.decide(approval, { decision: 'approve' }, ann)).status).toBe(409);
    expect(await product.decide(view, { decision: 'approve', hash: view.hash }, ann)).toMatchObject({ status: 200, state: 'approved' });
    await became(product, approval, 'executed');
    expect(await product.sql('SELECT amount_minor FROM refunds WHERE order_id = ?', order.orderId)).toEqual([{ amount_minor: 60_000 }]);
  });

  it('one rejection rejects, whatever was approved before', async () => {
    const product = await anEventWith(twoOrganizers);
    const { order, attendee, approval } = await waiting(product);
    await product.decide(approval, { decision: 'approve' }, ann);
    expect(await product.decide(approval, { decision: 'reject', reason: 'Not this one.' }, bob)).toMatchObject({
      status: 200,
      state: 'rejected',
    });
    await attendee.message((message) => message.author === 'system' && message.text.includes('Not this one.'));
    await product.look();
    expect(await refundsOf(product, order.orderId)).toEqual([]);
  });

  it('one of whom has left by the time it is carried out: no effect, and it asks again', async () => {
    const product = await anEventWith(twoOrganizers);
    const leaver = await joinAs(owner, 'leaver@example.org', 'organizer');
    const { order, attendee, approval } = await waiting(product);
    await product.decide(approval, { decision: 'approve' }, leaver);
    await product.sql("DELETE FROM member WHERE userId = (SELECT id FROM user WHERE email = 'leaver@example.org')");
    await product.decide(approval, { decision: 'approve' }, ann);
    await became(product, approval, 'stale');
    expect(await refundsOf(product, order.orderId)).toEqual([]);
    const again = await proposalOf(product, attendee);
    expect(again.evidence[0]?.text).toContain('no longer');
    expect(again.required.needed).toBe(2);
  });
});

describe('owners', () => {
  it('decide what is theirs: an organizer may not, by key neither; and too few of them is said', async () => {
    const product = await anEventWith({
      approvals: [
        { tool: 'process_refund', aboveMinor: 70_000, quorum: 3, role: 'owner', people: null },
        { tool: 'process_refund', quorum: 1, role: 'owner', people: null },
      ],
    });
    const { approval } = await waiting(product);
    expect(approval.required).toMatchObject({ needed: 3, role: 'owner', rule: '3 owners approve process refund above EUR 700.00.' });
    expect(approval.required.problem).toContain('takes 3 owners');
    expect(approval.deciders.map(({ by }) => by.id)).toEqual([ids.owner]);
    expect(await product.decide(approval, { decision: 'approve' }, ann)).toMatchObject({
      status: 403,
      detail: expect.stringContaining('owners'),
    });
    // An edit to a smaller amount falls under the next rule: the owner alone.
    expect(await product.decide(approval, { decision: 'approve', input: { amount: eur(600) } }, ann)).toMatchObject({ status: 403 });
    expect(await product.decide(approval, { decision: 'approve', input: { amount: eur(600) } })).toMatchObject({
      status: 200,
      state: 'approved',
    });
    await became(product, approval, 'executed');
  });

  it('on holiday are stood in for, while it lasts, and it is shown for whom', async () => {
    const product = await anEventWith({ approvals: [{ quorum: 1, role: 'owner', people: null }] });
    const { approval } = await waiting(product);
    const now = Date.now();
    const period = { startsAt: now - hourMs, endsAt: now + hourMs };
    const refused = await Promise.all([
      delegate(product, { ...period, to: ids.bob, from: ids.owner }, ann),
      delegate(product, { ...period, to: ids.owner }, owner),
      delegate(product, { ...period, to: 'nobody' }, owner),
      delegate(product, { to: ids.ann, startsAt: now, endsAt: now - 1 }, owner),
      delegate(product, { to: ids.ann, startsAt: now, endsAt: now + 93 * 24 * hourMs }, owner),
    ]);
    expect(refused.map(({ status }) => status)).toEqual([403, 400, 400, 400, 400]);
    const made = await delegate(product, { ...period, to: ids.ann }, owner);
    expect(made).toMatchObject({ status: 200, from: { id: ids.owner }, to: { id: ids.ann }, state: 'active' });
    const seen = await read(product, approval, ann);
    expect(seen).toMatchObject({ mayDecide: true });
    expect(seen.deciders).toContainEqual({
      by: expect.objectContaining({ id: ids.ann }),
      onBehalfOf: expect.objectContaining({ id: ids.owner }),
    });
    expect(await read(product, approval, bob)).toMatchObject({ mayDecide: false });
    const decided = (await product.decide(approval, { decision: 'approve', onBehalfOf: ids.owner }, ann)) as unknown as Approval;
    expect(decided.votes).toMatchObject([{ by: { id: ids.ann }, onBehalfOf: { id: ids.owner } }]);
    await became(product, approval, 'executed');
    expect((await product.call('DELETE', `/delegations/${made.id}`, undefined, bob)).status).toBe(403);
    expect((await product.call('DELETE', `/delegations/${made.id}`, undefined, ann)).status).toBe(200);
    const { items } = await product.call<{ items: Delegation[] }>('GET', '/delegations');
    expect(items.find(({ id }) => id === made.id)?.state).toBe('revoked');
    const next = await waiting(product);
    expect((await product.decide(next.approval, { decision: 'approve' }, ann)).status).toBe(403);
  });
});

it('whoever asked for it does not approve it, not by key and not through a delegate', async () => {
  const product = await anEventWith({});
  const { approval } = await waiting(product);
  await product.sql('UPDATE approvals SET requested_by = ? WHERE id = ?', ids.ann, approval.id);
  const made = await product.call<{ key: string }>('POST', '/api-keys', { name: 'hers', role: 'organizer' }, owner);
  await product.sql("UPDATE apikey SET metadata = json_set(metadata, '$.createdBy', ?) WHERE name = 'hers'", ids.ann);
  const key = aBrowser({ authorization: `Bearer ${made.key}` });
  for (const browser of [ann, key])
    expect(await product.decide(approval, { decision: 'approve' }, browser)).toMatchObject({
      status: 403,
      detail: expect.stringContaining('asked'),
    });
  expect(await product.decide(approval, { decision: 'approve' }, bob)).toMatchObject({ status: 200, state: 'approved' });
});

it('an organizer who speaks in the place of an attendee does not approve what comes of it', async () => {
  const product = await anEventWith({});
  const order = await product.order(large);
  const attendee = await product.verified(order);
  for (const text of ['I want a refund of my order please', 'yes please'])
    await product.call('POST', `/events/${product.eventId}/conversations`, { conversationId: attendee.conversationId, text }, ann);
  const approval = await proposalOf(product, attendee);
  expect(approval.requestedBy?.id).toBe(ids.ann);
  expect(await product.decide(approval, { decision: 'approve' }, ann)).toMatchObject({
    status: 403,
    detail: expect.stringContaining('asked'),
  });
  expect(await refundsOf(product, order.orderId)).toEqual([]);
  expect(await product.decide(approval, { decision: 'approve' }, bob)).toMatchObject({ status: 200, state: 'approved' });
});

it('an approval that is taken back within its undo window has no effect, and the attendee hears of it', async () => {
  const product = await anEventWith({ undoSeconds: 300 });
  const { order, attendee, approval } = await waiting(product);
  await product.decide(approval, { decision: 'approve' });
  await became(product, approval, 'executed');
  await attendee.message((message) => message.author === 'system' && message.text.includes('approved'));
  const [command] = await product.outbox('payments.refund');
  expect((await product.call('POST', `/events/${product.eventId}/commands/${command?.id}/undo`, {})).status).toBe(200);
  await attendee.message((message) => message.author === 'system' && message.text.includes('taken its approval back'));
  for (let i = 0; i < 2; i++) await product.look();
  expect(attendee.messages.filter((message) => message.text.includes('taken its approval back'))).toHaveLength(1);
  expect(await read(product, approval)).toMatchObject({ state: 'executed', outcome: 'Taken back before it went out.' });
  expect(await product.sql('SELECT state FROM refunds WHERE order_id = ?', order.orderId)).toEqual([{ state: 'failed' }]);
});

describe('what was looked at', () => {
  it('counts: another hash is a conflict, and what moved meanwhile is shown before anybody approves it', async () => {
    const product = await anEventWith({});
    const { order, approval } = await waiting(product);
    expect((await product.decide(approval, { decision: 'approve', hash: 'another' })).status).toBe(409);
    expect(approval.content).toMatchObject([{ kind: 'payments.refund', title: 'Refund of EUR 800.00' }]);
    await product.sql("UPDATE orders SET state = 'partially_refunded' WHERE id = ?", order.orderId);
    const answer = await product.decide(approval, { decision: 'approve' });
    expect(answer).toMatchObject({ status: 409, detail: expect.stringContaining('orderState: was paid, is partially_refunded') });
    const fresh = await read(product, approval);
    expect(fresh).toMatchObject({ state: 'pending', version: approval.version + 1 });
    expect(fresh.hash).not.toBe(approval.hash);
    expect(await product.decide(fresh, { decision: 'approve' })).toMatchObject({ status: 200, state: 'approved' });
    await became(product, approval, 'executed');
    expect(await refundsOf(product, order.orderId)).toHaveLength(1);
  });

  it('of several at once is decided each on its own', async () => {
    const product = await anEventWith({});
    const [one, two, three] = [await waiting(product), await waiting(product), await waiting(product)];
    const { items } = await product.call<{ items: { id: string; approval?: Approval; problem?: string }[] }>(
      'POST',
      `/events/${product.eventId}/approvals/decisions`,
      {
        decisions: [
          { id: one.approval.id, version: one.approval.version, decision: 'approve' },
          { id: two.approval.id, version: two.approval.version + 5, decision: 'approve' },
          { id: three.approval.id, version: three.approval.version, decision: 'reject', reason: 'No.' },
        ],
      },
    );
    expect(items.map((item) => item.approval?.state ?? 'problem')).toEqual(['approved', 'problem', 'rejected']);
    await became(product, one.approval, 'executed');
    expect((await read(product, two.approval)).state).toBe('pending');
  });
});

describe('the attendee is told how it ended, once', () => {
  const system = (attendee: Attendee) => attendee.messages.filter((message) => message.author === 'system').slice(-1)[0]?.text ?? '';

  it('when nobody decided: it says so, also in the log', async () => {
    const product = await anEventWith({});
    const { attendee, approval } = await waiting(product);
    await product.sql('UPDATE approvals SET expires_at = ? WHERE id = ?', Date.now() - 1, approval.id);
    expect((await product.decide(approval, { decision: 'approve' })).status).toBe(409);
    await product.look();
    await attendee.message((message) => message.author === 'system' && message.text.includes('in time'));
    await product.support(approval.conversationId ?? '').flush();
    const { items } = await product.call<{ items: { rule: string; tool: string }[] }>(
      'GET',
      `/events/${product.eventId}/activities?status=failed`,
    );
    expect(items).toContainEqual(expect.objectContaining({ rule: 'approval_expired', tool: 'process_refund' }));
  });

  it.each(['rejected', 'expired', 'executed', 'stale'])('after a crash between the end (%s) and the message', async (state) => {
    const product = await anEventWith({});
    const { attendee, approval } = await waiting(product);
    const before = system(attendee);
    // As the batch that ends it leaves it behind.
    await product.sql(
      "UPDATE approvals SET state = ?, version = version + 1, decision_reason = 'Because.', outcome = 'Because.', next_reminder_at = ? WHERE id = ?",
      state,
      Date.now(),
      approval.id,
    );
    await Promise.all([product.look(), product.look(), product.support(approval.conversationId ?? '').approvalDecided(approval.id)]);
    await eventually('the message', () => system(attendee) !== before);
    await product.look();
    await product.support(approval.conversationId ?? '').approvalDecided(approval.id);
    const said = system(attendee);
    expect(attendee.messages.filter((message) => message.text === said)).toHaveLength(1);
    const [row] = await product.sql<{ next_reminder_at: number | null }>(
      'SELECT next_reminder_at FROM approvals WHERE id = ?',
      approval.id,
    );
    expect(row?.next_reminder_at).toBeNull();
  });
});

describe('reminders', () => {
  it('go to those who may decide, from the third on to the owners, stop when it is decided, and nothing but a signed-in click decides', async () => {
    const product = await anEventWith(
      { approvals: [{ quorum: 1, role: 'organizer', people: [ids.ann ?? ''] }], reminderMinutes: [15, 60, 120, 180] },
      { clock: 'virtual' },
    );
    const { approval } = await waiting(product);
    expect(approval.reminders).toMatchObject({ sent: 0, nextAt: approval.createdAt + 15 * 60_000 });
    const advance = (duration: string) => product.call('POST', `/events/${product.eventId}/clock`, { advance: duration });
    const mails = async (name: string) =>
      (await product.mailsTo(`${name}@example.org`)).filter(({ subject }) => subject.startsWith('Waiting'));
    await advance('PT14M');
    expect(await mails('ann')).toEqual([]);
    await advance('PT2M');
    await advance('PT50M');
    expect([(await mails('ann')).length, (await mails('owner')).length, (await mails('bob')).length]).toEqual([2, 0, 0]);
    await advance('PT1H');
    expect([(await mails('ann')).length, (await mails('owner')).length]).toEqual([3, 1]);
    expect((await product.outbox('mail.send')).filter((row) => row.idempotency_key.startsWith('approval-reminder:'))).toHaveLength(4);

    const mail = (await mails('ann'))[0];
    const links = [...`${mail?.text} ${mail?.html}`.matchAll(/https?:\/\/[^\s"'<>)]+/g)].map(([link]) => link);
    expect(links.length).toBeGreaterThan(0);
    for (const link of new Set(links)) expect(new URL(link).pathname).toBe(`/events/${product.eventId}/approvals/${approval.id}`);
    // A mail scanner opens every link, by every method that it knows, and has no session.
    const scanner = aBrowser();
    const api = `/api/v1/events/${product.eventId}/approvals/${approval.id}`;
    for (const path of [...new Set(links)].map((link) => new URL(link).pathname)) {
      await scanner.get(path);
      await scanner.send('HEAD', path);
      await scanner.send('POST', path, {});
    }
    expect((await scanner.get(api)).status).toBe(401);
    expect((await scanner.send('POST', `${api}/decision`, { decision: 'approve', version: approval.version })).status).toBe(401);
    // Nor does an open session alone: reading changes nothing.
    for (const browser of [ann, owner])
      expect([(await browser.get(api)).status, (await browser.get(`${api}/decision`)).status]).toEqual([200, expect.any(Number)]);
    expect(await read(product, approval)).toMatchObject({ state: 'pending', version: approval.version, votes: [] });

    expect(await product.decide(approval, { decision: 'approve' }, ann)).toMatchObject({ status: 200 });
    await became(product, approval, 'executed');
    await advance('PT3H');
    expect((await mails('ann')).length).toBe(3);
  });

  it('a crash between counting one and its poke sends it all the same, once', async () => {
    const product = await anEventWith({ reminderMinutes: [15] });
    const { approval } = await waiting(product);
    await product.sql('UPDATE approvals SET next_reminder_at = ? WHERE id = ?', Date.now() - 1, approval.id);
    await Promise.all([product.look(), product.look(), orchestratorOf(env, product.eventId).look()]);
    await eventually('the mail', async () => (await product.mailsTo('bob@example.org')).length > 0);
    await product.look();
    const sent = (await product.mailsTo('bob@example.org')).filter(({ subject }) => subject.startsWith('Waiting'));
    expect(sent).toHaveLength(1);
    expect(await read(product, approval)).toMatchObject({ reminders: { sent: 1 } });
  });
});
