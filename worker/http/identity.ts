import { Role } from '../contract/common';
import { AppError } from '../core/errors';
import { sharedDatabase } from '../db/database';
import { apiKeyByHash, noteApiKeyUse, standingOf } from '../db/records/people';
import { configOf } from '../env';
import { isSameOrigin } from './access';
import { authOf } from './auth';
import type { Identity } from './handler';
import { connectionOf, takeFrom } from './limits';
import { sha256 } from './tokens';

/** What is remembered of a session or key, so that a revocation is felt within this time in every isolate. */
const keptMs = 5_000;
const remembered = 2_000;
const noteUseEveryMs = 5 * 60_000;
const cache = new Map<string, { identity: Identity | null; until: number }>();

export interface Identified {
  identity: Identity;
  /** To be passed on: better-auth renews its cookie now and then. */
  setCookies: string[];
}

const nobody: Identity = { kind: 'anonymous', actor: '', label: '', organizationId: '', role: null };

/**
 * Who is calling, by API key or session cookie. An unknown or revoked key throws `unauthenticated`; no credential at all
 * gives an anonymous identity. Failed attempts count against the connection.
 */
export async function identify(request: Request, env: Env, now: number): Promise<Identified> {
  const authorization = request.headers.get('authorization');
  if (authorization !== null) return { identity: await identifyKey(request, env, authorization, now), setCookies: [] };
  if (!request.headers.get('cookie')?.includes('eventos.session_token=')) return { identity: nobody, setCookies: [] };
  const { headers, response } = await authOf(env).api.getSession({ headers: request.headers, returnHeaders: true });
  const setCookies = headers.getSetCookie();
  if (!response) return { identity: nobody, setCookies };
  const { session, user } = response;
  const identity = await recall(`session:${session.token}`, now, async () => {
    const { active } = await standingOf(sharedDatabase(env), session.token, now);
    return {
      kind: 'user',
      actor: user.id,
      label: user.name || user.email,
      organizationId: active?.organizationId ?? '',
      role: active?.role ?? null,
    };
  });
  return { identity: identity ?? nobody, setCookies };
}

/** For sockets: the same identity, and a session's socket only from our own pages. Throws `unauthenticated` or `forbidden`. */
export async function identifySocket(request: Request, env: Env, now: number): Promise<Identity> {
  const { identity } = await identify(request, env, now);
  if (identity.kind === 'anonymous') throw new AppError('unauthenticated', 'Sign in first.');
  if (identity.kind === 'user' && !isSameOrigin(socketRequest(request), configOf(env).PUBLIC_URL)) {
    throw new AppError('forbidden', 'This socket was not opened by a page of this site.');
  }
  return identity;
}

/** Browsers always send Origin with a socket and not all send Sec-Fetch-Site, so that only Origin is looked at. */
function socketRequest(request: Request): Request {
  const headers = new Headers();
  const origin = request.headers.get('origin');
  if (origin !== null) headers.set('origin', origin);
  return new Request(request.url.replace(/^ws/, 'http'), { headers });
}

/** After a change in this isolate; the others notice within `keptMs`. */
export function forgetIdentities(): void {
  cache.clear();
}

async function identifyKey(request: Request, env: Env, authorization: string, now: number): Promise<Identity> {
  const key = /^Bearer\s+(evk_[\w-]{20,100})$/i.exec(authorization)?.[1];
  const identity = key ? await identityOfKey(env, await sha256(key), now) : null;
  if (!identity) {
    await takeFrom(env.LIMIT_PUBLIC, connectionOf(request));
    throw new AppError(
      'unauthenticated',
      'This API key is not valid. Send `Authorization: Bearer evk_…` with a key that has not been revoked.',
    );
  }
  return identity;
}

function identityOfKey(env: Env, hash: string, now: number): Promise<Identity | null> {
  const database = sharedDatabase(env);
  return recall(`key:${hash}`, now, async () => {
    const row = await apiKeyByHash(database, hash);
    if (!row || (row.expiresAt !== null && row.expiresAt.getTime() <= now)) return null;
    await noteApiKeyUse(database, row.id, now, noteUseEveryMs);
    return {
      kind: 'api_key',
      actor: `key:${row.id}`,
      label: row.name ?? 'API key',
      organizationId: row.organizationId,
      role: roleOfKey(row.metadata),
    };
  });
}

/** The role stands in the key's metadata; without one the key may do nothing. */
export function roleOfKey(metadata: string | null): Role | null {
  try {
    const value: unknown = JSON.parse(metadata ?? '{}');
    return Role.safeParse(typeof value === 'object' && value !== null && 'role' in value ? value.role : null).data ?? null;
  } catch {
    return null;
  }
}

async function recall(key: string, now: number, look: () => Promise<Identity | null>): Promise<Identity | null> {
  const known = cache.get(key);
  if (known && known.until > now) return known.identity;
  if (cache.size >= remembered) cache.clear();
  const identity = await look();
  cache.set(key, { identity, until: now + keptMs });
  return identity;
}
