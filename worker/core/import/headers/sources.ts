import type { ImportField, ImportSource } from '../fields';

type Assignments = Record<string, ImportField | 'order_time'>;

export interface SourceProfile {
  source: Exclude<ImportSource, 'sheet'>;
  /** Each group is one piece of evidence: any of its normalised headers counts. All groups must be met. */
  evidence: string[][];
  /** None of these headers may be there. */
  absent?: string[];
  /** `orders` lists orders without their tickets. */
  kind: 'tickets' | 'orders';
  /** By normalised header, where the platform's meaning differs from the general one. */
  columns: Assignments;
  /** Whose a bare name, first name or e-mail is. */
  person: 'attendee' | 'buyer';
}

const slug = [
  'event slug',
  'kurzform der veranstaltung',
  'veranstaltungskurzform',
  'veranstaltung',
  'kurzform',
  'slug evenement',
  'slug de l evenement',
  'slug',
  'slug del evento',
  'slug do evento',
  'abreviatura del evento',
  'forme courte',
  'evento slug',
];
const pseudonym = [
  'pseudonymization id',
  'pseudonyme id',
  'pseudonymisierungs id',
  'id de pseudonymisation',
  'identifiant pseudonymise',
  'id de seudonimizacion',
  'id de pseudonimizacion',
  'id de pseudonimizacao',
  'id pseudonimo',
  'id di pseudonimizzazione',
  'pseudonymisation id',
];
const position = [
  'position id',
  'position',
  'positions id',
  'id de position',
  'id de posicion',
  'id posicion',
  'id da posicao',
  'id posizione',
  'id de la position',
  'posicion',
  'posizione',
  'posicao',
];
const positions = ['positions', 'positionen', 'posiciones', 'posizioni', 'posicoes'];
const orderCode = [
  'order code',
  'bestellnummer',
  'bestellcode',
  'code de commande',
  'codigo de la orden',
  'codigo de pedido',
  'codigo del pedido',
  'codigo do pedido',
  'codigo da encomenda',
  'codice ordine',
  'codice dell ordine',
];

const attendeeNumber = [
  'attendee #',
  'attendee no',
  'participante no',
  'participant no',
  'asistente no',
  'partecipante no',
  'teilnehmer no',
  'no do participante',
  'n do participante',
  'participante #',
  'participante n',
  'teilnehmer #',
  'teilnehmernr',
  'teilnehmer nr',
  'teilnehmernummer',
  'n de participant',
  'no de participant',
  'no du participant',
  'n du participant',
  'participant #',
  'participant n',
  'numero du participant',
  'n de asistente',
  'no de asistente',
  'asistente #',
  'asistente n',
  'numero de asistente',
  'partecipante #',
  'n partecipante',
  'n del partecipante',
];
const ownFees = [
  'eventbrite fees',
  'eventbrite gebuhren',
  'frais eventbrite',
  'tarifas de eventbrite',
  'comisiones de eventbrite',
  'taxas da eventbrite',
  'taxas do eventbrite',
  'commissioni eventbrite',
  'eventbrite payment processing',
  'price tier',
];

function all(headers: string[], field: ImportField): Assignments {
  return Object.fromEntries(headers.map((header) => [header, field]));
}

const pretixColumns: Assignments = {
  ...all(slug, 'ignore'),
  ...all(pseudonym, 'attribute'),
  ...all(orderCode, 'order_id'),
  comment: 'attribute',
};

