/**
 * What is known after a call to an outside service. `unknown` means that it may have happened: it is reconciled, never
 * simply sent again. `failed` with a `retryAfterMs` may be tried again; without, the service has refused for good.
 */
export type CallOutcome =
  | { status: 'confirmed'; providerRef: string; detail?: Record<string, unknown> }
  | { status: 'failed'; reason: string; retryAfterMs?: number; detail?: Record<string, unknown> }
  | { status: 'unknown'; reason: string };

/** What a look-up at the service says about a call that ended `unknown`. */
export type Reconciliation = { status: 'happened'; providerRef: string } | { status: 'did_not_happen' } | { status: 'cannot_tell' };

export interface CallContext {
  organizationId: string;
  eventId: string | null;
  /** Sent as the service's idempotency key; at most 255 characters. */
  idempotencyKey: string;
  /** Milliseconds since 1970 by the event's clock. */
  now: number;
}
