/** Words of the sales pipeline that tables, contract and core share. */

/** Stages of a deal, in the order of the pipeline; the last two end it. */
export const dealStages = ['prospect', 'qualified', 'contacted', 'engaged', 'meeting', 'negotiation', 'signed', 'lost'] as const;
export type DealStage = (typeof dealStages)[number];
export const openStages = ['prospect', 'qualified', 'contacted', 'engaged', 'meeting', 'negotiation'] as const satisfies DealStage[];

/** What an answer to outreach is. */
export const replyClasses = [
  'interested',
  'meeting',
  'question',
  'pricing',
  'objection',
  'wrong_person',
  'later',
  'not_interested',
  'unsubscribe',
  'auto_reply',
  'bounce',
  'complaint',
  'hostile_legal',
  'other',
] as const;
export type ReplyClass = (typeof replyClasses)[number];

/** What can happen to a mail or proposal after it left. */
export const engagementKinds = ['delivered', 'opened', 'clicked', 'replied', 'bounced', 'complained', 'visited', 'downloaded'] as const;
export type EngagementKind = (typeof engagementKinds)[number];

export const campaignStates = ['draft', 'running', 'paused', 'done', 'cancelled'] as const;
export type CampaignState = (typeof campaignStates)[number];

/** Where a company of a campaign stands. `stopped` has a reason; `done` went through all its steps. */
export const memberStates = ['found', 'qualified', 'proposed', 'contacted', 'replied', 'meeting', 'stopped', 'done'] as const;
export type MemberState = (typeof memberStates)[number];

/** Why nothing more goes to a company of a campaign. */
export const stopReasons = [
  'score_below_minimum',
  'no_contact',
  'exclusivity',
  'reply',
  'bounce',
  'complaint',
  'opt_out',
  'booking',
  'signed',
  'event_past',
  'held_by_person',
  'campaign_cancelled',
  'rejected_by_person',
] as const;
export type StopReason = (typeof stopReasons)[number];

/** How a follow-up argues; each is used at most once for a company. */
export const followUpAngles = ['first', 'audience', 'social_proof', 'goal', 'scarcity', 'last_word'] as const;
export type FollowUpAngle = (typeof followUpAngles)[number];
