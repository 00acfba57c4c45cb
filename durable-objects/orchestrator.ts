import { Agent, type Connection } from 'agents';
import { circleOf } from '../worker/approvals/circle';
import { remindDeciders } from '../worker/approvals/remind';
import { approvalView } from '../worker/approvals/view';
import { reviewAfter } from '../worker/autonomy/review';
import type { ToConsole } from '../worker/contract/live';
import { AppError } from '../worker/core/errors';
import { dayMs } from '../worker/core/instant';
import { LogNote } from '../worker/core/log/notes';
import { asBatch } from '../worker/db/commit';
import { databaseOf, sharedDatabase } from '../worker/db/database';
import { approvalById, expirePending, nextApprovalDue, unfinishedApprovals } from '../worker/db/records/approvals';
import { nextCommandDue } from '../worker/db/records/due-commands';
import { advanceClock, type EventScope, eventScope } from '../worker/db/records/event-scope';
import { countsForConsole } from '../worker/db/records/today';
import { settleStatements } from '../worker/limits/reserve';
import { errorFields, log } from '../worker/log';
import { LogKeeper } from '../worker/log-chain/keeper';
import type { SealedLog } from '../worker/log-chain/sealed-log';
import { agentObjects, decidingObject, type OrchestratorStub, supportObjects } from '../worker/objects';
import { objectSql } from './object-sql';
import { sweep } from './sweep';

interface Console {
  watches: string | null;
}

/** How soon what was written is in the chain, at the latest. */
const sealWithinMs = 30_000;

/** A virtual clock moves at most this many steps a call; a loop of timers that never ends is a defect, not a wait. */
const mostSteps = 100_000;

/**
 * The hub of one event: live consoles, expiry of proposals, decisions that a crash left undone, the sweep of the outbox,
 * and the virtual clock. Its name is the event's id.
 */
export class Orchestrator extends Agent<Env> implements Omit<OrchestratorStub, 'fetch'> {
  static override options = { sendIdentityOnConnect: false };

  private readonly chain = new LogKeeper(objectSql(this.ctx.storage), async () => {
    const { organizationId } = (await this.scope()).event;
    return { db: databaseOf(this.env, organizationId), organizationId, eventId: this.name };
  });
  private sealsAt = 0;
  private looksAt = Number.POSITIVE_INFINITY;
  private alarmSet: Promise<unknown> = Promise.resolve();

  override shouldSendProtocolMessages(): boolean {
    return false;
  }

  /** Nobody who connects sets an object's state by the SDK's own frames. */
  override shouldConnectionBeReadonly(): boolean {
    return true;
  }

  // --- live consoles -------------------------------------------------------------------------------------------------

  override async onConnect(connection: Connection<Console>): Promise<void> {
    connection.setState({ watches: null });
    const scope = await this.scope();
    const counts = await countsForConsole(databaseOf(this.env, scope.event.organizationId), scope.event.organizationId, this.name);
    send(connection, { type: 'hello', at: scope.event.clockNow ?? Date.now(), ...counts });
    await this.tellSupport();
  }

  override async onMessage(connection: Connection<Console>, message: string | ArrayBuffer): Promise<void> {
    if (typeof message !== 'string' || message.length > 1000) return;
    const frame = readFrame(message);
    if (frame?.type === 'ping') send(connection, { type: 'pong' });
    if (frame?.type === 'watch') {
      connection.setState({ watches: frame.conversationId });
      await this.tellSupport();
    }
  }

  override async onClose(connection: Connection<Console>): Promise<void> {
    await this.tellSupport(connection.id);
  }

  /** Support objects speak to consoles only while there are some. */
  private async tellSupport(leaving?: string): Promise<void> {
    const open = [...this.getConnections<Console>()].filter((connection) => connection.id !== leaving);
    const conversations = [...new Set(open.flatMap((connection) => connection.state?.watches ?? []))];
    const request = JSON.stringify({ consoles: open.length, conversations });
    await Promise.all(supportObjects(this.env, this.name).map((object) => object.watching(request)));
  }

