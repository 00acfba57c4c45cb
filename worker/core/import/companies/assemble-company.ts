import type { RejectedRow, Row } from '../fields';
import { type CompanyPlan, type ImportedCompany, type ImportedContact, readCompanyRow } from './read-row';
import type { ReadSponsorship } from './values';

/** A company with everybody and everything that a file says of it. */
export interface CompanyBundle {
  company: ImportedCompany;
  /** Whether a row is about the company itself, not about a person there: only then is a known name replaced. */
  isOfCompany: boolean;
  contacts: ImportedContact[];
  sponsorships: ReadSponsorship[];
  notes: string[];
}

export interface CompanyCounts {
  [name: string]: number;
  rows: number;
  companies: number;
  contacts: number;
  sponsorships: number;
  notes: number;
  optedOut: number;
  duplicates: number;
  rejected: number;
}

export const noCompanyCounts = (): CompanyCounts => ({
  rows: 0,
  companies: 0,
  contacts: 0,
  sponsorships: 0,
  notes: 0,
  optedOut: 0,
  duplicates: 0,
  rejected: 0,
});

const peopleAtMost = 200;
const notesAtMost = 20;

/** Puts the rows of one company together: the first that says something counts, lists are joined, a person comes once. */
export function assembleCompany(
  plan: CompanyPlan,
  rows: Row[],
): { bundle: CompanyBundle | null; rejected: RejectedRow[]; duplicates: number } {
  const rejected: RejectedRow[] = [];
  let bundle = null as CompanyBundle | null;
  let duplicates = 0;
  const people = new Map<string, ImportedContact>();
  for (const row of rows) {
    const read = readCompanyRow(plan, row);
    if (!read.ok) {
      rejected.push({ line: row.line, reason: read.error, cells: row.cells });
      continue;
    }
    const { company, contact, sponsorships, notes } = read.value;
    const key = contact ? contact.email || contact.linkedinUrl || contact.name.toLowerCase() : null;
    const known = key === null ? undefined : people.get(key);
    if (contact && !known && people.size >= peopleAtMost) {
      rejected.push({ line: row.line, reason: `a company has at most ${peopleAtMost} people; this one has more`, cells: row.cells });
      continue;
    }
    if (known || (bundle && contact === null)) duplicates++;
    if (key !== null && contact) people.set(key, known ? filled(known, contact) : contact);
    bundle = bundle
      ? {
          ...bundle,
          company: joined(bundle.company, company),
          isOfCompany: bundle.isOfCompany || contact === null,
          sponsorships: [...bundle.sponsorships, ...sponsorships],
          notes: [...bundle.notes, ...notes],
        }
      : { company, isOfCompany: contact === null, contacts: [], sponsorships, notes };
  }
  if (!bundle) return { bundle, rejected, duplicates };
  return {
    bundle: {
      ...bundle,
      contacts: [...people.values()],
      sponsorships: distinct(bundle.sponsorships, ({ eventName, year }) => `${eventName.toLowerCase()} ${year}`),
      notes: distinct(bundle.notes, (note) => note).slice(0, notesAtMost),
    },
    rejected,
    duplicates,
  };
}

/** Adds one company to the counts. */
export function countCompany(
  counts: CompanyCounts,
  rows: number,
  { bundle, rejected, duplicates }: ReturnType<typeof assembleCompany>,
): void {
  counts.rows += rows;
  counts.rejected += rejected.length;
  counts.duplicates += duplicates;
  if (!bundle) return;
  counts.companies += 1;
  counts.contacts += bundle.contacts.length;
  counts.optedOut += bundle.contacts.filter(({ optedOut, email }) => optedOut && email !== '').length;
  counts.sponsorships += bundle.sponsorships.length;
  counts.notes += bundle.notes.length;
}

function joined(a: ImportedCompany, b: ImportedCompany): ImportedCompany {
  const terms = (own: string[], other: string[]) => [...new Set([...own, ...other])].slice(0, 40);
  return {
    ...filled(a, b),
    topics: terms(a.topics, b.topics),
    audience: terms(a.audience, b.audience),
    goals: terms(a.goals, b.goals).slice(0, 20),
    doNotContact: a.doNotContact || b.doNotContact,
  };
}

/** `a`, with what it lacks from `b`; a yes of either is a yes. */
function filled<T extends object>(a: T, b: T): T {
  const result = { ...a };
  for (const key of keysOf(a)) if (result[key] === '' || result[key] === null || result[key] === false) result[key] = b[key];
  return result;
}

/** Object.keys forgets which keys they are; the object is of this module and has no others. */
function keysOf<T extends object>(value: T): (keyof T)[] {
  return Object.keys(value) as (keyof T)[];
}

function distinct<T>(items: T[], keyOf: (item: T) => string): T[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()];
}
