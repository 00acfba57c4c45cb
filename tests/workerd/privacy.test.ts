import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, it } from 'vitest';
import type { LogVerification } from '../../worker/contract/log';
import type { Erasure, PersonFound, Retention } from '../../worker/contract/privacy';
import { sharedDatabase } from '../../worker/db/database';
import { beginErasure, erasedSuppressionOf } from '../../worker/db/records/privacy';
import { personOf } from '../../worker/privacy/person';
import { applyRetention, lookAfterPrivacy } from '../../worker/privacy/retention';
import { aTicket, eur } from '../support/a-order';
import type { Attendee } from '../support/attendee';
import { eventually } from '../support/eventually';
import { joinAs } from '../support/http-client';
import { aProduct, type Product, theOwner } from '../support/product';

const day = 86_400_000;
let people = 0;

/** A person with an order, a verified conversation and mails. */
async function aPerson(product: Product) {
  const n = ++people;
  const address = `canary-q7x${n}z@example.org`;
  const name = `Canary Qseven${'abcdefghij'[n % 10]}x`;
  const order = await product.order({
    buyerEmail: address,
    buyerName: name,
    tickets: [aTicket({ holderName: name, holderEmail: address, price: eur(100) })],
  });
  const attendee = await product.verified(order);
  await attendee.say(`My name is ${name}, please send me my ticket again`);
  await product.support(attendee.conversationId).flush();
  await settled(product);
  return { address, name, order, attendee };
}

const settled = (product: Product) =>
  eventually('all effects are settled', async () => {
    await product.look();
    const open = await product.sql(
      "SELECT id FROM outbox WHERE event_id = ? AND state NOT IN ('confirmed', 'failed', 'cancelled', 'reconciled')",
      product.eventId,
    );
    return open.length === 0;
  });

const find = async (product: Product, query: string) =>
  (await product.call<{ people: PersonFound[] }>('POST', '/people/find', { query })).people;
const erase = (product: Product, address: string) =>
  product.call<Erasure & { detail?: string }>('POST', '/people/erase', { address, confirm: address });

/** Every text of the records and of the support object, in one string. */
async function everything(product: Product): Promise<string> {
  const tables = await product.sql<{ name: string }>(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf%' ESCAPE '\\' AND name NOT LIKE 'sqlite%'",
  );
  const rows = await Promise.all(tables.map(({ name }) => product.sql(`SELECT * FROM "${name}"`)));
  return JSON.stringify(rows).toLowerCase();
}

let product: Product;
beforeAll(async () => {
  product = await aProduct();
});

describe('a person', () => {
  it('is found by address, by name and by order code, with what every store holds', async () => {
    const { address, name, order } = await aPerson(product);
    for (const query of [address, address.toUpperCase(), name, order.code, order.code.toLowerCase()]) {
      const [found, ...more] = await find(product, query);
      expect(more).toEqual([]);
      expect(found).toMatchObject({ address, names: [name], obstacles: [] });
      expect(found?.orders).toEqual([{ eventId: product.eventId, orderId: order.orderId, code: order.code, as: 'buyer' }]);
      const held = new Map(found?.held.map(({ store, what, count }) => [`${store}: ${what}`, count]));
      for (const what of [
        'orders as buyer',
        'attendees',
        'conversations',
        'messages',
        'verification codes',
        'effects (outbox)',
        'mailbox',
        'activities',
      ])
        expect(held.get(`records (D1): ${what}`), what).toBeGreaterThan(0);
      expect(held.get('memory of the support agent: messages')).toBeGreaterThan(2);
    }
    expect(await find(product, 'nobody-at-all@example.org')).toEqual([]);
  });

  it('names the others in their order, who are erased by their own address only', async () => {
    const order = await product.order({ tickets: [aTicket({ holderEmail: 'guest-w1@example.org', holderName: 'Guest Wone' })] });
    const [found] = await find(product, 'guest-w1@example.org');
    expect(found).toMatchObject({ others: [order.buyerEmail], orders: [{ as: 'holder' }] });
    await erase(product, 'guest-w1@example.org');
    expect((await find(product, order.buyerEmail))[0]).toMatchObject({ names: [order.buyerName] });
  });

  it.each(['json', 'csv'])('is exported as %s, with what they said and what was done for them', async (format) => {
    const { address, name } = await aPerson(product);
    const answer = await (await theOwner()).send('POST', `/api/v1/people/export?format=${format}`, { address });
    const text = await answer.text();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-disposition')).toContain(`.${format}"`);
    for (const part of [address, name, 'please send me my ticket again', 'lookup_ticket']) expect(text).toContain(part);
    expect(text).not.toContain('code_hash');
  });

  it('is erased only by an owner who types the address again', async () => {
    const organizer = await joinAs(await theOwner(), 'organizer-privacy@example.org', 'organizer');
    expect(await product.call('POST', '/people/erase', { address: 'a@example.org', confirm: 'a@example.org' }, organizer)).toMatchObject({
      status: 403,
    });
    expect(await product.call('POST', '/people/erase', { address: 'a@example.org', confirm: 'b@example.org' })).toMatchObject({
      status: 400,
    });
  });

  it('with a refund or a decision under way is not erased, and the answer says what to do', async () => {
    const order = await product.order({ buyerEmail: 'busy@example.org', tickets: [aTicket({ price: eur(600) })] });
    const buyer = await product.verified(order);
    await product.askRefund(buyer);
    await eventually('a proposal', async () => (await product.approvals('pending')).length > 0);
    const answer = await erase(product, 'busy@example.org');
    expect(answer).toMatchObject({ status: 409 });
    expect(answer.detail).toContain('Decide them under Approvals first');
    expect((await find(product, 'busy@example.org'))[0]?.obstacles).toHaveLength(1);
  });
});

