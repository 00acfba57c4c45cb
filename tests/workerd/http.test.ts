import { env, exports } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';

const home = 'https://events.example.org';
const call = (path: string, init: RequestInit = {}) => exports.default.fetch(new Request(`${home}${path}`, init));

describe('signing in', () => {
  it('the owner signs in with a mailed code, once, and founds the organization', async () => {
    const post = (path: string, body: unknown) =>
      call(path, { method: 'POST', headers: { origin: home, 'content-type': 'application/json' }, body: JSON.stringify(body) });
    const sent = await post('/api/auth/email-otp/send-verification-otp', { email: 'owner@example.org', type: 'sign-in' });
    expect(await sent.text()).toBe('{"ok":true}');
    await new Promise((r) => setTimeout(r, 500));
    const mail = await env.DB.prepare('SELECT * FROM mailbox').first<{ text: string; subject: string }>();
    console.log(mail?.subject);
    const otp = /\d{6}/.exec(mail?.subject ?? '')?.[0];
    const answer = await post('/api/auth/sign-in/email-otp', { email: 'owner@example.org', otp });
    console.log(answer.status, await answer.text(), answer.headers.getSetCookie());
    const cookie = answer.headers.getSetCookie().map((c) => c.split(';')[0]).join('; ');
    const me = await call('/api/v1/me', { headers: { cookie } });
    console.log(me.status, await me.text());
  });
});
