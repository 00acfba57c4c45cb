import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LogVerification } from '../../worker/contract/log';
import type { Erasure, PersonFound } from '../../worker/contract/privacy';
import type { Approval, MailDetail, MailView } from '../../worker/contract/work';
import { eventually } from '../support/eventually';
import { aState, type Running, start } from './running';

/** Part of everything that names the person, so that one search finds every trace. */
const canary = 'zqcanary';
const address = `${canary}.7k3@example.org`;
const name = 'Zqcanary Sevenkthree';

const state = aState();
let product: Running;
const codesSeen = new Set<string>();

beforeAll(async () => {
  product = await start(state.folder, { LOG_LEVEL: 'debug' });
}, 150_000);
afterAll(async () => {
  await product?.killAll();
  state.remove();
});

const event = () => `/events/${product.eventId}`;
const headers = (more: Record<string, string> = {}) => ({ authorization: `Bearer ${product.apiKey}`, ...more });

async function codeTo(to: string): Promise<string> {
  return eventually(`a code to ${to}`, async () => {
    const { items } = await product.api<{ items: MailView[] }>('GET', '/mailbox?limit=200');
    const mail = items.find((item) => item.to.includes(to) && /^\d{6}/.test(item.subject) && !codesSeen.has(item.id));
    if (mail) codesSeen.add(mail.id);
    return mail?.subject.slice(0, 6);
  });
}

const csv = (rows: string[]) =>
  ['Order ID,Order code,Buyer name,Buyer email,Ticket ID,Ticket type,Price,Attendee name,Attendee email,Diet', ...rows].join('\n');
const row = (id: string, price: string, who = name, to = address, diet = `${canary}-vegan`) =>
  `${id},CAN${id},${who},${to},${id}-1,Workshop,${price},${who},${to},${diet}`;

async function upload(text: string, fileName: string): Promise<string> {
  const answer = await fetch(`${product.url}/api/v1${event()}/imports`, {
    method: 'POST',
    headers: headers({ 'content-type': 'text/csv', 'x-file-name': fileName }),
    body: text,
  });
  return ((await answer.json()) as { id: string }).id;
}

async function imported(text: string, fileName: string): Promise<void> {
  const id = await upload(text, fileName);
  await product.api('POST', `${event()}/imports/${id}/start`, {});
  await eventually(
    'the import is done',
    async () => (await product.api<{ state: string }>('GET', `${event()}/imports/${id}`)).state === 'done',
  );
}

const settled = () =>
  eventually(
    'all effects are settled',
    async () => {
      const open = await Promise.all(
        ['authorised', 'claimed', 'unknown', 'parked'].map((of) =>
          product.api<{ items: unknown[] }>('GET', `${event()}/commands?state=${of}`),
        ),
      );
      return open.every(({ items }) => items.length === 0);
    },
    60_000,
  );

