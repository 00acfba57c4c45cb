import { z } from 'zod';
import { Instant } from './common';
import { Download, type Endpoints, EventParams } from './endpoint';

export const LogHead = z.object({
  /** Sealed rows; each is one link of the chain. */
  entries: z.number().int(),
  /** SHA-256 (hex) of the last link; null before the first row was sealed. */
  head: z.string().nullable(),
  /** Rows written lately that the next sealing takes in; it follows within a minute, and before a verification or an export. */
  unsealed: z.number().int(),
  lastSealedAt: Instant.nullable(),
});
export type LogHead = z.infer<typeof LogHead>;

export const LogProblem = z.enum([
  'row_changed',
  'row_deleted',
  'entry_changed',
  'entry_missing',
  'entry_out_of_order',
  'truncated',
  'not_the_remembered_head',
]);
export type LogProblem = z.infer<typeof LogProblem>;

export const LogVerification = z.object({
  ok: z.boolean(),
  /** Links that were recomputed, and rows that were read and hashed for them. */
  entries: z.number().int(),
  rows: z.number().int(),
  head: z.string().nullable(),
  unsealed: z.number().int(),
  /** Links whose rows retention has deleted: their hashes stay in the chain. */
  pruned: z.number().int(),
  /** Links sealed more than a day after their row says that it was written; 0 for an event on a virtual clock. */
  late: z.number().int(),
  firstBroken: z
    .object({
      seq: z.number().int(),
      /** Table and id of the row; empty when the link itself is missing. */
      source: z.string(),
      rowId: z.string(),
      problem: LogProblem,
      /** The same for a person. */
      text: z.string(),
    })
    .nullable(),
  ms: z.number().int(),
});
export type LogVerification = z.infer<typeof LogVerification>;

/** The log: verification and export. */
export const logEndpoints = {
  'GET /events/{eventId}/log': {
    summary: 'Where the chain over the activity log stands',
    access: 'viewer',
    params: EventParams,
    response: LogHead,
  },
  'POST /events/{eventId}/log/verify': {
    summary: 'Recompute the whole chain and compare every row with it',
    access: 'viewer',
    params: EventParams,
    response: LogVerification,
  },
  'GET /events/{eventId}/log/export': {
    summary: 'The log with its chain: JSON can be verified offline by `npm run verify-log -- --file`, CSV is for reading',
    access: 'organizer',
    params: EventParams,
    query: z.object({ format: z.enum(['json', 'csv']).default('json') }),
    response: Download,
    responseKind: 'download',
  },
} satisfies Endpoints;
