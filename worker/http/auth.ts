import { waitUntil } from 'cloudflare:workers';
import { drizzleAdapter } from '@better-auth/drizzle-adapter';
import { passkey } from '@better-auth/passkey';
import { APIError } from 'better-auth/api';
import { betterAuth } from 'better-auth/minimal';
import { emailOTP } from 'better-auth/plugins/email-otp';
import { magicLink } from 'better-auth/plugins/magic-link';
import { eq } from 'drizzle-orm';
import { sharedDatabase } from '../db/database';
import { foundOrganization, isKnownAddress, organizationThatSeesMailOf } from '../db/records/people';
import * as schema from '../db/schema';
import { configOf } from '../env';
import { errorFields, log } from '../log';
import { newId } from '../random';
import { ownOrigins } from './access';
import { type AccountMail, sendAccountMail } from './account-mail';
import { randomToken } from './tokens';

export const codeMinutes = 10;
export const linkMinutes = 15;
const sessionDays = 30;
const cookieCacheSeconds = 60;

/**
 * Sessions, one-time codes, links and passkeys are better-auth's, on the tables of `db/schema/auth.ts`. Who may sign in
 * is decided here: the address in OWNER_EMAIL, members, and people with an open invitation.
 */
function makeAuth(env: Env) {
  const config = configOf(env);
  const database = sharedDatabase(env);
  const home = new URL(config.PUBLIC_URL);
  const origins = [...ownOrigins(new Request(config.PUBLIC_URL), config.PUBLIC_URL)];

  async function mayEnter(email: string): Promise<boolean> {
    return email === config.OWNER_EMAIL || (await isKnownAddress(database, email, Date.now()));
  }

  /** After the answer, so that the time an answer takes does not tell whether an address is known. */
  async function deliver(mail: AccountMail): Promise<void> {
    const work = async () => {
      if (await mayEnter(mail.to)) await sendAccountMail(env, mail, Date.now(), await shownTo(mail.to));
    };
    waitUntil(work().catch((error: unknown) => log('error', 'account mail was not sent', { kind: mail.kind, ...errorFields(error) })));
  }

  /** The embedded mailbox shows an organization the codes of those whom it could invite anyway, never those of its owners. */
  async function shownTo(email: string): Promise<string> {
    if (email === config.OWNER_EMAIL) return '';
    return (await organizationThatSeesMailOf(database, email, Date.now())) ?? '';
  }

  return betterAuth({
    appName: 'EventOS CoAgents',
    baseURL: config.PUBLIC_URL,
    basePath: '/api/auth',
    secret: config.AUTH_SECRET,
    telemetry: { enabled: false },
    logger: { level: 'error', log: (_level, message) => log('warn', 'sign-in', errorFields(String(message))) },
    trustedOrigins: origins,
    database: drizzleAdapter(database, { provider: 'sqlite', schema, camelCase: true }),
    // The limits of this deployment are in front of these routes: per connection, and per address in D1.
    rateLimit: { enabled: false },
    onAPIError: { onError: (error) => log('warn', 'sign-in failed', errorFields(error)) },
    session: {
      expiresIn: sessionDays * 24 * 60 * 60,
      updateAge: 24 * 60 * 60,
      cookieCache: { enabled: true, maxAge: cookieCacheSeconds },
    },
    advanced: {
      cookiePrefix: 'eventos',
      useSecureCookies: home.protocol === 'https:',
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { disableIpTracking: true },
      database: { generateId: () => randomToken(18) },
    },
    databaseHooks: {
      user: {
        create: {
          async before(user) {
            if (!(await mayEnter(user.email.toLowerCase()))) throw refusal();
            return { data: { ...user, email: user.email.toLowerCase() } };
          },
        },
      },
      session: {
        create: {
          async before(session) {
            const [person] = await database
              .select({ email: schema.user.email })
              .from(schema.user)
              .where(eq(schema.user.id, session.userId));
            if (!person || !(await mayEnter(person.email))) throw refusal();
            if (person.email === config.OWNER_EMAIL) {
              const now = Date.now();
              await foundOrganization(database, {
                organizationId: newId('organization', now),
                memberId: randomToken(18),
                name: config.ORGANIZATION_NAME,
                userId: session.userId,
                now,
              });
            }
          },
        },
      },
    },
    plugins: [
      emailOTP({
        otpLength: 6,
        expiresIn: codeMinutes * 60,
        allowedAttempts: 3,
        storeOTP: 'hashed',
        sendVerificationOTP: ({ email, otp }) => deliver({ kind: 'sign_in_code', to: email, code: otp, minutes: codeMinutes }),
      }),
      magicLink({
        expiresIn: linkMinutes * 60,
        storeToken: 'hashed',
        sendMagicLink: ({ email, token }) =>
          deliver({
            kind: 'sign_in_link',
            to: email.toLowerCase(),
            url: `${config.PUBLIC_URL}/sign-in/link?token=${encodeURIComponent(token)}`,
            minutes: linkMinutes,
          }),
      }),
      passkey({ rpID: home.hostname, rpName: 'EventOS CoAgents', origin: origins }),
    ],
  });
}

export type Auth = ReturnType<typeof makeAuth>;
const made = new WeakMap<object, Auth>();

export function authOf(env: Env): Auth {
  let auth = made.get(env);
  if (!auth) {
    auth = makeAuth(env);
    made.set(env, auth);
  }
  return auth;
}

function refusal(): APIError {
  return new APIError('FORBIDDEN', { code: 'NOT_INVITED', message: 'Ask an owner of the organization for an invitation.' });
}
