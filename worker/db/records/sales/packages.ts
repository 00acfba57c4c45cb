import { and, asc, eq, sql } from 'drizzle-orm';
import type { PackageFacts } from '../../../core/sales/facts';
import type { Database } from '../../database';
import { sponsorPackages } from '../../schema';

export type PackageRecord = typeof sponsorPackages.$inferSelect & { signed: number };
export type PackageEdit = Partial<
  Omit<typeof sponsorPackages.$inferSelect, 'id' | 'organizationId' | 'eventId' | 'currency' | 'version' | 'createdAt' | 'updatedAt'>
>;

export const packagesAtMost = 100;

/** Signed deals, which stock is counted against. Columns by full name, as it stands inside another query. */
const signedOf = sql<number>`(SELECT count(*) FROM deals d WHERE d.organization_id = sponsor_packages.organization_id AND d.event_id = sponsor_packages.event_id
  AND d.package_id = sponsor_packages.id AND d.stage = 'signed')`;

export async function packagesOf(db: Database, organizationId: string, eventId: string, packageId?: string): Promise<PackageRecord[]> {
  const rows = await db
    .select({ row: sponsorPackages, signed: signedOf.as('signed') })
    .from(sponsorPackages)
    .where(
      and(
        eq(sponsorPackages.organizationId, organizationId),
        eq(sponsorPackages.eventId, eventId),
        packageId === undefined ? undefined : eq(sponsorPackages.id, packageId),
      ),
    )
    .orderBy(asc(sponsorPackages.position), asc(sponsorPackages.createdAt), asc(sponsorPackages.id))
    .limit(packagesAtMost);
  return rows.map(({ row, signed }) => ({ ...row, signed }));
}

export function packageFacts(row: PackageRecord): PackageFacts {
  const { id, name, stock, signed, benefits, exclusiveIndustry, active, version, currency } = row;
  const early =
    row.earlyBirdMinor !== null && row.earlyBirdUntil !== null ? { minor: row.earlyBirdMinor, currency, until: row.earlyBirdUntil } : null;
  return {
    id,
    name,
    price: { minor: row.priceMinor, currency },
    earlyBird: early,
    stock,
    signed,
    benefits,
    exclusiveIndustry,
    active,
    version,
  };
}

export async function insertPackage(db: Database, row: typeof sponsorPackages.$inferInsert): Promise<void> {
  await db.insert(sponsorPackages).values(row);
}

/** `oversold` when its stock would be below what is signed by then; `moved` when its version is another one. */
export async function changePackage(
  db: Database,
  key: { organizationId: string; eventId: string; packageId: string },
  edit: PackageEdit,
  at: { version: number; now: number },
): Promise<'changed' | 'moved' | 'oversold'> {
  const { organizationId, eventId, packageId } = key;
  const it = and(
    eq(sponsorPackages.organizationId, organizationId),
    eq(sponsorPackages.eventId, eventId),
    eq(sponsorPackages.id, packageId),
    eq(sponsorPackages.version, at.version),
  );
  const stock = edit.stock ?? null;
  const rows = await db
    .update(sponsorPackages)
    .set({ ...edit, version: sql`${sponsorPackages.version} + 1`, updatedAt: at.now })
    .where(and(it, stock === null ? undefined : sql`${signedOf} <= ${stock}`))
    .returning({ id: sponsorPackages.id });
  if (rows.length > 0) return 'changed';
  const [now] = await db.select({ version: sponsorPackages.version }).from(sponsorPackages).where(it);
  return now && stock !== null ? 'oversold' : 'moved';
}
