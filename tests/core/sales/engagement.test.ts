import { describe, expect, it } from 'vitest';
import { analyzeEngagement, isMachineOpen } from '../../../worker/core/sales/engagement';
import type { EngagementFacts } from '../../../worker/core/sales/facts';

const now = Date.UTC(2027, 0, 20);
const day = 86_400_000;
const event = (kind: EngagementFacts['kind'], daysAgo: number, part: Partial<EngagementFacts> = {}): EngagementFacts => ({
  kind,
  machine: false,
  at: now - daysAgo * day,
  ...part,
});

describe('engagement', () => {
  it.each<[string, EngagementFacts[], string, string]>([
    ['nothing', [], 'none', 'Send the first mail.'],
    ['delivered', [event('delivered', 1)], 'none', 'Wait for the next follow-up of the campaign.'],
    ['an open', [event('delivered', 2), event('opened', 1)], 'rising', 'Follow up with another angle.'],
    [
      'interest that fades',
      [event('clicked', 10), event('clicked', 9), event('opened', 2)],
      'falling',
      'Follow up now with another angle: interest is fading.',
    ],
    ['a long read', [event('visited', 1, { seconds: 180 })], 'rising', 'Offer a meeting: they have read the proposal.'],
    ['an answer', [event('replied', 0.5)], 'rising', 'Answer what they wrote.'],
    ['a complaint', [event('replied', 1), event('complained', 0.2)], 'rising', 'Write no more; look at why they complained.'],
    ['a bounce', [event('bounced', 1)], 'none', 'Find another address or another person.'],
  ])('%s: trend and next step', (_, events, trend, nextStep) => {
    const analysis = analyzeEngagement(events, now);
    expect(analysis.trend).toBe(trend);
    expect(analysis.nextStep).toBe(nextStep);
  });

  it('what machines did counts for nothing but is counted apart', () => {
    const { score, trend, counts } = analyzeEngagement(
      [event('opened', 1, { machine: true }), event('clicked', 1, { machine: true })],
      now,
    );
    expect({ score, trend, machine: counts.machine, opened: counts.opened }).toEqual({
      score: 0,
      trend: 'none',
      machine: 2,
      opened: undefined,
    });
  });

  it('what was long ago counts less, and the score stays between 0 and 100', () => {
    const fresh = analyzeEngagement([event('clicked', 0)], now).score;
    expect(analyzeEngagement([event('clicked', 30)], now).score).toBeLessThan(fresh / 4);
    expect(
      analyzeEngagement(
        Array.from({ length: 500 }, () => event('replied', 0)),
        now,
      ).score,
    ).toBeLessThanOrEqual(100);
  });

  const chrome = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0 Safari/537.36';
  it.each([
    ['a browser, a minute later', { userAgent: chrome }, false],
    ["Gmail's picture proxy, which loads when somebody looks", { userAgent: `${chrome} (via ggpht.com GoogleImageProxy)` }, false],
    ["Apple's privacy proxy", { userAgent: 'Mozilla/5.0' }, true],
    ['a mail scanner', { userAgent: 'Mozilla/5.0 (compatible; Barracuda Sentinel)' }, true],
    ['a program', { userAgent: 'python-requests/2.32' }, true],
    ['nobody', { userAgent: ' ' }, true],
    ['a HEAD request', { userAgent: chrome, method: 'HEAD' }, true],
    ['all links at once', { userAgent: chrome, together: 3 }, true],
    ['a second after delivery', { userAgent: chrome, secondsAfter: 1 }, true],
  ])('tells machines from people: %s', (_, request, machine) => {
    expect(isMachineOpen({ method: 'GET', secondsAfter: 60, together: 0, ...request }) !== null).toBe(machine);
  });
});
