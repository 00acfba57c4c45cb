import { env, exports } from 'cloudflare:workers';
import { vi } from 'vitest';

export const home = 'https://events.example.org';
export const ownerEmail = 'owner@example.org';

export interface Browser {
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
  cookie: string;
  /** The address of its connection. */
  address: string;
}

/** Uses up what a limiter allows a key in the running window. */
export async function useUp(limiter: RateLimit, key: string): Promise<void> {
  while ((await limiter.limit({ key })).success);
}

let connections = 0;

/** A caller with its own connection address, so that the limits of one test do not reach another. */
export function aBrowser(fixed: Record<string, string> = {}): Browser {
  const address = `203.0.${Math.floor(++connections / 250)}.${connections % 250}`;
  const jar = new Map<string, string>();
  async function request(method: string, path: string, body: BodyInit | null, headers: Record<string, string>): Promise<Response> {
    const all = new Headers({ 'cf-connecting-ip': address, ...fixed, ...headers });
    if (jar.size > 0) all.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
    const answer = await exports.default.fetch(new Request(`${home}${path}`, { method, headers: all, body }));
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    return answer;
  }
  return {
    address,
    get: (path, headers = {}) => request('GET', path, null, headers),
    send: (method, path, body, headers = {}) =>
      request(method, path, body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body), {
        origin: home,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      }),
    get cookie() {
      return [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    },
  };
}

/** The latest mail to an address, as the embedded mailbox has kept it. Account mail is sent after the answer. */
export async function latestMailTo(address: string): Promise<{ subject: string; text: string }> {
  return vi.waitFor(async () => {
    const mail = await env.DB.prepare('SELECT subject, text FROM mailbox WHERE recipients LIKE ? ORDER BY at DESC, id DESC LIMIT 1')
      .bind(`%"${address}"%`)
      .first<{ subject: string; text: string }>();
    if (!mail) throw new Error(`no mail to ${address}`);
    return mail;
  });
}

/** Signs in by a one-time code. */
export async function signIn(browser: Browser, email = ownerEmail): Promise<Response> {
  await env.DB.prepare('DELETE FROM mailbox WHERE recipients LIKE ?').bind(`%"${email}"%`).run();
  await browser.send('POST', '/api/auth/email-otp/send-verification-otp', { email, type: 'sign-in' });
  const otp = /\d{6}/.exec((await latestMailTo(email)).subject)?.[0] ?? '';
  return browser.send('POST', '/api/auth/sign-in/email-otp', { email, otp });
}

/** Invites an address and lets it join. */
export async function joinAs(owner: Browser, email: string, role: 'owner' | 'organizer' | 'viewer'): Promise<Browser> {
  const invitation = (await (await owner.send('POST', '/api/v1/invitations', { email, role })).json()) as { id: string };
  const browser = aBrowser();
  await signIn(browser, email);
  await browser.send('POST', '/api/auth/accept-invitation', { id: invitation.id });
  return browser;
}

export const anEvent = (over: Record<string, unknown> = {}) => ({
  name: 'Example Days',
  startsAt: '2027-05-20T09:00',
  endsAt: '2027-05-21T17:00',
  timeZone: 'Europe/Berlin',
  currency: 'EUR',
  contactEmail: 'help@example.org',
  ...over,
});

/** A second organization with a key and an event, made beside the API, which has no way to found one. */
export async function anotherOrganization(): Promise<{ eventId: string }> {
  const eventId = 'evt_another0001';
  await env.DB.batch([
    env.DB.prepare("INSERT OR IGNORE INTO organization (id, name, slug, createdAt) VALUES ('org_another', 'Another', 'another', 0)"),
    env.DB.prepare(
      `INSERT OR IGNORE INTO events (id, organization_id, name, starts_at, ends_at, time_zone, currency, refund_policy, brand_color, contact_email, allowed_origins, clock, state, created_at, updated_at)
       VALUES (?, 'org_another', 'Secret', '2027-01-01T09:00', '2027-01-01T17:00', 'UTC', 'EUR', '[]', '#000000', 'x@example.net', '["https://shop.example.net"]', 'real', 'active', 0, 0)`,
    ).bind(eventId),
  ]);
  return { eventId };
}
