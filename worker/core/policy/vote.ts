import type { ApprovalState } from './approval';
import { type ApproversRequired, type Ballot, type CastVote, rightToVote, tally } from './quorum';

/** Pure. What one vote does to a proposal. */

export interface OpenProposal {
  state: ApprovalState;
  version: number;
  hash: string;
  /** Milliseconds since 1970 by the event's clock. */
  expiresAt: number;
}

/** Why a proposal takes no decision of whoever looked at this version and hash; null when it does. `eventNow` as `expiresAt`. */
export function whyClosed(proposal: OpenProposal, looked: { version: number; hash?: string | undefined }, eventNow: number): string | null {
  if (proposal.state !== 'pending') return `This proposal is already ${proposal.state}`;
  if (proposal.expiresAt <= eventNow) return 'Nobody decided in time, so this proposal has expired';
  if (proposal.version !== looked.version || (looked.hash !== undefined && looked.hash !== proposal.hash))
    return 'The proposal has changed since you looked at it. Look again and decide';
  return null;
}

export interface Wish {
  actor: string;
  onBehalfOf?: string | undefined;
  decision: 'approve' | 'reject';
  /** Milliseconds since 1970, real time. */
  at: number;
}

/** Why somebody has no right to decide on this proposal, whoever has voted already; null when they have. */
export function whyMayNot(ballot: Ballot, wish: Wish): string | null {
  const right = rightToVote({ ...ballot, votes: [] }, wish.actor, wish.onBehalfOf, wish.at);
  return 'refused' in right ? right.refused : null;
}

/**
 * A vote on a ballot, and what the votes come to with it. `revised`: the vote comes with an edit, which makes a new version
 * that is voted on anew, by the rule that fits what was edited; whoever edits has to have a right under both.
 */
export function considerVote(
  ballot: Ballot,
  wish: Wish,
  revised: ApproversRequired | null,
): { refused: string } | { vote: CastVote; outcome: ReturnType<typeof tally> } {
  const asIs = whyMayNot(ballot, wish);
  if (asIs) return { refused: asIs };
  const next = revised ? { ...ballot, required: revised, votes: [] } : ballot;
  const right = rightToVote(next, wish.actor, wish.onBehalfOf, wish.at);
  if ('refused' in right) return { refused: revised ? `As edited, this is not for you to approve. ${right.refused}` : right.refused };
  const vote = { actor: wish.actor, onBehalfOf: right.right, decision: wish.decision, at: wish.at };
  return { vote, outcome: tally({ ...next, votes: [...next.votes, vote] }) };
}
