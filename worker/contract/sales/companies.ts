import { z } from 'zod';
import { Email, Instant, oneLine, TimeZone } from '../common';
import { Done, type Endpoints, PageQuery, pageOf } from '../endpoint';

const Terms = z.array(z.string().trim().toLowerCase().min(1).max(60)).max(40);
const Goal = z.object({ text: z.string().trim().min(1).max(300), source: z.string().trim().max(200) });
const Country = z.union([z.literal(''), z.string().regex(/^[A-Z]{2}$/, 'must be a two-letter country code such as DE')]);
const Url = z.union([z.literal(''), z.url({ protocol: /^https?$/, error: 'must be an address such as https://example.org' }).max(500)]);

export const CompanyFields = z.object({
  name: oneLine(200).min(1),
  /** Registered domain, e.g. `example.org`; '' where it is not known. */
  domain: z.union([
    z.literal(''),
    z
      .string()
      .trim()
      .toLowerCase()
      .regex(/^(?=.{4,253}$)([a-z0-9-]{1,63}\.)+[a-z0-9-]{2,63}$/, 'must be a domain such as example.org'),
  ]),
  website: Url,
  industry: oneLine(120),
  description: z.string().trim().max(2000),
  topics: Terms,
  audience: Terms,
  employees: z.number().int().min(0).max(10_000_000).nullable(),
  country: Country,
  city: oneLine(120),
  linkedinUrl: Url,
  budgetMinor: z.number().int().min(0).max(1e12).nullable(),
  budgetCurrency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .nullable(),
  goals: z.array(Goal).max(20),
  owner: z.string().max(60).nullable(),
  doNotContact: z.boolean(),
});
const NewCompany = CompanyFields.partial().required({ name: true });

export const CompanyRow = z.object({
  id: z.string(),
  name: z.string(),
  domain: z.string(),
  industry: z.string(),
  topics: z.array(z.string()),
  employees: z.number().nullable(),
  country: z.string(),
  city: z.string(),
  source: z.string(),
  contacts: z.number().int(),
  sponsorships: z.number().int(),
  doNotContact: z.boolean(),
  updatedAt: Instant,
});
export type CompanyRow = z.infer<typeof CompanyRow>;

export const CrmContactFields = z.object({
  name: oneLine(200).min(1),
  email: z.union([z.literal(''), Email]),
  title: oneLine(200),
  seniority: oneLine(60),
  department: oneLine(120),
  phone: oneLine(60),
  linkedinUrl: Url,
  timeZone: TimeZone.nullable(),
  locale: z.string().max(20).nullable(),
  basis: z.enum(['', 'legitimate_interest', 'consent', 'existing_relation', 'public_role']),
  owner: z.string().max(60).nullable(),
});
export const CrmContact = CrmContactFields.extend({
  id: z.string(),
  companyId: z.string(),
  source: z.string(),
  /** Why no mail goes there, or null. */
  stopped: z.string().nullable(),
  version: z.number().int(),
  updatedAt: Instant,
});
export type CrmContact = z.infer<typeof CrmContact>;

