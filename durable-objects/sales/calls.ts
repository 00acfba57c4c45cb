import type { ToolContext } from '../../worker/agents/define-tool';
import { type RunToolPorts, runTool } from '../../worker/agents/run-tool';
import { salesAgent } from '../../worker/agents/sales/agent';
import type { ToolOutcome } from '../../worker/core/loop/journal';
import { databaseOf } from '../../worker/db/database';
import type { EventScope } from '../../worker/db/records/event-scope';
import { keepActivities } from '../../worker/db/records/outreach/keep-activities';
import { sha256 } from '../../worker/digest';
import type { Activity } from '../../worker/ports/commit';
import { newId } from '../../worker/random';
import { commitFor } from '../commit-for';

/** What the parts of the sales object share. */
export interface SalesDesk {
  readonly bindings: Env;
  readonly eventId: string;
  eventScope(): Promise<EventScope>;
  now(scope: EventScope): number;
  context(scope: EventScope, requestedBy: string | null): ToolContext;
  approvalChanged(approvalId: string): Promise<void>;
  /** Wakes the consumer of committed commands, and looks again soon: a poke may be lost. */
  poked(scope: EventScope, commandIds: string[]): Promise<void>;
  logGrew(): Promise<void>;
}

export interface SalesCall {
  /** From facts: the same move has the same run, however often it is tried. */
  runId: string;
  name: string;
  args: Record<string, unknown>;
  reasoning: string;
  requestedBy: string | null;
}

/** One call of a tool of the sales agent, through the one pipeline, with its activity and what it put on its way. */
export async function callTool(desk: SalesDesk, scope: EventScope, call: SalesCall, context?: ToolContext): Promise<ToolOutcome> {
  const activities: Activity[] = [];
  const ports: RunToolPorts = {
    commit: commitFor(desk.bindings, scope, () => desk.now(scope)),
    record: (activity) => activities.push(activity),
    newId: (kind) => newId(kind),
    sha256,
    stopwatch: () => Date.now(),
  };
  const { outcome, approval, commandIds } = await runTool(
    {
      agent: salesAgent,
      call: { id: `call_${call.runId.slice(4)}`, name: call.name, args: call.args },
      context: context ?? desk.context(scope, call.requestedBy),
      runId: call.runId,
      reasoning: call.reasoning,
      model: 'embedded',
      tokens: null,
    },
    ports,
  );
  const { organizationId, eventId } = scope.event;
  await keepActivities(databaseOf(desk.bindings, organizationId), { organizationId, eventId }, activities);
  if (approval) await desk.approvalChanged(approval.id);
  await desk.poked(scope, commandIds);
  await desk.logGrew();
  return outcome.kind === 'moved' ? { kind: 'failed', message: 'The records changed meanwhile. Look again.' } : outcome;
}
