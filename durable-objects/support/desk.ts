import type { Retrieval } from '../../worker/compose';
import type { ToConsole } from '../../worker/contract/live';
import type { ToWidget } from '../../worker/contract/widget';
import type { Database } from '../../worker/db/database';
import type { EventScope } from '../../worker/db/records/event-scope';
import type { Timers } from '../timers';
import type { SupportStore } from './store';

/** What the parts of the support object share: its memory, its event, and the ways out. */
export interface Desk {
  readonly bindings: Env;
  readonly eventId: string;
  readonly store: SupportStore;
  readonly timers: Timers;
  readonly retrieval: Retrieval;
  /** The event and this agent's settings, as they are now. */
  eventScope(): Promise<EventScope>;
  database(scope: EventScope): Database;
  /** Milliseconds since 1970 by the event's clock. */
  now(scope: EventScope): number;
  /** To the attendee's open sockets of one conversation. */
  show(conversationId: string, frame: ToWidget): void;
  /** To the consoles that look. */
  tell(frame: ToConsole): void;
  approvalChanged(approvalId: string): Promise<void>;
  /** Wakes the consumer of committed commands, and looks again soon: a poke may be lost. */
  poked(scope: EventScope, commandIds: string[]): Promise<void>;
  /** Sees to it that what is buffered reaches the records. */
  afterwards(): Promise<void>;
  wakeWithin(ms?: number): Promise<void>;
}
