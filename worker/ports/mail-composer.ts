import type { Amount } from '../core/money';
import type { OutgoingMail } from './mail';

/** Who the mail is from and how it looks. */
export interface Letterhead {
  eventName: string;
  brandColor: string;
  contactEmail: string;
  locale: string;
}

export type MailContent =
  | { template: 'ticket'; holderName: string; ticketType: string; orderCode: string; secret: string; when: string; where: string }
  | {
      template: 'ticket_received';
      holderName: string;
      fromName: string;
      ticketType: string;
      orderCode: string;
      secret: string;
      when: string;
      where: string;
    }
  | {
      template: 'transfer_notice';
      holderName: string;
      toName: string;
      toEmailMasked: string;
      ticketType: string;
      undoUrl: string;
      undoUntil: string;
    }
  | { template: 'transfer_undone'; holderName: string; ticketType: string }
  | { template: 'attendee_code'; code: string; minutes: number }
  | { template: 'refund_confirmation'; name: string; amount: Amount; orderCode: string; days: number }
  | { template: 'handover'; subject: string; reason: string; summary: string; consoleUrl: string };

/** Renders a mail completely before anybody approves it: what is shown is what is sent. Pure. */
export interface MailComposer {
  compose(content: MailContent, head: Letterhead, to: string): OutgoingMail;
}
