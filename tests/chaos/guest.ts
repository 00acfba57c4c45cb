import type { Message } from '../../worker/contract/conversations';
import { Attendee } from '../support/attendee';
import { eventually } from '../support/eventually';
import type { Order, World } from './world';

/** Longer than an answer takes; a connection that a kill has broken ends sooner. */
const answerMs = 12_000;
const wishes = ['Please send me my ticket again', 'I want a refund of my order please', 'yes please'] as const;

/** An attendee who wants a code, the ticket again and a refund, and goes on after every crash where they were. */
export class Guest {
  done = false;
  /** What the product has said that it does, and so has to happen. */
  readonly promised = { codes: 0, ticket: false, refund: false };
  /** Texts that were heard, with no answer seen yet. */
  unanswered = 0;
  private seat: { conversationId: string; token: string } | null = null;
  private rounds = 0;

  constructor(
    readonly order: Order,
    private readonly world: World,
    private readonly number: number,
  ) {}

  /** Its own connection, so that nobody's limits are in its way. */
  private get address(): string {
    return `10.${(this.number >> 16) & 255}.${(this.number >> 8) & 255}.${this.number & 255}`;
  }

  /** Goes on until it has what it wants, or the product is gone. */
  async visit(): Promise<void> {
    if (++this.rounds > 6) this.done = true;
    if (this.done) return;
    const guest = await this.connect();
    try {
      if (!(await this.verified(guest))) return;
      for (const wish of wishes) await this.ask(guest, wish);
      this.done = true;
    } finally {
      guest.close();
    }
  }

  /** Whether everything that was heard is answered by now. */
  async heard(): Promise<boolean> {
    if (!this.seat) return true;
    const guest = await this.connect();
    try {
      const last = guest.messages.findLast((message) => message.author === 'attendee');
      if (!last) return true;
      await guest.message((message) => message.author === 'agent' || message.author === 'person', last.seq, answerMs);
      return true;
    } catch {
      return guest.messages.some((message) => message.author === 'system' && message.seq > (this.lastOwn(guest)?.seq ?? 0));
    } finally {
      guest.close();
    }
  }

  private lastOwn(guest: Attendee): Message | undefined {
    return guest.messages.findLast((message) => message.author === 'attendee');
  }

  private async connect(): Promise<Attendee> {
    const product = this.world.product;
    if (!product) throw new Error('it is down');
    this.seat ??= await product.api<{ conversationId: string; token: string }>(
      'POST',
      `/widget/${this.world.eventId}/conversations`,
      {},
      this.address,
    );
    const { conversationId, token } = this.seat;
    const url = `${product.address.url.replace('http', 'ws')}/api/v1/widget/${this.world.eventId}/socket?conversation=${conversationId}&locale=en`;
    const socket = new WebSocket(url, { headers: { 'cf-connecting-ip': this.address } } as never);
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve);
      socket.addEventListener('error', () => reject(new Error('no connection')));
    });
    const guest = new Attendee(socket, conversationId, token);
    return alive(guest, guest.hello());
  }

  private async verified(guest: Attendee): Promise<boolean> {
    if (guest.frames.some((frame) => frame.type === 'ready' && frame.verified)) return true;
    const { code, email } = this.order;
    this.world.services.codes.delete(email);
    const asked = await alive(guest, guest.told({ type: 'identify', orderCode: code, email }));
    if (asked.ask === 'code') this.promised.codes += 1;
    const digits = await alive(
      guest,
      eventually(`a code to ${email}`, () => this.world.services.codes.get(email), answerMs),
    );
    const said = await alive(guest, guest.told({ type: 'code', code: digits }));
    return !said.ask;
  }

  private async ask(guest: Attendee, wish: (typeof wishes)[number]): Promise<void> {
    let own = guest.messages.find((message) => message.author === 'attendee' && message.text === wish);
    if (!own) {
      guest.send({ type: 'say', id: guest.id(), text: wish });
      own = await alive(
        guest,
        guest.message((message) => message.author === 'attendee' && message.text === wish),
      );
    }
    const { seq } = own;
    this.unanswered += 1;
    const answer = await alive(
      guest,
      guest.message((message) => message.author === 'agent' && message.seq > seq, 0, answerMs),
    );
    this.unanswered -= 1;
    const acted = (answer.actions?.length ?? 0) > 0;
    if (acted && wish === wishes[0]) this.promised.ticket = true;
    if (acted && wish === wishes[2]) this.promised.refund = true;
  }
}

/** Gives up as soon as the connection is gone. */
function alive<T>(guest: Attendee, work: Promise<T>): Promise<T> {
  const gone = eventually('the connection', () => guest.closed !== null, 60_000).then(() => {
    throw new Error('the connection is gone');
  });
  gone.catch(() => {});
  work.catch(() => {});
  return Promise.race([work, gone]);
}
