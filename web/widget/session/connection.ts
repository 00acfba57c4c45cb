import type { FromWidget, ToWidget } from '../contract';
import { reconnectDelayMs } from '../protocol/backoff';
import { frameFrom } from '../protocol/frame';

const answerWithinMs = 10_000;

export interface Connection {
  send(frame: FromWidget): void;
  /** Drops the socket, if there is one, and tries at once. */
  reconnect(): void;
  close(): void;
}

export interface ConnectionEvents {
  hello(): FromWidget;
  frame(frame: ToWidget): void;
  down(connection: 'reconnecting' | 'offline'): void;
}

/** Keeps one socket to `address` until closed: backoff between attempts, at once when the network or the visitor comes back. */
export function connect(address: string, events: ConnectionEvents): Connection {
  let socket: WebSocket | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let attempt = 0;
  let isReady = false;
  let isClosed = false;

  function open(): void {
    drop();
    if (isClosed) return;
    if (!navigator.onLine) {
      queueMicrotask(() => events.down('offline'));
      return;
    }
    const own = new WebSocket(address);
    socket = own;
    timer = setTimeout(() => lost(own), answerWithinMs);
    own.onopen = () => own.send(JSON.stringify(events.hello()));
    own.onmessage = ({ data }) => {
      const frame = own === socket ? frameFrom(data) : null;
      if (frame?.type === 'ready') {
        clearTimeout(timer);
        attempt = 0;
        isReady = true;
      }
      if (frame) events.frame(frame);
    };
    own.onclose = () => lost(own);
  }

  function lost(own: WebSocket): void {
    if (own !== socket) return;
    drop();
    events.down(navigator.onLine ? 'reconnecting' : 'offline');
    if (navigator.onLine && !isClosed) timer = setTimeout(open, reconnectDelayMs(attempt++, Math.random()));
  }

  function drop(): void {
    clearTimeout(timer);
    const old = socket;
    socket = null;
    isReady = false;
    old?.close();
  }

  function wentOffline(): void {
    drop();
    events.down('offline');
  }
  function cameBack(): void {
    if (!isReady && document.visibilityState === 'visible') open();
  }

  addEventListener('offline', wentOffline);
  addEventListener('online', cameBack);
  document.addEventListener('visibilitychange', cameBack);
  open();
  return {
    send: (frame) => {
      if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame));
    },
    reconnect: open,
    close: () => {
      isClosed = true;
      drop();
      removeEventListener('offline', wentOffline);
      removeEventListener('online', cameBack);
      document.removeEventListener('visibilitychange', cameBack);
    },
  };
}
