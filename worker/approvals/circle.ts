import { type ApproversRequired, type Ballot, type DelegatedRight, oneOrganizer } from '../core/policy/quorum';
import type { Database } from '../db/database';
import type { ApprovalRow } from '../db/records/approvals';
import { approversOf, delegatedRights, type KnownApprover, type VoteRow, votesOn } from '../db/records/approvers';

/** Everybody and everything that decides about some proposals of one organization. */
export interface Circle {
  approvers: KnownApprover[];
  delegations: DelegatedRight[];
  votes: VoteRow[];
  /** Milliseconds since 1970, real time: holidays are those of people, whatever an event's clock says. */
  now: number;
}

export async function circleOf(db: Database, organizationId: string, approvalIds: string[], now: number): Promise<Circle> {
  const [approvers, delegations, votes] = await Promise.all([
    approversOf(db, organizationId, now),
    delegatedRights(db, organizationId, now),
    votesOn(db, organizationId, approvalIds),
  ]);
  return { approvers, delegations, votes, now };
}

export const requiredFor = (row: Pick<ApprovalRow, 'required'>): ApproversRequired => row.required ?? oneOrganizer;

/** The version that was voted on: a pending one is open; what decided it counted the version up by one. */
export function votedVersion(row: ApprovalRow, votes: readonly VoteRow[]): number {
  if (row.state === 'pending') return row.version;
  return Math.max(0, ...votes.filter((vote) => vote.approvalId === row.id).map((vote) => vote.version));
}

export function votesOf(row: ApprovalRow, circle: Circle): VoteRow[] {
  const version = votedVersion(row, circle.votes);
  return circle.votes.filter((vote) => vote.approvalId === row.id && vote.version === version);
}

export function ballotOf(row: ApprovalRow, circle: Circle): Ballot {
  return {
    required: requiredFor(row),
    requestedBy: row.requestedBy,
    approvers: circle.approvers,
    delegations: circle.delegations,
    votes: votesOf(row, circle),
  };
}
