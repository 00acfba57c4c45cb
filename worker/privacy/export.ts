import { csvLine } from '../core/csv-cell';
import type { Database } from '../db/database';
import { readActivities } from './activities';
import { heldOf } from './find';
import { mostRead, readOwn } from './own-rows';
import { personOf } from './person';

/** Everything that is a person's own, by kind of row; what others wrote about them is counted, not handed over. */
export async function exportPerson(env: Env, db: Database, organizationId: string, address: string, now: number) {
  const person = await personOf(env, db, organizationId, address, '');
  const own = await readOwn(db, person);
  const activities = { what: 'activities', rows: await readActivities(db, person) };
  return {
    address: person.address,
    names: person.names,
    exportedAt: new Date(now).toISOString(),
    held: await heldOf(env, db, person),
    /** False when some kind of row was cut off. */
    complete: own.every(({ rows }) => rows.length < mostRead),
    data: [...own, activities].filter(({ rows }) => rows.length > 0),
  };
}
export type PersonExport = Awaited<ReturnType<typeof exportPerson>>;

export function exportStream(found: PersonExport, format: 'json' | 'csv'): ReadableStream<Uint8Array> {
  const text = format === 'json' ? `${JSON.stringify(found, null, 2)}\n` : csv(found);
  return new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(text));
      controller.close();
    },
  });
}

/** One line a value: rows of different kinds have different columns. */
function csv({ data }: PersonExport): string {
  const lines = data.flatMap(({ what, rows }) =>
    rows.flatMap((row, index) =>
      Object.entries(row)
        .filter(([, value]) => value !== null && value !== '')
        .map(([column, value]) => csvLine([what, index + 1, column, typeof value === 'number' ? value : String(value)])),
    ),
  );
  return `\ufeff${csvLine(['what', 'row', 'field', 'value'])}${lines.join('')}`;
}
