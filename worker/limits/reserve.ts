import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { localDate } from '../core/instant';
import { type Cost, type LimitSources, type Reservation, reservationsFor } from '../core/limits/reservation';
import type { Database } from '../db/database';
import { insertRows } from '../db/insert-rows';
import { budgets, outbox, type Reserved } from '../db/schema';

export interface ReserveScope {
  db: Database;
  organizationId: string;
  now: number;
}

export function reservationsAt(costs: readonly Cost[], sources: LimitSources, now: number): Reservation[] {
  return reservationsFor(costs, sources, { local: localDate(now, sources.timeZone), utc: localDate(now, 'UTC') });
}

/** What the outbox keeps of reservations, to settle them with the command. */
export function reserved(reservations: readonly Reservation[]): Reserved[] {
  return reservations.map(({ scope, kind, period, amount }) => ({ scope, kind, period, amount }));
}

/**
 * Statements that take what is asked from every limit, or abort their batch when one cannot give it: the check travels
 * with the writes, so that no two writers spend the same unit. `checked` false only counts, for what must not be held
 * back by a limit (the confirmation of a refund that was made, a ticket given back).
 */
export function reserveStatements(scope: ReserveScope, asked: readonly Reservation[], checked = true): BatchItem<'sqlite'>[] {
  if (asked.length === 0) return [];
  const rows = added(asked);
  return checked ? [limitGuard(scope.db, scope.organizationId, rows), ...take(scope, rows)] : take(scope, rows);
}

function take({ db, organizationId, now }: ReserveScope, rows: readonly Reservation[], where?: SQL): BatchItem<'sqlite'>[] {
  const insert = insertRows(
    db,
    budgets,
    rows.map(({ scope, kind, period, amount }) => ({ organizationId, scope, kind, period, reserved: amount, spent: 0, updatedAt: now })),
    where,
  );
  return [
    insert.onConflictDoUpdate({
      target: [budgets.organizationId, budgets.scope, budgets.kind, budgets.period],
      set: { reserved: sql`${budgets.reserved} + excluded.reserved`, updatedAt: now },
    }),
  ];
}

/** Rows of one limit as one row: a batch of two mails takes two from it. */
function added(asked: readonly Reservation[]): Reservation[] {
  const rows = new Map<string, Reservation>();
  for (const one of asked) {
    const key = JSON.stringify([one.scope, one.kind, one.period]);
    const before = rows.get(key);
    rows.set(key, before ? { ...before, amount: before.amount + one.amount } : one);
  }
  return [...rows.values()];
}

/**
 * Aborts the batch when a limit would be exceeded. The error names which and what it is: a JSON path that SQLite cannot
 * read is its error to raise at will, with a text of ours in it.
 */
function limitGuard(db: Database, organizationId: string, rows: readonly Reservation[]) {
  const json = JSON.stringify(rows);
  const limit = sql`CASE WHEN j.value ->> 'level' = 'organization'
    THEN (SELECT json_extract(s.value, '$.' || (j.value ->> 'name')) FROM settings s WHERE s.organization_id = ${organizationId} AND s.scope = '' AND s.key = 'limits')
    ELSE j.value ->> 'limit' END`;
  const over = sql`SELECT 'limit ' || j.key || ' ' || (${limit}) FROM json_each(${json}) j LEFT JOIN budgets b
    ON b.organization_id = ${organizationId} AND b.scope = j.value ->> 'scope' AND b.kind = j.value ->> 'kind' AND b.period = j.value ->> 'period'
    WHERE coalesce(b.reserved + b.spent, 0) + (j.value ->> 'amount') > (${limit}) LIMIT 1`;
  return db
    .select({ held: sql`CASE WHEN over.limit_text IS NULL THEN 1 ELSE json_extract('{}', over.limit_text) END` })
    .from(sql`(SELECT (${over}) AS limit_text) AS over`);
}

/** Settles what was reserved without a command: `spent` of it was used, the rest is given back. */
export function spendStatements(
  { db, organizationId, now }: ReserveScope,
  asked: readonly Reservation[],
  spent: number,
): BatchItem<'sqlite'>[] {
  return added(asked).map(({ scope, kind, period, amount }) =>
    db
      .update(budgets)
      .set({ reserved: sql`max(0, ${budgets.reserved} - ${amount})`, spent: sql`${budgets.spent} + ${spent}`, updatedAt: now })
      .where(and(eq(budgets.organizationId, organizationId), eq(budgets.scope, scope), eq(budgets.kind, kind), eq(budgets.period, period))),
  );
}

