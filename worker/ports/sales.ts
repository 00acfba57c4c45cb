import type {
  CompanyFacts,
  CrmContactFacts,
  DealFacts,
  EngagementFacts,
  MessageFacts,
  OutcomeFacts,
  PackageFacts,
  SponsoredEvent,
} from '../core/sales/facts';
import type { Availability, OutreachSettings, ProposalContent, ScorePart } from '../core/sales/types';
import type { DealStage, FollowUpAngle, MemberState, StopReason } from '../core/sales-stages';

/** What the sales agent reads of one event and its organization; every query takes the organization first. */
export interface SalesRecords {
  event(): Promise<SponsoredEvent>;
  settings(): Promise<{ outreach: OutreachSettings; availability: Availability }>;
  /** All companies that may be ranked, at most 50,000; those merged or erased are gone. */
  companies(): Promise<CompanyFacts[]>;
  company(companyId: string): Promise<CompanyFacts | null>;
  contactsOf(companyId: string): Promise<CrmContactFacts[]>;
  contact(contactId: string): Promise<CrmContactFacts | null>;
  packages(): Promise<PackageFacts[]>;
  deals(): Promise<DealFacts[]>;
  dealOf(companyId: string): Promise<DealFacts | null>;
  /** Industries that signed packages keep for one company alone. */
  exclusivities(): Promise<{ industry: string; companyId: string; companyName: string; packageName: string }[]>;
  engagementOf(companyId: string): Promise<EngagementFacts[]>;
  /** Both ways, oldest first, at most 200. */
  messagesOf(companyId: string): Promise<MessageFacts[]>;
  message(messageId: string): Promise<(MessageFacts & { companyId: string }) | null>;
  proposal(proposalId: string): Promise<ProposalFacts | null>;
  latestProposalOf(companyId: string): Promise<ProposalFacts | null>;
  /** Deals of the organization that have ended, the latest 2,000. */
  outcomes(): Promise<OutcomeFacts[]>;
  /** Booked meetings of a host that touch the span. */
  busy(host: string, from: number, to: number): Promise<{ startsAt: number; endsAt: number }[]>;
  meeting(meetingId: string): Promise<MeetingFacts | null>;
  /** Mails of outreach that left the event's mailbox since `from`, and when the first ever did: for ramp and gap. */
  sentSince(from: number): Promise<{ count: number; lastAt: number | null; firstEverAt: number | null }>;
}

export interface ProposalFacts {
  id: string;
  companyId: string;
  dealId: string;
  contactId: string | null;
  packageId: string;
  state: 'draft' | 'sent' | 'accepted' | 'withdrawn';
  version: number;
  token: string;
  content: ProposalContent;
}

export interface MeetingFacts {
  id: string;
  companyId: string;
  dealId: string | null;
  contactId: string | null;
  title: string;
  host: string;
  guestName: string;
  guestEmail: string;
  state: 'offered' | 'booked' | 'cancelled';
  startsAt: number | null;
  endsAt: number | null;
  minutes: number;
  location: string;
  uid: string;
  sequence: number;
  token: string;
  version: number;
}

/** Changes of sales records that a tool stages; each is guarded by the version it was decided on. */
export type SalesChange =
  | { change: 'deal_opened'; dealId: string; companyId: string; contactId: string | null; packageId: string | null; stage: DealStage }
  /** Signing takes one of the package's stock and never more than there is. */
  | {
      change: 'deal_changed';
      dealId: string;
      version: number;
      stage?: DealStage;
      packageId?: string | null;
      contactId?: string | null;
      amountMinor?: number;
      lostReason?: string;
      nextAction?: string;
      nextActionAt?: number | null;
    }
  | {
      change: 'deal_scored';
      dealId: string;
      version: number;
      score: number;
      parts: ScorePart[];
      probability: number;
      features: Record<string, number>;
    }
  | {
      change: 'note_added';
      noteId: string;
      companyId: string;
      dealId: string | null;
      kind: 'note' | 'task' | 'system';
      text: string;
      dueAt: number | null;
    }
  /** The first version of a new proposal, or the next one of another. */
  | {
      change: 'proposal_written';
      proposalId: string;
      isNew: boolean;
      version: number;
      companyId: string;
      dealId: string;
      contactId: string | null;
      packageId: string;
      token: string;
      content: ProposalContent;
      reason: string;
    }
  /** A mail of the thread; its command has the key. Marks its proposal as sent. */
  | {
      change: 'sales_mail_queued';
      salesMessageId: string;
      commandKey: string;
      companyId: string;
      contactId: string;
      dealId: string | null;
      memberId: string | null;
      proposalId: string | null;
      step: number | null;
      angle: FollowUpAngle | null;
      messageId: string;
      inReplyTo: string;
      subject: string;
      text: string;
    }
  | {
      change: 'contacts_found';
      companyId: string;
      contacts: { contactId: string; name: string; email: string; title: string; linkedinUrl: string; source: string; basis: string }[];
    }
  /** Offered or booked; a booking is refused when the span is taken by then. */
  | {
      change: 'meeting_set';
      meetingId: string;
      /** Null for a new one. */
      version: number | null;
      companyId: string;
      dealId: string | null;
      contactId: string | null;
      title: string;
      host: string;
      guestName: string;
      guestEmail: string;
      guestTimeZone: string | null;
      state: 'offered' | 'booked' | 'cancelled';
      startsAt: number | null;
      endsAt: number | null;
      minutes: number;
      location: string;
      uid: string;
      sequence: number;
      token: string;
      provider: 'built_in' | 'calendly' | 'calcom';
      providerRef: string | null;
      /** Buffers that other meetings must keep off, in milliseconds. */
      buffers: { beforeMs: number; afterMs: number };
    };

/** A company of a campaign as its mails are judged by. */
export interface MemberStanding {
  memberId: string;
  campaignId: string;
  campaignState: string;
  /** Who planned the campaign: a user id or `key:<id>`. */
  createdBy: string;
  minimumScore: number;
  companyId: string;
  contactId: string | null;
  proposalId: string | null;
  state: MemberState;
  stopReason: StopReason | null;
  /** Mails of this campaign to it, oldest first. */
  mails: { step: number; angle: FollowUpAngle | null }[];
}
