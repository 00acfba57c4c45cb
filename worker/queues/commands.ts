import { errorFields, log } from '../log';
import { carryOut, Poke } from './carry-out';

/** Consumes pokes. A poke that fails is retried by the queue; the row in D1 stays due in any case. */
export async function consumeCommands(batch: MessageBatch, env: Env): Promise<void> {
  for (const message of batch.messages) {
    const named = Poke.safeParse(message.body);
    if (!named.success) {
      log('error', 'poke without a command', { queue: batch.queue });
      message.ack();
      continue;
    }
    try {
      await carryOut(env, named.data);
      message.ack();
    } catch (error) {
      log('error', 'command', { command: named.data.commandId, ...errorFields(error) });
      message.retry({ delaySeconds: 15 });
    }
  }
}
