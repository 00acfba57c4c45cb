import { sql } from 'drizzle-orm';
import type { CompanyDuplicate } from '../../../contract/sales/companies';
import { companyDomainOf } from '../../../core/contact/company';
import { type ComparedCompany, duplicateCompanies } from '../../../core/sales/duplicate-companies';
import type { Database } from '../../database';
import { companiesById } from './companies';

const pairsShown = 100;

/** Companies of the organization that may be one and the same. */
export async function duplicatesOf(db: Database, organizationId: string): Promise<CompanyDuplicate[]> {
  const [rows, domains] = await Promise.all([
    db.all<{ id: string; name: string; domain: string; country: string }>(
      sql`SELECT id, name, domain, country FROM companies WHERE organization_id = ${organizationId} ORDER BY id LIMIT 50000`,
    ),
    db.all<{ company_id: string; domain: string }>(
      sql`SELECT DISTINCT company_id, substr(email, instr(email, '@') + 1) AS domain FROM crm_contacts WHERE organization_id = ${organizationId} AND email <> ''`,
    ),
  ]);
  const ofPeople = new Map<string, Set<string>>();
  for (const { company_id, domain } of domains) {
    const registered = companyDomainOf(`@${domain}`);
    if (registered !== '') ofPeople.set(company_id, (ofPeople.get(company_id) ?? new Set()).add(registered));
  }
  const compared: ComparedCompany[] = rows.map((row) => ({ ...row, contactDomains: [...(ofPeople.get(row.id) ?? [])] }));
  const pairs = duplicateCompanies(compared, pairsShown);
  const shown = await companiesById(db, organizationId, [...new Set(pairs.flatMap(({ a, b }) => [a, b]))]);
  return pairs.flatMap(({ a, b, because }) => {
    const [first, second] = [a, b].map((id) => shown.find((row) => row.id === id));
    return first && second ? [{ a: first, b: second, because }] : [];
  });
}
