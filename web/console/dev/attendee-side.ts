import type { AttendeeDetail, AttendeeRow, Import } from '../../../worker/contract/attendees';
import type { Conversation } from '../../../worker/contract/conversations';
import type { Document, KnowledgeTest, PassageView } from '../../../worker/contract/knowledge';
import { minutes } from './people-and-events';

export const documents: Document[] = [
  {
    id: 'doc_faq',
    title: 'Frequently asked questions',
    kind: 'url',
    url: 'https://harborconf.example/faq',
    state: 'ready',
    problem: null,
    passages: 18,
    characters: 9120,
    refreshHours: 24,
    fetchedAt: minutes(140),
    updatedAt: minutes(140),
  },
  {
    id: 'doc_refunds',
    title: 'Tickets and refunds',
    kind: 'text',
    url: null,
    state: 'ready',
    problem: null,
    passages: 6,
    characters: 2810,
    refreshHours: null,
    fetchedAt: null,
    updatedAt: minutes(4000),
  },
  {
    id: 'doc_access',
    title: 'Accessibility.pdf',
    kind: 'file',
    url: null,
    state: 'ready',
    problem: null,
    passages: 9,
    characters: 5003,
    refreshHours: null,
    fetchedAt: null,
    updatedAt: minutes(9000),
  },
  {
    id: 'doc_hotels',
    title: 'Hotels nearby',
    kind: 'url',
    url: 'https://harborconf.example/hotels',
    state: 'vanished',
    problem: 'The page answers “not found” since yesterday. Support still answers from what it read last.',
    passages: 4,
    characters: 1900,
    refreshHours: 24,
    fetchedAt: minutes(1600),
    updatedAt: minutes(1600),
  },
];

export const passages: PassageView[] = [
  {
    id: 'psg_1',
    documentId: 'doc_refunds',
    documentTitle: 'Tickets and refunds',
    headingPath: ['Refunds', 'Deadlines'],
    kind: 'text',
    text: 'Orders are refunded in full until 28 December 2026, and by half until two weeks before the event. After that no refund is possible, but tickets can be given to somebody else.',
  },
  {
    id: 'psg_2',
    documentId: 'doc_refunds',
    documentTitle: 'Tickets and refunds',
    headingPath: ['Prices'],
    kind: 'table',
    text: '| Ticket | Early | Regular |\n| --- | --- | --- |\n| Conference pass | €290 | €390 |\n| Workshop pass | €190 | €240 |',
  },
  {
    id: 'psg_3',
    documentId: 'doc_faq',
    documentTitle: 'Frequently asked questions',
    headingPath: ['On site'],
    kind: 'list',
    text: '- The cloakroom opens at **8:00**.\n- There is a quiet room on the first floor.\n- Dogs stay at home, assistance dogs are welcome.',
  },
];

export const knowledgeTest: KnowledgeTest = {
  outcome: 'answered',
  answer:
    'Yes. Today the **full price** is given back: orders are refunded in full until 28 December 2026, and by half until two weeks before the event.',
  confidence: 0.91,
  citations: [
    {
      passageId: 'psg_1',
      pageId: 'doc_refunds',
      pageTitle: 'Tickets and refunds',
      quote: 'Orders are refunded in full until 28 December 2026, and by half until two weeks before the event.',
    },
  ],
  retrieved: passages.map((passage, index) => ({
    passage,
    score: 0.92 - index * 0.23,
    parts: { words: 0.5 - index * 0.1, heading: 0.22 - index * 0.08, synonyms: 0.12, order: 0.08 },
  })),
  ms: 7,
  model: 'embedded',
};

const conversationBase = {
  verified: false,
  orderId: null,
  takenBy: null,
  escalationReason: null,
  resolution: 'open',
  rating: null,
  handover: null,
} satisfies Partial<Conversation>;

