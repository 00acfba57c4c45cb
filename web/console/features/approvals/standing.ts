import type { Approval, PersonRef } from '../../../../worker/contract/work';

/** Where somebody stands towards a proposal. Pure. */
export interface Standing {
  /** With whose right they may vote, their own first: null is their own. Empty when they may not. */
  rights: (PersonRef | null)[];
  /** Why they may not vote, in words. */
  whyNot: string | null;
}

/** What a frame of the socket cannot say, since it goes to everybody, is read off who may still vote. */
export function standingOf(approval: Approval, userId: string | undefined): Standing {
  const own = approval.deciders.filter(({ by }) => by.id === userId);
  const rights = own.map(({ onBehalfOf }) => onBehalfOf).toSorted((a, b) => Number(a !== null) - Number(b !== null));
  if (rights.length > 0 && approval.mayDecide !== false) return { rights, whyNot: null };
  return { rights: [], whyNot: approval.whyNot ?? whyNot(approval, userId) };
}

/** The right that is used unless another is chosen, as a decision names it. */
export function firstRight(approval: Approval, userId: string | undefined): { onBehalfOf?: string } {
  const [right] = standingOf(approval, userId).rights;
  return right ? { onBehalfOf: right.id } : {};
}

function whyNot({ votes, requestedBy, required }: Approval, userId: string | undefined): string {
  if (votes.some(({ by }) => by.id === userId)) return 'You have voted on this version already.';
  if (requestedBy && requestedBy.id === userId) return 'Whoever asked for something does not approve it.';
  if (required.people) return 'Only the people named in the rule decide on this.';
  return required.role === 'owner' ? 'Only owners decide on this.' : 'Only organizers and owners decide on this.';
}

export const approvalsSoFar = ({ votes }: Approval) => votes.filter(({ decision }) => decision === 'approve').length;

/** People who could still give what is missing, each once; API keys decide, too, but nobody waits for them. */
export function stillAsked({ deciders }: Approval): PersonRef[] {
  const people = deciders.map(({ by }) => by).filter(({ id }) => !id.startsWith('key:'));
  return [...new Map(people.map((person) => [person.id, person])).values()];
}
