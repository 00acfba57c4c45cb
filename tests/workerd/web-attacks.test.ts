import { env, exports } from 'cloudflare:workers';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { api } from '../../worker/contract/api';
import type { Endpoint } from '../../worker/contract/endpoint';
import type { Approval } from '../../worker/contract/work';
import { AppError } from '../../worker/core/errors';
import { configOf } from '../../worker/env';
import { readBytes } from '../../worker/http/body';
import { aBrowser, anEvent, anotherOrganization, type Browser, home, joinAs, latestMailTo, ownerEmail } from '../support/http-client';
import { aProduct, type Product, theOwner } from '../support/product';

type Json = Record<string, unknown>;
const script = `"><script>alert(1)</script><img src=x onerror=alert(2)>'`;
const endpoints = Object.entries(api as Record<string, Endpoint>).map(([key, endpoint]) => {
  const [method = '', path = ''] = key.split(' ');
  return { key, method, path, endpoint };
});
const guarded = endpoints.filter(({ endpoint }) => endpoint.access !== 'public' && endpoint.access !== 'widget');

let owner: Browser;
let product: Product;
let foreignEventId: string;

beforeAll(async () => {
  owner = await theOwner();
  product = await aProduct();
  foreignEventId = (await anotherOrganization()).eventId;
});

const ask = (browser: Browser, method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
  method === 'GET' ? browser.get(path, headers) : browser.send(method, path, body, headers);

describe('a page of another site', () => {
  it.each(guarded.filter(({ method }) => method === 'GET'))('cannot read $key', async ({ path }) => {
    const own = `/api/v1${path.replace('{eventId}', product.eventId).replace(/\{\w+\}/g, 'none')}`;
    const answer = await owner.get(own, { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' });
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
    // A script or image tag gets nothing that it could run or show.
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-type')).not.toContain('javascript');
    expect(answer.headers.get('cache-control')).toContain('no-store');
  });

  it.each([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    {},
    { origin: `${home}.evil.example` },
    { origin: 'http://events.example.org' },
  ])('cannot open a console socket with the session of a visitor (%o)', async (headers) => {
    const answer = await owner.get(`/api/v1/events/${product.eventId}/live`, { upgrade: 'websocket', ...headers } as Record<
      string,
      string
    >);
    expect([answer.status, answer.webSocket ?? null]).toEqual([403, null]);
  });

  it('gets no preflight for what the console does', async () => {
    for (const path of ['/me', '/events', `/events/${product.eventId}/approvals`]) {
      const answer = await aBrowser().send('OPTIONS', `/api/v1${path}`, undefined, {
        origin: 'https://evil.example',
        'access-control-request-method': 'POST',
      });
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
      expect(answer.headers.get('access-control-allow-methods')).toBeNull();
    }
  });

  it('cannot write by a form: no content type that a form can send is taken', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'text/plain; application/json',
    ]) {
      const answer = await owner.send('POST', '/api/v1/events', JSON.stringify(anEvent()), { 'content-type': type });
      expect(answer.status).toBe(415);
    }
  });
});

