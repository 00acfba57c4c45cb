import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../worker/http/app';
import { handlers } from '../../worker/http/routes';
import {
  aBrowser,
  anEvent,
  anotherOrganization,
  type Browser,
  home,
  joinAs,
  latestMailTo,
  ownerEmail,
  signIn,
  useUp,
} from '../support/http-client';

type Json = Record<string, unknown>;
const json = async (answer: Response) => (await answer.json()) as Json;
const codeOf = async (answer: Response) => (await json(answer)).code;
const mailsTo = async (address: string) =>
  (await env.DB.prepare('SELECT count(*) AS n FROM mailbox WHERE recipients LIKE ?').bind(`%"${address}"%`).first<{ n: number }>())?.n;

let owner: Browser;

beforeAll(async () => {
  owner = aBrowser();
  await signIn(owner);
});

describe('signing in', () => {
  it('the first owner founds the organization, and only once however often they sign in', async () => {
    await signIn(aBrowser());
    const me = await json(await owner.get('/api/v1/me'));
    expect(me).toMatchObject({ user: { email: ownerEmail }, organization: { name: 'Example Events' }, role: 'owner', via: 'session' });
    expect(me.organizations).toHaveLength(1);
  });

  it('a stranger gets the same answer as a member, and no mail', async () => {
    const ask = (email: string) => aBrowser().send('POST', '/api/auth/email-otp/send-verification-otp', { email, type: 'sign-in' });
    const [stranger, member] = [await ask('stranger@example.org'), await ask(ownerEmail)];
    expect([stranger.status, await stranger.text()]).toEqual([member.status, await member.text()]);
    const link = await aBrowser().send('POST', '/api/auth/sign-in/magic-link', { email: 'stranger@example.org' });
    expect(await link.text()).toBe('{"ok":true}');
    await latestMailTo(ownerEmail);
    expect(await mailsTo('stranger@example.org')).toBe(0);
  });

  it('a stranger who knows a valid code still gets no account', async () => {
    const email = 'stranger2@example.org';
    const hash = btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode('123456')))))
      .replace(/\+/g, '-')
      .replace(/\//g, '_')
      .replace(/=+$/, '');
    await env.DB.prepare('INSERT INTO verification (id, identifier, value, expiresAt, createdAt, updatedAt) VALUES (?, ?, ?, ?, ?, ?)')
      .bind('planted', `sign-in-otp-${email}`, `${hash}:0`, Date.now() + 60_000, Date.now(), Date.now())
      .run();
    const answer = await aBrowser().send('POST', '/api/auth/sign-in/email-otp', { email, otp: '123456' });
    expect(answer.status).toBe(401);
    expect(await env.DB.prepare('SELECT count(*) AS n FROM user WHERE email = ?').bind(email).first()).toEqual({ n: 0 });
  });

  it('a code works once, and no more after three wrong ones', async () => {
    const browser = aBrowser();
    await signIn(browser);
    const otp = /\d{6}/.exec((await latestMailTo(ownerEmail)).subject)?.[0] ?? '';
    expect((await aBrowser().send('POST', '/api/auth/sign-in/email-otp', { email: ownerEmail, otp })).status).toBe(401);

    const guest = await joinAs(owner, 'guesser@example.org', 'viewer');
    expect((await guest.get('/api/v1/me')).status).toBe(200);
    await env.DB.prepare('DELETE FROM mailbox').run();
    await aBrowser().send('POST', '/api/auth/email-otp/send-verification-otp', { email: 'guesser@example.org', type: 'sign-in' });
    const right = /\d{6}/.exec((await latestMailTo('guesser@example.org')).subject)?.[0] ?? '';
    const wrong = right === '000000' ? '000001' : '000000';
    const attacker = aBrowser();
    for (let i = 0; i < 3; i++) {
      expect((await attacker.send('POST', '/api/auth/sign-in/email-otp', { email: 'guesser@example.org', otp: wrong })).status).toBe(401);
    }
    expect((await attacker.send('POST', '/api/auth/sign-in/email-otp', { email: 'guesser@example.org', otp: right })).status).toBe(401);
  });

  it('a mailed link leads to a page; only the POST behind it signs in, once', async () => {
    await env.DB.prepare('DELETE FROM mailbox').run();
    await env.DB.prepare('DELETE FROM attempt_counters').run();
    await aBrowser().send('POST', '/api/auth/sign-in/magic-link', { email: ownerEmail });
    const link = /https:\/\/\S+\/sign-in\/link\?token=([\w-]+)/.exec((await latestMailTo(ownerEmail)).text);
    const token = link?.[1] ?? '';
    const scanner = aBrowser();
    expect((await scanner.get(`/api/auth/magic-link/verify?token=${token}`)).status).toBe(404);
    expect((await scanner.get(`/api/auth/sign-in/link?token=${token}`)).status).toBe(404);
    const person = aBrowser();
    expect((await person.send('POST', '/api/auth/sign-in/link', { token })).status).toBe(200);
    expect((await person.get('/api/v1/me')).status).toBe(200);
    const again = await aBrowser().send('POST', '/api/auth/sign-in/link', { token });
    expect([again.status, await codeOf(again)]).toEqual([410, 'gone']);
  });

  it('cookies are Secure, HttpOnly and Lax, the session changes with every sign-in, and the old one ends', async () => {
    const browser = aBrowser();
    const first = await signIn(browser);
    for (const line of first.headers.getSetCookie()) expect(line).toMatch(/HttpOnly; Secure; SameSite=Lax/);
    const before = browser.cookie;
    await env.DB.prepare('DELETE FROM attempt_counters').run();
    await signIn(browser);
    expect(browser.cookie).not.toBe(before);
    expect((await aBrowser({ cookie: before }).get('/api/v1/me')).status).not.toBe(200);
  });

  it('signing out ends the session at once, also for somebody who has copied the cookie', async () => {
    await env.DB.prepare('DELETE FROM attempt_counters').run();
    const browser = aBrowser();
    await signIn(browser);
    const copied = browser.cookie;
    expect((await browser.send('POST', '/api/auth/sign-out')).status).toBe(200);
    expect((await aBrowser({ cookie: copied }).get('/api/v1/me')).status).not.toBe(200);
  });

  it('an address gets at most five messages in a quarter of an hour, whoever asks for them', async () => {
    const answers = [];
    for (let i = 0; i < 6; i++) {
      answers.push(
        await aBrowser().send('POST', '/api/auth/email-otp/send-verification-otp', { email: 'flooded@example.org', type: 'sign-in' }),
      );
    }
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200, 200, 429]);
    expect(Number(answers.at(-1)?.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('a connection that tries often is slowed down', async () => {
    const browser = aBrowser();
    const guess = { email: 'a@example.org', otp: '111111' };
    expect((await browser.send('POST', '/api/auth/sign-in/email-otp', guess)).status).toBe(401);
    await useUp(env.LIMIT_AUTH, browser.address);
    expect((await browser.send('POST', '/api/auth/sign-in/email-otp', guess)).status).toBe(429);
  });

  it('nothing else of the library is reachable', async () => {
    for (const path of [
      '/sign-up/email',
      '/sign-in/email',
      '/update-user',
      '/delete-user',
      '/list-sessions',
      '/email-otp/check-verification-otp',
      '/change-email',
    ]) {
      expect((await owner.send('POST', `/api/auth${path}`, {})).status).toBe(404);
    }
  });

  it('starts a passkey for the signed-in person only', async () => {
    expect((await aBrowser().get('/api/auth/passkey/generate-register-options')).status).toBe(401);
    const options = await json(await owner.get('/api/auth/passkey/generate-register-options'));
    expect(options).toMatchObject({ rp: { id: 'events.example.org' } });
    expect(await json(await aBrowser().get('/api/auth/passkey/generate-authenticate-options'))).toHaveProperty('challenge');
  });
});

