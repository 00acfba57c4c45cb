import { setTimeout as wait } from 'node:timers/promises';
import { waitsForPerson } from '../../worker/core/outbox/life-cycle';
import { eventually } from '../support/eventually';
import { type Count, countEffects } from './count';
import type { Dice } from './dice';
import { Guest } from './guest';
import { decided, openOn, owed } from './recovery';
import { type Behaviour, behaviours } from './services';
import type { World } from './world';

/** Guests who are there at once, and how long a round waits for the moment at which it kills. */
const guestsAtOnce = 6;
const withinMs = 4_000;
/** When the sought moment has not come by then, any other of a call will do. */
const soughtMs = 1_500;
/** In a round without a moment it is killed within this. */
const atRandomMs = 1_500;
const recoveryMs = 30_000;
/** A recovery that takes longer is told with what was open. */
const slowMs = 13_000;
const recoversEvery = 12;
const outageEvery = 6;
/** How long an outage lasts on the disk: past every lease and every first backoff. */
const outageMs = 30_000;
const finalRounds = 6;
/** How often what is unknown is asked about at the end. */
const askedAgain = 3;
const drainMs = 20_000;

const kinds = ['mail.send', 'payments.refund'] as const;
const often = ['call received', 'call acted on', 'claimed', 'calling', 'called', 'confirmed'];
/** Only there when an earlier life left something in doubt: sought after a long outage. */
const seldom = ['looking_up', 'replaying', 'looked_up', 'reconciled'];
const fastMoments = [
  'committed',
  'poked',
  ...kinds.flatMap((kind) => often.map((step) => `${kind} ${step}`)),
  'random',
  'random',
  'random',
];
const seldomMoments = kinds.flatMap((kind) => seldom.map((step) => `${kind} ${step}`));

const ofCalls = new Set(kinds.flatMap((kind) => [...often, ...seldom].map((step) => `${kind} ${step}`)));

/** Every round of one world: work, a kill at a chosen moment, and a new start on what is left. */
export class Rounds {
  readonly killedAt: Record<string, number> = {};
  readonly recoveredMs: number[] = [];
  /** From each new start until it could be asked anything. */
  readonly startedMs: number[] = [];
  private readonly guests: Guest[] = [];

  constructor(
    private readonly world: World,
    private readonly dice: Dice,
    private readonly notice: (line: string) => void,
  ) {}

  /** One round. Now and then it is left alone until all that was under way is settled, and says how long that took. */
  async run(n: number): Promise<void> {
    if (n % recoversEvery === recoversEvery - 1) return this.recover();
    const inDoubt = n % outageEvery === outageEvery - 1 && openOn(this.world).some(({ state }) => state !== 'authorised');
    if (inDoubt) this.outage();
    await this.killAt(this.pick(inDoubt ? seldomMoments : fastMoments));
  }

  /** The time that everything was down was longer than it was. */
  private outage(): void {
    this.world.write(
      `UPDATE outbox SET lease_until = lease_until - ${outageMs} WHERE state = 'claimed'`,
      `UPDATE outbox SET next_attempt_at = next_attempt_at - ${outageMs}, updated_at = updated_at - ${outageMs}
       WHERE state IN ('authorised', 'unknown') AND next_attempt_at < ${waitsForPerson}`,
    );
  }

  /** Half of the time the one that came least often so far. */
  private pick(from: string[]): string {
    const seldom = from.toSorted((a, b) => (this.killedAt[a] ?? 0) - (this.killedAt[b] ?? 0));
    return (this.dice.next() < 0.5 ? seldom[0] : from[this.dice.below(from.length)]) ?? 'random';
  }

  private misbehave(): Behaviour {
    return this.dice.next() < 0.55 ? 'normal' : (behaviours[1 + this.dice.below(behaviours.length - 1)] ?? 'normal');
  }

  private async killAt(moment: string): Promise<void> {
    const { services } = this.world;
    services.behave = () => this.misbehave();
    const over = new AbortController();
    const struck = Promise.withResolvers<string>();
    const strike = (at: string) => {
      if (over.signal.aborted) return;
      product.killNow();
      struck.resolve(at);
    };
    let sought = (at: string) => at === moment;
    const comes = (at: string) => {
      if (sought(at)) strike(at);
    };
    services.seen = comes;
    const product = this.world.spawn(({ kind, step }) => {
      comes(step);
      comes(`${kind} ${step}`);
    });
    // What was left is looked after before it is ready, and may bring the moment.
    const early = await Promise.race([struck.promise, this.world.ready().then(() => null)]);
    const timers = [
      setTimeout(() => strike('random'), moment === 'random' ? this.dice.below(atRandomMs) : withinMs),
      setTimeout(() => {
        sought = (at) => ofCalls.has(at);
      }, soughtMs),
    ];
    if (early === null) this.startedMs.push(Date.now() - product.startedAt);
    const work = early === null ? this.work(over.signal) : null;
    const at = await struck.promise;
    for (const timer of timers) clearTimeout(timer);
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

  /** Services behave from now on, and nobody asks for more: from the new start to the last thing that it owes. */
  private async recover(): Promise<void> {
    const { services } = this.world;
    services.behave = () => 'normal';
    services.seen = () => {};
    const before = openOn(this.world);
    const owes = () => owed(before, openOn(this.world), Date.now());
    const had = owes().length + decided(this.world);
    const from = Date.now();
    let lookedMs: number | null = null;
    this.world.spawn(() => {
      lookedMs ??= Date.now() - from;
    });
    await this.world.ready();
    const readyMs = Date.now() - from;
    while ((owes().length > 0 || decided(this.world) > 0) && Date.now() - from < recoveryMs) await wait(100);
    const took = Date.now() - from;
    if (had > 0) this.recoveredMs.push(took);
    if (took > slowMs)
      this.notice(
        `${this.world.name}: recovered in ${took} ms, ready after ${readyMs}, first step after ${lookedMs}: ${JSON.stringify(before)}, left ${JSON.stringify(owes())}`,
      );
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
      await eventually('every notice is delivered', () => world.services.notices.quiet, drainMs).catch(() => {});
      // Approvals that were decided just now bring new effects: all is quiet when it has been so for a while.
      for (let quiet = 0, waited = 0; quiet < 8 && waited < 160; waited++) {
        await wait(250);
        quiet = open("'authorised', 'claimed'") === 0 ? quiet + 1 : 0;
      }
      over.abort();
      await approving;
      await world.kill();
      const settled = open("'authorised', 'claimed'") === 0 && unheard.length === 0 && world.services.notices.quiet;
      if (settled && (i + 1 >= askedAgain || open("'unknown'") === 0)) break;
    }
    return countEffects(world, this.guests, unheard);
  }
}
