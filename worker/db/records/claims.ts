import { and, eq, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { leaseMs, type NextState } from '../../core/outbox/life-cycle';
import { settleStatements } from '../../limits/reserve';
import { newId } from '../../random';
import { asBatch } from '../commit';
import type { Database } from '../database';
import type { Batches } from '../grouped-batches';
import { guard, isGuardFailure } from '../guard';
import { commandTransitions, events, outbox, receipts, type suppressions } from '../schema';
import { due, eventClock, inLine } from './due-commands';
import { type CommandRow, transition } from './outbox';
import { mailIsOut } from './service-reports';

export interface Claim {
  command: CommandRow;
  /** The state it was found in: what is not `authorised` may have happened already. */
  before: CommandRow['state'];
  event: typeof events.$inferSelect;
  /** By the event's clock. */
  now: number;
  /** When the first call was made after it was last let through. */
  firstCalledAt: number;
  /** Why no mail at all goes to its address, if so. */
  suppressed: (typeof suppressions.$inferSelect)['reason'] | null;
  paused: boolean;
  /** What the service has told by itself, before anybody here knew. */
  reported: ReportedOutcome | null;
}

export type ReportedOutcome = { outcome: 'happened'; providerRef: string | null; pending: boolean } | { outcome: 'came_to_nothing' };

/** By the receipt of a report on a mail, or the state to which a report has moved a refund: nothing else moves it before its command is settled. */
function reportedOutcome(facts: { mailRef: string | null; refund: string | null } | undefined): ReportedOutcome | null {
  const [refund, refundRef = null] = facts?.refund?.split(' ') ?? [];
  if (refund === 'failed') return { outcome: 'came_to_nothing' };
  if (refund === 'pending' || refund === 'succeeded') return { outcome: 'happened', providerRef: refundRef, pending: refund === 'pending' };
  return facts?.mailRef != null ? { outcome: 'happened', providerRef: facts.mailRef, pending: false } : null;
}

/**
 * Takes a lease on a command that is due, so that no two consumers hold it. Null when it is not due, leased, settled,
 * paused, or not the next of its target.
 */
export async function claimCommand(
  db: Database,
  organizationId: string,
  commandId: string,
  realNow: number,
  batches: Batches = db,
): Promise<Claim | null> {
  const own = and(eq(outbox.organizationId, organizationId), eq(outbox.id, commandId));
  const ofCommand = (column: string) =>
    sql`(SELECT ${sql.raw(column)} FROM outbox WHERE organization_id = ${organizationId} AND id = ${commandId})`;
  const now = eventClock(realNow);
  const claimable = and(own, due(now, realNow), inLine);
  const cause = sql`CASE ${outbox.state} WHEN 'claimed' THEN 'its lease ran out' WHEN 'unknown' THEN 'to be reconciled' ELSE 'due' END`;
  const prefix = newId('transition', realNow);
  // Selects instead of joins: a D1 batch returns rows by column name, and the tables share names.
  const [found, ofEvent, facts, , taken] = await batches.batch([
    db.select().from(outbox).where(own),
    db
      .select()
      .from(events)
      .where(eq(events.id, ofCommand('event_id'))),
    db
      .select({
        suppressed: sql<Claim['suppressed']>`(SELECT reason FROM suppressions WHERE organization_id = ${organizationId} AND channel = 'mail'
          AND address = ${ofCommand('lower(target)')})`.as('suppressed'),
        firstCalledAt: sql<
          number | null
        >`(SELECT max(at) FROM command_transitions WHERE organization_id = ${organizationId} AND command_id = ${commandId}
          AND from_state = 'authorised' AND to_state = 'claimed')`.as('first_called_at'),
        paused:
          sql<number>`EXISTS (SELECT 1 FROM agent_settings s WHERE s.event_id = ${ofCommand('event_id')} AND s.agent = ${ofCommand('agent')} AND s.paused = 1)`.as(
            'paused',
          ),
        mailRef: sql<
          string | null
        >`(SELECT provider_ref FROM receipts WHERE command_id = ${commandId} AND organization_id = ${organizationId}
          AND outcome IN (SELECT value FROM json_each(${JSON.stringify(mailIsOut)})) LIMIT 1)`.as('mail_ref'),
        refund: sql<string | null>`(SELECT trim(state || ' ' || coalesce(provider_ref, '')) FROM refunds WHERE command_id = ${commandId}
          AND organization_id = ${organizationId})`.as('refund'),
      })
      .from(sql`(SELECT 1)`),
    db.insert(commandTransitions).select(
      sql`SELECT ${prefix}, ${outbox.organizationId}, ${outbox.eventId}, ${outbox.id}, ${outbox.state}, 'claimed', ${cause}, ${outbox.attempts} + 1, ${now}
        FROM ${outbox} WHERE ${claimable}`,
    ),
    db
      .update(outbox)
      .set({ state: 'claimed', attempts: sql`${outbox.attempts} + 1`, leaseUntil: realNow + leaseMs, updatedAt: now })
      .where(claimable)
      .returning({ attempts: outbox.attempts }),
  ]);
  const command = found[0];
  const event = ofEvent[0];
  const attempts = taken[0]?.attempts;
  if (!command || !event || attempts === undefined) return null;
  const at = event.clockNow ?? realNow;
  return {
    command: { ...command, attempts },
    before: command.state,
    event,
    now: at,
    firstCalledAt: command.state === 'authorised' ? at : (facts[0]?.firstCalledAt ?? command.createdAt),
    suppressed: facts[0]?.suppressed ?? null,
    paused: facts[0]?.paused === 1,
    reported: reportedOutcome(facts[0]),
  };
}

/** Whether the claim is still this one. */
const heldBy = (command: CommandRow) =>
  and(
    eq(outbox.organizationId, command.organizationId),
    eq(outbox.id, command.id),
    eq(outbox.state, 'claimed'),
    eq(outbox.attempts, command.attempts),
  );

/** Keeps a claim while its call is under way; false when another consumer has taken it over. */
export async function renewLease(db: Database, command: CommandRow, realNow: number): Promise<boolean> {
  const rows = await db
    .update(outbox)
    .set({ leaseUntil: realNow + leaseMs })
    .where(heldBy(command))
    .returning({ id: outbox.id });
  return rows.length > 0;
}

export interface Settlement {
  next: NextState;
  /** What made it so, in words without personal data. */
  cause: string;
  /** It was held back and no call was made: the claim does not count as an attempt. */
  uncounted?: boolean;
  receipt: { id: string; outcome: string; provider: string; providerRef: string | null; detail: Record<string, unknown> } | null;
  /** What the outcome means for the records, in the same batch. */
  consequences: BatchItem<'sqlite'>[];
}

/** Ends a claim: state, step, receipt and consequences in one batch, or nothing at all when the claim is no longer this one: then false. */
export async function settleCommand(
  db: Database,
  command: CommandRow,
  settlement: Settlement,
  now: number,
  batches: Batches = db,
): Promise<boolean> {
  const { next, cause, uncounted, receipt, consequences } = settlement;
  const claim = heldBy(command);
  const statements: BatchItem<'sqlite'>[] = [
    guard(db, sql`EXISTS (SELECT 1 FROM ${outbox} WHERE ${claim})`),
    transition(db, command, { from: 'claimed', to: next.state, cause, attempt: command.attempts, at: now }),
    db
      .update(outbox)
      .set({
        state: next.state,
        nextAttemptAt: next.nextAttemptAt,
        lastError: next.lastError,
        leaseUntil: null,
        updatedAt: now,
        ...(uncounted ? { attempts: command.attempts - 1 } : {}),
      })
      .where(claim),
    ...(receipt
      ? [db.insert(receipts).values({ ...receipt, organizationId: command.organizationId, commandId: command.id, at: now })]
      : []),
    ...consequences,
    ...(command.reservation ? settleStatements(db, command.organizationId, { commandId: command.id }) : []),
  ];
  try {
    await batches.batch(asBatch(statements));
    return true;
  } catch (error) {
    if (isGuardFailure(error)) return false;
    throw error;
  }
}

/**
 * A person's word on a command that waits for one, with its consequences, in one batch; false when it has moved since it
 * was read, or a consequence is not possible any more.
 */
export async function decideCommand(
  db: Database,
  command: CommandRow,
  word: {
    state: CommandRow['state'];
    cause: string;
    note: string;
    receipt: { id: string; outcome: string; by: string };
    consequences: BatchItem<'sqlite'>[];
  },
  now: number,
): Promise<boolean> {
  const own = and(
    eq(outbox.organizationId, command.organizationId),
    eq(outbox.id, command.id),
    eq(outbox.state, command.state),
    eq(outbox.attempts, command.attempts),
  );
  const opened = word.state === 'authorised';
  try {
    await db.batch(
      asBatch([
        guard(db, sql`EXISTS (SELECT 1 FROM ${outbox} WHERE ${own})`),
        transition(db, command, { from: command.state, to: word.state, cause: word.cause, attempt: command.attempts, at: now }),
        db
          .update(outbox)
          .set({ state: word.state, nextAttemptAt: now, lastError: word.note, updatedAt: now, ...(opened ? { attempts: 0 } : {}) })
          .where(own),
        db.insert(receipts).values({
          ...{ id: word.receipt.id, organizationId: command.organizationId, commandId: command.id, outcome: word.receipt.outcome },
          ...{ provider: 'person', providerRef: null, detail: { by: word.receipt.by, reason: word.note }, at: now },
        }),
        ...word.consequences,
        ...(command.reservation ? settleStatements(db, command.organizationId, { commandId: command.id }) : []),
      ]),
    );
    return true;
  } catch (error) {
    if (isGuardFailure(error)) return false;
    throw error;
  }
}