export const conversations: Conversation[] = [
  {
    ...conversationBase,
    id: 'cnv_waiting',
    state: 'waiting',
    subject: 'Somebody blocked the emergency exit at registration',
    escalationReason: 'Safety',
    messageCount: 3,
    createdAt: minutes(92),
    updatedAt: minutes(90),
    messages: [
      {
        id: 'msg_1',
        seq: 1,
        author: 'attendee',
        text: 'hi, there are boxes in front of the emergency exit next to registration??',
        at: minutes(92),
      },
      {
        id: 'msg_2',
        seq: 2,
        author: 'agent',
        text: 'Thank you for telling us. A person from the team has been told and answers here.',
        at: minutes(91),
        outcome: 'escalated',
        actions: ['Told the team'],
        nextSteps: ['A person writes to you here'],
        model: 'embedded',
      },
      { id: 'msg_3', seq: 3, author: 'attendee', text: 'ok thx', at: minutes(90) },
    ],
    handover: {
      summary: 'An attendee on site reports boxes in front of the emergency exit by the registration desk.',
      reason: 'Safety matter',
      tried: ['Searched the knowledge for site safety'],
      proposal: 'Call the venue desk, then confirm to the attendee.',
    },
  },
  {
    ...conversationBase,
    id: 'cnv_refund',
    state: 'agent',
    subject: 'Refund for two conference passes',
    verified: true,
    orderId: 'ord_118',
    messageCount: 4,
    createdAt: minutes(10),
    updatedAt: minutes(6),
    messages: [
      {
        id: 'msg_11',
        seq: 1,
        author: 'attendee',
        text: 'sadly we both cant come anymore, can we get our money back for the two passes?',
        at: minutes(10),
      },
      {
        id: 'msg_12',
        seq: 2,
        author: 'agent',
        text: 'Yes. Until **28 December 2026** orders are refunded in full. I can start it once you enter the code I sent to the address on the order.',
        at: minutes(10),
        outcome: 'answered',
        model: 'embedded',
        citations: [
          {
            passageId: 'psg_1',
            pageId: 'doc_refunds',
            pageTitle: 'Tickets and refunds',
            quote: 'Orders are refunded in full until 28 December 2026',
            url: 'https://harborconf.example/refunds',
          },
        ],
      },
      { id: 'msg_13', seq: 3, author: 'system', text: 'Code accepted; the attendee is the holder of order HC27-118', at: minutes(8) },
      {
        id: 'msg_14',
        seq: 4,
        author: 'agent',
        text: 'Your refund of €780.00 is prepared. Because of its amount a person looks at it first; you get a mail as soon as it is decided.',
        at: minutes(6),
        outcome: 'answered',
        model: 'embedded',
        actions: ['Prepared a refund of €780.00'],
        nextSteps: ['A person decides, usually within a day'],
      },
    ],
  },
  {
    ...conversationBase,
    id: 'cnv_person',
    state: 'person',
    subject: 'Giving my workshop seat to a colleague',
    takenBy: 'Jonas Weber',
    verified: true,
    messageCount: 2,
    createdAt: minutes(40),
    updatedAt: minutes(31),
    messages: [
      { id: 'msg_21', seq: 1, author: 'attendee', text: 'my colleague Sam takes over my workshop seat', at: minutes(40) },
      { id: 'msg_22', seq: 2, author: 'person', text: 'Hi Lena, Jonas here. I am on it.', at: minutes(31) },
    ],
  },
  {
    ...conversationBase,
    id: 'cnv_closed',
    state: 'closed',
    subject: 'Is there parking?',
    resolution: 'confirmed',
    rating: 5,
    messageCount: 2,
    createdAt: minutes(600),
    updatedAt: minutes(590),
    messages: [{ id: 'msg_31', seq: 1, author: 'attendee', text: 'is there parking', at: minutes(600) }],
  },
];

