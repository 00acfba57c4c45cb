import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { logTables } from '../../worker/core/log/chain';
import type { LogToVerify } from './log';

const Head = z.object({ seq: z.number(), hash: z.string() });
const Export = z.object({
  format: z.literal('eventos-log-1'),
  eventId: z.string(),
  eventName: z.string(),
  clock: z.enum(['real', 'virtual']),
  remembered: Head.nullable(),
  entries: z.array(
    z.object({
      ...Head.shape,
      source: z.enum([...logTables, 'log_notes']),
      rowId: z.string(),
      rowHash: z.string(),
      sealedAt: z.number(),
      prunedAt: z.number().nullable(),
      row: z.record(z.string(), z.union([z.string(), z.number(), z.null()])).nullable(),
    }),
  ),
});

export function* fromFile(file: string): Generator<LogToVerify> {
  yield readExport(readFileSync(file, 'utf8'), file);
}

/** An export of the product. Throws with what is wrong with any other text; `name` says where it came from. */
export function readExport(text: string, name: string): LogToVerify {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Error(`${name} is not JSON, or was cut off: export the log again as JSON.`);
  }
  const read = Export.safeParse(value);
  if (!read.success) throw new Error(`${name} is not an export of a log.\n${z.prettifyError(read.error)}`);
  const { entries, ...log } = read.data;
  return { ...log, unsealed: null, pages: [entries.map(({ row, ...entry }) => ({ entry, row }))] };
}
