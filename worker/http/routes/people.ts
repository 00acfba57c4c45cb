import { servicesOf } from '../../compose';
import { Role } from '../../contract/common';
import type { ApiKey, Member, peopleEndpoints } from '../../contract/people';
import { AppError } from '../../core/errors';
import { databaseOf, sharedDatabase } from '../../db/database';
import {
  apiKeysOf,
  changeRole,
  chooseOrganization,
  invite,
  isMember,
  keepApiKey,
  memberById,
  membersOf,
  openInvitations,
  organizationById,
  organizationsOf,
  removeMember,
  renameOrganization,
  revokeApiKey,
  userById,
  withdrawInvitation,
} from '../../db/records/people';
import { sendAccountMail } from '../account-mail';
import { authOf } from '../auth';
import type { Handlers } from '../handler';
import { forgetIdentities, roleOfKey } from '../identity';
import { randomToken, sha256 } from '../tokens';

const invitationDays = 7;
const done = { ok: true } as const;

export const peopleRoutes = {
  async 'GET /me'({ env, identity }) {
    const database = sharedDatabase(env);
    const isPerson = identity.kind === 'user';
    const [user, organization, organizations] = await Promise.all([
      isPerson ? userById(database, identity.actor) : null,
      organizationById(database, identity.organizationId),
      isPerson ? organizationsOf(database, identity.actor) : [],
    ]);
    if (!organization || !identity.role) throw new AppError('forbidden', 'This organization is no longer there.');
    return {
      user,
      organization,
      organizations: isPerson ? organizations : [{ ...organization, role: identity.role }],
      role: identity.role,
      via: isPerson ? ('session' as const) : ('api_key' as const),
      services: servicesOf(env),
    };
  },

  async 'PATCH /organization'({ env, identity, body }) {
    await renameOrganization(sharedDatabase(env), identity.organizationId, body.name);
    return done;
  },

  async 'POST /organization/switch'({ env, identity, body, request }) {
    const found = identity.kind === 'user' ? await authOf(env).api.getSession({ headers: request.headers }) : null;
    if (!found) throw new AppError('refused', 'An API key works in its own organization only.');
    if (!(await chooseOrganization(sharedDatabase(env), found.session.token, identity.actor, body.organizationId))) {
      throw new AppError('not_found', 'You are not a member of such an organization.');
    }
    forgetIdentities();
    return done;
  },

  async 'GET /members'({ env, identity }) {
    const rows = await membersOf(sharedDatabase(env), identity.organizationId);
    return { items: rows.map((row): Member => ({ ...row, since: row.since.getTime() })) };
  },

  async 'PATCH /members/{id}'({ env, identity, params, body }) {
    const database = sharedDatabase(env);
    const found = await existingMember(env, identity.organizationId, params.id);
    if (!(await changeRole(database, identity.organizationId, found.id, body.role))) throw lastOwner();
    forgetIdentities();
    return done;
  },

  async 'DELETE /members/{id}'({ env, config, identity, params }) {
    const found = await existingMember(env, identity.organizationId, params.id);
    if (found.email === config.OWNER_EMAIL && found.role === 'owner') {
      throw new AppError('refused', 'This is the address in OWNER_EMAIL, to which the deployment belongs. Change that variable first.');
    }
    if (!(await removeMember(sharedDatabase(env), identity.organizationId, found.id))) throw lastOwner();
    forgetIdentities();
    return done;
  },

  async 'GET /invitations'({ env, identity, now }) {
    const rows = await openInvitations(sharedDatabase(env), identity.organizationId, now);
    return { items: rows.map((row) => ({ id: row.id, email: row.email, role: Role.parse(row.role), expiresAt: row.expiresAt.getTime() })) };
  },

  async 'POST /invitations'({ env, config, identity, body, now }) {
    const database = sharedDatabase(env);
    if (await isMember(database, identity.organizationId, body.email)) throw new AppError('conflict', 'This address is a member already.');
    const organization = await organizationById(database, identity.organizationId);
    const row = {
      id: randomToken(18),
      organizationId: identity.organizationId,
      email: body.email,
      role: body.role,
      inviterId: identity.actor,
      expiresAt: now + invitationDays * 24 * 60 * 60 * 1000,
      now,
    };
    await invite(database, row);
    await sendAccountMail(
      env,
      {
        kind: 'invitation',
        to: body.email,
        organizationId: identity.organizationId,
        organizationName: organization?.name ?? config.ORGANIZATION_NAME,
        inviterName: identity.label,
        role: body.role,
        url: `${config.PUBLIC_URL}/sign-in?invitation=${row.id}`,
        days: invitationDays,
      },
      now,
    );
    return { id: row.id, email: row.email, role: row.role, expiresAt: row.expiresAt };
  },

  async 'DELETE /invitations/{id}'({ env, identity, params }) {
    if (!(await withdrawInvitation(sharedDatabase(env), identity.organizationId, params.id))) {
      throw new AppError('not_found', 'There is no such open invitation.');
    }
    return done;
  },

  async 'GET /api-keys'({ env, identity }) {
    const rows = await apiKeysOf(databaseOf(env, identity.organizationId), identity.organizationId);
    return {
      items: rows.map(
        (row): ApiKey => ({
          id: row.id,
          name: row.name ?? '',
          start: row.start ?? '',
          role: roleOfKey(row.metadata) ?? 'viewer',
          createdAt: row.createdAt.getTime(),
          lastUsedAt: row.lastRequest?.getTime() ?? null,
        }),
      ),
    };
  },

  async 'POST /api-keys'({ env, identity, body, now }) {
    const key = `evk_${randomToken(32)}`;
    const row = { id: randomToken(12), name: body.name, role: body.role, start: key.slice(0, 10) };
    await keepApiKey(databaseOf(env, identity.organizationId), {
      ...row,
      organizationId: identity.organizationId,
      hash: await sha256(key),
      createdBy: identity.actor,
      now,
    });
    return { ...row, createdAt: now, lastUsedAt: null, key };
  },

  async 'DELETE /api-keys/{id}'({ env, identity, params }) {
    if (!(await revokeApiKey(databaseOf(env, identity.organizationId), identity.organizationId, params.id))) {
      throw new AppError('not_found', 'There is no such key.');
    }
    forgetIdentities();
    return done;
  },
} satisfies Handlers<typeof peopleEndpoints>;

async function existingMember(env: Env, organizationId: string, memberId: string) {
  const found = await memberById(sharedDatabase(env), organizationId, memberId);
  if (!found) throw new AppError('not_found', 'There is no such member.');
  return found;
}

const lastOwner = () => new AppError('refused', 'An organization needs an owner. Make somebody else owner first.');
