import type { CampaignMember } from '../../../../../worker/contract/sales/outreach';

export const funnelStages = ['found', 'qualified', 'proposed', 'contacted', 'replied', 'meeting'] as const;
export type FunnelStage = (typeof funnelStages)[number];

/** How far a company of a campaign came. One that was stopped came as far as it was when that happened. Pure. */
export function reached(member: CampaignMember): FunnelStage {
  switch (member.state) {
    case 'done':
      return 'contacted';
    case 'stopped':
      return reachedBeforeStop(member);
    default:
      return member.state;
  }
}

function reachedBeforeStop({ stopReason, step, proposalId, score }: CampaignMember): FunnelStage {
  if (stopReason === 'booking') return 'meeting';
  if (stopReason === 'reply') return 'replied';
  if (step > 0) return 'contacted';
  if (proposalId !== null) return 'proposed';
  return stopReason === 'score_below_minimum' || score === null ? 'found' : 'qualified';
}

/** The companies that came at least so far. Pure. */
export function membersIn(members: CampaignMember[], stage: FunnelStage): CampaignMember[] {
  const least = funnelStages.indexOf(stage);
  return members.filter((member) => funnelStages.indexOf(reached(member)) >= least);
}
