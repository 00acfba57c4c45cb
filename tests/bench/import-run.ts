import { setTimeout as wait } from 'node:timers/promises';
import { call } from './http';
import type { Stage } from './stage';

interface Import {
  id: string;
  state: string;
  doneRows: number;
  problem: string | null;
}

/** One import into an event of its own, from the upload to the last row in the records, with the memory that the runtime takes. */
export async function importRun(stage: Stage, { file, fileName, rows }: { file: Uint8Array; fileName: string; rows: number }) {
  const product = await stage.product();
  const headers = { authorization: `Bearer ${product.apiKey}` };
  const { id: eventId } = await call<{ id: string }>(`${product.url}/api/v1/events`, { headers: product.owner, body: largeEvent });
  const path = `${product.url}/api/v1/events/${eventId}/imports`;
  const before = product.residentKiB();
  const startedAt = performance.now();
  let peak = before;
  const upload = await call<Import>(path, {
    headers: { ...headers, 'content-type': 'text/csv', 'x-file-name': fileName },
    body: file,
  });
  const uploadedAt = performance.now();
  await call<Import>(`${path}/${upload.id}/start`, { headers: product.owner, body: {} });
  for (;;) {
    await wait(150);
    peak = Math.max(peak, product.residentKiB());
    const { state, doneRows, problem } = await call<Import>(`${path}/${upload.id}`, { method: 'GET', headers });
    if (state === 'done' && doneRows === rows) break;
    if (state !== 'running') throw new Error(`the import is ${state} after ${doneRows} rows: ${problem}`);
  }
  return { seconds: (performance.now() - startedAt) / 1000, uploadMs: uploadedAt - startedAt, beforeKiB: before, peakKiB: peak };
}

const largeEvent = {
  name: 'Bench Days',
  startsAt: '2027-05-20T09:00',
  endsAt: '2027-05-21T17:00',
  timeZone: 'Europe/Berlin',
  currency: 'EUR',
  contactEmail: 'help@example.org',
};
