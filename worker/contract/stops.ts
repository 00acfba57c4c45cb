import { z } from 'zod';
import { AgentName, Instant } from './common';
import { type Endpoints, EventParams, PageQuery, pageOf } from './endpoint';
import { CommandView } from './work';

/** A stop and what it reached. */
export const Stop = z.object({
  id: z.string(),
  kind: z.enum(['agent', 'all_agents', 'event_cancelled', 'contact']),
  agents: z.array(AgentName),
  /** User id, `key:<id>`, or `system`. */
  by: z.string(),
  at: Instant,
  liftedAt: Instant.nullable(),
  /** Effects on their way that wait for the end of the stop. */
  held: z.number().int(),
  /** Effects that will not happen, and proposals that were withdrawn. */
  cancelled: z.number().int(),
  /** Effects that were under way or done when the stop came, each with its receipts. */
  couldNotStop: z.array(CommandView),
});
export type Stop = z.infer<typeof Stop>;

export const StopScope = z.discriminatedUnion('scope', [
  z.object({ scope: z.literal('agent'), agent: AgentName }),
  z.object({ scope: z.literal('all_agents') }),
]);
export type StopScope = z.infer<typeof StopScope>;

/** Stops and what they reached. */
export const stopsEndpoints = {
  'GET /events/{eventId}/stops': {
    summary: 'Stops of agents, contacts and of a cancelled event, latest first',
    access: 'viewer',
    params: EventParams,
    query: PageQuery,
    response: pageOf(Stop),
  },
  'POST /events/{eventId}/stop': {
    summary: 'Pause one agent or all: nothing of theirs goes out until it is resumed',
    access: 'organizer',
    params: EventParams,
    body: StopScope,
    response: Stop,
  },
  'POST /events/{eventId}/resume': {
    summary: 'End a pause: what was held is due again',
    access: 'organizer',
    params: EventParams,
    body: StopScope,
    response: z.object({ released: z.number().int() }),
  },
  'POST /events/{eventId}/commands/{commandId}/undo': {
    summary: 'Take an approved effect back while its undo window is open',
    access: 'organizer',
    params: EventParams.extend({ commandId: z.string().min(1).max(60) }),
    response: CommandView,
  },
} satisfies Endpoints;
