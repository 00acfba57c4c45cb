import { z } from 'zod';
import { Currency } from '../core/money';
import { AgentName, Email, HexColor, Instant, LocalDate, LocalDateTime, Mode, Origin, oneLine, TimeZone } from './common';
import { Done, type Endpoints, EventParams, PageQuery, pageOf } from './endpoint';

/** Up to and with `until` (event's zone) `percent` of the price is refunded; after the last row nothing is. */
export const RefundStep = z.object({ until: LocalDate, percent: z.number().int().min(0).max(100) });

const RefundTable = z
  .array(RefundStep)
  .max(12)
  .refine((steps) => new Set(steps.map((step) => step.until)).size === steps.length, 'must name each date once');

export const NewEvent = z
  .object({
    name: oneLine(200).min(1),
    startsAt: LocalDateTime,
    endsAt: LocalDateTime,
    timeZone: TimeZone,
    venue: oneLine(300).default(''),
    capacity: z.number().int().min(1).max(1_000_000).nullable().default(null),
    currency: Currency.refine((code) => Intl.supportedValuesOf('currency').includes(code), 'must be an ISO 4217 code such as EUR'),
    refundPolicy: RefundTable.default([]),
    brandColor: HexColor.default('#1d5fd1'),
    contactEmail: Email,
    websiteUrl: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .nullable()
      .default(null),
    allowedOrigins: z.array(Origin).max(20).default([]),
    clock: z.enum(['real', 'virtual']).default('real'),
    /** Virtual clock only: where it starts. */
    clockNow: z.iso.datetime({ offset: true }).optional(),
  })
  .refine((event) => event.endsAt >= event.startsAt, { path: ['endsAt'], message: 'must not be before startsAt' });

export const EventPatch = z.object({
  name: oneLine(200).min(1).optional(),
  startsAt: LocalDateTime.optional(),
  endsAt: LocalDateTime.optional(),
  timeZone: TimeZone.optional(),
  venue: oneLine(300).optional(),
  capacity: z.number().int().min(1).max(1_000_000).nullable().optional(),
  refundPolicy: RefundTable.optional(),
  brandColor: HexColor.optional(),
  contactEmail: Email.optional(),
  websiteUrl: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .nullable()
    .optional(),
  allowedOrigins: z.array(Origin).max(20).optional(),
  state: z.enum(['active', 'cancelled']).optional(),
});

export const Event = z.object({
  id: z.string(),
  name: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  timeZone: z.string(),
  venue: z.string(),
  capacity: z.number().nullable(),
  currency: z.string(),
  refundPolicy: z.array(RefundStep),
  brandColor: z.string(),
  contactEmail: z.string(),
  websiteUrl: z.string().nullable(),
  allowedOrigins: z.array(z.string()),
  clock: z.enum(['real', 'virtual']),
  /** The event's now, by its own clock. */
  now: Instant,
  state: z.enum(['active', 'cancelled', 'past']),
  createdAt: Instant,
});
export type Event = z.infer<typeof Event>;

export const AgentSettings = z.object({
  agent: AgentName,
  mode: Mode,
  autonomy: z.number().int().min(0).max(100),
  paused: z.boolean(),
  /** Named limits with their unit in the name, e.g. `refundPerOrderMinor`, `refundsPerDay`, `mailsPerDay`. */
  limits: z.record(z.string(), z.number()),
  version: z.number().int(),
  purpose: z.string(),
  tools: z.array(z.object({ name: z.string(), description: z.string(), effect: z.string() })),
});
export type AgentSettings = z.infer<typeof AgentSettings>;

export const Today = z.object({
  approvalsPending: z.number(),
  conversationsWaiting: z.number(),
  conversationsOpen: z.number(),
  unknownEffects: z.number(),
  documentProblems: z.number(),
  lastDay: z.object({
    questions: z.number(),
    answered: z.number(),
    declined: z.number(),
    escalated: z.number(),
    mails: z.number(),
    refunds: z.number(),
    medianAnswerMs: z.number().nullable(),
  }),
  resolution: z.object({
    confirmed: z.number(),
    assumed: z.number(),
    abandoned: z.number(),
    handedOver: z.number(),
    reopened: z.number(),
    open: z.number(),
  }),
  tickets: z.object({ orders: z.number(), valid: z.number(), capacity: z.number().nullable() }),
  /** What is still missing before attendees can be served well, most important first. */
  setup: z.array(z.object({ key: z.enum(['knowledge', 'attendees', 'widget', 'refund_policy', 'model', 'mail']), done: z.boolean() })),
});
export type Today = z.infer<typeof Today>;

export const eventEndpoints = {
  'GET /events': { summary: 'Events of the organization, newest first', access: 'viewer', query: PageQuery, response: pageOf(Event) },
  'POST /events': { summary: 'Make an event', access: 'organizer', body: NewEvent, response: Event },
  'GET /events/{eventId}': { summary: 'One event', access: 'viewer', params: EventParams, response: Event },
  'PATCH /events/{eventId}': { summary: 'Change an event', access: 'organizer', params: EventParams, body: EventPatch, response: Event },
  'POST /events/{eventId}/clock': {
    summary: 'Advance the virtual clock: whatever falls due runs, in order',
    access: 'organizer',
    params: EventParams,
    body: z.object({
      advance: z.string().regex(/^P(?!$)(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/, 'must be an ISO 8601 duration such as P1D or PT4H'),
    }),
    response: z.object({ now: Instant, ran: z.number().int() }),
  },
  'GET /events/{eventId}/today': {
    summary: 'What waits, what was done, what looks wrong',
    access: 'viewer',
    params: EventParams,
    response: Today,
  },
  'GET /events/{eventId}/agents': {
    summary: 'Mode, dial and limits of each agent',
    access: 'viewer',
    params: EventParams,
    response: z.object({ items: z.array(AgentSettings) }),
  },
  'PATCH /events/{eventId}/agents/{agent}': {
    summary: 'Set mode, dial, pause or limits of an agent',
    access: 'organizer',
    params: EventParams.extend({ agent: AgentName }),
    body: z.object({
      mode: Mode.optional(),
      autonomy: z.number().int().min(0).max(100).optional(),
      paused: z.boolean().optional(),
      limits: z.record(z.string().max(60), z.number().min(0).max(1e12)).optional(),
    }),
    response: AgentSettings,
  },
} satisfies Endpoints;
export { Done };
