import { z } from 'zod';
import { calendarFor, mailFor, paymentsFor } from '../compose';
import { Amount } from '../core/money';
import type { Reconcilability } from '../core/outbox/life-cycle';
import { commandPurposes } from '../core/outbox/purpose';
import type { CommandRow } from '../db/records/outbox';
import type { CallContext, CallOutcome, Reconciliation } from '../ports/call-outcome';
import type { PayloadOf } from '../ports/commands';
import type { OutgoingMail } from '../ports/mail';

const MailPayload = z.object({
  mail: z.custom<OutgoingMail>((value) => typeof value === 'object' && value !== null),
  purpose: z.enum(commandPurposes),
});
const RefundPayload = z.object({
  refundId: z.string(),
  orderId: z.string(),
  ticketIds: z.array(z.string()).max(1000),
  paymentRef: z.string(),
  amount: Amount,
  reason: z.enum(['requested_by_customer', 'duplicate', 'fraudulent']),
  metadata: z.record(z.string(), z.string()),
  buyer: z.object({ name: z.string(), email: z.string() }),
});

const BookingPayload = z.object({
  meetingId: z.string(),
  sequence: z.number().int(),
  startsAt: z.number().int(),
  minutes: z.number().int(),
  guest: z.object({ name: z.string(), email: z.string(), timeZone: z.string(), locale: z.string().nullable() }),
  moves: z.string().nullable(),
});
const CancelPayload = z.object({ meetingId: z.string(), providerRef: z.string(), reason: z.string() });

/** What a row of the outbox was written with. Throws when it is not what its kind says. */
export function mailOf(command: Pick<CommandRow, 'payload'>): PayloadOf<'mail.send'> {
  return MailPayload.parse(command.payload);
}

export function refundOf(command: Pick<CommandRow, 'payload'>): PayloadOf<'payments.refund'> {
  return RefundPayload.parse(command.payload);
}

export function bookingOf(command: Pick<CommandRow, 'payload'>): PayloadOf<'calendar.book'> {
  return BookingPayload.parse(command.payload);
}

/** One command at the service that carries it out. */
export interface BoundConnector {
  provider: string;
  reconcilability: Reconcilability;
  send(context: CallContext): Promise<CallOutcome>;
  reconcile(context: CallContext): Promise<Reconciliation>;
}

/** Throws when the command cannot be read, or no connector carries out its kind. */
export function connectorOf(env: Env, command: CommandRow, clock: 'real' | 'virtual'): BoundConnector {
  switch (command.kind) {
    case 'mail.send': {
      const port = mailFor(env, clock);
      const { mail } = mailOf(command);
      return {
        provider: port.provider,
        reconcilability: port.reconcilability,
        send: (context) => port.send(mail, context),
        reconcile: (context) => port.reconcile(mail, context),
      };
    }
    case 'payments.refund': {
      const port = paymentsFor(env, clock);
      const request = refundOf(command);
      return {
        provider: port.provider,
        reconcilability: port.reconcilability,
        send: (context) => port.refund(request, context),
        reconcile: (context) => port.reconcile(request, context),
      };
    }
    case 'calendar.book': {
      const port = calendarOf(env, clock);
      const request = bookingOf(command);
      return {
        provider: port.provider,
        reconcilability: port.reconcilability,
        send: (context) => port.book(request, context),
        reconcile: (context) => port.reconcileBooking(request, context),
      };
    }
    case 'calendar.cancel': {
      const port = calendarOf(env, clock);
      const request = CancelPayload.parse(command.payload);
      return {
        provider: port.provider,
        reconcilability: port.reconcilability,
        send: (context) => port.cancel(request, context),
        reconcile: (context) => port.reconcileCancel(request, context),
      };
    }
    default:
      throw new Error(`No connector carries out ${command.kind}`);
  }
}

function calendarOf(env: Env, clock: 'real' | 'virtual') {
  const port = calendarFor(env, clock);
  if (!port) throw new Error('The calendar of this booking is no longer configured');
  return port;
}
