import { Temporal } from 'temporal-polyfill';
import { dayMs, hourMs } from '../instant';
import type { ContactRules } from '../policy/event-policy';

/** Pure. Instants are milliseconds since 1970; the clock is passed in. What one contact may hear, and when. */

export interface ContactFacts {
  /** When something that nobody asked for went out to this contact, from whatever agent and event, in any order. */
  sentAt: number[];
  /** When the mail in question was put on its way. */
  queuedAt: number;
  /** Why no mail at all goes to the address. */
  suppressed: string | null;
  /** Why the company gets nothing that it did not ask for. */
  companyStopped: string | null;
  /** Why this contact gets nothing that they did not ask for. */
  stopped: string | null;
  /** The latest reply of the contact or of somebody at the same company. */
  lastReplyAt: number | null;
  /** IANA name; the event's where the contact's is not known. */
  timeZone: string;
}

export type ContactVerdict =
  | { decision: 'send' }
  | { decision: 'hold'; until: number; rule: 'gap' | 'day_cap' | 'week_cap' | 'quiet_hours' }
  | { decision: 'stop'; rule: 'suppressed' | 'company_stopped' | 'contact_stopped' | 'replied' | 'never_allowed' };

/**
 * Whether a mail that nobody asked for may go to a contact now, not before a time, or never. What is held is asked about
 * again at that time: somebody else may have been faster.
 */
export function contactVerdict(facts: ContactFacts, rules: ContactRules, now: number): ContactVerdict {
  if (facts.suppressed !== null) return { decision: 'stop', rule: 'suppressed' };
  if (facts.stopped !== null) return { decision: 'stop', rule: 'contact_stopped' };
  if (facts.companyStopped !== null) return { decision: 'stop', rule: 'company_stopped' };
  // Whoever has answered since is talked to by a person, or by a mail that knows the answer.
  if (facts.lastReplyAt !== null && facts.lastReplyAt >= facts.queuedAt) return { decision: 'stop', rule: 'replied' };
  if (rules.perDay === 0 || rules.perWeek === 0) return { decision: 'stop', rule: 'never_allowed' };
  const free = [
    { rule: 'gap' as const, at: afterGap(facts.sentAt, rules.gapHours * hourMs) },
    { rule: 'day_cap' as const, at: belowCap(facts.sentAt, rules.perDay, dayMs) },
    { rule: 'week_cap' as const, at: belowCap(facts.sentAt, rules.perWeek, 7 * dayMs) },
  ].reduce((latest, one) => (one.at > latest.at ? one : latest));
  const from = Math.max(now, free.at);
  const loud = nextLoud(from, rules, facts.timeZone);
  if (loud === null) return { decision: 'stop', rule: 'never_allowed' };
  if (loud <= now) return { decision: 'send' };
  return { decision: 'hold', until: loud, rule: loud > from ? 'quiet_hours' : free.rule };
}

function afterGap(sentAt: number[], gapMs: number): number {
  return sentAt.length === 0 ? 0 : Math.max(...sentAt) + gapMs;
}

/** The first instant at which fewer than `cap` lie in the window before it: sliding, so that no calendar day begins twice. */
function belowCap(sentAt: number[], cap: number, windowMs: number): number {
  if (sentAt.length < cap) return 0;
  const latest = sentAt.toSorted((a, b) => b - a);
  return (latest[cap - 1] ?? 0) + windowMs;
}

/** The first instant from `at` on that is not quiet; null when it is always quiet. */
export function nextLoud(at: number, rules: ContactRules, timeZone: string): number | null {
  let here = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  const from = Temporal.PlainTime.from(rules.quietFrom);
  const to = Temporal.PlainTime.from(rules.quietTo);
  // A weekend and the night after it are three steps; a time that daylight saving skips or repeats costs another.
  for (let step = 0; step < 12; step++) {
    if (rules.quietWeekends && here.dayOfWeek >= 6) {
      here = nextDay(here);
      continue;
    }
    const end = quietUntil(here, from, to);
    if (end === null) return here.epochMilliseconds;
    here = end;
  }
  return null;
}

/** When the quiet hours that hold at this moment end; null outside of them. Equal ends mean that no hour is quiet. */
function quietUntil(here: Temporal.ZonedDateTime, from: Temporal.PlainTime, to: Temporal.PlainTime): Temporal.ZonedDateTime | null {
  const time = here.toPlainTime();
  const order = Temporal.PlainTime.compare(from, to);
  if (order === 0) return null;
  const afterFrom = Temporal.PlainTime.compare(time, from) >= 0;
  const beforeTo = Temporal.PlainTime.compare(time, to) < 0;
  const overnight = order > 0;
  if (overnight ? !afterFrom && !beforeTo : !(afterFrom && beforeTo)) return null;
  const endDay = overnight && afterFrom ? here.toPlainDate().add({ days: 1 }) : here.toPlainDate();
  const end = endDay.toZonedDateTime({ timeZone: here.timeZoneId, plainTime: to });
  // An hour that comes twice may end before it has begun: then the day's second one counts.
  return Temporal.ZonedDateTime.compare(end, here) > 0
    ? end
    : endDay.toPlainDateTime(to).toZonedDateTime(here.timeZoneId, { disambiguation: 'later' });
}

function nextDay(here: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  return here.toPlainDate().add({ days: 1 }).toZonedDateTime(here.timeZoneId);
}

/** Windows that matter: nothing older can hold anything back. */
export const longestMemoryMs = 31 * dayMs;