describe('an erased person', () => {
  let person: Awaited<ReturnType<typeof aPerson>>;
  let bystander: Attendee;
  let receipt: Erasure;
  let own: Product;

  beforeAll(async () => {
    own = await aProduct();
    person = await aPerson(own);
    bystander = await own.attendee();
    await bystander.say(`Has ${person.name} <${person.address}> arrived? When do the doors open?`);
    await own.support(bystander.conversationId).flush();
    await own.call('POST', '/suppressions', { address: person.address });
    await own.sql(
      `INSERT INTO inbound_mails (id, organization_id, event_id, provider_ref, from_address, to_address, subject, text, kind, at) VALUES ('inb_1', ?, ?, 'x', ?, 'help@example.org', 'Hi', 'It is me', 'reply', 1)`,
      own.organizationId,
      own.eventId,
      person.address,
    );
    await own.sql(
      `INSERT INTO imports (id, organization_id, event_id, file_name, source, mapping, state, total_rows, done_rows, counts, created_by, created_at, updated_at)
       VALUES ('imp_q', ?1, ?2, 'canary.csv', 'sheet', ?3, 'done', 1, 1, '{}', 'x', 1, 1)`,
      own.organizationId,
      own.eventId,
      JSON.stringify({ columns: [{ header: 'Email', samples: [person.address, 'other@example.org'] }] }),
    );
    await own.sql(
      "INSERT INTO import_rejects (import_id, organization_id, line, reason, cells) VALUES ('imp_q', ?, 2, 'no price', ?)",
      own.organizationId,
      JSON.stringify([person.name, person.address]),
    );
    await own.sql(
      `INSERT INTO agent_support_activities (id, organization_id, event_id, agent_id, activity_type, input_data, reasoning, status, autonomous, required_human_review, created_at)
       VALUES ('act_plain', ?1, ?2, 'support_agent', 'knowledge_search', ?3, 'from before sealing', 'success', 1, 0, 5)`,
      own.organizationId,
      own.eventId,
      JSON.stringify({ query: person.address }),
    );
    expect(await everything(own)).toContain(person.address);
    receipt = await erase(own, person.address);
  });

  it('is found in no table of the records', async () => {
    expect(receipt).toMatchObject({ status: 200, state: 'done' });
    const text = await everything(own);
    for (const part of [person.address, person.name.toLowerCase()]) {
      const at = text.indexOf(part);
      expect(at, text.slice(Math.max(0, at - 300), at + 60)).toBe(-1);
    }
    expect(await find(own, person.address)).toEqual([]);
  });

  it('is found in no memory of an agent, and other people keep what they said', async () => {
    const view = await own.call<{ messages: { text: string }[] }>(
      'GET',
      `/events/${own.eventId}/conversations/${bystander.conversationId}`,
    );
    expect(view.messages[0]?.text).toBe('Has [erased] <[erased]> arrived? When do the doors open?');
    const gone = await own.call<{ messages: unknown[]; subject: string; state: string }>(
      'GET',
      `/events/${own.eventId}/conversations/${person.attendee.conversationId}`,
    );
    expect(gone).toMatchObject({ messages: [], subject: '[erased]', state: 'closed' });
  });

  it('leaves a receipt that names every store and nobody', async () => {
    const lines = new Map(receipt.receipt.map((line) => [`${line.store}: ${line.what}`, line]));
    const expected: [string, string][] = [
      ['records (D1): orders as buyer', 'pseudonymised'],
      ['records (D1): attendees', 'pseudonymised'],
      ['records (D1): messages', 'deleted'],
      ['records (D1): mailbox', 'deleted'],
      ['records (D1): effects (outbox)', 'pseudonymised'],
      ['records (D1): verification codes', 'deleted'],
      ['records (D1): mails that came in', 'deleted'],
      ['records (D1): rejected rows of imports', 'deleted'],
      ['records (D1): imports (samples, file names)', 'masked'],
      ['records (D1): activities', 'key_destroyed'],
      ['records (D1): opt-outs and other stops', 'pseudonymised'],
      ['memory of the support agent: messages', 'deleted'],
      ['memory of the support agent: texts of others that name them', 'masked'],
    ];
    for (const [what, action] of expected) expect(lines.get(what), what).toMatchObject({ action, count: expect.any(Number) });
    for (const [what] of expected) expect(lines.get(what)?.count, what).toBeGreaterThan(0);
    for (const what of [
      'vectors: passages of your pages',
      'queue: messages under way',
      'logs: log lines',
      'backups: restore points of the databases',
    ])
      expect(lines.get(what)?.note, what).not.toBe('');
    expect(JSON.stringify(receipt).toLowerCase()).not.toContain('canary');
    expect((await own.call<{ items: Erasure[] }>('GET', '/erasures')).items.map((item) => item.id)).toContain(receipt.id);
  });

  it('keeps their order for the accounts, under a pseudonym', async () => {
    const [order] = await own.sql<Record<string, unknown>>('SELECT * FROM orders WHERE id = ?', person.order.orderId);
    expect(order).toMatchObject({ code: person.order.code, total_minor: person.order.total.minor, buyer_name: 'Erased person' });
    expect(order?.buyer_email).toMatch(/^erased-[0-9a-z]{10}@invalid$/);
  });

  it('leaves a chain that verifies, with a note of the erasure', async () => {
    expect(await own.call<LogVerification>('POST', `/events/${own.eventId}/log/verify`, {})).toMatchObject({ ok: true, firstBroken: null });
    const notes = await own.sql<{ row_id: string }>(
      "SELECT row_id FROM log_entries WHERE event_id = ? AND source = 'log_notes'",
      own.eventId,
    );
    expect(notes.map(({ row_id }) => JSON.parse(row_id) as object)).toEqual([
      expect.objectContaining({ kind: 'erased', erasure: receipt.id }),
    ]);
  });

  it('is still not written to where they had said so, though nobody can read who that is', async () => {
    const db = sharedDatabase(env);
    expect(await erasedSuppressionOf(db, own.organizationId, person.address.toUpperCase(), Date.now())).toBe('manual');
    expect(await erasedSuppressionOf(db, own.organizationId, 'other@example.org', Date.now())).toBeNull();
  });

  it('may come back by an import, and be erased again', async () => {
    await own.order({
      buyerEmail: person.address,
      buyerName: person.name,
      tickets: [aTicket({ holderEmail: person.address, holderName: person.name })],
    });
    expect((await find(own, person.address))[0]?.held.length).toBeGreaterThan(0);
    expect(await erase(own, person.address)).toMatchObject({ status: 200, state: 'done' });
    expect(await find(own, person.address)).toEqual([]);
  });

  it('whose erasure a crash interrupted is erased by the cron', async () => {
    const again = await aPerson(own);
    const db = sharedDatabase(env);
    const found = await personOf(env, db, own.organizationId, again.address, 'erased-afterwards@invalid');
    const row = { id: 'era_crashed', organizationId: own.organizationId, subjectDigest: 'd', requestedBy: 'x', requestedAt: 1 };
    await beginErasure(db, row, { person: found, planned: [] });
    await lookAfterPrivacy(env, Date.now());
    expect(await own.call('GET', '/erasures/era_crashed')).toMatchObject({ state: 'done' });
    expect(await find(own, again.address)).toEqual([]);
    expect(await everything(own)).not.toContain(again.address);
  });
});

