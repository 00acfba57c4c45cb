import { z } from 'zod';
import { dayMs, instantOf, localDate, localDateTime, minuteMs } from '../../../core/instant';
import { both } from '../../../core/policy/rule';
import { reachRules } from '../../../core/policy/rules/sales';
import { meetingRules } from '../../../core/policy/rules/sales-meetings';
import { isBookable } from '../../../core/sales/slots/free-slots';
import { defineTool, type ToolContext } from '../../define-tool';
import { salesOf } from '../access';
import { meetingMails, meetingUid } from '../domain/meeting-mails';
import { reachOf, reachSources, who } from '../domain/reach';
import { threadHeaders } from '../domain/thread-headers';

/** Whose calendar: the event's own. */
const host = '';

export const scheduleMeeting = defineTool({
  name: 'schedule_meeting',
  description:
    'Offer a contact a meeting: by mail with a scheduling page on which they choose a free time, or, where a person of the organization names a time that is free, booked at once with an invitation for their calendar.',
  effect: 'outbound',
  activity: 'meeting_scheduled',
  provenance: 'record',
  input: z.strictObject({
    companyId: z.string().max(60).describe('The company that the meeting is about'),
    contactId: z.string().max(60).describe('Somebody who works there, from the records'),
    minutes: z.number().int().min(15).max(120).nullish().describe('How long; 30 when left out'),
    startsAt: z.number().int().min(0).max(8.64e15).nullish().describe('Only a time that an organizer named, in milliseconds since 1970'),
    inReplyTo: z.string().max(60).nullish().describe('The message of theirs that it answers, if it does'),
    memberId: z.string().max(60).nullish().describe('Of the campaign that asks, if one does'),
  }),
  output: z.object({ status: z.enum(['offered', 'booked']), meetingId: z.string(), contactId: z.string() }),
  async facts(input, context) {
    const { records, member } = salesOf(context);
    const startsAt = input.startsAt ?? null;
    const endsAt = startsAt === null ? null : startsAt + (input.minutes ?? 30) * minuteMs;
    const [standing, deal, settings, message, latest] = await Promise.all([
      input.memberId ? member(input.memberId) : null,
      records.dealOf(input.companyId),
      records.settings(),
      input.inReplyTo ? records.message(input.inReplyTo) : null,
      records.messagesOf(input.companyId),
    ]);
    const answers = message?.companyId === input.companyId && message.direction === 'in' ? message : null;
    const reached = await reachOf(context, {
      companyId: input.companyId,
      contactId: input.contactId,
      campaignId: standing?.campaignId ?? null,
      by: standing?.createdBy ?? null,
      isAnswer: answers !== null,
    });
    const busy = startsAt === null || endsAt === null ? [] : await records.busy(host, startsAt - dayMs, endsAt + dayMs);
    const isFree = startsAt === null || endsAt === null || isBookable(settings.availability, busy, { startsAt, endsAt }, context.now);
    const memberId = standing?.companyId === input.companyId ? standing.memberId : null;
    return {
      memberId,
      reached,
      deal,
      settings,
      answers,
      startsAt,
      endsAt,
      isFree,
      thread: answers ?? latest.findLast(({ direction }) => direction === 'out') ?? null,
    };
  },
  rules: both(reachRules, meetingRules),
  policy: ({ facts, context }) => ({
    ...facts.reached.reach,
    wished: facts.startsAt === null ? null : localDateTime(facts.startsAt, facts.settings.availability.timeZone),
    isFree: facts.isFree,
    eventPast: context.event.state === 'cancelled' || context.now >= instantOf(context.event.startsAt, context.event.timeZone),
    alreadyBooked: facts.deal?.stage === 'meeting' && facts.startsAt === null,
  }),
  controls: { companyId: 'object', contactId: 'recipient', memberId: 'object', minutes: 'time', startsAt: 'time', inReplyTo: 'object' },
  sources: ({ facts, context }) => [
    ...reachSources(facts.reached, salesOf(context).mail.replyTo(facts.deal?.id ?? facts.reached.contact?.id ?? ''), [
      facts.answers?.id,
      facts.memberId,
    ]),
    { provenance: 'policy' as const, from: 'the usual lengths of a meeting', value: [15, 20, 30, 45, 60] },
    { provenance: 'organizer' as const, from: "the event's contact address", value: [context.event.contactEmail] },
    ...(context.requestedBy ? [{ provenance: 'organizer' as const, from: 'who asked for it', value: [facts.startsAt] }] : []),
  ],
  // Once for an answer; of its own accord once a day and time.
  idempotencyKey: ({ input, facts, context }) => keyOf(input.contactId, facts, context),
  preview: ({ input, facts }) => ({
    title: facts.startsAt === null ? 'Offer a meeting' : 'Book a meeting',
    lines: [
      ['Company', facts.reached.company?.name ?? input.companyId],
      ['With', who(facts.reached.contact, input.contactId)],
      ['Length', `${input.minutes ?? 30} minutes`],
      ['When', facts.startsAt === null ? 'they choose' : localDateTime(facts.startsAt, facts.settings.availability.timeZone)],
      ['Answers', facts.answers ? facts.answers.subject : 'nothing'],
    ],
  }),
  risk: () => ({ amount: 0, reach: 1, reversible: true, trusted: true }),
  bound: ({ reached, isFree, settings }) => ({
    address: reached.contact?.email,
    stopped: reached.reach.stopped,
    isFree,
    location: settings.availability.location,
  }),
  editable: [{ field: 'minutes', label: 'Minutes', kind: 'number' }],
  evidence: ({ facts }) => (facts.answers ? [{ label: 'They wrote', text: facts.answers.text.slice(0, 500) }] : []),
  async execute({ input, facts, context }) {
    const { reached, settings, deal, startsAt, endsAt, answers, thread } = facts;
    const { company, contact } = reached;
    if (!company || !contact) throw new Error('schedule_meeting ran without a contact');
    const { mail: paths, newToken } = salesOf(context);
    const { event, letterhead, composer, now } = context;
    const { availability } = settings;
    const meetingId = context.newId('meeting');
    const salesMessageId = context.newId('salesMessage');
    const token = newToken();
    const title = `${event.name}: ${company.name}`;
    const uid = meetingUid(letterhead.publicUrl, meetingId);
    const kind = startsAt === null ? ('offered' as const) : ('booked' as const);
    const minutes = input.minutes ?? 30;
    const { location } = availability;
    const [toGuest, ...toOrganizer] = meetingMails({
      ...{ kind, letterhead, composer, now },
      meeting: {
        ...{ id: meetingId, uid, sequence: 0, title, startsAt, minutes, location, token },
        guest: { name: contact.name, email: contact.email, timeZone: contact.timeZone ?? availability.timeZone, locale: contact.locale },
      },
    });
    if (!toGuest) throw new Error('a meeting without a mail to its guest');
    const composed = toGuest.payload.mail;
    const inReplyTo = thread?.messageId ?? '';
    const messageId = paths.messageId(salesMessageId);
    const mail = {
      ...composed,
      replyTo: paths.replyTo(deal?.id ?? contact.id),
      headers: { ...composed.headers, ...(await paths.optOut(contact.email)), ...threadHeaders(messageId, inReplyTo) },
    };
    const commandKey = keyOf(contact.id, facts, context);
    return {
      output: { status: kind, meetingId, contactId: contact.id },
      changes: [
        {
          change: 'meeting_set' as const,
          ...{ meetingId, version: null, companyId: company.id, dealId: deal?.id ?? null, contactId: contact.id, title, host },
          ...{ guestName: contact.name, guestEmail: contact.email, guestTimeZone: contact.timeZone },
          ...{ state: kind, startsAt, endsAt, minutes, location, uid, sequence: 0, token },
          ...{ provider: 'built_in' as const, providerRef: null },
          buffers: { beforeMs: availability.bufferBeforeMinutes * minuteMs, afterMs: availability.bufferAfterMinutes * minuteMs },
        },
        {
          change: 'sales_mail_queued' as const,
          ...{ salesMessageId, commandKey, companyId: company.id, contactId: contact.id, dealId: deal?.id ?? null },
          ...{ memberId: null, proposalId: null, step: null, angle: null, messageId, inReplyTo, subject: mail.subject, text: mail.text },
        },
      ],
      commands: [
        {
          kind: 'mail.send' as const,
          target: contact.email,
          idempotencyKey: commandKey,
          // An answer to somebody, or an invitation to what was agreed, is not held back like what nobody asked for.
          payload: { mail, purpose: answers || startsAt !== null ? ('service' as const) : ('outreach' as const) },
        },
        ...toOrganizer,
      ],
    };
  },
});

function keyOf(
  contactId: string,
  { answers, startsAt }: { answers: { id: string } | null; startsAt: number | null },
  { now, event }: ToolContext,
) {
  const occasion = answers ? answers.id : localDate(now, event.timeZone);
  return startsAt === null ? `meeting:${contactId}:${occasion}` : `meeting:${contactId}:${occasion}:${startsAt}`;
}
