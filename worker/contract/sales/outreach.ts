import { z } from 'zod';
import { CampaignSettings, ProposalContent } from '../../core/sales/types';
import { campaignStates, engagementKinds, followUpAngles, memberStates, replyClasses, stopReasons } from '../../core/sales-stages';
import { Instant, oneLine } from '../common';
import { type Endpoints, EventParams, PageQuery, pageOf } from '../endpoint';
import { Company, CompanyParams, CrmNote } from './companies';
import { Deal } from './pipeline';

export { CampaignSettings, ProposalContent };
export const ReplyClass = z.enum(replyClasses);
export type ReplyClass = z.infer<typeof ReplyClass>;

export const ProposalRow = z.object({
  id: z.string(),
  companyId: z.string(),
  companyName: z.string(),
  dealId: z.string(),
  contactId: z.string().nullable(),
  contactName: z.string(),
  packageId: z.string(),
  packageName: z.string(),
  state: z.enum(['draft', 'sent', 'accepted', 'withdrawn']),
  version: z.number().int(),
  /** Address of its page. */
  url: z.string(),
  visits: z.number().int(),
  /** Seconds that people, not machines, looked at it. */
  seconds: z.number().int(),
  sentAt: Instant.nullable(),
  createdAt: Instant,
});
export type ProposalRow = z.infer<typeof ProposalRow>;

/** What keeps a text from going out, and where it stands. */
export const Lint = z.object({ rule: z.string(), text: z.string(), at: z.string() });
export type Lint = z.infer<typeof Lint>;

export const Proposal = ProposalRow.extend({
  content: ProposalContent,
  versions: z.array(z.object({ version: z.number().int(), reason: z.string(), createdBy: z.string(), createdAt: Instant })),
  problems: z.array(Lint),
  /** Seconds by section, over the visits of people. */
  sections: z.record(z.string(), z.number()),
});
export type Proposal = z.infer<typeof Proposal>;

export const Engagement = z.object({
  id: z.string(),
  kind: z.enum(engagementKinds),
  /** By a privacy proxy or scanner, not by a person. */
  machine: z.boolean(),
  detail: z.string(),
  at: Instant,
});
export const SalesMessage = z.object({
  id: z.string(),
  companyId: z.string(),
  companyName: z.string(),
  contactId: z.string().nullable(),
  contactName: z.string(),
  dealId: z.string().nullable(),
  campaignId: z.string().nullable(),
  proposalId: z.string().nullable(),
  direction: z.enum(['out', 'in']),
  step: z.number().int().nullable(),
  angle: z.enum(followUpAngles).nullable(),
  subject: z.string(),
  text: z.string(),
  /** Of what went out: its state in the outbox. */
  state: z.string().nullable(),
  class: ReplyClass.nullable(),
  confidence: z.number().nullable(),
  classReason: z.string(),
  found: z.record(z.string(), z.unknown()),
  handledAt: Instant.nullable(),
  handledBy: z.string().nullable(),
  engagements: z.array(Engagement),
  at: Instant,
});
export type SalesMessage = z.infer<typeof SalesMessage>;

export const EngagementAnalysis = z.object({
  /** 0 to 100. */
  score: z.number(),
  trend: z.enum(['rising', 'steady', 'falling', 'none']),
  nextStep: z.string(),
  because: z.array(z.string()),
  counts: z.record(z.string(), z.number()),
});
export type EngagementAnalysis = z.infer<typeof EngagementAnalysis>;

export const Meeting = z.object({
  id: z.string(),
  companyId: z.string(),
  companyName: z.string(),
  dealId: z.string().nullable(),
  title: z.string(),
  guestName: z.string(),
  guestEmail: z.string(),
  guestTimeZone: z.string().nullable(),
  state: z.enum(['offered', 'booked', 'cancelled']),
  startsAt: Instant.nullable(),
  endsAt: Instant.nullable(),
  minutes: z.number().int(),
  location: z.string(),
  provider: z.enum(['built_in', 'calendly', 'calcom']),
  /** Address of its scheduling page. */
  url: z.string(),
  createdAt: Instant,
});
export type Meeting = z.infer<typeof Meeting>;

/** Everything that passed between the event and one company. */
export const CompanyStory = z.object({
  company: Company,
  deal: Deal.nullable(),
  engagement: EngagementAnalysis.nullable(),
  proposals: z.array(ProposalRow),
  /** Mails both ways, the latest first, at most 100. */
  messages: z.array(SalesMessage),
  meetings: z.array(Meeting),
  notes: z.array(CrmNote),
});
export type CompanyStory = z.infer<typeof CompanyStory>;

