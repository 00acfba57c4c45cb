import { and, desc, eq, lt, or, sql } from 'drizzle-orm';
import { type RetentionDays, type RetentionKind, retentionKinds } from '../../contract/privacy';
import type { Database } from '../database';
import { erasures, settings, subjectKeys, suppressions } from '../schema';

export type ErasureRow = typeof erasures.$inferSelect;
type Reason = (typeof suppressions.$inferSelect)['reason'];

/** The key under which an organization's erased addresses are remembered as digests. It stands among the keys of subjects and is never destroyed. */
const digestSubject = 'digests';
/** An organization that never erased anybody is asked about at most this often. */
const absentForMs = 60_000;
const digestKeys = new Map<string, { key: string | null; until: number }>();

async function digestKey(db: Database, organizationId: string, now: number, make: boolean): Promise<string | null> {
  const known = digestKeys.get(organizationId);
  if (known?.key || (known && !make && known.until > now)) return known.key;
  if (make) {
    const key = Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) => byte.toString(16).padStart(2, '0')).join('');
    await db
      .insert(subjectKeys)
      .values({ organizationId, subject: digestSubject, key, createdAt: now, destroyedAt: null })
      .onConflictDoNothing();
  }
  const [row] = await db
    .select({ key: subjectKeys.key })
    .from(subjectKeys)
    .where(and(eq(subjectKeys.organizationId, organizationId), eq(subjectKeys.subject, digestSubject)));
  if (digestKeys.size > 5_000) digestKeys.clear();
  digestKeys.set(organizationId, { key: row?.key ?? null, until: now + absentForMs });
  return row?.key ?? null;
}

