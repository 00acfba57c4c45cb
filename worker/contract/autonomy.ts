import type { Endpoints } from './endpoint';

/** Earned autonomy. */
export const autonomyEndpoints = {} satisfies Endpoints;