describe('retention', () => {
  it('starts from defaults, is set by an owner within bounds, and keeps what is not named', async () => {
    const before = await product.call<Retention>('GET', '/retention');
    expect(before.days).toMatchObject({ conversations: 365, mailbox: 90, verificationCodes: 1 });
    expect(await product.call('PUT', '/retention', { days: { mailbox: 0 } })).toMatchObject({ status: 400 });
    expect(await product.call('PUT', '/retention', { days: { nonsense: 5 } })).toMatchObject({ status: 400 });
    const after = await product.call<Retention>('PUT', '/retention', { days: { mailbox: 30 } });
    expect(after.days).toEqual({ ...before.days, mailbox: 30 });
    await product.call('PUT', '/retention', { days: { mailbox: 90 } });
  });

  it('deletes what has served its time, counts it, and leaves the rest and a chain that verifies', async () => {
    const own = await aProduct();
    const { attendee } = await aPerson(own);
    await own.call('POST', `/events/${own.eventId}/log/verify`, {});
    const soon = await applyRetention(env, own.organizationId, Date.now() + 10 * day);
    expect(soon.deleted.conversations).toBeUndefined();
    expect(soon.deleted.verificationCodes).toBeGreaterThan(0);
    const { deleted } = await applyRetention(env, own.organizationId, Date.now() + 800 * day);
    for (const kind of ['conversations', 'mailbox', 'outboxPayloads', 'receipts', 'activityDetail'] as const)
      expect(deleted[kind], kind).toBeGreaterThan(0);
    expect(await own.sql('SELECT id FROM messages WHERE conversation_id = ?', attendee.conversationId)).toEqual([]);
    expect(await own.sql('SELECT id FROM agent_support_activities WHERE event_id = ?', own.eventId)).toEqual([]);
    expect(await own.call<LogVerification>('POST', `/events/${own.eventId}/log/verify`, {})).toMatchObject({ ok: true });
    expect((await own.call<Retention>('GET', '/retention')).lastRun?.deleted).toEqual(deleted);
  });
});
