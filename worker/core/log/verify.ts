import { dayMs } from '../instant';
import {
  type ChainEntry,
  type ChainHead,
  canonicalForm,
  type Digest,
  genesis,
  linkText,
  logSources,
  noteRow,
  type StoredRow,
} from './chain';
import { readNote } from './notes';

/** Pure. Recomputes a chain page by page: a fold whose state fits in memory whatever the length of the log. */

export type Problem =
  | 'row_changed'
  | 'row_deleted'
  | 'entry_changed'
  | 'entry_missing'
  | 'entry_out_of_order'
  | 'truncated'
  | 'not_the_remembered_head';

export interface Broken {
  seq: number;
  source: string;
  rowId: string;
  problem: Problem;
  text: string;
}

/** An entry with its row as the table holds it now; null when the row is gone. Notes have none. */
export interface Link {
  entry: ChainEntry & { sealedAt: number; prunedAt: number | null };
  row: StoredRow | null;
}

export interface Verification {
  head: ChainHead;
  entries: number;
  rows: number;
  pruned: number;
  late: number;
  broken: Broken | null;
  /** Entries marked as pruned, and what notes say was pruned, as stretches of seq. */
  marked: number[];
  noted: [number, number][];
}

export interface VerifyOptions {
  /** Where the chain ended when it was last seen by somebody else than its database; null when nobody remembers. */
  remembered: ChainHead | null;
  /** Where it ended in an earlier export that somebody kept: against one who can write to both of the above. */
  witness?: ChainHead | null;
  /** On a virtual clock the time of a row says nothing about when it was sealed. */
  realClock: boolean;
}

export function startVerification(eventId: string): Verification {
  return { head: genesis(eventId), entries: 0, rows: 0, pruned: 0, late: 0, broken: null, marked: [], noted: [] };
}

/** Goes on with the next links, in the order they stand in. Stops at the first that is broken. */
export async function verifyLinks(
  digest: Digest,
  state: Verification,
  links: readonly Link[],
  options: VerifyOptions,
): Promise<Verification> {
  if (state.broken) return state;
  const next = { ...state };
  const rows = links.map(({ entry, row }) => (entry.source === 'log_notes' ? noteRow(entry.rowId) : row));
  const rowHashes = await Promise.all(rows.map((row) => (row ? digest(canonicalForm(row)) : null)));
  for (const [index, { entry, row }] of links.entries()) {
    const { seq, source, rowId } = entry;
    const broken = (problem: Problem, text: string): Verification => ({ ...next, broken: { seq, source, rowId, problem, text } });
    if (seq <= next.head.seq) return broken('entry_out_of_order', `Entry ${seq} stands behind entry ${next.head.seq}.`);
    if (seq !== next.head.seq + 1)
      return {
        ...next,
        broken: {
          ...{ seq: next.head.seq + 1, source: '', rowId: '', problem: 'entry_missing' },
          text: `Entry ${next.head.seq + 1} is missing from the chain.`,
        },
      };
    const hash = await digest(linkText(next.head.hash, entry));
    if (hash !== entry.hash) return broken('entry_changed', `Entry ${seq} of the chain was changed, or does not follow the one before it.`);
    if (knownHeads(options).some((known) => known.seq === seq && known.hash !== hash))
      return broken(
        'not_the_remembered_head',
        `The chain was rewritten: its entry ${seq} is not the one that was remembered outside the database.`,
      );
    const rowHash = rowHashes[index];
    if (rowHash === null || rowHash === undefined) {
      if (entry.prunedAt === null) return broken('row_deleted', `The row ${rowId} of ${source} was deleted.`);
      next.marked.push(seq);
      next.pruned += 1;
    } else {
      if (rowHash !== entry.rowHash) return broken('row_changed', `The row ${rowId} of ${source} was changed after it was sealed.`);
      next.rows += 1;
    }
    if (source === 'log_notes') {
      const note = readNote(rowId);
      if (note?.kind === 'pruned') next.noted.push(...note.ranges);
    } else if (row && options.realClock && entry.sealedAt - Number(row[logSources[source]]) > dayMs) next.late += 1;
    next.head = { seq, hash };
    next.entries += 1;
  }
  return next;
}

/** What can only be said at the end: nothing was cut off, and every row that is gone was pruned by a note of the log itself. */
export function endVerification(state: Verification, options: VerifyOptions): Verification {
  if (state.broken) return state;
  const sealed = Math.max(0, ...knownHeads(options).map((known) => known.seq));
  if (state.head.seq < sealed) {
    const seq = state.head.seq + 1;
    const text = `The chain ends at entry ${state.head.seq}; ${sealed} were sealed.`;
    return { ...state, broken: { seq, source: '', rowId: '', problem: 'truncated', text } };
  }
  const hidden = state.marked.find((seq) => !state.noted.some(([first, last]) => first <= seq && seq <= last));
  if (hidden === undefined) return state;
  const text = `The row of entry ${hidden} is gone and marked as pruned, but no note of the log says so.`;
  return { ...state, broken: { seq: hidden, source: '', rowId: '', problem: 'row_deleted', text } };
}

function knownHeads({ remembered, witness }: VerifyOptions): ChainHead[] {
  return [remembered, witness].flatMap((head) => head ?? []);
}
