import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { CampaignSettings, ProposalContent, ScorePart } from '../../core/sales/types';
import {
  campaignStates,
  dealStages,
  engagementKinds,
  followUpAngles,
  memberStates,
  replyClasses,
  stopReasons,
} from '../../core/sales-stages';
import { instant, json, minor, organizationId } from './columns';
import { events } from './events';

const eventId = () =>
  text('event_id')
    .notNull()
    .references(() => events.id, { onDelete: 'cascade' });
const companyId = () =>
  text('company_id')
    .notNull()
    .references(() => companies.id, { onDelete: 'cascade' });

/** Companies of the organization, over all its events. */
export const companies = sqliteTable(
  'companies',
  {
    id: text('id').primaryKey(),
    organizationId: organizationId(),
    name: text('name').notNull(),
    /** Registered domain in lower case; '' where it is not known. One company a domain. */
    domain: text('domain').notNull().default(''),
    website: text('website').notNull().default(''),
    industry: text('industry').notNull().default(''),
    description: text('description').notNull().default(''),
    /** What it works on and whom it wants to reach: single terms, lower case. */
    topics: json<string[]>('topics').notNull().default([]),
    audience: json<string[]>('audience').notNull().default([]),
    employees: integer('employees'),
    /** ISO 3166-1 alpha-2, '' where it is not known. */
    country: text('country').notNull().default(''),
    city: text('city').notNull().default(''),
    linkedinUrl: text('linkedin_url').notNull().default(''),
    budgetMinor: minor('budget_minor'),
    budgetCurrency: text('budget_currency'),
    /** What it wants to reach by sponsoring, and where that is known from. */
    goals: json<{ text: string; source: string }[]>('goals').notNull().default([]),
    source: text('source').notNull(),
    /** Ids by source, such as `hubspot` or `apollo`. */
    externalIds: json<Record<string, string>>('external_ids').notNull().default({}),
    /** The one person of the organization who owns the relation. */
    owner: text('owner'),
    doNotContact: integer('do_not_contact', { mode: 'boolean' }).notNull().default(false),
    editedFields: json<string[]>('edited_fields').notNull().default([]),
    version: integer('version').notNull().default(1),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    uniqueIndex('companies_domain').on(t.organizationId, t.domain).where(sql`domain <> ''`),
    index('companies_name').on(t.organizationId, t.name),
  ],
);

/** People at companies, with where each came from and on what basis they may be written to. */
export const crmContacts = sqliteTable(
  'crm_contacts',
  {
    id: text('id').primaryKey(),
    organizationId: organizationId(),
    companyId: companyId(),
    name: text('name').notNull(),
    /** Lower case; '' where it is not known. */
    email: text('email').notNull().default(''),
    title: text('title').notNull().default(''),
    seniority: text('seniority').notNull().default(''),
    department: text('department').notNull().default(''),
    phone: text('phone').notNull().default(''),
    linkedinUrl: text('linkedin_url').notNull().default(''),
    timeZone: text('time_zone'),
    locale: text('locale'),
    source: text('source').notNull(),
    /** Lawful basis, e.g. `legitimate_interest`, `consent`, `existing_relation`; '' when nobody has said. */
    basis: text('basis').notNull().default(''),
    externalIds: json<Record<string, string>>('external_ids').notNull().default({}),
    owner: text('owner'),
    editedFields: json<string[]>('edited_fields').notNull().default([]),
    version: integer('version').notNull().default(1),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    uniqueIndex('crm_contacts_email').on(t.organizationId, t.email).where(sql`email <> ''`),
    index('crm_contacts_company').on(t.organizationId, t.companyId),
  ],
);

