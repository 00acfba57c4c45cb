import { z } from 'zod';

/** What the chain says about itself. Pure; a note is stored as the row id of its entry and names no person. */
export const LogNote = z.discriminatedUnion('kind', [
  /** Retention deleted the rows of these entries (first and last seq of each stretch); their hashes stay. */
  z.object({ kind: z.literal('pruned'), at: z.number(), ranges: z.array(z.tuple([z.number(), z.number()])) }),
  /** The keys behind some rows were destroyed by this erasure. */
  z.object({ kind: z.literal('erased'), at: z.number(), erasure: z.string(), keys: z.number() }),
]);
export type LogNote = z.infer<typeof LogNote>;

export function noteText(note: LogNote): string {
  return JSON.stringify(note);
}

/** The note that an entry holds; null when its text is none. */
export function readNote(text: string): LogNote | null {
  try {
    return LogNote.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** Ascending numbers as stretches without gaps. */
export function stretches(seqs: readonly number[]): [number, number][] {
  const found: [number, number][] = [];
  for (const seq of seqs) {
    const last = found.at(-1);
    if (last && seq === last[1] + 1) last[1] = seq;
    else found.push([seq, seq]);
  }
  return found;
}