export const CampaignMember = z.object({
  id: z.string(),
  companyId: z.string(),
  companyName: z.string(),
  contactName: z.string(),
  state: z.enum(memberStates),
  score: z.number().nullable(),
  step: z.number().int(),
  nextAt: Instant.nullable(),
  /** What happens then, in words; '' when nothing does. */
  next: z.string(),
  approvalId: z.string().nullable(),
  stopReason: z.enum(stopReasons).nullable(),
  dealId: z.string().nullable(),
  proposalId: z.string().nullable(),
});
export type CampaignMember = z.infer<typeof CampaignMember>;

export const CampaignReport = z.object({
  prospects: z.number().int(),
  qualified: z.number().int(),
  proposals: z.number().int(),
  contacted: z.number().int(),
  mails: z.number().int(),
  replies: z.number().int(),
  /** Companies that answered, of those written to; null while nobody was. */
  responseRate: z.number().nullable(),
  meetings: z.number().int(),
  signed: z.number().int(),
  /** What needs a person, in words, with where to go. */
  needsPerson: z.array(z.object({ text: z.string(), link: z.string() })),
});
export type CampaignReport = z.infer<typeof CampaignReport>;

export const CampaignRow = z.object({
  id: z.string(),
  name: z.string(),
  state: z.enum(campaignStates),
  settings: CampaignSettings,
  report: CampaignReport,
  /** What happens next and when; null when nothing will by itself. */
  next: z.object({ text: z.string(), at: Instant }).nullable(),
  version: z.number().int(),
  startedAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  createdAt: Instant,
});
export type CampaignRow = z.infer<typeof CampaignRow>;
export const Campaign = CampaignRow.extend({
  members: z.array(CampaignMember),
  /** What was done, the latest first, at most 200. */
  timeline: z.array(z.object({ at: Instant, text: z.string(), companyId: z.string().nullable(), link: z.string() })),
});
export type Campaign = z.infer<typeof Campaign>;

const CampaignParams = EventParams.extend({ campaignId: z.string().min(1).max(60) });
const ProposalParams = EventParams.extend({ proposalId: z.string().min(1).max(60) });
const MessageParams = EventParams.extend({ messageId: z.string().min(1).max(60) });
const MeetingParams = EventParams.extend({ meetingId: z.string().min(1).max(60) });

