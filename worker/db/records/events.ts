import { and, asc, desc, eq, lt, or } from 'drizzle-orm';
import type { AgentName, Mode } from '../../contract/common';
import type { Database } from '../database';
import { agentSettings, events } from '../schema';

export type EventRow = typeof events.$inferSelect;
export type NewEventRow = typeof events.$inferInsert;
export type AgentSettingsRow = typeof agentSettings.$inferSelect;

export interface AgentDefaults {
  agent: AgentName;
  mode: Mode;
  autonomy: number;
  limits: Record<string, number>;
}

/** An event with the settings of its agents, all or nothing. */
export async function insertEvent(database: Database, event: NewEventRow, agents: AgentDefaults[], updatedBy: string): Promise<void> {
  await database.batch([
    database.insert(events).values(event),
    ...agents.map((agent) =>
      database.insert(agentSettings).values({
        ...agent,
        organizationId: event.organizationId,
        eventId: event.id,
        paused: false,
        version: 1,
        updatedAt: event.createdAt,
        updatedBy,
      }),
    ),
  ]);
}

export async function eventById(database: Database, organizationId: string, eventId: string): Promise<EventRow | null> {
  const [row] = await database
    .select()
    .from(events)
    .where(and(eq(events.organizationId, organizationId), eq(events.id, eventId)));
  return row ?? null;
}

/** The organization itself if the event is its own, else null. */
export async function eventOrganization(database: Database, organizationId: string, eventId: string): Promise<string | null> {
  const [row] = await database
    .select({ organizationId: events.organizationId })
    .from(events)
    .where(and(eq(events.organizationId, organizationId), eq(events.id, eventId)));
  return row?.organizationId ?? null;
}

/** Newest first, one more than `limit` when there is a next page. */
export async function eventsOf(
  database: Database,
  organizationId: string,
  before: [createdAt: number, id: string] | null,
  limit: number,
): Promise<EventRow[]> {
  const older = before ? or(lt(events.createdAt, before[0]), and(eq(events.createdAt, before[0]), lt(events.id, before[1]))) : undefined;
  return database
    .select()
    .from(events)
    .where(and(eq(events.organizationId, organizationId), older))
    .orderBy(desc(events.createdAt), desc(events.id))
    .limit(limit + 1);
}

export async function changeEvent(
  database: Database,
  organizationId: string,
  eventId: string,
  change: Partial<NewEventRow> & { updatedAt: number },
): Promise<EventRow | null> {
  const [row] = await database
    .update(events)
    .set(change)
    .where(and(eq(events.organizationId, organizationId), eq(events.id, eventId)))
    .returning();
  return row ?? null;
}

/** Origins that may load the widget of an event, whoever owns it; an unknown event has none. */
export async function widgetOrigins(database: Database, eventId: string): Promise<string[]> {
  const [row] = await database.select({ origins: events.allowedOrigins }).from(events).where(eq(events.id, eventId));
  return row?.origins ?? [];
}

export async function agentSettingsOf(database: Database, organizationId: string, eventId: string): Promise<AgentSettingsRow[]> {
  return database
    .select()
    .from(agentSettings)
    .where(and(eq(agentSettings.organizationId, organizationId), eq(agentSettings.eventId, eventId)))
    .orderBy(asc(agentSettings.agent));
}
