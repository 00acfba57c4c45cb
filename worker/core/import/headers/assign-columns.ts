import { type Column, type ImportField, type ImportSource, importLimits, type Row } from '../fields';
import { readState } from '../values/state';
import { samplesOf, tableWidth } from './column-samples';
import { meaningOf } from './meaning';
import { normaliseHeader } from './normalise-header';
import type { Meaning } from './phrases';
import { profileOf } from './sources';

export interface Assignment {
  source: ImportSource;
  /** `orders`: rows are orders without tickets. */
  kind: 'tickets' | 'orders';
  columns: Column[];
}

const once: ReadonlySet<ImportField> = new Set<ImportField>([
  'order_id',
  'order_code',
  'order_total',
  'currency',
  'ticket_id',
  'ticket_price',
  'ticket_secret',
  'quantity',
  'payment_ref',
  'locale',
  'attendee_name',
  'attendee_email',
  'attendee_first_name',
  'attendee_last_name',
  'buyer_name',
  'buyer_email',
  'buyer_first_name',
  'buyer_last_name',
]);

/** What each column of a table means, from its headers and the first rows below them. */
export function assignColumns(headerCells: string[], rows: Row[]): Assignment {
  const width = Math.min(tableWidth(headerCells, rows), importLimits.columns);
  const headers = Array.from({ length: width }, (_, index) => (headerCells[index] ?? '').replace(/\s+/g, ' ').trim());
  const normal = headers.map(normaliseHeader);
  const profile = profileOf(normal);
  const meanings = headers.map((header, index) => profile?.columns[normal[index] ?? ''] ?? meaningOf(header));
  const named = new Set(meanings);
  const person = profile?.person ?? (has(named, 'attendee') ? 'buyer' : 'attendee');
  const taken = new Set<ImportField>();
  const seen = new Map<string, number>();
  const columns = headers.map((header, index): Column => {
    const occurrence = (seen.get(header) ?? 0) + 1;
    seen.set(header, occurrence);
    const samples = samplesOf(rows, index);
    let field = fieldOf(meanings[index], { named, person, source: profile?.source ?? 'sheet', kind: profile?.kind ?? 'tickets' });
    if ((field === 'order_state' || field === 'ticket_state') && !profile && !looksLikeStates(rows, index)) field = 'attribute';
    if (once.has(field) && taken.has(field)) field = 'attribute';
    taken.add(field);
    if (field === 'attribute' && header === '' && samples.length === 0) field = 'ignore';
    return { index, header, occurrence, field, samples };
  });
  return { source: profile?.source ?? 'sheet', kind: profile?.kind ?? 'tickets', columns };
}

interface Surroundings {
  named: ReadonlySet<Meaning | undefined>;
  person: 'attendee' | 'buyer';
  source: ImportSource;
  kind: 'tickets' | 'orders';
}

function fieldOf(meaning: Meaning | undefined, { named, person, source, kind }: Surroundings): ImportField {
  switch (meaning) {
    case undefined:
    case 'refunded':
      return 'attribute';
    case 'name':
      return `${person}_name`;
    case 'email':
      return `${person}_email`;
    case 'first_name':
      return named.has('last_name') || named.has(`${person}_last_name`) ? `${person}_first_name` : `${person}_name`;
    case 'last_name':
      return named.has('first_name') || named.has(`${person}_first_name`) || named.has('name') ? `${person}_last_name` : `${person}_name`;
    case 'order_time':
      return 'order_date';
    case 'state':
      return kind === 'orders' || source === 'pretix' ? 'order_state' : 'ticket_state';
    case 'amount':
      return kind === 'orders' ? 'order_total' : 'ticket_price';
    default:
      return meaning;
  }
}

function has(named: ReadonlySet<Meaning | undefined>, whose: 'attendee'): boolean {
  return (['name', 'email', 'first_name', 'last_name'] as const).some((part) => named.has(`${whose}_${part}`));
}

function looksLikeStates(rows: Row[], index: number): boolean {
  const values = rows.map((row) => (row.cells[index] ?? '').trim()).filter((value) => value !== '');
  return values.length === 0 || values.filter((value) => readState(value) !== undefined).length >= values.length / 2;
}
