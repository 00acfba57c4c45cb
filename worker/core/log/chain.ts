/** Pure. SHA-256 is passed in; the same code seals in the product and verifies an export on anybody's machine. */

/** SHA-256 of a text in UTF-8, as lower-case hex. */
export type Digest = (text: string) => string | Promise<string>;

/** A row as its table stores it, by column name. */
export type StoredRow = Readonly<Record<string, string | number | null>>;

export interface ChainEntry {
  /** From 1, without gaps. */
  seq: number;
  source: LogSource;
  rowId: string;
  rowHash: string;
  hash: string;
}

/** Where a chain ends: the place and hash of its last entry; seq 0 before the first. */
export interface ChainHead {
  seq: number;
  hash: string;
}

/** The tables that a chain covers, with the column that says when a row was written. */
export const logSources = {
  agent_sales_activities: 'created_at',
  agent_marketing_activities: 'created_at',
  agent_operations_activities: 'created_at',
  agent_support_activities: 'created_at',
  agent_analytics_activities: 'created_at',
  command_transitions: 'at',
  policy_versions: 'changed_at',
} as const;
export type LogTable = keyof typeof logSources;
export const logTables = Object.keys(logSources) as LogTable[];
/** A note is an entry without a row: its text is its row id. */
export type LogSource = LogTable | 'log_notes';

/** What the first entry of an event's chain stands on. */
export function genesis(eventId: string): ChainHead {
  return { seq: 0, hash: `eventos-log-1:${eventId}` };
}

/**
 * One row as text: its columns by name in code-point order, as JSON. Empty columns (null) are left out, so that a column that
 * a later version adds does not change the form of the rows before it.
 */
export function canonicalForm(row: StoredRow): string {
  const columns = Object.keys(row)
    .filter((column) => row[column] !== null && row[column] !== undefined)
    .sort()
    .map((column) => `${JSON.stringify(column)}:${JSON.stringify(row[column])}`);
  return `{${columns.join(',')}}`;
}

export const noteRow = (text: string): StoredRow => ({ note: text });

/** The hash of an entry: of the one before, the row's hash, and the entry's place and name. */
export function linkText(before: string, { seq, source, rowId, rowHash }: Omit<ChainEntry, 'hash'>): string {
  return [before, rowHash, seq, source, rowId].join('\n');
}

/** The id under which a row stands in the chain. */
export function rowIdOf(source: LogTable, row: StoredRow): string {
  return source === 'policy_versions' ? `${row.scope}:${row.version}` : String(row.id);
}

/** Appends rows to a chain, in the order given. Returns the new entries and where the chain then ends. */
export async function append(
  digest: Digest,
  head: ChainHead,
  rows: readonly { source: LogSource; rowId: string; row: StoredRow }[],
): Promise<{ entries: ChainEntry[]; head: ChainHead }> {
  const hashes = await Promise.all(rows.map(({ row }) => digest(canonicalForm(row))));
  const entries: ChainEntry[] = [];
  let { seq, hash } = head;
  for (const [index, { source, rowId }] of rows.entries()) {
    seq += 1;
    const entry = { seq, source, rowId, rowHash: hashes[index] ?? '' };
    hash = await digest(linkText(hash, entry));
    entries.push({ ...entry, hash });
  }
  return { entries, head: { seq, hash } };
}
