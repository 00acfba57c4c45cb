import { comparableName } from './company-name';

/** Pure. What the search for duplicates is told of a company. */
export interface ComparedCompany {
  id: string;
  name: string;
  domain: string;
  country: string;
  /** Domains of its people's addresses, without free mail services. */
  contactDomains: string[];
}

export interface DuplicatePair {
  a: string;
  b: string;
  because: string;
}

/**
 * Pairs that may be one company: one's people write from the other's domain, two share the domain of their people, or
 * their names are one without the legal form. Names alone do not join companies of two countries or of two domains.
 * In time linear in companies, as each key joins its group in a chain. At most `limit` pairs, the surest first.
 */
export function duplicateCompanies(companies: ComparedCompany[], limit: number): DuplicatePair[] {
  const pairs = new Map<string, DuplicatePair>();
  const join = (
    groups: Map<string, ComparedCompany[]>,
    may: (a: ComparedCompany, b: ComparedCompany) => boolean,
    because: (key: string) => string,
  ) => {
    for (const [key, group] of groups) {
      const [first, ...others] = group;
      for (const other of others) {
        if (!first || first.id === other.id || !may(first, other)) continue;
        const [a, b] = [first.id, other.id].sort();
        const id = `${a} ${b}`;
        if (a && b && !pairs.has(id)) pairs.set(id, { a, b, because: because(key) });
        if (pairs.size >= limit) return;
      }
    }
  };
  join(
    groupsBy(companies, ({ domain, contactDomains }) => [...new Set([domain, ...contactDomains])].filter((each) => each !== '')),
    () => true,
    (domain) => `Both have people or a site at ${domain}.`,
  );
  join(
    groupsBy(companies, ({ name }) => [comparableName(name)]),
    (a, b) => (a.domain === '' || b.domain === '') && (a.country === '' || b.country === '' || a.country === b.country),
    (name) => `Without legal forms both are named "${name}".`,
  );
  return [...pairs.values()];
}

function groupsBy(companies: ComparedCompany[], keysOf: (company: ComparedCompany) => string[]): Map<string, ComparedCompany[]> {
  const groups = new Map<string, ComparedCompany[]>();
  for (const company of companies)
    for (const key of keysOf(company)) {
      const group = groups.get(key);
      if (group) group.push(company);
      else groups.set(key, [company]);
    }
  return groups;
}
