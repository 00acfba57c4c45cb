import type { CompanyBundle } from '../../../core/import/companies/assemble-company';
import type { ImportSource } from '../../../core/import/fields';
import type { Database } from '../../database';
import { type BatchProgress, type ProgressScope, progressStatements } from '../import-progress';
import { type PlacedCompany, type PlacedContact, placeCompanies } from './place-companies';
import { ownSeries } from './sponsorships';

export interface CompanyImportScope extends ProgressScope {
  source: ImportSource;
}

export interface CompanyImportIds {
  id(kind: 'company' | 'contact' | 'sponsorship' | 'note' | 'suppression'): string;
}

/** The statement's JSON array as rows `v`, parsed once: reading fields of `value` itself would parse an object anew for each. */
const given = 'WITH r AS MATERIALIZED (SELECT jsonb(value) AS v FROM json_each(?1))';

const edited = (table: string, field: string) => `${table}.edited_fields LIKE '%"${field}"%'`;
/** What the file says, unless it says nothing or a person said otherwise. */
const kept = (table: string, column: string, field: string, nothing: string) =>
  `${column} = CASE WHEN ${edited(table, field)} OR excluded.${column} IS ${nothing} THEN ${table}.${column} ELSE excluded.${column} END`;
const keptText = (table: string, column: string, field = column) => kept(table, column, field, "''");
const keptValue = (table: string, column: string, field = column) => kept(table, column, field, 'NULL');
/** What was known and what the file says, each once. */
const union = (table: string, column: string) =>
  `${column} = CASE WHEN ${edited(table, column)} THEN ${table}.${column} ELSE (SELECT json_group_array(value) FROM (
    SELECT value FROM json_each(${table}.${column}) UNION SELECT value FROM json_each(excluded.${column}) LIMIT 40)) END`;

const mergeCompanyRows = `${given}
  INSERT INTO companies (id, organization_id, name, domain, website, industry, description, topics, audience, employees, country, city, linkedin_url,
    budget_minor, budget_currency, goals, source, external_ids, do_not_contact, edited_fields, version, created_at, updated_at)
  SELECT v->>'id', ?2, v->>'name', v->>'domain', v->>'website', v->>'industry', v->>'description', v->>'topics', v->>'audience', v->>'employees', v->>'country',
    v->>'city', v->>'linkedinUrl', v->>'budgetMinor', v->>'budgetCurrency', v->>'goals', ?3, v->>'externalIds', v->>'doNotContact', '[]', 1, ?4, ?4
  FROM r WHERE v->>'name' <> '' OR EXISTS (SELECT 1 FROM companies c WHERE c.id = v->>'id')
  ON CONFLICT (id) DO UPDATE SET
    ${keptText('companies', 'name')},
    domain = CASE WHEN companies.domain <> '' OR ${edited('companies', 'domain')} THEN companies.domain ELSE excluded.domain END,
    ${keptText('companies', 'website')}, ${keptText('companies', 'industry')}, ${keptText('companies', 'description')},
    ${union('companies', 'topics')}, ${union('companies', 'audience')}, ${keptValue('companies', 'employees')},
    ${keptText('companies', 'country')}, ${keptText('companies', 'city')}, ${keptText('companies', 'linkedin_url', 'linkedinUrl')},
    ${keptValue('companies', 'budget_minor', 'budgetMinor')}, ${keptValue('companies', 'budget_currency', 'budgetMinor')},
    ${kept('companies', 'goals', 'goals', "'[]'")},
    external_ids = json_patch(companies.external_ids, excluded.external_ids),
    do_not_contact = CASE WHEN ${edited('companies', 'doNotContact')} THEN companies.do_not_contact ELSE max(companies.do_not_contact, excluded.do_not_contact) END,
    version = companies.version + 1, updated_at = excluded.updated_at`;

const mergeContactRows = `${given}
  INSERT INTO crm_contacts (id, organization_id, company_id, name, email, title, seniority, department, phone, linkedin_url, source, basis, external_ids, edited_fields, version, created_at, updated_at)
  SELECT v->>'id', ?2, v->>'companyId', v->>'name', v->>'email', v->>'title', v->>'seniority', v->>'department', v->>'phone', v->>'linkedinUrl', ?3, v->>'basis', v->>'externalIds', '[]', 1, ?4, ?4
  FROM r WHERE true
  ON CONFLICT (id) DO UPDATE SET
    ${keptText('crm_contacts', 'name')}, ${keptText('crm_contacts', 'email')}, ${keptText('crm_contacts', 'title')}, ${keptText('crm_contacts', 'seniority')},
    ${keptText('crm_contacts', 'department')}, ${keptText('crm_contacts', 'phone')}, ${keptText('crm_contacts', 'linkedin_url', 'linkedinUrl')}, ${keptText('crm_contacts', 'basis')},
    external_ids = json_patch(crm_contacts.external_ids, excluded.external_ids), version = crm_contacts.version + 1, updated_at = excluded.updated_at`;

