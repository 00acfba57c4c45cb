import type { Column, ImportField, ImportKind, ImportSource, Row } from './fields';
import { meaningOf } from './headers/meaning';
import { normaliseHeader } from './headers/normalise-header';
import { type DateOrder, orderEvidence } from './values/date';

/** How the rows of one file are read. Plain data: it survives a restart as JSON. */
export interface Plan {
  source: ImportSource;
  kind: ImportKind;
  headers: string[];
  /** Column indices by field, in file order. */
  fields: Partial<Record<ImportField, number[]>>;
  /** Names of the attribute columns by index; equal names are numbered. */
  attributes: [index: number, name: string][];
  /** Column of the amount refunded so far, which no field of the mapping names. */
  refunded: number | null;
  /** Whether the price is that of one ticket where a row stands for several. */
  unitPrice: boolean;
  /** By index of a date column. */
  dateOrders: Record<number, DateOrder>;
  /** The event's currency, for cells that name none. */
  currency: string;
  timeZone: string;
}

export interface PlanOptions {
  source: ImportSource;
  kind: ImportKind;
  columns: Column[];
  currency: string;
  timeZone: string;
}

/** Headers of a price for one, other than `amount`, `paid` or `total`, which are for all tickets of a row. */
const unitWords =
  /^(?!.*(?:total|paid|bezahlt|gesamt|paye|pagado|pago|pagato)).*(?:price|preis|prix|precio|preco|prezzo|tarif|unit|einzel|each)/;

const dateFields: ImportField[] = ['order_date', 'checked_in_at'];

export function makePlan({ source, kind, columns, currency, timeZone }: PlanOptions): Plan {
  const fields: Partial<Record<ImportField, number[]>> = {};
  const attributes: [number, string][] = [];
  const names = new Map<string, number>();
  for (const column of columns) {
    if (column.field === 'ignore') continue;
    if (column.field !== 'attribute') {
      fields[column.field] = [...(fields[column.field] ?? []), column.index];
      continue;
    }
    const name = (column.header || `Column ${column.index + 1}`).slice(0, 120);
    const times = (names.get(name) ?? 0) + 1;
    names.set(name, times);
    attributes.push([column.index, times === 1 ? name : `${name} (${times})`]);
  }
  const headers = columns.map((column) => column.header);
  return {
    source,
    kind,
    headers,
    fields,
    attributes,
    refunded: columns.find((column) => column.field === 'attribute' && meaningOf(column.header) === 'refunded')?.index ?? null,
    unitPrice: unitWords.test(normaliseHeader(headers[fields.ticket_price?.[0] ?? -1] ?? '')),
    dateOrders: {},
    currency,
    timeZone,
  };
}

/** Collects, over all rows, what the dates of each column say about the order of day and month. Feed it every row, then `settle`. */
export function dateEvidence(plan: Plan): { observe(row: Row): void; settle(): Plan['dateOrders'] } {
  const indices = dateFields.flatMap((field) => plan.fields[field] ?? []);
  const seen = new Map<number, { 'day-first': number; 'month-first': number; clock12: boolean }>();
  for (const index of indices) seen.set(index, { 'day-first': 0, 'month-first': 0, clock12: false });
  return {
    observe(row) {
      for (const [index, counts] of seen) {
        const value = (row.cells[index] ?? '').slice(0, 80);
        const order = orderEvidence(value);
        if (order) counts[order]++;
        if (/\d\s?[ap]\.?m\b/i.test(value)) counts.clock12 = true;
      }
    },
    settle() {
      const all = [...seen.values()];
      const days = all.reduce((sum, counts) => sum + counts['day-first'], 0);
      const months = all.reduce((sum, counts) => sum + counts['month-first'], 0);
      const fallback =
        days !== months
          ? days > months
            ? 'day-first'
            : 'month-first'
          : usual(
              plan,
              all.some((counts) => counts.clock12),
            );
      const orders: Plan['dateOrders'] = {};
      for (const [index, counts] of seen) {
        const [dayFirst, monthFirst] = [counts['day-first'], counts['month-first']];
        orders[index] = dayFirst === monthFirst ? fallback : dayFirst > monthFirst ? 'day-first' : 'month-first';
      }
      return orders;
    },
  };
}

/** Where no date tells: Eventbrite's English exports and lists with a twelve-hour clock or dollars put the month first, all others the day. */
function usual(plan: Plan, clock12: boolean): DateOrder {
  const english = plan.headers.some((header) =>
    ['order date', 'first name', 'created at', 'purchase date', 'registration date', 'date'].includes(normaliseHeader(header)),
  );
  return english && (plan.source === 'eventbrite' || clock12 || plan.currency === 'USD') ? 'month-first' : 'day-first';
}
