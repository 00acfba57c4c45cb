import { afterConversationMove, agentMaySpeak, type WhoAnswers } from '../../worker/core/conversation/who-answers';
import { fold, type JournalEntry } from '../../worker/core/loop/journal';
import { nextStep } from '../../worker/core/loop/next-step';
import { afterMove as afterCommandMove, type RecordedState } from '../../worker/core/outbox/life-cycle';
import { type ApprovalState, afterMove } from '../../worker/core/policy/approval';
import { type Approver, type ApproversRequired, type Ballot, type CastVote, whyNoLongerApproved } from '../../worker/core/policy/quorum';
import { considerVote, whyClosed } from '../../worker/core/policy/vote';

/** One conversation, one proposal that takes two of three organizers, one effect: what people do to it and what the product does by itself, in any order. */

export const peoplesSteps = [
  'reply',
  'take_over',
  'hand_back',
  'stop',
  'go_on',
  'approve_ann',
  'approve_bob',
  'approve_cy',
  'reject_bob',
  'edit_ann',
  'leave_bob',
] as const;
export const ownSteps = ['run', 'expire', 'execute', 'carry'] as const;
export const steps = [...peoplesSteps, ...ownSteps] as const;
export type Step = (typeof steps)[number];

/** What a defect would leave out; the exploration has to find each. */
export type Defect =
  | 'speaks_after_takeover'
  | 'old_votes_count'
  | 'old_version_taken'
  | 'expiry_ignored'
  | 'votes_not_checked_again'
  | 'stop_ignored'
  | 'executes_twice';

export interface World {
  conversation: WhoAnswers;
  run: JournalEntry[] | null;
  paused: boolean;
  bobIsThere: boolean;
  proposal: { state: ApprovalState; version: number; edits: number; votes: (CastVote & { version: number })[]; expired: boolean } | null;
  command: RecordedState | null;
  /** What has been seen from outside. */
  takenOver: boolean;
  calls: number;
  violations: string[];
}

export const start: World = {
  conversation: 'agent',
  run: null,
  paused: false,
  bobIsThere: true,
  proposal: null,
  command: null,
  takenOver: false,
  calls: 0,
  violations: [],
};

const asks: JournalEntry = {
  kind: 'model',
  text: '',
  toolCalls: [{ id: 'c', name: 'process_refund', args: {} }],
  model: 'm',
  inputTokens: 0,
  outputTokens: 0,
  ms: 0,
};
const answers: JournalEntry = { ...asks, text: 'A person decides on your refund.', toolCalls: [] };
const waits: JournalEntry = { kind: 'tool', callId: 'c', outcome: { kind: 'waiting', approvalId: 'a', reason: '' }, ms: 0 };
const sees: JournalEntry = { kind: 'tool', callId: 'c', outcome: { kind: 'refused', rule: 'agent_paused', reason: '', advice: '' }, ms: 0 };

const team = (bobIsThere: boolean): Approver[] =>
  ['ann', 'cy', ...(bobIsThere ? ['bob'] : [])].map((actor) => ({ actor, role: 'organizer', madeBy: null }));
const required: ApproversRequired = { quorum: 2, role: 'organizer', people: null, rule: '' };

/** What the votes of this version are worth; people look at the version that is shown. */
function ballotOf(world: World, defects: ReadonlySet<Defect>): Ballot {
  const { proposal } = world;
  const votes = (proposal?.votes ?? []).filter((vote) => defects.has('old_votes_count') || vote.version === votedVersion(world));
  return { required, requestedBy: null, approvers: team(world.bobIsThere), delegations: [], votes };
}
const votedVersion = ({ proposal }: World) => (proposal?.state === 'pending' ? proposal.version : (proposal?.version ?? 0) - 1);

/** The world after a step; a step that is not possible now changes nothing. */
export function after(world: World, step: Step, defects: ReadonlySet<Defect> = new Set()): World {
  switch (step) {
    case 'reply': {
      const conversation = afterConversationMove(world.conversation, 'attendee_writes') ?? world.conversation;
      return { ...world, conversation, run: world.run ?? (agentMaySpeak(conversation) ? [] : null) };
    }
    case 'take_over':
      return { ...world, conversation: afterConversationMove(world.conversation, 'take_over') ?? world.conversation, takenOver: true };
    case 'hand_back': {
      const conversation = afterConversationMove(world.conversation, 'hand_back');
      return conversation ? { ...world, conversation, takenOver: false } : world;
    }
    case 'stop':
      return { ...world, paused: true };
    case 'go_on':
      return { ...world, paused: false };
    case 'leave_bob':
      return { ...world, bobIsThere: false };
    case 'approve_ann':
      return vote(world, 'ann', 'approve', defects);
    case 'approve_bob':
      return vote(world, 'bob', 'approve', defects);
    case 'approve_cy':
      return vote(world, 'cy', 'approve', defects);
    case 'reject_bob':
      return vote(world, 'bob', 'reject', defects);
    case 'edit_ann':
      return vote(world, 'ann', 'edit', defects);
    case 'run':
      return runStep(world, defects);
    case 'expire':
      return expire(world, defects);
    case 'execute':
      return execute(world, defects);
    case 'carry':
      return carry(world, defects);
  }
}

