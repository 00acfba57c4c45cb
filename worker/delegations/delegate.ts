import type { Delegation } from '../contract/delegations';
import { AppError } from '../core/errors';
import { dayMs } from '../core/instant';
import type { Database } from '../db/database';
import { approversOf, type KnownApprover } from '../db/records/approvers';
import { type DelegationRow, delegationById, keepDelegation, listDelegations, revokeDelegation } from '../db/records/delegations';
import { newId } from '../random';

/** The longest absence that somebody may be stood in for; a longer one takes a role. */
const longestMs = 92 * dayMs;

interface Wish {
  from?: string;
  to: string;
  startsAt: number;
  endsAt: number;
}

/**
 * Lets `to` decide for `from` for a while. People arrange it for themselves, owners for anybody. A delegation gives what
 * `from` may do and no more: roles are looked at when it is used.
 */
export async function delegate(db: Database, organizationId: string, actor: string, wish: Wish, now: number): Promise<Delegation> {
  const people = await approversOf(db, organizationId, now);
  const self = people.find((one) => one.actor === actor);
  if (!self || actor.startsWith('key:')) throw new AppError('refused', 'An API key delegates nothing. Sign in to do this.');
  const from = decider(people, wish.from ?? actor, 'from');
  const to = decider(people, wish.to, 'to');
  if (from.actor !== actor && self.role !== 'owner')
    throw new AppError('forbidden', 'Only an owner arranges this for somebody else. Leave out `from` to do it for yourself.');
  if (from.actor === to.actor) throw invalid('to', 'must be somebody else');
  if (wish.endsAt <= wish.startsAt) throw invalid('endsAt', 'must be after the start');
  if (wish.endsAt <= now) throw invalid('endsAt', 'must lie ahead');
  if (wish.endsAt - wish.startsAt > longestMs) throw invalid('endsAt', 'must be at most 92 days after the start');
  const row: DelegationRow = {
    id: newId('delegation', now),
    organizationId,
    fromUser: from.actor,
    toUser: to.actor,
    startsAt: wish.startsAt,
    endsAt: wish.endsAt,
    createdBy: actor,
    createdAt: now,
    revokedAt: null,
  };
  await keepDelegation(db, row);
  return view(row, people, now);
}

export async function delegations(db: Database, organizationId: string, now: number): Promise<Delegation[]> {
  const [rows, people] = await Promise.all([listDelegations(db, organizationId), approversOf(db, organizationId, now)]);
  return rows.map((row) => view(row, people, now));
}

/** Ends it now. Whoever is away, whoever stands in, and owners may. */
export async function endDelegation(db: Database, organizationId: string, actor: string, id: string, now: number): Promise<void> {
  const row = await delegationById(db, organizationId, id);
  if (!row) throw new AppError('not_found', 'There is no such delegation.');
  const people = await approversOf(db, organizationId, now);
  const isOwner = people.some((one) => one.actor === actor && one.role === 'owner');
  if (![row.fromUser, row.toUser].includes(actor) && !isOwner)
    throw new AppError('forbidden', 'Only the two people of a delegation and owners end it.');
  await revokeDelegation(db, organizationId, id, now);
}

function decider(people: KnownApprover[], id: string, field: string): KnownApprover {
  const person = people.find((one) => one.actor === id && !id.startsWith('key:'));
  if (!person) throw invalid(field, 'must be the user id of a member; see GET /members');
  if (person.role === 'viewer') throw invalid(field, 'must be an organizer or owner: viewers decide nothing');
  return person;
}

function invalid(field: string, problem: string): AppError {
  return new AppError('invalid_input', `The delegation is not valid. ${field}: ${problem}`, { fields: { [field]: problem } });
}

function view(row: DelegationRow, people: KnownApprover[], now: number): Delegation {
  const person = (id: string) => ({ id, name: people.find((one) => one.actor === id)?.name ?? 'Somebody who has left' });
  const { id, startsAt, endsAt, createdAt, revokedAt } = row;
  const state = revokedAt !== null ? 'revoked' : endsAt <= now ? 'ended' : startsAt > now ? 'upcoming' : 'active';
  return { id, from: person(row.fromUser), to: person(row.toUser), startsAt, endsAt, createdBy: person(row.createdBy), createdAt, state };
}
