import { z } from 'zod';

/** Who must approve what: the first tier that fits an action counts. */
export const ApprovalTier = z.object({
  /** Unset fits every agent, every tool. */
  agent: z.string().max(30).optional(),
  tool: z.string().max(60).optional(),
  /** Fits actions that move more than this, in minor units of the event's currency. */
  aboveMinor: z.number().int().min(0).max(1e12).optional(),
  /** So many of them, or `all` people named. */
  quorum: z.union([z.number().int().min(1).max(10), z.literal('all')]),
  role: z.enum(['organizer', 'owner']),
  /** User ids; null for everybody with the role. */
  people: z.array(z.string().max(60)).min(1).max(20).nullable().default(null),
});
export type ApprovalTier = z.infer<typeof ApprovalTier>;

const LocalTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 20:00');

/** How often a contact may hear from all agents together, and when. Holds for what nobody asked for: outreach and campaigns. */
export const ContactRules = z.object({
  perDay: z.number().int().min(0).max(20).default(1),
  perWeek: z.number().int().min(0).max(50).default(3),
  /** Hours between two of them. */
  gapHours: z.number().int().min(0).max(720).default(20),
  /** In the contact's time zone, or the event's where that is not known. */
  quietFrom: LocalTime.default('20:00'),
  quietTo: LocalTime.default('08:00'),
  quietWeekends: z.boolean().default(true),
});
export type ContactRules = z.infer<typeof ContactRules>;

/** What holds for all agents of an event; a row of `policy_versions` with scope `event`. Every part has a default. */
export const EventPolicy = z.object({
  approvals: z.array(ApprovalTier).max(20).default([]),
  /** How long an approved effect can be taken back with one click before it is carried out. */
  undoSeconds: z.number().int().min(0).max(600).default(10),
  /** Minutes after which those who may approve are reminded by mail; from the third on the owners, too. */
  reminderMinutes: z
    .array(
      z
        .number()
        .int()
        .min(1)
        .max(60 * 72),
    )
    .max(6)
    .default([15, 240, 1440, 2880]),
  contact: ContactRules.default(ContactRules.parse({})),
  /** Hosts, beside the event's own, that outgoing mails and answers may link to. */
  allowedHosts: z.array(z.string().trim().toLowerCase().max(253)).max(100).default([]),
  /** Of the event and day over all agents; names say the unit. */
  limits: z
    .object({
      tokensPerRun: z.number().int().min(0).max(1e9).default(60_000),
      tokensPerDay: z.number().int().min(0).max(1e9).default(2_000_000),
      mailsPerDay: z.number().int().min(0).max(1e6).default(5_000),
      refundsPerDay: z.number().int().min(0).max(1e6).default(200),
      refundMinorPerDay: z.number().int().min(0).max(1e12).default(2_000_000),
    })
    .default({ tokensPerRun: 60_000, tokensPerDay: 2_000_000, mailsPerDay: 5_000, refundsPerDay: 200, refundMinorPerDay: 2_000_000 }),
});
export type EventPolicy = z.infer<typeof EventPolicy>;

export const defaultEventPolicy: EventPolicy = EventPolicy.parse({});
