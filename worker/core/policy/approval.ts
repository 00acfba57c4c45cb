import type { Verdict } from './verdict';

export type ApprovalState = 'pending' | 'approved' | 'rejected' | 'expired' | 'executed' | 'stale' | 'cancelled';
export type ApprovalMove = 'approve' | 'reject' | 'expire' | 'execute' | 'find_moved' | 'cancel';

const moves: Record<ApprovalState, Partial<Record<ApprovalMove, ApprovalState>>> = {
  pending: { approve: 'approved', reject: 'rejected', expire: 'expired', cancel: 'cancelled' },
  approved: { execute: 'executed', find_moved: 'stale', cancel: 'cancelled' },
  rejected: {},
  expired: {},
  executed: {},
  stale: {},
  cancelled: {},
};

/** Where a move leads, or null where it is not allowed: the first decision counts. */
export function afterMove(state: ApprovalState, move: ApprovalMove): ApprovalState | null {
  return moves[state][move] ?? null;
}

/** Which bound facts have changed since a person looked at them: name, then, now. */
export function movedFacts(
  bound: Record<string, unknown>,
  current: Record<string, unknown>,
): { fact: string; was: unknown; is: unknown }[] {
  return Object.keys({ ...bound, ...current })
    .filter((fact) => JSON.stringify(bound[fact]) !== JSON.stringify(current[fact]))
    .map((fact) => ({ fact, was: bound[fact], is: current[fact] }));
}

/** With a person's approval, what asks or escalates may happen; what refuses may not. */
export function afterApproval(verdict: Verdict): 'execute' | 'refuse' {
  return verdict.kind === 'refuse' ? 'refuse' : 'execute';
}
