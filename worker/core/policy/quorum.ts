import { formatAmount } from '../money';
import type { ApprovalTier } from './event-policy';

/** Pure. Who must approve, who may vote, and what the votes come to. Times are milliseconds since 1970, real time. */

export interface ApproversRequired {
  /** So many of them, or `all` people named (all with the role where nobody is named). */
  quorum: number | 'all';
  role: 'organizer' | 'owner';
  /** User ids; null for everybody with the role. */
  people: string[] | null;
  /** The rule in words. */
  rule: string;
}

/** Somebody who may come into question: a member, or an API key. */
export interface Approver {
  /** User id, or `key:<id>`. */
  actor: string;
  role: 'owner' | 'organizer' | 'viewer';
  /** Of a key: the user who made it, if known. A person and their key are one person. */
  madeBy: string | null;
}

export interface DelegatedRight {
  from: string;
  to: string;
  startsAt: number;
  endsAt: number;
  revokedAt: number | null;
}

export interface CastVote {
  actor: string;
  /** Whose right was used: the actor, or who delegated it. */
  onBehalfOf: string;
  decision: 'approve' | 'reject';
  at: number;
}

export interface Ballot {
  required: ApproversRequired;
  /** The person who asked for it; nobody approves their own wish. */
  requestedBy: string | null;
  approvers: readonly Approver[];
  delegations: readonly DelegatedRight[];
  /** Votes on the version in question. */
  votes: readonly CastVote[];
}

export const oneOrganizer: ApproversRequired = { quorum: 1, role: 'organizer', people: null, rule: 'One organizer approves.' };

/** The first tier that fits counts; without one, one organizer. `amountMinor` is 0 for what moves no money. */
export function requiredApprovers(
  tiers: readonly ApprovalTier[],
  action: { agent: string; tool: string; amountMinor: number; currency: string },
): ApproversRequired {
  const tier = tiers.find(
    (candidate) =>
      (candidate.agent === undefined || candidate.agent === action.agent) &&
      (candidate.tool === undefined || candidate.tool === action.tool) &&
      (candidate.aboveMinor === undefined || action.amountMinor > candidate.aboveMinor),
  );
  if (!tier) return oneOrganizer;
  const { quorum, role, people } = tier;
  return { quorum, role, people, rule: `${whoApproves(tier)} ${whatFits(tier, action.currency)}` };
}

function whoApproves({ quorum, role, people }: Pick<ApprovalTier, 'quorum' | 'role' | 'people'>): string {
  const who = people ? `${people.length} named ${people.length === 1 ? 'person' : 'people'}` : `${role}s`;
  if (quorum === 'all') return `All ${who} approve`;
  if (people) return `${quorum} of ${who} approve`;
  return quorum === 1 ? `One ${role} approves` : `${quorum} ${role}s approve`;
}

function whatFits({ agent, tool, aboveMinor }: ApprovalTier, currency: string): string {
  const what = tool ? tool.replaceAll('_', ' ') : agent ? `what the ${agent} agent proposes` : 'every action';
  return aboveMinor === undefined ? `${what}.` : `${what} above ${formatAmount({ minor: aboveMinor, currency })}.`;
}

const rank = { viewer: 0, organizer: 1, owner: 2 } as const;
const isKey = (actor: string) => actor.startsWith('key:');

/** A key stands for an organizer at most, and never for a person who is named. */
function holdsRight(required: ApproversRequired, approver: Approver): boolean {
  if (isKey(approver.actor)) return required.role === 'organizer' && required.people === null && rank[approver.role] >= rank.organizer;
  return rank[approver.role] >= rank[required.role] && (required.people === null || required.people.includes(approver.actor));
}

const byActor = (approvers: readonly Approver[], actor: string) => approvers.find((candidate) => candidate.actor === actor);
const personBehind = (approvers: readonly Approver[], actor: string) => byActor(approvers, actor)?.madeBy ?? actor;

function covers(delegation: DelegatedRight, at: number): boolean {
  return delegation.startsAt <= at && at < delegation.endsAt && (delegation.revokedAt === null || at < delegation.revokedAt);
}

/** Whether `actor` held the right of `onBehalfOf` at `at`, with the roles as they are now. */
function hasRight({ required, approvers, delegations }: Ballot, actor: string, onBehalfOf: string, at: number): boolean {
  const self = byActor(approvers, actor);
  const source = byActor(approvers, onBehalfOf);
  if (!self || !source || rank[self.role] < rank.organizer || !holdsRight(required, source)) return false;
  if (actor === onBehalfOf) return true;
  if (isKey(actor) || isKey(onBehalfOf)) return false;
  return delegations.some((delegation) => delegation.from === onBehalfOf && delegation.to === actor && covers(delegation, at));
}

function asksForThemselves({ requestedBy, approvers }: Ballot, actor: string, onBehalfOf: string): boolean {
  if (requestedBy === null) return false;
  const person = personBehind(approvers, requestedBy);
  return [actor, onBehalfOf].some((candidate) => personBehind(approvers, candidate) === person);
}

