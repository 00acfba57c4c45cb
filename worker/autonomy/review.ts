import { nextAllowance, nextMove, standingOf } from '../core/autonomy/review';
import { AppError } from '../core/errors';
import { AgentPolicyBody } from '../core/policy/agent-policy';
import { asBatch } from '../db/commit';
import { type Database, databaseOf } from '../db/database';
import { isGuardFailure } from '../db/guard';
import { type AutonomyProposalRow, proposalEnds, proposalInsert, proposePromotion } from '../db/records/autonomy';
import { errorFields, log } from '../log';
import { changePolicy } from '../policies/change';
import { newId } from '../random';
import { proposalOf, type ToolRecord, trackRecords } from './records';

interface EventKey {
  organizationId: string;
  eventId: string;
}

/** Who changed what no person changed. */
const bySystem = 'system';

/**
 * Looks at the track record of every kind of action: proposes promotions to the owners, withdraws those that are no longer
 * earned, and takes allowances back at once. Safe to call at any time and as often as wanted; `now` is real time.
 */
export async function reviewAutonomy(env: Env, key: EventKey, now: number): Promise<void> {
  const db = databaseOf(env, key.organizationId);
  const { tools } = await trackRecords(db, key, now);
  for (const found of tools) {
    const tool = isStale(found) ? await withdrawn(db, key, found, now) : found;
    const next = nextMove(tool.record, now);
    switch (next.move) {
      case 'none':
        break;
      case 'propose':
        await proposePromotion(db, { ...rowOf(key, tool, now), direction: 'promotion', state: 'pending', toAllowance: next.to });
        break;
      case 'withdraw':
        await withdrawn(db, key, tool, now);
        break;
      case 'demote':
        await demote(env, db, key, tool, next.why, now);
        break;
    }
  }
}

/** The policy under a waiting promotion was changed: it could no longer be accepted as it stands. */
function isStale({ proposal, record }: ToolRecord): boolean {
  return proposal !== null && (proposal.fromAllowance !== record.allowance || nextAllowance(record) !== proposal.toAllowance);
}

async function withdrawn(db: Database, key: EventKey, tool: ToolRecord, now: number): Promise<ToolRecord> {
  if (tool.proposal) await ended(db.batch(asBatch(proposalEnds(db, key, tool.proposal.id, { state: 'declined', by: bySystem, at: now }))));
  return { ...tool, proposal: null, record: { ...tool.record, proposed: false } };
}

/** As `reviewAutonomy`, for after a decision or a reversal: that the review failed is logged and fails nothing else. */
export async function reviewAfter(env: Env, key: EventKey, now: number): Promise<void> {
  try {
    await reviewAutonomy(env, key, now);
  } catch (error) {
    log('error', 'autonomy', { event: key.eventId, ...errorFields(error) });
  }
}

/** An owner's word on a promotion. Accepting it is a new version of the agent's policy. */
export async function decidePromotion(
  env: Env,
  key: EventKey,
  id: string,
  decision: 'accept' | 'decline',
  by: string,
  now: number,
): Promise<AutonomyProposalRow> {
  const db = databaseOf(env, key.organizationId);
  const { tools, history } = await trackRecords(db, key, now);
  const proposal = proposalOf(history, id);
  const tool = tools.find((candidate) => candidate.proposal?.id === id);
  if (proposal.state !== 'pending' || !tool) throw new AppError('conflict', `This promotion is already ${proposal.state}.`);
  const ends = proposalEnds(db, key, id, { state: decision === 'accept' ? 'accepted' : 'declined', by, at: now });
  if (decision === 'decline') {
    if (!(await ended(db.batch(asBatch(ends))))) throw new AppError('conflict', 'This promotion was decided meanwhile.');
  } else {
    if (isStale(tool))
      throw new AppError(
        'conflict',
        'The policy of this agent was changed since. The promotion will be proposed anew if it is still earned.',
      );
    await changeAllowance(env, key, tool, proposal.toAllowance, {
      note: `Promotion of ${proposal.tool}: people agreed with it.`,
      by,
      now,
      along: ends,
    });
  }
  return { ...proposal, state: decision === 'accept' ? 'accepted' : 'declined', decidedBy: by, decidedAt: now };
}

/** The version of the policy that it makes is in the event's log, with its reason. */
async function demote(env: Env, db: Database, key: EventKey, tool: ToolRecord, why: string, now: number): Promise<void> {
  const row: AutonomyProposalRow = { ...rowOf(key, tool, now), direction: 'demotion', state: 'in_force', toAllowance: 0 };
  try {
    await changeAllowance(env, key, tool, 0, {
      note: `Demotion of ${tool.tool}: ${why}`,
      by: bySystem,
      now,
      along: [
        proposalInsert(db, { ...row, evidence: { ...row.evidence, why } }),
        ...(tool.proposal ? proposalEnds(db, key, tool.proposal.id, { state: 'declined', by: bySystem, at: now }) : []),
      ],
    });
  } catch (error) {
    // Somebody changed the policy at the same moment; the next review sees what is in force then.
    if (!(error instanceof AppError) || error.code !== 'conflict') throw error;
  }
}

type Along = Parameters<typeof changePolicy>[3];

async function changeAllowance(env: Env, key: EventKey, tool: ToolRecord, to: number, write: Omit<Along, 'seen'>): Promise<void> {
  const body = AgentPolicyBody.parse(tool.policy.body);
  const { [tool.tool]: _before, ...others } = body.allowances;
  const allowances = to > 0 ? { ...others, [tool.tool]: to } : others;
  await changePolicy(env, key, { scope: tool.agent, body: { ...body, allowances } }, { ...write, seen: tool.policy.version });
}

function rowOf(key: EventKey, tool: ToolRecord, now: number) {
  const { missing, ...figures } = standingOf(tool.record, now);
  return {
    ...key,
    id: newId('autonomyProposal', now),
    agent: tool.agent,
    tool: tool.tool,
    fromAllowance: tool.record.allowance,
    evidence: { ...figures, volume: tool.volume },
    createdAt: now,
    decidedBy: null,
    decidedAt: null,
  };
}

async function ended(batch: Promise<unknown>): Promise<boolean> {
  try {
    await batch;
    return true;
  } catch (error) {
    if (isGuardFailure(error)) return false;
    throw error;
  }
}