describe('a script', () => {
  /** Words of a page that a browser would run, were they not escaped. */
  const runs = (html: string) => html.includes('<script>alert') || /<img src=x/i.test(html);

  it('that is stored in an event, a name, a question or a page comes back as JSON only, and escaped in every mail', async () => {
    const hostile = await aProduct({ name: script.slice(0, 100), venue: script });
    const order = await hostile.order({ buyerName: script });
    const attendee = await hostile.attendee();
    await attendee.say(script);
    await attendee.verify(order.code, order.buyerEmail, hostile.codeTo);
    await attendee.say('Please send me my ticket again');
    await hostile.call('POST', `/events/${hostile.eventId}/documents`, {
      kind: 'text',
      title: script,
      text: `# ${script}\n\nDoors open at nine.`,
    });
    await hostile.support(attendee.conversationId).flush();
    for (const path of ['', '/approvals', '/conversations', '/attendees', '/activities', '/commands', '/documents', '/today']) {
      const answer = await owner.get(`/api/v1/events/${hostile.eventId}${path}`);
      expect([path, answer.status, answer.headers.get('content-type')]).toEqual([path, 200, 'application/json; charset=utf-8']);
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    }
    const mails = await env.DB.prepare('SELECT html, subject FROM mailbox WHERE event_id = ?')
      .bind(hostile.eventId)
      .all<{ html: string; subject: string }>();
    expect(mails.results.length).toBeGreaterThan(0);
    for (const { html, subject } of mails.results) {
      expect(runs(html), subject).toBe(false);
      expect(html).not.toMatch(/<[^>]*\son\w+\s*=/i);
      expect(subject).not.toMatch(/[\r\n]/);
    }
  });

  it.each([
    `/widget-demo?event=${encodeURIComponent(script)}`,
    `/widget-demo?event=evt_x&lang=${encodeURIComponent(script)}&dir=${encodeURIComponent(script)}&theme=${encodeURIComponent(script)}&position=${encodeURIComponent(script)}`,
    `/widget-demo/${encodeURIComponent(script)}`,
    `/t/undo/${encodeURIComponent(script)}`,
    `/api/v1/opt-out/${encodeURIComponent(script)}`,
    `/api/v1/${encodeURIComponent(script)}`,
    `/api/auth/${encodeURIComponent(script)}`,
    `/api/v1/events?cursor=${encodeURIComponent(script)}`,
    `/api/v1/events/${encodeURIComponent(script)}`,
  ])('in an address is not run by the page that answers it: %s', async (path) => {
    for (const browser of [aBrowser(), owner]) {
      const answer = await browser.get(path);
      const body = await answer.text();
      if (answer.headers.get('content-type')?.startsWith('text/html')) expect(runs(body)).toBe(false);
      else expect(answer.headers.get('content-type')).toMatch(/json|plain|css/);
      expect(answer.headers.get('content-security-policy')).not.toMatch(/unsafe|\*/);
    }
  });

  it('runs on no page from elsewhere, and no page may be framed', async () => {
    for (const path of ['/widget-demo?event=evt_x', '/t/undo/abcdefghijklmnopqrstuvwxyz', '/api/v1/opt-out/none']) {
      const answer = await aBrowser().get(path);
      const policy = answer.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).toContain("base-uri 'none'");
      expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|https?:|\*/);
      expect(await answer.text()).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/i);
    }
  });
});

