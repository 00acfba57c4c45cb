import { and, desc, eq, lte } from 'drizzle-orm';
import type { AgentName } from '../../contract/common';
import { defaultEventPolicy, EventPolicy } from '../../core/policy/event-policy';
import type { AgentPolicy, EventRecord } from '../../ports/records';
import type { Database } from '../database';
import { agentSettings, events, policyVersions } from '../schema';

export interface EventScope {
  event: EventRecord;
  policy: AgentPolicy;
}

/** The event that an object works for and the settings of its agent. Only objects, which know their event's id from their name, call this. */
export async function eventScope(db: Database, eventId: string, agent: AgentName): Promise<EventScope | null> {
  const [row] = await db
    .select({ event: events, settings: agentSettings, policy: policyVersions })
    .from(events)
    .leftJoin(agentSettings, and(eq(agentSettings.eventId, events.id), eq(agentSettings.agent, agent)))
    .leftJoin(policyVersions, and(eq(policyVersions.eventId, events.id), eq(policyVersions.scope, 'event')))
    .where(eq(events.id, eventId))
    .orderBy(desc(policyVersions.version))
    .limit(1);
  if (!row) return null;
  const { id, ...event } = row.event;
  const settings = row.settings;
  return {
    event: { eventId: id, ...event },
    policy: {
      mode: settings?.mode ?? 'review_only',
      autonomy: settings?.autonomy ?? 0,
      paused: settings?.paused ?? false,
      limits: settings?.limits ?? {},
      allowances: settings?.allowances ?? {},
      version: settings?.version ?? 0,
      event: row.policy ? EventPolicy.parse(row.policy.body) : defaultEventPolicy,
      eventVersion: row.policy?.version ?? 0,
    },
  };
}

/** What holds for all agents of an event now. */
export async function eventPolicyOf(db: Database, organizationId: string, eventId: string): Promise<EventPolicy> {
  const [row] = await db
    .select({ body: policyVersions.body })
    .from(policyVersions)
    .where(and(eq(policyVersions.organizationId, organizationId), eq(policyVersions.eventId, eventId), eq(policyVersions.scope, 'event')))
    .orderBy(desc(policyVersions.version))
    .limit(1);
  return row ? EventPolicy.parse(row.body) : defaultEventPolicy;
}

/** Where a virtual clock stands. It never moves back. */
export async function advanceClock(db: Database, organizationId: string, eventId: string, now: number): Promise<void> {
  await db
    .update(events)
    .set({ clockNow: now })
    .where(and(eq(events.organizationId, organizationId), eq(events.id, eventId), eq(events.clock, 'virtual'), lte(events.clockNow, now)));
}
