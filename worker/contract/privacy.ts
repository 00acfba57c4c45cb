import type { Endpoints } from './endpoint';

/** Finding, exporting and erasing a person; retention. */
export const privacyEndpoints = {} satisfies Endpoints;
