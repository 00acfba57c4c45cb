import { afterEach, describe, expect, it } from 'vitest';
import { createCalcom } from '../../../worker/connectors/calcom/client';
import { createCalendly } from '../../../worker/connectors/calendly/client';
import { calendlyReport, trackedLink, verifyCalendly } from '../../../worker/connectors/calendly/webhook';
import type { BookingRequest } from '../../../worker/ports/calendar';
import { eventually } from '../../support/eventually';
import { type FakeCalcom, startFakeCalcom } from '../../support/fake-calcom';
import { answerJson, type Fault, type Loopback, listen, type Received } from '../../support/loopback';

const open: Loopback[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

const start = '2027-03-02T09:00:00.000Z';
const request: BookingRequest = {
  ...{ meetingId: 'mtg_abcdef', sequence: 0, startsAt: Date.parse(start), minutes: 30, moves: null },
  guest: { name: 'Ada Berg', email: 'ada@nordlicht.example', timeZone: 'Europe/Berlin', locale: 'de-DE' },
};
const context = { organizationId: 'org_1', eventId: 'evt_1', idempotencyKey: 'meeting:mtg_abcdef:book:0', now: 0 };

async function calcom() {
  const fake = await startFakeCalcom('cal_key');
  open.push(fake);
  fake.free.add(start);
  return { fake, port: createCalcom({ apiKey: 'cal_key', baseUrl: fake.url, eventTypeId: 7 }) };
}
const bodiesOf = (fake: FakeCalcom) => fake.requests.filter(({ method }) => method === 'POST').map(({ body }) => JSON.parse(body));

describe('Cal.com', () => {
  it('says what is free in a span', async () => {
    const { port } = await calcom();
    const day = 86_400_000;
    expect(await port.slots({ from: request.startsAt - day, to: request.startsAt + day, minutes: 30 })).toEqual([
      { startsAt: request.startsAt, endsAt: request.startsAt + 1_800_000 },
    ]);
    expect(await port.slots({ from: request.startsAt + 1, to: request.startsAt + day, minutes: 30 })).toEqual([]);
  });

  it('books for the guest, in the shape that its version of the interface wants', async () => {
    const { fake, port } = await calcom();
    expect(await port.book(request, context)).toMatchObject({ status: 'confirmed', providerRef: 'bk1' });
    expect(bodiesOf(fake)).toEqual([
      {
        ...{ start, eventTypeId: 7, metadata: { meetingId: 'mtg_abcdef', sequence: '0' } },
        attendee: { name: 'Ada Berg', email: 'ada@nordlicht.example', timeZone: 'Europe/Berlin', language: 'de' },
      },
    ]);
  });

  it('a time that is taken is refused with what it says', async () => {
    const { fake, port } = await calcom();
    fake.free.clear();
    expect(await port.book(request, context)).toMatchObject({ status: 'failed', reason: expect.stringContaining('already has booking') });
  });

  it.each<[string, Fault]>([
    ['answers nothing after it has acted', { when: 'after', fail: 'hang' }],
    ['answers 502 after it has acted', { when: 'after', status: 502 }],
    ['breaks off after it has acted', { when: 'after', fail: 'reset' }],
  ])('when it %s, a look-up finds the booking, and there is one', async (_, fault) => {
    const { fake, port } = await calcom();
    fake.fail(fault);
    // Only the call whose answer never comes is cut short.
    const impatient = createCalcom({ apiKey: 'cal_key', baseUrl: fake.url, eventTypeId: 7, timeoutMs: 300 });
    const hangs = 'fail' in fault && fault.fail === 'hang';
    expect((await (hangs ? impatient : port).book(request, context)).status).toBe('unknown');
    await eventually('the booking', async () => fake.bookings[0]);
    expect(await port.reconcileBooking(request, context)).toEqual({ status: 'happened', providerRef: 'bk1' });
    expect(fake.bookings).toHaveLength(1);
  });

  it('what never reached it did not happen; another turn of the same meeting is not this one', async () => {
    const { fake, port } = await calcom();
    fake.fail({ when: 'before', status: 503 });
    expect((await port.book(request, context)).status).toBe('unknown');
    expect(await port.reconcileBooking(request, context)).toEqual({ status: 'did_not_happen' });
    await port.book(request, context);
    expect(await port.reconcileBooking({ ...request, sequence: 3 }, context)).toEqual({ status: 'did_not_happen' });
    fake.fail({ when: 'before', status: 500 });
    expect(await port.reconcileBooking(request, context)).toEqual({ status: 'cannot_tell' });
  });

  it('moves and cancels what it has booked', async () => {
    const { fake, port } = await calcom();
    await port.book(request, context);
    const later = '2027-03-02T10:00:00.000Z';
    fake.free.add(later);
    const moved = await port.book({ ...request, sequence: 1, startsAt: Date.parse(later), moves: 'bk1' }, context);
    expect(moved).toMatchObject({ status: 'confirmed', providerRef: 'bk2' });
    const cancel = { meetingId: request.meetingId, providerRef: 'bk2', reason: 'Cancelled by the guest' };
    expect((await port.reconcileCancel(cancel, context)).status).toBe('did_not_happen');
    expect((await port.cancel(cancel, context)).status).toBe('confirmed');
    expect((await port.reconcileCancel(cancel, context)).status).toBe('happened');
  });

  it('asks to wait when Cal.com does', async () => {
    const { fake, port } = await calcom();
    fake.fail({ when: 'before', status: 429, headers: { 'retry-after': '7' } });
    expect(await port.book(request, context)).toMatchObject({ status: 'failed', retryAfterMs: 7_000 });
  });
});

describe('Calendly', () => {
  async function calendly(status: number, body: unknown) {
    const requests: Received[] = [];
    const server = await listen((received, response) => {
      requests.push(received);
      answerJson(response, status, body);
    });
    open.push(server);
    const eventType = 'https://api.calendly.com/event_types/AAA';
    return { requests, port: createCalendly({ token: 'tok', baseUrl: server.url, eventType }) };
  }

  it('makes a link that is good for one booking', async () => {
    const { requests, port } = await calendly(201, {
      resource: { booking_url: 'https://calendly.com/d/abc', owner: 'x', owner_type: 'EventType' },
    });
    expect(await port.singleUseLink()).toBe('https://calendly.com/d/abc');
    expect(requests[0]?.path).toBe('/scheduling_links');
    expect(JSON.parse(requests[0]?.body ?? '')).toEqual({
      ...{ max_event_count: 1, owner: 'https://api.calendly.com/event_types/AAA', owner_type: 'EventType' },
    });
  });

  it.each([
    [401, {}, 'misconfigured'],
    [429, {}, 'upstream'],
    [201, { resource: { booking_url: 'javascript:alert(1)' } }, 'upstream'],
    [201, 'nothing', 'upstream'],
  ])('an answer %i %j is told as %s', async (status, body, code) => {
    const { port } = await calendly(status, body);
    await expect(port.singleUseLink()).rejects.toMatchObject({ code });
  });

  const notification = (event: string, part: Record<string, unknown> = {}) =>
    JSON.stringify({
      event,
      payload: {
        ...{ uri: 'https://api.calendly.com/scheduled_events/E1/invitees/I1', email: 'ada@nordlicht.example', timezone: 'Europe/Berlin' },
        tracking: { utm_content: 'mtg_abcdef' },
        scheduled_event: { uri: 'https://api.calendly.com/scheduled_events/E1', start_time: start, end_time: '2027-03-02T09:30:00.000Z' },
        ...part,
      },
    });

  it.each([
    ['a booking', notification('invitee.created'), 'booked', 'mtg_abcdef'],
    ['a cancellation', notification('invitee.canceled'), 'cancelled', 'mtg_abcdef'],
    ['the old half of a move', notification('invitee.canceled', { rescheduled: true }), null, 'mtg_abcdef'],
    ['a booking of somebody else', notification('invitee.created', { tracking: { utm_content: 'newsletter' } }), 'booked', null],
    ['something else', notification('routing_form_submission.created'), null, 'mtg_abcdef'],
  ])('reads %s', (_, body, happened, meetingId) => {
    expect(calendlyReport(body)).toMatchObject({ happened, meetingId, startsAt: Date.parse(start) });
  });

  it('refuses what is no notification, and a signature that does not fit', async () => {
    expect(() => calendlyReport('{"event":"invitee.created"}')).toThrow('not a notification');
    await expect(verifyCalendly('{}', `t=1,v1=${'0'.repeat(64)}`, 'a-secret-of-sixteen', 1000)).rejects.toMatchObject({
      code: 'unauthenticated',
    });
  });

  it('the meeting travels in the link', () => {
    expect(trackedLink('https://calendly.com/d/abc?x=1', 'mtg_abcdef')).toBe('https://calendly.com/d/abc?x=1&utm_content=mtg_abcdef');
  });
});
