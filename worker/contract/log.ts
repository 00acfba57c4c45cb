import type { Endpoints } from './endpoint';

/** The log: verification and export. */
export const logEndpoints = {} satisfies Endpoints;
