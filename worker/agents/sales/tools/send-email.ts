import { z } from 'zod';
import { instantOf } from '../../../core/instant';
import { toMinor } from '../../../core/money';
import { both } from '../../../core/policy/rule';
import { dealRules, mailRules, reachRules, sequenceRules } from '../../../core/policy/rules/sales';
import { proposalRules } from '../../../core/policy/rules/sales-records';
import { redFlagsIn } from '../../../core/sales/red-flags';
import { followUpAngles, type StopReason } from '../../../core/sales-stages';
import type { MemberStanding } from '../../../ports/sales';
import { Done, defineTool, type ToolContext } from '../../define-tool';
import { salesOf } from '../access';
import { type Draft, draftAnswer, draftOf, draftOutreach, draftRecords, holdingAnswer, replySubject, textOf } from '../domain/draft';
import { offerOf } from '../domain/offer';
import { reachOf, reachSources, who } from '../domain/reach';
import { lintOutreach, renderOutreach } from '../domain/render';
import { threadHeaders } from '../domain/thread-headers';

const defaultDealLimit = 50_000;

export const sendEmail = defineTool({
  name: 'send_email',
  description:
    'Write to a contact of a company: the next mail of a campaign or a proposal by itself (words from records, by angle), or an answer to a message of theirs. Addresses, prices and links come from records; opens, clicks and answers are kept with it.',
  effect: 'outbound',
  activity: 'email_sent',
  activityFor: ({ step }) => ((step ?? 0) > 0 ? 'follow_up_sent' : 'email_sent'),
  provenance: 'record',
  input: z.strictObject({
    companyId: z.string().max(60).describe('The company that it is about'),
    contactId: z.string().max(60).describe('Somebody who works there, from the records'),
    memberId: z.string().max(60).nullish().describe('Of the campaign that it belongs to, if it does'),
    step: z.number().int().min(0).max(9).nullish().describe('Of a campaign: 0 for the first mail, then the follow-ups'),
    angle: z.enum(followUpAngles).nullish().describe('How it argues; first for the first mail'),
    proposalId: z.string().max(60).nullish().describe('The proposal that it brings; left out, that of the campaign'),
    inReplyTo: z.string().max(60).nullish().describe('The message of theirs that it answers, if it does'),
    subject: z.string().trim().max(200).nullish().describe('Left out, put together from records'),
    body: z.string().trim().max(10_000).nullish().describe('Left out, put together from records; paragraphs apart by an empty line'),
  }),
  output: z.object({ status: z.enum(['queued', 'already_sent']), salesMessageId: z.string(), contactId: z.string(), subject: z.string() }),
  async facts(input, context) {
    const sales = salesOf(context);
    const { records } = sales;
    const standing = input.memberId ? await sales.member(input.memberId) : null;
    const known = standing?.mails.find(({ step }) => step === input.step);
    if (known) return new Done({ status: 'already_sent' as const, salesMessageId: '', contactId: input.contactId, subject: '' });
    const [message, deal, settings, thread, packages] = await Promise.all([
      input.inReplyTo ? records.message(input.inReplyTo) : null,
      records.dealOf(input.companyId),
      records.settings(),
      records.messagesOf(input.companyId),
      records.packages(),
    ]);
    const answers = message?.companyId === input.companyId && message.direction === 'in' ? message : null;
    const reached = await reachOf(context, {
      companyId: input.companyId,
      contactId: input.contactId,
      campaignId: standing?.campaignId ?? null,
      by: standing?.createdBy ?? null,
      isAnswer: answers !== null,
    });
    const { company, contact } = reached;
    const proposalId = input.proposalId ?? standing?.proposalId ?? null;
    const named = proposalId ? await records.proposal(proposalId) : null;
    const proposal = named && named.companyId === input.companyId && named.state !== 'withdrawn' ? named : null;
    const link = proposal ? `${context.letterhead.publicUrl}/p/${proposal.token}` : '';
    const sent = thread.filter(
      ({ direction, memberId, angle }) => direction === 'out' && (standing ? memberId === standing.memberId : angle !== null),
    );
    const about = company ? await draftRecords(sales, company) : null;
    const composed = await compose();
    async function compose(): Promise<Draft | { problem: string }> {
      if (!about || !contact) return { problem: 'There is no such contact.' };
      if (answers) {
        const packageId = deal?.packageId ?? proposal?.packageId ?? null;
        const passages = await sales.passages(answers.text);
        return draftAnswer({ records: about, contact, packageId, message: answers, passages, now: context.now }) ?? noAnswer;
      }
      if (!proposal) return { problem: 'There is no proposal to send. Write one first.' };
      return draftOutreach({ records: about, contact, proposal, link, sent, now: context.now }, input.angle ?? 'first');
    }
    const isComposed = !('problem' in composed);
    const subject = input.subject || (isComposed ? composed.subject : answers ? replySubject(answers.subject) : '');
    const isOwnText = Boolean(input.body) && (!isComposed || input.body !== textOf(composed) || subject !== composed.subject);
    const put = answers && contact ? holdingAnswer(answers, contact) : null;
    const draft = isOwnText && input.body ? draftOf(subject, input.body, isComposed ? composed : put) : isComposed ? composed : put;
    const offer = offerOf(proposal, packages, context);
    const lints =
      draft && about && contact
        ? await lintOutreach(context, {
            ...{ draft, contact, settings: settings.outreach, link, records: about },
            aiAssisted: !(isOwnText && context.requestedBy),
            otherNames: await sales.otherCompanies(about.company.id),
          })
        : [];
    return {
      ...{ standing, answers, deal, settings, reached, proposal, link, sent, draft, offer, lints },
      obstacle: draft ? null : 'problem' in composed ? composed.problem : null,
      hasAnswer: isComposed,
      isOwnText,
      latest: answers ?? sent.at(-1) ?? null,
    };
  },
  rules: both(both(reachRules, sequenceRules), both(both(mailRules, dealRules), proposalRules)),
  policy({ input, facts, context }) {
    const { standing, answers, deal, offer, draft } = facts;
    // What a member of the organization writes and sends is theirs to say.
    const byPerson = Boolean(context.requestedBy) && facts.isOwnText;
    const flags = answers && !byPerson ? redFlagsIn(answers.text) : { legal: false, otherPrice: false, ethics: false };
    const currency = context.event.currency;
    return {
      ...facts.reached.reach,
      campaignState: standing?.campaignState ?? null,
      score: deal?.score ?? null,
      minimumScore: standing && !answers ? standing.minimumScore : null,
      ended: answers ? null : endOf(facts, context),
      followUps: standing && !answers ? (input.step ?? standing.mails.length) : 0,
      angleUsed: standing !== null && !answers && standing.mails.some(({ angle }) => angle === (input.angle ?? 'first')),
      postalAddress: facts.settings.outreach.postalAddress,
      lints: facts.lints,
      freeText: facts.isOwnText && !byPerson,
      packageLeft: answers !== null || offer.left,
      obstacle: draft ? null : facts.obstacle,
      value: deal && deal.amount.minor > 0 ? deal.amount : offer.listed,
      limit: { minor: context.policy.limits.dealMinor ?? toMinor(defaultDealLimit, currency), currency },
      offered: offer.offered,
      listed: offer.listed,
      asksOtherPrice: flags.otherPrice,
      unanswered: answers !== null && !byPerson && !facts.hasAnswer && !facts.isOwnText,
      legal: flags.legal || (!byPerson && answers?.class === 'hostile_legal'),
      redFlag: flags.ethics || (!byPerson && answers?.class === 'complaint'),
    };
  },
  controls: { companyId: 'object', contactId: 'recipient', memberId: 'object', step: 'object', proposalId: 'object', inReplyTo: 'object' },
  sources: ({ facts, context }) => {
    const { standing, proposal, answers, reached, deal } = facts;
    const thread = deal?.id ?? reached.contact?.id ?? '';
    const own = standing && standing.companyId === reached.company?.id ? [standing.memberId, standing.mails.length] : [];
    const ids = [...own, proposal?.id, answers?.id];
    return reachSources(reached, salesOf(context).mail.replyTo(thread), ids);
  },
  idempotencyKey: ({ input, facts }) => keyOf(input, facts),
  preview: ({ input, facts }) => ({
    title: facts.answers ? 'Answer a sponsor' : (input.step ?? 0) > 0 ? `Follow-up ${input.step} to a sponsor` : 'Mail to a sponsor',
    lines: [
      ['Company', facts.reached.company?.name ?? input.companyId],
      ['To', who(facts.reached.contact, input.contactId)],
      ['Subject', facts.draft?.subject ?? input.subject ?? ''],
      ['Argues with', facts.answers ? 'an answer' : (input.angle ?? 'first').replaceAll('_', ' ')],
      ['Proposal', facts.proposal ? `${facts.proposal.content.title} (version ${facts.proposal.version})` : (input.proposalId ?? 'none')],
      ['Answers', facts.answers?.subject ?? input.inReplyTo ?? 'nothing'],
      ['Text', facts.draft ? textOf(facts.draft).slice(0, 4000) : (input.body ?? '')],
      ['Campaign', input.memberId ?? 'none'],
      ['Step', String(input.step ?? 'none')],
    ],
  }),
  risk: () => ({ amount: 0, reach: 1, reversible: false, trusted: true }),
  bound: ({ reached, deal, proposal, offer, standing, lints }) => ({
    address: reached.contact?.email,
    stopped: reached.reach.stopped,
    owner: reached.reach.ownedBy,
    dealStage: deal?.stage,
    proposalVersion: proposal?.version,
    price: offer.listed.minor,
    left: offer.left,
    mailsSoFar: standing?.mails.length ?? 0,
    lints: lints.length,
  }),
  editable: [
    { field: 'subject', label: 'Subject', kind: 'text' },
    { field: 'body', label: 'Text', kind: 'multiline' },
  ],
  evidence: ({ facts }) => [
    ...(facts.answers ? [{ label: 'They wrote', text: facts.answers.text.slice(0, 1000) }] : []),
    ...(facts.draft?.citations ?? []).map(({ label, quote }) => ({ label, text: quote.slice(0, 500) })),
  ],
  async execute({ input, facts, context }) {
    const { reached, draft, proposal, deal, standing, latest, settings, link, answers } = facts;
    const { company, contact } = reached;
    if (!company || !contact || !draft) throw new Error('send_email ran without a mail');
    const { mail: paths } = salesOf(context);
    const salesMessageId = context.newId('salesMessage');
    const messageId = paths.messageId(salesMessageId);
    const inReplyTo = latest?.messageId ?? '';
    const rendered = await renderOutreach(context, {
      ...{ draft, contact, settings: settings.outreach, link, salesMessageId },
      aiAssisted: !(facts.isOwnText && context.requestedBy),
    });
    const mail = {
      ...rendered,
      replyTo: paths.replyTo(deal?.id ?? contact.id),
      headers: { ...rendered.headers, ...threadHeaders(messageId, inReplyTo) },
    };
    const commandKey = keyOf(input, facts);
    const inCampaign = standing !== null && !answers;
    return {
      output: { status: 'queued' as const, salesMessageId, contactId: contact.id, subject: draft.subject },
      changes: [
        {
          change: 'sales_mail_queued' as const,
          ...{ salesMessageId, commandKey, companyId: company.id, contactId: contact.id, dealId: deal?.id ?? null },
          memberId: inCampaign ? standing.memberId : null,
          proposalId: answers ? null : (proposal?.id ?? null),
          step: inCampaign ? (input.step ?? standing.mails.length) : null,
          angle: answers ? null : (input.angle ?? 'first'),
          ...{ messageId, inReplyTo, subject: draft.subject, text: textOf(draft) },
        },
      ],
      commands: [
        {
          kind: 'mail.send' as const,
          target: contact.email,
          idempotencyKey: commandKey,
          payload: { mail, purpose: answers ? ('service' as const) : ('outreach' as const) },
        },
      ],
    };
  },
  forModel: ({ status, subject }) => ({ status, subject }),
  forLog: ({ status, salesMessageId, contactId }) => ({ status, salesMessageId, contactId }),
});

