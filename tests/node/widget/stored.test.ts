import { describe, expect, test } from 'vitest';
import { reconnectDelayMs } from '../../../web/widget/protocol/backoff';
import { frameFrom } from '../../../web/widget/protocol/frame';
import { type Stored, shelfFor, storedFrom } from '../../../web/widget/session/stored';

const value: Stored = { key: { conversationId: 'c', token: 't' }, expectsPerson: true, outgoing: [], draft: 'half a', feedback: null };

function aStorage(overrides: Partial<Storage> = {}): Storage {
  const entries = new Map<string, string>();
  return {
    length: 0,
    key: () => null,
    clear: () => entries.clear(),
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, text) => void entries.set(key, text),
    removeItem: (key) => void entries.delete(key),
    ...overrides,
  };
}

describe('what outlives a reload', () => {
  test('is kept per event', () => {
    const storage = aStorage();
    shelfFor('evt_1', storage).write(value);
    expect(shelfFor('evt_1', storage).read()).toEqual(value);
    expect(shelfFor('evt_2', storage).read()).toBeNull();
  });

  test('lives in memory where the browser refuses or is full', () => {
    const refuse = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    const shelf = shelfFor('evt_1', aStorage({ getItem: refuse, setItem: refuse, removeItem: refuse }));
    shelf.write(value);
    expect(shelf.read()).toEqual(value);
    shelf.clear();
    expect(shelf.read()).toBeNull();
    expect(shelfFor('evt_1', null).read()).toBeNull();
  });

  test.each(['', 'null', '7', '{not json', '"text"'])('%j is nothing', (json) => {
    expect(storedFrom(json)).toBeNull();
  });

  test('wrong parts are replaced by empty ones', () => {
    expect(
      storedFrom('{"key":{"conversationId":1,"token":"t"},"outgoing":[{"id":1},null,{"id":"a","text":"b"}],"feedback":{"seq":"x"}}'),
    ).toEqual({
      key: null,
      expectsPerson: false,
      outgoing: [{ id: 'a', text: 'b' }],
      draft: '',
      feedback: null,
    });
  });
});

test('a frame that is unknown or broken is nothing', () => {
  expect(frameFrom('{"type":"delta","runId":"r","text":"x"}')).toMatchObject({ type: 'delta' });
  for (const data of ['{"type":"newer"}', '{', 'null', '1', new ArrayBuffer(2)]) expect(frameFrom(data)).toBeNull();
});

test('reconnects come quickly at first, then at most every 15 seconds, never all at once', () => {
  expect([0, 1, 2, 3, 4, 5, 50].map((attempt) => reconnectDelayMs(attempt, 0))).toEqual([250, 500, 1000, 2000, 4000, 7500, 7500]);
  expect([0, 50].map((attempt) => reconnectDelayMs(attempt, 0.999))).toEqual([500, 14_993]);
});
