import { type Column, type CompanyField, type ImportSource, importLimits, type Row } from '../fields';
import { samplesOf, tableWidth } from '../headers/column-samples';
import { meaningOf } from '../headers/meaning';
import { normaliseHeader } from '../headers/normalise-header';
import { companyMeaning } from './headers';
import { companyProfileOf } from './profiles';

export interface CompanyAssignment {
  source: ImportSource;
  columns: Column[];
  /** Whether the headers alone say that these are companies, not attendees. */
  isSure: boolean;
}

/** Fields that several columns may fill: terms are put together, of the others the first that is filled counts. */
const repeatable: ReadonlySet<CompanyField> = new Set([
  'topics',
  'audience',
  'goals',
  'notes',
  'past_sponsorship',
  'contact_phone',
  'website',
  'company_domain',
  'contact_department',
  'contact_title',
]);
/** What only a list of companies has. */
const telling: ReadonlySet<CompanyField> = new Set([
  'company_domain',
  'website',
  'industry',
  'employees',
  'company_linkedin',
  'past_sponsorship',
  'budget',
  'company_id',
]);
/** What only a list of tickets has. */
const ticketMeanings: ReadonlySet<string> = new Set([
  'order_id',
  'order_code',
  'order_total',
  'ticket_id',
  'ticket_type',
  'ticket_secret',
  'checked_in_at',
  'quantity',
  'payment_ref',
  'order_state',
  'ticket_state',
  'amount',
]);

/** What each column of a list of companies or of people at them means. */
export function assignCompanyColumns(headerCells: string[], rows: Row[]): CompanyAssignment {
  const width = Math.min(tableWidth(headerCells, rows), importLimits.columns);
  const headers = Array.from({ length: width }, (_, index) => (headerCells[index] ?? '').replace(/\s+/g, ' ').trim());
  const normal = headers.map(normaliseHeader);
  const profile = companyProfileOf(normal);
  const meanings = normal.map((header) => profile?.columns[header] ?? companyMeaning(header));
  const named = new Set(meanings);
  const taken = new Set<string>();
  const seen = new Map<string, number>();
  const columns = headers.map((header, index): Column => {
    const occurrence = (seen.get(header) ?? 0) + 1;
    seen.set(header, occurrence);
    let field = meanings[index] ?? plainName(normal[index] ?? '', named) ?? 'ignore';
    // Vorname without Nachname is a whole name, as in attendee lists.
    if (field === 'contact_first_name' && !named.has('contact_last_name')) field = 'contact_name';
    if (field !== 'ignore' && taken.has(field) && !repeatable.has(field)) field = 'ignore';
    taken.add(field);
    return { index, header, occurrence, field, samples: samplesOf(rows, index) };
  });
  const tickets = normal.filter((header, index) => meanings[index] === undefined && ticketMeanings.has(meaningOf(header) ?? '')).length;
  const signs = [...telling].filter((field) => taken.has(field)).length;
  const hasCompany = taken.has('company_name') || taken.has('company_domain');
  return {
    source: profile?.source ?? 'sheet',
    columns,
    isSure: profile !== undefined || (hasCompany && signs > 0 && tickets === 0),
  };
}

/** A bare name is the company's unless a column names it already. */
function plainName(header: string, named: ReadonlySet<string | undefined>): CompanyField | undefined {
  if (header !== 'name' && header !== 'namen') return undefined;
  if (!named.has('company_name')) return 'company_name';
  return named.has('contact_name') || named.has('contact_first_name') ? undefined : 'contact_name';
}
