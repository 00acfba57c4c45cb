export type { CallOutcome } from '../core/outbox/call-outcome';

/** What a look-up at the service says about a call that ended `unknown`. */
export type Reconciliation =
  | { status: 'happened'; providerRef: string }
  /** The service took it, and could not make it: sending it again would be another effect than the one that was asked for. */
  | { status: 'came_to_nothing'; reason: string }
  | { status: 'did_not_happen' }
  | { status: 'cannot_tell' };

export interface CallContext {
  organizationId: string;
  eventId: string | null;
  /** Sent as the service's idempotency key; at most 255 characters. */
  idempotencyKey: string;
  /** Milliseconds since 1970 by the event's clock. */
  now: number;
}
