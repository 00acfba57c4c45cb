import { type Amount, exceeds, formatAmount } from '../../money';
import type { StopReason } from '../../sales-stages';
import { rulesOn } from '../rule';

/** Whom a mail or a meeting of sales would reach, and who speaks with them already. */
export interface ReachFacts {
  /** The contact works at the company that this is about. */
  contactOfCompany: boolean;
  hasAddress: boolean;
  /** Why they get nothing that they did not ask for; null when they may. */
  stopped: string | null;
  /** On which basis they may be written to; '' when nobody has said. */
  basis: string;
  /** Somebody else of the organization who owns the relation; null when nobody does, or it is who asks. */
  ownedBy: string | null;
  /** Another campaign of the organization is writing to this very person. */
  busyElsewhere: boolean;
  /** It answers a message of theirs. */
  isAnswer: boolean;
}

const reach = rulesOn<ReachFacts>();

/** One person of the organization speaks with one contact, who works where we think, and may be written to. */
export const reachRules = [
  reach({
    id: 'contact_not_of_company',
    verdict: 'refuse',
    says: 'Outreach about a company goes only to somebody who works there.',
    reads: ['contactOfCompany'],
    applies: ({ contactOfCompany }) => !contactOfCompany,
    reason: () => 'This contact does not belong to this company.',
  }),
  reach({
    id: 'no_address',
    verdict: 'refuse',
    says: 'A contact without an address in the records gets no mail, whatever address somebody wrote.',
    reads: ['contactOfCompany', 'hasAddress'],
    applies: ({ contactOfCompany, hasAddress }) => contactOfCompany && !hasAddress,
    reason: () => 'No address of this contact is known.',
  }),
  reach({
    id: 'contact_wants_none',
    verdict: 'refuse',
    says: 'Nobody is written to who bounced, complained or opted out, nor anybody of a company that is not to be contacted.',
    reads: ['stopped'],
    applies: ({ stopped }) => stopped !== null,
    reason: ({ stopped }) => `This contact gets no mail of outreach: ${stopped?.replaceAll('_', ' ')}.`,
  }),
  reach({
    id: 'owned_by_another',
    verdict: 'refuse',
    says: 'One person of the organization speaks with a contact: what somebody else owns is left to them.',
    reads: ['ownedBy'],
    applies: ({ ownedBy }) => ownedBy !== null,
    reason: () => 'Somebody else of the organization owns this relation. Ask them, or take it over first.',
  }),
  reach({
    id: 'other_campaign',
    verdict: 'refuse',
    says: 'One campaign at a time writes to a contact.',
    reads: ['busyElsewhere', 'isAnswer'],
    applies: ({ busyElsewhere, isAnswer }) => busyElsewhere && !isAnswer,
    reason: () => 'Another campaign of the organization is writing to this contact.',
  }),
  reach({
    id: 'no_basis',
    verdict: 'ask',
    says: 'A contact for whom nobody has said on which basis they may be written to waits for a person.',
    reads: ['basis', 'isAnswer'],
    applies: ({ basis, isAnswer }) => basis === '' && !isAnswer,
    reason: () => 'Nobody has said on which basis this contact may be written to (Companies, people, basis).',
  }),
];

export interface MailFacts {
  postalAddress: string;
  /** What the linter of outgoing mail found, in words. */
  lints: readonly string[];
  /** A model wrote it, or text of others: neither records nor a member of the organization. */
  freeText: boolean;
  packageLeft: boolean;
}

const mail = rulesOn<MailFacts>();

/** What a mail of outreach says and carries. */
export const mailRules = [
  mail({
    id: 'no_postal_address',
    verdict: 'refuse',
    says: 'No mail of outreach goes out without the postal address of its sender.',
    reads: ['postalAddress'],
    applies: ({ postalAddress }) => postalAddress.trim() === '',
    reason: () => 'There is no postal address to print below it. Enter it in Settings of sales.',
  }),
  mail({
    id: 'clean_mail',
    verdict: 'refuse',
    says: 'Nothing goes out that names a wrong company, an empty placeholder, a broken link or a price that is not in the table.',
    reads: ['lints'],
    applies: ({ lints }) => lints.length > 0,
    reason: ({ lints }) => `It may not go out like this: ${lints.slice(0, 4).join('; ')}.`,
  }),
  mail({
    id: 'package_gone',
    verdict: 'refuse',
    says: 'A package that is sold out or off sale is not offered.',
    reads: ['packageLeft'],
    applies: ({ packageLeft }) => !packageLeft,
    reason: () => 'Its package is sold out or off sale. Choose another one and write the proposal anew.',
  }),
  mail({
    id: 'free_text',
    verdict: 'ask',
    says: 'A mail whose words neither come from records nor were written by a member waits for a person.',
    reads: ['freeText'],
    applies: ({ freeText }) => freeText,
    reason: () => 'Its words were not put together from records.',
  }),
];