const addSponsorships = `${given}
  INSERT INTO sponsorships (id, organization_id, company_id, event_id, event_name, year, level, topics, quote, quote_by, outcome, source, created_at)
  SELECT v->>'id', ?2, v->>'companyId', v->>'eventId', v->>'eventName', v->>'year', v->>'level', '[]', '', '', '', ?3, ?4
  FROM r WHERE NOT EXISTS (SELECT 1 FROM sponsorships s WHERE s.organization_id = ?2 AND s.company_id = v->>'companyId' AND lower(s.event_name) = lower(v->>'eventName') AND s.year IS v->>'year')`;

const addNotes = `${given}
  INSERT INTO crm_notes (id, organization_id, company_id, kind, text, author, created_at)
  SELECT v->>'id', ?2, v->>'companyId', 'note', v->>'text', 'import', ?3
  FROM r WHERE NOT EXISTS (SELECT 1 FROM crm_notes n WHERE n.organization_id = ?2 AND n.company_id = v->>'companyId' AND n.text = v->>'text')`;

const stopMail = `${given}
  INSERT INTO suppressions (id, organization_id, channel, address, reason, source, created_at)
  SELECT v->>'id', ?2, 'mail', v->>'email', 'opt_out', 'import', ?3 FROM r WHERE true ON CONFLICT DO NOTHING`;

/**
 * Merges companies with their people on domain, id of the source or name, and people on their address, in one atomic batch.
 * Merging the same batch twice changes nothing more; what a person corrected stands. Whoever opted out elsewhere gets no
 * mail here either.
 */
export async function mergeImportedCompanies(
  db: Database,
  scope: CompanyImportScope,
  bundles: CompanyBundle[],
  progress: BatchProgress,
  ids: CompanyImportIds,
): Promise<void> {
  const { organizationId, source, now } = scope;
  const d1 = db.$client;
  const [{ companies, contacts }, ownEvent] = await Promise.all([placeCompanies(d1, scope, bundles, ids), ownSeries(db, organizationId)]);
  const statement = (sql: string, rows: object[], ...values: unknown[]) =>
    rows.length === 0 ? [] : [d1.prepare(sql).bind(JSON.stringify(rows), organizationId, ...values)];
  await d1.batch([
    ...statement(
      mergeCompanyRows,
      companies.map((placed) => companyRow(placed, source)),
      source,
      now,
    ),
    ...statement(
      mergeContactRows,
      contacts.map((placed) => contactRow(placed, source)),
      source,
      now,
    ),
    ...statement(
      addSponsorships,
      companies.flatMap(({ id, bundle }) =>
        bundle.sponsorships.map((one) => ({ id: ids.id('sponsorship'), companyId: id, eventId: ownEvent(one.eventName), ...one })),
      ),
      source,
      now,
    ),
    ...statement(
      addNotes,
      companies.flatMap(({ id, bundle }) => bundle.notes.map((text) => ({ id: ids.id('note'), companyId: id, text }))),
      now,
    ),
    ...statement(
      stopMail,
      contacts.flatMap(({ contact: { email, optedOut } }) => (optedOut && email !== '' ? [{ id: ids.id('suppression'), email }] : [])),
      now,
    ),
    ...progressStatements(d1, scope, progress),
  ]);
}

function companyRow({ id, isNew, domain, bundle: { company, isOfCompany } }: PlacedCompany, source: ImportSource) {
  const { externalId, name, budget, goals, doNotContact, ...fields } = company;
  return {
    ...fields,
    id,
    domain,
    // A row about a person does not rename a company that is known.
    name: isNew ? name || company.domain : isOfCompany ? name : '',
    budgetMinor: budget?.minor ?? null,
    budgetCurrency: budget?.currency ?? null,
    goals: goals.map((text) => ({ text, source: 'import' })),
    externalIds: externalId === '' ? {} : { [source]: externalId },
    doNotContact: doNotContact ? 1 : 0,
  };
}

function contactRow({ id, companyId, contact }: PlacedContact, source: ImportSource) {
  const { externalId, optedOut: _optedOut, ...fields } = contact;
  return { ...fields, id, companyId, externalIds: externalId === '' ? {} : { [source]: externalId } };
}
