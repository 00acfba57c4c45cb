import type { ToolContext } from '../agents/define-tool';
import { AppError } from '../core/errors';
import type { ToolOutcome } from '../core/loop/journal';
import { type Database, databaseOf } from '../db/database';
import { eventScope } from '../db/records/event-scope';
import type { SalesKey } from '../db/records/outreach/campaigns';
import { salesObject } from '../objects';
import { salesContext } from './context';

/** What routes of sales work with: the records of one event as its agent reads them, at its clock. */
export interface Desk {
  db: Database;
  key: SalesKey;
  context: ToolContext;
}

/** Throws `not_found` for an event of another organization. */
export async function salesDesk(env: Env, organizationId: string, eventId: string, realNow: number): Promise<Desk> {
  const db = databaseOf(env, organizationId);
  const scope = await eventScope(db, eventId, 'sales');
  if (scope?.event.organizationId !== organizationId) throw new AppError('not_found', 'There is no such event.');
  return { db, key: { organizationId, eventId }, context: salesContext(env, scope, scope.event.clockNow ?? realNow, null) };
}

/** A tool of the agent that somebody asked for by name. */
export async function askAgent(
  env: Env,
  eventId: string,
  call: { name: string; args: Record<string, unknown>; reasoning: string; requestedBy: string },
): Promise<ToolOutcome> {
  return outcomeOf(await salesObject(env, eventId).callTool(JSON.stringify(call)));
}

/** What the object itself stringified: its shape is that of `ToolOutcome`. */
function outcomeOf(json: string): ToolOutcome {
  return JSON.parse(json) as ToolOutcome;
}

/** Throws with what to do for a call that came to nothing. */
export function queuedOrWaiting(outcome: ToolOutcome): { outcome: 'queued' | 'waiting'; approvalId: string | null } {
  switch (outcome.kind) {
    case 'done':
      return { outcome: 'queued', approvalId: null };
    case 'waiting':
    case 'escalated':
      return { outcome: 'waiting', approvalId: outcome.approvalId };
    case 'refused':
      throw new AppError('refused', outcome.reason);
    case 'failed':
      throw new AppError('conflict', outcome.message, { retry: 'later' });
  }
}