describe('members', () => {
  it('an invitation is for one address, joins once, and gives the role that was meant', async () => {
    const invitation = await json(await owner.send('POST', '/api/v1/invitations', { email: 'Nora@Example.org', role: 'organizer' }));
    expect(invitation).toMatchObject({ email: 'nora@example.org', role: 'organizer' });
    expect((await latestMailTo('nora@example.org')).text).toContain(`/sign-in?invitation=${invitation.id}`);
    const other = await joinAs(owner, 'other@example.org', 'viewer');
    expect((await other.send('POST', '/api/auth/accept-invitation', { id: invitation.id })).status).toBe(410);
    const nora = aBrowser();
    await signIn(nora, 'nora@example.org');
    expect((await nora.get('/api/v1/events')).status).toBe(403);
    expect(await json(await nora.get('/api/auth/invitations'))).toMatchObject({ items: [{ id: invitation.id, role: 'organizer' }] });
    expect((await nora.send('POST', '/api/auth/accept-invitation', { id: invitation.id })).status).toBe(200);
    expect((await nora.send('POST', '/api/auth/accept-invitation', { id: invitation.id })).status).toBe(410);
    expect(await json(await nora.get('/api/v1/me'))).toMatchObject({ role: 'organizer' });
    expect((await nora.send('POST', '/api/v1/invitations', { email: 'more@example.org', role: 'owner' })).status).toBe(403);
  });

  it('a withdrawn invitation admits nobody', async () => {
    const invitation = await json(await owner.send('POST', '/api/v1/invitations', { email: 'late@example.org', role: 'viewer' }));
    await owner.send('DELETE', `/api/v1/invitations/${invitation.id}`);
    const late = aBrowser();
    await late.send('POST', '/api/auth/email-otp/send-verification-otp', { email: 'late@example.org', type: 'sign-in' });
    expect((await late.send('POST', '/api/auth/accept-invitation', { id: invitation.id })).status).toBe(401);
  });

  it('a removed member is out at once and gets no more codes', async () => {
    const gone = await joinAs(owner, 'gone@example.org', 'organizer');
    const { items } = (await json(await owner.get('/api/v1/members'))) as { items: { id: string; email: string }[] };
    const id = items.find((member) => member.email === 'gone@example.org')?.id;
    expect((await owner.send('DELETE', `/api/v1/members/${id}`)).status).toBe(200);
    expect((await gone.get('/api/v1/events')).status).toBe(403);
    await env.DB.prepare('DELETE FROM mailbox').run();
    await aBrowser().send('POST', '/api/auth/email-otp/send-verification-otp', { email: 'gone@example.org', type: 'sign-in' });
    await aBrowser().send('POST', '/api/auth/sign-in/magic-link', { email: ownerEmail });
    expect(await mailsTo('gone@example.org')).toBe(0);
  });

  it('the last owner can neither leave nor step down', async () => {
    const { items } = (await json(await owner.get('/api/v1/members'))) as { items: { id: string; role: string }[] };
    const id = items.find((member) => member.role === 'owner')?.id;
    expect((await owner.send('PATCH', `/api/v1/members/${id}`, { role: 'viewer' })).status).toBe(422);
    expect((await owner.send('DELETE', `/api/v1/members/${id}`)).status).toBe(422);
  });
});

