import { Agent } from 'agents';
import type { AgentName } from '../worker/contract/common';
import { AppError } from '../worker/core/errors';
import { type Database, databaseOf, sharedDatabase } from '../worker/db/database';
import { type EventScope, eventScope } from '../worker/db/records/event-scope';
import { errorFields, log } from '../worker/log';
import type { AgentStub } from '../worker/objects';
import type { Sql } from '../worker/ports/sql';
import { objectSql } from './object-sql';
import { type Timer, Timers } from './timers';

/** With work in progress an object looks after itself this often, so that a crash costs seconds. */
const heartbeatMs = 5_000;

/**
 * One agent of one event: wiring around memory, timers and the event's scope. Its name is the event's id, with a shard
 * behind a dot. All work that must survive a crash is in SQLite before it starts.
 */
export abstract class AgentObject extends Agent<Env> implements AgentStub {
  static override options = { sendIdentityOnConnect: false };
  protected abstract readonly agentName: AgentName;
  protected readonly memory: Sql;
  readonly timers: Timers;
  private scope: EventScope | null = null;
  private wakeAt = Number.POSITIVE_INFINITY;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.memory = objectSql(ctx.storage);
    this.timers = new Timers(this.memory);
  }

  get eventId(): string {
    return this.name.split('.')[0] ?? this.name;
  }

  override shouldSendProtocolMessages(): boolean {
    return false;
  }

  /** Nobody who connects sets an object's state by the SDK's own frames. */
  override shouldConnectionBeReadonly(): boolean {
    return true;
  }

  // What every turn calls is a field: the SDK runs each method in a context of its own, which costs more than most of these do.

  /** The event and this agent's settings, read once and again after `settingsChanged`. */
  readonly eventScope = async (): Promise<EventScope> => {
    if (this.scope) return this.scope;
    const scope = await eventScope(sharedDatabase(this.env), this.eventId, this.agentName);
    if (!scope) throw new AppError('not_found', 'There is no such event.');
    this.scope = scope;
    return scope;
  };

  readonly database = (scope: EventScope): Database => {
    return databaseOf(this.env, scope.event.organizationId);
  };

  /** Milliseconds since 1970 by the event's clock. */
  readonly now = (scope: EventScope): number => {
    return scope.event.clockNow ?? Date.now();
  };

  async settingsChanged(): Promise<void> {
    this.scope = null;
  }

  /** Runs what is due by the event's clock. Returns how many timers ran. */
  async runDue(now: number): Promise<number> {
    if (this.scope?.event.clock === 'virtual') this.scope.event.clockNow = now;
    let ran = 0;
    for (const timer of this.timers.due(now)) {
      await this.onTimer(timer, now);
      this.timers.done(timer);
      ran += 1;
    }
    return ran;
  }

  async nextDue(): Promise<number | null> {
    return this.timers.nextDue();
  }

  /** Makes sure that this object looks at its work again within `ms`, crash or not. */
  readonly wakeWithin = async (ms = heartbeatMs): Promise<void> => {
    const at = Date.now() + ms;
    if (this.wakeAt <= at + 500) return;
    this.wakeAt = at;
    // One wake at a time, the earliest: the one it replaces, or that an earlier life of this object left behind, is taken back.
    const before = this.ctx.storage.kv.get<string>('wake');
    if (before) await this.cancelSchedule(before);
    const { id } = await this.schedule(new Date(at), 'wake', undefined, { idempotent: false });
    this.ctx.storage.kv.put('wake', id);
  };

  /** Called by the alarm. Work that is left over asks for the next wake itself. */
  async wake(): Promise<void> {
    this.wakeAt = Number.POSITIVE_INFINITY;
    try {
      await this.lookAfterWork();
      const scope = await this.eventScope();
      if (scope.event.clock === 'real') {
        await this.runDue(Date.now());
        const next = this.timers.nextDue();
        if (next !== null) await this.wakeWithin(Math.max(1000, Math.min(next - Date.now(), 86_400_000)));
      }
    } catch (error) {
      log('error', 'wake', { agent: this.agentName, event: this.eventId, ...errorFields(error) });
      await this.wakeWithin();
    }
  }

  /** Resumes runs that a crash interrupted and flushes what is buffered. */
  protected abstract lookAfterWork(): Promise<void>;
  protected abstract onTimer(timer: Timer, now: number): Promise<void>;
}
