import type { Company, CompanyRow, CrmContact, CrmNote, Sponsorship } from '../../../../worker/contract/sales/companies';
import { minutes } from '../people-and-events';

const days = (count: number) => minutes(count * 1440);

function person(id: string, companyId: string, name: string, title: string, more: Partial<CrmContact> = {}): CrmContact {
  const [first = '', last = ''] = name.toLowerCase().split(' ');
  return {
    id,
    companyId,
    name,
    email: `${first}.${last}@${companyId.slice(4)}.example`,
    title,
    seniority: 'director',
    department: 'Marketing',
    phone: '',
    linkedinUrl: '',
    timeZone: 'Europe/Berlin',
    locale: 'en',
    basis: 'public_role',
    owner: null,
    source: 'apollo',
    stopped: null,
    version: 1,
    updatedAt: days(9),
    ...more,
  };
}

function sponsored(id: string, eventName: string, year: number, level: string, more: Partial<Sponsorship> = {}): Sponsorship {
  return {
    id,
    eventName,
    year,
    level,
    amountMinor: null,
    currency: null,
    topics: ['cloud', 'developers'],
    quote: '',
    quoteBy: '',
    outcome: '',
    eventId: null,
    source: 'sheet',
    ...more,
  };
}

export function note(id: string, companyId: string, text: string, more: Partial<CrmNote> = {}): CrmNote {
  return { id, companyId, dealId: null, kind: 'note', text, author: 'usr_ana', dueAt: null, doneAt: null, createdAt: days(3), ...more };
}

function company(id: string, name: string, industry: string, more: Partial<Company> = {}): Company {
  return {
    id,
    name,
    domain: `${id.slice(4)}.example`,
    website: `https://${id.slice(4)}.example`,
    industry,
    description: '',
    topics: ['cloud', 'developers'],
    audience: ['engineers'],
    employees: 250,
    country: 'DE',
    city: 'Berlin',
    linkedinUrl: '',
    budgetMinor: null,
    budgetCurrency: null,
    goals: [],
    owner: null,
    doNotContact: false,
    source: 'hubspot',
    externalIds: {},
    editedFields: [],
    version: 1,
    createdAt: days(40),
    updatedAt: days(2),
    contacts: [],
    sponsorships: [],
    notes: [],
    ...more,
  };
}

