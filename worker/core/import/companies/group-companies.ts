import { companyDomainOf } from '../../contact/company';
import { comparableName } from '../../sales/company-name';
import type { CompanyField, Row } from '../fields';
import { clean, readEmail } from '../values/person';
import type { CompanyPlan } from './read-row';
import { readDomain } from './values';

/** Which company a row belongs to: its domain, else the source's id, else its name; `''` for a row that names none. */
export interface CompanyKey {
  domain: string;
  id: string;
  name: string;
}

export function companyKey(plan: CompanyPlan, row: Row): CompanyKey {
  const first = (field: CompanyField) => {
    for (const index of plan.fields[field] ?? []) if ((row.cells[index] ?? '').trim() !== '') return row.cells[index] ?? '';
    return '';
  };
  const domain = [first('company_domain'), first('website')].map(readDomain).find((read) => read.ok && read.value !== '');
  const email = readEmail(first('contact_email'));
  return {
    domain: domain?.ok ? domain.value : email.ok ? companyDomainOf(email.value) : '',
    id: clean(first('company_id')).split(/[;,]/)[0] ?? '',
    name: comparableName(clean(first('company_name'))),
  };
}

/**
 * Rows of one company, wherever they stand in the file. Rows without a domain join the company of their id, or the only one
 * of their name; a name that two domains share stays apart.
 */
export function groupCompanies(rows: Iterable<{ ref: number; key: CompanyKey }>): { key: string; refs: number[] }[] {
  const groups = new Map<string, number[]>();
  const byId = new Map<string, string>();
  const byName = new Map<string, Set<string>>();
  const waiting: { ref: number; key: CompanyKey }[] = [];
  const put = (key: string, ref: number) => {
    const refs = groups.get(key);
    if (refs) refs.push(ref);
    else groups.set(key, [ref]);
  };
  for (const { ref, key } of rows) {
    if (key.domain === '') {
      waiting.push({ ref, key });
      continue;
    }
    const group = `d:${key.domain}`;
    if (key.id !== '' && !byId.has(key.id)) byId.set(key.id, group);
    if (key.name !== '') byName.set(key.name, (byName.get(key.name) ?? new Set()).add(group));
    put(group, ref);
  }
  for (const { ref, key } of waiting) {
    const named = byName.get(key.name);
    const ofName = named?.size === 1 ? [...named][0] : undefined;
    if (key.id !== '') put(byId.get(key.id) ?? `i:${key.id}`, ref);
    else if (key.name !== '') put(ofName ?? `n:${key.name}`, ref);
    // Each alone, to be rejected with its reason.
    else put(`r:${ref}`, ref);
  }
  return Array.from(groups, ([key, refs]) => ({ key, refs }));
}
