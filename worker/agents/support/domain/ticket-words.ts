import { z } from 'zod';
import type { Secret } from '../../../core/provenance/redact';

const Looked = z.object({
  order: z.object({ code: z.string() }).optional(),
  tickets: z.array(z.object({ holderName: z.string(), type: z.string() })).optional(),
});

/** Names, ticket types and the order's code in a lookup, and what a language model reads in their place. */
export function ticketWords(lookup: unknown): Secret[] {
  const looked = Looked.safeParse(lookup);
  if (!looked.success) return [];
  const { order, tickets = [] } = looked.data;
  return [
    ...tickets.flatMap(({ holderName, type }, index) => [
      { value: holderName, stand: `[holder of ticket ${index + 1}]`, shown: holderName },
      { value: type, stand: `[type of ticket ${index + 1}]`, shown: type },
    ]),
    ...(order ? [{ value: order.code, stand: '[order code]', shown: order.code }] : []),
  ];
}
