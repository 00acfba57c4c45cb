import { readFile } from 'node:fs/promises';
import { readWholeFile } from '../../worker/core/import/whole-file';

/**
 * What `npm run eval -- import --file FILE` prints: the recognised source, the mapping, counts, the first orders, and every rejected row with
 * its line and reason. Cells without a currency are read as `currency`, times without an offset in `timeZone`.
 */
export async function runImport(file: string, { currency = 'EUR', timeZone = 'UTC' } = {}): Promise<object> {
  const { recognition, orders, rejected, counts } = readWholeFile(await readFile(file), { currency, timeZone });
  return {
    source: recognition.source,
    kind: recognition.kind,
    ...(recognition.table === '' ? {} : { sheet: recognition.table }),
    headerLine: recognition.headerLine,
    columns: recognition.columns.map(({ header, occurrence, field, samples }) => ({ header, occurrence, field, samples })),
    counts,
    rejected,
    orders: orders.slice(0, 5),
  };
}
