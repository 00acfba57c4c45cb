import { reviewAfter } from '../../autonomy/review';
import { AgentName } from '../../contract/common';
import type { Stop, StopScope } from '../../contract/stops';
import type { CommandView } from '../../contract/work';
import { AppError } from '../../core/errors';
import { type Database, databaseOf } from '../../db/database';
import { eventById } from '../../db/records/events';
import { commandById } from '../../db/records/outbox';
import { listStops, resumeAgents, type StopRow, stopAgents, undoCommands } from '../../db/records/stops';
import { listCommands } from '../../db/records/work';
import { agentObjects, orchestratorOf } from '../../objects';
import { consequences } from '../../queues/consequences';
import type { HandlerTable } from '../app';
import { decodeCursor, pageFrom } from '../cursor';

export const stopRoutes = {
  async 'GET /events/{eventId}/stops'({ env, identity, params, query }) {
    const db = databaseOf(env, identity.organizationId);
    const rows = await listStops(db, identity.organizationId, params.eventId, decodeCursor(query.cursor), query.limit);
    const page = pageFrom(
      rows,
      query.limit,
      (row) => [row.at, row.id],
      (row) => row,
    );
    return { ...page, items: await stopViews(db, identity.organizationId, params.eventId, page.items) };
  },

  async 'POST /events/{eventId}/stop'({ env, identity, params, body, now }) {
    const { organizationId, actor } = identity;
    const { eventId } = params;
    const db = databaseOf(env, organizationId);
    const eventNow = await clockOf(db, organizationId, eventId, now);
    const kind = body.scope === 'agent' ? ('agent' as const) : ('all_agents' as const);
    const row = await stopAgents(db, { organizationId, eventId, kind, agents: agentsOf(body), by: actor }, { now, eventNow });
    await tellAgents(env, eventId);
    return stopView(db, organizationId, eventId, row);
  },

  async 'POST /events/{eventId}/resume'({ env, identity, params, body, now }) {
    const { organizationId, actor } = identity;
    const released = await resumeAgents(databaseOf(env, organizationId), organizationId, params.eventId, agentsOf(body), actor, now);
    await tellAgents(env, params.eventId);
    await orchestratorOf(env, params.eventId).look();
    return { released };
  },

  async 'POST /events/{eventId}/commands/{commandId}/undo'({ env, identity, params, now }) {
    const { organizationId, actor } = identity;
    const { eventId, commandId } = params;
    const db = databaseOf(env, organizationId);
    const [command, event] = await Promise.all([commandById(db, organizationId, commandId), eventById(db, organizationId, eventId)]);
    if (command?.eventId !== eventId || !event) throw new AppError('not_found', 'There is no such effect in this event.');
    const at = event.clockNow ?? now;
    const cancelled = { state: 'cancelled' as const, providerRef: null, pending: false };
    const taken = command.approvalId
      ? await undoCommands(
          db,
          { organizationId, eventId, approvalId: command.approvalId },
          (one) => consequences(env, one, event, cancelled, at),
          actor,
          at,
        )
      : null;
    if (!taken)
      throw new AppError(
        'conflict',
        'It is too late to take this back: its undo window is over, or it never had one. Nothing was changed.',
      );
    // The attendee may have heard of the approval: the orchestrator has them told, and looks after it again after a crash.
    if (command.approvalId)
      await Promise.all([orchestratorOf(env, eventId).approvalChanged(command.approvalId), orchestratorOf(env, eventId).look()]);
    await reviewAfter(env, { organizationId, eventId }, now);
    const [view] = await listCommands(db, organizationId, eventId, { ids: [commandId] }, null, 1);
    if (!view) throw new AppError('not_found', 'There is no such effect in this event.');
    return view;
  },
} satisfies Partial<HandlerTable>;

function agentsOf(scope: StopScope): AgentName[] {
  return scope.scope === 'agent' ? [scope.agent] : [...AgentName.options];
}

/** The objects keep settings in memory: a stop is felt at once. */
async function tellAgents(env: Env, eventId: string): Promise<void> {
  await Promise.all(agentObjects(env, eventId).map((object) => object.settingsChanged()));
}

async function clockOf(db: Database, organizationId: string, eventId: string, now: number): Promise<number> {
  return (await eventById(db, organizationId, eventId))?.clockNow ?? now;
}

async function stopView(db: Database, organizationId: string, eventId: string, row: StopRow): Promise<Stop> {
  const [view] = await stopViews(db, organizationId, eventId, [row]);
  if (!view) throw new Error('a stop without a view');
  return view;
}

async function stopViews(db: Database, organizationId: string, eventId: string, rows: StopRow[]): Promise<Stop[]> {
  const late = rows.map((row) => idsOf(row.result.couldNotStop));
  const ids = [...new Set(late.flat())];
  const commands: CommandView[] =
    ids.length === 0 ? [] : (await listCommands(db, organizationId, eventId, { ids }, null, ids.length)).slice(0, ids.length);
  return rows.map((row, index) => ({
    id: row.id,
    kind: row.kind,
    agents: row.agents.map((agent) => AgentName.parse(agent)),
    by: row.by,
    at: row.at,
    liftedAt: row.liftedAt,
    held: Number(row.result.held ?? 0),
    cancelled: Number(row.result.cancelled ?? 0),
    couldNotStop: commands.filter((command) => late[index]?.includes(command.id)),
  }));
}

const idsOf = (value: unknown): string[] => (Array.isArray(value) ? value.filter((id) => typeof id === 'string') : []);
