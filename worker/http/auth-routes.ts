import type { Context } from 'hono';
import { z } from 'zod';
import { Email } from '../contract/common';
import { AppError, invalidInput } from '../core/errors';
import { sharedDatabase } from '../db/database';
import { countAttempt } from '../db/records/attempts';
import { acceptInvitation, chooseOrganization, endSession, invitationsFor } from '../db/records/people';
import { configOf } from '../env';
import { requireSameOrigin } from './access';
import type { App, AppEnv } from './app';
import { authOf } from './auth';
import { jsonOf, readBytes } from './body';
import { forgetIdentities } from './identity';
import { connectionOf, takeFrom } from './limits';
import { randomToken, sha256 } from './tokens';

/**
 * What of better-auth is reachable, and how. Everything else below `/api/auth` is not found.
 *
 * Sign-in as the console does it:
 * - `POST /api/auth/email-otp/send-verification-otp {"email","type":"sign-in"}`, then `POST /api/auth/sign-in/email-otp {"email","otp"}`
 * - `POST /api/auth/sign-in/magic-link {"email"}` mails a link to the page `/sign-in/link?token=…`, which on a press of its button
 *   sends `POST /api/auth/sign-in/link {"token"}`: opening the page uses nothing up, so that mail scanners cannot.
 * - passkeys: `GET /api/auth/passkey/generate-authenticate-options`, `POST /api/auth/passkey/verify-authentication`
 * - an invitation's mail leads to `/sign-in?invitation=ID`; once signed in, `GET /api/auth/invitations` lists what is open for this
 *   address and `POST /api/auth/accept-invitation {"id"}` joins.
 * All POSTs need a page of this site as origin; failures are problems (RFC 9457).
 */
const passedOn = new Set([
  'GET /get-session',
  'POST /sign-out',
  'GET /passkey/generate-register-options',
  'POST /passkey/verify-registration',
  'GET /passkey/generate-authenticate-options',
  'POST /passkey/verify-authentication',
  'GET /passkey/list-user-passkeys',
  'POST /passkey/delete-passkey',
  'POST /passkey/update-passkey',
]);

const addressWindowMs = 15 * 60_000;
const mailsPerAddress = 5;
const maxBodyBytes = 20_000;

export function mountAuth(app: App): void {
  app.use('/api/auth/*', async (c, next) => {
    c.set('route', `${c.req.method} ${c.req.path}`.slice(0, 100));
    if (c.req.path !== '/api/auth/get-session') await takeFrom(c.env.LIMIT_AUTH, connectionOf(c.req.raw));
    if (c.req.method !== 'GET') requireSameOrigin(c.req.raw, configOf(c.env).PUBLIC_URL);
    await next();
    c.header('cache-control', 'no-store');
  });

  app.post('/api/auth/email-otp/send-verification-otp', async (c) => {
    const { email } = await bodyOf(c, z.object({ email: Email, type: z.literal('sign-in') }));
    await takeAddressAttempt(c.env, email);
    await ask(c, 'POST', '/email-otp/send-verification-otp', { email, type: 'sign-in' });
    return c.json({ ok: true });
  });

  app.post('/api/auth/sign-in/magic-link', async (c) => {
    const { email } = await bodyOf(c, z.object({ email: Email }));
    await takeAddressAttempt(c.env, email);
    await ask(c, 'POST', '/sign-in/magic-link', { email });
    return c.json({ ok: true });
  });

  app.post('/api/auth/sign-in/email-otp', async (c) => {
    const { email, otp } = await bodyOf(c, z.object({ email: Email, otp: z.string().trim().min(4).max(12) }));
    const answer = await ask(c, 'POST', '/sign-in/email-otp', { email, otp });
    if (!answer.ok) throw new AppError('unauthenticated', 'This code is not right, or no longer valid. Ask for a new one.');
    return signedIn(c, answer);
  });

  app.post('/api/auth/sign-in/link', async (c) => {
    const { token } = await bodyOf(c, z.object({ token: z.string().min(16).max(100) }));
    const answer = await ask(c, 'GET', `/magic-link/verify?token=${encodeURIComponent(token)}`);
    if (!answer.ok) throw new AppError('gone', 'This link was used already, or is no longer valid. Ask for a new one.');
    return signedIn(c, answer);
  });

  app.get('/api/auth/invitations', async (c) => {
    const { user } = await sessionOf(c);
    return c.json({ items: await invitationsFor(sharedDatabase(c.env), user.email, Date.now()) });
  });

  app.post('/api/auth/accept-invitation', async (c) => {
    const { id } = await bodyOf(c, z.object({ id: z.string().min(1).max(80) }));
    const { user, session } = await sessionOf(c);
    const database = sharedDatabase(c.env);
    const organizationId = await acceptInvitation(database, {
      id,
      email: user.email,
      userId: user.id,
      memberId: randomToken(18),
      now: Date.now(),
    });
    if (!organizationId)
      throw new AppError('gone', 'This invitation is not for your address, was withdrawn, or has expired. Ask for a new one.');
    await chooseOrganization(database, session.token, user.id, organizationId);
    forgetIdentities();
    return c.json({ ok: true, organizationId });
  });

  app.all('/api/auth/*', async (c) => {
    const path = c.req.path.slice('/api/auth'.length);
    if (!passedOn.has(`${c.req.method} ${path}`)) throw new AppError('not_found', 'There is no such sign-in route.');
    const bytes = c.req.method === 'GET' ? undefined : await readBytes(c.req.raw, maxBodyBytes);
    const answer = await authOf(c.env).handler(
      new Request(c.req.raw.url, { method: c.req.method, headers: c.req.raw.headers, body: bytes?.byteLength ? bytes : null }),
    );
    if (path === '/sign-out') forgetIdentities();
    if (path === '/get-session') return withCookies(c, answer, await withoutToken(answer));
    if (answer.ok && path === '/passkey/verify-authentication') return signedIn(c, answer);
    if (answer.ok) return withCookies(c, answer, await answer.text());
    const message = z.object({ message: z.string() }).safeParse(await answer.json().catch(() => null)).data?.message;
    throw new AppError(answer.status === 401 ? 'unauthenticated' : 'refused', message ? `${message}.` : 'This did not work. Try again.');
  });
}

