import { z } from 'zod';
import { Citation, Instant } from './common';
import { type Endpoints, EventParams, PageQuery, pageOf } from './endpoint';

export const ConversationState = z.enum(['agent', 'waiting', 'person', 'closed']);
export const Message = z.object({
  id: z.string(),
  seq: z.number().int(),
  author: z.enum(['attendee', 'agent', 'person', 'system']),
  text: z.string(),
  at: Instant,
  /** Of agent messages. */
  outcome: z.enum(['answered', 'declined', 'escalated', 'asked']).optional(),
  citations: z.array(Citation).optional(),
  actions: z.array(z.string()).optional(),
  nextSteps: z.array(z.string()).optional(),
  quickReplies: z.array(z.string()).optional(),
  /** What the widget shows below the message: a form to fill in. */
  ask: z.enum(['identify', 'code', 'transfer']).optional(),
  /** Ticket cards, shown to a verified holder only. */
  tickets: z.array(z.object({ id: z.string(), type: z.string(), holder: z.string(), state: z.string() })).optional(),
  model: z.string().optional(),
  /** The configured model could not answer; the embedded one did. The widget and the console say so. */
  fallback: z.boolean().optional(),
  runId: z.string().optional(),
});
export type Message = z.infer<typeof Message>;

export const ConversationRow = z.object({
  id: z.string(),
  state: ConversationState,
  subject: z.string(),
  verified: z.boolean(),
  orderId: z.string().nullable(),
  takenBy: z.string().nullable(),
  escalationReason: z.string().nullable(),
  resolution: z.enum(['open', 'confirmed', 'assumed', 'abandoned', 'handed_over', 'reopened']),
  rating: z.number().nullable(),
  messageCount: z.number(),
  createdAt: Instant,
  updatedAt: Instant,
});
export type ConversationRow = z.infer<typeof ConversationRow>;
export const Handover = z.object({
  summary: z.string(),
  reason: z.string(),
  tried: z.array(z.string()),
  proposal: z.string(),
});
export const Conversation = ConversationRow.extend({ messages: z.array(Message), handover: Handover.nullable() });
export type Conversation = z.infer<typeof Conversation>;

const ConversationParams = EventParams.extend({ conversationId: z.string().min(1).max(60) });

export const conversationEndpoints = {
  'GET /events/{eventId}/conversations': {
    summary: 'Conversations, latest first',
    access: 'viewer',
    params: EventParams,
    query: PageQuery.extend({ state: ConversationState.optional(), q: z.string().max(200).optional() }),
    response: pageOf(ConversationRow),
  },
  'POST /events/{eventId}/conversations': {
    summary: 'Ask as an attendee would and wait for the answer (programs; not verified, so no ticket is shown)',
    access: 'organizer',
    params: EventParams,
    body: z.object({
      text: z.string().trim().min(1).max(2000),
      conversationId: z.string().max(60).optional(),
      locale: z.string().max(20).optional(),
    }),
    response: Conversation,
  },
  'GET /events/{eventId}/conversations/{conversationId}': {
    summary: 'A conversation in full',
    access: 'viewer',
    params: ConversationParams,
    response: Conversation,
  },
  'POST /events/{eventId}/conversations/{conversationId}/take-over': {
    summary: 'Answer yourself; the agent is silent until handed back',
    access: 'organizer',
    params: ConversationParams,
    response: Conversation,
  },
  'POST /events/{eventId}/conversations/{conversationId}/hand-back': {
    summary: 'Let the agent answer again',
    access: 'organizer',
    params: ConversationParams,
    response: Conversation,
  },
  'POST /events/{eventId}/conversations/{conversationId}/messages': {
    summary: 'Answer the attendee as a person (takes over)',
    access: 'organizer',
    params: ConversationParams,
    body: z.object({ text: z.string().trim().min(1).max(4000) }),
    response: Conversation,
  },
  'POST /events/{eventId}/conversations/{conversationId}/close': {
    summary: 'Close',
    access: 'organizer',
    params: ConversationParams,
    response: Conversation,
  },
} satisfies Endpoints;
