import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ImportField } from '../../../worker/contract/attendees';
import { importFields } from '../../../worker/core/import/fields';
import { readWholeFile } from '../../../worker/core/import/whole-file';

const read = (name: string, options = { currency: 'EUR', timeZone: 'Europe/Berlin' }) =>
  readWholeFile(readFileSync(fileURLToPath(new URL(`../../support/exports/${name}`, import.meta.url).href)), options);
const fieldsOf = (file: ReturnType<typeof read>) =>
  Object.fromEntries(file.recognition.columns.map((column) => [`${column.header}|${column.occurrence}`, column.field]));
const utc = (text: string) => Date.parse(text);

describe('pretix', () => {
  it('maps its positions by name and occurrence and keeps both companies apart', () => {
    const file = read('pretix-positions.csv');
    expect(file.recognition).toMatchObject({ source: 'pretix', kind: 'tickets' });
    expect(fieldsOf(file)).toMatchObject({
      'Order code|1': 'order_id',
      'Position ID|1': 'ticket_id',
      'Status|1': 'order_state',
      'Email|1': 'buyer_email',
      'Order date|1': 'order_date',
      'Order time|1': 'order_date',
      'Product|1': 'ticket_type',
      'Variation|1': 'ticket_type',
      'Price|1': 'ticket_price',
      'Attendee name|1': 'attendee_name',
      'Attendee email|1': 'attendee_email',
      'Invoice address name|1': 'buyer_name',
      'Order locale|1': 'locale',
      'Company|1': 'attribute',
      'Company|2': 'attribute',
      'T-shirt size|1': 'attribute',
      'Tax value|1': 'attribute',
      'E-mail address verified|1': 'attribute',
    });
    const [ines, ole] = file.orders;
    expect(ines).toMatchObject({
      externalId: 'A7KQX',
      code: 'A7KQX',
      buyerName: 'Inês Duarte',
      buyerEmail: 'ines@harbour.example',
      state: 'paid',
      totalMinor: 30_900,
      currency: 'EUR',
      placedAt: utc('2026-03-29T00:59:59Z'),
    });
    expect(ines?.tickets).toMatchObject([
      {
        externalId: 'A7KQX-1',
        type: 'Conference pass – Early bird',
        priceMinor: 24_900,
        state: 'valid',
        attendee: { name: 'Inês Duarte', locale: 'pt' },
      },
      { externalId: 'A7KQX-2', type: 'Workshop: Maps', state: 'unassigned', attendee: null },
    ]);
    expect(ines?.tickets[0]?.attendee?.attributes).toMatchObject({
      Company: 'Harbour Labs',
      'Company (2)': 'Harbour Labs Lda',
      'T-shirt size': 'M',
    });
    expect(ole).toMatchObject({ state: 'cancelled', tickets: [{ state: 'cancelled', attendee: { name: 'Ole Brandt' } }] });
  });

  it('rejects a row with a broken address and says where it stands, after a quoted newline', () => {
    expect(read('pretix-positions.csv').rejected).toMatchObject([
      { line: 6, reason: expect.stringContaining('"not-an-address" is not an e-mail address') },
    ]);
  });

  it('reads the German orders export: orders without tickets, decimal commas, translated states', () => {
    const file = read('pretix-orders-de.csv');
    expect(file.recognition).toMatchObject({ source: 'pretix', kind: 'orders' });
    expect(file.orders).toMatchObject([
      { externalId: 'K4LMN', state: 'paid', totalMinor: 120_450, buyerName: 'Jo Petersen', tickets: [] },
      { externalId: 'P5QRS', state: 'cancelled', totalMinor: 1250 },
      { externalId: 'T6UVW', state: 'expired', totalMinor: 0, buyerName: 'Max Groß' },
    ]);
    expect(file.counts).toEqual({ rows: 3, orders: 3, tickets: 0, attendees: 0, unassigned: 0, refunds: 0, duplicates: 0, rejected: 0 });
  });
});

