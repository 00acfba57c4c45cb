import { localDate, startOfDay } from '../instant';

/** Pure. How fast one mailbox may send what nobody asked for: a young one that sends much is taken for a spammer's. */

export interface Pace {
  /** Mails on the first day; each day the cap grows by `rampGrowthPercent`, up to `dailyMost`. */
  rampStart: number;
  rampGrowthPercent: number;
  dailyMost: number;
  gapSeconds: number;
}

export interface SentSoFar {
  /** Since the start of the local day. */
  today: number;
  lastAt: number | null;
  /** When the mailbox ever sent such a mail first; null for never. */
  firstEverAt: number | null;
}

export type PaceVerdict = { decision: 'send' } | { decision: 'hold'; until: number; rule: 'mailbox_gap' | 'mailbox_cap' };

/** How many may go out on a day, counted from the first day on (0). */
export function capOn(day: number, { rampStart, rampGrowthPercent, dailyMost }: Pace): number {
  // Beyond a thousand days the exponent only costs digits.
  return Math.min(dailyMost, Math.floor(rampStart * (1 + rampGrowthPercent / 100) ** Math.min(day, 1000)));
}

/** Whether the mailbox may send one more at `now` (ms), or when. Days are local ones of `timeZone`. */
export function paceVerdict(sent: SentSoFar, pace: Pace, now: number, timeZone: string): PaceVerdict {
  const days = sent.firstEverAt === null ? 0 : daysBetween(localDate(sent.firstEverAt, timeZone), localDate(now, timeZone));
  if (sent.today >= capOn(days, pace)) return { decision: 'hold', until: nextDay(now, timeZone), rule: 'mailbox_cap' };
  const free = sent.lastAt === null ? now : sent.lastAt + pace.gapSeconds * 1000;
  return free > now ? { decision: 'hold', until: free, rule: 'mailbox_gap' } : { decision: 'send' };
}

function daysBetween(from: string, to: string): number {
  return Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000));
}

/** A day of daylight saving has 23 or 25 hours: 26 hours after its start is always the next one. */
function nextDay(now: number, timeZone: string): number {
  return startOfDay(startOfDay(now, timeZone) + 26 * 3_600_000, timeZone);
}
