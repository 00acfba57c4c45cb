import { beforeAll, describe, expect, it } from 'vitest';
import type { Conversation } from '../../worker/contract/conversations';
import type { ToConsole } from '../../worker/contract/live';
import type { Attendee } from '../support/attendee';
import { eventually } from '../support/eventually';
import { aBrowser, anotherOrganization, home, joinAs } from '../support/http-client';
import { aProduct, openSocket, type Product, theOwner, upgraded } from '../support/product';

let product: Product;
beforeAll(async () => {
  product = await aProduct({ allowedOrigins: ['https://shop.example.org'] });
  await product.call('POST', `/events/${product.eventId}/documents`, {
    kind: 'text',
    title: 'Venue',
    text: '# Venue\n\n## Doors\n\nThe doors open at 08:30 on both days.',
  });
});
const begin = (eventId = product.eventId) =>
  product.call<{ conversationId: string; token: string }>('POST', `/widget/${eventId}/conversations`, {}, aBrowser());
const path = (conversation: Attendee, what = '') => `/events/${product.eventId}/conversations/${conversation.conversationId}${what}`;

describe('the socket of a conversation', () => {
  it.each<[string, (own: string, other: string) => string]>([
    ['no token', () => ''],
    ['an invented one', () => 'x'.repeat(43)],
    ['the right one cut short', (own) => own.slice(0, -1)],
    ['that of another conversation', (_own, other) => other],
  ])('with %s shows nothing and is closed', async (_name, tokenOf) => {
    const [mine, theirs] = [await begin(), await begin()];
    const attendee = await openSocket(product.eventId, mine.conversationId, tokenOf(mine.token, theirs.token));
    attendee.send({ type: 'hello', token: tokenOf(mine.token, theirs.token), lastSeq: 0 });
    await attendee.frame('problem');
    expect(attendee.problems).toEqual(['unauthenticated']);
    await eventually('it is closed', () => attendee.closed === 4401);
    expect(attendee.frames.every((frame) => frame.type === 'problem')).toBe(true);
  });

  it('with the token of another event’s conversation of the same id shows nothing', async () => {
    const elsewhere = await aProduct();
    const mine = await begin();
    const attendee = await openSocket(elsewhere.eventId, mine.conversationId, mine.token);
    attendee.send({ type: 'hello', token: mine.token, lastSeq: 0 });
    await attendee.frame('problem');
    expect(attendee.problems).toEqual(['unauthenticated']);
  });

  it('before hello takes no frame of any kind, and nothing is kept', async () => {
    const { conversationId, token } = await begin();
    const attendee = await openSocket(product.eventId, conversationId, token);
    attendee.send({ type: 'say', id: 'early-frame', text: 'Hello?' });
    attendee.send({ type: 'identify', orderCode: 'ADA', email: 'ada@example.org' });
    attendee.send({ type: 'code', code: '123456' });
    attendee.send({ type: 'human' });
    attendee.send({ type: 'feedback', solved: false });
    attendee.send({ type: 'transfer', id: 'early-form', ticketId: 'tkt_1', name: 'Eve', email: 'eve@evil.example' });
    await eventually('six refusals', () => attendee.problems.length === 6);
    expect(new Set(attendee.problems)).toEqual(new Set(['unauthenticated']));
    expect((await product.call('GET', path(attendee))).status).toBe(404);
  });

  it('answers garbage with a problem and stays usable', async () => {
    const attendee = await product.attendee();
    for (const text of [
      '',
      '{',
      'null',
      '[]',
      '{"type":"hello"}',
      '{"type":"sudo"}',
      '{"type":"say"}',
      'x'.repeat(20_001),
      '{"type":"say","id":"12345678","text":""}',
    ])
      attendee.raw(text);
    await eventually('each is answered', () => attendee.problems.length === 9);
    expect(new Set(attendee.problems)).toEqual(new Set(['invalid_input', 'too_large']));
    expect((await attendee.say('When do the doors open?')).author).toBe('agent');
  });

  it('never sees another conversation, however two talk at once', async () => {
    const [ada, bob] = [await product.attendee(), await product.attendee()];
    await Promise.all([ada.say('I am Ada, when do the doors open?'), bob.say('I am Bob, when do the doors open?')]);
    expect(JSON.stringify(ada.frames)).not.toContain('I am Bob');
    expect(JSON.stringify(bob.frames)).not.toContain('I am Ada');
  });

  it('after a reconnect shows what came since, to the holder of the token', async () => {
    const attendee = await product.attendee();
    await attendee.say('When do the doors open?');
    attendee.close();
    const again = await (await openSocket(product.eventId, attendee.conversationId, attendee.token)).hello(1);
    expect(again.messages.map((message) => message.seq)).toEqual(attendee.messages.map((message) => message.seq).filter((seq) => seq > 1));
  });

  it('is limited by conversation, and says for how long', async () => {
    const attendee = await product.attendee();
    for (let i = 0; i < 12; i++) attendee.send({ type: 'feedback', rating: 3 });
    const problem = await attendee.frame('problem');
    expect(problem).toMatchObject({ code: 'rate_limited', retryAfterSeconds: expect.any(Number) });
  });

  it.each<[string, Record<string, string>, string, number]>([
    ['from a site that the organizer did not list', { origin: 'https://evil.example' }, 'evt', 403],
    ['of an event that does not exist', {}, 'evt_none00000', 404],
    ['without the id of a conversation', {}, 'no-conversation', 400],
  ])('%s is refused before the upgrade', async (_name, headers, which, status) => {
    const { conversationId } = await begin();
    const event = which === 'evt_none00000' ? which : product.eventId;
    const query = which === 'no-conversation' ? '' : `?conversation=${conversationId}`;
    await expect(upgraded(`/api/v1/widget/${event}/socket${query}`, headers)).rejects.toThrow(`refused with ${status}`);
  });
  it('from a listed site and from our own is accepted', async () => {
    const { conversationId, token } = await begin();
    for (const origin of ['https://shop.example.org', home])
      await (await openSocket(product.eventId, conversationId, token, { headers: { origin } })).hello();
  });
});