describe('fields that nobody may set', () => {
  const extras = {
    id: 'evt_chosen000001',
    organizationId: 'org_another',
    organization_id: 'org_another',
    role: 'owner',
    state: 'executed',
    createdAt: 0,
    createdBy: 'somebody',
    createdByUser: 'somebody',
    hash: 'chosen',
    version: 99,
    decidedBy: 'somebody',
    __proto__: { admin: true },
    constructor: { prototype: { admin: true } },
  };
  const poisoned = (body: Json) => JSON.stringify({ ...extras, ...body }).replace('{', '{"__proto__":{"admin":true},');

  it('do not make an event of another organization, nor with a chosen id', async () => {
    const answer = await owner.send('POST', '/api/v1/events', poisoned(anEvent({ name: 'Poisoned' })), {
      'content-type': 'application/json',
    });
    const made = (await answer.json()) as { id: string };
    expect([answer.status, made.id === extras.id]).toEqual([200, false]);
    const [row] = await product.sql<Json>('SELECT organization_id, state, clock_now FROM events WHERE id = ?', made.id);
    expect(row).toEqual({ organization_id: product.organizationId, state: 'active', clock_now: null });
    await owner.send('PATCH', `/api/v1/events/${made.id}`, poisoned({ name: 'Still poisoned', state: undefined }), {
      'content-type': 'application/json',
    });
    expect(await product.sql('SELECT organization_id FROM events WHERE id = ?', made.id)).toEqual([
      { organization_id: product.organizationId },
    ]);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  it('do not make an invitation, a key or a delegation more than was meant', async () => {
    const send = (path: string, body: Json) => owner.send('POST', `/api/v1${path}`, poisoned(body), { 'content-type': 'application/json' });
    await send('/invitations', { email: 'modest@example.org', role: 'viewer' });
    expect(await product.sql('SELECT organizationId, role, status FROM invitation WHERE email = ?', 'modest@example.org')).toEqual([
      { organizationId: product.organizationId, role: 'viewer', status: 'pending' },
    ]);
    const key = (await (await send('/api-keys', { name: 'modest', role: 'viewer' })).json()) as { id: string };
    const [row] = await product.sql<{ referenceId: string; metadata: string }>(
      'SELECT referenceId, metadata FROM apikey WHERE id = ?',
      key.id,
    );
    expect([row?.referenceId, JSON.parse(row?.metadata ?? '{}')]).toEqual([
      product.organizationId,
      { role: 'viewer', createdBy: expect.not.stringMatching('somebody') },
    ]);
    await send('/suppressions', { address: 'stopped@example.org' });
    expect(await product.sql('SELECT organization_id FROM suppressions WHERE address = ?', 'stopped@example.org')).toEqual([
      { organization_id: product.organizationId },
    ]);
  });

  it('do not decide a proposal by themselves', async () => {
    const order = await product.order();
    await product.settings({ mode: 'assisted' });
    const attendee = await product.verified(order);
    await attendee.say('Please send me my ticket again');
    const approval = await vi.waitFor(async () => {
      const found = (await product.approvals('pending')).find((one) => one.conversationId === attendee.conversationId);
      if (!found) throw new Error('no proposal yet');
      return found;
    });
    const url = `/api/v1/events/${product.eventId}/approvals/${approval.id}/decision`;
    const body = {
      decision: 'reject',
      state: 'executed',
      decidedBy: 'somebody',
      content: [],
      required: { quorum: 0 },
      expiresAt: 1e15,
      hash: approval.hash,
    };
    const answer = await owner.send('POST', url, { ...body, version: approval.version });
    expect([answer.status, ((await answer.json()) as Approval).state]).toEqual([200, 'rejected']);
    await product.settings({ mode: 'full_auto' });
  });
});

describe('identifiers of another organization', () => {
  const marker = 'belongs-to-another';
  const foreign: Record<string, string> = {
    approvalId: 'apr_another0001',
    activityId: 'act_another0001',
    commandId: 'cmd_another0001',
    conversationId: 'cnv_another00010000000000',
    documentId: 'doc_another0001',
    ticketId: 'tkt_another0001',
    importId: 'imp_another0001',
    mailId: 'mel_another0001',
    erasureId: 'era_another0001',
    address: 'secret@another.example',
  };
  /** Rows of the other organization, one of every kind that an address can name; `id` stands for what the resource is. */
  async function plant(): Promise<Record<string, string>> {
    const org = "'org_another'";
    const event = `'${foreignEventId}'`;
    const statements = [
      `INSERT OR IGNORE INTO approvals (id, organization_id, event_id, agent, run_id, call_id, tool, input, preview, verdict, reasoning, evidence, risk, hash, bound_facts, policy_version, editable_fields, state, version, created_at, expires_at)
        VALUES ('apr_another0001', ${org}, ${event}, 'support', 'run_x', 'c', 'resend_ticket', '{}', '{"title":"${marker}","lines":[]}', '{"kind":"ask","rule":"r","reason":"${marker}","facts":{}}', '${marker}', '[]', '{"score":1,"parts":{}}', 'h', '{}', 1, '[]', 'pending', 1, 0, 9e15)`,
      `INSERT OR IGNORE INTO outbox (id, organization_id, event_id, agent, kind, target, idempotency_key, payload, state, attempts, next_attempt_at, created_at, updated_at)
        VALUES ('cmd_another0001', ${org}, ${event}, 'support', 'mail.send', '${marker}', '${marker}', '{}', 'parked', 1, 9e15, 0, 0)`,
      `INSERT OR IGNORE INTO suppressions (id, organization_id, channel, address, reason, source, created_at) VALUES ('sup_another0001', ${org}, 'mail', 'secret@another.example', 'manual', '${marker}', 0)`,
      `INSERT OR IGNORE INTO conversations (id, organization_id, event_id, state, subject, resolution, message_count, created_at, updated_at) VALUES ('cnv_another00010000000000', ${org}, ${event}, 'waiting', '${marker}', 'open', 0, 0, 0)`,
      `INSERT OR IGNORE INTO mailbox (id, organization_id, event_id, sender, recipients, subject, headers, text, html, attachments, at) VALUES ('mel_another0001', ${org}, ${event}, 'a', '["a"]', '${marker}', '{}', '${marker}', '', '[]', 0)`,
      `INSERT OR IGNORE INTO user (id, name, email, emailVerified, createdAt, updatedAt) VALUES ('usr_another', '${marker}', 'secret@another.example', 1, 0, 0)`,
      `INSERT OR IGNORE INTO member (id, organizationId, userId, role, createdAt) VALUES ('mem_another', 'org_another', 'usr_another', 'owner', 0)`,
      `INSERT OR IGNORE INTO invitation (id, organizationId, email, role, status, expiresAt, createdAt, inviterId) VALUES ('inv_another', 'org_another', '${marker}@another.example', 'viewer', 'pending', 9e15, 0, 'usr_another')`,
      `INSERT OR IGNORE INTO apikey (id, referenceId, name, key, enabled, metadata, createdAt, updatedAt) VALUES ('key_another', 'org_another', '${marker}', 'hash', 1, '{"role":"owner"}', 0, 0)`,
      `INSERT OR IGNORE INTO delegations (id, organization_id, from_user, to_user, starts_at, ends_at, created_by, created_at) VALUES ('dlg_another', ${org}, 'usr_another', 'usr_another', 0, 9e15, '${marker}', 0)`,
      `INSERT OR IGNORE INTO autonomy_proposals (id, organization_id, event_id, agent, tool, direction, state, from_allowance, to_allowance, evidence, created_at) VALUES ('aut_another', ${org}, ${event}, 'support', 'resend_ticket', 'promotion', 'pending', 0, 10, '{}', 0)`,
    ];
    for (const statement of statements) await env.DB.prepare(statement).run();
    return {
      members: 'mem_another',
      invitations: 'inv_another',
      'api-keys': 'key_another',
      suppressions: 'sup_another0001',
      delegations: 'dlg_another',
      autonomy: 'aut_another',
    };
  }
  const tables = [
    'approvals',
    'outbox',
    'suppressions',
    'conversations',
    'mailbox',
    'member',
    'invitation',
    'apikey',
    'delegations',
    'autonomy_proposals',
  ];
  const dump = async () =>
    JSON.stringify(
      await Promise.all(
        tables.map(async (table) => {
          const column = ['member', 'invitation'].includes(table)
            ? 'organizationId'
            : table === 'apikey'
              ? 'referenceId'
              : 'organization_id';
          return (await env.DB.prepare(`SELECT * FROM ${table} WHERE ${column} = 'org_another' ORDER BY 1`).all()).results;
        }),
      ),
    );
  const bodies: Record<string, Json> = {
    decision: { decision: 'approve', version: 1 },
    settle: { as: 'happened', reason: 'x' },
    messages: { text: 'x' },
    reply: { text: 'x' },
    members: { role: 'owner' },
    autonomy: { decision: 'accept' },
  };

  const named = guarded.filter(({ path }) => /\{(?!eventId\}|agent\}|scope\})\w+\}/.test(path));

  it('are not found at any endpoint of an own event, and nothing of theirs is shown or changed', async () => {
    const byResource = await plant();
    const before = await dump();
    expect(named.length).toBeGreaterThan(20);
    for (const { key, method, path } of named) {
      const resource = path.split('/').find((part) => part in byResource) ?? '';
      const url = `/api/v1${path
        .replace('{eventId}', product.eventId)
        .replace('{id}', byResource[resource] ?? 'none')
        .replace(/\{(\w+)\}/g, (_all, name: string) => foreign[name] ?? 'none')}`;
      const last = path.split('/').at(-1) ?? '';
      const answer = await ask(
        owner,
        method,
        url,
        method === 'GET' || method === 'DELETE' ? undefined : (bodies[last] ?? bodies[resource] ?? {}),
      );
      const text = await answer.text();
      expect(text, key).not.toContain(marker);
      expect([key, answer.status >= 400 || key === 'GET /contacts/{address}']).toEqual([key, true]);
      expect(answer.status, key).toBeLessThan(500);
    }
    expect(await dump()).toBe(before);
  });

  it('are shown in no list', async () => {
    await plant();
    for (const { key, path } of guarded.filter(({ method, path }) => method === 'GET' && !/\{(?!eventId\})/.test(path))) {
      const text = await (await owner.get(`/api/v1${path.replace('{eventId}', product.eventId)}`)).text();
      expect(text, key).not.toContain(marker);
    }
  });
});