const names = [
  'Priya Raman',
  'Lena Vogt',
  'Sam Okafor',
  'Noor Haddad',
  'Chidi Eze',
  'Marta Kowalska',
  'Yuki Tanaka',
  'João Pereira',
  '',
  'Bartholomew Featherstonehaugh-Cholmondeley',
];
const ticketStates = ['valid', 'valid', 'checked_in', 'refunded', 'valid', 'valid', 'cancelled', 'valid', 'unassigned', 'valid'] as const;
export const attendees: AttendeeRow[] = names.map((name, index) => ({
  ticketId: `tkt_${index}`,
  attendeeId: name ? `att_${index}` : null,
  name,
  email: name ? `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@example.org` : '',
  ticketType: index % 3 === 0 ? 'Workshop pass' : 'Conference pass',
  state: ticketStates[index] ?? 'valid',
  price: { minor: index % 3 === 0 ? 24_000 : 39_000, currency: 'EUR' },
  orderId: `ord_${index}`,
  orderCode: `HC27-${100 + index}`,
  orderState: 'paid',
  source: 'pretix',
}));

export const detailOf = (row: AttendeeRow): AttendeeDetail => ({
  ...row,
  attributes: { 'T-shirt': 'M', Diet: 'vegetarian' },
  order: {
    id: row.orderId,
    code: row.orderCode,
    buyerName: row.name || 'Priya Raman',
    buyerEmail: row.email,
    state: row.orderState,
    total: { minor: row.price.minor * 2, currency: 'EUR' },
    refunded: { minor: 0, currency: 'EUR' },
    placedAt: minutes(60_000),
    paymentRef: 'pi_3PkW2a',
    tickets: [
      { ticketId: row.ticketId, name: row.name, ticketType: row.ticketType, state: row.state, price: row.price },
      { ticketId: 'tkt_1', name: 'Lena Vogt', ticketType: 'Conference pass', state: 'valid', price: row.price },
    ],
  },
  history: [
    { at: minutes(58), kind: 'mail', text: 'Ticket sent again', ref: 'mel_1' },
    { at: minutes(70), kind: 'conversation', text: 'Asked where the ticket mail is', ref: 'cnv_refund' },
    { at: minutes(60_000), kind: 'edit', text: 'Imported from pretix', ref: null },
  ],
});

const column = (index: number, header: string, field: Import['columns'][number]['field'], samples: string[], occurrence = 1) => ({
  index,
  header,
  occurrence,
  field,
  samples,
});
export const imports: Import[] = [
  {
    id: 'imp_done',
    fileName: 'harborconf_orders.csv',
    source: 'pretix',
    kind: 'tickets',
    columns: [],
    state: 'done',
    totalRows: 402,
    doneRows: 402,
    counts: { orders: 312, tickets: 399, attendees: 391, rejected: 3 },
    problem: null,
    rejects: [
      { line: 87, reason: 'The address “anna(at)mail” is not a mail address', cells: ['HC27-087', 'Anna', 'anna(at)mail'] },
      { line: 233, reason: 'The row has no order code', cells: ['', 'Tom', 'tom@example.org'] },
    ],
    createdAt: minutes(4100),
  },
];
export const newImport = (id: string, fileName: string): Import => ({
  id,
  fileName,
  source: 'pretix',
  kind: 'tickets',
  columns: [
    column(0, 'Order code', 'order_code', ['HC27-100', 'HC27-101', 'HC27-102']),
    column(1, 'Order time', 'order_date', ['2026-10-12 14:02', '2026-10-12 15:44']),
    column(2, 'E-mail', 'buyer_email', ['priya@raman.example', 'lena@vogt.example']),
    column(3, 'Attendee name', 'attendee_name', ['Priya Raman', 'Lena Vogt', '']),
    column(4, 'Product', 'ticket_type', ['Conference pass', 'Workshop pass']),
    column(5, 'Price', 'ticket_price', ['390.00', '240,00']),
    column(6, 'Company', 'attribute', ['Northwind', '']),
    column(7, 'Company', 'ignore', ['', ''], 2),
  ],
  state: 'uploaded',
  totalRows: 1204,
  doneRows: 0,
  counts: {},
  problem: null,
  rejects: [],
  createdAt: Date.now(),
});
