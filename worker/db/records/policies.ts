import { and, desc, eq, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { AgentName } from '../../contract/common';
import type { PolicyScope } from '../../contract/policies';
import type { AgentPolicyBody } from '../../core/policy/agent-policy';
import { defaultEventPolicy, EventPolicy } from '../../core/policy/event-policy';
import { asBatch } from '../commit';
import type { Database } from '../database';
import { guard, isGuardFailure, isUniqueFailure } from '../guard';
import { agentSettings, approvals, member, policyVersions } from '../schema';

export type PolicyVersionRow = typeof policyVersions.$inferSelect;

interface EventKey {
  organizationId: string;
  eventId: string;
}

export interface PolicyInForce {
  scope: PolicyScope;
  version: number;
  body: AgentPolicyBody | EventPolicy;
  note: string;
  changedBy: string;
  changedAt: number | null;
}

/** What is in force in every scope: the five agents in the order of their names, then the event. */
export async function policiesInForce(db: Database, { organizationId, eventId }: EventKey): Promise<PolicyInForce[]> {
  const [settings, versions] = await db.batch([
    db
      .select()
      .from(agentSettings)
      .where(and(eq(agentSettings.organizationId, organizationId), eq(agentSettings.eventId, eventId)))
      .orderBy(agentSettings.agent),
    db
      .select()
      .from(policyVersions)
      .where(
        and(
          eq(policyVersions.organizationId, organizationId),
          eq(policyVersions.eventId, eventId),
          sql`${policyVersions.version} = (SELECT max(later.version) FROM policy_versions later WHERE later.event_id = ${policyVersions.eventId} AND later.scope = ${policyVersions.scope})`,
        ),
      ),
  ]);
  const written = (scope: string) => versions.find((row) => row.scope === scope);
  const event = written('event');
  return [
    ...settings.map((row): PolicyInForce => {
      const { mode, autonomy, limits, allowances, version } = row;
      const latest = written(row.agent);
      const said = latest?.version === version ? latest : null;
      return {
        scope: AgentName.parse(row.agent),
        version,
        body: { mode, autonomy, limits, allowances },
        note: said?.note ?? 'As the event was made.',
        changedBy: said?.changedBy ?? row.updatedBy,
        changedAt: said?.changedAt ?? row.updatedAt,
      };
    }),
    {
      scope: 'event',
      version: event?.version ?? 0,
      body: event ? EventPolicy.parse(event.body) : defaultEventPolicy,
      note: event?.note ?? 'The defaults.',
      changedBy: event?.changedBy ?? '',
      changedAt: event?.changedAt ?? null,
    },
  ];
}

/** Every version that was written, latest first. */
export async function policyHistory(db: Database, { organizationId, eventId }: EventKey, scope: PolicyScope): Promise<PolicyVersionRow[]> {
  return db
    .select()
    .from(policyVersions)
    .where(and(eq(policyVersions.organizationId, organizationId), eq(policyVersions.eventId, eventId), eq(policyVersions.scope, scope)))
    .orderBy(desc(policyVersions.version))
    .limit(500);
}

export interface PolicyWrite {
  /** The version that was looked at: another one in force by now refuses the write. */
  seen: number;
  note: string;
  by: string;
  now: number;
  /** Statements that are written with it, or not at all. */
  along?: BatchItem<'sqlite'>[];
}

/** Puts an agent's policy in force as the next version. False when another version is in force by now. */
export async function writeAgentPolicy(
  db: Database,
  { organizationId, eventId }: EventKey,
  agent: AgentName,
  body: AgentPolicyBody,
  write: PolicyWrite,
): Promise<boolean> {
  const own = and(eq(agentSettings.organizationId, organizationId), eq(agentSettings.eventId, eventId), eq(agentSettings.agent, agent));
  return inForce(
    db.batch(
      asBatch([
        guard(db, sql`EXISTS (SELECT 1 FROM ${agentSettings} WHERE ${own} AND ${agentSettings.version} = ${write.seen})`),
        // What nobody wrote is kept as well, so that the first change can be rolled back. All columns, in their order.
        db
          .insert(policyVersions)
          .select(
            sql`SELECT organization_id, event_id, agent, version, json_object('mode', mode, 'autonomy', autonomy, 'limits', json(limits), 'allowances', json(allowances)), 'As the event was made.', updated_by, updated_at
              FROM ${agentSettings} WHERE ${own}`,
          )
          .onConflictDoNothing(),
        db
          .insert(policyVersions)
          .values({ organizationId, eventId, scope: agent, version: write.seen + 1, body: { ...body }, ...said(write) }),
        db
          .update(agentSettings)
          .set({ ...body, version: write.seen + 1, updatedAt: write.now, updatedBy: write.by })
          .where(own),
        ...(write.along ?? []),
      ]),
    ),
  );
}

/** Puts an event's policy in force as the next version; version 0 are the defaults. */
export async function writeEventPolicy(
  db: Database,
  { organizationId, eventId }: EventKey,
  body: EventPolicy,
  write: PolicyWrite,
): Promise<boolean> {
  return inForce(
    db.batch(
      asBatch([
        guard(
          db,
          sql`(SELECT coalesce(max(version), 0) FROM ${policyVersions} WHERE organization_id = ${organizationId} AND event_id = ${eventId} AND scope = 'event') = ${write.seen}`,
        ),
        db
          .insert(policyVersions)
          .values({ organizationId, eventId, scope: 'event', version: write.seen + 1, body: { ...body }, ...said(write) }),
        ...(write.along ?? []),
      ]),
    ),
  );
}

const said = ({ note, by, now }: PolicyWrite) => ({ note, changedBy: by, changedAt: now });

async function inForce(batch: Promise<unknown>): Promise<boolean> {
  try {
    await batch;
    return true;
  } catch (error) {
    if (isGuardFailure(error) || isUniqueFailure(error)) return false;
    throw error;
  }
}

/** Proposals that wait for a person, of one agent or all. */
export async function waitingProposals(db: Database, { organizationId, eventId }: EventKey, agent: AgentName | null) {
  return db
    .select({ id: approvals.id, agent: approvals.agent, conversationId: approvals.conversationId, preview: approvals.preview })
    .from(approvals)
    .where(
      and(
        eq(approvals.organizationId, organizationId),
        eq(approvals.eventId, eventId),
        eq(approvals.state, 'pending'),
        agent ? eq(approvals.agent, agent) : undefined,
      ),
    )
    .orderBy(approvals.createdAt)
    .limit(200);
}

/** User ids of those who may approve. */
export async function approversOf(db: Database, organizationId: string): Promise<{ owners: string[]; organizers: string[] }> {
  const rows = await db.select({ userId: member.userId, role: member.role }).from(member).where(eq(member.organizationId, organizationId));
  const of = (role: string) => rows.filter((row) => row.role === role).map((row) => row.userId);
  return { owners: of('owner'), organizers: of('organizer') };
}
