import type { Amount } from '../core/money';
import type { OutgoingMail } from './mail';

/** The event a mail is about, and how it looks. */
export interface Letterhead {
  name: string;
  brandColor: string;
  /** Local date-times in `timeZone`. */
  startsAt: string;
  endsAt: string;
  timeZone: string;
  venue: string;
  contactEmail: string;
  publicUrl: string;
  /** BCP 47 tag of the recipient. */
  locale: string | null;
}

export type MailContent =
  | { template: 'ticket'; holderName: string; ticketType: string; orderCode: string; secret: string }
  | { template: 'new_holder_ticket'; holderName: string; fromName: string; ticketType: string; orderCode: string; secret: string }
  | {
      template: 'transfer_notice';
      holderName: string;
      newHolderName: string;
      newHolderEmailMasked: string;
      ticketType: string;
      orderCode: string;
      undoLink: string;
      /** Milliseconds since 1970. */
      undoUntil: number;
    }
  /** To those who run the event: an effect that only a person moves on. */
  | { template: 'effect_stuck'; title: string; text: string; advice: string; link: string }
  | { template: 'attendee_code'; code: string; validMinutes: number }
  | {
      template: 'meeting';
      kind: 'offered' | 'booked' | 'moved' | 'cancelled';
      /** Who reads this mail. */
      readerName: string;
      title: string;
      /** Milliseconds since 1970; null while no time is agreed. */
      startsAt: number | null;
      minutes: number;
      timeZone: string;
      location: string;
      link: string;
      /** As iCalendar text, and what it asks of calendars. */
      calendar: { method: 'REQUEST' | 'CANCEL'; text: string } | null;
    }
  | { template: 'refund_confirmation'; name: string; amount: Amount; orderCode: string; ticketCancelled: boolean }
  | {
      template: 'approval_reminder';
      name: string;
      agent: string;
      title: string;
      lines: [string, string][];
      reason: string;
      link: string;
      /** Milliseconds since 1970. */
      expiresAt: number;
    }
  /** A mail to a sponsor, in the name of a person. Texts are plain. */
  | {
      template: 'outreach';
      subject: string;
      greeting: string;
      paragraphs: string[];
      closing: string;
      /** Within this deployment; stands below the paragraph that ends with a colon, else below the last. */
      link: { label: string; href: string } | null;
      sender: { name: string; title: string; postalAddress: string };
      organizer: string;
      optOutLink: string;
      /** By which an opening is counted; null for none. */
      pixel: string | null;
      aiAssisted: boolean;
    }
  | {
      template: 'handover';
      conversationLink: string;
      attendeeName: string;
      reason: string;
      summary: string;
      tried: string[];
      proposed: string[];
      transcript: { from: string; text: string }[];
    };

/** Renders a mail completely before anybody approves it: what is shown is what is sent. Pure. */
export interface MailComposer {
  compose(content: MailContent, head: Letterhead, to: string): OutgoingMail;
}