describe('Eventbrite', () => {
  it('folds a negative row into its order, expands quantities, and rejects the refund of an unknown order', () => {
    const file = read('eventbrite-attendees.csv', { currency: 'USD', timeZone: 'America/New_York' });
    expect(file.recognition.source).toBe('eventbrite');
    expect(file.orders).toHaveLength(3);
    expect(file.orders[0]).toMatchObject({
      externalId: '10482211937',
      state: 'partially_refunded',
      totalMinor: 6000,
      refundedMinor: 3000,
      placedAt: utc('2024-11-30T03:28:00Z'),
      buyerName: 'Dana Whitfield',
      tickets: [
        { externalId: '18820011', state: 'valid', attendee: { attributes: { 'Dietary needs': 'Vegan' } } },
        { externalId: '18820012', state: 'refunded' },
      ],
    });
    expect(file.orders[1]).toMatchObject({
      totalMinor: 120_451,
      tickets: [
        { externalId: '18820040-1', priceMinor: 60_226, state: 'checked_in', attendee: { name: 'Tomás Okafor' } },
        { externalId: '18820040-2', priceMinor: 60_225, attendee: null },
      ],
    });
    expect(file.orders[2]).toMatchObject({ state: 'cancelled', totalMinor: 0, tickets: [{ state: 'cancelled' }] });
    expect(file.rejected).toMatchObject([{ line: 8, reason: 'a refund of an order that is not in this file' }]);
  });

  it('reads the Portuguese one, day before month', () => {
    const file = read('eventbrite-attendees-pt.csv', { currency: 'BRL', timeZone: 'America/Sao_Paulo' });
    expect(file.recognition.source).toBe('eventbrite');
    expect(file.rejected).toEqual([]);
    expect(file.orders).toMatchObject([
      {
        externalId: '7731100221',
        totalMinor: 12_000,
        currency: 'BRL',
        state: 'paid',
        placedAt: utc('2024-11-30T01:28:00Z'),
        tickets: [{ externalId: '551001', attendee: { name: 'João Menezes' } }],
      },
      { totalMinor: 0, state: 'cancelled', placedAt: utc('2024-12-05T11:15:00Z') },
    ]);
  });
});

describe('Luma and Tito', () => {
  it('reads Luma past its byte order mark; who waits or was declined holds no valid ticket', () => {
    const file = read('luma-guests.csv');
    expect(file.recognition).toMatchObject({ source: 'luma' });
    expect(file.orders).toMatchObject([
      {
        externalId: 'gst-9aKx1',
        totalMinor: 2500,
        currency: 'USD',
        state: 'paid',
        tickets: [
          {
            state: 'checked_in',
            checkedInAt: utc('2026-03-01T08:01:00Z'),
            attendee: { email: 'noor@canvas.example', attributes: { 'What do you build?': 'Maps, mostly' } },
          },
        ],
      },
      { externalId: 'gst-9aKx3', state: 'cancelled', tickets: [{ state: 'cancelled' }] },
    ]);
    expect(file.rejected).toMatchObject([{ line: 3, reason: expect.stringContaining('waiting list') }]);
  });

  it('leaves an unassigned Tito ticket without a holder, whoever bought it', () => {
    const file = read('tito-tickets.csv');
    expect(file.recognition.source).toBe('tito');
    expect(file.orders[0]).toMatchObject({
      externalId: 'X7AB',
      buyerName: 'Ben Moreau',
      buyerEmail: 'ben@quill.example',
      paymentRef: 'ch_3Xyz',
      totalMinor: 39_800,
      placedAt: utc('2026-01-05T10:11:12Z'),
      tickets: [
        { externalId: 'X7AB-1', type: 'Standard Ticket', attendee: { name: 'Ada Moreau' } },
        { externalId: 'X7AB-2', state: 'unassigned', attendee: null },
      ],
    });
    expect(file.orders[1]).toMatchObject({ externalId: 'Y8CD', tickets: [{ state: 'cancelled' }] });
  });
});

describe('plain sheets', () => {
  it('finds the header below titles and a sep= line, pads short rows and rejects what it cannot read, with the line', () => {
    const file = read('sheet-messy-de.csv');
    expect(file.recognition).toMatchObject({ source: 'sheet', headerLine: 5 });
    expect(file.orders).toMatchObject([
      {
        buyerName: 'Karla Weiß',
        totalMinor: 5000,
        currency: 'EUR',
        state: 'paid',
        placedAt: utc('2026-05-02T22:00:00Z'),
        tickets: [{ attendee: { name: 'Karla Weiß', attributes: { Notiz: 'vegan', 'Notiz (2)': 'spät da' } } }, { state: 'unassigned' }],
      },
      { buyerName: 'Otto Krüger', totalMinor: 0, placedAt: utc('2026-05-13T12:30:00Z') },
      { buyerName: 'Ragna', tickets: [{ attendee: { email: 'ragna@fest.example' } }] },
    ]);
    expect(file.rejected.map(({ line, reason }) => [line, reason.slice(0, 40)])).toEqual([
      [8, 'e-mail of the attendee: "pia(at)fest.exa'],
      [9, 'this is a line of totals, not an attende'],
      [12, 'the row has 10 cells where the header ha'],
    ]);
  });

  it('reads Windows-1252 with tabs', () => {
    const file = read('sheet-windows-1252.tsv');
    expect(file.orders).toMatchObject([
      { buyerName: 'Begoña Ibáñez', totalMinor: 120_450, currency: 'EUR', tickets: [{ type: 'General' }] },
    ]);
  });

  it('names the same rows again in a later import, also in another order', () => {
    const table = (lines: string[]) => new TextEncoder().encode(['Name,Email,Ticket', ...lines].join('\n'));
    const options = { currency: 'EUR', timeZone: 'UTC' };
    const first = readWholeFile(table(['Ann,a@x.example,Day', 'Bob,b@x.example,Day', 'Ann,a@x.example,Day']), options);
    const second = readWholeFile(table(['Bob,b@x.example,Day', 'Ann,a@x.example,Day', 'Ann,a@x.example,Day']), options);
    const ids = (file: typeof first) => file.orders.map((order) => order.externalId).sort();
    expect(new Set(ids(first)).size).toBe(3);
    expect(ids(second)).toEqual(ids(first));
  });
});

