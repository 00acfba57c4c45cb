import { describe, expect, it } from 'vitest';
import { isBuyer, maskEmail, ticketsOf } from '../../../worker/agents/support/domain/holder';
import { anOrder, aTicket } from '../../support/a-order';

const order = anOrder({
  tickets: [
    aTicket(),
    aTicket({ ticketId: 'tkt_bob', holderName: 'Bob', holderEmail: 'bob@example.org' }),
    aTicket({ ticketId: 'tkt_open', holderEmail: '' }),
  ],
});
const idsOf = (orderId: string, email: string) => ticketsOf({ orderId, email }, order).map((ticket) => ticket.ticketId);

describe('a verified holder', () => {
  it('who bought the order has all of its tickets', () => {
    expect(idsOf('ord_ada', 'ada@example.org')).toEqual(['tkt_ada1', 'tkt_bob', 'tkt_open']);
    expect(isBuyer({ orderId: 'ord_ada', email: 'ada@example.org' }, order)).toBe(true);
  });
  it('of one ticket has that one and is no buyer', () => {
    expect(idsOf('ord_ada', 'bob@example.org')).toEqual(['tkt_bob']);
    expect(isBuyer({ orderId: 'ord_ada', email: 'bob@example.org' }, order)).toBe(false);
  });
  it.each([
    ['ord_eve', 'ada@example.org'],
    ['ord_eve', 'bob@example.org'],
    ['ord_ada', 'eve@example.org'],
    ['ord_ada', ''.padEnd(1)],
  ])('of %s with "%s" has none of them', (orderId, email) => {
    expect(idsOf(orderId, email)).toEqual([]);
  });
});

describe('a masked address', () => {
  it.each([
    ['ada@example.org', 'a***@example.org'],
    ['a@b.c', 'a***@b.c'],
    ['"odd@part"@example.org', '"***@example.org'],
    ['', '***'],
    ['@example.org', '***'],
    ['nothing', '***'],
  ])('%s is %s', (email, masked) => {
    expect(maskEmail(email)).toBe(masked);
  });
});
