import { databaseOf, sharedDatabase } from '../db/database';
import { groupedBatches } from '../db/grouped-batches';
import { foldBack } from '../db/records/dead-letters';
import { errorFields, log } from '../log';
import { orchestratorOf } from '../objects';
import { carryOut } from './carry-out';
import { Poke } from './poke';

/** The queue that takes pokes which failed too often; see `wrangler.toml`. */
const deadQueue = /-dead$/;
/** When the outbox is looked at again after a poke died. */
const lookMs = 1_000;

/**
 * Consumes pokes, side by side: what must not overlap is kept apart by its claim. A poke that fails is retried by the
 * queue; the row in D1 stays due in any case.
 */
export async function consumeCommands(batch: MessageBatch, env: Env): Promise<void> {
  const dead = deadQueue.test(batch.queue);
  const batches = groupedBatches(sharedDatabase(env));
  await Promise.all(
    batch.messages.map(async (message) => {
      const named = Poke.safeParse(message.body);
      if (!named.success) {
        log('error', 'poke without a command', { queue: batch.queue });
        message.ack();
        return;
      }
      try {
        await (dead ? takeBack(env, named.data) : carryOut(env, named.data, batches));
        message.ack();
      } catch (error) {
        log('error', 'command', { command: named.data.commandId, dead, ...errorFields(error) });
        message.retry({ delaySeconds: 15 });
      }
    }),
  );
}

/** A dead poke changes nothing about its command but when it is due: the same states, and the same count of attempts. */
async function takeBack(env: Env, named: Poke): Promise<void> {
  const state = await foldBack(databaseOf(env, named.organizationId), named.organizationId, named.commandId, Date.now());
  log('warn', 'dead letter', { command: named.commandId, state });
  if (state) await orchestratorOf(env, named.eventId).lookWithin(lookMs);
}
