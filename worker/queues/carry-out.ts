import { and, eq, inArray, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { z } from 'zod';
import { composerFor, mailFor, paymentsFor } from '../compose';
import { messageOf } from '../core/errors';
import { Amount } from '../core/money';
import type { CallOutcome } from '../core/outbox/call-outcome';
import { afterCall, howToCarryOut, type NextState } from '../core/outbox/life-cycle';
import { databaseOf } from '../db/database';
import { type Claim, type CommandRow, claimCommand, settleCommand } from '../db/records/outbox';
import { orders, outbox, refunds, suppressions, tickets } from '../db/schema';
import { configOf } from '../env';
import { log } from '../log';
import type { CallContext } from '../ports/call-outcome';
import type { PayloadOf } from '../ports/commands';
import type { OutgoingMail } from '../ports/mail';
import { newId } from '../random';

/** The poke on the queue: it names a row and carries nothing else. */
export const Poke = z.object({ organizationId: z.string(), eventId: z.string(), commandId: z.string() });
export type Poke = z.infer<typeof Poke>;

/** How long a paused agent's command is left alone; the end of the pause makes it due at once. */
const pausedHoldMs = 3_600_000;

/**
 * Carries out one command, once. The claim is a lease; what is found claimed with its lease over, or `unknown`, may have
 * happened: it is replayed only where the service honours the key, and looked up otherwise. Returns what became of it,
 * or null when there was nothing to do.
 */
export async function carryOut(env: Env, named: Poke): Promise<NextState['state'] | null> {
  const db = databaseOf(env, named.organizationId);
  const realNow = Date.now();
  const clockNow = await eventNow(env, named, realNow);
  const claim = await claimCommand(db, named.organizationId, named.commandId, clockNow, realNow);
  if (!claim) return null;
  const { command } = claim;
  const held = await heldBack(env, claim);
  if (held) {
    await settleCommand(
      db,
      command,
      {
        next: { ...held, nextAttemptAt: clockNow + pausedHoldMs },
        uncounted: held.state === 'authorised',
        receipt: null,
        consequences: held.state === 'cancelled' ? undone(env, command, clockNow) : [],
      },
      clockNow,
    );
    return held.state;
  }
  const { outcome, provider } = await call(env, claim, clockNow);
  const next = afterCall(outcome, command.attempts, clockNow, Math.random());
  const settled = await settleCommand(
    db,
    command,
    {
      next,
      receipt: {
        id: newId('receipt', realNow),
        outcome: outcome.status,
        provider,
        providerRef: outcome.status === 'confirmed' ? outcome.providerRef : null,
        detail: outcome.status === 'confirmed' ? (outcome.detail ?? {}) : { reason: outcome.reason },
      },
      consequences: consequences(env, claim, outcome, next, clockNow),
    },
    clockNow,
  );
  // Another consumer holds it by now, and says what becomes of it.
  if (!settled) return null;
  if (command.kind === 'payments.refund' && next.state === 'confirmed') await pokeFollowers(env, command);
  log(next.state === 'confirmed' ? 'info' : 'warn', 'command', {
    command: command.id,
    kind: command.kind,
    state: next.state,
    attempts: command.attempts,
    organization: command.organizationId,
  });
  return next.state;
}

/** Commands that a settled one left behind, such as the confirmation mail of a refund. A lost poke costs seconds: they are swept. */
async function pokeFollowers(env: Env, command: CommandRow): Promise<void> {
  const [follower] = await databaseOf(env, command.organizationId)
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(eq(outbox.organizationId, command.organizationId), eq(outbox.idempotencyKey, confirmationKey(command))));
  if (follower) await poke(env, command.organizationId, command.eventId, [follower.id]);
}

/** Wakes the consumer for these commands. */
export async function poke(env: Env, organizationId: string, eventId: string, commandIds: string[]): Promise<void> {
  if (commandIds.length === 0) return;
  await env.COMMANDS.sendBatch(commandIds.map((commandId) => ({ body: { organizationId, eventId, commandId } satisfies Poke })));
}

const confirmationKey = (command: CommandRow) => `${command.idempotencyKey}:confirmation`;

