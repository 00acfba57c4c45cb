import type { Endpoints } from './endpoint';

/** Stops and what they reached. */
export const stopsEndpoints = {} satisfies Endpoints;
