import { hash } from 'node:crypto';
import type { ChainHead } from '../../worker/core/log/chain';
import { endVerification, startVerification, type Verification, verifyLinks } from '../../worker/core/log/verify';
import type { LogToVerify } from './log';

const sha256 = (text: string) => hash('sha256', text, 'hex');

/** `witness` is where an earlier export of the same log ended. */
export async function verified(
  { eventId, remembered, clock, pages }: LogToVerify,
  witness: ChainHead | null = null,
): Promise<Verification> {
  const options = { remembered, witness, realClock: clock === 'real' };
  let state = startVerification(eventId);
  for (const links of pages) {
    state = await verifyLinks(sha256, state, links, options);
    if (state.broken) break;
  }
  return endVerification(state, options);
}

export function resultLine({ eventId, eventName, remembered, unsealed }: LogToVerify, result: Verification): string {
  const name = `${eventId} (${eventName})`;
  if (result.broken) return `${name}: BROKEN at entry ${result.broken.seq}: ${result.broken.text}`;
  const parts = [
    `${result.entries} entries`,
    `${result.rows} rows`,
    ...(result.pruned > 0 ? [`${result.pruned} pruned by retention`] : []),
    ...(result.late > 0 ? [`${result.late} sealed more than a day after they were written`] : []),
    ...(unsealed ? [`${unsealed} not sealed yet`] : []),
    result.head.seq === 0 ? 'nothing sealed yet' : `head ${result.head.hash}`,
    ...(remembered || result.head.seq === 0 ? [] : ['the end is not compared: nobody outside the database remembers it']),
  ];
  return `${name}: ok, ${parts.join(', ')}`;
}
