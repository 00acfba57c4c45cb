import { z } from 'zod';
import { Availability, OutreachSettings, ScorePart } from '../../core/sales/types';
import { dealStages } from '../../core/sales-stages';
import { Instant, LocalDate, oneLine } from '../common';
import { type Endpoints, EventParams } from '../endpoint';

export { Availability, OutreachSettings, ScorePart };
export const DealStage = z.enum(dealStages);
export type DealStage = z.infer<typeof DealStage>;

export const PackageFields = z.object({
  name: oneLine(120).min(1),
  priceMinor: z.number().int().min(0).max(1e12),
  earlyBirdMinor: z.number().int().min(0).max(1e12).nullable(),
  earlyBirdUntil: LocalDate.nullable(),
  stock: z.number().int().min(0).max(10_000).nullable(),
  benefits: z
    .array(
      z.object({
        id: z.string().max(40),
        text: z.string().trim().min(1).max(300),
        /** What it serves, e.g. `recruiting`, `leads`, `brand`, `developers`. */
        goals: z.array(z.string().trim().toLowerCase().max(40)).max(10),
      }),
    )
    .max(30),
  exclusiveIndustry: oneLine(120),
  position: z.number().int().min(0).max(1000),
  active: z.boolean(),
});
export const SponsorPackage = PackageFields.extend({
  id: z.string(),
  currency: z.string(),
  /** Signed deals, which stock is counted against. */
  signed: z.number().int(),
  /** What it costs today: the early price while it holds. */
  priceNow: z.object({ minor: z.number().int(), currency: z.string() }),
  version: z.number().int(),
});
export type SponsorPackage = z.infer<typeof SponsorPackage>;

/** A company as `search_sponsors` ranks it. */
export const Prospect = z.object({
  companyId: z.string(),
  name: z.string(),
  domain: z.string(),
  industry: z.string(),
  country: z.string(),
  /** 0 to 100 with its parts. */
  score: z.number(),
  parts: z.array(ScorePart),
  /** Why it must not or cannot be written to now: exclusivity, no contact, do not contact, already signed. */
  obstacles: z.array(z.object({ rule: z.string(), text: z.string() })),
  contacts: z.number().int(),
  dealId: z.string().nullable(),
  stage: DealStage.nullable(),
});
export type Prospect = z.infer<typeof Prospect>;

export const Deal = z.object({
  id: z.string(),
  companyId: z.string(),
  companyName: z.string(),
  contactId: z.string().nullable(),
  contactName: z.string(),
  packageId: z.string().nullable(),
  packageName: z.string(),
  stage: DealStage,
  amount: z.object({ minor: z.number().int(), currency: z.string() }),
  score: z.number().nullable(),
  scoreParts: z.array(ScorePart),
  probability: z.number().nullable(),
  lostReason: z.string(),
  owner: z.string().nullable(),
  nextAction: z.string(),
  nextActionAt: Instant.nullable(),
  position: z.number(),
  version: z.number().int(),
  stageAt: Instant,
  updatedAt: Instant,
});
export type Deal = z.infer<typeof Deal>;

/** How often deals of this chance were signed: the reliability curve, and what the scores stand on. */
export const Calibration = z.object({
  /** Deals that have ended. */
  outcomes: z.number().int(),
  signed: z.number().int(),
  bins: z.array(z.object({ from: z.number(), to: z.number(), predicted: z.number(), observed: z.number(), deals: z.number().int() })),
  /** Weights as fitted now beside what they start from. */
  weights: z.array(z.object({ feature: z.string(), label: z.string(), prior: z.number(), fitted: z.number() })),
  brier: z.number().nullable(),
});
export type Calibration = z.infer<typeof Calibration>;

export const Pipeline = z.object({
  items: z.array(Deal),
  stages: z.array(
    z.object({ stage: DealStage, deals: z.number().int(), amount: z.object({ minor: z.number().int(), currency: z.string() }) }),
  ),
  /** Deals beyond the 500 that are listed. */
  more: z.number().int(),
});
export type Pipeline = z.infer<typeof Pipeline>;

