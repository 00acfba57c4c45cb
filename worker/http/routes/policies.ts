import type { CurrentPolicy, PolicyScope, PolicyVersion } from '../../contract/policies';
import { AppError } from '../../core/errors';
import { AgentPolicyBody } from '../../core/policy/agent-policy';
import { databaseOf } from '../../db/database';
import { type PolicyInForce, policiesInForce, policyHistory } from '../../db/records/policies';
import { budgetsToday, organizationLimits, setOrganizationLimits } from '../../limits/today';
import { changePolicy, policyInForce, readPolicy, rollBack } from '../../policies/change';
import { previewPolicy } from '../../policies/preview';
import { policyRules, rulesInScope } from '../../policies/registry';
import type { HandlerTable } from '../app';
import type { Identity } from '../handler';

export const policyRoutes = {
  async 'GET /events/{eventId}/policies'({ env, identity, params }) {
    const { organizationId } = identity;
    const policies = await policiesInForce(databaseOf(env, organizationId), { organizationId, eventId: params.eventId });
    return { items: policies.map(currentView) };
  },

  async 'GET /events/{eventId}/policies/{scope}/versions'({ env, identity, params }) {
    const key = keyOf(identity, params.eventId);
    const db = databaseOf(env, key.organizationId);
    const [current, rows] = await Promise.all([policyInForce(db, key, params.scope), policyHistory(db, key, params.scope)]);
    const written: PolicyVersion[] = rows.map(({ version, body, note, changedBy, changedAt }) => ({
      scope: params.scope,
      version,
      body,
      note,
      changedBy,
      changedAt,
    }));
    // What nobody has changed yet is written down with the first change.
    return { items: written.some(({ version }) => version === current.version) ? written : [versionView(current), ...written] };
  },

  async 'POST /events/{eventId}/policies/{scope}/preview'({ env, identity, params, body }) {
    return previewPolicy(env, keyOf(identity, params.eventId), readPolicy(params.scope, body.body));
  },

  async 'PUT /events/{eventId}/policies/{scope}'({ env, identity, params, body, now }) {
    const key = keyOf(identity, params.eventId);
    const policy = readPolicy(params.scope, body.body);
    await requireOwnerToTrustMore(env, identity, key, policy.scope, policy.body);
    await changePolicy(env, key, policy, { seen: body.version, note: body.note, by: identity.actor, now });
    return currentView(await policyInForce(databaseOf(env, key.organizationId), key, params.scope));
  },

  async 'POST /events/{eventId}/policies/{scope}/rollback'({ env, identity, params, body, now }) {
    const key = keyOf(identity, params.eventId);
    const db = databaseOf(env, key.organizationId);
    const earlier = (await policyHistory(db, key, params.scope)).find(({ version }) => version === body.version);
    if (earlier) await requireOwnerToTrustMore(env, identity, key, params.scope, earlier.body);
    await rollBack(env, key, params.scope, body.version, { note: body.note, by: identity.actor, now });
    return currentView(await policyInForce(db, key, params.scope));
  },

  async 'GET /policy-rules'() {
    return { items: policyRules() };
  },

  async 'GET /events/{eventId}/budgets'({ env, identity, params, now }) {
    return { items: await budgetsToday(env, keyOf(identity, params.eventId), now) };
  },

  async 'GET /limits'({ env, identity }) {
    return organizationLimits(databaseOf(env, identity.organizationId), identity.organizationId);
  },

  async 'PUT /limits'({ env, identity, body, now }) {
    return setOrganizationLimits(databaseOf(env, identity.organizationId), identity.organizationId, body, { by: identity.actor, now });
  },
} satisfies Partial<HandlerTable>;

const keyOf = ({ organizationId }: Identity, eventId: string) => ({ organizationId, eventId });

/** Allowances are earned, or given by an owner: an organizer may take them back, not raise them. */
async function requireOwnerToTrustMore(
  env: Env,
  identity: Identity,
  key: { organizationId: string; eventId: string },
  scope: PolicyScope,
  body: unknown,
): Promise<void> {
  if (scope === 'event' || identity.role === 'owner') return;
  const after = AgentPolicyBody.safeParse(body);
  const before = AgentPolicyBody.parse((await policyInForce(databaseOf(env, key.organizationId), key, scope)).body);
  const raised = Object.entries(after.data?.allowances ?? {}).find(([tool, points]) => points > (before.allowances[tool] ?? 0));
  if (raised) throw new AppError('forbidden', `Only an owner gives ${raised[0]} a larger allowance. Leave it as it is, or ask an owner.`);
}

function versionView({ scope, version, body, note, changedBy, changedAt }: PolicyInForce): PolicyVersion {
  return { scope, version, body: { ...body }, note, changedBy, changedAt };
}

function currentView(policy: PolicyInForce): CurrentPolicy {
  return { ...versionView(policy), rules: rulesInScope(policy.scope) };
}
