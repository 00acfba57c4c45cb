import { describe, expect, it } from 'vitest';
import { quoteRefund, refundStepOn, remaining } from '../../../worker/agents/support/domain/refund-quote';
import { localDate } from '../../../worker/core/instant';
import { anOrder, aTicket, eur, jpy } from '../../support/a-order';

const table = [
  { until: '2027-05-06', percent: 50 },
  { until: '2027-03-31', percent: 100 },
];

describe('the refund table', () => {
  it.each([
    ['2026-12-01', 100],
    ['2027-03-31', 100],
    ['2027-04-01', 50],
    ['2027-05-06', 50],
    ['2027-05-07', 0],
    ['2030-01-01', 0],
  ])('on %s gives %d %%, in whatever order its rows stand', (today, percent) => {
    expect(quoteRefund(anOrder(), null, today, table).percent).toBe(percent);
    expect(quoteRefund(anOrder(), null, today, [...table].reverse()).percent).toBe(percent);
  });
  it.each([
    ['Europe/Berlin', '2027-03-31T21:59:59Z', 100],
    ['Europe/Berlin', '2027-03-31T22:00:00Z', 50],
    ['America/Los_Angeles', '2027-04-01T06:59:59Z', 100],
    ['America/Los_Angeles', '2027-04-01T07:00:00Z', 50],
    ['Pacific/Auckland', '2027-03-31T10:59:59Z', 100],
    ['Pacific/Auckland', '2027-03-31T11:00:00Z', 50],
  ])('in %s ends its day at midnight there: %s gives %d %%', (zone, iso, percent) => {
    expect(quoteRefund(anOrder(), null, localDate(Date.parse(iso), zone), table).percent).toBe(percent);
  });
  it('without rows gives nothing, and says no last day', () => {
    expect(refundStepOn('2027-01-01', [])).toBeNull();
    expect(quoteRefund(anOrder(), null, '2027-01-01', [])).toEqual({ percent: 0, amount: eur(0) });
  });
});

describe('what an order gets back', () => {
  const two = [aTicket(), aTicket({ ticketId: 'tkt_ada2', price: eur(80.01) })];
  const quoted = (order: ReturnType<typeof anOrder>, ticketId: string | null = null, today = '2027-04-15') =>
    quoteRefund(order, ticketId, today, table).amount;

  it.each([
    ['the whole order', anOrder({ tickets: two }), null, eur(100.01)],
    ['one ticket of it', anOrder({ tickets: two }), 'tkt_ada2', eur(40.01)],
    ['a ticket of another order', anOrder({ tickets: two }), 'tkt_eve', eur(0)],
    ['only valid tickets', anOrder({ tickets: [aTicket(), aTicket({ state: 'checked_in' })] }), null, eur(60)],
    ['a ticket that nobody holds yet', anOrder({ tickets: [aTicket({ state: 'unassigned' })] }), null, eur(60)],
    ['nothing but cancelled tickets', anOrder({ tickets: [aTicket({ state: 'cancelled' })] }), null, eur(0)],
    ['a discounted order: never more than was paid', anOrder({ total: eur(50) }), null, eur(25)],
    ['an order with most already refunded', anOrder({ refunded: eur(110) }), null, eur(5)],
    ['an order refunded beyond its total', anOrder({ refunded: eur(500) }), null, eur(0)],
    ['a free ticket', anOrder({ tickets: [aTicket({ price: eur(0) })] }), null, eur(0)],
    ['yen, which have no cents', anOrder({ tickets: [aTicket({ price: jpy(12_345) })] }), null, jpy(6173)],
  ])('%s', (_name, order, ticketId, expected) => {
    expect(quoted(order, ticketId)).toEqual(expected);
  });
  it('never exceeds what is left, whatever was refunded before', () => {
    for (let refunded = 0; refunded <= 300; refunded += 3)
      for (const today of ['2027-01-01', '2027-04-15', '2027-06-01']) {
        const order = anOrder({ tickets: two, refunded: eur(refunded) });
        const amount = quoted(order, null, today).minor;
        expect(amount).toBeLessThanOrEqual(remaining(order).minor);
        expect(amount).toBeGreaterThanOrEqual(0);
      }
  });
});