export const SponsorshipFields = z.object({
  eventName: oneLine(200).min(1),
  year: z.number().int().min(1970).max(2200).nullable(),
  level: oneLine(80),
  amountMinor: z.number().int().min(0).max(1e12).nullable(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .nullable(),
  topics: Terms,
  quote: z.string().trim().max(1000),
  quoteBy: oneLine(200),
  outcome: oneLine(300),
});
export const Sponsorship = SponsorshipFields.extend({ id: z.string(), eventId: z.string().nullable(), source: z.string() });
export type Sponsorship = z.infer<typeof Sponsorship>;

export const CrmNote = z.object({
  id: z.string(),
  companyId: z.string(),
  dealId: z.string().nullable(),
  kind: z.enum(['note', 'task', 'system']),
  text: z.string(),
  author: z.string(),
  dueAt: Instant.nullable(),
  doneAt: Instant.nullable(),
  createdAt: Instant,
});
export type CrmNote = z.infer<typeof CrmNote>;

export const Company = CompanyFields.extend({
  id: z.string(),
  source: z.string(),
  externalIds: z.record(z.string(), z.string()),
  /** Fields that a person corrected: imports leave them as they are. */
  editedFields: z.array(z.string()),
  version: z.number().int(),
  createdAt: Instant,
  updatedAt: Instant,
  contacts: z.array(CrmContact),
  sponsorships: z.array(Sponsorship),
  notes: z.array(CrmNote),
});
export type Company = z.infer<typeof Company>;

/** Two records that look like one company, and why. */
export const CompanyDuplicate = z.object({ a: CompanyRow, b: CompanyRow, because: z.string() });
export type CompanyDuplicate = z.infer<typeof CompanyDuplicate>;

export const CompanyParams = z.object({ companyId: z.string().min(1).max(60) });
const Version = { version: z.number().int().min(1) };

/** Companies of the organization and the people at them. Limits: 50,000 companies; 200 contacts, 200 sponsorships, 500 notes a company. */
export const companyEndpoints = {
  'GET /companies': {
    summary: 'Search companies by name, domain, industry or topic',
    access: 'viewer',
    query: PageQuery.extend({
      q: z.string().max(200).optional(),
      country: z.string().max(2).optional(),
      industry: z.string().max(120).optional(),
      sort: z.enum(['name', 'updated']).default('name'),
    }),
    response: pageOf(CompanyRow).extend({ total: z.number().int() }),
  },
  'POST /companies': { summary: 'Add a company', access: 'organizer', body: NewCompany, response: Company },
  'GET /companies/duplicates': {
    summary: 'Companies that may be one and the same',
    access: 'viewer',
    response: z.object({ items: z.array(CompanyDuplicate) }),
  },
  'GET /companies/{companyId}': {
    summary: 'A company, its people, notes and past sponsorships',
    access: 'viewer',
    params: CompanyParams,
    response: Company,
  },
  'PATCH /companies/{companyId}': {
    summary: 'Correct a company; refused when somebody else was faster',
    access: 'organizer',
    params: CompanyParams,
    body: CompanyFields.partial().extend(Version),
    response: Company,
  },
  'POST /companies/{companyId}/merge': {
    summary: 'Merge another company into this one: its people, deals, mails and notes move here',
    access: 'organizer',
    params: CompanyParams,
    body: z.object({ other: z.string().min(1).max(60) }),
    response: Company,
  },
  'POST /companies/{companyId}/contacts': {
    summary: 'Add a person',
    access: 'organizer',
    params: CompanyParams,
    body: CrmContactFields.partial().required({ name: true }),
    response: CrmContact,
  },
  'PATCH /companies/{companyId}/contacts/{contactId}': {
    summary: 'Correct a person; refused when somebody else was faster',
    access: 'organizer',
    params: CompanyParams.extend({ contactId: z.string().min(1).max(60) }),
    body: CrmContactFields.partial().extend(Version),
    response: CrmContact,
  },
  'POST /companies/{companyId}/sponsorships': {
    summary: 'Note a past sponsorship',
    access: 'organizer',
    params: CompanyParams,
    body: SponsorshipFields.partial().required({ eventName: true }),
    response: Sponsorship,
  },
  'DELETE /companies/{companyId}/sponsorships/{sponsorshipId}': {
    summary: 'Take back a sponsorship that was noted',
    access: 'organizer',
    params: CompanyParams.extend({ sponsorshipId: z.string().min(1).max(60) }),
    response: Done,
  },
  'POST /companies/{companyId}/notes': {
    summary: 'Add a note or task',
    access: 'organizer',
    params: CompanyParams,
    body: z.object({
      kind: z.enum(['note', 'task']),
      text: z.string().trim().min(1).max(4000),
      dueAt: Instant.nullable().default(null),
      dealId: z.string().max(60).nullable().default(null),
    }),
    response: CrmNote,
  },
  'POST /notes/{noteId}/done': {
    summary: 'A task is done, or not yet after all',
    access: 'organizer',
    params: z.object({ noteId: z.string().min(1).max(60) }),
    body: z.object({ done: z.boolean() }),
    response: CrmNote,
  },
} satisfies Endpoints;
