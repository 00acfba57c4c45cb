import type { ToWidget } from '../contract';
import { reconnectDelayMs } from '../protocol/backoff';
import { type Action, reduce } from '../store/reduce';
import { type AskFrame, type AskKind, type ChatState, initialState, lastSeq } from '../store/state';
import { type Connection, connect } from './connection';
import { newId } from './new-id';
import { startConversation } from './start-conversation';
import type { ConversationKey, Shelf } from './stored';

const acknowledgedWithinMs = 12_000;
const typingEveryMs = 3_000;
const keyRefused: ReadonlySet<string> = new Set(['unauthenticated', 'forbidden', 'not_found', 'gone']);

export interface Session {
  state(): ChatState;
  /** Returns the current state at once, then after every change. */
  watch(listener: (state: ChatState) => void): void;
  say(text: string): void;
  wantPerson(): void;
  openForm(kind: AskKind): void;
  submitForm(frame: AskFrame): void;
  rate(feedback: { solved?: boolean; rating?: number }): void;
  retry(id: string): void;
  discard(id: string): void;
  typing(): void;
  reconnect(): void;
  startOver(): void;
  readProblem(): void;
  draft(): string;
  keepDraft(text: string): void;
}

/** One attendee's conversation: the reducer, its storage and its socket, wired. Nothing is asked of the server before the attendee acts. */
export function openSession(options: { origin: string; eventId: string; locale: string; shelf: Shelf }): Session {
  const { origin, eventId, locale, shelf } = options;
  const listeners: ((state: ChatState) => void)[] = [];
  const stored = shelf.read();
  let key = stored?.key ?? null;
  let state: ChatState = initialState;
  let connection: Connection | null = null;
  let starting = false;
  let startAttempt = 0;
  let draft = stored?.draft ?? '';
  let expectsPerson = stored?.expectsPerson ?? false;
  let typedAt = 0;

  function dispatch(action: Action): void {
    state = reduce(state, action);
    keep();
    flush();
    for (const listener of listeners) listener(state);
  }

  /** Something the attendee did: reason enough to ask a server again that refused before. */
  function act(action: Action): void {
    if (state.connection === 'unavailable') state = reduce(state, { type: 'connection', connection: 'idle' });
    dispatch(action);
  }

  function keep(): void {
    if (state.connection === 'online') expectsPerson = state.conversation === 'waiting' || state.conversation === 'person';
    shelf.write({ key, expectsPerson, outgoing: state.outgoing, feedback: state.feedback, draft });
  }

  function flush(): void {
    const waits = state.outgoing.some((entry) => entry.phase === 'queued') || state.personWanted === 'queued';
    if (state.limitedUntil !== null || (!waits && state.ask?.phase !== 'queued')) return;
    if (state.connection === 'unavailable') return;
    if (!key) void start();
    else if (!connection) attach(key);
    else if (state.connection === 'online') sendWaiting(connection);
  }

  function sendWaiting(connection: Connection): void {
    const queued = state.outgoing.filter((entry) => entry.phase === 'queued');
    for (const { id, text } of queued) connection.send({ type: 'say', id, text });
    if (queued.length > 0) {
      state = reduce(state, { type: 'sent', ids: queued.map((entry) => entry.id) });
      setTimeout(() => reconnectIfSilent(queued.map((entry) => entry.id)), acknowledgedWithinMs);
    }
    if (state.personWanted === 'queued') {
      connection.send({ type: 'human' });
      state = reduce(state, { type: 'person-sent' });
    }
    if (state.ask?.phase === 'queued' && state.ask.frame) {
      connection.send(state.ask.frame);
      state = reduce(state, { type: 'ask-sent' });
    }
    keep();
  }

  /** A socket may be dead without saying so; sending again under the same id costs nothing. */
  function reconnectIfSilent(ids: readonly string[]): void {
    if (state.connection !== 'online' || !state.outgoing.some((entry) => entry.phase === 'sent' && ids.includes(entry.id))) return;
    dispatch({ type: 'connection', connection: 'reconnecting' });
    connection?.reconnect();
  }

  async function start(): Promise<void> {
    if (starting) return;
    key = shelf.read()?.key ?? null; // another tab may have begun one meanwhile
    if (key) {
      attach(key);
      return;
    }
    starting = true;
    state = reduce(state, { type: 'connection', connection: navigator.onLine ? 'connecting' : 'offline' });
    const started = await startConversation(origin, eventId, locale);
    starting = false;
    if (started.kind === 'started') {
      startAttempt = 0;
      key = { conversationId: started.conversationId, token: started.token };
      keep();
      attach(key);
    } else if (started.kind === 'limited') limit(Date.now() + started.seconds * 1000);
    else if (started.kind === 'refused') {
      dispatch({ type: 'connection', connection: 'unavailable' });
    } else {
      const again = () => dispatch({ type: 'connection', connection: navigator.onLine ? 'connecting' : 'offline' });
      state = reduce(state, { type: 'connection', connection: navigator.onLine ? 'reconnecting' : 'offline' });
      for (const listener of listeners) listener(state);
      if (navigator.onLine) setTimeout(again, reconnectDelayMs(startAttempt++, Math.random()));
      else addEventListener('online', again, { once: true });
    }
  }

  function attach({ conversationId, token }: ConversationKey): void {
    const address = new URL(`/api/v1/widget/${encodeURIComponent(eventId)}/socket`, origin.replace(/^http/, 'ws'));
    address.searchParams.set('conversation', conversationId);
    address.searchParams.set('locale', locale);
    state = reduce(state, { type: 'connection', connection: 'connecting' });
    connection?.close();
    connection = connect(address.href, {
      hello: () => ({ type: 'hello', token, lastSeq: lastSeq(state) }),
      down: (down) => dispatch({ type: 'connection', connection: down }),
      frame: receive,
    });
    for (const listener of listeners) listener(state);
  }

  function receive(frame: ToWidget): void {
    if (frame.type === 'problem' && state.connection !== 'online' && keyRefused.has(frame.code)) {
      forget(true);
      return;
    }
    const before = state.limitedUntil;
    dispatch({ type: 'frame', frame, now: Date.now() });
    if (state.limitedUntil !== null && state.limitedUntil !== before) limit(state.limitedUntil);
  }

  function limit(until: number): void {
    dispatch({ type: 'limited', until });
    setTimeout(() => state.limitedUntil === until && dispatch({ type: 'limit-over' }), Math.max(0, until - Date.now()));
  }

  /** The conversation is gone or ended: the next message starts a new one. */
  function forget(keepOutgoing: boolean): void {
    connection?.close();
    connection = null;
    key = null;
    expectsPerson = false;
    shelf.clear();
    dispatch({ type: 'started-over', keepOutgoing });
  }

  if (stored) {
    state = reduce(state, { type: 'restored', outgoing: stored.outgoing, feedback: stored.feedback });
    if (key) attach(key);
    else flush();
  }
  return {
    state: () => state,
    watch: (listener) => {
      listeners.push(listener);
      listener(state);
    },
    say: (text) => act({ type: 'said', id: newId(), text, now: Date.now() }),
    wantPerson: () => act({ type: 'person-wanted' }),
    openForm: (kind) => dispatch({ type: 'ask-opened', kind }),
    submitForm: (frame) => dispatch({ type: 'ask-submitted', frame }),
    rate: (feedback) => {
      dispatch({ type: 'rated', ...feedback });
      connection?.send({ type: 'feedback', ...feedback });
    },
    retry: (id) => dispatch({ type: 'retried', id }),
    discard: (id) => dispatch({ type: 'discarded', id }),
    typing: () => {
      if (state.connection !== 'online' || Date.now() - typedAt < typingEveryMs) return;
      typedAt = Date.now();
      connection?.send({ type: 'typing' });
    },
    reconnect: () => (connection ? connection.reconnect() : flush()),
    startOver: () => forget(false),
    readProblem: () => dispatch({ type: 'problem-read' }),
    draft: () => draft,
    keepDraft: (text) => {
      draft = text;
      keep();
    },
  };
}
