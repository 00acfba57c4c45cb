import type { CompanyBundle } from '../../../core/import/companies/assemble-company';
import type { ImportedContact } from '../../../core/import/companies/read-row';
import type { ImportSource } from '../../../core/import/fields';

/** A company of a file with the record that it is, or becomes. `domain` is '' where another record has it. */
export interface PlacedCompany {
  id: string;
  isNew: boolean;
  domain: string;
  bundle: CompanyBundle;
}
export interface PlacedContact {
  id: string;
  companyId: string;
  contact: ImportedContact;
}

interface KnownCompany {
  id: string;
  name: string;
  domain: string;
  external: string | null;
}
interface KnownContact {
  id: string;
  company_id: string;
  name: string;
  email: string;
  linkedin_url: string;
  external: string | null;
}

/**
 * Each branch by an index of its own: CROSS JOIN keeps SQLite from reading the list once for every company. The ids of a
 * source are looked through: no more than one organization has.
 */
const findCompanies = `SELECT c.id, c.name, c.domain, json_extract(c.external_ids, ?3) AS external FROM json_each(?2) j CROSS JOIN companies c ON c.organization_id = ?1 AND c.domain = j.value AND c.domain <> ''
  UNION SELECT c.id, c.name, c.domain, json_extract(c.external_ids, ?3) FROM json_each(?4) j CROSS JOIN companies c ON c.organization_id = ?1 AND c.name = j.value
  UNION SELECT c.id, c.name, c.domain, json_extract(c.external_ids, ?3) FROM companies c WHERE ?5 <> '[]' AND c.organization_id = ?1 AND json_extract(c.external_ids, ?3) IN (SELECT value FROM json_each(?5))`;

const findContacts = `SELECT p.id, p.company_id, p.name, p.email, p.linkedin_url, json_extract(p.external_ids, ?3) AS external FROM json_each(?2) j CROSS JOIN crm_contacts p ON p.organization_id = ?1 AND p.email = j.value AND p.email <> ''
  UNION SELECT p.id, p.company_id, p.name, p.email, p.linkedin_url, json_extract(p.external_ids, ?3) FROM json_each(?4) j CROSS JOIN crm_contacts p ON p.organization_id = ?1 AND p.company_id = j.value`;

/** Finds the records that companies and people of a file are; what is not there gets a new id. A person stays at the company they are known at. */
export async function placeCompanies(
  d1: D1Database,
  { organizationId, source }: { organizationId: string; source: ImportSource },
  bundles: CompanyBundle[],
  ids: { id(kind: 'company' | 'contact'): string },
): Promise<{ companies: PlacedCompany[]; contacts: PlacedContact[] }> {
  const path = `$.${source}`;
  const filled = (values: string[]) => JSON.stringify([...new Set(values.filter((value) => value !== ''))]);
  const { results: known } = await d1
    .prepare(findCompanies)
    .bind(
      organizationId,
      filled(bundles.map(({ company }) => company.domain)),
      path,
      filled(bundles.map(({ company }) => company.name)),
      filled(bundles.map(({ company }) => company.externalId)),
    )
    .all<KnownCompany>();
  const companies = placed(bundles, known, ids);
  const { results: people } = await d1
    .prepare(findContacts)
    .bind(
      organizationId,
      filled(bundles.flatMap(({ contacts }) => contacts.map(({ email }) => email))),
      path,
      // Only who has no address is looked for among the people of the company.
      filled(companies.flatMap(({ id, bundle }) => (bundle.contacts.some(({ email }) => email === '') ? [id] : []))),
    )
    .all<KnownContact>();
  return { companies, contacts: placedPeople(companies, people, ids) };
}

function placed(bundles: CompanyBundle[], known: KnownCompany[], ids: { id(kind: 'company'): string }): PlacedCompany[] {
  const byExternal = new Map(known.flatMap((row) => (row.external === null ? [] : [[row.external, row]])));
  const byDomain = new Map(known.flatMap((row) => (row.domain === '' ? [] : [[row.domain, row]])));
  const byName = new Map<string, KnownCompany[]>();
  for (const row of known) byName.set(row.name, [...(byName.get(row.name) ?? []), row]);
  return [
    ...onePerRecord(bundles, ({ company: { externalId, domain, name } }) => {
      // A name stands for a company only where its domain does not say otherwise, and nobody else has it.
      const named = (byName.get(name) ?? []).filter((row) => domain === '' || row.domain === '');
      const found = byExternal.get(externalId) ?? byDomain.get(domain) ?? (named.length === 1 ? named[0] : undefined);
      const owner = byDomain.get(domain);
      return { id: found?.id ?? ids.id('company'), isNew: found === undefined, domain: owner && owner.id !== found?.id ? '' : domain };
    }),
  ];
}

/** Two companies of a file may be one record: then the first of them stands for both. */
function* onePerRecord(
  bundles: CompanyBundle[],
  place: (bundle: CompanyBundle) => Omit<PlacedCompany, 'bundle'>,
): Generator<PlacedCompany> {
  const seen = new Map<string, PlacedCompany>();
  for (const bundle of bundles) {
    const spot = place(bundle);
    const first = seen.get(spot.id);
    if (first) {
      first.bundle = {
        ...first.bundle,
        contacts: [...first.bundle.contacts, ...bundle.contacts],
        sponsorships: [...first.bundle.sponsorships, ...bundle.sponsorships],
        notes: [...first.bundle.notes, ...bundle.notes],
      };
      continue;
    }
    seen.set(spot.id, { ...spot, bundle });
  }
  yield* seen.values();
}

function placedPeople(companies: PlacedCompany[], people: KnownContact[], ids: { id(kind: 'contact'): string }): PlacedContact[] {
  const byEmail = new Map(people.flatMap((row) => (row.email === '' ? [] : [[row.email, row]])));
  const byCompany = new Map<string, KnownContact[]>();
  for (const row of people) byCompany.set(row.company_id, [...(byCompany.get(row.company_id) ?? []), row]);
  const contacts = new Map<string, PlacedContact>();
  const addresses = new Set<string>();
  for (const { id: companyId, bundle } of companies)
    for (const contact of bundle.contacts) {
      // The first of a file who has an address keeps it.
      if (contact.email !== '' && addresses.has(contact.email)) continue;
      addresses.add(contact.email);
      const there = byCompany.get(companyId) ?? [];
      const found =
        byEmail.get(contact.email) ??
        there.find((row) => contact.externalId !== '' && row.external === contact.externalId) ??
        there.find((row) => contact.linkedinUrl !== '' && row.linkedin_url === contact.linkedinUrl) ??
        (contact.email === '' ? there.find((row) => row.name.toLowerCase() === contact.name.toLowerCase()) : undefined);
      const id = found?.id ?? ids.id('contact');
      if (!contacts.has(id)) contacts.set(id, { id, companyId: found?.company_id ?? companyId, contact });
    }
  return [...contacts.values()];
}
