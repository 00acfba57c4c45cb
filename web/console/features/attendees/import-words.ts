import type { Import, ImportField } from '../../../../worker/contract/attendees';
import { wordsOf } from '../../lib/format';

/** What each field means, in the groups of the mapping screen. */
export const fieldWords: Record<ImportField, { group: 'Order' | 'Buyer' | 'Ticket' | 'Attendee' | 'Other'; text: string }> = {
  ignore: { group: 'Other', text: 'Leave out' },
  attribute: { group: 'Other', text: 'Keep as extra detail' },
  order_id: { group: 'Order', text: 'Order id' },
  order_code: { group: 'Order', text: 'Order code' },
  order_date: { group: 'Order', text: 'Order date' },
  order_state: { group: 'Order', text: 'Order state' },
  order_total: { group: 'Order', text: 'Order total' },
  currency: { group: 'Order', text: 'Currency' },
  payment_ref: { group: 'Order', text: 'Payment reference' },
  quantity: { group: 'Order', text: 'Number of tickets' },
  locale: { group: 'Order', text: 'Language' },
  buyer_name: { group: 'Buyer', text: 'Buyer name' },
  buyer_first_name: { group: 'Buyer', text: 'Buyer first name' },
  buyer_last_name: { group: 'Buyer', text: 'Buyer last name' },
  buyer_email: { group: 'Buyer', text: 'Buyer address' },
  ticket_id: { group: 'Ticket', text: 'Ticket id' },
  ticket_type: { group: 'Ticket', text: 'Ticket type' },
  ticket_price: { group: 'Ticket', text: 'Ticket price' },
  ticket_state: { group: 'Ticket', text: 'Ticket state' },
  ticket_secret: { group: 'Ticket', text: 'Ticket code (QR)' },
  checked_in_at: { group: 'Ticket', text: 'Checked in at' },
  attendee_name: { group: 'Attendee', text: 'Attendee name' },
  attendee_first_name: { group: 'Attendee', text: 'Attendee first name' },
  attendee_last_name: { group: 'Attendee', text: 'Attendee last name' },
  attendee_email: { group: 'Attendee', text: 'Attendee address' },
};

const sourceNames: Record<string, string> = {
  pretix: 'pretix',
  eventbrite: 'Eventbrite',
  hievents: 'Hi.Events',
  luma: 'Luma',
  tito: 'Tito',
  sheet: 'Spreadsheet',
};

export const sourceText = (source: Import['source']) => sourceNames[source] ?? wordsOf(source);
