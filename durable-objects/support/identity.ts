import { and, eq, gt, isNull, lt, sql } from 'drizzle-orm';
import { activityOf } from '../../worker/agents/activity';
import type { Holder } from '../../worker/agents/define-tool';
import { supportAgent } from '../../worker/agents/support/agent';
import { composerFor } from '../../worker/compose';
import { hourMs, minuteMs } from '../../worker/core/instant';
import { type LimitSources, spentLimit } from '../../worker/core/limits/reservation';
import { budgetExhausted } from '../../worker/core/loop/journal';
import { activityInsert } from '../../worker/db/activities';
import { asBatch } from '../../worker/db/commit';
import type { Database } from '../../worker/db/database';
import { countAttempt } from '../../worker/db/records/attempts';
import { commandInsert } from '../../worker/db/records/outbox';
import { supportRecords } from '../../worker/db/records/support';
import { verificationCodes } from '../../worker/db/schema';
import { sealActivity } from '../../worker/db/sealed-activity';
import { mac, sameText } from '../../worker/digest';
import { configOf } from '../../worker/env';
import { reservationsAt, reserved, reserveStatements, spentAmong } from '../../worker/limits/reserve';
import type { Activity } from '../../worker/ports/commit';
import type { EventRecord } from '../../worker/ports/records';
import { poke, watchOutbox } from '../../worker/queues/poke';
import { newDigits, newId } from '../../worker/random';

export const codeMinutes = 10;
const codeAttempts = 5;
/** Codes that one order, one address or one connection may ask for in an hour. */
const askedPerHour = { order: 5, email: 5, connection: 10 };

interface Asking {
  env: Env;
  db: Database;
  event: EventRecord;
  conversationId: string;
  /** A stable, keyed name of the connection's address; never the address itself. */
  connection: string;
  locale: string | null;
  limits: LimitSources;
  now: number;
}

/**
 * Sends a one-time code to an address on file. Whoever asks gets the same reply whether or not the order exists;
 * attempts are limited per order, address and connection.
 */
export async function sendCode(asking: Asking, orderCode: string, email: string): Promise<{ status: 'accepted' | 'limited' }> {
  const { env, db, event, now } = asking;
  const address = email.trim().toLowerCase();
  const secret = configOf(env).AUTH_SECRET;
  const scopes: [string, number][] = [
    [`order:${event.eventId}:${orderCode.trim().toLowerCase()}`, askedPerHour.order],
    [`email:${event.eventId}:${await mac(secret, 'attempts', address)}`, askedPerHour.email],
    [`connection:${asking.connection}`, askedPerHour.connection],
  ];
  for (const [key, limit] of scopes) if ((await countAttempt(db, `code:${key}`, hourMs, now)).count > limit) return { status: 'limited' };

  const asked = reservationsAt([{ kind: 'mails', amount: 1 }], asking.limits, now);
  // Before the order is looked for: a spent limit must not tell whether there is one.
  const spent = await spentAmong({ db, organizationId: event.organizationId, now }, asked);
  if (spent) {
    await noteSpent(asking, spent);
    return { status: 'limited' };
  }

  const order = await supportRecords(db, event.organizationId, event.eventId).orderByCodeAndEmail(orderCode, address);
  if (!order) return { status: 'accepted' };
  const code = newDigits(6);
  const id = newId('challenge', now);
  const commandId = newId('command', now);
  const activity = await sealActivity(db, event.organizationId, codeSent(asking, newId('activity', now), order.orderId));
  const mail = composerFor(env).compose(
    { template: 'attendee_code', code, validMinutes: codeMinutes },
    { ...event, publicUrl: configOf(env).PUBLIC_URL, locale: asking.locale },
    address,
  );
  await watchOutbox(env, event.eventId);
  await db.batch(
    asBatch([
      db.insert(verificationCodes).values({
        id,
        organizationId: event.organizationId,
        eventId: event.eventId,
        conversationId: asking.conversationId,
        orderId: order.orderId,
        holderEmail: address,
        codeHash: await mac(secret, 'attendee-code', `${id}:${code}`),
        attempts: 0,
        expiresAt: now + codeMinutes * minuteMs,
        createdAt: now,
      }),
      activityInsert(db, event.organizationId, event.eventId, activity),
      ...commandInsert(
        db,
        {
          ...{ id: commandId, organizationId: event.organizationId, eventId: event.eventId, agent: 'support', now },
          activityId: activity.id,
          reservation: reserved(asked),
          command: { kind: 'mail.send', target: address, idempotencyKey: `code:${id}`, payload: { mail, purpose: 'service' } },
        },
        `conversation ${asking.conversationId}`,
      ),
      ...reserveStatements({ db, organizationId: event.organizationId, now }, asked),
    ]),
  );
  await poke(env, event.organizationId, event.eventId, [commandId]);
  return { status: 'accepted' };
}