/** Rights that an actor could use now, own first: whom they may vote for. Empty with the reason. */
export function openRights(ballot: Ballot, actor: string, at: number): { rights: string[]; whyNot: string | null } {
  const { approvers, votes, delegations, required } = ballot;
  const person = personBehind(approvers, actor);
  if (votes.some((vote) => personBehind(approvers, vote.actor) === person)) return none('You have voted on this version already.');
  const sources = [actor, ...delegations.filter(({ to }) => to === actor).map(({ from }) => from)];
  const held = [...new Set(sources)].filter((source) => hasRight(ballot, actor, source, at));
  if (held.length === 0) return none(lacksRight(required));
  const unused = held.filter((source) => !votes.some((vote) => isUsed(approvers, vote, source)));
  if (unused.length === 0) return none('The right that you hold was used by somebody else already.');
  const rights = unused.filter((source) => !asksForThemselves(ballot, actor, source));
  return rights.length === 0 ? none('Whoever asked for something does not approve it.') : { rights, whyNot: null };
}

const isUsed = (approvers: readonly Approver[], vote: CastVote, source: string) =>
  personBehind(approvers, vote.onBehalfOf) === personBehind(approvers, source);
const none = (whyNot: string) => ({ rights: [], whyNot });

function lacksRight({ people, role }: ApproversRequired): string {
  if (people) return 'Only the people named in the rule decide on this.';
  return role === 'owner' ? 'Only owners decide on this.' : 'Only organizers and owners decide on this.';
}

/** The right that a vote would use, or why it may not be cast. */
export function rightToVote(
  ballot: Ballot,
  actor: string,
  onBehalfOf: string | undefined,
  at: number,
): { right: string } | { refused: string } {
  const { rights, whyNot } = openRights(ballot, actor, at);
  const [first] = rights;
  if (first === undefined) return { refused: whyNot ?? 'You may not decide on this.' };
  if (onBehalfOf === undefined) return { right: first };
  return rights.includes(onBehalfOf) ? { right: onBehalfOf } : { refused: 'That person has not delegated this decision to you for today.' };
}

/** How many approvals it takes. */
export function approvalsNeeded({ required, approvers, requestedBy }: Omit<Ballot, 'votes' | 'delegations'>): number {
  if (required.quorum !== 'all') return required.quorum;
  if (required.people) return new Set(required.people).size;
  return approvers.filter(({ actor }) => actor !== requestedBy && !isKey(actor)).filter((one) => holdsRight(required, one)).length || 1;
}

/** What the votes come to: one rejection rejects; enough approvals by different people with different rights approve. */
export function tally(ballot: Ballot): 'pending' | 'approved' | 'rejected' {
  const { votes, approvers, required } = ballot;
  if (votes.some((vote) => vote.decision === 'reject')) return 'rejected';
  const rights = new Set(votes.map((vote) => personBehind(approvers, vote.onBehalfOf)));
  const people = new Set(votes.map((vote) => personBehind(approvers, vote.actor)));
  if (required.quorum === 'all' && required.people?.some((person) => !rights.has(person))) return 'pending';
  return Math.min(rights.size, people.size) >= approvalsNeeded(ballot) ? 'approved' : 'pending';
}

/**
 * Checked again when it is carried out: votes count whose right is still held (member, role, key, requester) and whose
 * delegation held when they voted. Null when enough are left, else why not.
 */
export function whyNoLongerApproved(ballot: Ballot): string | null {
  const votes = ballot.votes.filter(
    (vote) => hasRight(ballot, vote.actor, vote.onBehalfOf, vote.at) && !asksForThemselves(ballot, vote.actor, vote.onBehalfOf),
  );
  const left = tally({ ...ballot, votes });
  if (left === 'approved') return null;
  if (left === 'rejected') return 'It was rejected.';
  return votes.length < ballot.votes.length
    ? 'Whoever approved it may no longer do so.'
    : `It has ${votes.length} of ${approvalsNeeded(ballot)} approvals that it needs now.`;
}

/** Why the members there are cannot give what is required, whatever they do; null when they can. */
export function whyNeverMet(required: ApproversRequired, approvers: readonly Approver[], requestedBy: string | null = null): string | null {
  const ballot = { required, approvers, requestedBy, delegations: [], votes: [] };
  const able = approvers.filter((one) => holdsRight(required, one) && !asksForThemselves(ballot, one.actor, one.actor));
  const people = new Set(able.map(({ actor }) => personBehind(approvers, actor)));
  const needed = approvalsNeeded(ballot);
  if (people.size >= needed) return null;
  const who = required.people ? 'of the people named' : `${required.role}${needed === 1 ? '' : 's'}`;
  const there = people.size === 0 ? 'there is none' : people.size === 1 ? 'there is one' : `there are ${people.size}`;
  return `This takes ${needed} ${who}${requestedBy ? ' other than whoever asked for it' : ''}, and ${there} who can approve. Invite more, or ask for less in Settings.`;
}