/** The exports that are recognised, most telling first. Columns are found by name and occurrence, never by place. */
export const sourceProfiles: SourceProfile[] = [
  {
    source: 'pretix',
    evidence: [orderCode, [...position, ...pseudonym]],
    kind: 'tickets',
    columns: { ...pretixColumns, ...all(position, 'ticket_id') },
    person: 'buyer',
  },
  {
    source: 'pretix',
    evidence: [orderCode, positions],
    kind: 'orders',
    columns: { ...pretixColumns, ...all(positions, 'attribute') },
    person: 'buyer',
  },
  {
    source: 'pretix',
    evidence: [orderCode, slug],
    kind: 'tickets',
    columns: pretixColumns,
    person: 'buyer',
  },
  {
    source: 'tito',
    evidence: [
      ['ticket reference', 'ticket full name'],
      ['order reference', 'void status', 'unique ticket url'],
    ],
    kind: 'tickets',
    columns: {
      number: 'attribute',
      ticket: 'ticket_type',
      'ticket reference': 'ticket_id',
      'order reference': 'order_id',
      'void status': 'ticket_state',
      'ticket created date': 'attribute',
      'ticket last updated date': 'attribute',
      'order created date': 'order_date',
      'order completed date': 'attribute',
      'ticket company name': 'attribute',
      'order company name': 'attribute',
      event: 'ignore',
      'unique ticket url': 'ignore',
      'unique order url': 'ignore',
      'order ip': 'ignore',
      price: 'ticket_price',
      'price less tax': 'attribute',
      'total paid': 'attribute',
    },
    person: 'attendee',
  },
  {
    source: 'luma',
    evidence: [
      ['api id', 'guest id'],
      ['approval status', 'ticket type id', 'qr code url', 'custom source'],
    ],
    kind: 'tickets',
    columns: {
      'api id': 'ticket_id',
      'guest id': 'ticket_id',
      'approval status': 'ticket_state',
      'ticket name': 'ticket_type',
      'ticket type id': 'ignore',
      'qr code url': 'ignore',
      amount: 'ticket_price',
      'amount tax': 'attribute',
      'amount discount': 'attribute',
      'created at': 'order_date',
      'phone number': 'attribute',
      'eth address': 'ignore',
      'solana address': 'ignore',
    },
    person: 'attendee',
  },
  {
    source: 'hievents',
    evidence: [['public id'], ['product name', 'product id', 'ticket name', 'is checked in', 'ticket id']],
    kind: 'tickets',
    columns: {
      id: 'ignore',
      'public id': 'ticket_id',
      'short id': 'attribute',
      'product id': 'ignore',
      'product name': 'ticket_type',
      'ticket id': 'ignore',
      'event id': 'ignore',
      status: 'ticket_state',
      'is checked in': 'checked_in_at',
      'checked in at': 'checked_in_at',
      'created date': 'order_date',
      'last updated date': 'ignore',
      notes: 'attribute',
    },
    person: 'attendee',
  },
  {
    source: 'hievents',
    evidence: [['public id'], ['total gross'], ['total before additions', 'payment status', 'refund status', 'is free order']],
    kind: 'orders',
    columns: {
      id: 'ignore',
      'public id': 'order_id',
      'total gross': 'order_total',
      'total before additions': 'ignore',
      'total tax': 'attribute',
      'total fee': 'attribute',
      status: 'order_state',
      'payment status': 'order_state',
      'refund status': 'order_state',
      'is partially refunded': 'ignore',
      'is fully refunded': 'ignore',
      'is free order': 'ignore',
      'is manually created': 'attribute',
      'created at': 'order_date',
    },
    person: 'buyer',
  },
  {
    source: 'eventbrite',
    evidence: [
      ['order #', 'order id', 'order no'],
      ['buyer email', 'buyer first name', 'buyer last name'],
      ['ticket quantity', 'order total', 'order status', 'gross sales', ...ownFees],
    ],
    absent: [...attendeeNumber, 'ticket type', 'attendee status'],
    kind: 'orders',
    columns: { ...Object.fromEntries(ownFees.map((header) => [header, 'ignore' as const])), 'gross sales': 'order_total' },
    person: 'buyer',
  },
  {
    source: 'eventbrite',
    evidence: [
      [
        'order #',
        'order id',
        'order no',
        'no do pedido',
        'n do pedido',
        'pedido n',
        'bestellung nr',
        'bestellnr',
        'bestellnummer',
        'bestellung #',
        'n de commande',
        'no de commande',
        'numero de commande',
        'commande #',
        'commande n',
        'n de pedido',
        'no de pedido',
        'numero de pedido',
        'pedido #',
        'n ordine',
        'ordine #',
        'ordine n',
        'numero ordine',
        'n dell ordine',
        'n de orden',
      ],
      [...attendeeNumber, ...ownFees],
    ],
    kind: 'tickets',
    columns: {
      ...all(attendeeNumber, 'ticket_id'),
      'total paid': 'ticket_price',
      'ticket total': 'ticket_price',
      'gross sales': 'ticket_price',
      'price tier': 'attribute',
      'order type': 'attribute',
      group: 'attribute',
      'fees paid': 'attribute',
      'eventbrite fees': 'ignore',
      'eventbrite payment processing': 'ignore',
    },
    person: 'attendee',
  },
];

/** The profile whose evidence the headers hold, if any. */
export function profileOf(headers: string[]): SourceProfile | undefined {
  const present = new Set(headers);
  return sourceProfiles.find(
    ({ evidence, absent }) =>
      evidence.every((group) => group.some((header) => present.has(header))) && !absent?.some((header) => present.has(header)),
  );
}
