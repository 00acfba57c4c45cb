import { and, asc, desc, eq, gt, isNull, lt, ne, or, sql } from 'drizzle-orm';
import type { Role } from '../../contract/common';
import type { Database } from '../database';
import { apikey, invitation, member, organization, session, user } from '../schema';

export interface Standing {
  /** null when the person belongs to no organization (any more). */
  active: { organizationId: string; organizationName: string; role: Role } | null;
}

/** Whether an address belongs to a member or to somebody with an open invitation. */
export async function isKnownAddress(database: Database, email: string, now: number): Promise<boolean> {
  const [known] = await database.all<{ known: number }>(sql`
    SELECT EXISTS (SELECT 1 FROM ${user} JOIN ${member} ON ${member.userId} = ${user.id} WHERE ${user.email} = ${email})
        OR EXISTS (SELECT 1 FROM ${invitation}
                   WHERE ${invitation.email} = ${email} AND ${invitation.status} = 'pending' AND ${invitation.expiresAt} > ${now}) AS known`);
  return known?.known === 1;
}

/** The organization of a member who is no owner anywhere, or of an invited person; null for owners and strangers. */
export async function organizationThatSeesMailOf(database: Database, email: string, now: number): Promise<string | null> {
  const rows = await database
    .select({ organizationId: member.organizationId, role: member.role })
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .where(eq(user.email, email));
  if (rows.some((row) => row.role === 'owner')) return null;
  const [invited] = rows.length > 0 ? rows : await invitationsFor(database, email, now);
  return invited?.role === 'owner' ? null : (invited?.organizationId ?? null);
}

/** Where the holder of a live session works now: the chosen organization, else the one joined first. */
export async function standingOf(database: Database, sessionToken: string, now: number): Promise<Standing> {
  const rows = await database
    .select({
      organizationId: member.organizationId,
      organizationName: organization.name,
      role: member.role,
      chosen: session.activeOrganizationId,
    })
    .from(session)
    .innerJoin(member, eq(member.userId, session.userId))
    .innerJoin(organization, eq(organization.id, member.organizationId))
    .where(and(eq(session.token, sessionToken), gt(session.expiresAt, new Date(now))))
    .orderBy(asc(member.createdAt), asc(member.id));
  const active = rows.find((row) => row.organizationId === row.chosen) ?? rows[0];
  return {
    active: active ? { organizationId: active.organizationId, organizationName: active.organizationName, role: active.role } : null,
  };
}

/** Makes the first organization with this person as owner, unless there is an organization already. Safe to repeat. */
export async function foundOrganization(
  database: Database,
  founder: { organizationId: string; memberId: string; name: string; userId: string; now: number },
): Promise<void> {
  await database.batch([
    database
      .insert(organization)
      .select(
        sql`SELECT ${founder.organizationId}, ${founder.name}, 'first', NULL, ${founder.now}, NULL WHERE NOT EXISTS (SELECT 1 FROM organization)`,
      ),
    database.insert(member).select(
      sql`SELECT ${founder.memberId}, ${organization.id}, ${founder.userId}, 'owner', ${founder.now} FROM ${organization}
            WHERE ${organization.slug} = 'first' AND NOT EXISTS (SELECT 1 FROM ${member} WHERE ${member.organizationId} = ${organization.id} AND ${member.userId} = ${founder.userId})`,
    ),
  ]);
}

export async function organizationsOf(database: Database, userId: string) {
  return database
    .select({ id: organization.id, name: organization.name, role: member.role })
    .from(member)
    .innerJoin(organization, eq(organization.id, member.organizationId))
    .where(eq(member.userId, userId))
    .orderBy(asc(member.createdAt));
}

export async function organizationById(database: Database, organizationId: string) {
  const [row] = await database
    .select({ id: organization.id, name: organization.name })
    .from(organization)
    .where(eq(organization.id, organizationId));
  return row ?? null;
}

export async function userById(database: Database, userId: string) {
  const [row] = await database.select({ id: user.id, email: user.email, name: user.name }).from(user).where(eq(user.id, userId));
  return row ?? null;
}

export async function renameOrganization(database: Database, organizationId: string, name: string): Promise<void> {
  await database.update(organization).set({ name }).where(eq(organization.id, organizationId));
}