  /** Shows a frame (JSON of `ToConsole`) to the consoles it concerns. */
  async publish(json: string): Promise<void> {
    const frame = JSON.parse(json) as ToConsole;
    for (const connection of this.getConnections<Console>()) {
      const watched = frame.type === 'message' || frame.type === 'delta' ? connection.state?.watches === frame.conversationId : true;
      if (watched) connection.send(json);
    }
  }

  /** A proposal was made, decided or carried out: every open console sees it. */
  async approvalChanged(approvalId: string): Promise<void> {
    const scope = await this.scope();
    const { organizationId } = scope.event;
    const db = databaseOf(this.env, organizationId);
    const [row, circle] = await Promise.all([
      approvalById(db, organizationId, this.name, approvalId),
      circleOf(db, organizationId, [approvalId], Date.now()),
    ]);
    if (!row) return;
    await this.publish(JSON.stringify({ type: 'approval', approval: approvalView(row, circle, null) } satisfies ToConsole));
    if (row.state === 'pending') await this.wakeAt(Math.min(row.expiresAt, row.nextReminderAt ?? row.expiresAt), scope);
  }

  // --- upkeep --------------------------------------------------------------------------------------------------------

  private async scope(): Promise<EventScope> {
    const scope = await eventScope(sharedDatabase(this.env), this.name, 'operations');
    if (!scope) throw new AppError('not_found', 'There is no such event.');
    return scope;
  }

  /**
   * Looks after decisions and the outbox within `ms`: called before something is written that must not be forgotten, so that
   * a crash after it costs seconds.
   */
  async lookWithin(ms: number): Promise<void> {
    await this.lookAt(Date.now() + ms);
  }

  /** An alarm in the second half of that time will see to it; one before it might ring before there is anything to see. */
  private async lookAt(at: number): Promise<void> {
    const now = Date.now();
    // Alarms ring on whole seconds: a moment too early would be for nothing.
    const rings = Math.ceil(at / 1000) * 1000;
    if (this.looksAt < now + (at - now) / 2 || this.looksAt > rings) {
      this.looksAt = rings;
      this.alarmSet = this.schedule(new Date(rings), 'look');
    }
    // Whoever relies on an alarm that another has asked for waits until it is kept.
    await this.alarmSet;
  }

  private async wakeAt(at: number, scope: EventScope): Promise<void> {
    if (scope.event.clock === 'real') await this.lookAt(Math.max(at, Date.now() + 1000));
  }

  async look(): Promise<void> {
    this.looksAt = Number.POSITIVE_INFINITY;
    try {
      const scope = await this.scope();
      await this.runDue(scope, scope.event.clockNow ?? Date.now());
      await this.logGrew();
    } catch (error) {
      log('error', 'orchestrator', { event: this.name, ...errorFields(error) });
    }
  }

  private async runDue(scope: EventScope, now: number): Promise<number> {
    const { organizationId } = scope.event;
    const db = databaseOf(this.env, organizationId);
    let ran = 0;
    for (const id of await expirePending(db, organizationId, this.name, now)) {
      await this.approvalChanged(id);
      ran += 1;
    }
    ran += await this.finishApprovals(scope);
    const reminders = await remindDeciders(this.env, scope, now);
    ran += reminders;
    const due = await nextApprovalDue(db, organizationId, this.name);
    if (due !== null) await this.wakeAt(due, scope);
    ran += await sweep(this.env, scope, now, (ms) => this.lookWithin(ms));
    await this.lookDaily(organizationId, now);
    return ran;
  }

  /** What agents have earned or lost, as what is old falls out of its window; and what a crash left reserved of settled commands. */
  private async lookDaily(organizationId: string, now: number): Promise<void> {
    if (now < (this.ctx.storage.kv.get<number>('lookedDailyAt') ?? 0) + dayMs) return;
    this.ctx.storage.kv.put('lookedDailyAt', now);
    const db = databaseOf(this.env, organizationId);
    await db.batch(asBatch(settleStatements(db, organizationId, { eventId: this.name })));
    await reviewAfter(this.env, { organizationId, eventId: this.name }, Date.now());
  }

  // --- the chain over the log ----------------------------------------------------------------------------------------

  async logGrew(): Promise<void> {
    const now = Date.now();
    if (this.sealsAt > now) return;
    this.sealsAt = now + sealWithinMs;
    await this.schedule(new Date(this.sealsAt), 'sealSome');
  }

