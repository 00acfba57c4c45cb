import type { Amount } from '../core/money';
import type { OrderState, TicketState } from '../core/order-states';
import type { EventPolicy } from '../core/policy/event-policy';
import type { SalesChange } from './sales';

/** An order with what the support agent may need of it. */
export interface OrderFacts {
  orderId: string;
  code: string;
  state: OrderState;
  buyerName: string;
  buyerEmail: string;
  total: Amount;
  /** Refunded or on its way. */
  refunded: Amount;
  /** How many refunds were ever started on it: the idempotency key of the next one. */
  refundCount: number;
  placedAt: number;
  paymentRef: string | null;
  tickets: TicketFacts[];
}

export interface TicketFacts {
  ticketId: string;
  type: string;
  state: TicketState;
  price: Amount;
  holderName: string;
  holderEmail: string;
  secret: string;
  version: number;
}

export interface EventRecord {
  eventId: string;
  organizationId: string;
  name: string;
  startsAt: string;
  endsAt: string;
  timeZone: string;
  venue: string;
  currency: string;
  contactEmail: string;
  websiteUrl: string | null;
  brandColor: string;
  refundPolicy: { until: string; percent: number }[];
  allowedOrigins: string[];
  clock: 'real' | 'virtual';
  clockNow: number | null;
  state: 'active' | 'cancelled' | 'past';
}

export interface AgentPolicy {
  mode: 'full_auto' | 'assisted' | 'review_only';
  autonomy: number;
  paused: boolean;
  limits: Record<string, number>;
  /** Points of risk above the dial that one tool may have. */
  allowances: Record<string, number>;
  version: number;
  /** What holds for all agents of the event, and its own version. */
  event: EventPolicy;
  eventVersion: number;
}

/** What agents read of the records of one event; every query takes the organization first. */
export interface RecordsPort {
  orderById(orderId: string): Promise<OrderFacts | null>;
  /** By code and an address on file: the buyer's or that of a ticket's holder. Case and spaces do not matter. */
  orderByCodeAndEmail(code: string, email: string): Promise<OrderFacts | null>;
  suppressionOf(address: string): Promise<string | null>;
  /** Actions of a tool in this event that were not taken back, for novelty; counted up to where none is new any more. */
  precedentsOf(tool: string): Promise<number>;
}

/** A change of records that a tool stages; `db/commit.ts` turns it into statements of one batch. */
export type RecordChange =
  | SalesChange
  | {
      change: 'refund_queued';
      refundId: string;
      orderId: string;
      ticketId: string | null;
      amount: Amount;
      reason: string;
      commandKey: string;
    }
  | {
      change: 'ticket_transferred';
      transferId: string;
      ticketId: string;
      /** The change happens only to this version of the ticket. */
      version: number;
      toAttendeeId: string;
      toName: string;
      toEmail: string;
      secret: string;
      undoTokenHash: string;
      undoUntil: number;
    };
