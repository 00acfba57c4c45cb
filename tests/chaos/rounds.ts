import { setTimeout as wait } from 'node:timers/promises';
import { waitsForPerson } from '../../worker/core/outbox/life-cycle';
import { type Count, commandsOf, countEffects } from './count';
import type { Dice } from './dice';
import { Guest } from './guest';
import { type Behaviour, behaviours } from './services';
import type { World } from './world';

/** Guests who are there at once, and how long a round waits for the moment at which it kills. */
const guestsAtOnce = 4;
const fastMs = 5_000;
const slowMs = 14_000;
const recoveryMs = 30_000;
const finalRounds = 6;
/** How often what is unknown is asked about at the end. */
const askedAgain = 3;

const kinds = ['mail.send', 'payments.refund'] as const;
const often = ['call received', 'call acted on', 'claimed', 'calling', 'called', 'confirmed'];
/** Only there when an earlier life left something in doubt, and after its lease. */
const seldom = ['looking_up', 'replaying', 'looked_up', 'reconciled'];
export const fastMoments = [
  'committed',
  'poked',
  ...kinds.flatMap((kind) => often.map((step) => `${kind} ${step}`)),
  'random',
  'random',
  'random',
];
export const slowMoments = kinds.flatMap((kind) => seldom.map((step) => `${kind} ${step}`));

/** Every round of one world: work, a kill at a chosen moment, and a new start on what is left. */
export class Rounds {
  readonly killedAt: Record<string, number> = {};
  readonly recoveredMs: number[] = [];
  private readonly guests: Guest[] = [];

  constructor(
    private readonly world: World,
    private readonly dice: Dice,
    private readonly notice: (line: string) => void,
  ) {}

  /** One round. Every eighth is left alone until all that was under way is settled, and says how long that took. */
  async run(n: number): Promise<void> {
    if (n % 8 === 7) return this.recover();
    const moment = n % 6 === 5 ? this.pick(slowMoments) : this.pick(fastMoments);
    await this.killAt(moment, n % 6 === 5 ? slowMs : fastMs, () => this.misbehave());
  }

  private pick(moments: string[]): string {
    return moments[this.dice.below(moments.length)] ?? 'random';
  }

  private misbehave(): Behaviour {
    return this.dice.next() < 0.55 ? 'normal' : (behaviours[1 + this.dice.below(behaviours.length - 1)] ?? 'normal');
  }

  private async killAt(moment: string, withinMs: number, behave: () => Behaviour): Promise<void> {
    const { services } = this.world;
    services.behave = behave;
    const product = await this.world.start();
    const struck = new Promise<string>((resolve) => {
      const strike = (at: string) => {
        product.killNow();
        resolve(at);
      };
      if (moment === 'random') setTimeout(() => strike('random'), this.dice.below(2_500));
      product.onStep = ({ kind, step }) => {
        if (moment === step || moment === `${kind} ${step}`) strike(moment);
      };
      services.seen = (point) => {
        if (moment === point) strike(moment);
      };
    });
    const over = new AbortController();
    const work = this.work(over.signal);
    const at = await Promise.race([struck, wait(withinMs, 'random', { signal: over.signal })]);
    over.abort();
    await this.world.kill();
    await work;
    this.killedAt[at] = (this.killedAt[at] ?? 0) + 1;
  }

  /** Guests go on where they were, new ones come, and an organizer approves what waits. */
  private async work(over: AbortSignal): Promise<void> {
    const active = this.guests.filter((guest) => !guest.done).slice(0, guestsAtOnce);
    while (active.length < guestsAtOnce) {
      const order = this.world.orders[this.guests.length];
      if (!order) break;
      const guest = new Guest(order, this.world, this.guests.length + 1);
      this.guests.push(guest);
      active.push(guest);
    }
    await Promise.allSettled([...active.map((guest) => guest.visit()), this.world.assisted ? this.approve(over) : null]);
  }

  private async approve(over: AbortSignal): Promise<void> {
    const product = this.world.product;
    const path = `/events/${this.world.eventId}/approvals`;
    while (product?.running && !over.aborted) {
      const { items } = await product.api<{ items: { id: string; version: number }[] }>('GET', `${path}?state=pending&limit=50`);
      for (const { id, version } of items)
        await product.api('POST', `${path}/${id}/decision`, { decision: 'approve', version }).catch(() => {});
      await wait(200);
    }
  }

  private async recover(): Promise<void> {
    const { services } = this.world;
    services.behave = () => 'normal';
    services.seen = () => {};
    const killedAt = Date.now();
    const before = this.world.read<{ id: string; state: string; attempts: number }>(
      `SELECT id, state, attempts FROM outbox WHERE event_id = ? AND (state = 'claimed' OR (state IN ('authorised', 'unknown') AND next_attempt_at <= ${killedAt}))`,
      this.world.eventId,
    );
    const from = Date.now();
    await this.world.start();
    const left = () => {
      const now = new Map(commandsOf(this.world).map((row) => [row.id, row]));
      return before.filter(({ id, state, attempts }) => {
        const row = now.get(id);
        return row?.state === 'claimed' || (row?.state === state && row.attempts === attempts);
      });
    };
    while (left().length > 0 && Date.now() - from < recoveryMs) await wait(100);
    const stuck = left();
    if (before.length > 0) this.recoveredMs.push(Date.now() - from);
    if (stuck.length > 0) this.notice(`${this.world.name}: not recovered: ${stuck.map(({ id, state }) => `${id} ${state}`).join(', ')}`);
    await this.world.kill();
    this.killedAt['after recovery'] = (this.killedAt['after recovery'] ?? 0) + 1;
  }

  /**
   * Everything that still can settles, with services that behave; time that would pass is taken off the disk. What no
   * service can tell stays unknown.
   */
  async settle(): Promise<Count> {
    const { world } = this;
    const open = (states: string) =>
      world.read<{ n: number }>(
        `SELECT count(*) AS n FROM outbox WHERE event_id = ? AND state IN (${states}) AND next_attempt_at < ${waitsForPerson}`,
        world.eventId,
      )[0]?.n ?? 0;
    world.services.behave = () => 'normal';
    world.services.seen = () => {};
    let unheard = this.guests.filter((guest) => guest.unanswered > 0);
    for (let i = 0; i < finalRounds; i++) {
      const forced = i < askedAgain ? "'authorised', 'unknown'" : "'authorised'";
      world.write(
        `UPDATE outbox SET next_attempt_at = 0 WHERE state IN (${forced}) AND next_attempt_at < ${waitsForPerson}`,
        "UPDATE outbox SET lease_until = 1 WHERE state = 'claimed'",
      );
      await world.start();
      const over = new AbortController();
      const approving = world.assisted ? this.approve(over.signal).catch(() => {}) : null;
      const heard = await Promise.all(unheard.map((guest) => guest.heard().catch(() => false)));
      unheard = unheard.filter((_, index) => !heard[index]);
      // Approvals that were decided just now bring new effects: all is quiet when it has been so for a while.
      for (let quiet = 0, waited = 0; quiet < 8 && waited < 160; waited++) {
        await wait(250);
        quiet = open("'authorised', 'claimed'") === 0 ? quiet + 1 : 0;
      }
      over.abort();
      await approving;
      await world.kill();
      const settled = open("'authorised', 'claimed'") === 0 && unheard.length === 0;
      if (settled && (i + 1 >= askedAgain || open("'unknown'") === 0)) break;
    }
    return countEffects(world, this.guests, unheard);
  }
}
