import { sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { guard } from '../guard';
import type { SalesScope } from '../sales-changes';

/** The company is the organization's. */
export function companyIsThere({ db, organizationId }: SalesScope, companyId: string): BatchItem<'sqlite'> {
  return guard(db, sql`EXISTS (SELECT 1 FROM companies WHERE organization_id = ${organizationId} AND id = ${companyId})`);
}

/** The person works at the company; nobody is nobody's. */
export function contactIsAt({ db, organizationId }: SalesScope, companyId: string, contactId: string | null): BatchItem<'sqlite'>[] {
  if (contactId === null) return [];
  return [
    guard(
      db,
      sql`EXISTS (SELECT 1 FROM crm_contacts WHERE organization_id = ${organizationId} AND id = ${contactId} AND company_id = ${companyId})`,
    ),
  ];
}

export function packageIsOfEvent({ db, organizationId, eventId }: SalesScope, packageId: string | null): BatchItem<'sqlite'>[] {
  if (packageId === null) return [];
  return [
    guard(
      db,
      sql`EXISTS (SELECT 1 FROM sponsor_packages WHERE organization_id = ${organizationId} AND event_id = ${eventId} AND id = ${packageId})`,
    ),
  ];
}

/** The deal is of this event and company. */
export function dealIsOf({ db, organizationId, eventId }: SalesScope, companyId: string, dealId: string | null): BatchItem<'sqlite'>[] {
  if (dealId === null) return [];
  return [
    guard(
      db,
      sql`EXISTS (SELECT 1 FROM deals WHERE organization_id = ${organizationId} AND event_id = ${eventId} AND id = ${dealId} AND company_id = ${companyId})`,
    ),
  ];
}
