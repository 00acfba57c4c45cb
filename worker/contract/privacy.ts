import { z } from 'zod';
import { Email, Instant } from './common';
import { Download, type Endpoints, PageQuery, pageOf } from './endpoint';

/** What one store holds of a person. `store` is where (records, memory of the agents, …), `what` is the kind of row. */
export const Held = z.object({ store: z.string(), what: z.string(), count: z.number().int() });
export type Held = z.infer<typeof Held>;

export const PersonFound = z.object({
  address: z.string(),
  names: z.array(z.string()),
  orders: z.array(z.object({ eventId: z.string(), orderId: z.string(), code: z.string(), as: z.enum(['buyer', 'holder']) })),
  /** Texts of other people that name them are counted only when the search meant one person. */
  held: z.array(Held),
  /** Other addresses in the same orders: guests, buyers, new holders. Erasing is by address; these stay. */
  others: z.array(z.string()),
  /** Why this person cannot be erased right now, and what to do; empty when nothing stands against it. */
  obstacles: z.array(z.string()),
});
export type PersonFound = z.infer<typeof PersonFound>;

export const ErasureAction = z.enum(['deleted', 'pseudonymised', 'masked', 'key_destroyed', 'kept']);
export type ErasureAction = z.infer<typeof ErasureAction>;

export const Erasure = z.object({
  id: z.string(),
  state: z.enum(['under_way', 'done']),
  requestedBy: z.string(),
  requestedAt: Instant,
  finishedAt: Instant.nullable(),
  receipt: z.array(
    Held.extend({
      action: ErasureAction,
      /** Why something is kept, or what remains to be done elsewhere; empty otherwise. */
      note: z.string(),
    }),
  ),
});
export type Erasure = z.infer<typeof Erasure>;

/** Kinds of data with the days that they are kept; what is older is deleted once a day. */
export const retentionKinds = {
  conversations: 365,
  mailbox: 90,
  inboundMail: 365,
  activityDetail: 730,
  outboxPayloads: 90,
  receipts: 730,
  verificationCodes: 1,
  importRejects: 30,
  decidedApprovals: 365,
  /** Texts of mails to and from sponsors; that there was a mail stays. */
  salesMessages: 730,
  /** Opens, clicks and visits of proposals. */
  engagement: 730,
  /** Who a meeting was with. */
  meetings: 730,
} as const;
export type RetentionKind = keyof typeof retentionKinds;
const kinds = z.enum(Object.keys(retentionKinds) as [RetentionKind, ...RetentionKind[]]);
export const RetentionDays = z.record(kinds, z.number().int().min(1, 'must be at least 1 day').max(3650, 'must be at most 3650 days'));
export type RetentionDays = z.infer<typeof RetentionDays>;

export const Retention = z.object({
  days: RetentionDays,
  defaults: RetentionDays,
  /** What the last daily run deleted; null before the first. */
  lastRun: z.object({ at: Instant, deleted: z.partialRecord(kinds, z.number().int()) }).nullable(),
});
export type Retention = z.infer<typeof Retention>;

/** Finding, exporting and erasing a person; retention. */
export const privacyEndpoints = {
  'POST /people/find': {
    summary: 'What is held of a person, by address, name or order code',
    access: 'organizer',
    body: z.object({ query: z.string().trim().min(2, 'must have at least 2 characters').max(254) }),
    response: z.object({ people: z.array(PersonFound), more: z.boolean() }),
  },
  'POST /people/export': {
    summary: 'Everything that is held of a person, to hand over to them',
    access: 'organizer',
    query: z.object({ format: z.enum(['json', 'csv']).default('json') }),
    body: z.object({ address: Email }),
    response: Download,
    responseKind: 'download',
  },
  'POST /people/erase': {
    summary: 'Remove a person from every store; the receipt says what was done where',
    access: 'owner',
    body: z.object({ address: Email, confirm: z.string().trim().toLowerCase().max(254) }),
    response: Erasure,
  },
  'GET /erasures': { summary: 'Receipts of erasures, latest first', access: 'organizer', query: PageQuery, response: pageOf(Erasure) },
  'GET /erasures/{erasureId}': {
    summary: 'One receipt',
    access: 'organizer',
    params: z.object({ erasureId: z.string().min(1).max(60) }),
    response: Erasure,
  },
  'GET /retention': { summary: 'How long each kind of data is kept', access: 'viewer', response: Retention },
  'PUT /retention': {
    summary: 'Set how long kinds of data are kept; what is not named stays as it is',
    access: 'owner',
    body: z.object({ days: z.partialRecord(kinds, RetentionDays.valueType) }),
    response: Retention,
  },
} satisfies Endpoints;
