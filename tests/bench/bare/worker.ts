import { DurableObject } from 'cloudflare:workers';

interface Bindings {
  BARE: DurableObjectNamespace<Bare>;
}

/** What the platform itself costs: an object that writes one row, one that passes a frame on to its sockets, and one that answers a frame. */
export class Bare extends DurableObject<Bindings> {
  constructor(ctx: DurableObjectState, env: Bindings) {
    super(ctx, env);
    ctx.storage.sql.exec('CREATE TABLE IF NOT EXISTS messages (id INTEGER PRIMARY KEY, text TEXT NOT NULL)');
  }

  async write(text: string): Promise<string> {
    this.ctx.storage.sql.exec('INSERT INTO messages (text) VALUES (?)', text);
    for (const socket of this.ctx.getWebSockets()) socket.send(JSON.stringify({ type: 'written', text }));
    return text;
  }

  override async webSocketMessage(socket: WebSocket, message: string | ArrayBuffer): Promise<void> {
    socket.send(message);
  }

  override async fetch(): Promise<Response> {
    const { 0: client, 1: server } = new WebSocketPair();
    this.ctx.acceptWebSocket(server);
    return new Response(null, { status: 101, webSocket: client });
  }
}

export default {
  async fetch(request, env) {
    const [, , , , eventId = ''] = new URL(request.url).pathname.split('/');
    const object = env.BARE.getByName(eventId);
    if (request.headers.get('upgrade') === 'websocket') return object.fetch(request);
    const { text } = await request.json<{ text: string }>();
    return Response.json({ text: await object.write(text) });
  },
} satisfies ExportedHandler<Bindings>;
