/**
 * What is known after a call to an outside service. `unknown` means that it may have happened: it is reconciled, never
 * simply sent again. `failed` with a `retryAfterMs` may be tried again; without, the service has refused for good.
 */
export type CallOutcome =
  | { status: 'confirmed'; providerRef: string; detail?: Record<string, unknown> }
  | { status: 'failed'; reason: string; retryAfterMs?: number; detail?: Record<string, unknown> }
  | { status: 'unknown'; reason: string };
