import { AppError } from '../worker/core/errors';
import { assembleOrder } from '../worker/core/import/assemble-order';
import { assembleCompany, type CompanyBundle, countCompany, noCompanyCounts } from '../worker/core/import/companies/assemble-company';
import { companyKey, groupCompanies } from '../worker/core/import/companies/group-companies';
import { makeCompanyPlan } from '../worker/core/import/companies/read-row';
import type { ImportedOrder, RejectedRow, Row } from '../worker/core/import/fields';
import { orderKey } from '../worker/core/import/group-rows';
import { dateEvidence, makePlan, type PlanOptions } from '../worker/core/import/plan';
import { count, noCounts } from '../worker/core/import/whole-file';
import type { Database } from '../worker/db/database';
import { importedSecret, mergeOrders } from '../worker/db/records/merge-orders';
import { countCompanies } from '../worker/db/records/sales/companies';
import { mergeImportedCompanies } from '../worker/db/records/sales/import-companies';
import { newId, newToken } from '../worker/random';

export interface RowGroup {
  key: string;
  /** Sequence numbers of its rows. */
  rows: number[];
}

export interface WorkScope {
  db: Database;
  organizationId: string;
  eventId: string;
  importId: string;
  now: number;
}

export interface Standing {
  doneRows: number;
  counts: Record<string, number>;
}

/** What an import does with its rows: which of them belong together, and how a batch of groups gets into the records. */
export interface ImportWork {
  groups: RowGroup[];
  /** Merges groups in one atomic batch, together with the progress; answers where the import stands after it. */
  merge(scope: WorkScope, batch: { key: string; rows: Row[] }[], before: Standing): Promise<Standing>;
}

const companiesAtMost = 50_000;

/** The work of a mapping; `rows` is read once, in order. The same rows give the same groups, so that an import goes on after a restart. */
export function importWork(options: PlanOptions, rows: Iterable<{ seq: number; row: Row }>): ImportWork {
  return options.kind === 'companies' ? companyWork(options, rows) : ticketWork(options, rows);
}

function ticketWork(options: PlanOptions, rows: Iterable<{ seq: number; row: Row }>): ImportWork {
  const plan = makePlan(options);
  const evidence = dateEvidence(plan);
  const byKey = new Map<string, number[]>();
  const seen = new Map<string, number>();
  for (const { seq, row } of rows) {
    evidence.observe(row);
    const key = orderKey(plan, row, seen);
    const group = byKey.get(key);
    if (group) group.push(seq);
    else byKey.set(key, [seq]);
  }
  plan.dateOrders = evidence.settle();
  const statesTotals = plan.kind === 'orders' || (plan.fields.order_total?.length ?? 0) > 0;
  return {
    groups: Array.from(byKey, ([key, group]) => ({ key, rows: group })),
    async merge({ db, ...scope }, batch, before) {
      const counts = { ...noCounts(), ...before.counts };
      const orders: ImportedOrder[] = [];
      const rejected: RejectedRow[] = [];
      for (const { key, rows: own } of batch) {
        const result = assembleOrder(plan, key, own);
        count(counts, own.length, result);
        rejected.push(...result.rejected);
        if (result.order) orders.push(result.order);
      }
      const doneRows = before.doneRows + rowsIn(batch);
      const after = { doneRows, counts: { ...counts } };
      await mergeOrders(
        db,
        { ...scope, source: plan.source, statesTotals },
        { orders, rejected, ...after },
        { id: (kind) => newId(kind, scope.now), secret: () => importedSecret + newToken() },
      );
      return after;
    },
  };
}

function companyWork(options: PlanOptions, rows: Iterable<{ seq: number; row: Row }>): ImportWork {
  const plan = makeCompanyPlan(options);
  const keyed = function* () {
    for (const { seq, row } of rows) yield { ref: seq, key: companyKey(plan, row) };
  };
  return {
    groups: groupCompanies(keyed()).map(({ key, refs }) => ({ key, rows: refs })),
    async merge({ db, ...scope }, batch, before) {
      const counts = { ...noCompanyCounts(), ...before.counts };
      const bundles: CompanyBundle[] = [];
      const rejected: RejectedRow[] = [];
      for (const { rows: own } of batch) {
        const result = assembleCompany(plan, own);
        countCompany(counts, own.length, result);
        rejected.push(...result.rejected);
        if (result.bundle) bundles.push(result.bundle);
      }
      if ((await countCompanies(db, scope.organizationId)) > companiesAtMost)
        throw new AppError(
          'conflict',
          'There are more than 50,000 companies now, the most there can be. What was merged stays; erase or merge some, then go on.',
        );
      const after = { doneRows: before.doneRows + rowsIn(batch), counts };
      await mergeImportedCompanies(
        db,
        { ...scope, source: plan.source },
        bundles,
        { rejected, ...after },
        { id: (kind) => newId(kind, scope.now) },
      );
      return after;
    },
  };
}

const rowsIn = (batch: { rows: Row[] }[]) => batch.reduce((sum, { rows }) => sum + rows.length, 0);
