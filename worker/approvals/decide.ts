import type { ToConsole } from '../contract/live';
import type { Approval, Decision } from '../contract/work';
import { AppError } from '../core/errors';
import { considerVote, whyClosed, whyMayNot } from '../core/policy/vote';
import { type Database, databaseOf } from '../db/database';
import { type ApprovalRow, approvalById, castVote, clockOf, type Revision } from '../db/records/approvals';
import { decidingObject, orchestratorOf } from '../objects';
import { newId } from '../random';
import { ballotOf, type Circle, circleOf } from './circle';
import { declaredEdit } from './edit';
import { revised } from './revised';
import { approvalView } from './view';

export interface Decider {
  organizationId: string;
  /** User id or `key:<id>`: checked again when it is carried out. */
  actor: string;
}

/** How often a vote is worked out again because another one was cast at the same moment. */
const attempts = 5;

/**
 * Records a person's vote, and has what it decides shown and carried out. What was looked at counts: another version is a
 * conflict. Two people deciding at once get one outcome. The orchestrator looks again within seconds, so that a crash after
 * the vote delays it and does not lose it.
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
  for (let attempt = 0; attempt < attempts; attempt++) {
    const row = await approvalById(db, organizationId, eventId, approvalId);
    if (!row) throw new AppError('not_found', 'There is no such proposal.');
    const [circle, eventNow] = await Promise.all([
      circleOf(db, organizationId, [approvalId], now),
      clockOf(db, organizationId, eventId, now),
    ]);
    requireOpen(row, decision, eventNow, circle);
    const ballot = ballotOf(row, circle);
    const wish = { actor, onBehalfOf: decision.onBehalfOf, decision: decision.decision, at: now };
    const without = whyMayNot(ballot, wish);
    if (without) throw new AppError('forbidden', without);
    const seen = { version: row.version, votes: ballot.votes.length };
    const revision = decision.decision === 'approve' ? await revisionOf(env, db, row, decision.input, seen, eventNow) : null;
    const cast = considerVote(ballot, wish, revision?.required ?? null);
    if ('refused' in cast) throw new AppError('forbidden', cast.refused);
    const recorded = await castVote(db, organizationId, approvalId, {
      vote: {
        ...cast.vote,
        id: newId('vote', now),
        organizationId,
        eventId,
        approvalId,
        version: row.version + (revision ? 1 : 0),
        reason: decision.reason ?? null,
        tookMs: decision.tookMs ?? null,
      },
      seen,
      revision,
      settles: cast.outcome === 'pending' ? null : { state: cast.outcome, by: actor, at: now, reason: decision.reason ?? null },
      eventNow,
    });
    if (recorded) return shown(env, db, eventId, row, decider, cast.outcome !== 'pending', now, waitUntil);
  }
  throw new AppError('conflict', 'Others are deciding on this at the same moment. Look again and decide.', { retry: 'later' });
}

/** Shows the decision in every console and has it carried out. */
async function shown(
  env: Env,
  db: Database,
  eventId: string,
  before: ApprovalRow,
  { organizationId, actor }: Decider,
  settled: boolean,
  now: number,
  waitUntil: (work: Promise<unknown>) => void,
): Promise<Approval> {
  const [row, circle] = await Promise.all([
    approvalById(db, organizationId, eventId, before.id),
    circleOf(db, organizationId, [before.id], now),
  ]);
  if (!row) throw new AppError('not_found', 'There is no such proposal.');
  const orchestrator = orchestratorOf(env, eventId);
  await Promise.all([
    orchestrator.publish(JSON.stringify({ type: 'approval', approval: approvalView(row, circle, null) } satisfies ToConsole)),
    settled ? orchestrator.lookWithin(8_000) : null,
  ]);
  const object = settled ? decidingObject(env, row) : null;
  if (object) waitUntil(object.approvalDecided(row.id));
  return approvalView(row, circle, actor);
}

/** Throws `conflict` unless the proposal still waits, as it was looked at; says who was faster. */
function requireOpen(row: ApprovalRow, looked: Decision, eventNow: number, circle: Circle): void {
  const why = whyClosed(row, looked, eventNow);
  if (why === null) return;
  const by = row.state === 'pending' ? undefined : circle.approvers.find((one) => one.actor === row.decidedBy)?.name;
  throw new AppError('conflict', `${why}${by ? `, by ${by}` : ''}. Nothing was changed.`);
}

/**
 * What an edit makes of the proposal; null without one. Throws `refused` for an edit that the rules refuse, and `conflict`
 * when facts have moved since it was proposed: the proposal then shows what is true, and waits for another look.
 */
async function revisionOf(
  env: Env,
  db: Database,
  row: ApprovalRow,
  edit: Record<string, unknown> | undefined,
  seen: { version: number; votes: number },
  eventNow: number,
): Promise<Revision | null> {
  const input = edit ? declaredEdit(row, edit) : null;
  // Other agents hold no object that could look again.
  if (!input && !decidingObject(env, row)) return null;
  const now = await revised(env, row, input ?? row.input);
  if ('objection' in now) {
    if (input) throw new AppError('refused', `This edit is not possible. ${now.objection} The proposal still waits.`);
    // What the rules refuse by now ends when it is carried out, and its attendee is told why.
    return null;
  }
  const revision = { ...now.revision, edited: input !== null };
  if (now.moved.length === 0) return input ? revision : null;
  await castVote(db, row.organizationId, row.id, { vote: null, seen, revision, settles: null, eventNow });
  await orchestratorOf(env, row.eventId).approvalChanged(row.id);
  throw new AppError('conflict', `Something has moved since this was proposed: ${now.moved.join('; ')}. Look again and decide.`);
}
