import { dayMs } from '../instant';
import type { EngagementKind } from '../sales-stages';
import type { EngagementFacts } from './facts';

/** Pure. What a company did with what it was sent, and what follows from it. */

export interface EngagementAnalysis {
  /** 0 to 100; what was done lately counts more. */
  score: number;
  trend: 'rising' | 'steady' | 'falling' | 'none';
  nextStep: string;
  because: string[];
  /** What people did, by kind; what machines did under `machine`. */
  counts: Record<string, number>;
}

/** Points of one occurrence today; half as much after a week. Opens say little: pictures are loaded by proxies, too. */
const points: Record<EngagementKind, number> = {
  delivered: 0,
  opened: 4,
  clicked: 16,
  visited: 14,
  downloaded: 16,
  replied: 45,
  bounced: 0,
  complained: 0,
};
const halfLifeMs = 7 * dayMs;
/** Seconds on a proposal that count as read. */
const readSeconds = 60;

/** Score, trend over two weeks and a next step; every word of `because` can be counted in the rows. */
export function analyzeEngagement(events: readonly EngagementFacts[], now: number): EngagementAnalysis {
  const people = events.filter(({ machine, at }) => !machine && at <= now);
  const counts: Record<string, number> = { machine: events.length - events.filter(({ machine }) => !machine).length };
  for (const { kind } of people) counts[kind] = (counts[kind] ?? 0) + 1;
  const seconds = people.reduce((sum, event) => sum + (event.seconds ?? 0), 0);
  const raw = people.reduce((sum, event) => sum + worthOf(event) * 0.5 ** ((now - event.at) / halfLifeMs), 0);
  const stopped = (counts.complained ?? 0) > 0 || (counts.bounced ?? 0) > 0;
  const score = stopped ? 0 : Math.round(100 * (1 - Math.exp(-raw / 45)));
  const trend = trendOf(people, now);
  return { score, trend, ...stepOf(counts, seconds, trend), counts };
}

function worthOf({ kind, seconds }: EngagementFacts): number {
  return points[kind] * (kind === 'visited' && seconds !== undefined ? 0.4 + Math.min(1.6, seconds / readSeconds) : 1);
}

function trendOf(people: readonly EngagementFacts[], now: number): EngagementAnalysis['trend'] {
  const inSpan = (from: number, to: number) =>
    people.filter(({ at }) => at > now - from && at <= now - to).reduce((sum, event) => sum + worthOf(event), 0);
  const lately = inSpan(7 * dayMs, 0);
  const before = inSpan(14 * dayMs, 7 * dayMs);
  if (lately === 0 && before === 0) return 'none';
  if (lately > before * 1.25) return 'rising';
  return lately < before * 0.75 ? 'falling' : 'steady';
}

function stepOf(
  counts: Record<string, number>,
  seconds: number,
  trend: EngagementAnalysis['trend'],
): { nextStep: string; because: string[] } {
  const times = (kind: EngagementKind, one: string, many: string) => {
    const count = counts[kind] ?? 0;
    return count === 0 ? [] : [count === 1 ? one : `${count} ${many}`];
  };
  const because = [
    ...times('replied', 'One answer', 'answers'),
    ...times('downloaded', 'The proposal was downloaded', 'downloads of the proposal'),
    ...times(
      'visited',
      `One visit of the proposal${seconds > 0 ? `, ${seconds} s` : ''}`,
      `visits of the proposal${seconds > 0 ? `, ${seconds} s in all` : ''}`,
    ),
    ...times('clicked', 'One click', 'clicks'),
    ...times('opened', 'Opened once', 'opens'),
    ...times('bounced', 'A mail came back', 'mails came back'),
    ...times('complained', 'A complaint', 'complaints'),
  ];
  return { nextStep: nextStep(counts, seconds, trend), because: because.length > 0 ? because : ['Nothing has come back yet'] };
}

function nextStep(counts: Record<string, number>, seconds: number, trend: EngagementAnalysis['trend']): string {
  const has = (kind: EngagementKind) => (counts[kind] ?? 0) > 0;
  if (has('complained')) return 'Write no more; look at why they complained.';
  if (has('bounced') && !has('delivered')) return 'Find another address or another person.';
  if (has('replied')) return 'Answer what they wrote.';
  if (has('downloaded') || seconds >= 2 * readSeconds) return 'Offer a meeting: they have read the proposal.';
  if (has('visited') || has('clicked'))
    return trend === 'falling' ? 'Follow up now with another angle: interest is fading.' : 'Follow up on what they looked at.';
  if (has('opened')) return 'Follow up with another angle.';
  return has('delivered') ? 'Wait for the next follow-up of the campaign.' : 'Send the first mail.';
}

/** What is known of a request for a picture or link of a mail. */
export interface Fetched {
  method: string;
  userAgent: string;
  /** Since the mail was delivered, or sent where that is not known; null when neither is. */
  secondsAfter: number | null;
  /** Other links of the same mail that were asked for within the same two seconds. */
  together: number;
}

const scanners =
  /bot\b|crawl|spider|preview|scan|barracuda|proofpoint|mimecast|symantec|trendmicro|forcepoint|safelinks|urldefense|headless|phantomjs|python|curl|wget|go-http|java\/|okhttp|libwww|node-fetch|undici|axios|facebookexternalhit|slack|whatsapp|skypeuripreview/i;

/** Why a machine, not a person, asked for it; null when it looks like a person. */
export function isMachineOpen({ method, userAgent, secondsAfter, together }: Fetched): string | null {
  const agent = userAgent.trim();
  if (method === 'HEAD') return 'asked for the head only';
  if (agent === '') return 'says nothing of itself';
  // Apple's mail privacy protection loads all pictures, read or not, and calls itself just this.
  if (agent === 'Mozilla/5.0') return 'a privacy proxy that loads all pictures';
  if (scanners.test(agent)) return 'calls itself a robot, scanner or program';
  if (together >= 2) return 'followed every link at once';
  if (secondsAfter !== null && secondsAfter < 5) return 'came faster than anybody reads';
  return null;
}
