import type { Role } from '../contract/common';
import type { Access } from '../contract/endpoint';
import { AppError } from '../core/errors';
import type { Identity } from './handler';

const rank: Record<Role, number> = { viewer: 1, organizer: 2, owner: 3 };

/** Throws `unauthenticated` or `forbidden` when this identity may not do what needs `access`. */
export function requireAccess(identity: Identity, access: Access): void {
  if (access === 'public' || access === 'widget') return;
  if (identity.kind === 'anonymous') {
    throw new AppError('unauthenticated', 'Sign in, or send an API key in the header `Authorization: Bearer evk_…`.');
  }
  if (identity.role === null) {
    throw new AppError('forbidden', 'You are not a member of an organization. Accept your invitation, or ask an owner for one.');
  }
  if (rank[identity.role] < rank[access]) {
    throw new AppError('forbidden', `This needs the role ${access}; yours is ${identity.role}. Ask an owner of the organization.`);
  }
}

/** Origins under which browsers reach this deployment: the address in use, the public one, and both names of the own machine. */
export function ownOrigins(request: Request, publicUrl: string): Set<string> {
  const origins = new Set([new URL(request.url).origin, new URL(publicUrl).origin]);
  const home = new URL(publicUrl);
  if (home.hostname === 'localhost' || home.hostname === '127.0.0.1') {
    for (const host of ['localhost', '127.0.0.1']) origins.add(`${home.protocol}//${host}${home.port ? `:${home.port}` : ''}`);
  }
  return origins;
}

/**
 * Whether a request that carries a session cookie comes from our own pages. Browsers always say so by `Sec-Fetch-Site`
 * or `Origin`; a request that says neither is refused.
 */
export function isSameOrigin(request: Request, publicUrl: string): boolean {
  const site = request.headers.get('sec-fetch-site');
  const origin = request.headers.get('origin');
  if (site === null && origin === null) return false;
  if (site !== null && site !== 'same-origin') return false;
  return origin === null || ownOrigins(request, publicUrl).has(origin);
}

export function requireSameOrigin(request: Request, publicUrl: string): void {
  if (!isSameOrigin(request, publicUrl)) {
    throw new AppError('forbidden', 'This request did not come from a page of this site. Programs use an API key instead of a session.');
  }
}
