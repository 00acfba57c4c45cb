import { readFile } from 'node:fs/promises';
import { readWholeCompanyFile } from '../../worker/core/import/companies/whole-company-file';
import { type Recognition, recognise } from '../../worker/core/import/recognise';
import { readWholeFile } from '../../worker/core/import/whole-file';

/**
 * What `npm run eval -- import --file FILE` prints: the recognised source, the mapping, counts, the first orders or companies, and every
 * rejected row with its line and reason. Cells without a currency are read as `currency`, times without an offset in `timeZone`.
 */
export async function runImport(file: string, { currency = 'EUR', timeZone = 'UTC' } = {}): Promise<object> {
  const bytes = await readFile(file);
  if (recognise(bytes).recognition.kind === 'companies') {
    const { recognition, companies, rejected, counts } = readWholeCompanyFile(bytes, { currency });
    return { ...shown(recognition), counts, rejected, companies: companies.slice(0, 5) };
  }
  const { recognition, orders, rejected, counts } = readWholeFile(bytes, { currency, timeZone });
  return { ...shown(recognition), counts, rejected, orders: orders.slice(0, 5) };
}

function shown(recognition: Recognition): object {
  return {
    source: recognition.source,
    kind: recognition.kind,
    ...(recognition.table === '' ? {} : { sheet: recognition.table }),
    headerLine: recognition.headerLine,
    columns: recognition.columns.map(({ header, occurrence, field, samples }) => ({ header, occurrence, field, samples })),
  };
}
