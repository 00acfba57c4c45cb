import { z } from 'zod';
import { importFields, importKinds } from '../core/import/fields';
import { orderStates, ticketStates } from '../core/order-states';
import { Amount, Email, Instant, oneLine } from './common';
import { Done, type Endpoints, EventParams, PageQuery, pageOf } from './endpoint';

export const TicketState = z.enum(ticketStates);
export const OrderState = z.enum(orderStates);
export const AttendeeRow = z.object({
  ticketId: z.string(),
  attendeeId: z.string().nullable(),
  name: z.string(),
  email: z.string(),
  ticketType: z.string(),
  state: TicketState,
  price: Amount,
  orderId: z.string(),
  orderCode: z.string(),
  orderState: OrderState,
  source: z.string(),
});
export type AttendeeRow = z.infer<typeof AttendeeRow>;
export const AttendeeDetail = AttendeeRow.extend({
  attributes: z.record(z.string(), z.string()),
  order: z.object({
    id: z.string(),
    code: z.string(),
    buyerName: z.string(),
    buyerEmail: z.string(),
    state: OrderState,
    total: Amount,
    refunded: Amount,
    placedAt: Instant,
    paymentRef: z.string().nullable(),
    tickets: z.array(z.object({ ticketId: z.string(), name: z.string(), ticketType: z.string(), state: TicketState, price: Amount })),
  }),
  history: z.array(
    z.object({
      at: Instant,
      kind: z.enum(['activity', 'transfer', 'refund', 'conversation', 'mail', 'edit']),
      text: z.string(),
      ref: z.string().nullable(),
    }),
  ),
});
export type AttendeeDetail = z.infer<typeof AttendeeDetail>;

export const ImportField = z.enum(importFields);
export type ImportField = z.infer<typeof ImportField>;
export const ImportColumn = z.object({
  index: z.number().int(),
  header: z.string(),
  /** The how-manieth column of this name, from 1. */
  occurrence: z.number().int(),
  field: ImportField,
  samples: z.array(z.string()),
});
export const Import = z.object({
  id: z.string(),
  fileName: z.string(),
  /** pretix, eventbrite, hievents, luma, tito, hubspot, apollo, linkedin or sheet. */
  source: z.string(),
  /** `companies` has fields of its own for its columns. */
  kind: z.enum(importKinds),
  columns: z.array(ImportColumn),
  state: z.enum(['uploaded', 'running', 'done', 'failed', 'cancelled']),
  totalRows: z.number(),
  doneRows: z.number(),
  counts: z.record(z.string(), z.number()),
  problem: z.string().nullable(),
  /** The first few rejected rows; all of them are in the download. */
  rejects: z.array(z.object({ line: z.number(), reason: z.string(), cells: z.array(z.string()) })),
  createdAt: Instant,
});
export type Import = z.infer<typeof Import>;
const ImportParams = EventParams.extend({ importId: z.string().min(1).max(60) });
const TicketParams = EventParams.extend({ ticketId: z.string().min(1).max(60) });

/** Limits: 20 MB a file, 100,000 rows, 300 columns. */
export const attendeeEndpoints = {
  'GET /events/{eventId}/attendees': {
    summary: 'Search tickets by name, address, order code or ticket type',
    access: 'viewer',
    params: EventParams,
    query: PageQuery.extend({ q: z.string().max(200).optional(), state: TicketState.optional() }),
    response: pageOf(AttendeeRow).extend({ total: z.number() }),
  },
  'GET /events/{eventId}/attendees/{ticketId}': {
    summary: 'A ticket, its order and its history',
    access: 'viewer',
    params: TicketParams,
    response: AttendeeDetail,
  },
  'PATCH /events/{eventId}/attendees/{ticketId}': {
    summary: 'Correct name or address by hand; a later import keeps it',
    access: 'organizer',
    params: TicketParams,
    body: z.object({ name: oneLine(200).min(1).optional(), email: Email.optional() }),
    response: AttendeeDetail,
  },
  'GET /events/{eventId}/imports': {
    summary: 'Imports, newest first',
    access: 'viewer',
    params: EventParams,
    query: PageQuery,
    response: pageOf(Import),
  },
  'POST /events/{eventId}/imports': {
    summary: 'Upload a CSV or XLSX export of attendees or companies; recognises its source and proposes a mapping',
    access: 'organizer',
    params: EventParams,
    /** Left out, the headers tell. */
    query: z.object({ kind: z.enum(['attendees', 'companies']).optional() }),
    bodyKind: 'file',
    body: z.any(),
    response: Import,
  },
  'GET /events/{eventId}/imports/{importId}': {
    summary: 'Progress of an import',
    access: 'viewer',
    params: ImportParams,
    response: Import,
  },
  'POST /events/{eventId}/imports/{importId}/start': {
    summary: 'Import with this mapping; also resumes one that stopped',
    access: 'organizer',
    params: ImportParams,
    body: z.object({
      columns: z
        .array(z.object({ index: z.number().int().min(0).max(300), field: ImportField }))
        .max(300)
        .optional(),
    }),
    response: Import,
  },
  'POST /events/{eventId}/imports/{importId}/cancel': {
    summary: 'Stop an import; rows already merged stay',
    access: 'organizer',
    params: ImportParams,
    response: Import,
  },
  'GET /events/{eventId}/imports/{importId}/rejects.csv': {
    summary: 'All rejected rows with line number and reason',
    access: 'viewer',
    params: ImportParams,
    response: z.string(),
    responseKind: 'csv',
  },
} satisfies Endpoints;
export { Done };
