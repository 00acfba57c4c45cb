import { describe, expect, it } from 'vitest';
import { csvCell, csvLine } from '../../../worker/core/csv-cell';
import { meaningOf } from '../../../worker/core/import/headers/meaning';
import { orderEvidence, readInstant } from '../../../worker/core/import/values/date';
import { readMoney } from '../../../worker/core/import/values/money';
import { readEmail, readName } from '../../../worker/core/import/values/person';
import { orderStateOf, readState, ticketStateOf } from '../../../worker/core/import/values/state';
import { instantOf } from '../../../worker/core/import/values/zoned';

describe('money', () => {
  it.each([
    ['1,204.50', 120_450, 'EUR'],
    ['1.204,50', 120_450, 'EUR'],
    ['1 204,50', 120_450, 'EUR'],
    ['1\u202f204,50 €', 120_450, 'EUR'],
    ["CHF 1'204.50", 120_450, 'CHF'],
    ['12,50', 1250, 'EUR'],
    ['12.5', 1250, 'EUR'],
    ['1.2040', 120, 'EUR'],
    ['1,204', 120_400, 'EUR'],
    ['1.204', 120_400, 'EUR'],
    ['1,00,000.00', 10_000_000, 'EUR'],
    ['1.234.567', 123_456_700, 'EUR'],
    ['0.125', 13, 'EUR'],
    ['€ 12', 1200, 'EUR'],
    ['€12.00', 1200, 'EUR'],
    ['12,00 EUR', 1200, 'EUR'],
    ['US$ 15.00', 1500, 'USD'],
    ['$15', 1500, 'USD'],
    ['R$ 9,10', 910, 'BRL'],
    ['£5', 500, 'GBP'],
    ['¥1,200', 1200, 'JPY'],
    ['Free', 0, 'EUR'],
    ['Gratis', 0, 'EUR'],
    ['kostenlos', 0, 'EUR'],
    ['(15.00)', -1500, 'EUR'],
    ['($15.00)', -1500, 'USD'],
    ['-15,00 €', -1500, 'EUR'],
    ['15.00-', -1500, 'EUR'],
    ['−15', -1500, 'EUR'],
    ['12,-', 1200, 'EUR'],
    ['0', 0, 'EUR'],
  ])('reads %s', (text, minor, currency) => {
    expect(readMoney(text, 'EUR')).toEqual({ ok: true, value: { minor, currency } });
  });
  it('takes a bare dollar sign for the event’s own dollars', () => {
    expect(readMoney('$5', 'CAD')).toEqual({ ok: true, value: { minor: 500, currency: 'CAD' } });
  });
  it.each(['twelve', '1.2.3,4,5', '12 or 15', '=1+1', '1,20,3', '1e9', '99999999999999'])('refuses %s', (text) => {
    expect(readMoney(text, 'EUR').ok).toBe(false);
  });
});

describe('dates', () => {
  it.each([
    ['2026-03-29', 'day-first', '2026-03-29T00:00'],
    ['2026-03-29 10:11:12', 'day-first', '2026-03-29T10:11:12'],
    ['2026-03-29T10:11', 'day-first', '2026-03-29T10:11'],
    ['11/29/24 22:28', 'month-first', '2024-11-29T22:28'],
    ['29/11/2024 22:28', 'day-first', '2024-11-29T22:28'],
    ['3.5.2026', 'month-first', '2026-05-03T00:00'],
    ['13.05.2026, 14:30 Uhr', 'day-first', '2026-05-13T14:30'],
    ['Sep 26, 2026 7:05 PM', 'day-first', '2026-09-26T19:05'],
    ['Sat, 26 September 2026 at 12:05 am', 'day-first', '2026-09-26T00:05'],
    ['26 de septiembre de 2026 09:00', 'day-first', '2026-09-26T09:00'],
    ['1er août 2026', 'day-first', '2026-08-01T00:00'],
    ['3. März 2026', 'day-first', '2026-03-03T00:00'],
    ['46290.5', 'day-first', '2026-09-25T12:00'],
  ] as const)('reads %s %s', (text, order, expected) => {
    expect(readInstant(text, order, 'UTC')).toEqual({ ok: true, value: Date.parse(`${expected}Z`) });
  });
  it('honours an offset and a zone', () => {
    expect(readInstant('2026-07-01T10:00:00+02:00', 'day-first', 'UTC')).toEqual({ ok: true, value: Date.parse('2026-07-01T08:00Z') });
    expect(readInstant('2026-07-01 10:00', 'day-first', 'Asia/Kolkata')).toEqual({ ok: true, value: Date.parse('2026-07-01T04:30Z') });
    expect(readInstant('2026-07-01 10:00 UTC', 'day-first', 'Asia/Kolkata')).toEqual({ ok: true, value: Date.parse('2026-07-01T10:00Z') });
  });
  it.each(['31/11/2026', '11/29/24', 'soon', '2026-13-01', '2026-01-01 25:00', '0000-00-00'])('refuses %s, day first', (text) => {
    expect(readInstant(text, 'day-first', 'UTC').ok).toBe(false);
  });
  it('finds in a column which number is the day', () => {
    expect([orderEvidence('11/29/24'), orderEvidence('29/11/24'), orderEvidence('03/04/24'), orderEvidence('03.04.24')]).toEqual([
      'month-first',
      'day-first',
      undefined,
      'day-first',
    ]);
  });
  it('takes the first of a repeated hour and moves on past a skipped one', () => {
    const local = (text: string) => Date.parse(`${text}Z`);
    expect(instantOf(local('2026-10-25T02:30'), 'Europe/Berlin')).toBe(Date.parse('2026-10-25T00:30Z'));
    expect(instantOf(local('2026-10-25T03:30'), 'Europe/Berlin')).toBe(Date.parse('2026-10-25T02:30Z'));
    expect(instantOf(local('2026-03-29T02:30'), 'Europe/Berlin')).toBe(Date.parse('2026-03-29T01:30Z'));
    expect(instantOf(local('2026-03-29T01:59'), 'Europe/Berlin')).toBe(Date.parse('2026-03-29T00:59Z'));
    expect(instantOf(local('2026-11-01T01:30'), 'America/New_York')).toBe(Date.parse('2026-11-01T05:30Z'));
  });
});

