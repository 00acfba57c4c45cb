import { describe, expect, test } from 'vitest';
import type { Message, ToWidget } from '../../../web/widget/contract';
import { type Action, reduce } from '../../../web/widget/store/reduce';
import { answerToRate, type ChatState, initialState, isFirstScreen, lastSeq, quickReplies } from '../../../web/widget/store/state';

const now = Date.UTC(2026, 10, 22, 12);

function stateAfter(...actions: Action[]): ChatState {
  return actions.reduce(reduce, initialState);
}
function frame(value: ToWidget): Action {
  return { type: 'frame', frame: value, now };
}
function ready(...messages: Message[]): Action {
  return frame({ type: 'ready', state: 'agent', verified: false, messages, person: null });
}
function aMessage(message: Partial<Message>): Message {
  return { id: `m${message.seq ?? 1}`, seq: 1, author: 'agent', text: 'text', at: now, ...message };
}
function came(message: Partial<Message>, clientId?: string): Action {
  return frame({ type: 'message', message: aMessage(message), clientId });
}
function said(id: string, text = 'hello'): Action {
  return { type: 'said', id, text, now };
}
function sent(...ids: string[]): Action {
  return { type: 'sent', ids };
}
const lost: Action = { type: 'connection', connection: 'reconnecting' };
const phases = (state: ChatState) => state.outgoing.map(({ id, phase }) => `${id}:${phase}`);

describe('what the attendee says', () => {
  test('is queued, sent, and gone from the queue when the server echoes its id', () => {
    expect(phases(stateAfter(said('a')))).toEqual(['a:queued']);
    expect(phases(stateAfter(ready(), said('a'), sent('a')))).toEqual(['a:sent']);
    const state = stateAfter(ready(), said('a'), sent('a'), came({ author: 'attendee', text: 'hello' }, 'a'));
    expect(phases(state)).toEqual([]);
    expect(state.messages).toHaveLength(1);
  });

  test('is queued again under the same id when the socket goes before the echo', () => {
    expect(phases(stateAfter(ready(), said('a'), sent('a'), lost))).toEqual(['a:queued']);
  });

  test('has arrived when the transcript after a reconnect shows it', () => {
    const state = stateAfter(
      ready(),
      said('a', 'same'),
      sent('a'),
      said('b', 'same'),
      sent('b'),
      lost,
      ready(aMessage({ author: 'attendee', text: 'same' })),
    );
    expect(phases(state)).toEqual(['b:queued']);
  });

  test('and never went out has not arrived, whatever the transcript shows', () => {
    const state = stateAfter(said('a', 'same'), ready(aMessage({ author: 'attendee', text: 'same' })));
    expect(phases(state)).toEqual(['a:queued']);
  });

  test('waits out a limit and then goes under the same id', () => {
    const limited = stateAfter(
      ready(),
      said('a'),
      sent('a'),
      frame({ type: 'problem', code: 'rate_limited', text: '', retryAfterSeconds: 7 }),
    );
    expect(phases(limited)).toEqual(['a:queued']);
    expect(limited.limitedUntil).toBe(now + 7000);
    expect(reduce(limited, { type: 'limit-over' }).limitedUntil).toBeNull();
  });

  test('fails only where the server refused it, and can be tried again or discarded', () => {
    const refused = stateAfter(
      ready(),
      said('a'),
      said('b'),
      sent('a', 'b'),
      frame({ type: 'problem', code: 'invalid_input', text: 'too long' }),
    );
    expect(phases(refused)).toEqual(['a:failed', 'b:sent']);
    expect(refused.problem?.text).toBe('too long');
    expect(phases(reduce(refused, { type: 'retried', id: 'a' }))).toEqual(['a:queued', 'b:sent']);
    expect(phases(reduce(refused, { type: 'discarded', id: 'a' }))).toEqual(['b:sent']);
  });
});

describe('the transcript', () => {
  test('is ordered by seq, whatever order it came in, and holds each message once', () => {
    const state = stateAfter(ready(), came({ seq: 2 }), came({ seq: 1 }), came({ seq: 2 }));
    expect(state.messages.map((message) => message.seq)).toEqual([1, 2]);
    expect(lastSeq(state)).toBe(2);
  });

  test('a reconnect adds only what is new', () => {
    const state = stateAfter(ready(aMessage({ seq: 1 })), lost, ready(aMessage({ seq: 2 })));
    expect(state.messages.map((message) => message.seq)).toEqual([1, 2]);
  });
});

describe('an answer as it is written', () => {
  test('grows by pieces and is replaced by the finished message', () => {
    const writing = stateAfter(
      ready(),
      frame({ type: 'delta', runId: 'r', text: 'Doors ' }),
      frame({ type: 'delta', runId: 'r', text: 'open' }),
    );
    expect(writing.writing).toEqual({ runId: 'r', text: 'Doors open' });
    expect(reduce(writing, came({ runId: 'r' })).writing).toBeNull();
    expect(reduce(writing, came({ runId: 'other' })).writing).not.toBeNull();
  });

  test('is dropped when the connection goes or a person takes over', () => {
    const writing = stateAfter(ready(), frame({ type: 'delta', runId: 'r', text: 'Doors ' }));
    expect(reduce(writing, lost).writing).toBeNull();
    expect(
      reduce(writing, frame({ type: 'status', state: 'person', working: false, verified: false, person: 'Maria' })).writing,
    ).toBeNull();
  });
});