describe('API keys', () => {
  it('a key is shown once, kept as a hash, works with its own role, and ends when revoked', async () => {
    const made = await json(await owner.send('POST', '/api/v1/api-keys', { name: 'export', role: 'viewer' }));
    const key = String(made.key);
    expect(key).toMatch(/^evk_[\w-]{43}$/);
    expect(JSON.stringify(await json(await owner.get('/api/v1/api-keys')))).not.toContain(key);
    const row = await env.DB.prepare('SELECT * FROM apikey WHERE id = ?').bind(made.id).first();
    expect(JSON.stringify(row)).not.toContain(key);
    const program = aBrowser({ authorization: `Bearer ${key}` });
    expect(await json(await program.get('/api/v1/me'))).toMatchObject({ via: 'api_key', role: 'viewer', user: null });
    expect((await program.send('POST', '/api/v1/events', anEvent(), { origin: 'https://anywhere.example' })).status).toBe(403);
    expect((await owner.send('DELETE', `/api/v1/api-keys/${made.id}`)).status).toBe(200);
    expect((await program.get('/api/v1/me')).status).toBe(401);
  });

  it('a key is never kept with the answer to an Idempotency-Key', async () => {
    const headers = { 'idempotency-key': 'make-a-key' };
    const first = await owner.send('POST', '/api/v1/api-keys', { name: 'once' }, headers);
    const key = String((await json(first)).key);
    const { results } = await env.DB.prepare('SELECT body FROM idempotency_keys').all();
    expect(JSON.stringify(results)).not.toContain(key);
    expect((await owner.send('POST', '/api/v1/api-keys', { name: 'once' }, headers)).status).toBe(409);
  });
});