describe('status words', () => {
  it.each([
    ['Paid', 'paid', 'valid'],
    ['bezahlt', 'paid', 'valid'],
    ['Pending (overdue)', 'pending', 'valid'],
    ['ausstehend', 'pending', 'valid'],
    ['annulée', 'cancelled', 'cancelled'],
    ['CANCELADO', 'cancelled', 'cancelled'],
    ['Storniert', 'cancelled', 'cancelled'],
    ['abgelaufen', 'expired', 'cancelled'],
    ['Remboursé', 'refunded', 'refunded'],
    ['rimborsato parzialmente', 'partially_refunded', 'valid'],
    ['Checked In', 'paid', 'checked_in'],
    ['Não pago', 'pending', 'valid'],
    ['PARTIALLY_REFUNDED', 'partially_refunded', 'valid'],
    ['Confirmado', 'paid', 'valid'],
  ])('%s', (word, order, ticket) => {
    const state = readState(word);
    expect(state && [orderStateOf(state), ticketStateOf(state)]).toEqual([order, ticket]);
  });
  it('does not guess at an unknown word', () => expect(readState('maybe')).toBeUndefined());
});

describe('people', () => {
  it.each([
    ['', 'Ada', 'Moreau', 'Ada Moreau'],
    ['Moreau, Ada', '', '', 'Ada Moreau'],
    ['Quill, Inc.', '', '', 'Quill, Inc.'],
    [' Ada \u200b Moreau\t', 'x', 'y', 'Ada Moreau'],
  ])('name %s %s %s', (whole, first, last, name) => expect(readName(whole, first, last)).toBe(name));
  it.each([
    ['Ada <ADA@Quill.example>', 'ada@quill.example'],
    ['mailto:a@b.co', 'a@b.co'],
    ['', ''],
  ])('address %s', (text, email) => expect(readEmail(text)).toEqual({ ok: true, value: email }));
  it.each(['a@b', 'a@@b.co', 'a b@c.co', 'a@b..co', 'a@b.co; c@d.co', '@b.co', '.a@b.co'])('refuses the address %s', (text) => {
    expect(readEmail(text).ok).toBe(false);
  });
});

describe('headers', () => {
  it.each([
    ['E-Mail Teilnehmer*in', 'attendee_email'],
    ['Name Teilnehmer*in', 'attendee_name'],
    ['Attendee name: Family name', 'attendee_last_name'],
    ['Invoice address name', 'buyer_name'],
    ['Rechnungsadresse: Name', 'buyer_name'],
    ['E-mail address verified', undefined],
    ["Prénom de l'acheteur", 'buyer_first_name'],
    ['Correo electrónico del asistente', 'attendee_email'],
    ['N° de commande', 'order_id'],
    ['Buyer Email', 'buyer_email'],
    ['Purchaser Last Name', 'buyer_last_name'],
    ['Ticket Company Name', undefined],
    ['Data do pedido', 'order_date'],
    ['Cognome partecipante', 'attendee_last_name'],
    ['What is your favourite name for a cat?', undefined],
  ])('%s', (header, meaning) => expect(meaningOf(header)).toBe(meaning));
});

describe('CSV downloads', () => {
  it.each([
    ['=HYPERLINK("http://x")', '"\'=HYPERLINK(""http://x"")"'],
    ['+491234', "'+491234"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', '"\'\t=1"'],
    [' =1', "' =1"],
    ['a,b', '"a,b"'],
    ['plain', 'plain'],
  ])('escape %s', (value, cell) => expect(csvCell(value)).toBe(cell));
  it('end lines with CRLF', () => expect(csvLine([1, 'a'])).toBe('1,a\r\n'));
});