const DealParams = EventParams.extend({ dealId: z.string().min(1).max(60) });
const PackageParams = EventParams.extend({ packageId: z.string().min(1).max(60) });

export const pipelineEndpoints = {
  'GET /events/{eventId}/packages': {
    summary: 'Sponsorship packages with price, stock and benefits',
    access: 'viewer',
    params: EventParams,
    response: z.object({ items: z.array(SponsorPackage) }),
  },
  'POST /events/{eventId}/packages': {
    summary: 'Add a package, in the currency of the event',
    access: 'organizer',
    params: EventParams,
    body: PackageFields.partial().required({ name: true, priceMinor: true }),
    response: SponsorPackage,
  },
  'PATCH /events/{eventId}/packages/{packageId}': {
    summary: 'Change a package; a stock below what is signed is refused',
    access: 'organizer',
    params: PackageParams,
    body: PackageFields.partial().extend({ version: z.number().int().min(1) }),
    response: SponsorPackage,
  },
  'GET /events/{eventId}/prospects': {
    summary: 'Companies ranked for this event, each with its score explained',
    access: 'viewer',
    params: EventParams,
    query: z.object({
      limit: z.coerce.number().int().min(1).max(200).default(20),
      q: z.string().max(200).optional(),
      country: z.string().max(2).optional(),
      industry: z.string().max(120).optional(),
      /** Also those that cannot be written to, with the reason. */
      obstructed: z.enum(['true', 'false']).default('false'),
      companyId: z.string().max(60).optional(),
    }),
    response: z.object({ items: z.array(Prospect), considered: z.number().int(), obstructed: z.number().int() }),
  },
  'GET /events/{eventId}/deals': { summary: 'The pipeline: deals by stage', access: 'viewer', params: EventParams, response: Pipeline },
  'POST /events/{eventId}/deals': {
    summary: 'Put a company into the pipeline',
    access: 'organizer',
    params: EventParams,
    body: z.object({
      companyId: z.string().min(1).max(60),
      contactId: z.string().max(60).nullable().default(null),
      packageId: z.string().max(60).nullable().default(null),
    }),
    response: Deal,
  },
  'PATCH /events/{eventId}/deals/{dealId}': {
    summary: "Move or change a deal; signing takes one of the package's stock",
    access: 'organizer',
    params: DealParams,
    body: z
      .object({
        stage: DealStage,
        position: z.number(),
        contactId: z.string().max(60).nullable(),
        packageId: z.string().max(60).nullable(),
        amountMinor: z.number().int().min(0).max(1e12),
        lostReason: oneLine(300),
        owner: z.string().max(60).nullable(),
        nextAction: oneLine(300),
        nextActionAt: Instant.nullable(),
      })
      .partial()
      .extend({ version: z.number().int().min(1) }),
    response: Deal,
  },
  'POST /events/{eventId}/deals/{dealId}/qualify': {
    summary: 'Score the deal now: fit, engagement and chance of signing',
    access: 'organizer',
    params: DealParams,
    response: Deal,
  },
  'GET /events/{eventId}/sales/calibration': {
    summary: 'How well scores foretold what was signed',
    access: 'viewer',
    params: EventParams,
    response: Calibration,
  },
  'GET /events/{eventId}/sales/settings': {
    summary: 'Who writes to sponsors, how fast, and when meetings can be booked',
    access: 'viewer',
    params: EventParams,
    response: z.object({ outreach: OutreachSettings, availability: Availability, problems: z.array(z.string()) }),
  },
  'PUT /events/{eventId}/sales/settings': {
    summary: 'Set the sender, the pace and the availability',
    access: 'organizer',
    params: EventParams,
    body: z.object({ outreach: OutreachSettings.partial().optional(), availability: Availability.partial().optional() }),
    response: z.object({ outreach: OutreachSettings, availability: Availability, problems: z.array(z.string()) }),
  },
} satisfies Endpoints;
