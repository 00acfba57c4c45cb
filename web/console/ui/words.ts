import type { AttendeeRow, Import } from '../../../worker/contract/attendees';
import type { AutonomyProposal } from '../../../worker/contract/autonomy';
import type { AgentName, Mode, Role } from '../../../worker/contract/common';
import type { Contact } from '../../../worker/contract/contacts';
import type { ConversationRow, Message } from '../../../worker/contract/conversations';
import type { Delegation } from '../../../worker/contract/delegations';
import type { Document } from '../../../worker/contract/knowledge';
import type { ErasureAction, RetentionKind } from '../../../worker/contract/privacy';
import type { Stop } from '../../../worker/contract/stops';
import type { ActivityRow, Approval, CommandView, Suppression } from '../../../worker/contract/work';
import { wordsOf } from '../lib/format';
import type { Tone } from './tone';

type Word = { text: string; tone: Tone };

export const agentWords: Record<AgentName, string> = {
  sales: 'Sales',
  marketing: 'Marketing',
  operations: 'Operations',
  support: 'Support',
  analytics: 'Analytics',
};

export const roleWords: Record<Role, { text: string; hint: string }> = {
  owner: { text: 'Owner', hint: 'Everything, members and keys included' },
  organizer: { text: 'Organizer', hint: 'Events, approvals, conversations and settings' },
  viewer: { text: 'Viewer', hint: 'Looks, changes nothing' },
};

export const modeWords: Record<Mode, { text: string; hint: string }> = {
  full_auto: { text: 'Full auto', hint: 'Acts alone up to the dial and within its limits; asks for the rest' },
  assisted: { text: 'Assisted', hint: 'Answers and proposes; every action waits for a person' },
  review_only: { text: 'Review only', hint: 'Drafts answers and actions; a person sends each' },
};

export const approvalWords: Record<Approval['state'], Word> = {
  pending: { text: 'Waiting', tone: 'warn' },
  approved: { text: 'Approved', tone: 'info' },
  rejected: { text: 'Rejected', tone: 'bad' },
  expired: { text: 'Expired', tone: 'neutral' },
  executed: { text: 'Carried out', tone: 'good' },
  stale: { text: 'Facts moved', tone: 'warn' },
  cancelled: { text: 'Cancelled', tone: 'neutral' },
};

export const conversationWords: Record<ConversationRow['state'], Word> = {
  agent: { text: 'With the agent', tone: 'accent' },
  waiting: { text: 'Waits for a person', tone: 'warn' },
  person: { text: 'With a person', tone: 'info' },
  closed: { text: 'Closed', tone: 'neutral' },
};

export const resolutionWords: Record<ConversationRow['resolution'], string> = {
  open: 'Open',
  confirmed: 'Solved, attendee confirmed',
  assumed: 'Solved, assumed',
  abandoned: 'Abandoned',
  handed_over: 'Handed over',
  reopened: 'Reopened',
};

export const outcomeWords: Record<NonNullable<Message['outcome']>, Word> = {
  answered: { text: 'Answered', tone: 'good' },
  declined: { text: 'Declined: not in the knowledge', tone: 'neutral' },
  escalated: { text: 'Handed to a person', tone: 'warn' },
  asked: { text: 'Asked back', tone: 'info' },
};

export const documentWords: Record<Document['state'], Word> = {
  ready: { text: 'Ready', tone: 'good' },
  failed: { text: 'Failed', tone: 'bad' },
  vanished: { text: 'Vanished', tone: 'warn' },
};

export const ticketWords: Record<AttendeeRow['state'], Word> = {
  valid: { text: 'Valid', tone: 'good' },
  unassigned: { text: 'Unassigned', tone: 'warn' },
  cancelled: { text: 'Cancelled', tone: 'neutral' },
  refunded: { text: 'Refunded', tone: 'neutral' },
  checked_in: { text: 'Checked in', tone: 'info' },
};

export const orderWords: Record<AttendeeRow['orderState'], Word> = {
  pending: { text: 'Pending', tone: 'warn' },
  paid: { text: 'Paid', tone: 'good' },
  cancelled: { text: 'Cancelled', tone: 'neutral' },
  expired: { text: 'Expired', tone: 'neutral' },
  partially_refunded: { text: 'Partly refunded', tone: 'info' },
  refunded: { text: 'Refunded', tone: 'neutral' },
};

export const importWords: Record<Import['state'], Word> = {
  uploaded: { text: 'Ready to import', tone: 'info' },
  running: { text: 'Importing', tone: 'accent' },
  done: { text: 'Done', tone: 'good' },
  failed: { text: 'Stopped', tone: 'bad' },
  cancelled: { text: 'Cancelled', tone: 'neutral' },
};

