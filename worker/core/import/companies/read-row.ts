import { companyDomainOf } from '../../contact/company';
import { toMinor } from '../../money';
import { fail, ok, type Result } from '../../result';
import type { Column, CompanyField, ImportSource, Row } from '../fields';
import { readMoney } from '../values/money';
import { clean, readEmail, readName } from '../values/person';
import {
  type ReadSponsorship,
  readBasis,
  readCountry,
  readDomain,
  readEmployees,
  readSponsorships,
  readTerms,
  readUrl,
  readYes,
} from './values';

/** How the rows of a list of companies are read. Plain data. */
export interface CompanyPlan {
  source: ImportSource;
  headers: string[];
  /** Column indices by field, in file order. */
  fields: Partial<Record<CompanyField, number[]>>;
  /** The event's currency, for budgets that name none. */
  currency: string;
}

export function makeCompanyPlan(options: { source: ImportSource; columns: Column[]; currency: string }): CompanyPlan {
  const fields: CompanyPlan['fields'] = {};
  for (const { field, index } of options.columns)
    if (field !== 'ignore') fields[asCompanyField(field)] = [...(fields[asCompanyField(field)] ?? []), index];
  return { source: options.source, headers: options.columns.map(({ header }) => header), fields, currency: options.currency };
}

/** Mappings of companies hold company fields only: the route that starts an import refuses others. */
function asCompanyField(field: string): CompanyField {
  return field as CompanyField;
}

export interface ImportedCompany {
  /** Of the source; '' where it names none. */
  externalId: string;
  /** '' where only the domain is known. */
  name: string;
  domain: string;
  website: string;
  industry: string;
  description: string;
  topics: string[];
  audience: string[];
  employees: number | null;
  country: string;
  city: string;
  linkedinUrl: string;
  budget: { minor: number; currency: string } | null;
  goals: string[];
  doNotContact: boolean;
}

export interface ImportedContact {
  externalId: string;
  name: string;
  email: string;
  title: string;
  seniority: string;
  department: string;
  phone: string;
  linkedinUrl: string;
  basis: string;
  optedOut: boolean;
}

export interface CompanyRowFacts {
  company: ImportedCompany;
  contact: ImportedContact | null;
  sponsorships: ReadSponsorship[];
  notes: string[];
}

/** Reads a row by the plan; the error is the reason for the organizer why it is rejected. */
export function readCompanyRow(plan: CompanyPlan, row: Row): Result<CompanyRowFacts> {
  const extra = row.cells.slice(plan.headers.length).filter((cell) => cell.trim() !== '');
  if (extra.length > 0)
    return fail(`the row has ${row.cells.length} cells where the header has ${plan.headers.length}; a separator in a value is not quoted`);
  const all = (field: CompanyField) =>
    (plan.fields[field] ?? []).map((index) => row.cells[index] ?? '').filter((cell) => cell.trim() !== '');
  const text = (field: CompanyField, longest = 200) => clean(all(field)[0] ?? '').slice(0, longest);

  // Several addresses in one cell: the first is the one that is used.
  const email = readEmail((all('contact_email')[0] ?? '').split(/[;,\s]+(?=\S+@)/)[0] ?? '');
  if (!email.ok) return fail(`e-mail of the contact: ${email.error}`);
  const stated = readDomain(all('company_domain')[0] ?? '');
  if (!stated.ok) return fail(`domain: ${stated.error}`);
  const site = readDomain(all('website')[0] ?? '');
  const employees = readEmployees(all('employees')[0] ?? '');
  if (!employees.ok) return employees;
  const budget = readBudget(all('budget')[0] ?? '', plan);
  if (!budget.ok) return fail(`budget: ${budget.error}`);

  const company: ImportedCompany = {
    externalId: text('company_id', 100).split(/[;,]/)[0]?.trim() ?? '',
    name: text('company_name'),
    domain: stated.value || (site.ok ? site.value : '') || companyDomainOf(email.value),
    website: readUrl(all('website')[0] ?? ''),
    industry: industryOf(text('industry', 120)),
    description: (all('description')[0] ?? '').replace(/\s+/g, ' ').trim().slice(0, 2000),
    topics: readTerms(all('topics')),
    audience: readTerms(all('audience')),
    employees: employees.value,
    country: readCountry(all('country')[0] ?? ''),
    city: text('city', 120),
    linkedinUrl: readUrl(all('company_linkedin')[0] ?? ''),
    budget: budget.value,
    goals: all('goals')
      .flatMap((cell) => cell.split(/[;|\n]/))
      .map((goal) => clean(goal))
      .filter((goal) => goal !== '')
      .slice(0, 20),
    doNotContact: readYes(text('do_not_contact')),
  };
  const name = readName(text('contact_name'), text('contact_first_name'), text('contact_last_name'));
  const linkedinUrl = readUrl(all('contact_linkedin')[0] ?? '');
  const contact: ImportedContact | null =
    name === '' && email.value === ''
      ? null
      : {
          externalId: text('contact_id', 100),
          name: name || nameOfAddress(email.value),
          email: email.value,
          title: text('contact_title'),
          seniority: text('contact_seniority', 60),
          department: text('contact_department', 120),
          phone: text('contact_phone', 60),
          linkedinUrl,
          basis: readBasis(text('contact_basis')),
          optedOut: readYes(text('contact_opted_out')),
        };
  if (company.name === '' && company.domain === '')
    return fail(
      email.value === ''
        ? 'the row names no company, domain or website'
        : 'the row names no company, and its address is at a mail service where anybody has one; fill in the company',
    );
  return ok({
    company,
    contact,
    sponsorships: readSponsorships(all('past_sponsorship')),
    notes: all('notes').map((note) => note.replace(/\r/g, '').trim().slice(0, 4000)),
  });
}

/** `jane.doe@…` is called Jane Doe until somebody says otherwise. */
function nameOfAddress(email: string): string {
  const words = email
    .slice(0, email.lastIndexOf('@'))
    .replace(/\+.*$/, '')
    .split(/[._-]+/)
    .filter((word) => word !== '');
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ') || email;
}

/** HubSpot writes COMPUTER_SOFTWARE. */
const industryOf = (text: string) =>
  /^[A-Z]+(?:_[A-Z]+)+$|^[A-Z]{5,}$/.test(text) ? text.charAt(0) + text.slice(1).toLowerCase().replaceAll('_', ' ') : text;

/** `20,000 EUR`, `€20k`, `10000-20000` (its upper end). */
function readBudget(value: string, { currency }: CompanyPlan): Result<{ minor: number; currency: string } | null> {
  const upper =
    clean(value)
      .split(/\s*(?:–|—|-(?=\s*[\d€$£])|\bto\b|\bbis\b)\s*/)
      .at(-1) ?? '';
  const thousands = /(\d+(?:[.,]\d+)?)\s*(k|tsd\.?|m|mio\.?)\b/i.exec(upper);
  if (thousands?.[1] && thousands[2]) {
    const factor = thousands[2].toLowerCase().startsWith('m') ? 1_000_000 : 1_000;
    const inCurrency = readMoney(upper.replace(thousands[0], '1'), currency);
    if (!inCurrency.ok || !inCurrency.value) return fail(`"${value.slice(0, 40)}" is not an amount`);
    const major = Number(thousands[1].replace(',', '.')) * factor;
    return ok({ minor: toMinor(major, inCurrency.value.currency), currency: inCurrency.value.currency });
  }
  const money = readMoney(upper, currency);
  return money.ok ? ok(money.value && money.value.minor > 0 ? money.value : null) : money;
}