describe('forms', () => {
  const asked = [ready(), came({ ask: 'identify' })];
  const identify: Action = { type: 'ask-submitted', frame: { type: 'identify', orderCode: 'A1', email: 'a@b.example' } };

  test('the newest answer decides which one is open', () => {
    expect(stateAfter(...asked).ask?.kind).toBe('identify');
    expect(stateAfter(...asked, came({ seq: 2, ask: 'code' })).ask?.kind).toBe('code');
    expect(stateAfter(...asked, came({ seq: 2 })).ask).toBeNull();
  });

  test('what the attendee or the system says meanwhile leaves it open', () => {
    expect(stateAfter(...asked, came({ seq: 2, author: 'attendee' })).ask?.kind).toBe('identify');
    expect(stateAfter(...asked, came({ seq: 2, author: 'system' })).ask?.kind).toBe('identify');
  });

  test('a problem returns it with the reason', () => {
    const state = stateAfter(...asked, identify, { type: 'ask-sent' }, frame({ type: 'problem', code: 'refused', text: 'Try later' }));
    expect(state.ask).toMatchObject({ phase: 'editing', problem: { text: 'Try later' } });
    expect(state.problem).toBeNull();
  });

  test('a lost connection returns a code or an order, and repeats a transfer under its id', () => {
    expect(stateAfter(...asked, identify, { type: 'ask-sent' }, lost).ask).toMatchObject({
      phase: 'editing',
      problem: { code: 'connection_lost' },
    });
    const transfer: Action = {
      type: 'ask-submitted',
      frame: { type: 'transfer', id: 'transfer-1', ticketId: 't', name: 'n', email: 'a@b.example' },
    };
    const state = stateAfter(ready(), came({ ask: 'transfer' }), transfer, { type: 'ask-sent' }, lost);
    expect(state.ask).toMatchObject({ phase: 'queued', frame: { id: 'transfer-1' } });
  });

  test('a transfer is closed by the echo of its own id', () => {
    const transfer: Action = {
      type: 'ask-submitted',
      frame: { type: 'transfer', id: 'transfer-1', ticketId: 't', name: 'n', email: 'a@b.example' },
    };
    const under = [ready(), came({ ask: 'transfer' }), transfer, { type: 'ask-sent' } as const];
    expect(stateAfter(...under, came({ seq: 2, author: 'attendee' }, 'other')).ask?.kind).toBe('transfer');
    expect(stateAfter(...under, came({ seq: 2, author: 'attendee' }, 'transfer-1')).ask).toBeNull();
  });

  test('proof of identity closes what asked for it, not a transfer', () => {
    const verified = frame({ type: 'status', state: 'agent', working: false, verified: true, person: null });
    expect(stateAfter(...asked, verified).ask).toBeNull();
    expect(stateAfter(ready(), came({ ask: 'transfer' }), verified).ask?.kind).toBe('transfer');
  });
});

describe('a person', () => {
  test('is asked for once, again after a lost connection, and no more once the server knows', () => {
    const wanted: Action = { type: 'person-wanted' };
    expect(stateAfter(wanted).personWanted).toBe('queued');
    expect(stateAfter(ready(), wanted, { type: 'person-sent' }, wanted).personWanted).toBe('sent');
    expect(stateAfter(ready(), wanted, { type: 'person-sent' }, lost).personWanted).toBe('queued');
    const waiting = stateAfter(ready(), wanted, frame({ type: 'status', state: 'waiting', working: false, verified: false, person: null }));
    expect(waiting.personWanted).toBe('no');
    expect(reduce(waiting, wanted).personWanted).toBe('no');
  });
});

describe('below an answer', () => {
  const answered = [ready(), came({ outcome: 'answered', quickReplies: ['And on Sunday?'] })];

  test('the attendee is asked whether it helped, once for each answer', () => {
    expect(answerToRate(stateAfter(...answered))?.seq).toBe(1);
    expect(stateAfter(...answered, { type: 'rated', solved: true }, { type: 'rated', rating: 4 }).feedback).toEqual({
      seq: 1,
      solved: true,
      rating: 4,
    });
    expect(answerToRate(stateAfter(...answered, said('a')))).toBeNull();
    expect(answerToRate(stateAfter(ready(), came({ outcome: 'declined' })))).toBeNull();
  });

  test('replies are offered until something is said', () => {
    expect(quickReplies(stateAfter(...answered))).toEqual(['And on Sunday?']);
    expect(quickReplies(stateAfter(...answered, said('a')))).toEqual([]);
  });
});

test('a conversation whose key is refused starts over without losing what was typed', () => {
  const state = stateAfter(ready(aMessage({})), said('a'), sent('a'), { type: 'started-over', keepOutgoing: true });
  expect(state).toMatchObject({ connection: 'idle', messages: [] });
  expect(phases(state)).toEqual(['a:queued']);
  expect(isFirstScreen(stateAfter(said('a'), { type: 'started-over', keepOutgoing: false }))).toBe(true);
});