/** Everything that a person can leave a trace in. */
async function livesHere(): Promise<void> {
  await imported(
    csv([
      row('9001', '900.00'),
      row('9002', '20.00'),
      row('9003', 'twelve'),
      row('9004', '15.00', 'Gerrit Guest', 'gerrit.guest@example.org', 'none'),
    ]),
    `${encodeURIComponent(name)}.csv`,
  );
  await upload(csv([row('9010', '30.00')]), 'not-started.csv');
  const asked = {
    headers: headers({ 'content-type': 'application/json', 'idempotency-key': 'canary-1' }),
    method: 'PATCH',
    body: JSON.stringify({ name }),
  };
  const { items } = await product.api<{ items: { ticketId: string }[] }>('GET', `${event()}/attendees?q=${canary}`);
  await fetch(`${product.url}/api/v1${event()}/attendees/${items[0]?.ticketId}`, asked);
  await product.api('POST', `${event()}/knowledge/test`, { question: `Is ${name} on the list?` });

  const company = await product.api<{ id: string }>('POST', '/companies', { name: 'Sevenkthree Works', description: `Run by ${name}` });
  const contact = await product.api<{ id: string }>('POST', `/companies/${company.id}/contacts`, { name, email: address });
  await product.api('POST', `/companies/${company.id}/notes`, { kind: 'note', text: `${name} likes mornings` });
  await product.api('POST', `/companies/${company.id}/sponsorships`, { eventName: 'Old Days', quote: 'Great', quoteBy: name });
  await product.api('POST', `${event()}/deals`, { companyId: company.id, contactId: contact.id });

  const buyer = await product.attendee();
  await buyer.say(`Hello, I am ${name} of ${canary}corp, when do the doors open?`);
  await buyer.verify('CAN9001', address, codeTo);
  await buyer.say('I want a refund of my order please');
  await buyer.say('yes please');
  const approval = await eventually(
    'a proposal',
    async () => (await product.api<{ items: Approval[] }>('GET', `${event()}/approvals?state=pending`)).items[0],
  );
  const input = { ...approval.input, amount: { minor: 60_000, currency: 'EUR' } };
  const decided = await product.api(`POST`, `${event()}/approvals/${approval.id}/decision`, {
    decision: 'approve',
    version: approval.version,
    input,
    reason: `agreed with ${name}`,
  });
  expect(decided.status, JSON.stringify(decided)).toBe(200);
  await settled();

  const holder = await product.attendee();
  await holder.verify('CAN9002', address, codeTo);
  await holder.say('Please send me my ticket again');
  const { lastSeq } = holder;
  holder.send({ type: 'human' });
  await holder.message((message) => message.author === 'system', lastSeq);

  const friend = await product.attendee();
  await friend.say(`Can ${name} <${address}> come with me? Is there parking?`);
  const giver = await product.attendee();
  await giver.verify('CAN9004', 'gerrit.guest@example.org', codeTo);
  const asks = await giver.say('I want to transfer my ticket to a friend');
  expect(asks.ask, asks.text).toBe('transfer');
  const before = giver.lastSeq;
  const ticketId = (await product.api<{ items: { ticketId: string }[] }>('GET', `${event()}/attendees?q=gerrit`)).items[0]?.ticketId ?? '';
  giver.send({ type: 'transfer', id: giver.id(), ticketId, name, email: address });
  await giver.message((message) => message.author === 'agent', before);

  const { items: mails } = await product.api<{ items: MailView[] }>('GET', '/mailbox?limit=200');
  const mail = mails.find((item) => item.to.includes(address) && !/^\d{6}/.test(item.subject));
  const reply = await product.api('POST', `/mailbox/${mail?.id}/reply`, {
    text: `Thanks, says ${name}. Unsubscribe me from ${canary} news.`,
  });
  expect(reply.status, JSON.stringify(reply)).toBe(200);
  await product.api('POST', '/suppressions', { address });
  await settled();
  await product.api('GET', `${event()}/conversations`);
}