  /** Called by the alarm. Goes on until nothing new was written for a while. */
  async sealSome(): Promise<void> {
    try {
      if ((await this.chain.seal(Date.now())) > 0) await this.logGrew();
    } catch (error) {
      log('error', 'seal', { event: this.name, ...errorFields(error) });
      await this.logGrew();
    }
  }

  async sealLog(): Promise<string> {
    await this.chain.seal(Date.now(), true);
    return this.logStanding();
  }

  async logStanding(): Promise<string> {
    return JSON.stringify({ remembered: this.chain.remembered(), openSince: this.chain.openSince() } satisfies SealedLog);
  }

  async noteLog(note: string): Promise<void> {
    await this.chain.note(LogNote.parse(JSON.parse(note)), Date.now());
  }

  async pruneLog(before: number): Promise<number> {
    return this.chain.prune(before, Date.now());
  }

  /** Carries out what was approved and tells what has ended. Returns how many are done with; a pause holds the others. */
  private async finishApprovals(scope: EventScope): Promise<number> {
    const { organizationId } = scope.event;
    const db = databaseOf(this.env, organizationId);
    const open = (await unfinishedApprovals(db, organizationId, this.name)).flatMap(({ id, ...made }) => {
      const object = decidingObject(this.env, { ...made, eventId: this.name });
      return object ? [{ id, object }] : [];
    });
    if (open.length === 0) return 0;
    for (const { id, object } of open) await object.approvalDecided(id);
    const left = new Set((await unfinishedApprovals(db, organizationId, this.name)).map(({ id }) => id));
    return open.filter(({ id }) => !left.has(id)).length;
  }

  // --- virtual clock -------------------------------------------------------------------------------------------------

  /**
   * Moves the virtual clock to `target` (ms), stopping at everything that falls due on the way, in order: the same objects
   * and timers as on a real clock. Returns how many things ran.
   */
  async advanceTo(target: number): Promise<number> {
    const scope = await this.scope();
    if (scope.event.clock !== 'virtual' || scope.event.clockNow === null)
      throw new AppError('conflict', 'Only an event made with "clock":"virtual" can be advanced.');
    const { organizationId } = scope.event;
    const db = databaseOf(this.env, organizationId);
    let now = scope.event.clockNow;
    if (target < now) throw new AppError('invalid_input', 'The clock only moves forward.');
    let ran = 0;
    let idle = false;
    for (let steps = 0; steps < mostSteps; steps++) {
      const dues = await Promise.all([
        nextCommandDue(db, organizationId, this.name),
        nextApprovalDue(db, organizationId, this.name),
        ...agentObjects(this.env, this.name).map((object) => object.nextDue()),
      ]);
      // What is due and yet did nothing, such as a command under way elsewhere, does not stop the clock.
      const next = Math.min(...dues.filter((due): due is number => due !== null && !(idle && due <= now)));
      const last = !(next <= target);
      now = last ? target : Math.max(now, next);
      await advanceClock(db, organizationId, this.name, now);
      scope.event.clockNow = now;
      const before = ran;
      ran += await this.runDue(scope, now);
      for (const object of agentObjects(this.env, this.name)) ran += await object.runDue(now);
      idle = ran === before;
      if (last) return ran;
    }
    throw new AppError(
      'unavailable',
      `The clock stopped at ${new Date(now).toISOString()} after ${mostSteps} steps. Advance again to go on.`,
      { retry: 'later' },
    );
  }
}

function send(connection: Connection, frame: ToConsole): void {
  connection.send(JSON.stringify(frame));
}

function readFrame(message: string): { type: 'watch'; conversationId: string | null } | { type: 'ping' } | null {
  try {
    const frame: unknown = JSON.parse(message);
    if (typeof frame !== 'object' || frame === null || !('type' in frame)) return null;
    if (frame.type === 'ping') return { type: 'ping' };
    if (frame.type === 'watch' && 'conversationId' in frame)
      return { type: 'watch', conversationId: typeof frame.conversationId === 'string' ? frame.conversationId.slice(0, 60) : null };
    return null;
  } catch {
    return null;
  }
}
