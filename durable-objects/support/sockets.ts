import type { ToWidget } from '../../worker/contract/widget';
import type { Origin } from './attendees';

/** What is known of one attendee's socket; kept with the socket, so that it survives the object's sleep. */
export interface Socket extends Origin {
  conversationId: string;
  /** Proved by the token of its first frame. */
  admitted: boolean;
}

/**
 * The attendees' sockets, on the platform's own hibernation and below the SDK's frames and calls, none of which an
 * attendee may use. The conversation is the socket's tag.
 */
export class AttendeeSockets {
  private readonly known = new WeakMap<WebSocket, Socket>();

  constructor(private readonly ctx: DurableObjectState) {}

  /** Accepts an upgrade; nothing is shown on it before it is admitted. */
  accept(request: Request): Response {
    const { searchParams } = new URL(request.url);
    const conversationId = searchParams.get('conversation') ?? '';
    const { 0: client, 1: server } = new WebSocketPair();
    this.ctx.acceptWebSocket(server, [conversationId]);
    this.keep(server, {
      conversationId,
      admitted: false,
      connection: request.headers.get('x-connection') ?? 'unknown',
      locale: searchParams.get('locale'),
    });
    return new Response(null, { status: 101, webSocket: client });
  }

  of(socket: WebSocket): Socket | null {
    const known = this.known.get(socket);
    if (known) return known;
    const kept = attachmentOf(socket);
    if (kept) this.known.set(socket, kept);
    return kept;
  }

  keep(socket: WebSocket, state: Socket): void {
    socket.serializeAttachment(state);
    this.known.set(socket, state);
  }

  /** To the admitted sockets of one conversation. */
  show(conversationId: string, frame: ToWidget): void {
    let text: string | null = null;
    for (const socket of this.ctx.getWebSockets(conversationId)) {
      if (!this.of(socket)?.admitted || socket.readyState !== WebSocket.OPEN) continue;
      text ??= JSON.stringify(frame);
      socket.send(text);
    }
  }
}

/** The attachment is written by `keep` only, always as a `Socket`. */
function attachmentOf(socket: WebSocket): Socket | null {
  return socket.deserializeAttachment() as Socket | null;
}

export function send(socket: WebSocket, frame: ToWidget): void {
  socket.send(JSON.stringify(frame));
}