async function digestUnder(key: string, address: string): Promise<string> {
  const text = new TextEncoder();
  const hmac = await crypto.subtle.importKey('raw', text.encode(key), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const bytes = new Uint8Array(await crypto.subtle.sign('HMAC', hmac, text.encode(address.trim().toLowerCase())));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** An address as it is remembered after its erasure: HMAC-SHA-256 (hex) under a key of the organization. */
export async function addressDigest(db: Database, organizationId: string, address: string, now: number): Promise<string> {
  const key = await digestKey(db, organizationId, now, true);
  if (!key) throw new Error('The organization has no key for digests');
  return digestUnder(key, address);
}

/** Why no mail goes to an address whose person was erased: an opt-out outlives the erasure. Null when there is none. */
export async function erasedSuppressionOf(db: Database, organizationId: string, address: string, now = Date.now()): Promise<Reason | null> {
  const key = await digestKey(db, organizationId, now, false);
  if (!key) return null;
  const digest = await digestUnder(key, address);
  const [row] = await db
    .select({ reason: suppressions.reason })
    .from(suppressions)
    .where(and(eq(suppressions.organizationId, organizationId), eq(suppressions.channel, 'digest'), eq(suppressions.address, digest)));
  return row?.reason ?? null;
}

// --- receipts of erasures ---------------------------------------------------------------------------------------------

export async function erasureById(db: Database, organizationId: string, id: string): Promise<ErasureRow | null> {
  const [row] = await db
    .select()
    .from(erasures)
    .where(and(eq(erasures.organizationId, organizationId), eq(erasures.id, id)));
  return row ?? null;
}

export async function listErasures(
  db: Database,
  organizationId: string,
  position: [number, string] | null,
  limit: number,
): Promise<ErasureRow[]> {
  return db
    .select()
    .from(erasures)
    .where(
      and(
        eq(erasures.organizationId, organizationId),
        position
          ? or(lt(erasures.requestedAt, position[0]), and(eq(erasures.requestedAt, position[0]), lt(erasures.id, position[1])))
          : undefined,
      ),
    )
    .orderBy(desc(erasures.requestedAt), desc(erasures.id))
    .limit(limit + 1);
}

const planKey = (erasureId: string) => `erasure:${erasureId}`;

/** Starts an erasure, or returns the one of the same person that is under way. Its plan is kept until it is done, so that a crash ends nothing. */
export async function beginErasure(
  db: Database,
  row: { id: string; organizationId: string; subjectDigest: string; requestedBy: string; requestedAt: number },
  plan: unknown,
): Promise<ErasureRow> {
  const [open] = await db
    .select()
    .from(erasures)
    .where(
      and(eq(erasures.organizationId, row.organizationId), eq(erasures.subjectDigest, row.subjectDigest), eq(erasures.state, 'under_way')),
    );
  if (open) return open;
  const made = { ...row, state: 'under_way' as const, receipt: [], finishedAt: null };
  const { organizationId, requestedAt, requestedBy } = row;
  await db.batch([
    db.insert(erasures).values(made),
    db
      .insert(settings)
      .values({ organizationId, scope: '', key: planKey(row.id), value: plan, updatedAt: requestedAt, updatedBy: requestedBy }),
  ]);
  return made;
}

export async function erasurePlan(db: Database, organizationId: string, erasureId: string): Promise<unknown> {
  const [row] = await db
    .select({ value: settings.value })
    .from(settings)
    .where(and(eq(settings.organizationId, organizationId), eq(settings.scope, ''), eq(settings.key, planKey(erasureId))));
  return row?.value ?? null;
}

export async function keepReceipt(db: Database, organizationId: string, erasureId: string, receipt: ErasureRow['receipt']): Promise<void> {
  await db
    .update(erasures)
    .set({ receipt })
    .where(and(eq(erasures.organizationId, organizationId), eq(erasures.id, erasureId)));
}

/** Ends an erasure: its plan, the last place that names the person, goes with the same batch. */
export async function endErasure(db: Database, organizationId: string, erasureId: string, now: number): Promise<void> {
  await db.batch([
    db
      .update(erasures)
      .set({ state: 'done', finishedAt: now })
      .where(and(eq(erasures.organizationId, organizationId), eq(erasures.id, erasureId))),
    db
      .delete(settings)
      .where(and(eq(settings.organizationId, organizationId), eq(settings.scope, ''), eq(settings.key, planKey(erasureId)))),
  ]);
}

/** Erasures that a crash left under way, of all organizations: for the cron. */
export async function openErasures(db: Database, before: number): Promise<ErasureRow[]> {
  return db
    .select()
    .from(erasures)
    .where(and(eq(erasures.state, 'under_way'), lt(erasures.requestedAt, before)))
    .limit(20);
}

// --- retention --------------------------------------------------------------------------------------------------------

export interface RetentionRun {
  at: number;
  deleted: Partial<Record<RetentionKind, number>>;
}

async function setting(db: Database, organizationId: string, key: string): Promise<unknown> {
  const [row] = await db
    .select({ value: settings.value })
    .from(settings)
    .where(and(eq(settings.organizationId, organizationId), eq(settings.scope, ''), eq(settings.key, key)));
  return row?.value ?? null;
}

async function keepSetting(db: Database, organizationId: string, key: string, value: unknown, by: string, now: number): Promise<void> {
  const change = { value, updatedAt: now, updatedBy: by };
  await db
    .insert(settings)
    .values({ organizationId, scope: '', key, ...change })
    .onConflictDoUpdate({ target: [settings.organizationId, settings.scope, settings.key], set: change });
}

/** Days that each kind of data is kept: what the organization has set, else the default. */
export async function retentionDays(db: Database, organizationId: string): Promise<RetentionDays> {
  const kept = await setting(db, organizationId, 'retention');
  const days: RetentionDays = { ...retentionKinds };
  for (const kind of Object.keys(days) as RetentionKind[]) {
    const value: unknown = typeof kept === 'object' && kept !== null && kind in kept ? Reflect.get(kept, kind) : null;
    if (typeof value === 'number') days[kind] = value;
  }
  return days;
}

export async function setRetentionDays(
  db: Database,
  organizationId: string,
  change: Partial<RetentionDays>,
  by: string,
  now: number,
): Promise<void> {
  await keepSetting(db, organizationId, 'retention', { ...(await retentionDays(db, organizationId)), ...change }, by, now);
}

/** `setting` of a run is written by `keepRetentionRun` alone. */
export async function lastRetentionRun(db: Database, organizationId: string): Promise<RetentionRun | null> {
  return (await setting(db, organizationId, 'retention_run')) as RetentionRun | null;
}

export async function keepRetentionRun(db: Database, organizationId: string, run: RetentionRun): Promise<void> {
  await keepSetting(db, organizationId, 'retention_run', run, 'system', run.at);
}

/** Organizations that have events, and when retention last ran for each: those whose turn it is come first. */
export async function retentionDue(db: Database, before: number, limit: number): Promise<string[]> {
  const rows = await db.all<{ id: string }>(
    sql`SELECT o.id FROM organization o LEFT JOIN settings s ON s.organization_id = o.id AND s.scope = '' AND s.key = 'retention_run'
        WHERE s.updated_at IS NULL OR s.updated_at < ${before} ORDER BY coalesce(s.updated_at, 0) LIMIT ${limit}`,
  );
  return rows.map((row) => row.id);
}