/** Remembers the choice in the session. Returns false when the person is no member there. */
export async function chooseOrganization(
  database: Database,
  sessionToken: string,
  userId: string,
  organizationId: string,
): Promise<boolean> {
  const [row] = await database
    .select({ id: member.id })
    .from(member)
    .where(and(eq(member.userId, userId), eq(member.organizationId, organizationId)));
  if (!row) return false;
  await database.update(session).set({ activeOrganizationId: organizationId }).where(eq(session.token, sessionToken));
  return true;
}

export async function endSession(database: Database, sessionToken: string): Promise<void> {
  await database.delete(session).where(eq(session.token, sessionToken));
}

export async function membersOf(database: Database, organizationId: string) {
  return database
    .select({ id: member.id, userId: member.userId, email: user.email, name: user.name, role: member.role, since: member.createdAt })
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .where(eq(member.organizationId, organizationId))
    .orderBy(asc(member.createdAt), asc(member.id))
    .limit(500);
}

const anotherOwner = (organizationId: string, memberId: string) =>
  sql`EXISTS (SELECT 1 FROM member AS other WHERE other."organizationId" = ${organizationId} AND other."role" = 'owner' AND other."id" <> ${memberId})`;

/** One statement, so that two owners who demote each other at once cannot leave the organization without one. */
export async function changeRole(database: Database, organizationId: string, memberId: string, role: Role): Promise<boolean> {
  const changed = await database
    .update(member)
    .set({ role })
    .where(
      and(
        eq(member.organizationId, organizationId),
        eq(member.id, memberId),
        role === 'owner' ? undefined : or(ne(member.role, 'owner'), anotherOwner(organizationId, memberId)),
      ),
    )
    .returning({ id: member.id });
  return changed.length > 0;
}

/** Returns false for an unknown member and for the last owner. */
export async function removeMember(database: Database, organizationId: string, memberId: string): Promise<boolean> {
  const removed = await database
    .delete(member)
    .where(
      and(
        eq(member.organizationId, organizationId),
        eq(member.id, memberId),
        or(ne(member.role, 'owner'), anotherOwner(organizationId, memberId)),
      ),
    )
    .returning({ id: member.id });
  return removed.length > 0;
}

export async function memberById(database: Database, organizationId: string, memberId: string) {
  const [row] = await database
    .select({ id: member.id, userId: member.userId, role: member.role, email: user.email })
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .where(and(eq(member.organizationId, organizationId), eq(member.id, memberId)));
  return row ?? null;
}

export async function isMember(database: Database, organizationId: string, email: string): Promise<boolean> {
  const rows = await database
    .select({ id: member.id })
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .where(and(eq(member.organizationId, organizationId), eq(user.email, email)));
  return rows.length > 0;
}

export async function openInvitations(database: Database, organizationId: string, now: number) {
  return database
    .select({ id: invitation.id, email: invitation.email, role: invitation.role, expiresAt: invitation.expiresAt })
    .from(invitation)
    .where(and(eq(invitation.organizationId, organizationId), eq(invitation.status, 'pending'), gt(invitation.expiresAt, new Date(now))))
    .orderBy(desc(invitation.createdAt))
    .limit(500);
}

/** A new invitation replaces an open one to the same address. */
export async function invite(
  database: Database,
  row: { id: string; organizationId: string; email: string; role: Role; inviterId: string; expiresAt: number; now: number },
): Promise<void> {
  await database.batch([
    database
      .update(invitation)
      .set({ status: 'canceled' })
      .where(and(eq(invitation.organizationId, row.organizationId), eq(invitation.email, row.email), eq(invitation.status, 'pending'))),
    database.insert(invitation).values({
      id: row.id,
      organizationId: row.organizationId,
      email: row.email,
      role: row.role,
      status: 'pending',
      inviterId: row.inviterId,
      expiresAt: new Date(row.expiresAt),
      createdAt: new Date(row.now),
    }),
  ]);
}

