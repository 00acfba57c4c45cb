import type { CrmContact } from '../../../../worker/contract/sales/companies';
import type { Campaign, CampaignMember, Meeting, ProposalRow, ReplyClass, SalesMessage } from '../../../../worker/contract/sales/outreach';
import type { DealStage } from '../../../../worker/contract/sales/pipeline';
import type { Tone } from '../../ui/tone';

type Word = { text: string; tone: Tone };

/** In the order of the pipeline. */
export const stageWords = {
  prospect: { text: 'Prospect', tone: 'neutral', hint: 'In the pipeline, not looked at yet' },
  qualified: { text: 'Qualified', tone: 'info', hint: 'Scored and worth writing to' },
  contacted: { text: 'Contacted', tone: 'info', hint: 'Got the first mail' },
  engaged: { text: 'Engaged', tone: 'accent', hint: 'Answers, or reads the proposal' },
  meeting: { text: 'Meeting', tone: 'accent', hint: 'A meeting is booked' },
  negotiation: { text: 'Negotiation', tone: 'accent', hint: 'Terms are talked about' },
  signed: { text: 'Signed', tone: 'good', hint: 'One of the package is taken' },
  lost: { text: 'Lost', tone: 'neutral', hint: 'Over, with a reason' },
} as const satisfies Record<DealStage, Word & { hint: string }>;

/** Holds because an object keeps its keys in the order they are written in, and the type above names them all. */
export const dealStages = Object.keys(stageWords) as DealStage[];

export const replyWords: Record<ReplyClass, Word> = {
  interested: { text: 'Interested', tone: 'good' },
  meeting: { text: 'Wants to meet', tone: 'good' },
  question: { text: 'Question', tone: 'accent' },
  pricing: { text: 'Asks for a price', tone: 'accent' },
  objection: { text: 'Objection', tone: 'warn' },
  wrong_person: { text: 'Wrong person', tone: 'info' },
  later: { text: 'Later', tone: 'info' },
  not_interested: { text: 'Not interested', tone: 'neutral' },
  unsubscribe: { text: 'No more mail', tone: 'neutral' },
  auto_reply: { text: 'Out of office', tone: 'neutral' },
  bounce: { text: 'Bounced', tone: 'bad' },
  complaint: { text: 'Complaint', tone: 'bad' },
  hostile_legal: { text: 'Legal or hostile', tone: 'bad' },
  other: { text: 'Something else', tone: 'neutral' },
};
/** Holds because the table above has exactly these keys. */
export const replyClasses = Object.keys(replyWords) as ReplyClass[];

export const memberWords: Record<CampaignMember['state'], Word> = {
  found: { text: 'Found', tone: 'neutral' },
  qualified: { text: 'Qualified', tone: 'info' },
  proposed: { text: 'Proposed', tone: 'info' },
  contacted: { text: 'Contacted', tone: 'accent' },
  replied: { text: 'Replied', tone: 'good' },
  meeting: { text: 'Meeting', tone: 'good' },
  stopped: { text: 'Stopped', tone: 'neutral' },
  done: { text: 'All steps done', tone: 'neutral' },
};

export const stopReasonWords: Record<NonNullable<CampaignMember['stopReason']>, string> = {
  score_below_minimum: 'Scored below the minimum',
  no_contact: 'Nobody to write to',
  exclusivity: 'Would break an exclusivity',
  reply: 'They answered',
  bounce: 'The mail bounced',
  complaint: 'They complained',
  opt_out: 'They want no more mail',
  booking: 'A meeting was booked',
  signed: 'They signed',
  event_past: 'The event is over',
  held_by_person: 'A person took it over',
  campaign_cancelled: 'The campaign was cancelled',
  rejected_by_person: 'A person said no',
};

export const campaignWords: Record<Campaign['state'], Word> = {
  draft: { text: 'Draft', tone: 'neutral' },
  running: { text: 'Running', tone: 'accent' },
  paused: { text: 'Paused', tone: 'warn' },
  done: { text: 'Done', tone: 'good' },
  cancelled: { text: 'Cancelled', tone: 'neutral' },
};

export const proposalWords: Record<ProposalRow['state'], Word> = {
  draft: { text: 'Draft', tone: 'warn' },
  sent: { text: 'Sent', tone: 'info' },
  accepted: { text: 'Accepted', tone: 'good' },
  withdrawn: { text: 'Withdrawn', tone: 'neutral' },
};

export const meetingWords: Record<Meeting['state'], Word> = {
  offered: { text: 'Guest chooses a time', tone: 'warn' },
  booked: { text: 'Booked', tone: 'good' },
  cancelled: { text: 'Cancelled', tone: 'neutral' },
};
export const providerWords: Record<Meeting['provider'], string> = {
  built_in: 'Scheduling page of this product',
  calendly: 'Calendly',
  calcom: 'Cal.com',
};

export const engagementWords: Record<SalesMessage['engagements'][number]['kind'], Word> = {
  delivered: { text: 'Delivered', tone: 'neutral' },
  opened: { text: 'Opened', tone: 'info' },
  clicked: { text: 'Clicked', tone: 'info' },
  replied: { text: 'Answered', tone: 'good' },
  bounced: { text: 'Bounced', tone: 'bad' },
  complained: { text: 'Complained', tone: 'bad' },
  visited: { text: 'Read the proposal', tone: 'accent' },
  downloaded: { text: 'Downloaded', tone: 'accent' },
};

export const angleWords: Record<NonNullable<SalesMessage['angle']>, string> = {
  first: 'First mail',
  audience: 'About who comes',
  social_proof: 'About other sponsors',
  goal: 'About their goal',
  scarcity: 'About what is left',
  last_word: 'Last word',
};

export const trendWords = { rising: 'Rising', steady: 'Steady', falling: 'Falling', none: 'No signal yet' } as const;

/** Why a person may be written to (GDPR Art. 6). */
export const basisWords: Record<CrmContact['basis'], string> = {
  '': 'No basis noted',
  legitimate_interest: 'Legitimate interest',
  consent: 'Agreed to it',
  existing_relation: 'Existing relation',
  public_role: 'Public role at the company',
};

const sources: Record<string, string> = {
  hubspot: 'HubSpot',
  apollo: 'Apollo',
  hunter: 'Hunter',
  pdl: 'People Data Labs',
  people_data_labs: 'People Data Labs',
  'people-data-labs': 'People Data Labs',
  linkedin: 'LinkedIn Sales Navigator',
  sales_navigator: 'LinkedIn Sales Navigator',
  salesnavigator: 'LinkedIn Sales Navigator',
  sheet: 'Spreadsheet',
  manual: 'By hand',
  seed: 'Example data',
};
/** Where a record came from, in words; what is not known stays as it is. */
export const sourceText = (source: string) => sources[source] ?? source;

export const claimWords: Record<string, string> = {
  event: 'Event',
  package: 'Package',
  sponsorship: 'Past sponsorship',
  company: 'Their record',
  attendees: 'Attendees',
  organizer: 'Fact of the organizer',
};
