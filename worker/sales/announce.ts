import type { ToConsole } from '../contract/live';
import { errorFields, log } from '../log';
import { orchestratorOf } from '../objects';

type Changed = Extract<ToConsole, { type: 'sales' }>;

/** Open consoles of an event read anew what changed. Nothing depends on it. */
export async function announceSales(env: Env, eventId: string, what: Changed['what'], id: string): Promise<void> {
  const frame: Changed = { type: 'sales', what, id };
  await orchestratorOf(env, eventId)
    .publish(JSON.stringify(frame))
    .catch((error) => log('warn', 'sales not announced', { event: eventId, ...errorFields(error) }));
}
