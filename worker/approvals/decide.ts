import type { ToConsole } from '../contract/live';
import type { Approval, Decision } from '../contract/work';
import { AppError } from '../core/errors';
import { databaseOf } from '../db/database';
import { type ApprovalRow, approvalById, decide } from '../db/records/approvals';
import { orchestratorOf, supportObject } from '../objects';
import { edited } from './edit';
import { approvalView } from './view';

export interface Decider {
  organizationId: string;
  /** User id or `key:<id>`: checked again when it is carried out. */
  actor: string;
}

/**
 * Records a person's decision and has it shown and carried out. Two people deciding at once get one outcome: the first
 * counts, the second is told who it was. The orchestrator looks again within seconds, so that a crash after the decision
 * delays it and does not lose it.
 */
export async function decideApproval(
  env: Env,
  decider: Decider,
  eventId: string,
  approvalId: string,
  decision: Decision,
  now: number,
  waitUntil: (work: Promise<unknown>) => void,
): Promise<Approval> {
  const { organizationId, actor } = decider;
  const db = databaseOf(env, organizationId);
  const row = await approvalById(db, organizationId, eventId, approvalId);
  if (!row) throw new AppError('not_found', 'There is no such proposal.');
  if (row.state !== 'pending' || row.version !== decision.version) throw tooLate(row);
  const orchestrator = orchestratorOf(env, eventId);
  const change = decision.decision === 'approve' && decision.input ? await edited(row, decision.input) : null;
  // An edit passes the same rules before it counts: what they refuse leaves the proposal waiting.
  if (change && row.agent === 'support') {
    const support = supportObject(env, eventId, row.conversationId ?? undefined);
    const objection = await support.objectionTo(approvalId, JSON.stringify(change.input));
    if (objection) throw new AppError('refused', `This edit is not possible. ${objection} The proposal still waits.`);
  }
  const recorded = await decide(db, organizationId, approvalId, {
    decision: decision.decision === 'approve' ? 'approved' : 'rejected',
    version: decision.version,
    by: actor,
    at: now,
    reason: decision.reason ?? null,
    edited: change,
  });
  if (!recorded) throw tooLate(await approvalById(db, organizationId, eventId, approvalId));
  const after = approvalView({
    ...row,
    ...(change ?? {}),
    state: decision.decision === 'approve' ? 'approved' : 'rejected',
    version: row.version + 1,
    decidedBy: actor,
    decidedAt: now,
    decisionReason: decision.reason ?? null,
  });
  await Promise.all([
    orchestrator.publish(JSON.stringify({ type: 'approval', approval: after } satisfies ToConsole)),
    orchestrator.lookWithin(8_000),
  ]);
  if (row.agent === 'support') waitUntil(supportObject(env, eventId, row.conversationId ?? undefined).approvalDecided(approvalId));
  return after;
}

function tooLate(row: ApprovalRow | null): AppError {
  if (row?.state === 'pending') return new AppError('conflict', 'The proposal has changed since you looked at it. Look again and decide.');
  return new AppError('conflict', `This proposal is already ${row?.state ?? 'gone'}. Nothing was changed.`);
}
