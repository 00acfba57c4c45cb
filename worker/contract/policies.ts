import type { Endpoints } from './endpoint';

/** Policies with their versions. */
export const policiesEndpoints = {} satisfies Endpoints;
