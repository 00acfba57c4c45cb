import { and, eq, inArray, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { Reply } from '../core/replies/read-reply';
import { type Route, routeReply } from '../core/sales/routing';
import { databaseOf } from '../db/database';
import { eventById } from '../db/records/events';
import { activeMembersOfCompany, type MemberChange, memberChange } from '../db/records/outreach/campaigns';
import { crmNotes, deals, engagements, salesMessages } from '../db/schema';
import { newId } from '../random';
import type { SponsorThread } from './sponsor-thread';

export interface SponsorReply {
  salesMessageId: string;
  route: Route;
  /** What keeps it and makes it hold, for the batch that takes the mail in. */
  statements: BatchItem<'sqlite'>[];
}

/** What an answer of a sponsor means for the records: the thread, the sequence, the deal, what a person has to do. */
export async function sponsorReply(
  env: Env,
  thread: SponsorThread,
  mail: { inboundId: string; subject: string; messageId: string },
  reply: Reply,
): Promise<SponsorReply> {
  const { organizationId, eventId, companyId, contactId, dealId, at } = thread;
  const db = databaseOf(env, organizationId);
  const event = await eventById(db, organizationId, eventId);
  const route = routeReply(reply, { now: at, timeZone: event?.timeZone ?? 'UTC' });
  const members = await activeMembersOfCompany(db, { organizationId, eventId }, companyId);
  const salesMessageId = `sms_${mail.inboundId.slice(4)}`;
  const { class: found, confidence, reason, visibleText, ...read } = reply;
  const isOver = route.act === null && route.task === null;
  const occurred = found === 'bounce' ? 'bounced' : found === 'complaint' ? 'complained' : found === 'auto_reply' ? null : 'replied';
  const statements: BatchItem<'sqlite'>[] = [
    db.insert(salesMessages).values({
      ...{ id: salesMessageId, organizationId, eventId, companyId, contactId, dealId, memberId: thread.memberId },
      ...{ direction: 'in' as const, inboundId: mail.inboundId, messageId: mail.messageId, inReplyTo: thread.messageId },
      ...{ subject: mail.subject.slice(0, 998), text: visibleText.slice(0, 20_000), class: found, confidence, classReason: reason },
      ...{ found: { ...read, ...(route.act ? { act: route.act } : {}) }, at },
      ...(isOver ? { handledAt: at, handledBy: 'sales' } : {}),
    }),
    ...(occurred
      ? [
          db
            .insert(engagements)
            .values({
              ...{ id: newId('engagement', at), organizationId, eventId, companyId, contactId, kind: occurred, machine: false },
              ...{ detail: found, ref: `inbound:${mail.inboundId}`, at },
            })
            .onConflictDoNothing(),
        ]
      : []),
    ...members.flatMap(({ memberId, contactId: written, settings }) => {
      const isTheirs = route.wholeCompany || settings.stopWholeCompany || written === contactId || memberId === thread.memberId;
      const change = isTheirs ? changeBy(route) : null;
      return change ? [memberChange(db, { organizationId }, memberId, change, at)] : [];
    }),
    ...(dealId && route.stage ? [dealMoved(env, thread, dealId, route)] : []),
    ...(route.task
      ? [
          db.insert(crmNotes).values({
            ...{ id: newId('note', at), organizationId, companyId, dealId, kind: 'task' as const, text: route.task },
            ...{ author: 'sales', dueAt: route.at ?? at, createdAt: at },
          }),
        ]
      : []),
  ];
  return { salesMessageId, route, statements };
}

function changeBy({ ends, at }: Route): MemberChange | null {
  if (ends === 'reply') return { state: 'replied', stopReason: 'reply', nextAt: null, approvalId: null };
  if (ends) return { state: 'stopped', stopReason: ends, nextAt: null, approvalId: null };
  return at === null ? null : { nextAt: at };
}

/** A deal only goes forward by an answer, and what has ended stays. */
function dealMoved(env: Env, { organizationId, at }: SponsorThread, dealId: string, { stage, lostReason }: Route): BatchItem<'sqlite'> {
  const db = databaseOf(env, organizationId);
  const from =
    stage === 'lost' ? (['prospect', 'qualified', 'contacted', 'engaged'] as const) : (['prospect', 'qualified', 'contacted'] as const);
  return db
    .update(deals)
    .set({ stage: stage ?? 'engaged', lostReason, stageAt: at, updatedAt: at, version: sql`${deals.version} + 1` })
    .where(and(eq(deals.organizationId, organizationId), eq(deals.id, dealId), inArray(deals.stage, [...from])));
}
