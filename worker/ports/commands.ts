import type { CommandPurpose } from '../core/outbox/purpose';
import type { BookingRequest, CancelRequest } from './calendar';
import type { OutgoingMail } from './mail';
import type { RefundRequest } from './payments';

/** An outbound effect that a tool dispatches. Keys come from facts of the domain, never from text. */
export type NewCommand =
  | { kind: 'mail.send'; target: string; idempotencyKey: string; payload: { mail: OutgoingMail; purpose: CommandPurpose } }
  | { kind: 'calendar.book'; target: string; idempotencyKey: string; payload: BookingRequest }
  | { kind: 'calendar.cancel'; target: string; idempotencyKey: string; payload: CancelRequest }
  | {
      kind: 'payments.refund';
      target: string;
      idempotencyKey: string;
      payload: RefundRequest & {
        refundId: string;
        orderId: string /** Tickets that this refund gives up. */;
        ticketIds: string[];
        buyer: { name: string; email: string };
      };
    };

export type MailCommand = Extract<NewCommand, { kind: 'mail.send' }>;

export type CommandKind = NewCommand['kind'];
export type PayloadOf<K extends CommandKind> = Extract<NewCommand, { kind: K }>['payload'];