/** The first limit that has no room for what would be asked of it, as things are: for a refusal before the work, never instead of `reserveStatements`. */
export async function spentAmong(
  { db, organizationId }: ReserveScope,
  asked: readonly Reservation[],
): Promise<{ reservation: Reservation; limit: number } | null> {
  try {
    await limitGuard(db, organizationId, added(asked));
    return null;
  } catch (error) {
    const over = overLimit(error, asked);
    if (!over) throw error;
    return over;
  }
}

/** What takes from limits without being held back by them, such as the confirmation of a refund that was made. */
export function countedFor(counted: {
  agent: string;
  event: { id: string; timeZone: string; currency: string };
  cost: readonly Cost[];
  now: number;
}): Reservation[] {
  const { id, timeZone, currency } = counted.event;
  const none = { tokensPerDay: 0, mailsPerDay: 0, refundsPerDay: 0, refundMinorPerDay: 0 };
  return reservationsAt(
    counted.cost,
    { agent: counted.agent, eventId: id, timeZone, currency, agentLimits: {}, eventLimits: none },
    counted.now,
  );
}

/** Counts what a command takes, if the command was written: stands behind its insert. */
export function countStatements(scope: ReserveScope, asked: readonly Reservation[], commandId: string): BatchItem<'sqlite'>[] {
  return take(
    scope,
    added(asked),
    sql`EXISTS (SELECT 1 FROM outbox WHERE organization_id = ${scope.organizationId} AND id = ${commandId})`,
  );
}

/** Takes again what a command had given back, when a person has it tried once more. */
export function countAgain(scope: ReserveScope, commandId: string, asked: readonly Reservation[]): BatchItem<'sqlite'>[] {
  const own = and(eq(outbox.organizationId, scope.organizationId), eq(outbox.id, commandId));
  return [
    scope.db
      .update(outbox)
      .set({ reservation: reserved(asked) })
      .where(own),
    ...countStatements(scope, asked, commandId),
  ];
}

/** Which of the reservations that were asked for could not be given, and the limit; null for another error. */
export function overLimit(error: unknown, asked: readonly Reservation[]): { reservation: Reservation; limit: number } | null {
  const named = /limit (\d+) (\d+)/.exec(textOf(error));
  const reservation = named ? added(asked)[Number(named[1])] : undefined;
  return reservation ? { reservation, limit: Number(named?.[2]) } : null;
}

function textOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : `${error.message} ${textOf(error.cause)}`;
}

/**
 * Statements that settle what commands had reserved, as their state in the outbox says: what happened moves to spent, what
 * will not happen is given back, what is open or unknown stays reserved. Append them to the batch that changes the state;
 * settling twice is settling once.
 */
export function settleStatements(
  db: Database,
  organizationId: string,
  which: { commandId: string } | { eventId: string },
): BatchItem<'sqlite'>[] {
  const own = 'commandId' in which ? sql`o.id = ${which.commandId}` : sql`o.event_id = ${which.eventId}`;
  const settled = sql`o.organization_id = ${organizationId} AND ${own} AND o.reservation IS NOT NULL AND o.state IN ('confirmed', 'reconciled', 'failed', 'cancelled')`;
  const ofThisLimit = sql`j.value ->> 'scope' = budgets.scope AND j.value ->> 'kind' = budgets.kind AND j.value ->> 'period' = budgets.period`;
  const sum = (condition: typeof settled) =>
    sql`coalesce((SELECT sum(j.value ->> 'amount') FROM outbox o, json_each(o.reservation) j WHERE ${condition} AND ${ofThisLimit}), 0)`;
  return [
    db
      .update(budgets)
      .set({
        reserved: sql`max(0, reserved - ${sum(settled)})`,
        spent: sql`spent + ${sum(sql`${settled} AND o.state IN ('confirmed', 'reconciled')`)}`,
      })
      .where(
        and(
          eq(budgets.organizationId, organizationId),
          // By the whole key: what earlier days left costs nothing.
          sql`(scope, kind, period) IN (SELECT j.value ->> 'scope', j.value ->> 'kind', j.value ->> 'period' FROM outbox o, json_each(o.reservation) j WHERE ${settled})`,
        ),
      ),
    db.update(outbox).set({ reservation: null }).where(sql`rowid IN (SELECT o.rowid FROM outbox o WHERE ${settled})`),
  ];
}
