import { expect, it } from 'vitest';
import { type ContactFacts, contactVerdict } from '../../../worker/core/contact/conscience';
import { dayMs, hourMs, localDateTime } from '../../../worker/core/instant';
import { type ContactRules, defaultEventPolicy } from '../../../worker/core/policy/event-policy';

/** A small generator with a seed, so that a schedule that breaks a rule can be looked at again. */
function dice(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

interface Waiting {
  agent: number;
  event: number;
  queuedAt: number;
  dueAt: number;
}

const zones = ['Europe/Berlin', 'America/Los_Angeles', 'Asia/Tokyo', 'Australia/Lord_Howe'];
const start = Date.parse('2027-03-20T00:00:00Z');
const quiet = (at: number, rules: ContactRules, zone: string) => {
  const time = localDateTime(at, zone).slice(11);
  const weekday = new Intl.DateTimeFormat('en', { weekday: 'short', timeZone: zone }).format(at);
  return time >= rules.quietFrom || time < rules.quietTo || (rules.quietWeekends && ['Sat', 'Sun'].includes(weekday));
};

it.each([1, 2, 3, 4, 5, 6, 7, 8])(
  'whatever five agents over three events queue for one contact, no rule is broken when it is sent: schedule %i',
  (seed) => {
    const roll = dice(seed * 7_919);
    const zone = zones[seed % zones.length] ?? 'UTC';
    const rules: ContactRules = { ...defaultEventPolicy.contact, perDay: 1 + roll(2), perWeek: 2 + roll(3), gapHours: roll(30) };
    const queue: Waiting[] = [];
    const sent: (Waiting & { at: number })[] = [];
    let lastReplyAt: number | null = null;
    let suppressedAt: number | null = null;

    for (let now = start; now < start + 40 * dayMs; now += 20 * 60_000) {
      if (roll(12) === 0) queue.push({ agent: roll(5), event: roll(3), queuedAt: now, dueAt: now });
      if (roll(500) === 0) lastReplyAt = now;
      if (suppressedAt === null && now > start + 30 * dayMs && roll(200) === 0) suppressedAt = now;
      // One at a time holds the contact; which of those that are due is first is left to chance.
      const due = queue.filter((one) => one.dueAt <= now);
      while (due.length > 0) {
        const [one] = due.splice(roll(due.length), 1);
        if (!one) break;
        const facts: ContactFacts = {
          ...{ sentAt: sent.map(({ at }) => at), queuedAt: one.queuedAt, companyStopped: null, stopped: null, lastReplyAt, timeZone: zone },
          suppressed: suppressedAt === null ? null : 'complaint',
        };
        const verdict = contactVerdict(facts, rules, now);
        if (verdict.decision === 'hold') {
          expect(verdict.until).toBeGreaterThan(now);
          one.dueAt = verdict.until;
          continue;
        }
        queue.splice(queue.indexOf(one), 1);
        if (verdict.decision === 'send') {
          expect(lastReplyAt === null || lastReplyAt < one.queuedAt, 'nothing queued before an answer goes out after it').toBe(true);
          expect(suppressedAt, 'nothing goes to a suppressed address').toBeNull();
          sent.push({ ...one, at: now });
        }
      }
    }

    expect(sent.length).toBeGreaterThan(3);
    expect(new Set(sent.map(({ agent }) => agent)).size).toBeGreaterThan(1);
    sent.forEach(({ at }, i) => {
      expect(quiet(at, rules, zone), localDateTime(at, zone)).toBe(false);
      const within = (ms: number) => sent.filter((other) => other.at <= at && other.at > at - ms).length;
      expect(within(dayMs)).toBeLessThanOrEqual(rules.perDay);
      expect(within(7 * dayMs)).toBeLessThanOrEqual(rules.perWeek);
      const before = sent[i - 1];
      if (before) expect(at - before.at).toBeGreaterThanOrEqual(rules.gapHours * hourMs);
    });
  },
);
