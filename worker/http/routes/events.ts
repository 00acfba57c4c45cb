import { agents } from '../../agents';
import { AgentName } from '../../contract/common';
import type { AgentSettings, Event, eventEndpoints } from '../../contract/events';
import { AppError } from '../../core/errors';
import { AgentPolicyBody, withChange } from '../../core/policy/agent-policy';
import { databaseOf } from '../../db/database';
import { clockOf } from '../../db/records/approvals';
import {
  type AgentDefaults,
  type AgentSettingsRow,
  agentSettingsOf,
  changeEvent,
  type EventRow,
  eventById,
  eventsOf,
  insertEvent,
} from '../../db/records/events';
import { resumeAgents, stopAgents, stopCancelledEvent } from '../../db/records/stops';
import { orchestratorOf } from '../../objects';
import { changePolicy, policyInForce, tellAgents } from '../../policies/change';
import { newId } from '../../random';
import { decodeCursor, pageFrom } from '../cursor';
import type { Handlers } from '../handler';

const agentDefaults: AgentDefaults[] = Object.values(agents).map(({ name, mode, autonomy, limits }) => ({
  agent: name,
  mode,
  autonomy,
  limits,
}));

type OwnEvents = Omit<typeof eventEndpoints, 'GET /events/{eventId}/today' | 'POST /events/{eventId}/clock'>;

export const eventRoutes = {
  async 'GET /events'({ env, identity, query }) {
    const rows = await eventsOf(databaseOf(env, identity.organizationId), identity.organizationId, decodeCursor(query.cursor), query.limit);
    return pageFrom(rows, query.limit, (row) => [row.createdAt, row.id], eventView);
  },

  async 'POST /events'({ env, identity, body, now }) {
    const { clockNow, ...event } = body;
    if (body.clock === 'real' && clockNow !== undefined) {
      throw new AppError('invalid_input', 'Only an event with a virtual clock can start at another time. Leave out clockNow.', {
        fields: { clockNow: 'needs "clock": "virtual"' },
      });
    }
    const id = newId('event', now);
    await insertEvent(
      databaseOf(env, identity.organizationId),
      {
        ...event,
        id,
        organizationId: identity.organizationId,
        refundPolicy: byDate(event.refundPolicy),
        clockNow: event.clock === 'virtual' ? (clockNow === undefined ? now : Date.parse(clockNow)) : null,
        state: 'active',
        createdAt: now,
        updatedAt: now,
      },
      agentDefaults,
      identity.actor,
    );
    return eventView(await existing(env, identity.organizationId, id));
  },

  async 'GET /events/{eventId}'({ env, identity, params }) {
    return eventView(await existing(env, identity.organizationId, params.eventId));
  },

  async 'PATCH /events/{eventId}'({ env, identity, params, body, now }) {
    const before = await existing(env, identity.organizationId, params.eventId);
    if ((body.endsAt ?? before.endsAt) < (body.startsAt ?? before.startsAt)) {
      throw new AppError('invalid_input', 'The event must not end before it starts.', {
        fields: { endsAt: 'must not be before startsAt' },
      });
    }
    const changed = await changeEvent(databaseOf(env, identity.organizationId), identity.organizationId, params.eventId, {
      ...body,
      ...(body.refundPolicy ? { refundPolicy: byDate(body.refundPolicy) } : {}),
      updatedAt: now,
    });
    if (!changed) throw noEvent();
    await tellAgents(env, params.eventId);
    // From here on nothing of it is claimed: what is queued and approved is ended, and what was faster is listed.
    if (changed.state === 'cancelled' && before.state !== 'cancelled') {
      const stop = { organizationId: identity.organizationId, eventId: params.eventId, by: identity.actor };
      await stopCancelledEvent(databaseOf(env, identity.organizationId), stop, { now, eventNow: changed.clockNow ?? now });
    }
    return eventView(changed);
  },

  async 'GET /events/{eventId}/agents'({ env, identity, params }) {
    const rows = await agentSettingsOf(databaseOf(env, identity.organizationId), identity.organizationId, params.eventId);
    return { items: rows.map(settingsView) };
  },

  async 'PATCH /events/{eventId}/agents/{agent}'({ env, identity, params, body, now }) {
    const { organizationId } = identity;
    const key = { organizationId, eventId: params.eventId };
    const { paused, ...change } = body;
    requireKnownLimits(params.agent, Object.keys(change.limits ?? {}));
    if (Object.keys(change).length > 0) await mergePolicy(env, key, params.agent, change, { by: identity.actor, now });
    const db = databaseOf(env, organizationId);
    const own = [params.agent];
    if (paused === true) {
      const eventNow = await clockOf(db, organizationId, params.eventId, now);
      await stopAgents(db, { ...key, kind: 'agent', agents: own, by: identity.actor }, { now, eventNow });
    }
    if (paused === false) await resumeAgents(db, organizationId, params.eventId, own, identity.actor, now);
    if (paused !== undefined) await tellAgents(env, params.eventId);
    if (paused === false) await orchestratorOf(env, params.eventId).look();
    const changed = (await agentSettingsOf(db, organizationId, params.eventId)).find(({ agent }) => agent === params.agent);
    if (!changed) throw new AppError('not_found', 'This event has no such agent.');
    return settingsView(changed);
  },
} satisfies Handlers<OwnEvents>;