describe('a session', () => {
  it('that an attacker planted before the sign-in is not the one after it', async () => {
    const planted = 'attacker-chosen-token.attacker-chosen-signature';
    const victim = aBrowser({});
    const attackerView = aBrowser({ cookie: `__Secure-eventos.session_token=${planted}` });
    expect((await attackerView.get('/api/v1/me')).status).toBe(401);
    await joinAs(owner, 'victim@example.org', 'viewer');
    await env.DB.prepare('DELETE FROM mailbox WHERE recipients LIKE ?').bind('%victim@example.org%').run();
    await victim.send('POST', '/api/auth/email-otp/send-verification-otp', { email: 'victim@example.org', type: 'sign-in' });
    const otp = /\d{6}/.exec((await latestMailTo('victim@example.org')).subject)?.[0] ?? '';
    const answer = await exports.default.fetch(
      new Request(`${home}/api/auth/sign-in/email-otp`, {
        method: 'POST',
        headers: {
          origin: home,
          'content-type': 'application/json',
          'cf-connecting-ip': victim.address,
          cookie: `__Secure-eventos.session_token=${planted}`,
        },
        body: JSON.stringify({ email: 'victim@example.org', otp }),
      }),
    );
    expect(answer.status).toBe(200);
    const given = answer.headers.getSetCookie().join('\n');
    expect(given).toContain('__Secure-eventos.session_token=');
    expect(given).not.toContain('attacker-chosen');
    expect((await attackerView.get('/api/v1/me')).status).toBe(401);
    expect(await product.sql('SELECT token FROM session WHERE token LIKE ?', '%attacker-chosen%')).toEqual([]);
  });

  it.each(['?session=', '?token=', '?eventos.session_token=', '?authorization=Bearer%20'])(
    'is not taken from an address (%s)',
    async (query) => {
      const token = owner.cookie.match(/session_token=([^;]+)/)?.[1] ?? '';
      expect((await aBrowser().get(`/api/v1/me${query}${token}`)).status).toBe(401);
    },
  );

  it('is of nobody when its signature is cut, changed or missing', async () => {
    const token = decodeURIComponent(owner.cookie.match(/session_token=([^;]+)/)?.[1] ?? '');
    for (const forged of [
      token.split('.')[0],
      `${token}x`,
      token.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
      `${token.split('.')[0]}.`,
    ])
      expect(
        (await aBrowser({ cookie: `__Secure-eventos.session_token=${encodeURIComponent(forged ?? '')}` }).get('/api/v1/me')).status,
      ).toBe(401);
  });
});

