import { z } from 'zod';
import { Instant } from '../common';
import type { Endpoints } from '../endpoint';

export const CrmConflict = z.object({
  object: z.enum(['company', 'contact', 'deal', 'note']),
  localId: z.string(),
  externalId: z.string(),
  name: z.string(),
  fields: z.array(z.object({ field: z.string(), ours: z.string(), theirs: z.string() })),
});
export type CrmConflict = z.infer<typeof CrmConflict>;
export const CrmStatus = z.object({
  /** `embedded`: records live here alone. */
  provider: z.enum(['embedded', 'hubspot']),
  links: z.record(z.string(), z.number().int()),
  conflicts: z.number().int(),
  lastSyncAt: Instant.nullable(),
  lastProblem: z.string().nullable(),
});
export type CrmStatus = z.infer<typeof CrmStatus>;

export const crmEndpoints = {
  'GET /crm': { summary: 'Where customer records live, and how the last sync went', access: 'viewer', response: CrmStatus },
  'POST /crm/sync': { summary: 'Bring HubSpot and the records here up to date, both ways', access: 'organizer', response: CrmStatus },
  'GET /crm/conflicts': {
    summary: 'Records that both sides changed',
    access: 'viewer',
    response: z.object({ items: z.array(CrmConflict) }),
  },
  'POST /crm/conflicts': {
    summary: 'Decide a conflict: keep ours or theirs, field by field',
    access: 'organizer',
    body: z.object({
      object: z.enum(['company', 'contact', 'deal', 'note']),
      localId: z.string().min(1).max(60),
      keep: z.record(z.string(), z.enum(['ours', 'theirs'])),
    }),
    response: CrmStatus,
  },
} satisfies Endpoints;
