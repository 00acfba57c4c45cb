import { commitPort } from '../worker/db/commit';
import { databaseOf } from '../worker/db/database';
import type { EventScope } from '../worker/db/records/event-scope';
import type { CommitPort } from '../worker/ports/commit';
import { watchOutbox } from '../worker/queues/poke';
import { newId } from '../worker/random';

/** Where the tools of an agent commit, for one event. */
export function commitFor(env: Env, scope: EventScope, now: () => number): CommitPort {
  const { organizationId, eventId } = scope.event;
  const port = commitPort({
    db: databaseOf(env, organizationId),
    organizationId,
    eventId,
    newCommandId: () => newId('command'),
    undoMs: scope.policy.event.undoSeconds * 1000,
    now,
  });
  return {
    // The alarm stands before the effect is written: no crash between commit and poke leaves it to the cron.
    async commit(batch) {
      if (batch.commands.length > 0 && scope.event.clock === 'real') await watchOutbox(env, eventId);
      return port.commit(batch);
    },
  };
}
