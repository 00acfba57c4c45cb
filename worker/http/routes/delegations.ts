import type { delegationsEndpoints } from '../../contract/delegations';
import { databaseOf } from '../../db/database';
import { delegate, delegations, endDelegation } from '../../delegations/delegate';
import type { Handlers } from '../handler';

export const delegationRoutes = {
  async 'GET /delegations'({ env, identity, now }) {
    const { organizationId } = identity;
    return { items: await delegations(databaseOf(env, organizationId), organizationId, now) };
  },
  async 'POST /delegations'({ env, identity, body, now }) {
    const { organizationId, actor } = identity;
    return delegate(databaseOf(env, organizationId), organizationId, actor, body, now);
  },
  async 'DELETE /delegations/{id}'({ env, identity, params, now }) {
    const { organizationId, actor } = identity;
    await endDelegation(databaseOf(env, organizationId), organizationId, actor, params.id, now);
    return { ok: true } as const;
  },
} satisfies Handlers<typeof delegationsEndpoints>;
