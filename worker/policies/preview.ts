import type { PolicyPreview } from '../contract/policies';
import { changesBetween } from '../core/policy/changes';
import type { VerdictKind } from '../core/policy/verdict';
import { databaseOf } from '../db/database';
import { waitingProposals } from '../db/records/policies';
import { decidingObject } from '../objects';
import { type CheckedPolicy, type PolicyKey, policyInForce, problemsOf } from './change';

/** How one waiting proposal is judged under the policy in force and under another. */
export interface Rejudged {
  approvalId: string;
  before: { kind: VerdictKind; rule: string };
  after: { kind: VerdictKind; rule: string };
}

/** What a policy would change, with nothing written: settings, waiting proposals whose verdict would be another, and what makes it impossible. */
export async function previewPolicy(env: Env, key: PolicyKey, policy: CheckedPolicy): Promise<PolicyPreview> {
  const db = databaseOf(env, key.organizationId);
  const [current, problems, waiting] = await Promise.all([
    policyInForce(db, key, policy.scope),
    problemsOf(db, key.organizationId, policy),
    waitingProposals(db, key, policy.scope === 'event' ? null : policy.scope),
  ]);
  const titles = new Map(waiting.map(({ id, preview }) => [id, preview.title]));
  const judged = (await Promise.all(byConversation(waiting).map((group) => judgeAgain(env, key.eventId, group, policy)))).flat();
  return {
    changes: changesBetween(current.body, policy.body),
    pending: judged
      .filter(({ before, after }) => before.kind !== after.kind || before.rule !== after.rule)
      .map((one) => ({ ...one, title: titles.get(one.approvalId) ?? '' })),
    judged: judged.length,
    problems,
  };
}

type Waiting = Awaited<ReturnType<typeof waitingProposals>>;

function byConversation(waiting: Waiting): Waiting[] {
  const groups = new Map<string, Waiting>();
  for (const one of waiting) {
    const key = `${one.agent}/${one.conversationId ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

/** Agents without an object that decides have no proposals that wait. */
async function judgeAgain(env: Env, eventId: string, group: Waiting, policy: CheckedPolicy): Promise<Rejudged[]> {
  const [first] = group;
  const object = first && decidingObject(env, { ...first, eventId });
  if (!object) return [];
  const change = policy.scope === 'event' ? { event: policy.body } : policy.body;
  const request = JSON.stringify({ approvalIds: group.map(({ id }) => id), change });
  return JSON.parse(await object.judgeAgain(request)) as Rejudged[];
}
