import { setTimeout as wait } from 'node:timers/promises';
import { call } from '../http';
import { report } from '../report';
import type { Stage } from '../stage';

const rows = 50_000;

interface Import {
  id: string;
  state: string;
  doneRows: number;
  problem: string | null;
}

/** A pretix export of 50,000 positions, from the upload to the last row in the records, with the memory it takes at most. */
export async function imports(stage: Stage): Promise<void> {
  const product = await stage.product();
  const headers = { authorization: `Bearer ${product.apiKey}` };
  const { id: eventId } = await call<{ id: string }>(`${product.url}/api/v1/events`, { headers: product.owner, body: largeEvent });
  const path = `${product.url}/api/v1/events/${eventId}/imports`;
  const file = pretixExport();
  const before = product.residentKiB();
  const startedAt = performance.now();
  let peak = before;
  const upload = await call<Import>(path, {
    headers: { ...headers, 'content-type': 'text/csv', 'x-file-name': 'positions.csv' },
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
  const doneAt = performance.now();
  report({ figure: 'import of 50,000 rows, upload to last row', unit: 'rows/s', ours: rows / ((doneAt - startedAt) / 1000) });
  report({ figure: 'import of 50,000 rows, upload and recognition', unit: 'ms', ours: uploadedAt - startedAt });
  report({ figure: 'import of 50,000 rows, peak memory of the runtime', unit: 'MiB', ours: peak / 1024 });
  report({ figure: 'import of 50,000 rows, memory above what it was before', unit: 'MiB', ours: (peak - before) / 1024 });
}

const largeEvent = {
  name: 'Bench Days',
  startsAt: '2027-05-20T09:00',
  endsAt: '2027-05-21T17:00',
  timeZone: 'Europe/Berlin',
  currency: 'EUR',
  contactEmail: 'help@example.org',
};

/** Two positions an order, every field filled, about 190 bytes a row. */
function pretixExport(): Uint8Array {
  const lines = [
    'Event slug,Order code,Position ID,Status,Email,Order date,Order time,Product,Variation,Price,Tax rate,Attendee name,Attendee email,Company,City,Country,Voucher,Comment,Order locale',
  ];
  for (let n = 0; n < rows; n++) {
    const order = n >> 1;
    const code = (order + 60_466_176).toString(36).toUpperCase();
    lines.push(
      `BENCH,${code},${(n % 2) + 1},Paid,buyer${order}@mail.example,2026-0${(order % 9) + 1}-1${order % 9},10:11:12,Conference pass,Early bird,249.00,19.00,Robin Sample ${n},robin.sample${n}@mail.example,Company ${order % 900},Rotterdam,NL,,"Seat ${n}, aisle",en`,
    );
  }
  return Buffer.from(lines.join('\n'));
}