describe('a line break', () => {
  it('in a name makes no header of a mail', async () => {
    const hostile = await aProduct({ name: 'Days' });
    const order = await hostile.order({ buyerName: 'Ada\r\nBcc: eve@evil.example\r\n\r\n<b>hi' });
    const attendee = await hostile.verified(order);
    await attendee.say('Please send me my ticket again');
    await vi.waitFor(async () => {
      if ((await hostile.mailsTo(order.buyerEmail)).length < 2) throw new Error('no mail yet');
    });
    const { results } = await env.DB.prepare('SELECT sender, recipients, subject, headers FROM mailbox WHERE event_id = ?')
      .bind(hostile.eventId)
      .all<Record<string, string>>();
    for (const row of results) {
      for (const value of Object.values(row)) expect(value).not.toMatch(/[\r\n]/);
      expect(JSON.parse(row.recipients ?? '[]')).not.toContain('eve@evil.example');
      expect(Object.keys(JSON.parse(row.headers ?? '{}') as Json).map((name) => name.toLowerCase())).not.toContain('bcc');
    }
  });

  it.each(['Days\r\nBcc: eve@evil.example', 'Days\nX: y'])('in the name of an event (%j) is refused or made a space', async (name) => {
    const answer = await owner.send('POST', '/api/v1/events', anEvent({ name }));
    const event = (await answer.json()) as { name?: string };
    if (answer.status === 200) expect(event.name).not.toMatch(/[\r\n]/);
    else expect(answer.status).toBe(400);
  });

  it('in a file name makes no header of an answer', async () => {
    const answer = await owner.send('POST', `/api/v1/events/${product.eventId}/documents/upload`, 'Doors open at nine.', {
      'content-type': 'text/plain',
      'x-file-name': 'a%0d%0aSet-Cookie:%20x=y.txt',
    });
    expect(answer.headers.getSetCookie().join()).not.toContain('x=y');
    expect(JSON.stringify([...answer.headers])).not.toContain('Set-Cookie');
  });

  it('in an idempotency key or a header that is echoed is refused', async () => {
    const answer = await owner.send('POST', '/api/v1/events', anEvent(), { 'idempotency-key': 'a b' });
    expect(answer.status).toBe(400);
  });
});