describe('after a person took over, the agent', () => {
  const state = async (attendee: Attendee) => product.call<Conversation>('GET', path(attendee));
  const takeOver = (attendee: Attendee) => product.call<Conversation>('POST', path(attendee, '/take-over'), {});
  const handBack = (attendee: Attendee) => product.call<Conversation>('POST', path(attendee, '/hand-back'), {});
  /** Agent messages after the last takeover that was not handed back. */
  const spokeAfter = (attendee: Attendee, seq: number) =>
    attendee.messages.filter((message) => message.author === 'agent' && message.seq > seq);
  const joinedAt = (view: Conversation) => view.messages.findLast((message) => message.author === 'system')?.seq ?? 0;

  it('is silent until handed back, and then answers again', async () => {
    const attendee = await product.attendee();
    await attendee.say('When do the doors open?');
    const taken = await takeOver(attendee);
    expect(taken.state).toBe('person');
    for (const text of ['Hello?', 'Are you there?']) attendee.send({ type: 'say', id: attendee.id(), text });
    await eventually(
      'both are heard',
      async () => (await state(attendee)).messages.filter((message) => message.author === 'attendee').length === 3,
    );
    await product.call('POST', path(attendee, '/messages'), { text: 'I am here.' });
    expect((await attendee.message((message) => message.author === 'person')).text).toBe('I am here.');
    expect(spokeAfter(attendee, joinedAt(taken))).toEqual([]);
    await handBack(attendee);
    expect((await attendee.say('When do the doors open?')).author).toBe('agent');
  });

  it.each([0, 1, 2, 3, 5, 8, 13, 21, 34, 55, 80])(
    'is silent when it was taken over %d turns of the loop into its answer',
    async (turns) => {
      const attendee = await product.attendee();
      await attendee.told({ type: 'identify', orderCode: 'NOSUCH', email: 'x@example.org' });
      const { lastSeq } = attendee;
      attendee.send({ type: 'say', id: attendee.id(), text: 'When do the doors open?' });
      for (let i = 0; i < turns; i++) await new Promise((resolve) => setTimeout(resolve, 0));
      const taken = await takeOver(attendee);
      attendee.send({ type: 'say', id: attendee.id(), text: 'And where is the hall?' });
      const view = await eventually('all is heard', async () => {
        const now = await state(attendee);
        return now.messages.filter((message) => message.author === 'attendee').length === 2 && now;
      });
      await product.support(attendee.conversationId).flush();
      expect(view.state).toBe('person');
      expect(spokeAfter(attendee, Math.max(lastSeq, joinedAt(taken)))).toEqual([]);
      const last = await state(attendee);
      expect(last.messages.filter((message) => message.author === 'agent' && message.seq > joinedAt(taken))).toEqual([]);
    },
  );

  it('is silent when a person was asked for, and the team is told by one mail', async () => {
    const attendee = await product.attendee();
    await attendee.told({ type: 'human' });
    attendee.send({ type: 'human' });
    attendee.send({ type: 'say', id: attendee.id(), text: 'When do the doors open?' });
    await eventually('it is heard', async () => (await state(attendee)).messages.some((message) => message.author === 'attendee'));
    expect((await state(attendee)).state).toBe('waiting');
    expect(attendee.fromAgent).toEqual([]);
    const mails = await product.sql('SELECT id FROM outbox WHERE idempotency_key LIKE ?', `handover:${attendee.conversationId}:%`);
    expect(mails).toHaveLength(1);
  });

  it('answers nobody while it is paused: the next message goes to a person', async () => {
    const paused = await aProduct();
    const attendee = await paused.attendee();
    await attendee.say('Hello');
    await paused.settings({ paused: true });
    const said = await attendee.told({ type: 'say', id: attendee.id(), text: 'When do the doors open?' });
    expect(said.author).toBe('system');
    expect((await paused.call<Conversation>('GET', `/events/${paused.eventId}/conversations/${attendee.conversationId}`)).state).toBe(
      'waiting',
    );
  });
});

