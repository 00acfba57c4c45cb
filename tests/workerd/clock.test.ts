import { beforeAll, describe, expect, it } from 'vitest';
import { aTicket, eur } from '../support/a-order';
import { eventually } from '../support/eventually';
import { aProduct, type Product } from '../support/product';

const start = Date.parse('2098-01-10T10:00:00Z');
const day = 86_400_000;
let product: Product;

const virtual = () => aProduct({ clock: 'virtual', clockNow: '2098-01-10T10:00:00Z', timeZone: 'UTC' });
const advance = (by: string, on = product) => on.call<{ now: number; ran: number }>('POST', `/events/${on.eventId}/clock`, { advance: by });

beforeAll(async () => {
  product = await virtual();
  await product.call('POST', `/events/${product.eventId}/documents`, {
    kind: 'text',
    title: 'Venue',
    text: '# Venue\n\n## Doors\n\nThe doors open at 08:30 on both days.',
  });
});

describe('a virtual clock', () => {
  it('stands still until it is advanced, and says where it stands', async () => {
    expect((await product.call<{ now: number }>('GET', `/events/${product.eventId}`)).now).toBe(start);
    expect((await advance('PT1H')).now).toBe(start + 3_600_000);
    expect((await product.call<{ now: number }>('GET', `/events/${product.eventId}`)).now).toBe(start + 3_600_000);
  });

  it('runs what falls due on the way, each at its own time: silence resolves after a day, a proposal expires after three', async () => {
    const attendee = await product.attendee();
    await eventually('an answer', async () => (await attendee.say('When do the doors open?')).outcome === 'answered');
    const order = await product.order({ tickets: [aTicket({ price: eur(400) }), aTicket({ price: eur(400) })] });
    const buyer = await product.verified(order);
    await product.askRefund(buyer);
    const [approval] = await product.approvals('pending');
    const resolution = async () =>
      (await product.call<{ resolution: string }>('GET', `/events/${product.eventId}/conversations/${attendee.conversationId}`)).resolution;
    const asked = (await product.call<{ now: number }>('GET', `/events/${product.eventId}`)).now;
    expect(approval?.expiresAt).toBe(asked + 3 * day);

    await advance('PT23H59M');
    expect([await resolution(), (await product.approvals('pending')).length]).toEqual(['open', 1]);
    await advance('PT1M');
    expect([await resolution(), (await product.approvals('pending')).length]).toEqual(['assumed', 1]);
    await advance('P1DT23H59M');
    expect((await product.approvals('pending')).length).toBe(1);
    expect((await advance('PT1M')).ran).toBeGreaterThan(0);
    expect((await product.approvals('expired')).map((one) => one.id)).toEqual([approval?.id]);
  });

  it('ends a code after its ten minutes', async () => {
    const order = await product.order();
    const attendee = await product.attendee();
    await attendee.told({ type: 'identify', orderCode: order.code, email: order.buyerEmail });
    const code = await product.codeTo(order.buyerEmail);
    await advance('PT11M');
    expect((await attendee.told({ type: 'code', code })).ask).toBe('identify');
  });

  it('gets past a paused agent with several mails queued for one address', async () => {
    const paused = await virtual();
    await paused.settings({ paused: true });
    const order = await paused.order();
    for (let i = 0; i < 3; i++) await (await paused.attendee()).told({ type: 'identify', orderCode: order.code, email: order.buyerEmail });
    const { now } = await advance('PT5M', paused);
    expect(now).toBe(start + 5 * 60_000);
    expect((await paused.outbox('mail.send')).map((row) => row.state)).toEqual(['authorised', 'authorised', 'authorised']);
    await paused.settings({ paused: false });
    await advance('PT5M', paused);
    expect((await paused.outbox('mail.send')).map((row) => row.state)).toEqual(['confirmed', 'confirmed', 'confirmed']);
  });

  it('sends nothing but through the stand-ins, and never moves back or by nonsense', async () => {
    for (const by of ['-P1D', 'P900D', 'soon', '']) {
      const before = (await product.call<{ now: number }>('GET', `/events/${product.eventId}`)).now;
      expect((await advance(by)).status, by).toBe(400);
      expect((await product.call<{ now: number }>('GET', `/events/${product.eventId}`)).now).toBe(before);
    }
  });

  it('is refused on an event of the real clock', async () => {
    const real = await aProduct();
    expect((await advance('P1D', real)).status).toBe(409);
  });
});