/** Files of the state folder in which the person can be read, in any encoding that the product writes. */
function traces(): string[] {
  const found: string[] = [];
  const spellings = [canary, 'Zqcanary', 'ZQCANARY'];
  // A text within a base64 text stands at one of three places; what is next to it changes the first and last letters.
  const encoded = spellings.flatMap((text) =>
    [0, 1, 2].map((before) => {
      const whole = Buffer.from(`${'\0'.repeat(before)}${text}`)
        .toString('base64')
        .replace(/=+$/, '');
      return whole.slice(before === 0 ? 0 : before + 1, -1);
    }),
  );
  for (const file of readdirSync(state.folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(state.folder, file);
    if (!statSync(path).isFile()) continue;
    const bytes = readFileSync(path).toString('latin1');
    for (const text of [...spellings, ...encoded]) {
      const at = bytes.indexOf(text);
      if (at >= 0) found.push(`${file}: ${JSON.stringify(bytes.slice(Math.max(0, at - 120), at + 60))}`);
    }
  }
  return found;
}

/** Erasing is the owner's: the key of the local run is an organizer's. */
async function erased(): Promise<Erasure & { status: number }> {
  const { origin, hash, search } = new URL((product as Running & { signInLink: string }).signInLink);
  const token = new URLSearchParams(search).get('token') ?? new URLSearchParams(hash.slice(1)).get('token');
  const json = { origin, 'content-type': 'application/json' };
  const signedIn = cookie
    ? null
    : await fetch(`${product.url}/api/auth/sign-in/link`, { method: 'POST', headers: json, body: JSON.stringify({ token }) });
  cookie ||= (signedIn?.headers.getSetCookie() ?? []).map((line) => line.split(';')[0]).join('; ');
  const answer = await fetch(`${product.url}/api/v1/people/erase`, {
    method: 'POST',
    headers: { ...json, cookie },
    body: JSON.stringify({ address, confirm: address }),
  });
  return { ...((await answer.json()) as Erasure), status: answer.status };
}
let cookie = '';

const found = async () => (await product.api<{ people: PersonFound[] }>('POST', '/people/find', { query: address })).people;

it('a person who used everything is erased, and is found in no file of the state directory', async () => {
  await livesHere();
  expect(traces().length).toBeGreaterThan(5);
  expect(
    traces().filter((trace) => trace.startsWith('worker.log')),
    'no log line names anybody, at any level',
  ).toEqual([]);
  const [person] = await found();
  expect(person?.obstacles).toEqual([]);
  expect(person?.names).toContain(name);

  const receipt = await erased();
  expect(receipt, JSON.stringify(receipt)).toMatchObject({ status: 200, state: 'done' });
  const counts = new Map(receipt.receipt.map(({ store, what, count }) => [`${store}: ${what}`, count]));
  const fewer = (person?.held ?? []).filter(({ store, what, count }) => !((counts.get(`${store}: ${what}`) ?? 0) >= count));
  expect(fewer).toEqual([]);
  const expected = [
    ...['orders as buyer', 'attendees', 'conversations', 'messages', 'approvals', 'verification codes', 'effects (outbox)', 'mailbox'],
    ...[
      'activities',
      'opt-outs and other stops',
      'mails that came in',
      'contact state',
      'people at companies',
      'deals that they stand for',
      'notes on companies that name them',
      'sponsorships that name them',
      'companies that name them',
      'rejected rows of imports',
      'messages of others that name them',
      'kept answers to requests',
    ],
  ];
  expect(expected.filter((what) => !counts.get(`records (D1): ${what}`))).toEqual([]);
  expect(counts.get('memory of the importers: rows of uploaded files')).toBe(1);
  expect(counts.get('memory of the support agent: messages')).toBeGreaterThan(0);

  // While it runs: the launcher rewrites the files once it hears of the erasure.
  await eventually('no trace is left', () => traces().length === 0, 30_000).catch(() => expect(traces()).toEqual([]));
  expect(await found()).toEqual([]);
}, 240_000);

it('the log still verifies, in the product and from its files, and so does an export', async () => {
  expect(await product.api<LogVerification>('POST', `${event()}/log/verify`, {})).toMatchObject({ ok: true, firstBroken: null });
  const script = join(import.meta.dirname, '..', '..', 'scripts', 'run-ts.mjs');
  const verifier = join(import.meta.dirname, '..', '..', 'scripts', 'verify-log.ts');
  const run = (...args: string[]) => promisify(execFile)(process.execPath, [script, verifier, ...args]);
  const ok = new RegExp(`^${product.eventId} .*: ok, \\d+ entries`);
  expect((await run('--state', state.folder, '--event', product.eventId)).stdout).toMatch(ok);
  expect((await run('--url', product.url, '--key', product.apiKey, '--event', product.eventId)).stdout).toMatch(ok);

  const files = mkdtempSync(join(tmpdir(), 'eventos-log-'));
  const text = await (await fetch(`${product.url}/api/v1${event()}/log/export`, { headers: headers() })).text();
  const [whole, changed] = ['whole.json', 'changed.json'].map((file) => join(files, file)) as [string, string];
  writeFileSync(whole, text);
  writeFileSync(changed, text.replace('"status":"success"', '"status":"failed"'));
  expect((await run('--file', whole, '--against', whole)).stdout).toMatch(ok);
  const refused: { code?: number; stdout?: string } = await run('--file', changed).catch((error) => error);
  rmSync(files, { recursive: true });
  expect(refused).toMatchObject({ code: 1, stdout: expect.stringContaining('BROKEN at entry') });
}, 60_000);

it('they may come back by an import, and mail that they had opted out of still does not reach them', async () => {
  await imported(csv([row('9020', '25.00')]), 'again.csv');
  expect((await found())[0]?.names).toEqual([name]);
  const buyer = await product.attendee();
  const { lastSeq } = buyer;
  buyer.send({ type: 'identify', orderCode: 'CAN9020', email: address });
  await buyer.message((message) => message.author === 'system', lastSeq);
  await settled();
  const { items } = await product.api<{ items: MailView[] }>('GET', '/mailbox?limit=200');
  const mails = await Promise.all(items.slice(0, 20).map((item) => product.api<MailDetail>('GET', `/mailbox/${item.id}`)));
  expect(mails.filter((mail) => JSON.stringify(mail.to).includes(canary))).toEqual([]);
});

it('after a stop and a start nothing that was erased is back', async () => {
  const receipt = await erased();
  expect(receipt).toMatchObject({ state: 'done' });
  product.signal('SIGTERM');
  await product.code;
  expect(traces()).toEqual([]);
  product = await start(state.folder);
  expect(await found()).toEqual([]);
  expect(traces()).toEqual([]);
}, 120_000);
