import { z } from 'zod';

/** What an event's orchestrator says of its log: where the chain ends, and since when rows may be unsealed. */
export const SealedLog = z.object({
  remembered: z.object({ seq: z.number(), hash: z.string() }).nullable(),
  openSince: z.number(),
});
export type SealedLog = z.infer<typeof SealedLog>;
