import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { SalesChange } from '../../ports/sales';
import { guard } from '../guard';
import type { SalesScope } from '../sales-changes';
import { deals } from '../schema';
import { companyIsThere, contactIsAt, packageIsOfEvent } from './ownership';

type Of<C extends SalesChange['change']> = Extract<SalesChange, { change: C }>;

const isDeal = ({ organizationId, eventId }: SalesScope, dealId: string) =>
  and(eq(deals.organizationId, organizationId), eq(deals.eventId, eventId), eq(deals.id, dealId));

/** What a package costs by the calendar of UTC; 0 without one. A deal's amount is an estimate until it is negotiated. */
function priceOf({ organizationId }: SalesScope, packageId: string | null, now: number): SQL<number> {
  if (packageId === null) return sql`0`;
  const today = new Date(now).toISOString().slice(0, 10);
  return sql`coalesce((SELECT CASE WHEN p.early_bird_minor IS NOT NULL AND p.early_bird_until >= ${today} THEN p.early_bird_minor ELSE p.price_minor END
    FROM sponsor_packages p WHERE p.organization_id = ${organizationId} AND p.id = ${packageId}), 0)`;
}

export function dealOpened(scope: SalesScope, change: Of<'deal_opened'>, now: number): BatchItem<'sqlite'>[] {
  const { db, organizationId, eventId } = scope;
  const { dealId, companyId, contactId, packageId, stage } = change;
  return [
    companyIsThere(scope, companyId),
    ...contactIsAt(scope, companyId, contactId),
    ...packageIsOfEvent(scope, packageId),
    guard(
      db,
      sql`NOT EXISTS (SELECT 1 FROM deals WHERE organization_id = ${organizationId} AND event_id = ${eventId} AND company_id = ${companyId})`,
    ),
    db.insert(deals).values({
      id: dealId,
      organizationId,
      eventId,
      companyId,
      contactId,
      packageId,
      stage,
      amountMinor: priceOf(scope, packageId, now),
      currency: sql`(SELECT currency FROM events WHERE id = ${eventId} AND organization_id = ${organizationId})`,
      owner: sql`(SELECT owner FROM companies WHERE id = ${companyId} AND organization_id = ${organizationId})`,
      position: sql`(SELECT coalesce(max(d.position), 0) + 1 FROM deals d WHERE d.organization_id = ${organizationId} AND d.event_id = ${eventId} AND d.stage = ${stage})`,
      stageAt: now,
      createdAt: now,
      updatedAt: now,
    }),
    ...(stage === 'signed' ? mayHoldPackage(scope, dealId) : []),
  ];
}

/** What a person may set beside what an agent may. */
export type DealEdit = Of<'deal_changed'> & { position?: number; owner?: string | null };

export function dealChanged(scope: SalesScope, change: DealEdit, now: number): BatchItem<'sqlite'>[] {
  const { db } = scope;
  const { change: _change, dealId, version, ...set } = change;
  const amount = set.amountMinor === undefined && set.packageId ? { amountMinor: priceOf(scope, set.packageId, now) } : {};
  return [
    isVersion(scope, dealId, version),
    ...packageIsOfEvent(scope, set.packageId ?? null),
    ...(set.contactId ? [contactIsOfDeal(scope, dealId, set.contactId)] : []),
    db
      .update(deals)
      .set({
        ...set,
        ...amount,
        ...(set.stage === undefined ? {} : { stageAt: sql`CASE WHEN ${deals.stage} = ${set.stage} THEN ${deals.stageAt} ELSE ${now} END` }),
        version: sql`${deals.version} + 1`,
        updatedAt: now,
      })
      .where(isDeal(scope, dealId)),
    // Behind the update: what it would be is what is checked.
    ...(set.stage === 'signed' || set.packageId !== undefined ? mayHoldPackage(scope, dealId) : []),
  ];
}

export function dealScored(scope: SalesScope, change: Of<'deal_scored'>, now: number): BatchItem<'sqlite'>[] {
  const { dealId, version, score, parts, probability, features } = change;
  return [
    isVersion(scope, dealId, version),
    scope.db
      .update(deals)
      .set({ score, scoreParts: parts, probability, features, version: sql`${deals.version} + 1`, updatedAt: now })
      .where(isDeal(scope, dealId)),
  ];
}

function isVersion({ db, organizationId, eventId }: SalesScope, dealId: string, version: number): BatchItem<'sqlite'> {
  return guard(
    db,
    sql`EXISTS (SELECT 1 FROM deals WHERE organization_id = ${organizationId} AND event_id = ${eventId} AND id = ${dealId} AND version = ${version})`,
  );
}

function contactIsOfDeal({ db, organizationId }: SalesScope, dealId: string, contactId: string): BatchItem<'sqlite'> {
  return guard(
    db,
    sql`EXISTS (SELECT 1 FROM deals d JOIN crm_contacts c ON c.company_id = d.company_id AND c.organization_id = d.organization_id
      WHERE d.organization_id = ${organizationId} AND d.id = ${dealId} AND c.id = ${contactId})`,
  );
}

/**
 * A signed deal has a package, no more are signed than there are, and no two companies of an industry that a package keeps
 * to one. Holds for a deal that is not signed.
 */
function mayHoldPackage({ db, organizationId, eventId }: SalesScope, dealId: string): BatchItem<'sqlite'>[] {
  const deal = sql`(SELECT d.* FROM deals d WHERE d.organization_id = ${organizationId} AND d.event_id = ${eventId} AND d.id = ${dealId})`;
  return [
    guard(db, sql`NOT EXISTS (SELECT 1 FROM ${deal} d WHERE d.stage = 'signed' AND d.package_id IS NULL)`),
    guard(
      db,
      sql`NOT EXISTS (SELECT 1 FROM ${deal} d JOIN sponsor_packages p ON p.id = d.package_id AND p.organization_id = d.organization_id
        WHERE d.stage = 'signed' AND p.stock IS NOT NULL
          AND (SELECT count(*) FROM deals s WHERE s.organization_id = d.organization_id AND s.event_id = d.event_id AND s.package_id = p.id AND s.stage = 'signed') > p.stock)`,
    ),
    guard(db, sql`NOT EXISTS (SELECT 1 FROM ${deal} d WHERE d.stage = 'signed' AND ${keptFromOthers})`),
  ];
}

/** Whether the signed deal `d` meets another company of its industry where either one's package keeps that industry to one. */
const keptFromOthers = sql`EXISTS (
  SELECT 1 FROM deals o
    JOIN companies own ON own.id = d.company_id
    JOIN companies other ON other.id = o.company_id
    JOIN sponsor_packages p ON p.id IN (d.package_id, o.package_id)
  WHERE o.organization_id = d.organization_id AND o.event_id = d.event_id AND o.stage = 'signed' AND o.company_id <> d.company_id
    AND p.exclusive_industry <> '' AND lower(p.exclusive_industry) = lower(own.industry) AND lower(own.industry) = lower(other.industry))`;