async function bodyOf<T extends z.ZodType>(c: Context<AppEnv>, schema: T): Promise<z.output<T>> {
  const parsed = schema.safeParse(jsonOf(await readBytes(c.req.raw, maxBodyBytes), c.req.header('content-type') ?? null));
  if (!parsed.success) throw invalidInput(parsed.error, 'The body');
  return parsed.data;
}

/** Counted for every address alike, known or not, and under a hash. */
async function takeAddressAttempt(env: Env, email: string): Promise<void> {
  const now = Date.now();
  const { count, windowEndsAt } = await countAttempt(sharedDatabase(env), `sign-in-mail:${await sha256(email)}`, addressWindowMs, now);
  if (count > mailsPerAddress) {
    throw new AppError('rate_limited', 'Several messages were sent to this address already. Use the latest one, or wait some minutes.', {
      retry: 'later',
      retryAfterSeconds: (windowEndsAt - now) / 1000,
    });
  }
}

/** Asks better-auth as the same browser would. */
async function ask(c: Context<AppEnv>, method: 'GET' | 'POST', path: string, body?: unknown): Promise<Response> {
  const base = configOf(c.env).PUBLIC_URL;
  const headers = new Headers({ origin: new URL(base).origin });
  const cookie = c.req.header('cookie');
  if (cookie !== undefined) headers.set('cookie', cookie);
  if (body !== undefined) headers.set('content-type', 'application/json');
  const answer = await authOf(c.env).handler(
    new Request(`${base}/api/auth${path}`, { method, headers, body: body === undefined ? null : JSON.stringify(body) }),
  );
  if (answer.status >= 500)
    throw new AppError('internal', 'Signing in does not work right now. Try again in a moment.', { retry: 'later' });
  return answer;
}

/** The new session replaces the one that the browser had; the session token stays in its cookie and out of the body. */
async function signedIn(c: Context<AppEnv>, answer: Response): Promise<Response> {
  const before = await authOf(c.env).api.getSession({ headers: c.req.raw.headers });
  if (before) await endSession(sharedDatabase(c.env), before.session.token);
  forgetIdentities();
  return withCookies(c, answer, JSON.stringify({ ok: true }));
}

async function withoutToken(answer: Response): Promise<string> {
  const value = z
    .object({ user: z.object({ id: z.string(), email: z.string(), name: z.string() }), session: z.object({ expiresAt: z.string() }) })
    .safeParse(await answer.json().catch(() => null));
  return JSON.stringify(value.success ? value.data : null);
}

function withCookies(c: Context<AppEnv>, answer: Response, body: string): Response {
  for (const cookie of answer.headers.getSetCookie()) c.header('set-cookie', cookie, { append: true });
  return c.newResponse(body, 200, { 'content-type': 'application/json; charset=utf-8' });
}

async function sessionOf(c: Context<AppEnv>) {
  const found = await authOf(c.env).api.getSession({ headers: c.req.raw.headers });
  if (!found) throw new AppError('unauthenticated', 'Sign in first.');
  return found;
}
