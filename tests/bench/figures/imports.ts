import { importRun } from '../import-run';
import { report } from '../report';
import type { Stage } from '../stage';

const rows = 50_000;

/** A pretix export of 50,000 positions, from the upload to the last row in the records, with the memory it takes at most. */
export async function imports(stage: Stage): Promise<void> {
  const { seconds, uploadMs, beforeKiB, peakKiB } = await importRun(stage, { file: pretixExport(), fileName: 'positions.csv', rows });
  report({ figure: 'import of 50,000 rows, upload to last row', unit: 'rows/s', ours: rows / seconds });
  report({ figure: 'import of 50,000 rows, upload and recognition', unit: 'ms', ours: uploadMs });
  report({ figure: 'import of 50,000 rows, peak memory of the runtime', unit: 'MiB', ours: peakKiB / 1024 });
  report({ figure: 'import of 50,000 rows, memory above what it was before', unit: 'MiB', ours: (peakKiB - beforeKiB) / 1024 });
}

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