describe('the socket of a console', () => {
  const live = (eventId = product.eventId) => `/api/v1/events/${eventId}/live`;
  const listen = async (headers: Record<string, string>) => {
    const socket = await upgraded(live(), headers);
    const frames: ToConsole[] = [];
    socket.addEventListener('message', ({ data }) => {
      frames.push(JSON.parse(String(data)) as ToConsole);
    });
    await eventually('hello', () => frames.some((frame) => frame.type === 'hello'));
    return { socket, frames };
  };

  it('is refused without identity, with a wrong key, from another origin, and for another organization’s event', async () => {
    const { cookie } = await theOwner();
    const other = await anotherOrganization();
    const tries: [string, Record<string, string>, number][] = [
      [live(), {}, 401],
      [live(), { authorization: 'Bearer evk_0123456789012345678901' }, 401],
      [live(), { cookie: 'eventos.session_token=invented' }, 401],
      [live(), { cookie }, 403],
      [live(), { cookie, origin: 'https://evil.example' }, 403],
      [live(), { cookie, origin: 'https://shop.example.org' }, 403],
      [live(other.eventId), { cookie, origin: home }, 404],
      [live('evt_none00000'), { cookie, origin: home }, 404],
    ];
    for (const [route, headers, status] of tries)
      await expect(
        upgraded(route, { 'cf-connecting-ip': '203.0.113.77', ...headers }),
        `${route} ${JSON.stringify(headers)}`,
      ).rejects.toThrow(`refused with ${status}`);
  });

  it('shows a decision in every open console, also to those who may only look', async () => {
    const owner = await theOwner();
    const viewer = await joinAs(owner, 'watcher@example.org', 'viewer');
    const consoles = [await listen({ cookie: owner.cookie, origin: home }), await listen({ cookie: viewer.cookie, origin: home })];
    await product.settings({ mode: 'assisted' });
    const order = await product.order();
    await product.askRefund(await product.verified(order));
    const [approval] = await eventually('a proposal', async () => {
      const items = await product.approvals('pending');
      return items.length > 0 && items;
    });
    if (!approval) throw new Error('nothing waits');
    await product.decide(approval, { decision: 'reject' });
    for (const { frames } of consoles)
      await eventually('the decision is shown', () =>
        frames.some((frame) => frame.type === 'approval' && frame.approval.id === approval.id && frame.approval.state === 'rejected'),
      );
    await product.settings({ mode: 'full_auto' });
    for (const { socket } of consoles) socket.close();
  });

  it('shows the words of the conversation that it watches and of no other', async () => {
    const { cookie } = await theOwner();
    const { socket, frames } = await listen({ cookie, origin: home });
    const [watched, other] = [await product.attendee(), await product.attendee()];
    socket.send(JSON.stringify({ type: 'watch', conversationId: watched.conversationId }));
    socket.send(JSON.stringify({ type: 'ping' }));
    await eventually('pong', () => frames.some((frame) => frame.type === 'pong'));
    await other.say('A private matter');
    await watched.say('When do the doors open?');
    await eventually('the answer is shown', () => frames.some((frame) => frame.type === 'message' && frame.message.author === 'agent'));
    const seen = frames.flatMap((frame) => (frame.type === 'message' || frame.type === 'delta' ? [frame.conversationId] : []));
    expect(new Set(seen)).toEqual(new Set([watched.conversationId]));
    for (const garbage of ['', '{', '[]', '{"type":"approve"}', 'x'.repeat(2000)]) socket.send(garbage);
    socket.close();
  });
});
