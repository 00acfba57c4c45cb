import type { Passage } from '../knowledge/types';
import type { Amount } from '../money';

/** What the embedded support model is given. Everything is data; the clock is passed in. */
export interface SupportInput {
  /** The conversation so far, oldest first; the last turn is the attendee's message to answer. */
  turns: { from: 'attendee' | 'agent' | 'person'; text: string /** set on agent turns */; offer?: Offer }[];
  /** Tool results of this run, in order. Empty on the first call of a run. */
  results: SupportToolResult[];
  event: EventFacts;
  identity: { verified: boolean; name?: string };
  /** ISO 8601 instant. */
  now: string;
  /** BCP 47 tag of the widget; a guess that the message's own language overrides. */
  locale?: string;
}

export interface EventFacts {
  name: string;
  /** IANA zone. */
  timeZone: string;
  /** ISO local dates or date-times in the event's zone. */
  startsAt: string;
  endsAt: string;
  venue?: string;
  contactEmail?: string;
  currency: string;
  /** `until` is an ISO date (inclusive, event zone): up to it `percent` of the price is refunded; after the last row nothing is. */
  refundPolicy: { until: string; percent: number }[];
}

export interface TicketView {
  ticketId: string;
  type: string;
  holderName: string;
  holderEmailMasked: string;
  state: 'valid' | 'cancelled' | 'refunded' | 'transferred' | 'checked_in' | 'unassigned';
  price: Amount;
}

/** What the refund table gives for the order on the day of asking. */
export interface RefundQuote {
  percent: number;
  amount: Amount;
  until?: string;
}

export type SupportToolResult =
  | { tool: 'search_knowledge_base'; query: string; passages: { passage: Passage; score: number; parts?: Record<string, number> }[] }
  | {
      tool: 'lookup_ticket';
      status: 'verification_required' | 'not_found' | 'found';
      order?: { orderId: string; code: string; state: string; total: Amount; placedAt: string };
      tickets?: TicketView[];
      refund?: RefundQuote;
    }
  | { tool: 'resend_ticket'; status: 'queued' | 'waiting' | 'refused'; toMasked?: string; message?: string }
  | { tool: 'transfer_ticket'; status: 'form_required' | 'queued' | 'waiting' | 'refused'; message?: string }
  | { tool: 'process_refund'; status: 'queued' | 'waiting' | 'escalated' | 'refused'; amount?: Amount; message?: string }
  | { tool: 'escalate_to_human'; status: 'escalated' }
  | { tool: string; status: 'failed'; message: string };

/** Something the agent offered and waits a yes for; travels with the agent's turn. */
export type Offer =
  | { kind: 'refund'; orderId: string; ticketId?: string; amount: Amount }
  | { kind: 'resend'; ticketId: string }
  | { kind: 'transfer'; ticketId: string }
  | { kind: 'human' };

export const escalationReasons = [
  'refund_over_limit',
  'safety',
  'security',
  'legal',
  'upset',
  'unsolved',
  'asked_for_person',
  'privacy',
] as const;
export type EscalationReason = (typeof escalationReasons)[number];

export type SupportDecision = { kind: 'call'; calls: { name: string; args: Record<string, unknown> }[]; reason: string } | SupportReply;

/** The response format of the specification: direct answer, actions taken, next steps, whether escalated. */
export interface SupportReply {
  kind: 'reply';
  outcome: 'answered' | 'declined' | 'escalated' | 'asked';
  /** Plain text with light Markdown (links, bold, lists); short. */
  answer: string;
  citations: { passageId: string; pageId: string; pageTitle: string; quote: string; url?: string }[];
  actions: string[];
  nextSteps: string[];
  escalation?: { reason: EscalationReason; summary: string };
  offer?: Offer;
  /** Up to four short texts the widget offers as buttons. */
  quickReplies: string[];
  /** BCP 47 primary tag of the reply. */
  language: string;
  /** 0 to 1: the confidence on which it answered or declined. */
  confidence: number;
  reason: string;
}
