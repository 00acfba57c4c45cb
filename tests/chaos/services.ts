import type { ServerResponse } from 'node:http';
import { answerJson, type Loopback, listen, misbehave, type Received } from '../support/loopback';
import type { Dice } from './dice';
import { type ServiceRefund, tellOfMail, tellOfRefund } from './news';
import { Notices, noticeSecrets } from './notices';

/** What a service does with one call, seen from outside. `before` and `after` are before and after it has acted. */
export const behaviours = [
  'normal',
  'hang_before',
  'hang_after',
  'reset_before',
  'reset_after',
  '500_before',
  '500_after',
  '429',
  'garbage_after',
  'cut_after',
  'twice',
  'late',
] as const;
export type Behaviour = (typeof behaviours)[number];

export interface Character {
  /** Whether a used idempotency key makes a second call the first one. */
  honoursKeys: boolean;
  /** Whether refunds can be looked up. */
  looksUp: boolean;
  /** Share of the effects of which it tells by itself, with notices. */
  notifies: number;
}

/** Longer than the product waits for an answer. */
const lateMs = 11_000;

/** Resend and Stripe on loopback, as unreliable as they are told to be. What really happened is counted by key. */
export class Services {
  readonly acts = new Map<string, number>();
  /** Keys of effects of which no notice comes. */
  readonly silent = new Set<string>();
  readonly refunds: ServiceRefund[] = [];
  readonly notices: Notices;
  /** The latest code mailed to each address. */
  readonly codes = new Map<string, string>();
  behave: (kind: string) => Behaviour = () => 'normal';
  /** Told when a call has come in and when it was acted on, before it is answered. */
  seen: (point: string) => void = () => {};
  private readonly answers = new Map<string, unknown>();
  private readonly pending = new Set<NodeJS.Timeout>();

  private constructor(
    private readonly character: Character,
    private readonly servers: { mail: Loopback; payments: Loopback }[],
    private readonly dice: Dice,
  ) {
    this.notices = new Notices(dice);
  }

  static async start(character: Character, dice: Dice): Promise<Services> {
    const services = new Services(character, [], dice);
    const mail = await listen((request, response) => services.takeMail(request, response));
    const payments = await listen((request, response) => services.takeRefund(request, response));
    services.servers.push({ mail, payments });
    return services;
  }

  /** What the product is told of them. */
  get variables(): Record<string, string> {
    const [urls] = this.servers;
    return {
      RESEND_API_KEY: 're_chaos',
      RESEND_BASE_URL: urls?.mail.url ?? '',
      RESEND_IDEMPOTENCY: this.character.honoursKeys ? 'honoured' : 'ignored',
      MAIL_FROM: 'Days <days@example.org>',
      RESEND_WEBHOOK_SECRET: noticeSecrets.resend,
      STRIPE_SECRET_KEY: 'sk_chaos',
      STRIPE_WEBHOOK_SECRET: noticeSecrets.stripe,
      STRIPE_BASE_URL: urls?.payments.url ?? '',
    };
  }

  async close(): Promise<void> {
    this.notices.close();
    for (const timer of this.pending) clearTimeout(timer);
    await Promise.all(this.servers.flatMap(({ mail, payments }) => [mail.close(), payments.close()]));
  }

  private takeMail(request: Received, response: ServerResponse): void {
    const { to, subject, tags } = JSON.parse(request.body) as { to: string[]; subject: string; tags: { name: string; value: string }[] };
    void this.take('mail.send', request, response, (key) => {
      const address = to[0] ?? '';
      const code = /^\d{6}/.exec(subject)?.[0];
      if (code) this.codes.set(address, code);
      const id = `mail-${this.acts.size}-${this.total()}`;
      if (this.tells(key)) tellOfMail(this.notices, this.dice, { id, key, to: address, tags }, !code && address.startsWith('ada'));
      return { id };
    });
  }

  private takeRefund(request: Received, response: ServerResponse): void {
    if (request.method === 'GET') {
      this.lookUp(request, response);
      return;
    }
    const form = new URLSearchParams(request.body);
    const metadata = Object.fromEntries(
      [...form].flatMap(([name, value]) => (name.startsWith('metadata[') ? [[name.slice(9, -1), value]] : [])),
    );
    void this.take('payments.refund', request, response, (key) => {
      const payment = form.get('payment_intent') ?? form.get('charge') ?? '';
      const refund: ServiceRefund = { id: `re_${this.refunds.length + 1}`, key, payment, metadata, status: 'succeeded' };
      this.refunds.push(refund);
      if (this.tells(key)) tellOfRefund(this.notices, this.dice, refund);
      const { id, status } = refund;
      return { id, status, metadata, object: 'refund', amount: Number(form.get('amount')) };
    });
  }

  private tells(key: string): boolean {
    const tells = this.dice.next() < this.character.notifies;
    if (!tells) this.silent.add(key);
    return tells;
  }

  private lookUp(request: Received, response: ServerResponse): void {
    if (!this.character.looksUp) {
      answerJson(response, 500, { error: { type: 'api_error', message: 'not now' } });
      return;
    }
    const query = new URL(request.path, 'http://stripe').searchParams;
    const payment = query.get('payment_intent') ?? query.get('charge');
    const data = this.refunds
      .filter((refund) => refund.payment === payment)
      .map(({ id, metadata, status }) => ({ id, object: 'refund', status, amount: 1, metadata }));
    answerJson(response, 200, { object: 'list', data, has_more: false });
  }

  private total(): number {
    let sum = 0;
    for (const n of this.acts.values()) sum += n;
    return sum;
  }

  private async take(kind: string, request: Received, response: ServerResponse, act: (key: string) => unknown): Promise<void> {
    const key = request.headers['idempotency-key'] ?? '';
    const behaviour = this.behave(kind);
    this.seen(`${kind} call received`);
    switch (behaviour) {
      case 'hang_before':
        return;
      case 'reset_before':
        misbehave({ when: 'before', fail: 'reset' }, response);
        return;
      case '500_before':
        answerJson(response, 500, { name: 'internal_server_error', message: 'down' });
        return;
      case '429':
        answerJson(response, 429, { name: 'rate_limit_exceeded', message: 'slow down' }, { 'retry-after': '1' });
        return;
    }
    const known = this.character.honoursKeys ? this.answers.get(key) : undefined;
    const answer = known ?? act(key);
    if (known === undefined) this.acts.set(key, (this.acts.get(key) ?? 0) + 1);
    this.answers.set(key, answer);
    this.seen(`${kind} call acted on`);
    await this.notices.early(key);
    if (response.destroyed) return;
    switch (behaviour) {
      case 'hang_after':
        return;
      case 'reset_after':
        misbehave({ when: 'after', fail: 'reset' }, response);
        return;
      case 'garbage_after':
        misbehave({ when: 'after', fail: 'garbage' }, response);
        return;
      case 'cut_after':
        misbehave({ when: 'after', fail: 'cut' }, response);
        return;
      case '500_after':
        answerJson(response, 500, { name: 'internal_server_error', message: 'lost' });
        return;
      case 'twice':
        twice(response, answer);
        return;
      case 'late': {
        const timer = setTimeout(() => {
          this.pending.delete(timer);
          if (!response.destroyed) answerJson(response, 200, answer);
        }, lateMs);
        this.pending.add(timer);
        return;
      }
      case 'normal':
        answerJson(response, 200, answer);
        return;
    }
  }
}

/** One request, two answers on the same connection. */
function twice(response: ServerResponse, answer: unknown): void {
  const body = JSON.stringify(answer);
  const one = `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
  response.socket?.end(one + one);
}