async function eventNow(env: Env, named: Poke, realNow: number): Promise<number> {
  const row = await databaseOf(env, named.organizationId).query.events.findFirst({
    columns: { clockNow: true },
    where: (events, { and: both, eq: is }) => both(is(events.organizationId, named.organizationId), is(events.id, named.eventId)),
  });
  return row?.clockNow ?? realNow;
}

/** A pause holds what is queued; a cancelled event and a suppressed address end it. */
async function heldBack(
  env: Env,
  { command, event, paused, before }: Claim,
): Promise<{ state: 'authorised' | 'cancelled' | 'unknown'; lastError: string } | null> {
  if (before !== 'authorised') return null;
  if (paused) return { state: 'authorised', lastError: `The ${command.agent} agent is paused.` };
  const mail = command.kind === 'mail.send' ? mailOf(command) : null;
  if (event.state === 'cancelled' && mail?.purpose === 'ticket') return { state: 'cancelled', lastError: 'The event was cancelled.' };
  if (!mail) return null;
  const address = mail.mail.to[0]?.toLowerCase() ?? '';
  const [suppressed] = await databaseOf(env, command.organizationId)
    .select({ reason: suppressions.reason })
    .from(suppressions)
    .where(
      and(eq(suppressions.organizationId, command.organizationId), eq(suppressions.channel, 'mail'), eq(suppressions.address, address)),
    );
  return suppressed ? { state: 'cancelled', lastError: `No mail goes to this address (${suppressed.reason}).` } : null;
}

async function call(env: Env, { command, before, event }: Claim, now: number): Promise<{ outcome: CallOutcome; provider: string }> {
  const context: CallContext = {
    organizationId: command.organizationId,
    eventId: command.eventId,
    idempotencyKey: command.idempotencyKey,
    now,
  };
  const connector = connectorOf(env, command, event.clock);
  try {
    const how = howToCarryOut(before, connector.honoursKey);
    if (how !== 'look_up') return { outcome: await connector.send(context), provider: connector.provider };
    const found = await connector.reconcile(context);
    if (found.status === 'happened')
      return { outcome: { status: 'confirmed', providerRef: found.providerRef }, provider: connector.provider };
    if (found.status === 'did_not_happen') return { outcome: await connector.send(context), provider: connector.provider };
    return {
      outcome: { status: 'unknown', reason: 'The service cannot tell whether it happened; a person decides.' },
      provider: connector.provider,
    };
  } catch (error) {
    return { outcome: { status: 'unknown', reason: messageOf(error) }, provider: connector.provider };
  }
}

function connectorOf(env: Env, command: CommandRow, clock: 'real' | 'virtual') {
  switch (command.kind) {
    case 'mail.send': {
      const port = mailFor(env, clock);
      const { mail } = mailOf(command);
      return {
        provider: port.provider,
        honoursKey: port.honoursKey,
        send: (context: CallContext) => port.send(mail, context),
        reconcile: (context: CallContext) => port.reconcile(mail, context),
      };
    }
    case 'payments.refund': {
      const port = paymentsFor(env, clock);
      const request = refundOf(command);
      return {
        provider: port.provider,
        honoursKey: port.honoursKey,
        send: (context: CallContext) => port.refund(request, context),
        reconcile: (context: CallContext) => port.reconcile(request, context),
      };
    }
    default:
      throw new Error(`No connector carries out ${command.kind}`);
  }
}

