import { z } from 'zod';

/** Shapes that records, contract and core of sales share. Pure. */

/** One part of a score: what it is worth, of how much, and in words what it stands on. */
export const ScorePart = z.object({
  part: z.string(),
  label: z.string(),
  points: z.number(),
  of: z.number(),
  /** What was compared, e.g. `3 of 5 topics: ai, data, cloud`. */
  because: z.string(),
});
export type ScorePart = z.infer<typeof ScorePart>;

/** The record that a sentence stands on. `id` names the row; `field` what of it was used. */
export const ClaimSource = z.object({
  kind: z.enum(['event', 'package', 'sponsorship', 'company', 'attendees', 'organizer']),
  id: z.string().max(60),
  field: z.string().max(60),
});
export type ClaimSource = z.infer<typeof ClaimSource>;

/** A sentence of a proposal. One without a source states nothing about the world, or was written by a person, who answers for it. */
export const ProposalSentence = z.object({
  text: z.string().trim().min(1).max(1000),
  sources: z.array(ClaimSource).max(10),
});
export type ProposalSentence = z.infer<typeof ProposalSentence>;

export const ProposalSection = z.object({
  /** Stable over versions: what time on sections is counted by. */
  id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  heading: z.string().trim().max(120),
  kind: z.enum(['text', 'list', 'price', 'quote']),
  sentences: z.array(ProposalSentence).max(40),
});
export type ProposalSection = z.infer<typeof ProposalSection>;

export const ProposalContent = z.object({
  title: z.string().trim().min(1).max(160),
  /** BCP 47. */
  locale: z.string().max(20),
  greeting: z.string().trim().max(200),
  packageId: z.string().max(60),
  packageName: z.string().max(120),
  /** From the package table, as of this version. */
  price: z.object({ minor: z.number().int().min(0), currency: z.string().length(3), earlyBirdUntil: z.string().nullable() }),
  sections: z.array(ProposalSection).min(1).max(20),
});
export type ProposalContent = z.infer<typeof ProposalContent>;

/** What a campaign does. Days count from the first mail. */
export const CampaignSettings = z.object({
  /** How many companies are looked for, and how many of the best are written to. */
  prospects: z.number().int().min(1).max(200).default(20),
  best: z.number().int().min(1).max(100).default(10),
  minimumScore: z.number().int().min(0).max(100).default(80),
  /** Days after the first mail on which whoever has not answered hears again. */
  followUpDays: z.array(z.number().int().min(1).max(90)).min(0).max(5).default([3, 7, 14]),
  watchDays: z.number().int().min(1).max(60).default(7),
  minutesOfMeeting: z.number().int().min(15).max(120).default(30),
  /** An answer from anybody at a company ends it for all of them. */
  stopWholeCompany: z.boolean().default(true),
  /** Companies that are taken whatever their rank, and that are left out. */
  include: z.array(z.string().max(60)).max(200).default([]),
  exclude: z.array(z.string().max(60)).max(1000).default([]),
});
export type CampaignSettings = z.infer<typeof CampaignSettings>;

/** When meetings can be booked; local times in `timeZone`. */
export const Availability = z.object({
  timeZone: z.string().max(60),
  /** By ISO weekday, 1 Monday to 7 Sunday: from and to, `HH:MM`. */
  hours: z
    .array(
      z.object({
        weekday: z.number().int().min(1).max(7),
        from: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 09:00'),
        to: z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'must be a time such as 17:00'),
      }),
    )
    .max(28),
  bufferBeforeMinutes: z.number().int().min(0).max(120),
  bufferAfterMinutes: z.number().int().min(0).max(120),
  stepMinutes: z.number().int().min(5).max(120),
  noticeHours: z.number().int().min(0).max(336),
  horizonDays: z.number().int().min(1).max(120),
  perDay: z.number().int().min(1).max(50),
  /** Local dates on which nothing is offered. */
  closed: z.array(z.string().regex(/^\d{4}-\d{2}-\d{2}$/)).max(366),
  location: z.string().max(300),
});
export type Availability = z.infer<typeof Availability>;

/** Who writes to sponsors, and how fast. One per event. */
export const OutreachSettings = z.object({
  senderName: z.string().trim().max(120),
  senderTitle: z.string().trim().max(120),
  /** Printed below every mail of outreach; without it none goes out. */
  postalAddress: z.string().trim().max(300),
  /** Mails of outreach on the first day; each day the cap grows by `rampGrowthPercent` up to `dailyMost`. */
  rampStart: z.number().int().min(1).max(1000),
  rampGrowthPercent: z.number().int().min(0).max(200),
  dailyMost: z.number().int().min(1).max(5000),
  /** Between two mails of the mailbox. */
  gapSeconds: z.number().int().min(0).max(3600),
  /** Topics and audience of the event, in the organizer's words: what companies are matched with. */
  topics: z.array(z.string().trim().toLowerCase().min(1).max(60)).max(40),
  audience: z.array(z.string().trim().toLowerCase().min(1).max(60)).max(40),
  /** Facts of the organizer that proposals may state, e.g. `1,200 attendees in 2026`. */
  facts: z
    .array(z.object({ id: z.string().max(40), text: z.string().trim().min(1).max(300), goals: z.array(z.string().max(40)).max(10) }))
    .max(40),
});
export type OutreachSettings = z.infer<typeof OutreachSettings>;
