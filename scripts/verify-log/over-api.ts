import { z } from 'zod';
import { readExport } from './from-file';
import type { LogToVerify } from './log';

const Events = z.object({ items: z.array(z.object({ id: z.string() })), nextCursor: z.string().nullable() });

/** Exports of the logs of one event, or of all that the key may see. */
export async function* overApi(url: string, key: string, event: string | undefined): AsyncGenerator<LogToVerify> {
  const base = `${url.replace(/\/+$/, '')}/api/v1`;
  for await (const id of event ? [event] : eventIds(base, key))
    yield readExport(await get(`${base}/events/${encodeURIComponent(id)}/log/export?format=json`, key), `The export of ${id}`);
}

async function* eventIds(base: string, key: string): AsyncGenerator<string> {
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: z.infer<typeof Events> = Events.parse(
      JSON.parse(await get(`${base}/events?limit=200${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`, key)),
    );
    for (const { id } of page.items) yield id;
    cursor = page.nextCursor;
  }
}

async function get(address: string, key: string): Promise<string> {
  const answer = await fetch(address, { headers: { authorization: `Bearer ${key}` } }).catch((error: unknown) => {
    throw new Error(
      `${address} cannot be reached (${error instanceof Error ? error.message : 'no answer'}). Is the product running there?`,
    );
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`GET ${address}: ${answer.status} ${text}`);
  return text;
}