export const companies: Company[] = [
  company('com_nimbus', 'Nimbus Cloud', 'Cloud hosting', {
    description: 'Hosting for teams that would rather write software than run it. 40 data centres, one of them in Lisbon.',
    topics: ['cloud', 'developers', 'kubernetes'],
    employees: 1200,
    country: 'PT',
    city: 'Lisbon',
    budgetMinor: 4_000_000,
    budgetCurrency: 'EUR',
    goals: [
      { text: 'Hire 30 platform engineers in Portugal', source: 'careers page, 12 November' },
      { text: 'Be known to Iberian developers', source: 'call with Marta, 2025' },
    ],
    externalIds: { hubspot: '901224' },
    editedFields: ['city'],
    version: 4,
    contacts: [
      person('con_marta', 'com_nimbus', 'Marta Sousa', 'Head of Developer Marketing', {
        timeZone: 'Europe/Lisbon',
        basis: 'existing_relation',
        source: 'hubspot',
        owner: 'usr_jonas',
      }),
      person('con_rafael', 'com_nimbus', 'Rafael Pinto', 'Talent Acquisition Lead', { department: 'People', seniority: 'manager' }),
      person('con_old', 'com_nimbus', 'Dora Klein', 'Event Manager', { stopped: 'hard_bounce', basis: '' }),
    ],
    sponsorships: [
      sponsored('spo_1', 'HarborConf 2025', 2025, 'Gold', {
        eventId: 'evt_2025',
        amountMinor: 1_800_000,
        currency: 'EUR',
        quote: 'We hired four engineers whom we met in the corridor.',
        quoteBy: 'Marta Sousa, Head of Developer Marketing',
        outcome: '112 leads, 4 hires',
      }),
      sponsored('spo_2', 'KubeDays Madrid', 2026, 'Platinum'),
    ],
    notes: [
      note('not_1', 'com_nimbus', 'Prefers a stage slot to a booth. Budget closes end of January.', { dealId: 'dea_nimbus' }),
      note('not_2', 'com_nimbus', 'Ask their talent team which universities matter to them', {
        kind: 'task',
        dueAt: minutes(-2 * 1440),
        dealId: 'dea_nimbus',
        createdAt: days(1),
      }),
    ],
  }),
  company('com_ferrite', 'Ferrite Databases GmbH & Co. KG', 'Databases', {
    topics: ['databases', 'open source', 'developers'],
    contacts: [person('con_lena', 'com_ferrite', 'Lena Hoffmann', 'VP Marketing', { seniority: 'vp' })],
    sponsorships: [sponsored('spo_3', 'PGDay Lowlands', 2025, 'Silver')],
  }),
  company('com_quarry', 'Quarry Security', 'Security', {
    country: 'FR',
    city: 'Lyon',
    topics: ['security', 'cloud'],
    contacts: [person('con_hugo', 'com_quarry', 'Hugo Lambert', 'CMO', { seniority: 'c_suite', timeZone: 'Europe/Paris', locale: 'fr' })],
  }),
  company('com_tidal', 'Tidal Pay', 'Payments', {
    country: 'IE',
    city: 'Dublin',
    topics: ['fintech', 'apis'],
    employees: 480,
    contacts: [person('con_aoife', 'com_tidal', 'Aoife Byrne', 'Partnerships Lead', { timeZone: 'Europe/Dublin' })],
    sponsorships: [sponsored('spo_4', 'HarborConf 2026', 2026, 'Silver', { eventId: 'evt_2026', amountMinor: 900_000, currency: 'EUR' })],
  }),
  company('com_loop', 'Loop CI', 'Developer tools', {
    country: 'NL',
    city: 'Utrecht',
    employees: 60,
    topics: ['ci', 'developers', 'testing'],
    contacts: [person('con_sanne', 'com_loop', 'Sanne de Vries', 'Founder', { seniority: 'founder', department: '' })],
  }),
  company('com_vela', 'Vela Robotics', 'Robotics', { country: 'ES', city: 'Valencia', topics: ['robotics', 'ai'], contacts: [] }),
  company('com_ostrich', 'Ostrich Analytics', 'Analytics', {
    country: 'PT',
    city: 'Porto',
    topics: ['data', 'ai'],
    employees: 35,
    contacts: [person('con_joao', 'com_ostrich', 'João Matos', 'CEO', { seniority: 'founder', timeZone: 'Europe/Lisbon' })],
  }),
  company('com_brightwire', 'Brightwire', 'Networking', {
    country: 'GB',
    city: 'Leeds',
    topics: ['networking', 'cloud'],
    doNotContact: true,
    contacts: [person('con_ed', 'com_brightwire', 'Edward Shaw', 'Brand Manager')],
  }),
  company('com_cumulo', 'Cumulo', 'Cloud hosting', {
    country: 'IT',
    city: 'Turin',
    topics: ['cloud', 'kubernetes'],
    contacts: [person('con_gia', 'com_cumulo', 'Gianna Ricci', 'Field Marketing Manager', { timeZone: 'Europe/Rome' })],
  }),
  company('com_nimbus2', 'Nimbus Cloud S.A.', 'Hosting', { domain: '', website: '', city: 'Lisboa', country: 'PT', source: 'sheet' }),
];

export function rowOf(one: Company): CompanyRow {
  const { id, name, domain, industry, topics, employees, country, city, source, doNotContact, updatedAt } = one;
  return {
    id,
    name,
    domain,
    industry,
    topics,
    employees,
    country,
    city,
    source,
    doNotContact,
    updatedAt,
    contacts: one.contacts.length,
    sponsorships: one.sponsorships.length,
  };
}

export const companyOf = (id: string | undefined) => companies.find((one) => one.id === id);
export const contactOfId = (id: unknown) => companies.flatMap((one) => one.contacts).find((one) => one.id === id);