describe('an Idempotency-Key', () => {
  const headers = { 'idempotency-key': 'spring-event' };

  it('gives the first answer again and does the work once', async () => {
    const first = await owner.send('POST', '/api/v1/events', anEvent({ name: 'Spring' }), headers);
    const second = await owner.send('POST', '/api/v1/events', anEvent({ name: 'Spring' }), headers);
    expect(second.headers.get('idempotency-replayed')).toBe('true');
    expect(await second.text()).toBe(await first.text());
    expect(await env.DB.prepare("SELECT count(*) AS n FROM events WHERE name = 'Spring'").first()).toEqual({ n: 1 });
  });

  it('is refused for another body', async () => {
    const answer = await owner.send('POST', '/api/v1/events', anEvent({ name: 'Autumn' }), headers);
    expect([answer.status, await codeOf(answer)]).toEqual([422, 'refused']);
  });

  it('lets one of many concurrent requests through', async () => {
    const many = await Promise.all(
      Array.from({ length: 8 }, () => owner.send('POST', '/api/v1/events', anEvent({ name: 'Crowd' }), { 'idempotency-key': 'crowd' })),
    );
    const statuses = many.map((answer) => answer.status);
    expect(statuses.filter((status) => status !== 200 && status !== 409)).toEqual([]);
    for (const answer of many.filter(({ status }) => status === 409)) expect(answer.headers.get('retry-after')).toBe('1');
    expect(await env.DB.prepare("SELECT count(*) AS n FROM events WHERE name = 'Crowd'").first()).toEqual({ n: 1 });
  });

  it('of one caller does not reach the answer of another', async () => {
    const other = await joinAs(owner, 'second@example.org', 'organizer');
    const answer = await other.send('POST', '/api/v1/events', anEvent({ name: 'Spring' }), headers);
    expect(answer.headers.get('idempotency-replayed')).toBeNull();
    expect(answer.status).toBe(200);
  });

  it('repeats what was wrong with the request as well', async () => {
    const wrong = { 'idempotency-key': 'wrong' };
    const bad = anEvent({ endsAt: '2027-01-01T09:00' });
    const { id } = await json(await owner.send('POST', '/api/v1/events', anEvent()));
    const first = await owner.send('PATCH', `/api/v1/events/${id}`, { endsAt: bad.endsAt }, wrong);
    const again = await owner.send('PATCH', `/api/v1/events/${id}`, { endsAt: bad.endsAt }, wrong);
    expect([first.status, again.status, again.headers.get('idempotency-replayed')]).toEqual([400, 400, 'true']);
    expect(again.headers.get('content-type')).toContain('application/problem+json');
  });
});

describe('limits', () => {
  it('a caller who asks too often is told when to come back', async () => {
    const made = await json(await owner.send('POST', '/api/v1/api-keys', { name: 'busy' }));
    const program = aBrowser({ authorization: `Bearer ${made.key}` });
    await useUp(env.LIMIT_API, `key:${made.id}`);
    const answer = await program.get('/api/v1/me');
    expect([answer.status, answer.headers.get('retry-after'), await codeOf(answer)]).toEqual([429, '60', 'rate_limited']);
  });

  it('a connection that asks public routes too often is told so too', async () => {
    const passer = aBrowser();
    expect((await passer.get('/api/v1/health')).status).toBe(200);
    await useUp(env.LIMIT_PUBLIC, passer.address);
    expect((await passer.get('/api/v1/health')).status).toBe(429);
    expect((await aBrowser().get('/api/v1/health')).status).toBe(200);
  });
});

