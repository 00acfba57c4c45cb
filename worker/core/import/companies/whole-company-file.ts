import type { RejectedRow, Row } from '../fields';
import { type Recognition, recognise } from '../recognise';
import { dataRows } from '../whole-file';
import { assembleCompany, type CompanyBundle, type CompanyCounts, countCompany, noCompanyCounts } from './assemble-company';
import { companyKey, groupCompanies } from './group-companies';
import { makeCompanyPlan } from './read-row';

export interface WholeCompanyFile {
  recognition: Recognition;
  companies: CompanyBundle[];
  rejected: RejectedRow[];
  counts: CompanyCounts;
}

/** Reads a list of companies at once, in memory: for evaluation, tests and small files. The importer does the same in batches. */
export function readWholeCompanyFile(bytes: Uint8Array, { currency }: { currency: string }): WholeCompanyFile {
  const { recognition, table } = recognise(bytes, 'companies');
  const plan = makeCompanyPlan({ ...recognition, currency });
  const rows: Row[] = [...dataRows(table, recognition)];
  const counts = noCompanyCounts();
  const companies: CompanyBundle[] = [];
  const rejected: RejectedRow[] = [];
  for (const { refs } of groupCompanies(rows.map((row, ref) => ({ ref, key: companyKey(plan, row) })))) {
    const own = refs.flatMap((ref) => rows[ref] ?? []);
    const result = assembleCompany(plan, own);
    countCompany(counts, own.length, result);
    rejected.push(...result.rejected);
    if (result.bundle) companies.push(result.bundle);
  }
  rejected.sort((a, b) => a.line - b.line);
  return { recognition, companies, rejected, counts };
}
