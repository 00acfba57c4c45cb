/** The one source of time. Milliseconds since 1970, UTC. */
export interface Clock {
  now(): number;
}