/** Attendees are sent away until tomorrow: once a day the log says so, and why, to a person. */
async function noteSpent(asking: Asking, { reservation, limit }: NonNullable<Awaited<ReturnType<typeof spentAmong>>>): Promise<void> {
  const { db, event } = asking;
  const { text } = spentLimit(reservation, 'support', limit);
  const id = `act_${event.eventId.slice(4)}codes${reservation.period.replaceAll('-', '')}`;
  const activity: Activity = {
    ...codeSent(asking, id, ''),
    input: null,
    reasoning: 'An attendee asked for a code, and no mail is left of the day.',
    status: 'failed',
    errorMessage: text,
    requiredHumanReview: true,
    conversationId: null,
    verdict: 'refuse',
    rule: budgetExhausted,
  };
  const sealed = await sealActivity(db, event.organizationId, activity);
  await db.batch(asBatch([activityInsert(db, event.organizationId, event.eventId, sealed)]));
}

/** Sending a code is an effect like any other: the log says who asked where, and by which rule it went out. */
function codeSent({ conversationId, now }: Asking, id: string, orderId: string): Activity {
  return activityOf(supportAgent, {
    id,
    activityType: 'code_sent',
    input: { orderId },
    reasoning: 'An attendee named this order and an address on file; the code proves that the address is theirs.',
    createdAt: now,
    conversationId,
    verdict: 'allow',
    rule: 'code_to_address_on_file',
  });
}

/** Checks a typed code against the newest open one of the conversation. Each try counts before it is compared. */
export async function checkCode(
  asking: Asking,
  typed: string,
): Promise<{ status: 'verified'; holder: Holder } | { status: 'wrong' | 'expired' | 'limited' }> {
  const { env, db, event, conversationId, now } = asking;
  if ((await countAttempt(db, `try:connection:${asking.connection}`, hourMs, now)).count > 30) return { status: 'limited' };
  const open = and(
    eq(verificationCodes.organizationId, event.organizationId),
    eq(verificationCodes.conversationId, conversationId),
    isNull(verificationCodes.usedAt),
    gt(verificationCodes.expiresAt, now),
    lt(verificationCodes.attempts, codeAttempts),
  );
  const [candidate] = await db
    .update(verificationCodes)
    .set({ attempts: sql`${verificationCodes.attempts} + 1` })
    .where(
      and(
        eq(verificationCodes.organizationId, event.organizationId),
        eq(verificationCodes.id, sql`(SELECT id FROM ${verificationCodes} WHERE ${open} ORDER BY created_at DESC, id DESC LIMIT 1)`),
      ),
    )
    .returning();
  if (!candidate) return { status: 'expired' };
  const expected = await mac(configOf(env).AUTH_SECRET, 'attendee-code', `${candidate.id}:${typed.replace(/\D/g, '')}`);
  if (!sameText(expected, candidate.codeHash)) return { status: 'wrong' };
  const [used] = await db
    .update(verificationCodes)
    .set({ usedAt: now })
    .where(
      and(
        eq(verificationCodes.organizationId, event.organizationId),
        eq(verificationCodes.id, candidate.id),
        isNull(verificationCodes.usedAt),
      ),
    )
    .returning({ id: verificationCodes.id });
  return used ? { status: 'verified', holder: { orderId: candidate.orderId, email: candidate.holderEmail } } : { status: 'expired' };
}
