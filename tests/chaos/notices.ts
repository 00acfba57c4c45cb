import { createHmac } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import type { Dice } from './dice';

export const noticeSecrets = { resend: `whsec_${Buffer.from('chaos-of-resend-notices').toString('base64')}`, stripe: 'whsec_chaos' };

export type Service = keyof typeof noticeSecrets;

/** When a notice comes: before the answer to its call, a moment after it, or after the product was killed and started again. */
type Coming = 'early' | 'soon' | 'late';

export interface Notice {
  /** As its service numbers it: each delivery of it carries the same one. */
  id: string;
  service: Service;
  /** The key of the effect that it is about. */
  key: string;
  /** What the product notes it as. */
  outcome: string;
  body: string;
}

interface Pending extends Notice {
  coming: Coming;
  /** The start of the product from which on it is delivered, and the time since 1970 in ms. */
  fromStart: number;
  fromMs: number;
  /** Deliveries still to come. */
  left: number;
  before(): void;
}

export interface NoticeCount {
  made: number;
  delivered: number;
  /** Deliveries of what had been delivered before. */
  again: number;
  /** Delivered before the answer to their call was. */
  early: number;
  /** Delivered by another process than the one that had called. */
  late: number;
  /** Deliveries that the product did not take, or did not live to answer. */
  failed: number;
}

export const addNotices = (a: NoticeCount, b: NoticeCount): NoticeCount => ({
  made: a.made + b.made,
  delivered: a.delivered + b.delivered,
  again: a.again + b.again,
  early: a.early + b.early,
  late: a.late + b.late,
  failed: a.failed + b.failed,
});

const earlyMs = 1_500;
const answerMs = 5_000;
const glanceMs = 100;

/** What the services tell by themselves: signed, out of order, twice, too early, too late, and again until it is taken. */
export class Notices {
  readonly made: Notice[] = [];
  readonly count: NoticeCount = { made: 0, delivered: 0, again: 0, early: 0, late: 0, failed: 0 };
  private readonly pending = new Set<Pending>();
  private readonly taken = new Set<string>();
  private url: string | null = null;
  private starts = 0;
  private readonly beat = setInterval(() => void this.deliverDue(), glanceMs);

  constructor(private readonly dice: Dice) {}

  /** The product can be reached from now on; `null` when it can not. */
  reachable(url: string | null): void {
    if (url) this.starts += 1;
    this.url = url;
  }

  close(): void {
    clearInterval(this.beat);
    this.pending.clear();
  }

  /** `before` is called when its delivery begins: what it tells is so from then on. */
  tell(notice: Notice, before: () => void = () => {}): void {
    const dice = this.dice.next();
    const coming: Coming = dice < 0.25 ? 'early' : dice < 0.7 ? 'soon' : 'late';
    this.made.push(notice);
    this.count.made += 1;
    this.pending.add({
      ...notice,
      ...{ coming, before, left: this.dice.next() < 0.5 ? 2 : 1 },
      fromStart: coming === 'late' ? this.starts + 1 + this.dice.below(2) : this.starts,
      fromMs: Date.now() + (coming === 'early' ? 0 : this.dice.below(600)),
    });
  }

  /** Delivers what comes before the answer to the call with this key; returns when that is done or takes too long. */
  async early(key: string): Promise<void> {
    const first = [...this.pending].filter((notice) => notice.key === key && notice.coming === 'early' && Number.isFinite(notice.fromMs));
    const done = Promise.allSettled(first.map((notice) => this.deliver(notice)));
    if (first.length > 0) await Promise.race([done, new Promise((resolve) => setTimeout(resolve, earlyMs))]);
  }

  /** Whether everything was delivered; what is late comes at once. */
  get quiet(): boolean {
    for (const notice of this.pending) notice.fromStart = Math.min(notice.fromStart, this.starts);
    return this.pending.size === 0;
  }

  private async deliverDue(): Promise<void> {
    const now = Date.now();
    const due = [...this.pending].filter(
      (notice) => notice.fromStart <= this.starts && notice.fromMs <= now && (notice.coming !== 'early' || notice.fromMs + earlyMs < now),
    );
    await Promise.allSettled(due.map((notice) => this.deliver(notice)));
  }

  private async deliver(notice: Pending): Promise<void> {
    const { url } = this;
    if (!url) return;
    // One delivery at a time: the next one when this one is answered or given up.
    notice.fromMs = Number.POSITIVE_INFINITY;
    notice.before();
    const ok = await fetch(`${url}/api/v1/webhooks/${notice.service}`, {
      method: 'POST',
      body: notice.body,
      headers: headersOf(notice),
      signal: AbortSignal.timeout(answerMs),
    })
      .then(async (answer) => {
        await answer.arrayBuffer();
        return answer.ok;
      })
      .catch(() => false);
    notice.fromMs = Date.now() + this.dice.below(400);
    if (!ok) {
      this.count.failed += 1;
      if (notice.coming === 'early') notice.coming = 'soon';
      return;
    }
    if (this.taken.has(notice.id)) this.count.again += 1;
    else this.count.delivered += 1;
    if (!this.taken.has(notice.id) && notice.coming !== 'soon') this.count[notice.coming] += 1;
    this.taken.add(notice.id);
    notice.left -= 1;
    if (notice.left === 0) this.pending.delete(notice);
  }
}

function headersOf({ id, service, body }: Notice): Record<string, string> {
  const at = new Date();
  const seconds = String(Math.floor(at.getTime() / 1000));
  switch (service) {
    case 'resend':
      return { 'svix-id': id, 'svix-timestamp': seconds, 'svix-signature': new Webhook(noticeSecrets.resend).sign(id, at, body) };
    case 'stripe':
      return {
        'stripe-signature': `t=${seconds},v1=${createHmac('sha256', noticeSecrets.stripe).update(`${seconds}.${body}`).digest('hex')}`,
      };
  }
}
