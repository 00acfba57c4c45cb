import { messageOf } from '../core/errors';
import type { CallOutcome } from '../core/outbox/call-outcome';
import {
  afterCall,
  type CommandState,
  howToCarryOut,
  maximumAttempts,
  type NextState,
  needsPerson,
  renewLeaseMs,
  waitsForPerson,
} from '../core/outbox/life-cycle';
import { type Database, databaseOf } from '../db/database';
import type { Batches } from '../db/grouped-batches';
import { type Claim, claimCommand, type ReportedOutcome, renewLease, settleCommand } from '../db/records/claims';
import type { CommandRow } from '../db/records/outbox';
import { log } from '../log';
import type { CallContext } from '../ports/call-outcome';
import { newId } from '../random';
import { confirmationKey, consequences } from './consequences';
import { type Hold, holdOf } from './hold';
import { type BoundConnector, connectorOf } from './payloads';
import { type Poke, poke, watchOutbox } from './poke';
import { reportOf, showReport } from './report';

export { Poke, poke } from './poke';

/** How long what may have happened is left alone while a stop keeps it from being sent again. */
const heldMs = 3_600_000;

/**
 * Carries out one command, once. The claim is a lease; what is found claimed with its lease over, or `unknown`, may have
 * happened: it is replayed only where the service honours the key, looked up where it can be, and left to a person
 * otherwise. Returns what became of it, or null when there was nothing to do.
 */
export async function carryOut(env: Env, named: Poke, batches?: Batches): Promise<CommandState | null> {
  const db = databaseOf(env, named.organizationId);
  const claim = await claimCommand(db, named.organizationId, named.commandId, Date.now(), batches);
  if (!claim) return null;
  step(claim.command, 'claimed');
  return settle(env, db, claim, await attempt(env, db, claim), batches);
}

/** What came of a claim: a call and its outcome, or a decision without one. */
type Result =
  | { kind: 'called'; outcome: CallOutcome; provider: string; doubt: boolean }
  | { kind: 'decided'; next: NextState; cause: string; uncounted: boolean; reported?: ReportedOutcome };

async function attempt(env: Env, db: Database, claim: Claim): Promise<Result> {
  const { command, event, before, now } = claim;
  if (claim.reported) return asReported(claim.reported, now);
  const doubt = before !== 'authorised';
  // A command that keeps ending its consumers settles nothing: it is given up by count.
  if (command.attempts > maximumAttempts)
    return {
      kind: 'decided',
      next: givenUp(doubt, now, command.lastError),
      cause: `given up after ${maximumAttempts} attempts`,
      uncounted: true,
    };
  let connector: BoundConnector;
  try {
    connector = connectorOf(env, command, event.clock);
  } catch {
    const lastError = 'The command cannot be read.';
    const next: NextState = doubt
      ? { state: 'unknown', nextAttemptAt: waitsForPerson, lastError }
      : { state: 'failed', nextAttemptAt: now, lastError };
    return { kind: 'decided', next, cause: 'it cannot be read', uncounted: false };
  }
  const hold = await holdOf(env, claim);
  if (hold && !doubt) return heldBack(hold, now);
  const context: CallContext = {
    organizationId: command.organizationId,
    eventId: command.eventId,
    idempotencyKey: command.idempotencyKey,
    now,
  };
  const called = (outcome: CallOutcome, inDoubt: boolean): Result => ({
    kind: 'called',
    outcome,
    provider: connector.provider,
    doubt: inDoubt,
  });
  try {
    switch (howToCarryOut(before, connector.reconcilability, now - claim.firstCalledAt)) {
      case 'call':
        step(command, 'calling');
        return called(await whileHeld(db, command, () => connector.send(context)), false);
      case 'ask_person': {
        const lastError = 'The service cannot be asked whether it happened.';
        return {
          kind: 'decided',
          next: { state: 'unknown', nextAttemptAt: waitsForPerson, lastError },
          cause: 'no key and no look-up',
          uncounted: false,
        };
      }
      case 'replay':
        // Asking would be sending: what must not go out any more is not asked about.
        if (hold) return stillUnknown(hold, now);
        step(command, 'replaying');
        break;
      case 'look_up':
        step(command, 'looking_up');
        break;
    }
    const found = await whileHeld(db, command, () => connector.reconcile(context));
    step(command, 'looked_up');
    if (found.status === 'happened') return called({ status: 'confirmed', providerRef: found.providerRef }, true);
    if (found.status === 'came_to_nothing') return called({ status: 'failed', reason: found.reason }, false);
    if (found.status === 'cannot_tell') return called({ status: 'unknown', reason: 'The service cannot tell whether it happened.' }, true);
    if (hold) return heldBack(hold, now);
    step(command, 'calling');
    return called(await whileHeld(db, command, () => connector.send(context)), false);
  } catch (error) {
    return called({ status: 'unknown', reason: messageOf(error) }, doubt);
  }
}