export async function withdrawInvitation(database: Database, organizationId: string, id: string): Promise<boolean> {
  const changed = await database
    .update(invitation)
    .set({ status: 'canceled' })
    .where(and(eq(invitation.organizationId, organizationId), eq(invitation.id, id), eq(invitation.status, 'pending')))
    .returning({ id: invitation.id });
  return changed.length > 0;
}

/** Open invitations to one address, over all organizations. */
export async function invitationsFor(database: Database, email: string, now: number) {
  return database
    .select({ id: invitation.id, organizationId: invitation.organizationId, organizationName: organization.name, role: invitation.role })
    .from(invitation)
    .innerJoin(organization, eq(organization.id, invitation.organizationId))
    .where(and(eq(invitation.email, email), eq(invitation.status, 'pending'), gt(invitation.expiresAt, new Date(now))))
    .limit(50);
}

/** Turns an open invitation to this very address into a membership, once. Returns the organization, or null. */
export async function acceptInvitation(
  database: Database,
  acceptance: { id: string; email: string; userId: string; memberId: string; now: number },
): Promise<string | null> {
  const open = sql`i."id" = ${acceptance.id} AND i."email" = ${acceptance.email} AND i."status" = 'pending' AND i."expiresAt" > ${acceptance.now}`;
  const [, accepted] = await database.batch([
    database
      .insert(member)
      .select(
        sql`SELECT ${acceptance.memberId}, i."organizationId", ${acceptance.userId}, i."role", ${acceptance.now} FROM invitation AS i WHERE ${open}`,
      )
      .onConflictDoNothing({ target: [member.organizationId, member.userId] }),
    database
      .update(invitation)
      .set({ status: 'accepted' })
      .where(
        and(
          eq(invitation.id, acceptance.id),
          eq(invitation.email, acceptance.email),
          eq(invitation.status, 'pending'),
          gt(invitation.expiresAt, new Date(acceptance.now)),
        ),
      )
      .returning({ organizationId: invitation.organizationId }),
  ]);
  return accepted[0]?.organizationId ?? null;
}

export async function apiKeysOf(database: Database, organizationId: string) {
  return database
    .select({
      id: apikey.id,
      name: apikey.name,
      start: apikey.start,
      metadata: apikey.metadata,
      createdAt: apikey.createdAt,
      lastRequest: apikey.lastRequest,
    })
    .from(apikey)
    .where(and(eq(apikey.referenceId, organizationId), eq(apikey.enabled, true)))
    .orderBy(desc(apikey.createdAt))
    .limit(200);
}

export async function keepApiKey(
  database: Database,
  row: { id: string; organizationId: string; name: string; start: string; hash: string; role: Role; createdBy: string; now: number },
): Promise<void> {
  await database.insert(apikey).values({
    id: row.id,
    configId: 'default',
    name: row.name,
    start: row.start,
    prefix: 'evk_',
    key: row.hash,
    referenceId: row.organizationId,
    enabled: true,
    rateLimitEnabled: false,
    requestCount: 0,
    metadata: JSON.stringify({ role: row.role, createdBy: row.createdBy }),
    createdAt: new Date(row.now),
    updatedAt: new Date(row.now),
  });
}

export async function revokeApiKey(database: Database, organizationId: string, id: string): Promise<boolean> {
  const removed = await database
    .delete(apikey)
    .where(and(eq(apikey.referenceId, organizationId), eq(apikey.id, id)))
    .returning({ id: apikey.id });
  return removed.length > 0;
}

/** The key of which only the hash is kept. */
export async function apiKeyByHash(database: Database, hash: string) {
  const [row] = await database
    .select({
      id: apikey.id,
      name: apikey.name,
      organizationId: apikey.referenceId,
      metadata: apikey.metadata,
      expiresAt: apikey.expiresAt,
    })
    .from(apikey)
    .where(and(eq(apikey.key, hash), eq(apikey.enabled, true)));
  return row ?? null;
}

/** Written at most once in `everyMs`, so that reading with a key does not cost a write each time. */
export async function noteApiKeyUse(database: Database, id: string, now: number, everyMs: number): Promise<void> {
  await database
    .update(apikey)
    .set({ lastRequest: new Date(now) })
    .where(and(eq(apikey.id, id), or(isNull(apikey.lastRequest), lt(apikey.lastRequest, new Date(now - everyMs)))));
}