const noAnswer = { problem: 'The records hold no answer to this message.' };

interface KeyFacts {
  standing: MemberStanding | null;
  answers: { id: string } | null;
  proposal: { id: string; version: number } | null;
}

/** From facts alone: a step of a campaign, an answer, a version of a proposal go out once. */
function keyOf(
  input: { companyId: string; step?: number | null; angle?: string | null },
  { standing, answers, proposal }: KeyFacts,
): string {
  if (answers) return `answer:${answers.id}`;
  if (standing) return `outreach:${standing.campaignId}:${input.companyId}:${input.step ?? standing.mails.length}`;
  return `outreach:proposal:${proposal?.id ?? input.companyId}:${proposal?.version ?? 0}:${input.angle ?? 'first'}`;
}

/** Why nothing more goes out by itself, as the records have it now. */
function endOf(
  { standing, deal }: { standing: MemberStanding | null; deal: { stage: string } | null },
  { event, now }: ToolContext,
): StopReason | null {
  if (event.state === 'cancelled' || now >= instantOf(event.startsAt, event.timeZone)) return 'event_past';
  if (deal?.stage === 'signed') return 'signed';
  if (!standing) return null;
  if (standing.state === 'replied') return 'reply';
  if (standing.state === 'meeting') return 'booking';
  return standing.state === 'stopped' ? (standing.stopReason ?? 'held_by_person') : null;
}