describe('events', () => {
  it('a new event has five agents with the modes and dials of the specification', async () => {
    const { id } = await json(await owner.send('POST', '/api/v1/events', anEvent()));
    const { items } = (await json(await owner.get(`/api/v1/events/${id}/agents`))) as { items: Json[] };
    expect(items.map(({ agent, mode, autonomy }) => [agent, mode, autonomy])).toEqual([
      ['analytics', 'full_auto', 60],
      ['marketing', 'assisted', 80],
      ['operations', 'full_auto', 90],
      ['sales', 'assisted', 70],
      ['support', 'full_auto', 85],
    ]);
  });

  it('a change of an agent keeps the limits that were not named and makes a new policy version', async () => {
    const { id } = await json(await owner.send('POST', '/api/v1/events', anEvent()));
    const changed = await json(
      await owner.send('PATCH', `/api/v1/events/${id}/agents/support`, { mode: 'review_only', limits: { mailsPerDay: 5 } }),
    );
    expect(changed).toMatchObject({
      mode: 'review_only',
      autonomy: 85,
      version: 2,
      limits: { refundPerOrderMinor: 50_000, refundsPerDay: 50, mailsPerDay: 5 },
    });
  });

  it('pages go through all events once, newest first', async () => {
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: Json = await json(await owner.get(`/api/v1/events?limit=2${cursor ? `&cursor=${cursor}` : ''}`));
      seen.push(...(page.items as { id: string }[]).map((event) => event.id));
      cursor = page.nextCursor as string | null;
    }
    expect(seen.length).toBeGreaterThan(3);
    expect(new Set(seen).size).toBe(seen.length);
    expect((await owner.get('/api/v1/events?cursor=nonsense')).status).toBe(400);
    expect((await owner.get('/api/v1/events?limit=0')).status).toBe(400);
  });

  it('an event says what is wrong with each field', async () => {
    const answer = await owner.send('POST', '/api/v1/events', anEvent({ timeZone: 'Mars/Base', currency: 'euro', brandColor: 'red' }));
    expect(await json(answer)).toMatchObject({
      status: 400,
      fields: {
        timeZone: expect.stringContaining('IANA'),
        currency: expect.stringContaining('ISO 4217'),
        brandColor: expect.stringContaining('colour'),
      },
    });
  });

  it('a virtual clock starts where it was told, a real one cannot be set', async () => {
    const clockNow = '2027-01-05T08:00:00Z';
    const virtual = await json(await owner.send('POST', '/api/v1/events', anEvent({ clock: 'virtual', clockNow })));
    expect(virtual.now).toBe(Date.parse(clockNow));
    expect((await owner.send('POST', '/api/v1/events', anEvent({ clockNow }))).status).toBe(400);
  });
});

describe('what every answer carries', () => {
  it('security headers, a request id, and no caching of records', async () => {
    const answer = await owner.get('/api/v1/me');
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('strict-transport-security')).toContain('max-age');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('x-request-id')).toMatch(/^req_/);
  });

  it('the demo page runs scripts and styles of its own origin only', async () => {
    const page = await aBrowser().get('/widget-demo?event=evt_x');
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(page.headers.get('content-security-policy')).not.toContain('unsafe');
  });

  it('only widget endpoints answer other origins, and only those that the event lists', async () => {
    const { eventId } = await anotherOrganization();
    const config = `/api/v1/widget/${eventId}/config`;
    const shop = { origin: 'https://shop.example.net' };
    expect((await aBrowser().get(config, shop)).headers.get('access-control-allow-origin')).toBe(shop.origin);
    const stranger = await aBrowser().get(config, { origin: 'https://evil.example' });
    expect([stranger.status, stranger.headers.get('access-control-allow-origin')]).toEqual([403, null]);
    expect((await aBrowser().get('/api/v1/health', shop)).headers.get('access-control-allow-origin')).toBeNull();
    expect((await owner.get('/api/v1/me', shop)).headers.get('access-control-allow-origin')).toBeNull();
  });

  it('an unknown error shows an id and not its text', async () => {
    const secret = 'SQLITE said something private';
    const app = createApp({
      handlers: {
        ...handlers,
        'GET /health': async () => {
          throw new Error(secret);
        },
      },
      mount: [],
      version: 'test',
    });
    const answer = await app.fetch(new Request(`${home}/api/v1/health`), env, {
      waitUntil() {},
      passThroughOnException() {},
      props: {},
    } as never);
    const { takeErrors } = await import('../support/console-errors');
    const logged = JSON.stringify(takeErrors());
    const problem = await json(answer);
    expect([answer.status, problem.code]).toEqual([500, 'internal']);
    expect(JSON.stringify(problem)).not.toContain('SQLITE');
    expect(logged).toContain(secret);
    expect(logged).toContain(String(problem.requestId));
  });
});
