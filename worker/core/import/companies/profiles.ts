import type { CompanyField, ImportSource } from '../fields';

type Meant = CompanyField | 'ignore';

export interface CompanyProfile {
  source: Extract<ImportSource, 'hubspot' | 'apollo' | 'linkedin'>;
  /** Each group is one piece of evidence: any of its normalised headers counts. All groups must be met. */
  evidence: string[][];
  /** None of these may be there. */
  absent?: string[];
  /** By normalised header, where the service's meaning differs from the general one. */
  columns: Record<string, Meant>;
}

/** Columns that only tell how the service itself works with the record. */
const left = (...headers: string[]): Record<string, Meant> => Object.fromEntries(headers.map((header) => [header, 'ignore']));

const hubspotOwn = left(
  'company owner',
  'contact owner',
  'hubspot owner',
  'create date',
  'last activity date',
  'last contacted',
  'lead status',
  'lifecycle stage',
  'marketing contact status',
  'associated contact',
  'associated contact ids',
  'associated deal',
  'associated deal ids',
  'annual revenue',
  'original source',
  'state region',
  'postal code',
  'street address',
  'time zone',
);
const apolloOwn = left(
  'company name for emails',
  'email status',
  'primary email source',
  'primary email verification source',
  'email confidence',
  'primary email catch all status',
  'primary email last verified at',
  'contact owner',
  'account owner',
  'home phone',
  'corporate phone',
  'other phone',
  'company phone',
  'stage',
  'account stage',
  'lists',
  'last contacted',
  'facebook url',
  'twitter url',
  'state',
  'company state',
  'company address',
  'company street',
  'company postal code',
  'annual revenue',
  'total funding',
  'latest funding',
  'latest funding amount',
  'last raised at',
  'subsidiary of',
  'email sent',
  'email open',
  'email bounced',
  'replied',
  'demoed',
  'number of retail locations',
  'sic codes',
  'naics codes',
  'founded year',
  'logo url',
  'technologies',
);

/** Exports of services that keep companies; the first whose evidence is there. */
export const companyProfiles: readonly CompanyProfile[] = [
  {
    source: 'hubspot',
    evidence: [['record id'], ['company domain name', 'company owner', 'linkedin company page', 'company name']],
    absent: ['first name', 'last name', 'contact owner', 'marketing contact status'],
    columns: { ...hubspotOwn, 'record id': 'company_id', 'phone number': 'ignore', name: 'company_name' },
  },
  {
    source: 'hubspot',
    evidence: [
      ['record id'],
      ['first name', 'last name', 'email'],
      ['contact owner', 'marketing contact status', 'lead status', 'associated company', 'company name', 'job title'],
    ],
    columns: { ...hubspotOwn, 'record id': 'contact_id', 'associated company': 'company_name', industry: 'industry' },
  },
  {
    source: 'apollo',
    evidence: [
      ['person linkedin url', 'apollo contact id'],
      ['company linkedin url', 'apollo account id', '# employees', 'seniority', 'company name for emails', 'email status'],
    ],
    // City and country stand for the person, those of the company have columns of their own.
    columns: {
      ...apolloOwn,
      city: 'ignore',
      country: 'ignore',
      'company city': 'city',
      'company country': 'country',
      'seo description': 'description',
      keywords: 'topics',
    },
  },
  {
    source: 'apollo',
    evidence: [
      ['apollo account id', 'company name for emails', 'account stage', 'account owner'],
      ['# employees', 'company linkedin url', 'website'],
    ],
    columns: { ...apolloOwn, 'short description': 'description', keywords: 'topics' },
  },
  {
    source: 'linkedin',
    evidence: [['connected on'], ['url', 'profile url'], ['company'], ['position']],
    columns: { url: 'contact_linkedin', 'connected on': 'ignore' },
  },
  {
    source: 'linkedin',
    evidence: [
      [
        'sales navigator url',
        'salesnavigatorurl',
        'company sales navigator url',
        'prospect linkedin url',
        'lead linkedin url',
        'linkedin url public',
        'regularcompanyurl',
        'companyurl',
        'account linkedin url',
        'linkedin sales navigator url',
      ],
      ['company', 'company name', 'companyname', 'current company', 'account name'],
    ],
    columns: {
      ...left(
        'sales navigator url',
        'salesnavigatorurl',
        'linkedin sales navigator url',
        'company sales navigator url',
        'companyurl',
        'email status',
        'profile headline',
        'connections',
        'query',
        'timestamp',
        'location',
        'companylocation',
        'company location',
        'profileimageurl',
        'shared connections',
        'years in position',
        'months in position',
        'years in company',
        'months in company',
        'isopenlink',
        'ispremium',
        'vmid',
        'name',
        'title description',
      ),
      summary: 'ignore',
      'linkedin url public': 'contact_linkedin',
      linkedinprofileurl: 'contact_linkedin',
      profileurl: 'contact_linkedin',
      companyname: 'company_name',
      regularcompanyurl: 'company_linkedin',
    },
  },
];

export function companyProfileOf(headers: string[]): CompanyProfile | undefined {
  const present = new Set(headers);
  return companyProfiles.find(
    ({ evidence, absent }) =>
      evidence.every((group) => group.some((header) => present.has(header))) && !absent?.some((header) => present.has(header)),
  );
}