describe('an address', () => {
  it.each([
    '//evil.example',
    '/\\evil.example',
    '/%2f%2fevil.example',
    '/api/v1//evil.example/%2e%2e/',
    '/t/undo/..%2f..%2fapi',
    '/sign-in?next=https://evil.example',
    '/sign-in/link?token=x&callbackURL=https://evil.example',
  ])('%s leads to no other site', async (path) => {
    for (const browser of [aBrowser(), owner]) {
      const answer = await browser.get(path);
      const location = answer.headers.get('location');
      if (location !== null) expect(new URL(location, home).origin).toBe(home);
      expect([301, 302, 303, 307, 308].includes(answer.status) && location === null).toBe(false);
    }
  });

  it('for signing in takes no page to go on to', async () => {
    for (const field of ['callbackURL', 'newUserCallbackURL', 'errorCallbackURL', 'redirectTo']) {
      await env.DB.prepare('DELETE FROM attempt_counters').run();
      const answer = await aBrowser().send('POST', '/api/auth/sign-in/magic-link', { email: ownerEmail, [field]: 'https://evil.example/' });
      expect(await answer.text()).toBe('{"ok":true}');
    }
    const mail = await latestMailTo(ownerEmail);
    expect(mail.text).not.toContain('evil.example');
  });

  it.each([
    '../../me',
    '..%2f..%2fme',
    '%2e%2e%2f%2e%2e%2fme',
    'evt_x/../../me',
    '%00',
    'evt_x%00',
    `${'a'.repeat(5000)}`,
    "' OR 1=1 --",
    '%27%20OR%201=1',
    '{}',
    '[object Object]',
    '%F0%9F%98%80',
    '%ff',
  ])('with the id %j is nothing that is there', async (id) => {
    const answer = await owner.get(`/api/v1/events/${id}/approvals`);
    expect([400, 404]).toContain(answer.status);
    expect(await answer.text()).not.toMatch(/SQLITE|stack|at \w+ \(/);
  });

  it.each(endpoints.filter(({ path }) => !path.includes('{') || path.includes('{eventId}')))(
    '$key answers another method with 405 and Allow',
    async ({ method, path }) => {
      const url = `/api/v1${path.replace('{eventId}', product.eventId).replace(/\{\w+\}/g, 'none')}`;
      const known = endpoints
        .filter((other) => new RegExp(`^${other.path.replace(/\{\w+\}/g, '[^/]+')}$`).test(path.replace(/\{\w+\}/g, 'none')))
        .map((other) => other.method);
      const other = ['DELETE', 'PUT', 'PATCH', 'POST', 'TRACE2'].find((candidate) => !known.includes(candidate)) ?? 'PROPFIND';
      const answer = await owner.send(other, url, {});
      expect([answer.status, ((await answer.json()) as Json).code]).toEqual([405, 'method_not_allowed']);
      expect(answer.headers.get('allow')?.split(', ')).toContain(method);
    },
  );
});

describe('a body', () => {
  it('without a length is cut off at the limit, however it comes', async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 100_000;
        controller.enqueue(new Uint8Array(100_000).fill(120));
      },
    });
    const request = new Request(`${home}/x`, { method: 'POST', body: endless });
    await expect(readBytes(request, 1_000_000)).rejects.toMatchObject({ code: 'too_large' });
    expect(sent).toBeLessThan(2_000_000);
  });

  it('that never ends is given up', async () => {
    const stuck = new ReadableStream<Uint8Array>({ start: (controller) => controller.enqueue(new Uint8Array(10)) });
    const failure = readBytes(new Request(`${home}/x`, { method: 'POST', body: stuck }), 1_000_000, 20).catch((error: unknown) => error);
    expect(await failure).toBeInstanceOf(AppError);
    expect(await failure).toMatchObject({ code: 'too_slow' });
  });

  it('of deep or wide JSON is answered, not crashed on', async () => {
    const deep = `{"name":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    const wide = `{${Array.from({ length: 50_000 }, (_, i) => `"k${i}":1`).join(',')}}`;
    for (const body of [deep, wide, '"text"', 'null', '[]', '7', '{"name":"\\u0000"}', `{"name":"${'\\ud800'}"}`]) {
      const answer = await owner.send('POST', '/api/v1/events', body, { 'content-type': 'application/json' });
      expect(answer.status).toBe(400);
    }
  });

  it('of a workbook that would unpack to gigabytes is refused', async () => {
    const answer = await owner.send('POST', `/api/v1/events/${product.eventId}/imports`, undefined, {});
    expect(answer.status).toBe(415);
    const bomb = await zipBomb();
    const upload = await exports.default.fetch(
      new Request(`${home}/api/v1/events/${product.eventId}/imports`, {
        method: 'POST',
        headers: {
          origin: home,
          cookie: owner.cookie,
          'cf-connecting-ip': owner.address,
          'content-type': 'application/octet-stream',
          'x-file-name': 'guests.xlsx',
        },
        body: bomb,
      }),
    );
    expect(bomb.byteLength).toBeLessThan(1_000_000);
    expect([400, 413, 415]).toContain(upload.status);
    expect(((await upload.json()) as Json).detail).toMatch(/large|unpack|MB/i);
  });
});

/** A workbook whose one sheet is 400 MB of spaces in well under a megabyte. */
async function zipBomb(): Promise<Uint8Array> {
  const name = new TextEncoder().encode('xl/worksheets/sheet1.xml');
  const packer = new CompressionStream('deflate-raw');
  const packed = new Response(packer.readable).arrayBuffer();
  const writer = packer.writable.getWriter();
  const block = new Uint8Array(4_000_000).fill(32);
  const blocks = 100;
  for (let i = 0; i < blocks; i++) await writer.write(block);
  await writer.close();
  const data = new Uint8Array(await packed);
  const size = block.byteLength * blocks;
  const local = header(0x04034b50, 30, [
    [8, 8, 2],
    [18, data.byteLength, 4],
    [22, size, 4],
    [26, name.byteLength, 2],
    [4, 20, 2],
  ]);
  const central = header(0x02014b50, 46, [
    [10, 8, 2],
    [20, data.byteLength, 4],
    [24, size, 4],
    [28, name.byteLength, 2],
    [4, 20, 2],
    [6, 20, 2],
  ]);
  const start = local.byteLength + name.byteLength + data.byteLength;
  const end = header(0x06054b50, 22, [
    [8, 1, 2],
    [10, 1, 2],
    [12, central.byteLength + name.byteLength, 4],
    [16, start, 4],
  ]);
  return new Uint8Array(await new Blob([local, name, data, central, name, end]).arrayBuffer());
}

function header(signature: number, length: number, fields: [offset: number, value: number, bytes: 2 | 4][]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, signature, true);
  for (const [offset, value, width] of fields) width === 2 ? view.setUint16(offset, value, true) : view.setUint32(offset, value, true);
  return bytes;
}

describe('what is secret', () => {
  it('stands in no log line and no error: addresses, names, codes, tokens, keys, texts', async () => {
    Object.assign(configOf(env), { LOG_LEVEL: 'debug' });
    const lines: string[] = [];
    for (const method of ['log', 'info', 'warn', 'debug'] as const)
      vi.spyOn(console, method).mockImplementation((...args: unknown[]) => void lines.push(args.map(String).join(' ')));
    const quiet = await aProduct();
    const order = await quiet.order({ buyerName: 'Zebulon Quackenbush' });
    const attendee = await quiet.attendee();
    await attendee.told({ type: 'identify', orderCode: order.code, email: order.buyerEmail });
    const code = await quiet.codeTo(order.buyerEmail);
    await attendee.told({ type: 'code', code });
    await attendee.say('My unusual question is about zwiebelkuchen');
    await attendee.say('Please send me my ticket again');
    const made = (await (await owner.send('POST', '/api/v1/api-keys', { name: 'quiet', role: 'viewer' })).json()) as { key: string };
    await aBrowser({ authorization: `Bearer ${made.key}` }).get('/api/v1/me');
    await aBrowser({ authorization: `Bearer ${made.key}x` }).get('/api/v1/me');
    await owner.send('POST', '/api/v1/events', { name: 'Zebulon Quackenbush', startsAt: order.buyerEmail });
    await owner.get(`/api/v1/events/${quiet.eventId}/attendees?q=${encodeURIComponent(order.buyerEmail)}`);
    await owner.get(`/t/undo/${'s'.repeat(40)}`);
    const secrets = [
      order.buyerEmail,
      'Quackenbush',
      `"${code}"`,
      attendee.token,
      made.key,
      made.key.slice(4),
      'zwiebelkuchen',
      owner.cookie.split('=')[1] ?? '',
      's'.repeat(40),
      configOf(env).AUTH_SECRET,
      ...order.tickets.map((ticket) => ticket.secret),
    ];
    expect(lines.length).toBeGreaterThan(10);
    for (const secret of secrets.filter((text) => text !== '')) for (const line of lines) expect(line).not.toContain(secret);
  });
});
