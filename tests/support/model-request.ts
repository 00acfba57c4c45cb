import { z } from 'zod';
import type { SupportInput } from '../../worker/core/embedded-model/types';
import { jsonSchemaOf } from '../../worker/models/tool-schema';
import type { ModelRequest } from '../../worker/ports/model';

export const aSupportInput = (changes: Partial<SupportInput> = {}): SupportInput => ({
  turns: [{ from: 'attendee', text: 'Where is the venue?' }],
  results: [],
  event: {
    name: 'Lantern Festival',
    timeZone: 'Europe/Berlin',
    startsAt: '2027-05-08T18:00',
    endsAt: '2027-05-10T12:00',
    currency: 'EUR',
    refundPolicy: [],
  },
  identity: { verified: false },
  now: '2027-01-15T08:00:00Z',
  ...changes,
});

export const aModelRequest = (changes: Partial<ModelRequest> = {}): ModelRequest => ({
  agent: 'support',
  messages: [
    { role: 'system', text: 'You answer attendees.' },
    { role: 'user', text: 'Where is the venue?' },
  ],
  tools: [
    {
      name: 'search_knowledge_base',
      description: 'Search the pages.',
      parameters: jsonSchemaOf(z.object({ query: z.string().min(1).max(300), language: z.string().optional() })),
    },
  ],
  replySchema: {
    name: 'support_reply',
    schema: jsonSchemaOf(z.strictObject({ answer: z.string(), language: z.string(), note: z.string().optional() })),
  },
  temperature: 0.3,
  maxOutputTokens: 500,
  situation: { kind: 'support', input: aSupportInput() },
  ...changes,
});
