import { and, eq, gt, inArray, sql } from 'drizzle-orm';
import { Role } from '../../contract/common';
import { dayMs } from '../../core/instant';
import type { Approver, DelegatedRight } from '../../core/policy/quorum';
import type { Database } from '../database';
import { apikey, approvalVotes, delegations, member, user } from '../schema';

export interface KnownApprover extends Approver {
  name: string;
  /** '' for keys. */
  email: string;
}

export type VoteRow = typeof approvalVotes.$inferSelect;

/** Everybody who may come into question for a decision: members of any role, and keys that are in force. `now` is real time. */
export async function approversOf(db: Database, organizationId: string, now: number): Promise<KnownApprover[]> {
  const rows = await db.all<{ actor: string; role: string | null; madeBy: string | null; name: string | null; email: string }>(sql`
    SELECT m."userId" AS actor, m."role" AS role, NULL AS madeBy, u."name" AS name, u."email" AS email
      FROM ${member} AS m JOIN ${user} AS u ON u."id" = m."userId" WHERE m."organizationId" = ${organizationId}
    UNION ALL
    SELECT 'key:' || k."id", CASE WHEN json_valid(k."metadata") THEN k."metadata" ->> 'role' END, CASE WHEN json_valid(k."metadata") THEN k."metadata" ->> 'createdBy' END, k."name", ''
      FROM ${apikey} AS k WHERE k."referenceId" = ${organizationId} AND coalesce(k."enabled", 1) = 1 AND (k."expiresAt" IS NULL OR k."expiresAt" > ${now})`);
  return rows.map(({ actor, role, madeBy, name, email }) => ({
    actor,
    role: Role.catch('viewer').parse(role),
    madeBy,
    name: name || email || 'API key',
    email,
  }));
}

/** How long a delegation matters after its end: votes cast under it are checked again when a proposal is carried out. */
const rememberedMs = 14 * dayMs;

export async function delegatedRights(db: Database, organizationId: string, now: number): Promise<DelegatedRight[]> {
  return db
    .select({
      from: delegations.fromUser,
      to: delegations.toUser,
      startsAt: delegations.startsAt,
      endsAt: delegations.endsAt,
      revokedAt: delegations.revokedAt,
    })
    .from(delegations)
    .where(and(eq(delegations.organizationId, organizationId), gt(delegations.endsAt, now - rememberedMs)))
    .limit(500);
}

/** Votes on these proposals, of all versions, in the order they were cast. */
export async function votesOn(db: Database, organizationId: string, approvalIds: string[]): Promise<VoteRow[]> {
  if (approvalIds.length === 0) return [];
  return db
    .select()
    .from(approvalVotes)
    .where(
      and(
        eq(approvalVotes.organizationId, organizationId),
        inArray(approvalVotes.approvalId, sql`(SELECT value FROM json_each(${JSON.stringify(approvalIds)}))`),
      ),
    )
    .orderBy(approvalVotes.at, approvalVotes.id);
}
