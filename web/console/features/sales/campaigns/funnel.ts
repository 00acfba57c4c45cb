import type { CampaignMember } from '../../../../../worker/contract/sales/outreach';

export const funnelStages = ['found', 'qualified', 'proposed', 'contacted', 'replied', 'meeting'] as const;
export type FunnelStage = (typeof funnelStages)[number];

/** How far a company of a campaign came, whatever became of it then; counted as the campaign's report counts. Pure. */
export function reached({ state, stopReason, step, proposalId, score }: CampaignMember, minimumScore: number): FunnelStage {
  if (state === 'meeting' || stopReason === 'booking') return 'meeting';
  if (state === 'replied' || stopReason === 'reply') return 'replied';
  if (state === 'contacted' || state === 'done' || step > 0) return 'contacted';
  if (proposalId !== null) return 'proposed';
  return score !== null && score >= minimumScore ? 'qualified' : 'found';
}

/** The companies that came at least so far. Pure. */
export function membersIn(members: CampaignMember[], stage: FunnelStage, minimumScore: number): CampaignMember[] {
  const least = funnelStages.indexOf(stage);
  return members.filter((member) => funnelStages.indexOf(reached(member, minimumScore)) >= least);
}
