import { z } from 'zod';
import { log } from '../log';
import { orchestratorOf } from '../objects';

/** The poke on the queue: it names a row and carries nothing else. */
export const Poke = z.object({ organizationId: z.string(), eventId: z.string(), commandId: z.string() });
export type Poke = z.infer<typeof Poke>;

/** Messages that one call to the queue takes. */
const pokesAtOnce = 100;
const longestDelaySeconds = 43_200;
/** A poke that got lost costs no more than this. */
const lookMs = 10_000;

/** Wakes the consumer for these commands, after `delayMs` where they wait for the end of an undo window. */
export async function poke(env: Env, organizationId: string, eventId: string, commandIds: string[], delayMs = 0): Promise<void> {
  for (const commandId of commandIds) log('debug', 'step', { command: commandId, step: 'committed' });
  const delaySeconds = Math.min(longestDelaySeconds, Math.ceil(delayMs / 1000));
  for (let from = 0; from < commandIds.length; from += pokesAtOnce)
    await env.COMMANDS.sendBatch(
      commandIds.slice(from, from + pokesAtOnce).map((commandId) => ({
        body: { organizationId, eventId, commandId } satisfies Poke,
        ...(delaySeconds > 0 ? { delaySeconds } : {}),
      })),
    );
  for (const commandId of commandIds) log('debug', 'step', { command: commandId, step: 'poked' });
}

/**
 * For writers that have no alarm of their own: called before a command is written, so that the event's orchestrator finds it
 * if a crash comes between its commit and its poke.
 */
export async function watchOutbox(env: Env, eventId: string): Promise<void> {
  await orchestratorOf(env, eventId).lookWithin(lookMs);
}