function vote(world: World, actor: string, how: 'approve' | 'reject' | 'edit', defects: ReadonlySet<Defect>): World {
  const { proposal } = world;
  if (!proposal || (actor === 'bob' && !world.bobIsThere)) return world;
  // Bob looked before any edit, Ann looks now: an edit in between is somebody else's version.
  const looked = actor === 'bob' ? proposal.version - (proposal.state === 'pending' ? Math.min(1, proposal.edits) : 0) : proposal.version;
  const open = {
    state: proposal.state,
    version: proposal.version,
    hash: '',
    expiresAt: proposal.expired && !defects.has('expiry_ignored') ? 0 : 2,
  };
  const version = defects.has('old_version_taken') ? proposal.version : looked;
  if (whyClosed(open, { version }, 1) !== null) return bobLooksAgain(world, actor);
  const cast = considerVote(
    ballotOf(world, defects),
    { actor, decision: how === 'reject' ? 'reject' : 'approve', at: 1 },
    how === 'edit' && !defects.has('old_votes_count') ? required : null,
  );
  if ('refused' in cast) return world;
  const edited = how === 'edit' ? 1 : 0;
  const at = proposal.version + edited;
  const next = { ...proposal, edits: proposal.edits + edited, votes: [...proposal.votes, { ...cast.vote, version: at }] };
  const violations =
    proposal.expired && open.expiresAt === 2 ? [...world.violations, 'a vote was taken on what had expired'] : [...world.violations];
  if (version !== looked) violations.push('a vote was taken from somebody who had looked at another version');
  if (cast.outcome === 'pending') return { ...world, violations, proposal: { ...next, version: at } };
  const state = afterMove(proposal.state, cast.outcome === 'approved' ? 'approve' : 'reject');
  return state ? { ...world, violations, proposal: { ...next, state, version: at + 1 } } : world;
}

/** A conflict shows what is true: the next look is at the version that is there. */
function bobLooksAgain(world: World, actor: string): World {
  const { proposal } = world;
  return actor === 'bob' && proposal?.state === 'pending' ? { ...world, proposal: { ...proposal, edits: 0 } } : world;
}

function runStep(world: World, defects: ReadonlySet<Defect>): World {
  if (!world.run) return world;
  if (!agentMaySpeak(world.conversation) && !defects.has('speaks_after_takeover')) return { ...world, run: null };
  const step = nextStep(fold(world.run));
  switch (step.do) {
    case 'ask_model':
      return { ...world, run: [...world.run, world.run.length === 0 ? asks : answers] };
    case 'call_tool': {
      if (world.paused) return { ...world, run: [...world.run, sees] };
      // A proposal that is there already is found again: ids come from the place in the run.
      const proposal = world.proposal ?? { state: 'pending' as const, version: 1, edits: 0, votes: [], expired: false };
      return { ...world, run: [...world.run, waits], proposal };
    }
    case 'finish':
      return {
        ...world,
        run: null,
        violations: world.takenOver ? [...world.violations, 'the agent spoke after a takeover'] : world.violations,
      };
    case 'give_up':
    case 'nothing':
      return { ...world, run: null };
  }
}

/** Time passes the end; the sweep that says so may come later than a vote. */
function expire(world: World, defects: ReadonlySet<Defect>): World {
  const { proposal } = world;
  if (proposal?.state !== 'pending') return world;
  if (!proposal.expired) return { ...world, proposal: { ...proposal, expired: true } };
  const state = defects.has('expiry_ignored') ? null : afterMove(proposal.state, 'expire');
  return state ? { ...world, proposal: { ...proposal, state, version: proposal.version + 1 } } : world;
}

function execute(world: World, defects: ReadonlySet<Defect>): World {
  const { proposal } = world;
  if (!proposal) return world;
  const again = defects.has('executes_twice') && proposal.state === 'executed';
  if (proposal.state !== 'approved' && !again) return world;
  // A stop holds what was approved, too; its end looks at it again.
  if (world.paused && !defects.has('stop_ignored')) return world;
  const unapproved = defects.has('votes_not_checked_again') ? null : whyNoLongerApproved(ballotOf(world, defects));
  const state = again ? 'executed' : afterMove(proposal.state, unapproved ? 'find_moved' : 'execute');
  if (!state) return world;
  if (state !== 'executed') return { ...world, proposal: { ...proposal, state, version: proposal.version + 1 } };
  const violations = [...world.violations];
  const valid = new Set(
    proposal.votes.filter((one) => one.version === votedVersion(world) && one.decision === 'approve').map((one) => one.actor),
  );
  if (!again && valid.size < 2) violations.push('carried out without two approvals of this version');
  if (!again && !world.bobIsThere && valid.size - (valid.has('bob') ? 1 : 0) < 2)
    violations.push('carried out with the vote of somebody who has left');
  if (world.paused) violations.push('carried out while stopped');
  return {
    ...world,
    violations,
    command: again ? 'authorised' : afterCommandMove('proposed', 'authorise'),
    proposal: { ...proposal, state, version: proposal.version + (again ? 0 : 1) },
  };
}

function carry(world: World, defects: ReadonlySet<Defect>): World {
  const { command } = world;
  if (!command) return world;
  const claimed = afterCommandMove(command, 'claim');
  if (!claimed) return world;
  if (world.paused && !defects.has('stop_ignored')) return { ...world, command: afterCommandMove(claimed, 'hold') ?? claimed };
  const calls = world.calls + 1;
  const violations = [...world.violations];
  if (world.paused) violations.push('a call was made while stopped');
  if (calls > 1) violations.push('it happened twice');
  return { ...world, violations, calls, command: afterCommandMove(claimed, 'confirm') ?? claimed };
}
