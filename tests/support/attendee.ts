import type { Message } from '../../worker/contract/conversations';
import type { FromWidget, ToWidget } from '../../worker/contract/widget';
import { eventually } from './eventually';

/** What both a browser's socket and the one of the runtime can do. */
export interface PlainSocket {
  send(text: string): void;
  close(): void;
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
  addEventListener(type: 'close', listener: (event: { code: number }) => void): void;
}

/** An attendee on the socket of one conversation: everything that came, and what to wait for. */
export class Attendee {
  readonly frames: ToWidget[] = [];
  closed: number | null = null;
  private ids = 0;

  constructor(
    private readonly socket: PlainSocket,
    readonly conversationId: string,
    readonly token: string,
  ) {
    socket.addEventListener('message', ({ data }) => {
      this.frames.push(JSON.parse(String(data)) as ToWidget);
    });
    socket.addEventListener('close', ({ code }) => {
      this.closed = code;
    });
  }

  get messages(): Message[] {
    const all = this.frames.flatMap((frame) => (frame.type === 'message' ? [frame.message] : frame.type === 'ready' ? frame.messages : []));
    return [...new Map(all.map((message) => [message.seq, message])).values()].sort((a, b) => a.seq - b.seq);
  }
  get fromAgent(): Message[] {
    return this.messages.filter((message) => message.author === 'agent');
  }
  get problems(): string[] {
    return this.frames.flatMap((frame) => (frame.type === 'problem' ? [frame.code] : []));
  }

  /** Anything, also what no widget sends. */
  raw(text: string): void {
    this.socket.send(text);
  }
  send(frame: FromWidget): void {
    this.socket.send(JSON.stringify(frame));
  }
  close(): void {
    this.socket.close();
  }
  id(): string {
    this.ids += 1;
    return `client-${this.conversationId.slice(-6)}-${this.ids}`;
  }

  async hello(lastSeq = 0): Promise<this> {
    const before = this.frames.length;
    this.send({ type: 'hello', token: this.token, lastSeq });
    await this.frame('ready', before);
    return this;
  }
  async frame<T extends ToWidget['type']>(type: T, after = 0): Promise<Extract<ToWidget, { type: T }>> {
    const is = (frame: ToWidget): frame is Extract<ToWidget, { type: T }> => frame.type === type;
    return eventually(`a frame ${type}`, () => this.frames.slice(after).find(is));
  }
  /** The first message after `seq` that fits. */
  async message(fits: (message: Message) => boolean, after = 0, withinMs?: number): Promise<Message> {
    return eventually('a message', () => this.messages.find((message) => message.seq > after && fits(message)), withinMs);
  }
  get lastSeq(): number {
    return this.messages.at(-1)?.seq ?? 0;
  }
  /** Says something and waits for what the agent answers. */
  async say(text: string, withinMs?: number): Promise<Message> {
    const { lastSeq } = this;
    this.send({ type: 'say', id: this.id(), text });
    return this.message((message) => message.author === 'agent', lastSeq, withinMs);
  }
  async told(send: FromWidget): Promise<Message> {
    const { lastSeq } = this;
    this.send(send);
    return this.message((message) => message.author === 'system', lastSeq);
  }
  /** Asks for a code and enters the one that `codeTo` finds in the mail. */
  async verify(orderCode: string, email: string, codeTo: (address: string) => Promise<string>): Promise<void> {
    await this.told({ type: 'identify', orderCode, email });
    const code = await codeTo(email);
    const said = await this.told({ type: 'code', code });
    if (said.ask) throw new Error(`not verified: ${said.text}`);
  }
}