export const outreachEndpoints = {
  'GET /events/{eventId}/companies/{companyId}/story': {
    summary: 'A company with everything that passed between it and this event',
    access: 'viewer',
    params: EventParams.extend(CompanyParams.shape),
    response: CompanyStory,
  },
  'GET /events/{eventId}/proposals': {
    summary: 'Proposals, newest first',
    access: 'viewer',
    params: EventParams,
    query: PageQuery.extend({ state: z.enum(['draft', 'sent', 'accepted', 'withdrawn']).optional() }),
    response: pageOf(ProposalRow),
  },
  'POST /events/{eventId}/proposals': {
    summary: 'Have a proposal written for a company (`generate_proposal`)',
    access: 'organizer',
    params: EventParams,
    body: z.object({
      companyId: z.string().min(1).max(60),
      packageId: z.string().max(60).nullable().default(null),
      contactId: z.string().max(60).nullable().default(null),
    }),
    response: Proposal,
  },
  'GET /events/{eventId}/proposals/{proposalId}': {
    summary: 'A proposal with its versions',
    access: 'viewer',
    params: ProposalParams,
    response: Proposal,
  },
  'GET /events/{eventId}/proposals/{proposalId}/versions/{version}': {
    summary: 'An earlier version',
    access: 'viewer',
    params: ProposalParams.extend({ version: z.string().min(1).max(60) }),
    response: ProposalContent,
  },
  'PUT /events/{eventId}/proposals/{proposalId}': {
    summary: 'Save an edit as a new version; refused when somebody else was faster',
    access: 'organizer',
    params: ProposalParams,
    body: z.object({ content: ProposalContent, reason: oneLine(200), version: z.number().int().min(1) }),
    response: Proposal,
  },
  'POST /events/{eventId}/proposals/{proposalId}/preview': {
    summary: 'How an edit would look, as HTML of its page, and what keeps it from going out; nothing is saved',
    access: 'viewer',
    params: ProposalParams,
    body: z.object({ content: ProposalContent }),
    response: z.object({ html: z.string(), problems: z.array(Lint) }),
  },
  'POST /events/{eventId}/proposals/{proposalId}/withdraw': {
    summary: 'Take a proposal back: its page says so',
    access: 'organizer',
    params: ProposalParams,
    response: Proposal,
  },
  'POST /events/{eventId}/proposals/{proposalId}/send': {
    summary: 'Mail a proposal to its contact now (`send_email`), by policy at once or after approval',
    access: 'organizer',
    params: ProposalParams,
    response: z.object({ outcome: z.enum(['queued', 'waiting']), approvalId: z.string().nullable() }),
  },
  'GET /events/{eventId}/campaigns': {
    summary: 'Outreach campaigns, newest first',
    access: 'viewer',
    params: EventParams,
    response: z.object({ items: z.array(CampaignRow) }),
  },
  'POST /events/{eventId}/campaigns': {
    summary: 'Plan an outreach campaign; it starts when told',
    access: 'organizer',
    params: EventParams,
    body: z.object({ name: oneLine(120).min(1), settings: CampaignSettings.partial().default({}) }),
    response: Campaign,
  },
  'GET /events/{eventId}/campaigns/{campaignId}': {
    summary: 'A campaign: companies, timeline, report, what comes next',
    access: 'viewer',
    params: CampaignParams,
    response: Campaign,
  },
  'PATCH /events/{eventId}/campaigns/{campaignId}': {
    summary: 'Edit a campaign; what is still to come follows the new settings',
    access: 'organizer',
    params: CampaignParams,
    body: z.object({
      name: oneLine(120).min(1).optional(),
      settings: CampaignSettings.partial().optional(),
      version: z.number().int().min(1),
    }),
    response: Campaign,
  },
  'POST /events/{eventId}/campaigns/{campaignId}/state': {
    summary: 'Start, pause, resume or cancel',
    access: 'organizer',
    params: CampaignParams,
    body: z.object({ action: z.enum(['start', 'pause', 'resume', 'cancel']) }),
    response: Campaign,
  },
  'POST /events/{eventId}/campaigns/{campaignId}/members/{memberId}/stop': {
    summary: 'Nothing more goes to this company',
    access: 'organizer',
    params: CampaignParams.extend({ memberId: z.string().min(1).max(60) }),
    response: CampaignMember,
  },
  'GET /events/{eventId}/replies': {
    summary: 'Answers of sponsors, newest first',
    access: 'viewer',
    params: EventParams,
    query: PageQuery.extend({ class: ReplyClass.optional(), open: z.enum(['true', 'false']).optional() }),
    response: pageOf(SalesMessage).extend({ open: z.number().int(), classes: z.record(z.string(), z.number().int()) }),
  },
  'GET /events/{eventId}/replies/{messageId}': {
    summary: 'One answer with its thread and a draft where the records hold an answer',
    access: 'viewer',
    params: MessageParams,
    response: z.object({
      message: SalesMessage,
      thread: z.array(SalesMessage),
      draft: z.object({ text: z.string(), citations: z.array(z.object({ label: z.string(), quote: z.string() })) }).nullable(),
    }),
  },
  'POST /events/{eventId}/replies/{messageId}/answer': {
    summary: 'Answer in the thread (`send_email`), by policy at once or after approval',
    access: 'organizer',
    params: MessageParams,
    body: z.object({ text: z.string().trim().min(1).max(10_000) }),
    response: z.object({ outcome: z.enum(['queued', 'waiting']), approvalId: z.string().nullable() }),
  },
  'POST /events/{eventId}/replies/{messageId}/class': {
    summary: 'Correct what an answer was taken for, or say that it is dealt with',
    access: 'organizer',
    params: MessageParams,
    body: z.object({ class: ReplyClass.optional(), handled: z.boolean().optional() }),
    response: SalesMessage,
  },
  'GET /events/{eventId}/meetings': {
    summary: 'Meetings, the next first',
    access: 'viewer',
    params: EventParams,
    query: PageQuery,
    response: pageOf(Meeting),
  },
  'POST /events/{eventId}/meetings': {
    summary: 'Offer a meeting to a contact (`schedule_meeting`): by mail with a scheduling page, or at a time that was agreed',
    access: 'organizer',
    params: EventParams,
    body: z.object({
      contactId: z.string().min(1).max(60),
      minutes: z.number().int().min(15).max(120).default(30),
      /** Booked at once; left out, the guest chooses. */
      startsAt: Instant.nullable().default(null),
    }),
    response: z.object({ outcome: z.enum(['queued', 'waiting']), approvalId: z.string().nullable(), meeting: Meeting.nullable() }),
  },
  'POST /events/{eventId}/meetings/{meetingId}/cancel': {
    summary: 'Cancel a meeting; the guest is told by a calendar mail',
    access: 'organizer',
    params: MeetingParams,
    response: Meeting,
  },
} satisfies Endpoints;
