import type { OrderState, TicketState } from '../order-states';

/** What a column of a list of attendees can mean. */
export const attendeeFields = [
  'ignore',
  'order_id',
  'order_code',
  'order_date',
  'order_state',
  'order_total',
  'currency',
  'buyer_name',
  'buyer_first_name',
  'buyer_last_name',
  'buyer_email',
  'ticket_id',
  'ticket_type',
  'ticket_price',
  'ticket_state',
  'attendee_name',
  'attendee_first_name',
  'attendee_last_name',
  'attendee_email',
  'quantity',
  'checked_in_at',
  'payment_ref',
  'locale',
  'ticket_secret',
  'attribute',
] as const;
/** What a column of a list of companies can mean; `ignore` besides. */
export const companyFields = [
  'company_name',
  'company_id',
  'company_domain',
  'website',
  'industry',
  'description',
  'employees',
  'country',
  'city',
  'topics',
  'audience',
  'budget',
  'goals',
  'company_linkedin',
  'past_sponsorship',
  'do_not_contact',
  'contact_name',
  'contact_first_name',
  'contact_last_name',
  'contact_id',
  'contact_email',
  'contact_title',
  'contact_seniority',
  'contact_department',
  'contact_linkedin',
  'contact_phone',
  'contact_opted_out',
  'contact_basis',
  'notes',
] as const;
export type CompanyField = (typeof companyFields)[number];

/** What a column of an import can mean. */
export const importFields = [...attendeeFields, ...companyFields] as const;
export type ImportField = (typeof importFields)[number];

/** `orders`: rows are orders without tickets; `companies`: rows are companies or people at companies. */
export const importKinds = ['tickets', 'orders', 'companies'] as const;
export type ImportKind = (typeof importKinds)[number];

export const importSources = ['pretix', 'eventbrite', 'hievents', 'luma', 'tito', 'hubspot', 'apollo', 'linkedin', 'sheet'] as const;
export type ImportSource = (typeof importSources)[number];

/** One record of a file; `line` is where it starts: the line of a CSV file, the row number of a sheet, from 1. */
export interface Row {
  line: number;
  cells: string[];
}

export interface Column {
  index: number;
  header: string;
  /** The how-manieth column of this name, from 1. */
  occurrence: number;
  field: ImportField;
  samples: string[];
}

/** Limits of one file. Bytes, rows, columns; characters of one cell. */
export const importLimits = {
  fileBytes: 20_000_000,
  rows: 100_000,
  columns: 300,
  cellCharacters: 32_767,
  samples: 4,
  headerSearchRows: 40,
} as const;

export interface ImportedAttendee {
  name: string;
  /** Lower case; '' when the file does not say. */
  email: string;
  locale: string | null;
  attributes: Record<string, string>;
}

export interface ImportedTicket {
  externalId: string;
  /** '' when the file names none. */
  type: string;
  priceMinor: number;
  state: TicketState;
  checkedInAt: number | null;
  secret: string | null;
  /** Null on an unassigned ticket: the purchaser is never taken for its holder. */
  attendee: ImportedAttendee | null;
}

export interface ImportedOrder {
  externalId: string;
  code: string;
  buyerName: string;
  buyerEmail: string;
  state: OrderState;
  totalMinor: number;
  refundedMinor: number;
  currency: string;
  /** Milliseconds since 1970; null when the file does not say. */
  placedAt: number | null;
  paymentRef: string | null;
  tickets: ImportedTicket[];
}

export interface RejectedRow {
  line: number;
  reason: string;
  cells: string[];
}