/** The service's own word is the outcome: nothing is called, and nothing asked. */
function asReported(reported: ReportedOutcome, now: number): Result {
  const next: NextState =
    reported.outcome === 'happened'
      ? { state: 'reconciled', nextAttemptAt: now, lastError: null }
      : { state: 'failed', nextAttemptAt: now, lastError: 'The service has taken it and could not make it.' };
  return { kind: 'decided', next, cause: `the service reported that it ${inWords[reported.outcome]}`, uncounted: true, reported };
}

const inWords = { happened: 'happened', came_to_nothing: 'came to nothing' } as const;

function givenUp(doubt: boolean, now: number, lastError: string | null): NextState {
  return doubt ? { state: 'unknown', nextAttemptAt: waitsForPerson, lastError } : { state: 'parked', nextAttemptAt: now, lastError };
}

function heldBack(hold: Hold, now: number): Result {
  const next: NextState = { state: hold.state, nextAttemptAt: hold.state === 'authorised' ? hold.until : now, lastError: hold.reason };
  return { kind: 'decided', next, cause: hold.cause, uncounted: true };
}

function stillUnknown(hold: Hold, now: number): Result {
  const lastError = `It may have happened, and is not sent again: ${hold.reason}`;
  const nextAttemptAt = hold.state === 'authorised' ? Math.max(hold.until, now + heldMs) : waitsForPerson;
  return { kind: 'decided', next: { state: 'unknown', nextAttemptAt, lastError }, cause: hold.cause, uncounted: true };
}

async function settle(env: Env, db: Database, claim: Claim, result: Result, batches?: Batches): Promise<CommandState | null> {
  const { command, event, now } = claim;
  const receiptId = newId('receipt', now);
  const outcome = result.kind === 'called' ? result.outcome : null;
  const confirmed = confirmedBy(result);
  const next =
    result.kind === 'called'
      ? afterCall(result.outcome, { attempts: command.attempts, doubt: result.doubt, now, random: Math.random() })
      : result.next;
  step(command, 'called');
  const report = needsPerson(next) ? await reportOf(env, command, event, next, now) : null;
  const happened = next.state === 'confirmed' || next.state === 'reconciled';
  // What this batch puts on its way is found even if its poke never leaves.
  if (report || (happened && command.kind === 'payments.refund')) await watchOutbox(env, command.eventId);
  const settled = await settleCommand(
    db,
    command,
    {
      next,
      cause: result.kind === 'called' ? `${result.outcome.status} (${receiptId})` : result.cause,
      uncounted: result.kind === 'decided' && result.uncounted,
      receipt: outcome && {
        id: receiptId,
        outcome: outcome.status,
        provider: result.kind === 'called' ? result.provider : '',
        providerRef: outcome.status === 'confirmed' ? outcome.providerRef : null,
        detail: outcome.status === 'confirmed' ? (outcome.detail ?? {}) : { reason: outcome.reason },
      },
      consequences: [...consequences(env, command, event, { state: next.state, ...confirmed }, now), ...(report?.statements ?? [])],
    },
    now,
    batches,
  );
  // Another consumer holds it by now, and says what becomes of it.
  if (!settled) return null;
  step(command, next.state);
  if (report) await showReport(env, command.eventId, report.activity);
  await pokeFollowers(env, db, command, next.state, report?.mailId ?? null);
  log(happened ? 'info' : 'warn', 'command', {
    command: command.id,
    kind: command.kind,
    state: next.state,
    attempts: command.attempts,
    organization: command.organizationId,
  });
  return next.state;
}

function confirmedBy(result: Result): { providerRef: string | null; pending: boolean } {
  if (result.kind === 'decided') return result.reported?.outcome === 'happened' ? result.reported : { providerRef: null, pending: false };
  const { outcome } = result;
  if (outcome.status !== 'confirmed') return { providerRef: null, pending: false };
  return { providerRef: outcome.providerRef, pending: outcome.detail?.state === 'pending' };
}

/** Commands that a settled one left behind. A lost poke costs seconds: they are swept. */
async function pokeFollowers(env: Env, db: Database, command: CommandRow, state: CommandState, mailId: string | null): Promise<void> {
  const followers = mailId ? [mailId] : [];
  if (command.kind === 'payments.refund' && (state === 'confirmed' || state === 'reconciled')) {
    const row = await db.query.outbox.findFirst({
      columns: { id: true },
      where: (outbox, { and, eq }) =>
        and(eq(outbox.organizationId, command.organizationId), eq(outbox.idempotencyKey, confirmationKey(command))),
    });
    if (row) followers.push(row.id);
  }
  if (followers.length > 0) await poke(env, command.organizationId, command.eventId, followers);
}

/** Keeps the claim while something slow is under way, so that a lease may be short and yet outlasts every call. */
async function whileHeld<T>(db: Database, command: CommandRow, work: () => Promise<T>): Promise<T> {
  const renewal = setInterval(() => void renewLease(db, command, Date.now()).catch(() => false), renewLeaseMs);
  try {
    return await work();
  } finally {
    clearInterval(renewal);
  }
}

/** One line for each step of an effect, for those who follow it closely. */
function step(command: CommandRow, name: string): void {
  log('debug', 'step', { command: command.id, kind: command.kind, step: name, attempt: command.attempts });
}
