import type { Endpoints } from './endpoint';

/** Contacts: what they were sent, what stops it. */
export const contactsEndpoints = {} satisfies Endpoints;
