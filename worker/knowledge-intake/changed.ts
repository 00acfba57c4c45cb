import type { ToConsole } from '../contract/live';
import { errorFields, log } from '../log';
import { orchestratorOf, supportObjects } from '../objects';

/** Documents were added, changed or forgotten: the support objects of the event index them again, and open consoles look anew. */
export async function knowledgeChanged(env: Env, organizationId: string, eventId: string, documentIds: string[]): Promise<void> {
  const request = JSON.stringify({ organizationId, eventId, documentIds });
  await Promise.all(supportObjects(env, eventId).map((support) => support.reindex(request)));
  const frame: ToConsole = { type: 'documents' };
  await orchestratorOf(env, eventId)
    .publish(JSON.stringify(frame))
    .catch((error) => log('warn', 'documents not announced', { event: eventId, ...errorFields(error) }));
}
