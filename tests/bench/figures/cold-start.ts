import { call } from '../http';
import { question } from '../questions';
import { report } from '../report';
import type { Stage } from '../stage';

/** From `npm start` on data that are there to the first answer of the agent. */
export async function coldStart(stage: Stage): Promise<void> {
  await stage.product();
  await stage.stopProduct();
  const startedAt = performance.now();
  const product = await stage.product();
  const readyAt = performance.now();
  await call(`${product.url}/api/v1/events/${product.eventId}/conversations`, {
    headers: { authorization: `Bearer ${product.apiKey}` },
    body: { text: question(0) },
  });
  report({ figure: 'start to first answer, existing data', unit: 'ms', ours: performance.now() - startedAt });
  report({ figure: 'first answer after the start', unit: 'ms', ours: performance.now() - readyAt });
}