describe('Hi.Events and orders reports', () => {
  const text = (lines: string[], currency = 'EUR') =>
    readWholeFile(new TextEncoder().encode(lines.join('\n')), { currency, timeZone: 'UTC' });

  it('knows attendees by their public id, checked in or waiting for payment', () => {
    const file = text([
      'ID,First Name,Last Name,Email,Status,Is Checked In,Checked In At,Product ID,Product Name,Event ID,Public ID,Short ID,Created Date,Last Updated Date,Notes',
      '12,Jo,Li,jo@x.example,ACTIVE,Yes,2026-05-01 09:00:00,3,Standing,1,A-ZZ1234,a_abc,2026-04-01 10:00:00,2026-04-01 10:00:00,',
      '13,Al,Bo,al@x.example,AWAITING_PAYMENT,No,,3,Standing,1,A-ZZ1235,a_abd,2026-04-01 10:00:00,2026-04-01 10:00:00,',
    ]);
    expect(file.recognition).toMatchObject({ source: 'hievents', kind: 'tickets' });
    expect(file.orders).toMatchObject([
      {
        externalId: 'A-ZZ1234',
        state: 'paid',
        tickets: [{ type: 'Standing', state: 'checked_in', checkedInAt: utc('2026-05-01T09:00Z') }],
      },
      { externalId: 'A-ZZ1235', state: 'pending' },
    ]);
  });

  it('takes over what was refunded, so that it is not refunded again', () => {
    const file = text([
      'ID,First Name,Last Name,Email,Total Before Additions,Total Gross,Total Tax,Total Fee,Total Refunded,Status,Payment Status,Refund Status,Currency,Created At,Public ID,Is Free Order',
      '12,Jo,Li,jo@x.example,50.00,55.00,5.00,0,20.00,COMPLETED,PAYMENT_RECEIVED,PARTIALLY_REFUNDED,EUR,2026-04-01 10:00:00,O-ABC123,0',
      '13,Al,Bo,al@x.example,0,0,0,0,0,COMPLETED,NO_PAYMENT_REQUIRED,,EUR,2026-04-01 10:00:00,O-ABC124,1',
    ]);
    expect(file.recognition).toMatchObject({ source: 'hievents', kind: 'orders' });
    expect(file.orders).toMatchObject([
      { externalId: 'O-ABC123', totalMinor: 5500, refundedMinor: 2000, state: 'partially_refunded', tickets: [] },
      { externalId: 'O-ABC124', totalMinor: 0, state: 'paid' },
    ]);
  });

  it('makes no tickets out of Eventbrite’s orders report, which its attendee report would double', () => {
    const file = text(
      [
        'Order #,Order Date,Buyer First Name,Buyer Last Name,Buyer Email,Ticket Quantity,Order Total,Currency,Order Status',
        '1,11/02/24,Jo,Li,jo@x.example,3,90.00,USD,Completed',
      ],
      'USD',
    );
    expect(file.recognition).toMatchObject({ source: 'eventbrite', kind: 'orders' });
    expect(file.orders).toMatchObject([{ totalMinor: 9000, placedAt: utc('2024-11-02T00:00Z'), tickets: [] }]);
  });

  it.each([
    ['Unit Price', '50.00', [5000, 5000]],
    ['Amount paid', '50.00', [2500, 2500]],
    ['Amount paid', '50.01', [2501, 2500]],
  ])('reads %s %s of a row for two', (header, price, prices) => {
    const file = text([`Order ID,Customer Email,Quantity,${header}`, `7,c@x.example,2,${price}`]);
    expect(file.orders[0]).toMatchObject({
      buyerEmail: 'c@x.example',
      totalMinor: prices.reduce((a, b) => a + b),
      tickets: prices.map((priceMinor) => ({ priceMinor, attendee: null })),
    });
  });

  it('rejects rows that share an order by mistake', () => {
    const file = text(['Order ID,Email', ...Array.from({ length: 1001 }, (_, i) => `same,p${i}@x.example`)]);
    expect(file.counts).toMatchObject({ orders: 0, rejected: 1001 });
    expect(file.rejected[0]?.reason).toContain('right column');
  });

  it('offers the fields that the contract lists', () => {
    expect([...importFields]).toEqual(ImportField.options);
  });
});
