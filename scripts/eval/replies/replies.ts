import { writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { ReceivedMail } from '../../../worker/core/replies/mail';
import { readReply } from '../../../worker/core/replies/read-reply';
import { readRawMail } from '../../../worker/inbound/raw-mail';
import { linesOf, parseLine } from '../json-lines';

const Id = z.union([z.string(), z.number()]);
const Line = z.union([z.object({ id: Id, raw: z.string() }), z.object({ id: Id, text: z.string() })]);

/** "On Monday" in a text without a date of its own counts from here, so that a result does not depend on the day of the run. */
const undated = Date.UTC(2027, 0, 4, 9);

/**
 * `npm run eval -- replies --set FILE.jsonl --out RESULTS.jsonl`: reads each answer, `{"id","raw"}` (a message of RFC 5322)
 * or `{"id","text"}`, as the product does. Writes one line for each: `{"id","class","confidence","visibleText","returnDate"?,"bounce"?}` with what else was
 * understood. A line that cannot be read gets `{"line","id"?,"error"}` in its place, and is counted.
 */
export async function runReplies({ set, out }: { set: string; out: string }): Promise<object> {
  const results: string[] = [];
  const counts: Record<string, number> = {};
  let broken = 0;
  let readMs = 0;
  for (const { text, line } of linesOf(set)) {
    const parsed = parseLine(text, Line);
    if (typeof parsed === 'string') {
      broken++;
      results.push(
        JSON.stringify({
          line,
          ...idIn(text),
          error: `Line ${line}: ${parsed.startsWith('this is not JSON') ? parsed : 'a line needs an "id" and either "raw" or "text".'}`,
        }),
      );
      continue;
    }
    const { id } = parsed.value;
    const startedAt = performance.now();
    try {
      const mail = 'raw' in parsed.value ? await readRawMail(bytesOf(parsed.value.raw)) : asMail(parsed.value.text);
      const { class: found, ...reply } = readReply(mail, undated);
      readMs += performance.now() - startedAt;
      counts[found] = (counts[found] ?? 0) + 1;
      results.push(JSON.stringify({ id, class: found, ...reply, confidence: Math.round(reply.confidence * 1000) / 1000 }));
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      broken++;
      results.push(JSON.stringify({ line, id, error: `Line ${line}: ${error.message}` }));
    }
  }
  writeFileSync(out, results.map((result) => `${result}\n`).join(''));
  return { lines: results.length, broken, classes: counts, msPerLine: Math.round((readMs / Math.max(1, results.length)) * 1000) / 1000 };
}

const asMail = (text: string): ReceivedMail => ({ from: '', subject: '', text, headers: {} });

/** The id of a line of another form, so that its place in the result can be found. */
function idIn(text: string): { id?: unknown } {
  const parsed = parseLine(text, z.object({ id: Id }));
  return typeof parsed === 'string' ? {} : { id: parsed.value.id };
}

function bytesOf(raw: string): Uint8Array {
  return new TextEncoder().encode(raw.replace(/\r?\n/g, '\r\n'));
}
