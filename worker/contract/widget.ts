import { z } from 'zod';
import type { ConversationState, Message } from './conversations';
import { Done, type Endpoints, EventParams } from './endpoint';

export const WidgetConfig = z.object({
  eventId: z.string(),
  name: z.string(),
  brandColor: z.string(),
  contactEmail: z.string(),
  /** Questions offered before the first message, from the event's own knowledge. */
  suggestions: z.array(z.string()),
});
export type WidgetConfig = z.infer<typeof WidgetConfig>;

export const widgetEndpoints = {
  'GET /widget/{eventId}/config': {
    summary: 'What the widget needs to draw itself',
    access: 'public',
    params: EventParams,
    response: WidgetConfig,
  },
  'POST /widget/{eventId}/conversations': {
    summary: 'Start a conversation; the token is the only key to it',
    access: 'public',
    params: EventParams,
    body: z.object({ locale: z.string().max(20).optional() }),
    response: z.object({ conversationId: z.string(), token: z.string() }),
  },
  'GET /health': { summary: 'Whether it runs', access: 'public', response: Done.extend({ version: z.string() }) },
} satisfies Endpoints;

/** Socket of one conversation: `/api/v1/widget/{eventId}/socket?conversation=…`; the token is the first frame. */
export const FromWidget = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello'), token: z.string().max(200), lastSeq: z.number().int().min(0).default(0) }),
  /** `id` is the sender's own, so that a repeat after a reconnect counts once. */
  z.object({ type: z.literal('say'), id: z.string().min(8).max(60), text: z.string().min(1).max(2000) }),
  z.object({ type: z.literal('identify'), orderCode: z.string().min(1).max(60), email: z.string().min(3).max(254) }),
  z.object({ type: z.literal('code'), code: z.string().min(4).max(12) }),
  z.object({
    type: z.literal('transfer'),
    id: z.string().min(8).max(60),
    ticketId: z.string().max(60),
    name: z.string().trim().min(1).max(200),
    email: z.string().min(3).max(254),
  }),
  z.object({ type: z.literal('human') }),
  z.object({ type: z.literal('feedback'), solved: z.boolean().optional(), rating: z.number().int().min(1).max(5).optional() }),
  z.object({ type: z.literal('typing') }),
]);
export type FromWidget = z.infer<typeof FromWidget>;

export type ToWidget =
  | {
      type: 'ready';
      state: z.infer<typeof ConversationState>;
      verified: boolean;
      /** Messages after `lastSeq`. */
      messages: z.infer<typeof Message>[];
      /** Name shown for a person who answers. */
      person: string | null;
    }
  | { type: 'message'; message: z.infer<typeof Message> /** echoes the `id` of the attendee's own message */; clientId?: string }
  /** A piece of an answer as it is written; the finished `message` replaces it. */
  | { type: 'delta'; runId: string; text: string }
  | { type: 'status'; state: z.infer<typeof ConversationState>; working: boolean; verified: boolean; person: string | null }
  | { type: 'problem'; code: string; text: string; retryAfterSeconds?: number };