export interface SequenceFacts {
  /** Null for what belongs to no campaign. */
  campaignState: string | null;
  score: number | null;
  minimumScore: number | null;
  /** Why nothing more goes to this company; null while something may. */
  ended: StopReason | null;
  /** Mails that would have gone out after the first one, this one included. */
  followUps: number;
  angleUsed: boolean;
}

const sequence = rulesOn<SequenceFacts>();
/** Follow-ups that one company gets at most, whatever a campaign says. */
export const mostFollowUps = 5;

/** What goes out by itself, and when that ends. */
export const sequenceRules = [
  sequence({
    id: 'campaign_not_running',
    verdict: 'refuse',
    says: 'A campaign that is paused, cancelled or done sends nothing.',
    reads: ['campaignState'],
    applies: ({ campaignState }) => campaignState !== null && campaignState !== 'running',
    reason: ({ campaignState }) => `The campaign is ${campaignState}.`,
  }),
  sequence({
    id: 'sequence_ended',
    verdict: 'refuse',
    says: 'Follow-ups end with an answer, a bounce, a complaint, an opt-out, a booking, a signature, the event, or a person.',
    reads: ['ended'],
    applies: ({ ended }) => ended !== null,
    reason: ({ ended }) => `Nothing more goes to this company: ${ended?.replaceAll('_', ' ')}.`,
  }),
  sequence({
    id: 'score_too_low',
    verdict: 'refuse',
    says: 'A campaign writes only to companies that reach its minimum score.',
    reads: ['score', 'minimumScore'],
    applies: ({ score, minimumScore }) => minimumScore !== null && (score ?? 0) < minimumScore,
    reason: ({ score, minimumScore }) => `Its score is ${score ?? 'not known'}, below ${minimumScore}.`,
  }),
  sequence({
    id: 'too_many_follow_ups',
    verdict: 'refuse',
    says: 'Nobody gets more than five follow-ups.',
    reads: ['followUps'],
    applies: ({ followUps }) => followUps > mostFollowUps,
    reason: ({ followUps }) => `This would be follow-up ${followUps} of at most ${mostFollowUps}.`,
  }),
  sequence({
    id: 'angle_used',
    verdict: 'refuse',
    says: 'No follow-up argues as an earlier one did.',
    reads: ['angleUsed'],
    applies: ({ angleUsed }) => angleUsed,
    reason: () => 'An earlier mail argued the same way.',
  }),
];

export interface DealRuleFacts {
  value: Amount;
  limit: Amount;
  /** What it names, and what the package table says today; the same where nothing is named. */
  offered: Amount;
  listed: Amount;
  asksOtherPrice: boolean;
  /** An objection or question for which the records hold no answer. */
  unanswered: boolean;
  legal: boolean;
  redFlag: boolean;
}

const deal = rulesOn<DealRuleFacts>();

/** What a person decides: other prices, large deals, lawyers, doubts. */
export const dealRules = [
  deal({
    id: 'price_outside_packages',
    verdict: 'escalate',
    says: 'A price that the packages do not have, offered or asked for, is decided by a person.',
    reads: ['offered', 'listed', 'asksOtherPrice'],
    applies: ({ offered, listed, asksOtherPrice }) =>
      asksOtherPrice || offered.minor !== listed.minor || offered.currency !== listed.currency,
    reason: ({ offered, listed, asksOtherPrice }) =>
      asksOtherPrice
        ? 'They ask for another price than the packages have.'
        : `It offers ${formatAmount(offered)}; the package costs ${formatAmount(listed)}.`,
  }),
  deal({
    id: 'deal_above_limit',
    verdict: 'escalate',
    says: 'A deal above the limit is led by a person.',
    reads: ['value', 'limit'],
    setting: 'agent.limits.dealMinor',
    applies: ({ value, limit }) => exceeds(value, limit),
    reason: ({ value, limit }) => `This deal is worth ${formatAmount(value)}; above ${formatAmount(limit)} a person leads it.`,
  }),
  deal({
    id: 'unanswered_objection',
    verdict: 'escalate',
    says: 'An objection or question for which the records hold no answer goes to a person.',
    reads: ['unanswered'],
    applies: ({ unanswered }) => unanswered,
    reason: () => 'The records hold no answer to this.',
  }),
  deal({
    id: 'legal_review',
    verdict: 'escalate',
    says: 'Whoever asks for a review of contract terms, or speaks of lawyers, is answered by a person.',
    reads: ['legal'],
    applies: ({ legal }) => legal,
    reason: () => 'They speak of contract terms or lawyers.',
  }),
  deal({
    id: 'red_flag',
    verdict: 'escalate',
    says: 'Accusations and what no honest partner asks for go to a person.',
    reads: ['redFlag'],
    applies: ({ redFlag }) => redFlag,
    reason: () => 'Something in it needs the eyes of a person.',
  }),
];