/** What an outcome means for the records, and what follows from it. */
function consequences(env: Env, claim: Claim, outcome: CallOutcome, next: NextState, now: number): BatchItem<'sqlite'>[] {
  const { command } = claim;
  if (command.kind !== 'payments.refund') return [];
  if (next.state === 'failed') return undone(env, command, now);
  const db = databaseOf(env, command.organizationId);
  const refund = refundOf(command);
  const own = and(eq(refunds.organizationId, command.organizationId), eq(refunds.id, refund.refundId));
  // A notification of the service may have been faster: what it said stands.
  const open = and(own, inArray(refunds.state, ['queued', 'unknown']));
  if (outcome.status === 'unknown') return [db.update(refunds).set({ state: 'unknown', updatedAt: now }).where(open)];
  if (outcome.status !== 'confirmed') return [];
  const state = outcome.detail?.state === 'pending' ? 'pending' : 'succeeded';
  const order = and(eq(orders.organizationId, command.organizationId), eq(orders.id, refund.orderId));
  return [
    // Guarded by the refund's own state, so that a replayed confirmation adds its amount once.
    db
      .update(orders)
      .set({
        refundedMinor: sql`${orders.refundedMinor} + ${refund.amount.minor}`,
        state: sql`CASE WHEN EXISTS (SELECT 1 FROM tickets t WHERE t.order_id = ${refund.orderId} AND t.state IN ('valid', 'checked_in', 'unassigned')) THEN 'partially_refunded' ELSE 'refunded' END`,
        updatedAt: now,
      })
      .where(and(order, sql`EXISTS (SELECT 1 FROM refunds r WHERE r.id = ${refund.refundId} AND r.state IN ('queued', 'unknown'))`)),
    db.update(refunds).set({ state, providerRef: outcome.providerRef, updatedAt: now }).where(open),
    confirmationMail(env, claim, refund, now),
  ];
}

/** Gives a refund's ticket back when its money did not move. */
function undone(env: Env, command: CommandRow, now: number): BatchItem<'sqlite'>[] {
  if (command.kind !== 'payments.refund') return [];
  const db = databaseOf(env, command.organizationId);
  const refund = refundOf(command);
  return [
    db
      .update(refunds)
      .set({ state: 'failed', updatedAt: now })
      .where(and(eq(refunds.organizationId, command.organizationId), eq(refunds.id, refund.refundId))),
    db
      .update(tickets)
      .set({
        state: sql`CASE WHEN ${tickets.attendeeId} IS NULL THEN 'unassigned' ELSE 'valid' END`,
        version: sql`${tickets.version} + 1`,
        updatedAt: now,
      })
      .where(
        and(
          eq(tickets.organizationId, command.organizationId),
          eq(tickets.orderId, refund.orderId),
          eq(tickets.state, 'refunded'),
          sql`${tickets.id} IN (SELECT value FROM json_each(${JSON.stringify(refund.ticketIds)}))`,
        ),
      ),
  ];
}

function confirmationMail(env: Env, { command, event }: Claim, refund: PayloadOf<'payments.refund'>, now: number): BatchItem<'sqlite'> {
  const db = databaseOf(env, command.organizationId);
  const mail = composerFor(env).compose(
    {
      template: 'refund_confirmation',
      name: refund.buyer.name,
      amount: refund.amount,
      orderCode: refund.metadata.order ?? '',
      ticketCancelled: true,
    },
    { ...event, publicUrl: configOf(env).PUBLIC_URL, locale: null },
    refund.buyer.email,
  );
  const payload: PayloadOf<'mail.send'> = { mail, purpose: 'refund' };
  return db
    .insert(outbox)
    .values({
      id: newId('command'),
      organizationId: command.organizationId,
      eventId: command.eventId,
      agent: command.agent,
      runId: command.runId,
      approvalId: command.approvalId,
      activityId: command.activityId,
      kind: 'mail.send',
      target: refund.buyer.email,
      idempotencyKey: confirmationKey(command),
      payload: { ...payload },
      state: 'authorised',
      attempts: 0,
      nextAttemptAt: now,
      createdAt: now,
      updatedAt: now,
    })
    .onConflictDoNothing();
}

const MailPayload = z.object({
  mail: z.custom<OutgoingMail>((value) => typeof value === 'object' && value !== null),
  purpose: z.enum(['service', 'ticket', 'refund']),
});
const RefundPayload = z.object({
  refundId: z.string(),
  orderId: z.string(),
  ticketIds: z.array(z.string()).max(1000),
  paymentRef: z.string(),
  amount: Amount,
  reason: z.enum(['requested_by_customer', 'duplicate', 'fraudulent']),
  metadata: z.record(z.string(), z.string()),
  buyer: z.object({ name: z.string(), email: z.string() }),
});

function mailOf(command: CommandRow): PayloadOf<'mail.send'> {
  return MailPayload.parse(command.payload);
}

function refundOf(command: CommandRow): PayloadOf<'payments.refund'> {
  return RefundPayload.parse(command.payload);
}