export const statusWords: Record<ActivityRow['status'], Word> = {
  success: { text: 'Done', tone: 'good' },
  failed: { text: 'Failed', tone: 'bad' },
  pending: { text: 'Pending', tone: 'info' },
  escalated: { text: 'Escalated', tone: 'warn' },
};

export const commandWords: Record<CommandView['state'], Word> = {
  authorised: { text: 'Queued', tone: 'info' },
  claimed: { text: 'Being sent', tone: 'info' },
  confirmed: { text: 'Confirmed', tone: 'good' },
  failed: { text: 'Failed', tone: 'bad' },
  unknown: { text: 'Unknown', tone: 'warn' },
  parked: { text: 'Parked', tone: 'warn' },
  cancelled: { text: 'Cancelled', tone: 'neutral' },
  reconciled: { text: 'Confirmed on asking', tone: 'good' },
};

/** What an effect class can reach, for the approval card. */
export const effectWords: Record<string, { text: string; reach: string }> = {
  read: { text: 'Reads', reach: 'Changes nothing.' },
  record: { text: 'Changes a record', reach: 'Stays inside this product and can be changed back.' },
  outbound: { text: 'Sends something', reach: 'Leaves this product. What was sent cannot be taken back.' },
  money: { text: 'Moves money', reach: 'Money leaves your account. It cannot be taken back.' },
  access: { text: 'Changes who holds a ticket', reach: 'The old holder is told and can undo it for a while.' },
};

export const verdictWords: Record<'allow' | 'ask' | 'escalate' | 'refuse', Word> = {
  allow: { text: 'Allows', tone: 'good' },
  ask: { text: 'Asks', tone: 'info' },
  escalate: { text: 'Escalates', tone: 'warn' },
  refuse: { text: 'Refuses', tone: 'bad' },
};

export const autonomyWords: Record<AutonomyProposal['state'], Word> = {
  pending: { text: 'Waits for an owner', tone: 'warn' },
  accepted: { text: 'Accepted', tone: 'good' },
  declined: { text: 'Declined', tone: 'neutral' },
  in_force: { text: 'In force', tone: 'warn' },
};

export const delegationWords: Record<Delegation['state'], Word> = {
  upcoming: { text: 'Later', tone: 'info' },
  active: { text: 'Now', tone: 'good' },
  ended: { text: 'Over', tone: 'neutral' },
  revoked: { text: 'Ended early', tone: 'neutral' },
};

export const erasureWords: Record<ErasureAction, string> = {
  deleted: 'Deleted',
  pseudonymised: 'Made nameless',
  masked: 'Masked',
  key_destroyed: 'Made unreadable: its key was destroyed',
  kept: 'Kept',
};

export const retentionWords: Record<RetentionKind, string> = {
  conversations: 'Conversations',
  mailbox: 'Mails of the local mailbox',
  inboundMail: 'Mails that came in',
  activityDetail: 'Details of activities',
  outboxPayloads: 'Contents of sent effects',
  receipts: 'Receipts of services',
  verificationCodes: 'Codes',
  importRejects: 'Rejected rows of imports',
  decidedApprovals: 'Decided proposals',
  salesMessages: 'Mails with sponsors',
  engagement: 'Opens, clicks and visits of proposals',
  meetings: 'Who meetings were with',
};

export const stopWords: Record<Stop['kind'], string> = {
  agent: 'An agent paused',
  all_agents: 'All agents paused',
  event_cancelled: 'Event cancelled',
  contact: 'A contact stopped mail',
};

export const inboundWords: Record<Contact['inbound'][number]['kind'], string> = {
  reply: 'An answer',
  opt_out: 'A wish to get no more mail',
  auto_reply: 'An automatic answer',
};

export const suppressionWords: Record<Suppression['reason'], string> = {
  hard_bounce: 'Does not exist',
  complaint: 'Complained',
  opt_out: 'Opted out',
  manual: 'By hand',
  erased: 'Erased',
};

/** Where a value that steers an effect came from. */
export const provenanceWords: Record<string, string> = {
  record: 'A record',
  verified_identity: 'Somebody who proved who they are',
  organizer: 'An organizer',
  policy: 'The policy',
  untrusted_text: 'Typed by somebody, unproved',
  model: 'Made up by the model',
};

const commandKinds: Record<string, string> = {
  'mail.send': 'Mail',
  'payments.refund': 'Refund',
  'calendar.book': 'Booking',
  'calendar.cancel': 'Cancellation',
};
export const commandText = (kind: string) => commandKinds[kind] ?? wordsOf(kind);