/** Changes parts of an agent's policy. Somebody else's change at the same moment stays, and this one is made to it. */
async function mergePolicy(
  env: Env,
  key: { organizationId: string; eventId: string },
  agent: AgentName,
  change: Parameters<typeof withChange>[1],
  by: { by: string; now: number },
  attempts = 3,
): Promise<void> {
  const before = await policyInForce(databaseOf(env, key.organizationId), key, agent);
  const body = withChange(AgentPolicyBody.parse(before.body), change);
  try {
    await changePolicy(env, key, { scope: agent, body }, { ...by, seen: before.version, note: 'Changed in Settings.' });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'conflict' || attempts <= 1) throw error;
    await mergePolicy(env, key, agent, change, by, attempts - 1);
  }
}

/** A limit with a misspelled name would hold nothing back. */
function requireKnownLimits(agent: AgentName, names: string[]): void {
  const known = Object.keys(agents[agent].limits);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length === 0) return;
  throw new AppError('invalid_input', `The ${agent} agent has ${known.length > 0 ? `the limits ${known.join(', ')}` : 'no limits'}.`, {
    fields: Object.fromEntries(unknown.map((name) => [`limits.${name}`, 'is not a limit of this agent'])),
  });
}

async function existing(env: Env, organizationId: string, eventId: string): Promise<EventRow> {
  const row = await eventById(databaseOf(env, organizationId), organizationId, eventId);
  if (!row) throw noEvent();
  return row;
}

const noEvent = () => new AppError('not_found', 'There is no such event in your organization.');

function byDate<Step extends { until: string }>(steps: Step[]): Step[] {
  return [...steps].sort((a, b) => a.until.localeCompare(b.until));
}

/** Also the event's own now: of a virtual clock what it shows. */
export function eventView(row: EventRow): Event {
  const { organizationId: _organization, clockNow, updatedAt: _updated, ...shown } = row;
  return { ...shown, now: row.clock === 'virtual' && clockNow !== null ? clockNow : Date.now() };
}

function settingsView(row: AgentSettingsRow): AgentSettings {
  const { purpose, tools } = agents[AgentName.parse(row.agent)];
  return {
    agent: AgentName.parse(row.agent),
    mode: row.mode,
    autonomy: row.autonomy,
    paused: row.paused,
    limits: row.limits,
    version: row.version,
    purpose,
    tools: tools.map(({ name, description, effect }) => ({ name, description, effect })),
  };
}
