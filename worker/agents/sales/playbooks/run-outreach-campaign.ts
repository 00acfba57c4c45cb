import { z } from 'zod';
import type { Move, PlannedMember } from '../../../core/sales/plan';
import type { CampaignSettings } from '../../../core/sales/types';
import type { CampaignState, MemberState } from '../../../core/sales-stages';
import type { ToolContext } from '../../define-tool';
import { salesOf } from '../access';
import { draftOutreach, draftRecords, textOf } from '../domain/draft';

interface Campaign {
  id: string;
  name: string;
  state: CampaignState;
  settings: CampaignSettings;
}

export interface CampaignCall {
  name: string;
  args: Record<string, unknown>;
  reasoning: string;
  /** Of the call within its company's part of the campaign; the same move has the same place. */
  place: string;
  /** What its success means for the company's row. */
  change(output: Record<string, unknown>): { state?: MemberState; score?: number; dealId?: string; proposalId?: string };
}

type CallMove = Extract<Move, { memberId: string; companyId: string }>;

const Found = z.object({ prospects: z.array(z.object({ companyId: z.string() })) });
const Qualified = z.object({ score: z.number(), dealId: z.string() });
const People = z.object({ people: z.array(z.object({ hasAddress: z.boolean() })) });
const Proposed = z.object({ proposalId: z.string() });

/**
 * The outreach campaign of the specification. For a language model it is a task in words; for the product it is a plan over
 * records (`core/sales/plan.ts`) whose moves are calls of tools, made here.
 */
export const runOutreachCampaign = {
  name: 'run_outreach_campaign',

  task: (eventName: string, { prospects, best, minimumScore, followUpDays, watchDays }: CampaignSettings): string =>
    `Run a complete sponsor outreach campaign for ${eventName}.

1. Search for ${prospects} potential sponsors that fit the event.
2. Qualify each one; take the best ${best} with a score of ${minimumScore} or more.
3. Write each of them a proposal.
4. Send the first mails with the proposals.
5. Watch what they do for ${watchDays} days.
6. Follow up with those who did not answer on day ${followUpDays.join(', ')}, each time with another angle.
7. Schedule meetings with those who are interested.
8. Keep the records true with everything that happened.

Report: prospects found, proposals sent, response rate, meetings scheduled, and what needs a person.`,

  search: ({ settings, name }: Campaign): Pick<CampaignCall, 'name' | 'args' | 'reasoning'> => ({
    name: 'search_sponsors',
    args: { limit: Math.min(200, settings.prospects + settings.exclude.length) },
    reasoning: `${name}: looks for ${settings.prospects} companies.`,
  }),

  /** Whom a search found for a campaign: those that are named in it first. */
  foundBy(output: unknown, { include, exclude, prospects }: CampaignSettings): string[] {
    const found = Found.safeParse(output).data?.prospects.map(({ companyId }) => companyId) ?? [];
    return [...new Set([...include, ...found])].filter((id) => !exclude.includes(id)).slice(0, Math.max(prospects, include.length));
  },

  /** Whether a search for people found anybody who has an address. */
  foundSomebody: (output: unknown): boolean => People.safeParse(output).data?.people.some(({ hasAddress }) => hasAddress) ?? false,

  async call(campaign: Campaign, member: PlannedMember, move: CallMove, context: ToolContext): Promise<CampaignCall> {
    const { companyId, memberId } = move;
    switch (move.move) {
      case 'qualify':
        return {
          ...{ name: 'qualify_lead', args: { companyId, memberId }, place: 'q' },
          reasoning: `${campaign.name}: scores ${member.companyName}.`,
          change(output) {
            const { score, dealId } = Qualified.parse(output);
            return { score, dealId };
          },
        };
      case 'find_contact':
        return {
          ...{ name: 'search_linkedin', args: { companyId, memberId }, place: 'c' },
          reasoning: `${campaign.name}: nobody at ${member.companyName} has an address yet.`,
          change: () => ({}),
        };
      case 'propose':
        return {
          ...{ name: 'generate_proposal', args: { companyId, contactId: member.contactId, memberId }, place: 'p' },
          reasoning: `${campaign.name}: ${member.companyName} reached ${member.score}.`,
          change: (output) => ({ state: 'proposed', proposalId: Proposed.parse(output).proposalId }),
        };
      case 'write':
        return {
          name: 'send_email',
          args: {
            ...{
              companyId,
              memberId,
              contactId: member.contactId ?? '',
              step: move.step,
              angle: move.angle,
              proposalId: member.proposalId,
            },
            ...(await drafted(member, move, context)),
          },
          place: `m${move.step}`,
          reasoning: `${campaign.name}: ${move.step === 0 ? 'first mail' : `follow-up ${move.step} (${move.angle.replaceAll('_', ' ')})`} to ${member.companyName}.`,
          change: () => ({ state: 'contacted' }),
        };
    }
  },
};

/** The words of a mail as they stand in the proposal that a person may edit. */
async function drafted(member: PlannedMember, move: Extract<Move, { move: 'write' }>, context: ToolContext) {
  const sales = salesOf(context);
  const [company, contact, proposal, thread] = await Promise.all([
    sales.records.company(member.companyId),
    member.contactId ? sales.records.contact(member.contactId) : null,
    member.proposalId ? sales.records.proposal(member.proposalId) : null,
    sales.records.messagesOf(member.companyId),
  ]);
  if (!company || !contact || !proposal) return {};
  const draft = draftOutreach(
    {
      records: await draftRecords(sales, company),
      ...{ contact, proposal, link: `${context.letterhead.publicUrl}/p/${proposal.token}`, now: context.now },
      sent: thread.filter(({ direction, memberId }) => direction === 'out' && memberId === member.id),
    },
    move.angle,
  );
  return 'problem' in draft ? {} : { subject: draft.subject, body: textOf(draft) };
}