/** Past sponsorships, of this organization's events and of similar ones. */
export const sponsorships = sqliteTable(
  'sponsorships',
  {
    id: text('id').primaryKey(),
    organizationId: organizationId(),
    companyId: companyId(),
    /** Set where it was an event of this product. */
    eventId: text('event_id'),
    eventName: text('event_name').notNull(),
    year: integer('year'),
    level: text('level').notNull().default(''),
    amountMinor: minor('amount_minor'),
    currency: text('currency'),
    topics: json<string[]>('topics').notNull().default([]),
    /** What the sponsor said of it, word for word, and who may be named for it. */
    quote: text('quote').notNull().default(''),
    quoteBy: text('quote_by').notNull().default(''),
    /** An outcome that was measured, such as `212 leads scanned`. */
    outcome: text('outcome').notNull().default(''),
    source: text('source').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [index('sponsorships_company').on(t.organizationId, t.companyId)],
);

/** What is for sale. Prices come from here alone. */
export const sponsorPackages = sqliteTable(
  'sponsor_packages',
  {
    id: text('id').primaryKey(),
    organizationId: organizationId(),
    eventId: eventId(),
    name: text('name').notNull(),
    priceMinor: minor('price_minor').notNull(),
    currency: text('currency').notNull(),
    earlyBirdMinor: minor('early_bird_minor'),
    /** Last local day of the early price, `YYYY-MM-DD` in the event's time zone. */
    earlyBirdUntil: text('early_bird_until'),
    /** How many there are; null for as many as are wanted. */
    stock: integer('stock'),
    benefits: json<{ id: string; text: string; goals: string[] }[]>('benefits').notNull(),
    /** Who signs it keeps others of this industry out; '' for nobody. */
    exclusiveIndustry: text('exclusive_industry').notNull().default(''),
    position: integer('position').notNull().default(0),
    active: integer('active', { mode: 'boolean' }).notNull().default(true),
    version: integer('version').notNull().default(1),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [index('sponsor_packages_event').on(t.organizationId, t.eventId, t.position)],
);

export const deals = sqliteTable(
  'deals',
  {
    id: text('id').primaryKey(),
    organizationId: organizationId(),
    eventId: eventId(),
    companyId: companyId(),
    contactId: text('contact_id'),
    packageId: text('package_id'),
    stage: text('stage', { enum: dealStages }).notNull(),
    amountMinor: minor('amount_minor').notNull().default(0),
    currency: text('currency').notNull(),
    /** 0 to 100, with its parts and the chance of signing that it stands on. */
    score: integer('score'),
    scoreParts: json<ScorePart[]>('score_parts'),
    probability: real('probability'),
    /** What the chance was computed from, as it was then: what later chances are calibrated on. */
    features: json<Record<string, number>>('features'),
    lostReason: text('lost_reason').notNull().default(''),
    owner: text('owner'),
    nextAction: text('next_action').notNull().default(''),
    nextActionAt: instant('next_action_at'),
    /** Order within a stage of the board. */
    position: real('position').notNull().default(0),
    version: integer('version').notNull().default(1),
    stageAt: instant('stage_at').notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    uniqueIndex('deals_company').on(t.organizationId, t.eventId, t.companyId),
    index('deals_stage').on(t.organizationId, t.eventId, t.stage, t.position),
  ],
);

/** Notes and tasks of a relation. */
export const crmNotes = sqliteTable(
  'crm_notes',
  {
    id: text('id').primaryKey(),
    organizationId: organizationId(),
    companyId: companyId(),
    dealId: text('deal_id'),
    kind: text('kind', { enum: ['note', 'task', 'system'] }).notNull(),
    text: text('text').notNull(),
    /** User id, `key:<id>` or an agent's name. */
    author: text('author').notNull(),
    dueAt: instant('due_at'),
    doneAt: instant('done_at'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [index('crm_notes_company').on(t.organizationId, t.companyId, t.createdAt)],
);

export const sponsorProposals = sqliteTable(
  'sponsor_proposals',
  {
    id: text('id').primaryKey(),
    organizationId: organizationId(),
    eventId: eventId(),
    companyId: companyId(),
    dealId: text('deal_id').notNull(),
    contactId: text('contact_id'),
    packageId: text('package_id').notNull(),
    state: text('state', { enum: ['draft', 'sent', 'accepted', 'withdrawn'] }).notNull(),
    /** The version that its page shows and a mail links to. */
    version: integer('version').notNull(),
    /** Unguessable part of the address of its page. */
    token: text('token').notNull(),
    createdBy: text('created_by').notNull(),
    sentAt: instant('sent_at'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    uniqueIndex('sponsor_proposals_token').on(t.token),
    index('sponsor_proposals_event').on(t.organizationId, t.eventId, t.createdAt),
    index('sponsor_proposals_company').on(t.organizationId, t.companyId),
  ],
);

export const proposalVersions = sqliteTable(
  'proposal_versions',
  {
    organizationId: organizationId(),
    proposalId: text('proposal_id')
      .notNull()
      .references(() => sponsorProposals.id, { onDelete: 'cascade' }),
    version: integer('version').notNull(),
    content: json<ProposalContent>('content').notNull(),
    reason: text('reason').notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.proposalId, t.version] })],
);

/** One visit of a proposal's page. */
export const proposalVisits = sqliteTable(
  'proposal_visits',
  {
    id: text('id').primaryKey(),
    organizationId: organizationId(),
    eventId: eventId(),
    proposalId: text('proposal_id')
      .notNull()
      .references(() => sponsorProposals.id, { onDelete: 'cascade' }),
    version: integer('version').notNull(),
    /** A scanner or preview robot, by what it says of itself and how it behaves. */
    machine: integer('machine', { mode: 'boolean' }).notNull(),
    /** Seconds by section id. */
    sections: json<Record<string, number>>('sections').notNull().default({}),
    downloads: integer('downloads').notNull().default(0),
    startedAt: instant('started_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [index('proposal_visits_proposal').on(t.organizationId, t.proposalId, t.startedAt)],
);

export const outreachCampaigns = sqliteTable(
  'outreach_campaigns',
  {
    id: text('id').primaryKey(),
    organizationId: organizationId(),
    eventId: eventId(),
    name: text('name').notNull(),
    state: text('state', { enum: campaignStates }).notNull(),
    settings: json<CampaignSettings>('settings').notNull(),
    createdBy: text('created_by').notNull(),
    startedAt: instant('started_at'),
    endedAt: instant('ended_at'),
    version: integer('version').notNull().default(1),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [index('outreach_campaigns_event').on(t.organizationId, t.eventId, t.createdAt)],
);

/** One company of one campaign. `step` counts the mails that went out. */
export const campaignMembers = sqliteTable(
  'campaign_members',
  {
    id: text('id').primaryKey(),
    organizationId: organizationId(),
    eventId: eventId(),
    campaignId: text('campaign_id')
      .notNull()
      .references(() => outreachCampaigns.id, { onDelete: 'cascade' }),
    companyId: companyId(),
    dealId: text('deal_id'),
    contactId: text('contact_id'),
    proposalId: text('proposal_id'),
    state: text('state', { enum: memberStates }).notNull(),
    score: integer('score'),
    step: integer('step').notNull().default(0),
    /** When the next mail is due; null when none is. */
    nextAt: instant('next_at'),
    /** The proposal of an approval that this member waits for. */
    approvalId: text('approval_id'),
    stopReason: text('stop_reason', { enum: stopReasons }),
    version: integer('version').notNull().default(1),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    uniqueIndex('campaign_members_company').on(t.campaignId, t.companyId),
    index('campaign_members_due').on(t.eventId, t.nextAt),
    index('campaign_members_contact').on(t.organizationId, t.contactId),
  ],
);

/** Mails to and from companies, as threads. */
export const salesMessages = sqliteTable(
  'sales_messages',
  {
    id: text('id').primaryKey(),
    organizationId: organizationId(),
    eventId: eventId(),
    companyId: companyId(),
    contactId: text('contact_id'),
    dealId: text('deal_id'),
    memberId: text('member_id'),
    proposalId: text('proposal_id'),
    direction: text('direction', { enum: ['out', 'in'] }).notNull(),
    /** Of a campaign's mails: 0 for the first, then the follow-ups. */
    step: integer('step'),
    angle: text('angle', { enum: followUpAngles }),
    commandId: text('command_id'),
    inboundId: text('inbound_id'),
    /** RFC 5322 Message-ID without brackets. */
    messageId: text('message_id').notNull(),
    inReplyTo: text('in_reply_to').notNull().default(''),
    subject: text('subject').notNull(),
    /** Of what came in: without quoted history and signature. */
    text: text('text').notNull(),
    class: text('class', { enum: replyClasses }),
    confidence: real('confidence'),
    /** Why it is of this class, in words. */
    classReason: text('class_reason').notNull().default(''),
    /** What was read in it: proposed times, return date, whom to ask, bounce. */
    found: json<Record<string, unknown>>('found').notNull().default({}),
    /** Of what came in: null while it waits for somebody. */
    handledAt: instant('handled_at'),
    handledBy: text('handled_by'),
    at: instant('at').notNull(),
  },
  (t) => [
    // One mail a step: however often a campaign's step is tried.
    uniqueIndex('sales_messages_step').on(t.memberId, t.step).where(sql`direction = 'out' AND member_id IS NOT NULL`),
    index('sales_messages_company').on(t.organizationId, t.companyId, t.at),
    index('sales_messages_inbox').on(t.organizationId, t.eventId, t.direction, t.at),
    index('sales_messages_thread').on(t.organizationId, t.messageId),
    index('sales_messages_command').on(t.organizationId, t.commandId),
  ],
);

/** What happened to a mail or proposal after it left; machines told apart from people. */
export const engagements = sqliteTable(
  'engagements',
  {
    id: text('id').primaryKey(),
    organizationId: organizationId(),
    eventId: eventId(),
    companyId: companyId(),
    contactId: text('contact_id'),
    salesMessageId: text('sales_message_id'),
    proposalId: text('proposal_id'),
    kind: text('kind', { enum: engagementKinds }).notNull(),
    machine: integer('machine', { mode: 'boolean' }).notNull().default(false),
    /** Why it counts as a machine's, or the address that was clicked. */
    detail: text('detail').notNull().default(''),
    /** The service's or our own id of the occurrence: the same one counts once. */
    ref: text('ref').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [
    uniqueIndex('engagements_ref').on(t.organizationId, t.ref),
    index('engagements_company').on(t.organizationId, t.companyId, t.at),
    index('engagements_message').on(t.organizationId, t.salesMessageId),
    index('engagements_event').on(t.organizationId, t.eventId, t.at),
  ],
);

export const meetings = sqliteTable(
  'meetings',
  {
    id: text('id').primaryKey(),
    organizationId: organizationId(),
    eventId: eventId(),
    companyId: companyId(),
    dealId: text('deal_id'),
    contactId: text('contact_id'),
    title: text('title').notNull(),
    /** Whose calendar: a user id, or '' for the event's own. */
    host: text('host').notNull().default(''),
    guestName: text('guest_name').notNull(),
    guestEmail: text('guest_email').notNull(),
    guestTimeZone: text('guest_time_zone'),
    state: text('state', { enum: ['offered', 'booked', 'cancelled'] }).notNull(),
    /** Null while it is only offered. */
    startsAt: instant('starts_at'),
    endsAt: instant('ends_at'),
    minutes: integer('minutes').notNull(),
    location: text('location').notNull().default(''),
    /** RFC 5545: stable over moves and cancellation; the sequence goes up with each. */
    uid: text('uid').notNull(),
    sequence: integer('sequence').notNull().default(0),
    provider: text('provider', { enum: ['built_in', 'calendly', 'calcom'] }).notNull(),
    providerRef: text('provider_ref'),
    /** Unguessable part of the address of its scheduling page. */
    token: text('token').notNull(),
    version: integer('version').notNull().default(1),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    uniqueIndex('meetings_token').on(t.token),
    // Two people never book the same start; overlaps are guarded in the batch.
    uniqueIndex('meetings_start').on(t.organizationId, t.host, t.startsAt).where(sql`state = 'booked'`),
    index('meetings_event').on(t.organizationId, t.eventId, t.startsAt),
    index('meetings_company').on(t.organizationId, t.companyId),
  ],
);
