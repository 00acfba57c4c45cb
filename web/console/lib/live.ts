import type { FromConsole, ToConsole } from '../../../worker/contract/live';
import { reconnectDelayMs } from './reconnect-delay';

export type LiveState = 'connecting' | 'live' | 'offline';

const pingEveryMs = 25_000;
const answerWithinMs = 10_000;

/** The event's socket, kept open: reconnects with backoff, notices a dead line by ping, tells the server which conversation is watched. */
export class LiveConnection {
  #socket: WebSocket | null = null;
  #attempt = 0;
  #watched: string | null = null;
  #closed = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #answer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly url: string,
    private readonly onFrame: (frame: ToConsole) => void,
    private readonly onState: (state: LiveState) => void,
  ) {
    addEventListener('online', this.#reconnectNow);
    this.#open();
  }

  watch(conversationId: string | null): void {
    this.#watched = conversationId;
    this.#send({ type: 'watch', conversationId });
  }

  close(): void {
    this.#closed = true;
    removeEventListener('online', this.#reconnectNow);
    this.#stopTimers();
    this.#socket?.close(1000);
  }

  #open(): void {
    this.onState(this.#attempt === 0 ? 'connecting' : 'offline');
    const socket = new WebSocket(this.url);
    this.#socket = socket;
    socket.onmessage = (message) => this.#receive(socket, frameOf(message.data));
    socket.onclose = () => this.#lost(socket);
  }

  #receive(socket: WebSocket, frame: ToConsole | null): void {
    if (socket !== this.#socket || !frame) return;
    clearTimeout(this.#answer);
    if (frame.type === 'hello') {
      this.#attempt = 0;
      this.onState('live');
      if (this.#watched) this.watch(this.#watched);
      this.#schedulePing();
    }
    if (frame.type === 'pong') this.#schedulePing();
    else this.onFrame(frame);
  }

  #schedulePing(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#send({ type: 'ping' });
      this.#answer = setTimeout(() => this.#abandon(), answerWithinMs);
    }, pingEveryMs);
  }

  #lost(socket: WebSocket): void {
    if (this.#closed || socket !== this.#socket) return;
    this.#stopTimers();
    this.onState('offline');
    this.#timer = setTimeout(() => this.#open(), reconnectDelayMs(this.#attempt++, Math.random()));
  }

  /** A line without an answer is given up; its own close event may come minutes later or never. */
  #abandon(): void {
    const socket = this.#socket;
    if (!socket) return;
    socket.close();
    this.#lost(socket);
    this.#socket = null;
  }

  #reconnectNow = () => {
    if (this.#socket?.readyState === WebSocket.OPEN) return;
    this.#stopTimers();
    this.#open();
  };

  #stopTimers(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#answer);
  }

  #send(frame: FromConsole): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(frame));
  }
}

function frameOf(data: unknown): ToConsole | null {
  if (typeof data !== 'string') return null;
  try {
    return JSON.parse(data);
  } catch {
    return null;
  }
}
