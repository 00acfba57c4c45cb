import type { Reconcilability } from '../core/outbox/life-cycle';
import type { Span } from '../core/sales/slots/free-slots';
import type { CallContext, CallOutcome, Reconciliation } from './call-outcome';

/** One booking at an outside calendar. Instants are milliseconds since 1970. */
export interface BookingRequest {
  meetingId: string;
  /** Goes up with every turn of the meeting: tells a booking from the one it replaces. */
  sequence: number;
  startsAt: number;
  minutes: number;
  guest: { name: string; email: string; timeZone: string; locale: string | null };
  /** The calendar's own reference of the booking that this one moves; null for a new one. */
  moves: string | null;
}

export interface CancelRequest {
  meetingId: string;
  providerRef: string;
  reason: string;
}

/** A calendar outside whose times are offered on our page, and which invites its guests itself. */
export interface CalendarPort {
  readonly provider: 'calcom';
  readonly reconcilability: Reconcilability;
  /** Free times from `from` to `to`. Throws `upstream` when the calendar cannot say. */
  slots(wish: { from: number; to: number; minutes: number }): Promise<Span[]>;
  book(request: BookingRequest, context: CallContext): Promise<CallOutcome>;
  reconcileBooking(request: BookingRequest, context: CallContext): Promise<Reconciliation>;
  cancel(request: CancelRequest, context: CallContext): Promise<CallOutcome>;
  reconcileCancel(request: CancelRequest, context: CallContext): Promise<Reconciliation>;
}

/** A service that has a page of its own, good for one booking. */
export interface SchedulingLinkPort {
  readonly provider: 'calendly';
  /** A fresh address; making one that nobody uses leaves nothing behind. Throws `upstream` or `misconfigured`. */
  singleUseLink(): Promise<string>;
}
