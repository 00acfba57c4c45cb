import { AppError } from '../errors';
import { assembleOrder } from './assemble-order';
import { type ImportedOrder, type ImportField, importLimits, type RejectedRow, type Row } from './fields';
import { orderKey } from './group-rows';
import { dateEvidence, makePlan, type Plan } from './plan';
import type { Table } from './reading/tables';
import { type Recognition, recognise } from './recognise';

export interface ImportCounts {
  rows: number;
  orders: number;
  tickets: number;
  attendees: number;
  unassigned: number;
  refunds: number;
  duplicates: number;
  rejected: number;
}

export const noCounts = (): ImportCounts => ({
  rows: 0,
  orders: 0,
  tickets: 0,
  attendees: 0,
  unassigned: 0,
  refunds: 0,
  duplicates: 0,
  rejected: 0,
});

/** The rows below the header, blank ones left out. Throws `too_large` past the limit. */
export function* dataRows(table: Table, recognition: Recognition): Generator<Row> {
  let count = 0;
  for (const row of table.rows()) {
    if (row.line <= recognition.headerLine || row.cells.every((cell) => cell.trim() === '')) continue;
    if (++count > importLimits.rows)
      throw new AppError(
        'too_large',
        `The file has more than ${importLimits.rows.toLocaleString('en')} rows. Split it and import the parts one after the other.`,
      );
    yield row;
  }
}

/** Adds one assembled order to the counts. */
export function count(counts: ImportCounts, rows: number, result: ReturnType<typeof assembleOrder>): void {
  counts.rows += rows;
  counts.rejected += result.rejected.length;
  counts.duplicates += result.duplicates;
  if (!result.order) return;
  counts.orders += 1;
  counts.refunds += result.refundRows;
  counts.tickets += result.order.tickets.length;
  for (const ticket of result.order.tickets) {
    if (ticket.attendee) counts.attendees += 1;
    else if (ticket.state === 'unassigned') counts.unassigned += 1;
  }
}

export interface WholeFile {
  recognition: Recognition;
  plan: Plan;
  orders: ImportedOrder[];
  rejected: RejectedRow[];
  counts: ImportCounts;
}

/** Reads a file at once, in memory: for evaluation, tests and small files. The importer does the same in batches. */
export function readWholeFile(
  bytes: Uint8Array,
  { currency, timeZone, fields }: { currency: string; timeZone: string; fields?: Map<number, ImportField> },
): WholeFile {
  const { recognition, table } = recognise(bytes, 'attendees');
  const columns = recognition.columns.map((column) => ({ ...column, field: fields?.get(column.index) ?? column.field }));
  const plan = makePlan({ ...recognition, columns, currency, timeZone });
  const evidence = dateEvidence(plan);
  const groups = new Map<string, Row[]>();
  const seen = new Map<string, number>();
  for (const row of dataRows(table, recognition)) {
    evidence.observe(row);
    const key = orderKey(plan, row, seen);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  plan.dateOrders = evidence.settle();
  const counts = noCounts();
  const orders: ImportedOrder[] = [];
  const rejected: RejectedRow[] = [];
  for (const [key, rows] of groups) {
    const result = assembleOrder(plan, key, rows);
    count(counts, rows.length, result);
    rejected.push(...result.rejected);
    if (result.order) orders.push(result.order);
  }
  rejected.sort((a, b) => a.line - b.line);
  return { recognition: { ...recognition, columns }, plan, orders, rejected, counts };
}
