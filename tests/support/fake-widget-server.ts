import { createHash, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import type { z } from 'zod';
import type { Message } from '../../worker/contract/conversations';
import { FromWidget, type ToWidget, type WidgetConfig } from '../../worker/contract/widget';
import { widgetDemoPage } from '../../worker/http/routes/widget-page';
import { readTextFrames, textFrame } from './websocket-frames';

type Said = z.infer<typeof Message>;
type Answer = Partial<Said> & { text: string };
export interface FakeConversation {
  id: string;
  token: string;
  messages: Said[];
  /** Client ids of `say` frames, in order, repeats included. */
  said: string[];
  frames: FromWidget[];
  state: 'agent' | 'waiting' | 'person' | 'closed';
  verified: boolean;
  person: string | null;
  sockets: Set<Duplex>;
}

/** What the fake does on a frame; `say`, `identify` and so on have an answer of their own only if the test gives one. */
export interface FakeBehaviour {
  config?: Partial<WidgetConfig>;
  onFrame?(frame: FromWidget, fake: FakeWidgetServer, conversation: FakeConversation): void;
}

/** Speaks the widget's protocol and serves what was built in `assets`, the demo page, and `pages` by path. One per test file. */
export class FakeWidgetServer {
  readonly conversations = new Map<string, FakeConversation>();
  readonly pages = new Map<string, string>();
  behaviour: FakeBehaviour = {};
  /** Status that the next start of a conversation gets instead of 200. */
  startStatus = 200;
  private readonly server = createServer((request, response) => void this.serve(request, response));
  private readonly sockets = new Set<Duplex>();

  constructor(private readonly assets: string) {
    this.server.on('upgrade', (request, socket) => this.upgrade(request, socket));
  }

  async listen(port: number): Promise<string> {
    await new Promise<void>((resolve, reject) => this.server.once('error', reject).listen(port, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.dropSockets();
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  reset(behaviour: FakeBehaviour = {}): void {
    this.dropSockets();
    this.conversations.clear();
    this.behaviour = behaviour;
    this.startStatus = 200;
  }

  /** As if the network had gone: no closing handshake. */
  dropSockets(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  only(): FakeConversation {
    const [conversation, ...others] = this.conversations.values();
    if (!conversation || others.length > 0) throw new Error(`expected one conversation, there are ${this.conversations.size}`);
    return conversation;
  }

  send(conversation: FakeConversation, frame: ToWidget): void {
    for (const socket of conversation.sockets) socket.write(textFrame(JSON.stringify(frame)));
  }

  status(conversation: FakeConversation, change: Partial<FakeConversation> & { working?: boolean } = {}): void {
    Object.assign(conversation, change);
    const { state, verified, person } = conversation;
    this.send(conversation, { type: 'status', state, verified, person, working: change.working ?? false });
  }

  add(conversation: FakeConversation, message: Answer & { author: Said['author'] }, clientId?: string): void {
    const seq = conversation.messages.length + 1;
    const full: Said = { id: `msg_${seq}`, seq, at: Date.UTC(2026, 10, 22, 14, seq), ...message };
    conversation.messages.push(full);
    this.send(conversation, clientId ? { type: 'message', message: full, clientId } : { type: 'message', message: full });
  }

  answer(conversation: FakeConversation, answer: string | Answer): void {
    const message = typeof answer === 'string' ? { text: answer } : answer;
    this.add(conversation, { author: 'agent', outcome: 'answered', ...message });
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-headers', 'content-type');
    const json = (status: number, body: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json', 'retry-after': '1' }).end(JSON.stringify(body));
    const page = this.pages.get(url.pathname);
    if (request.method === 'OPTIONS') response.writeHead(204).end();
    else if (page) response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
    else if (/^\/api\/v1\/widget\/evt_\w+\/config$/.test(url.pathname)) json(200, { ...config, ...this.behaviour.config });
    else if (/^\/api\/v1\/widget\/evt_\w+\/conversations$/.test(url.pathname)) {
      const status = this.startStatus;
      this.startStatus = 200;
      json(status, status === 200 ? this.start() : { code: 'forbidden', detail: 'refused' });
    } else if (url.pathname === '/widget.js' || url.pathname.startsWith('/widget/')) {
      const body = await readFile(join(this.assets, url.pathname)).catch(() => null);
      response.writeHead(body ? 200 : 404, { 'content-type': 'text/javascript' }).end(body);
    } else {
      const demo = widgetDemoPage(new Request(url));
      response.writeHead(demo?.status ?? 404, Object.fromEntries(demo?.headers ?? [])).end(await demo?.text());
    }
  }

  private start(): { conversationId: string; token: string } {
    const conversation: FakeConversation = {
      id: `cnv_${randomUUID()}`,
      token: randomUUID(),
      messages: [],
      said: [],
      frames: [],
      state: 'agent',
      verified: false,
      person: null,
      sockets: new Set(),
    };
    this.conversations.set(conversation.id, conversation);
    return { conversationId: conversation.id, token: conversation.token };
  }

  private upgrade(request: IncomingMessage, socket: Duplex): void {
    const conversation = this.conversations.get(new URL(request.url ?? '/', 'http://localhost').searchParams.get('conversation') ?? '');
    const accept = createHash('sha1')
      .update(`${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
      .digest('base64');
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
    this.sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      this.sockets.delete(socket);
      conversation?.sockets.delete(socket);
    });
    readTextFrames(socket, (text) => {
      const frame = FromWidget.parse(JSON.parse(text));
      if (!conversation || (frame.type === 'hello' && frame.token !== conversation.token)) {
        socket.write(
          textFrame(JSON.stringify({ type: 'problem', code: 'unauthenticated', text: 'The key of this conversation is not valid.' })),
        );
      } else this.receive(conversation, socket, frame);
    });
  }

  private receive(conversation: FakeConversation, socket: Duplex, frame: FromWidget): void {
    conversation.frames.push(frame);
    if (frame.type === 'hello') {
      const { state, verified, person } = conversation;
      const messages = conversation.messages.filter((message) => message.seq > frame.lastSeq);
      conversation.sockets.add(socket);
      socket.write(textFrame(JSON.stringify({ type: 'ready', state, verified, person, messages } satisfies ToWidget)));
      return;
    }
    if (frame.type === 'say') {
      const isRepeat = conversation.said.includes(frame.id);
      conversation.said.push(frame.id);
      if (isRepeat) return;
    }
    this.behaviour.onFrame?.(frame, this, conversation);
  }
}

const config: WidgetConfig = {
  eventId: 'evt_demo',
  name: 'Saltmarsh Weekend',
  brandColor: '#0b6470',
  contactEmail: 'hello@saltmarsh.example',
  suggestions: ['When does registration open?', 'Can I bring my dog?', 'How do I get a refund?'],
};
