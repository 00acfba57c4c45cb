import { csvLine } from '../core/csv-cell';
import type { ChainHead } from '../core/log/chain';
import type { Link } from '../core/log/verify';
import type { Database } from '../db/database';
import { linksAfter } from '../db/records/log';
import { type ActivityRecord, openActivities } from '../db/sealed-activity';

const pageRows = 300;

export interface LogExport {
  organizationId: string;
  eventId: string;
  eventName: string;
  /** Where the chain ends, as the event's orchestrator remembers it. */
  remembered: ChainHead | null;
  clock: 'real' | 'virtual';
  exportedAt: number;
}

/** Pages of an event's chain with their rows; activities also as they read, where their keys are still there. */
async function* pages(db: Database, { organizationId, eventId }: LogExport) {
  for (let seq = 0; ; ) {
    const links = await linksAfter(db, organizationId, eventId, seq, pageRows);
    const last = links.at(-1);
    if (!last) return;
    seq = last.entry.seq;
    const opened = await openActivities(
      db,
      organizationId,
      links.map(({ row }): ActivityRecord => ({ ...row })),
    );
    yield links.map((link, index) => ({ ...link, opened: opened[index] ?? {} }));
  }
}

/**
 * The chain as JSON, one entry a line: each with its row exactly as it is stored, which is what its hash is made of, and beside it
 * (`reads`) what a sealed row says.
 */
export function jsonExport(db: Database, what: LogExport): ReadableStream<Uint8Array> {
  return streamOf(async function* () {
    const { remembered, eventId, eventName, clock, exportedAt } = what;
    yield `${JSON.stringify({ format: 'eventos-log-1', eventId, eventName, clock, exportedAt, remembered }).slice(0, -1)},"entries":[\n`;
    let first = true;
    for await (const page of pages(db, what))
      for (const { entry, row, opened } of page) {
        yield `${first ? '' : ',\n'}${JSON.stringify({ ...entry, row, ...(row && 'input_data' in row ? { reads: readable(opened) } : {}) })}`;
        first = false;
      }
    yield '\n]}\n';
  });
}

function readable({ input_data, output_data, error_message, escalation_reason, ...row }: ActivityRecord) {
  const reasoning = row.reasoning ?? row.optimization_reasoning ?? null;
  return { input: parsed(input_data), output: parsed(output_data), reasoning, error: error_message, escalationReason: escalation_reason };
}

function parsed(value: ActivityRecord[string] | undefined): unknown {
  return typeof value === 'string' ? JSON.parse(value) : null;
}

const headings = [
  ...['seq', 'sealed_at', 'source', 'row_id', 'written_at', 'what', 'tool', 'status', 'verdict', 'rule', 'reasoning', 'input', 'output'],
  ...['error', 'run_id', 'conversation_id', 'approval_id', 'command_id', 'from_state', 'to_state', 'cause', 'changed_by', 'hash'],
];

/** The log for a spreadsheet: one line a row; cells that a spreadsheet would run are escaped. */
export function csvExport(db: Database, what: LogExport): ReadableStream<Uint8Array> {
  return streamOf(async function* () {
    yield `\ufeff${csvLine(headings)}`;
    for await (const page of pages(db, what)) yield page.map((link) => csvLine(cells(link))).join('');
  });
}

function cells({ entry, opened }: Link & { opened: ActivityRecord }): (string | number)[] {
  const of = (...columns: string[]) => {
    const value = columns.map((column) => opened[column]).find((found) => found !== null && found !== undefined);
    return value ?? '';
  };
  const at = of('created_at', 'at', 'changed_at');
  return [
    ...[entry.seq, iso(entry.sealedAt), entry.source, entry.rowId, at === '' ? '' : iso(Number(at)), of('activity_type', 'scope')],
    ...['tool', 'status', 'verdict', 'rule'].map((column) => of(column)),
    of('reasoning', 'optimization_reasoning', 'note'),
    of('input_data', 'body'),
    of('output_data'),
    of('error_message'),
    ...['run_id', 'conversation_id', 'approval_id', 'command_id', 'from_state', 'to_state', 'cause', 'changed_by'].map((column) =>
      of(column),
    ),
    entry.hash,
  ];
}

const iso = (at: number) => new Date(at).toISOString();

function streamOf(chunks: () => AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const parts = chunks();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await parts.return(undefined);
    },
  });
}
